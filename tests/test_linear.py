"""Numbered plain lines: everything is there once, and every number leads to its passage."""

from pathlib import Path

import pytest

from reader.cli import main
from reader.desk.home import open_library
from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.span import Span
from reader.linear import Listing, talk
from reader.linear.dialogue import Dialogue
from tests.conftest import SEEDS


@pytest.fixture(scope="module")
def listing(seed: Article, seed_outline: Outline) -> Listing:
    return Listing(seed, seed_outline)


def test_every_paragraph_and_every_item_is_a_line(listing: Listing) -> None:
    lines = list(listing.lines())
    assert len(listing.paragraphs) == 24
    assert {"1. ", "24. "} <= {line.split()[0] + " " for line in lines if line}
    for name, entry in listing.items.items():
        assert sum(line.startswith(f"{name}. ") for line in lines) == 1
        assert all(listing.paragraph_of(span).spans[0].touches(span) for span in entry.spans)


def test_an_id_leads_to_its_words_in_their_paragraph(listing: Listing) -> None:
    dialogue = Dialogue(listing)
    for name, entry in listing.items.items():
        line, passage = dialogue.answer(name)
        assert line.startswith(f"{name}. ")
        words = " ".join(entry.spans[0].text(listing.article.text).split())
        assert f">>{words}<<" in passage


def test_jumps_go_on_and_come_back(listing: Listing) -> None:
    dialogue = Dialogue(listing)
    assert next(dialogue.answer("]q")).startswith("q1. Hanna Maliar")
    assert next(dialogue.answer("]q")).startswith("q2. ")
    assert next(dialogue.answer("[q")).startswith("q1. ")
    assert list(dialogue.answer("[q")) == ["There is no earlier one."]
    assert next(dialogue.answer("q11")).startswith("q11. ")
    assert next(dialogue.answer("<")).startswith("3. ")
    assert next(dialogue.answer("")).startswith("4. ")


def test_a_paragraph_says_what_is_in_it(listing: Listing) -> None:
    words, items = Dialogue(listing).answer("3")
    assert words.startswith("3. “The most active")
    assert "q1" in items


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("99", "numbered 1 to 24"),
        ("9" * 5_000, "There is no 999"),
        ("q99", "There is no q99"),
        ("\x1b[2J", "There is no ␛[2J"),
        ("/klishchivka", "4 paragraphs with klishchivka."),
        ("/", "0 paragraphs"),
        ("<", "Nothing was visited"),
        ("?", "quit ends"),
        ("o", "OUTLINE"),
        ("a", "ARTICLE"),
    ],
    ids=lambda text: repr(text[:12]),
)
def test_whatever_is_typed_is_answered(listing: Listing, typed: str, said: str) -> None:
    assert said in "\n".join(Dialogue(listing).answer(typed))


def test_a_talk_ends_when_it_is_told_to_or_nobody_is_there(listing: Listing) -> None:
    said: list[str] = []
    answers = iter(["3", "quit"])
    talk(listing, lambda prompt: next(answers), said.append)
    assert said[-1].startswith("In it: ")

    def nobody(prompt: str) -> str:
        raise EOFError

    talk(listing, nobody, said.append)


def test_an_empty_text_has_lines_too() -> None:
    empty = Listing(Article("", "empty"), Outline())
    assert "OUTLINE" in list(empty.lines())
    for typed in ("", "1", "]q", "<", "q1"):
        assert list(Dialogue(empty).answer(typed))


def test_a_pipe_gets_lines_and_no_escape(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Title\n\n“We \x1b[31mwill go,” said Anna Berg, the mayor. It cost $5 million.\n")
    assert main(["read", "--linear", str(path)]) == 0
    assert main([str(path)]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert out.count("q1. Anna Berg, mayor: ") == 2


def test_what_cannot_be_opened_is_a_sentence_and_the_rest_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "nothing.txt", str(SEEDS / "bakhmut.txt")]) == 1
    captured = capsys.readouterr()
    assert "q11. " in captured.out
    assert captured.err.startswith("newsreader: nothing.txt")


def test_a_hop_goes_on_from_the_item_that_was_asked_for(listing: Listing) -> None:
    dialogue = Dialogue(listing)
    list(dialogue.answer("q3"))
    assert next(iter(dialogue.answer("]q"))) == next(iter(Dialogue(listing).answer("q4")))
    assert next(iter(dialogue.answer("[q"))) == next(iter(Dialogue(listing).answer("q3")))


def test_notes_are_lines_too(seed: Article, capsys: pytest.CaptureFixture[str]) -> None:
    with open_library() as library:
        library.add_note(seed, Span(286, 379), "ask the ministry", tags=("kyiv",), status="disputed")
        library.add_note(seed, Span(79, 88), "")
    assert main(["read", "--linear", str(SEEDS / "bakhmut.txt")]) == 0
    told = capsys.readouterr().out.partition("NOTES")[2]
    assert "n1. disputed: ask the ministry, tagged kyiv, on “The most active" in told
    assert "n2. marked, on Ukrainian (paragraph 2)" in told
    with open_library() as library:
        dialogue = Dialogue(Listing(seed, Outline(), tuple(library.notes(seed.sha256))))
    assert next(dialogue.answer("]a")).startswith("n2. marked")
    assert next(dialogue.answer("]a")).startswith("n1. disputed")
