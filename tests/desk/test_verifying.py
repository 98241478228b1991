"""A fresh summary is verified; after any change of a quoted character it is not."""

import json
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis import outline_of
from reader.cli import main
from reader.desk.home import open_library
from reader.desk.summaries import save_summary
from reader.desk.verifying import verify
from reader.document.article import Article
from reader.document.span import Span
from reader.export import markdown
from reader.export.anchors import anchors
from reader.export.templates import render
from reader.export.view import view
from reader.library import Library
from tests.conftest import SEEDS
from tests.generator import article as generated

LOOK_ALIKE = str.maketrans("aeopcxyi“”’-", 'аеорсхуі""\'–')  # Cyrillic letters, straight marks, a dash


def saved(article: Article) -> str:
    return markdown.summary(article, outline_of(article))


def check(text: str, article: Article, folder: Path) -> list[str]:
    path = folder / "summary.md"
    path.write_text(text, encoding="utf-8")
    with Library(":memory:") as library:
        library.keep(article)
        verdict = verify(str(path), library)
    return [] if verdict.is_verified else [*verdict.lines()]


@pytest.mark.parametrize("number", range(12))
def test_a_fresh_summary_is_verified(number: int, tmp_path: Path) -> None:
    article = generated(number)
    assert check(saved(article), article, tmp_path) == []


@pytest.mark.parametrize(
    "text",
    [
        "“A *b* _c_ | d [e](f) <g> `h` ~i~ $j$ #k ^l {m},” said Anna Berg. It cost 5 | 6 million.\n",
        "“One.\n\n“Two, # three.\n\n“- Four,” said Anna Berg. “5. Six.”\n",
        "「計画は順調だ」と述べた。\n\n“Ünïcødé 👩‍👩‍👧 \u202e\x1b[31m,” said Bo Ek.\n",
    ],
)
def test_words_that_mean_something_to_markdown_are_verified_too(text: str, tmp_path: Path) -> None:
    article = Article(text, "odd.txt")
    assert check(saved(article), article, tmp_path) == []


SEED = Article((SEEDS / "bakhmut.txt").read_text(), "bakhmut.txt")
FRESH = saved(SEED)
GENERATED = [
    number for number, line in enumerate(FRESH.split("\n")) if re.match(r"> |- |\| .*–|— |### ", line)
]

CHANGES = st.sampled_from(["insert", "delete", "replace", "alike", "break"])


@pytest.mark.slow
@settings(max_examples=25)
@given(st.sampled_from(GENERATED), st.integers(0, 10_000), CHANGES, st.data())
def test_any_changed_character_is_found(
    tmp_path_factory: pytest.TempPathFactory,
    number: int,
    position: int,
    change: str,
    data: st.DataObject,
) -> None:
    lines = FRESH.split("\n")
    line = lines[number]
    start = len(re.match(r"\W*", line)[0])  # type: ignore[index]
    at = start + position % (len(line) - start)
    letter = data.draw(st.sampled_from("axZ9 .,’—é\u00a0\u200b"))
    changed = {
        "insert": line[:at] + letter + line[at:],
        "delete": line[:at] + line[at + 1 :],
        "replace": line[:at] + letter + line[at + 1 :],
        "alike": line[:at] + line[at].translate(LOOK_ALIKE) + line[at + 1 :],
        "break": line[:at] + "\n" + line[at:],
    }[change]
    lines[number] = changed
    if same_words(changed) == same_words(line):
        return
    assert check("\n".join(lines), SEED, tmp_path_factory.getbasetemp())


def same_words(line: str) -> str:
    """What is seen of a row whose cells are padded, or of blanks where a line begins and ends."""
    return re.sub(r" *\| *", "|", line.strip(" "))


def test_both_wordings_are_shown(tmp_path: Path) -> None:
    found = check(FRESH.replace("were successful", "were succesful"), SEED, tmp_path)
    assert found[1].endswith(f"quotation {anchors(SEED, outline_of(SEED))['q2']} differs")
    assert found[2:] == ["  file:    “were succesful”", "  article: “were successful”"]


def test_without_its_article_a_summary_is_not_called_verified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "summary.md"
    path.write_text(FRESH.replace("bakhmut.txt", "https://news.example/a"), encoding="utf-8")
    assert main(["verify", str(path)]) == 1
    assert "NOT verified: its article is not in the library; --refetch" in capsys.readouterr().out


def test_the_article_is_found_beside_its_summary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bakhmut.txt").write_text(SEED.text)
    path = tmp_path / "summary.md"
    path.write_text(FRESH, encoding="utf-8")
    assert main(["verify", "--json", str(path)]) == 0
    assert json.loads(capsys.readouterr().out)["verified"] is True
    (tmp_path / "bakhmut.txt").write_text(SEED.text.replace("successful", "successfull"))
    assert main(["verify", str(path)]) == 1
    assert "holds another text" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "# Mine\n\n> words\n", "---\ntitle: x\n---\n", "\x00\xff"])
def test_what_is_no_summary_of_ours_is_said(text: str, tmp_path: Path) -> None:
    assert "no summary of newsreader" in check(text, SEED, tmp_path)[0]
    (tmp_path / "binary.md").write_bytes(random.Random(1).randbytes(500))
    with open_library() as library:
        assert "cannot be read" in verify(str(tmp_path / "binary.md"), library).problem
        assert "cannot be read" in verify(str(tmp_path / "none.md"), library).problem


