"""A fresh summary is verified; after any change of a quoted character it is not."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis import outline_of
from reader.cli import main
from reader.desk.home import open_library
from reader.desk.verifying import verify
from reader.document.article import Article
from reader.export import claims, markdown
from reader.export.anchors import anchors
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
    assert claims.read(saved(article)).claims


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
QUOTED = [claim for claim in claims.read(FRESH).claims if claim.kind in {"quotation", "figure"}]


CHANGES = st.sampled_from(["insert", "delete", "replace", "alike", "break"])


@pytest.mark.slow
@settings(max_examples=120)
@given(st.sampled_from(QUOTED), st.integers(0, 10_000), CHANGES, st.data())
def test_any_changed_character_is_found(
    tmp_path_factory: pytest.TempPathFactory,
    claim: claims.Claim,
    position: int,
    change: str,
    data: st.DataObject,
) -> None:
    lines = FRESH.splitlines()
    number = claim.line - 1
    start = lines[number].index(claim.lines[0])
    at = start + position % len(claim.lines[0])
    line = lines[number]
    letter = data.draw(st.sampled_from("axZ9 .,’—é\u00a0\u200b"))
    changed = {
        "insert": line[:at] + letter + line[at:],
        "delete": line[:at] + line[at + 1 :],
        "replace": line[:at] + letter + line[at + 1 :],
        "alike": line[:at] + line[at].translate(LOOK_ALIKE) + line[at + 1 :],
        "break": line[:at] + "\n" + line[at:],
    }[change]
    if changed == line or (change == "break" and at == start) or changed.rstrip() == line:
        return
    lines[number] = changed
    assert check("\n".join(lines) + "\n", SEED, tmp_path_factory.getbasetemp())


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


def test_a_quote_of_the_readers_own_that_is_in_the_text_is_no_difference(tmp_path: Path) -> None:
    own = FRESH + "\n> were successful\n\nsee above\n"
    assert check(own, SEED, tmp_path) == []
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
        "\n## Mine\n\n| day | what |\n| --- | --- |\n| 1 | are |\n",
        "\nMy own words, 5–7 of them.\n",
        "\n- my own list\n",
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
