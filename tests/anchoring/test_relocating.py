"""Passages in another version of their text: found, or said to be nowhere; never at a wrong place."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import outline_of
from reader.anchoring import Passage, Relocator
from reader.document.article import Article
from reader.document.span import Span
from reader.resources import seeds
from reader.sources import open_article
from tests.anchoring.versions import changed
from tests.strategies import texts

TEXT = (
    "The council met on Monday.\n\n"
    "The mayor, Ann Roe, said 14 people were killed near the harbour. “We will not leave,” she added.\n\n"
    "In the evening the minister spoke of 14 people who were missing.\n\n"
    "Nobody had seen the ship."
)


def found(quoted: str, new: str, text: str = TEXT) -> str | None:
    """The words at which the passage with the words *quoted* of *text* is found in *new*."""
    start = text.index(quoted)
    span = Relocator(new).find(Passage.of(text, Span(start, start + len(quoted))))
    return span.text(new) if span else None


def test_a_text_that_did_not_change_has_it_where_it_was() -> None:
    for start, end in ((0, 11), (28, 33), (53, 55), (110, 130)):
        assert Relocator(TEXT).find(Passage.of(TEXT, Span(start, end))) == Span(start, end)


@pytest.mark.parametrize(
    ("old", "new", "quoted", "expected"),
    [
        ("", "A new beginning.\n\n", "“We will not leave,”", "“We will not leave,”"),
        ("said 14 people", "said that 14 people", "14 people were killed", "14 people were killed"),
        ("We will not leave", "We shall not leave", "“We will not leave,”", "“We shall not leave,”"),
        ("“We will not leave,”", '"We will not leave,"', "“We will not leave,”", '"We will not leave,"'),
        ("near the harbour", "in the old town", "14 people were killed", "14 people were killed"),
        ("Ann Roe, ", "", "Ann Roe", None),
        ("said 14", "said 17", "14", None),
        ("“We will not leave,” she added.", "She left.", "“We will not leave,”", None),
    ],
    ids=[
        "moved",
        "put in",
        "reworded",
        "other marks",
        "context",
        "cut",
        "another figure",
        "another sentence",
    ],
)
def test_what_became_of_a_passage(old: str, new: str, quoted: str, expected: str | None) -> None:
    assert found(quoted, TEXT.replace(old, new, 1) if old else new + TEXT) == expected


def test_of_two_equal_figures_the_context_tells_which() -> None:
    second = TEXT.rindex("14")
    moved = "\n\n".join(reversed(TEXT.split("\n\n")))
    span = Relocator(moved).find(Passage.of(TEXT, Span(second, second + 2)))
    assert span == Span(moved.index("14"), moved.index("14") + 2)


def test_of_copies_the_one_nearest_to_where_it_was() -> None:
    paragraph = TEXT.split("\n\n")[1]
    doubled = TEXT.replace(paragraph, f"{paragraph}\n\n{paragraph}")
    assert found("“We will not leave,”", doubled) == "“We will not leave,”"


def test_what_stood_in_copies_before_is_not_guessed() -> None:
    twice = f"{TEXT}\n\nAnother page.\n\n{TEXT}"
    start = twice.index("“We")
    assert Passage.of(twice, Span(start, start + 20)).share == -1


def test_words_without_any_context_need_to_be_several_and_alone() -> None:
    assert Relocator(TEXT).find(Passage("14 people were killed near")) is not None
    assert Relocator(TEXT).find(Passage("14")) is None
    assert Relocator(f"{TEXT} {TEXT}").find(Passage("14 people were killed near")) is None


def test_half_a_word_stays_half_a_word() -> None:
    text = "He wants 17-year-olds to vote in the primary of the party next week."
    start = text.index("17")
    new = f"First.\n\n{text}"
    assert found(text[start : start + 11], new, text) == "17-year-old"


@given(texts, st.data())
def test_any_text_and_passage_give_a_range_of_the_text_or_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(st.one_of(st.just(text), texts))
    span = Relocator(new).find(Passage.of(text, Span(start, end)))
    assert span is None or 0 <= span.start < span.end <= len(new)


@pytest.mark.slow
@pytest.mark.parametrize(("rate", "least"), [(0.01, 0.99), (0.05, 0.95), (0.2, 0.85)])
def test_changed_articles(rate: float, least: float) -> None:
    """`python tests/bench/anchors.py` measures the same on many."""
    count: Counter[str] = Counter()
    for seed, path in enumerate(seeds()):
        text = open_article(str(path)).text
        outline = outline_of(Article(text, "a"))
        version = changed(text, rate, seed)
        relocator = Relocator(version.text)
        spans = [quote.span for quote in outline.quotes] + [figure.span for figure in outline.figures]
        for span in spans + [sentence.span for sentence in outline.summary]:
            count[version.verdict(text, span, relocator.find(Passage.of(text, span)))] += 1
    there = count["right"] + count["wrong"] + count["unplaced"]
    assert count["right"] / there >= least, count
    assert count["wrong"] <= 0.001 * there, count
