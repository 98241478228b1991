"""A summary that a forger had in hands is not verified; what a careful reader does to it is no forgery."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.desk.verifying import Verdict, verify
from reader.document.outline import VERSION
from reader.library import Library
from reader.library.outlines import Analysed
from tests.desk.forging import (
    ARTICLE,
    BLOCK,
    EVERY,
    FORGED,
    HONEST,
    ID,
    MADE,
    MANY,
    OUTLINE,
    Change,
    all_of,
    end,
    in_quote,
    put,
)
from tests.stopwatch import millions_of_rounds

Check = Callable[[str], Verdict]


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Check]:
    path = tmp_path_factory.mktemp("forged") / "summary.md"
    with Library(":memory:") as library:
        number = library.keep(ARTICLE)
        library.outlines.keep([Analysed(number, ARTICLE, OUTLINE)], VERSION)

        def checked(text: str) -> Verdict:
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
            return verify(str(path), library)

        yield checked


FAST = 4
"""One of so many forgeries is among the fast tests."""


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.slow] if number % FAST else [])
        for number, name in enumerate(EVERY)
    ],
)
def test_a_forgery_is_not_verified(name: str, check: Check) -> None:
    forged = EVERY[name](MADE["default"])
    assert forged != MADE["default"]
    verdict = check(forged)
    assert not verdict.is_verified, [*verdict.lines()]


@pytest.mark.parametrize("name", HONEST)
def test_what_a_reader_does_to_a_summary_is_no_forgery(name: str, check: Check) -> None:
    verdict = check(HONEST[name](MADE["default"]))
    assert verdict.is_verified, [*verdict.lines()]


@pytest.mark.parametrize("template", MADE)
def test_other_templates_are_proofs_too(template: str, check: Check) -> None:
    text = MADE[template]
    assert check(text).is_verified
    assert check(text).quotations == 4
    changes: list[Change] = [
        put("will not raise", "will raise"),
        put("Per Hansen, leader", "Anna Berg, leader"),
        put("spoke on", "confessed on"),
        end(f"> {FORGED}"),
    ]
    changes += [put("\n- The finance", "\n- The minister admitted guilt.\n- The finance")]
    if template == "obsidian":
        callout = "> [!quote] Per Hansen, leader of the opposition\n"
        changes += [put(callout, ""), put("[[Oslo]]", "[[Moscow]]"), end("[Oslo]: https://evil.example")]
        changes += [put('- "[[Anna Berg]]"', '- "[[Ivar Holt]]"')]
    assert not any(check(change(text)).is_verified for change in changes)


def test_what_was_left_out_and_what_is_the_readers_own_is_said(check: Check) -> None:
    text = all_of(put(BLOCK, ""), end("## What I think\n\nMy own words."))(MADE["default"])
    said = [*check(text).lines()]
    counts = "verified, 3 quotations, 2 figures, 3 key sentences, 2 places, 2 people"
    assert said[0].endswith(f"{counts}; 1 quotation of the article not in the file")
    last = text.count("\n")
    assert said[1] == f"  not part of the proof: the reader's own words on lines {last - 2}, {last}"


@pytest.mark.slow
@pytest.mark.parametrize("name", MANY)
def test_looking_through_a_file_has_an_end(name: str, check: Check) -> None:
    verdicts: list[Verdict] = []
    assert millions_of_rounds(lambda: verdicts.append(check(f"{MADE['default']}\n{MANY[name]}\n"))) < 80
    assert not verdicts[0].is_verified


def test_each_finding_has_its_line_and_both_wordings(check: Check) -> None:
    text = all_of(in_quote("not ", ""), end(f"> {FORGED}"))(MADE["default"])
    said = [*check(text).lines()][1:]
    line = text.split("\n").index("> “We will raise taxes on working families in 2027,”") + 1
    assert said[0].endswith(f":{line}: quotation {ID} differs")
    assert said[1] == "  file:    “We will raise taxes on working families in 2027,”"
    assert said[2] == "  article: “We will not raise taxes on working families in 2027,”"
    assert said[3].endswith(f":{text.count(chr(10))}: not part of the proof: a block quote")
    assert said[4] == f"  file:    {FORGED}"


def test_one_broken_file_is_no_others_problem(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "latin.md").write_bytes(b"---\nsha256: \xff\n---\n")
    (tmp_path / "folder.md").mkdir()
    for number, source in enumerate(
        ["-", "/dev/stdin", "/dev/zero", str(tmp_path / "pipe.md"), "\0", "HTTP://127.0.0.1:9/"]
    ):
        head = f'---\nsource: "{source}"\nsha256: "{"0" * 64}"\n---\n# x\n'.replace("\0", "\\u0000")
        (tmp_path / f"{number}.md").write_text(head)
    with Library(":memory:") as library:
        verdicts = [verify(str(path), library) for path in sorted(tmp_path.iterdir())]
    assert all(verdict.problem and not verdict.is_verified for verdict in verdicts)
