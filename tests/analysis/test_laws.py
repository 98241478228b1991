"""What holds for any text whatever."""

import os
import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import STEPS, outline_of, outlines_of
from reader.analysis.figures import find_figures
from reader.analysis.figures.abroad import find_figures_abroad
from reader.analysis.languages import CODES
from reader.analysis.pipeline import MOST, begin, steps
from reader.analysis.quotes.marks import quoted_passages
from reader.analysis.sentences import split_sentences
from reader.document.article import Article
from reader.document.paragraphs import paragraphs
from reader.document.span import Span
from tests.strategies import texts

PER_KILOBYTE = 0.3
"""Seconds of CPU that reading the figures of a thousand characters may take."""


@given(texts, st.sampled_from(CODES))
def test_sentences_hold_every_word_of_their_paragraphs(text: str, code: str) -> None:
    found = split_sentences(replace(begin(Article(text, "x")), language=code))
    joined = "".join("".join(span.text(text).split()) for span in found.sentences)
    assert joined == "".join("".join(span.text(text).split()) for span in found.paragraphs)


@given(texts)
def test_sections_are_contiguous_and_cover_the_text(text: str) -> None:
    sections = outline_of(Article(text, "x")).sections
    assert sections[0].span.start == 0
    assert sections[-1].span.end == len(text)
    assert all(a.span.end == b.span.start for a, b in pairwise(sections))
    assert all(each.heading is None or each.span.holds(each.heading) for each in sections)


@given(texts)
def test_every_range_lies_in_the_text(text: str) -> None:
    outline = outline_of(Article(text, "x"))
    spans: list[Span] = [each.span for each in outline.quotes]
    spans += [each.span for each in outline.figures]
    spans += [each.span for each in outline.summary]
    spans += [span for each in outline.locations for span in each.mentions]
    spans += [span for each in outline.people for span in each.mentions]
    spans += [each.cue for each in outline.quotes if each.cue]
    spans += [
        span for each in outline.quotes if each.speaker for span in (each.speaker.mention, each.speaker.name)
    ]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(texts)
def test_quoted_passages_are_in_order_and_begin_with_a_mark(text: str) -> None:
    found = quoted_passages(text, paragraphs(text))
    assert found == sorted(found)
    assert all(text[span.start] in "“”«»„「『\"'‘‚‹" for span in found)


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from("“”«»„「」『』\"'‘’‚‹›")), max_size=12))
def test_marks_too_many_swallow_no_more_than_their_paragraph(marks: list[tuple[int, str]]) -> None:
    lines = [f"Line {number} of the article says nothing that matters here." for number in range(8)]
    text = "\n".join([*lines, "“We are late,” said Anna Berg.", *lines])
    for at, mark in sorted(marks, reverse=True):
        text = text[:at] + mark + text[at:]
    end = text.index("“We are late,”") + len("“We are late,”")
    assert any(span.end == end for span in quoted_passages(text, paragraphs(text)))
    outline_of(Article(text, "x"))


@given(texts)
def test_the_same_text_gives_the_same_outline(text: str) -> None:
    assert outline_of(Article(text, "x")) == outline_of(Article(text, "x"))


def test_the_outline_grows_step_by_step(seed: Article) -> None:
    steps = list(outlines_of(seed))
    assert [name for name, _ in steps] == [name for name, _ in STEPS]
    assert steps[-1][1] == outline_of(seed)


def test_line_ends_change_nothing(seed: Article) -> None:
    plain = outline_of(seed)
    for end in ("\r\n", "\r"):
        other = Article(seed.text.replace("\n", end), "x")
        outline = outline_of(other)
        assert [q.span.phrase(other.text) for q in outline.quotes] == [
            q.span.phrase(seed.text) for q in plain.quotes
        ]


def test_a_text_of_extreme_length_is_read_to_a_limit_and_says_so() -> None:
    text = "Roe said “no” to it. " * (MOST // 20 + 100)
    found = begin(Article(text, "x"))
    assert MOST - 100 < found.outline.analysed <= MOST < len(text)


@pytest.mark.parametrize("text", ['”Roe added: "Not now." ', '“A" said', '" called "', '"B" is called "C'])
def test_marks_in_odd_places_are_read(text: str) -> None:
    assert outline_of(Article(text, "x")).analysed == len(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "“" * 3000 + "a" * 3000,
        "said" + " " * 20000 + "x",
        "1," * 20000 + "x",
        "A. " * 10000 + "said",
        '"' * 10000,
        "“a” said b " * 6000,
        "5-" * 20000,
        "twenty-" * 15000,
        "a-" * 40000 + "=",
        '“5" ' * 10000,
        "‘a b’ c " * 1500 + "\n" + "“we a b c” he said. " * 1000,
        ". ".join(f"He went to {chr(65 + n % 26)}a{n:04} Bay" for n in range(2000)),
    ],
    ids=lambda text: repr(text[:12]),
)
def test_nothing_backtracks(text: str) -> None:
    start = time.process_time()
    outline_of(Article(text, "x"))
    assert time.process_time() - start < 12  # twice what a busy machine needs; backtracking takes hours


@given(st.text(alphabet="0123456789,.-–$£% mkbnofatoxyz()'\"", min_size=200, max_size=2_000))
def test_figures_take_a_time_bounded_by_the_length(text: str) -> None:
    findings = begin(Article(text, "fuzz"))
    start = time.process_time()
    find_figures(findings)
    assert time.process_time() - start < PER_KILOBYTE * (1 + len(text) / 1_000)


@given(
    st.text(alphabet="0123456789,. -–€%мтысnbiàdeundрублей\u00a0()", min_size=200, max_size=2_000),
    st.sampled_from(CODES[1:]),
)
def test_figures_abroad_lie_in_the_text_and_take_a_bounded_time(text: str, code: str) -> None:
    findings = replace(begin(Article(text, "fuzz")), language=code)
    start = time.process_time()
    figures = find_figures_abroad(findings).outline.figures
    assert time.process_time() - start < PER_KILOBYTE * (1 + len(text) / 1_000)
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in figures)
    assert all(one.span.end <= two.span.start for one, two in pairwise(figures))


UNITS = ["5-", "1.", "« ", "„a“ ", "de ", "З 5 г. А ", "M. ", "1 000 "]
ABROAD = [
    (unit, code)
    for number, unit in enumerate(UNITS)
    for place, code in enumerate(CODES[1:])
    if (place + number) % 2 == 0 or os.environ.get("NEWSREADER_ALL")
]
"""Half of the units for each language, and the other half for the next; `NEWSREADER_ALL=1` tries all."""


@pytest.mark.slow
@pytest.mark.parametrize(("unit", "code"), ABROAD)
def test_nothing_backtracks_abroad(unit: str, code: str) -> None:
    article = Article(unit * (10_000 // len(unit)), "x", language=code)
    start = time.process_time()
    found = replace(begin(article), language=code)
    for _, step in steps(code):
        found = step(found)
    assert time.process_time() - start < 12


def test_a_range_of_money_may_end_at_nothing() -> None:
    figures = outline_of(Article("It costs $5-$0m, they say.", "x")).figures
    assert figures[0].value == 5
