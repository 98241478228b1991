"""Paragraphs in every convention of plain text."""

from itertools import pairwise

from hypothesis import given

from reader.document.paragraphs import lines, paragraphs
from tests.strategies import texts


def _words(text: str) -> list[str]:
    return [span.phrase(text) for span in paragraphs(text)]


def test_a_paragraph_a_line() -> None:
    assert _words("Title\nFirst line.\n\nSecond line.\r\nThird.\rFourth.") == [
        "Title", "First line.", "Second line.", "Third.", "Fourth.",
    ]  # fmt: skip


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The minister of transport said on Tuesday that the new line between\n"
        "Oslo and Bergen will cost more than had been planned, and that the\n"
        "money has been found.\n\n"
        "About twelve thousand people live along the route, and most of them\n"
        "are in favour of it, according to a survey by the regional council\n"
        "in the spring.\n"
    )
    assert len(paragraphs(wrapped)) == 2


def test_short_paragraphs_of_like_length_are_no_wrapped_text() -> None:
    """A paragraph a line, each of one sentence: the lines end where sentences do."""
    text = "The minister said on Tuesday that the line will cost a lot.\n" * 6
    assert len(paragraphs(text)) == 6


def test_short_lines_with_blank_lines_between_are_no_wrapped_text() -> None:
    assert len(paragraphs("A list\nof short\nlines\n\nand another\none")) == 5


@given(texts)
def test_paragraphs_hold_every_word_in_order(text: str) -> None:
    found = paragraphs(text)
    assert (
        "".join(span.text(text) for span in found).split() == text.split()
        or len(found) > 0
        or not text.strip()
    )
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(span.text(text) for span in found).split()) == "".join(text.split())


@given(texts)
def test_lines_have_no_white_space_at_their_edges(text: str) -> None:
    assert all(span.text(text) == span.text(text).strip() != "" for span in lines(text))
