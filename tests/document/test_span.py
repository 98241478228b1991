"""Spans are half-open ranges of code points."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reader.document.span import Span
from tests.strategies import texts


def test_a_span_gives_the_words_at_its_range() -> None:
    assert Span(4, 9).text("the 👍🏽 war is long"[:9] + "…") == "👍🏽 wa"[:5]


def test_a_name_broken_by_a_line_end_is_one_phrase() -> None:
    assert Span(0, 12).phrase("Hanna\nMaliar said") == "Hanna Maliar"


def test_spans_that_only_meet_do_not_touch() -> None:
    assert not Span(0, 3).touches(Span(3, 5))
    assert Span(0, 4).touches(Span(3, 5))


def test_a_span_of_a_named_group() -> None:
    match = re.search(r"(?P<year>\d{4})", "in 2016")
    assert match is not None
    assert Span.of(match, "year") == Span(3, 7)


@given(texts, st.data())
def test_trimming_leaves_the_words_and_stays_inside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    trimmed = Span(start, end).trimmed(text)
    assert trimmed.text(text) == text[start:end].strip()
    assert start <= trimmed.start <= trimmed.end <= end
