"""Words selected by keyboard."""

from hypothesis import given
from hypothesis import strategies as st

from reader.app.selection import KeyboardSelection, sentences_near, word_at, words_near
from reader.document.paragraphs import paragraphs
from reader.document.span import Span
from tests.strategies import texts

TEXT = "“We stay,” she said. Mr. Roe’s 14 ships left.\n\nNobody spoke."


def selected(*moves: tuple[str, int], start: Span | None = None) -> str:
    selection = KeyboardSelection(TEXT, start or word_at(TEXT, 1))
    for unit, count in moves:
        if unit == "word":
            selection.by_unit(words_near(TEXT, selection.caret), count)
        elif unit == "paragraph":
            selection.by_unit([*paragraphs(TEXT)], count)
        else:
            selection.by_character(count)
    return selection.span.text(TEXT)


def test_it_begins_with_the_word_and_grows_by_words() -> None:
    assert selected() == "We"
    assert selected(("word", 1)) == "We stay"
    assert selected(("word", 3)) == "We stay,”"
    assert selected(("word", 2), ("word", -1)) == "We stay"
    assert selected(("word", -1)) == "“W"  # the fixed end is a character: o and w take the rest in


def test_before_its_beginning_it_grows_to_the_first_letters_of_words() -> None:
    at = TEXT.index("ships")
    assert selected(("word", -2), start=Span(at, at + 1)) == "Roe’s 14 s"


def test_characters_and_paragraphs() -> None:
    assert selected(("character", 1)) == "We "
    assert selected(("paragraph", 1)) == TEXT[1 : TEXT.index("\n")]
    assert selected(("paragraph", 2)) == TEXT[1:]


def test_sentences_of_the_paragraph_and_its_neighbours() -> None:
    def sentences(paragraph: Span) -> list[Span]:
        middle = (paragraph.start + paragraph.end) // 2
        return [Span(paragraph.start, middle), Span(middle, paragraph.end)]

    assert len(sentences_near(paragraphs(TEXT), 3, sentences)) == 4


@given(texts.filter(bool), st.data())
def test_whatever_is_moved_it_stays_in_the_text(text: str, data: st.DataObject) -> None:
    selection = KeyboardSelection(text, word_at(text, data.draw(st.integers(0, len(text) - 1))))
    for _ in range(8):
        count = data.draw(st.sampled_from([-3, -1, 1, 3]))
        move = data.draw(st.sampled_from(["character", "word", "swap", "begin"]))
        if move == "character":
            selection.by_character(count)
        elif move == "word":
            selection.by_unit(words_near(text, selection.caret), count)
        else:
            getattr(selection, move)()
        assert 0 <= selection.span.start < selection.span.end <= len(text)