def test_ranges_beyond_the_text_are_differences(tmp_path: Path) -> None:
    assert "differs" in check(FRESH.replace("603–620", "603–999999"), SEED, tmp_path)[1]
    assert "differs" in check(FRESH.replace("603–620", "604–620"), SEED, tmp_path)[1]


def test_a_quote_of_the_readers_own_is_not_part_of_the_proof(tmp_path: Path) -> None:
    own = FRESH + "\n> were successful\n\nsee above\n"
    assert check(own, SEED, tmp_path)[1].endswith("not part of the proof: a block quote")
    assert check(FRESH + "\n> were never successful\n\nsee above\n", SEED, tmp_path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("> “were successful”", "  > “were unsuccessful”"),
        ("> “were successful”\n\n", ""),
        ("- Ukrainian forces seek", "* Ukrainian forces sought"),
        ("- Ukrainian forces seek", "  - Ukrainian forces sought"),
        ("| 2 | drones | two |", " | 3 | drones | two |"),
        ("| 2 | drones | two |", "| 2 | civilians | two |"),
        ("| 2 | drones | two |", "|  | civilians | two |"),
        ("## Figures", "were unsuccessful\n\n— who · 603–620 ^q64g4b\n\n## Figures"),
    ],
)
def test_falsified_words_are_found_however_they_are_set(old: str, new: str, tmp_path: Path) -> None:
    assert old in FRESH
    assert check(FRESH.replace(old, new, 1), SEED, tmp_path)


@pytest.mark.parametrize(
    "mine",
    [
        "\n## Mine\n\n| day | what |\n| --- | --- |\n| Monday | read |\n",
        "\n## Mine\n\nMy own words, 5–7 of them.\n",
        "\n## Mine\n\n- my own list\n",
    ],
)
def test_what_the_reader_adds_is_no_claim_of_the_article(mine: str, tmp_path: Path) -> None:
    assert not check(FRESH + mine, SEED, tmp_path)


def test_an_editors_mark_and_line_ends_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbf" + FRESH.replace("\n", "\r\n").encode())
    with Library(":memory:") as library:
        library.keep(SEED)
        assert verify(str(path), library).is_verified


def test_a_summary_that_names_no_source_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text('---\ntitle: "x"\nsource: ""\nsha256: "' + "0" * 64 + '"\n---\n# x\n')
    with Library(":memory:") as library:
        verdict = verify(str(path), library)
    assert not verdict.is_verified
    assert "not at hand" in verdict.problem


@pytest.mark.slow
def test_the_article_of_an_older_version_says_what_its_summary_lacks(tmp_path: Path) -> None:
    """Version 0.1.0 put no mark where words of a passage were left out."""
    path = tmp_path / "a.md"
    with Library(":memory:") as library:
        library.keep(SEED)
        note = library.add_note(SEED, Span(80, 100), "odd")
        for marked in (True, False):
            path.write_text(render(view(SEED, outline_of(SEED), [note], marked=marked)))
            verdict = verify(str(path), library)
            assert verdict.is_verified == marked
    kinds = {
        each.kind
        for each in verdict.differences
        if each.why.startswith("lacks a mark where words are left out")
    }
    assert kinds == {"quotation", "passage"}
    assert len(verdict.differences) == sum(bool(each.parts) for each in outline_of(SEED).quotes) + 1


@pytest.mark.slow
def test_a_note_goes_with_its_summary_to_another_computer(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    with Library(":memory:") as library:
        notes = [
            library.add_note(SEED, span, "one\n\n“two words and more”")
            for span in (Span(80, 100), Span(603, 620))
        ]
        path.write_text(markdown.summary(SEED, outline_of(SEED), notes))
        assert verify(str(path), library).is_verified
    (tmp_path / "bakhmut.txt").write_text(SEED.text)
    with Library(":memory:") as elsewhere:
        verdict = verify(str(path), elsewhere)
        assert [each.why for each in verdict.unproven] == ["a quotation"] * 2
        assert not verdict.differences
        path.write_text(path.read_text().replace("“two words and more”", "two words"))
        assert verify(str(path), elsewhere).is_verified


def test_the_source_is_the_one_from_which_the_library_has_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    page = replace(SEED, uri="https://one.example/a")
    with Library(":memory:") as library:
        library.keep(page)
        path.write_text(saved(page))
        assert verify(str(path), library).is_verified
        path.write_text(saved(replace(SEED, uri="https://two.example/a")))
        assert [each.kind for each in verify(str(path), library).differences] == ["source"]
        library.keep(replace(SEED, uri="https://two.example/a"))
        assert verify(str(path), library).is_verified


@pytest.mark.slow
def test_a_template_of_the_readers_own_is_known_by_the_library(tmp_path: Path) -> None:
    template, path = tmp_path / "mine.md.j2", tmp_path / "a.md"
    template.write_text(
        "---\nsource: {{ source | yaml }}\nsha256: {{ sha256 | yaml }}\n---\n# Mine\n\n## Zahlen\n"
        "{% for each in figures %}\n- {{ each.amount }} · {{ each.where }}\n{% endfor %}\n"
    )
    with Library(":memory:") as library:
        save_summary(library, SEED, outline_of(SEED), [], path, template=str(template))
        assert verify(str(path), library).is_verified
        path.write_text(path.read_text().replace("600", "900", 1))
        assert not verify(str(path), library).is_verified
