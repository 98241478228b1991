"""Links to passages, read back by a second implementation of the specification: they land on the very range.

https://wicg.github.io/scroll-to-text-fragment/ — `text=[prefix-,]start[,end][,-suffix]`; the first match counts, white
space is equal to white space, case to case, and words are found whole.
"""

import os
import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import outline_of
from reader.desk.articles import bundled
from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.span import Span
from reader.export.fragments import passage_link
from tests.generator import article

PAGE = "https://news.example/a?b=c"
WHOLE = bool(os.environ.get("NEWSREADER_ALL"))
"""Whether all is tried, or a part that takes seconds."""
SPACED = r"(?-i:[^\W\u0e00-\uffff])"
"""A letter of a script with spaces; where case does not count, `re` would look each of the others up anew."""


def located(text: str, link: str) -> Span | None:
    """Where a browser goes: one regular expression made of the directive's parts."""
    page, _, directive = link.partition("#:~:text=")
    assert page == PAGE
    parts = directive.split(",")
    prefix = unquote(parts.pop(0)[:-1]) if parts[0].endswith("-") else ""
    suffix = unquote(parts.pop()[1:]) if parts[-1].startswith("-") else ""
    start, *end = map(unquote, parts)
    assert len(end) <= 1
    hit = _pattern(start) + (f"(?s:.*?){_pattern(end[0])}" if end else "")
    before = rf"{_pattern(prefix)}\s*" if prefix else ""
    behind = rf"(?=\s*{_pattern(suffix)})" if suffix else ""
    match = re.search(f"{before}(?P<hit>{hit}){behind}", text, re.IGNORECASE)
    return Span.of(match, "hit") if match else None


def _pattern(words: str) -> str:
    """*words* with any white space between them, as whole words where their script has such."""
    inner = r"\s+".join(map(re.escape, words.split()))
    left = f"(?<!{SPACED})" if re.match(SPACED, words[0]) else ""
    right = f"(?!{SPACED})" if re.match(SPACED, words[-1]) else ""
    return f"{left}{inner}{right}"


def passages(outline: Outline) -> list[Span]:
    mentions = [span for place in outline.locations for span in place.mentions]
    mentions += [span for person in outline.people for span in person.mentions]
    found = [quote.span for quote in outline.quotes] + [figure.span for figure in outline.figures]
    return [*found, *(sentence.span for sentence in outline.summary), *mentions]


def lands(text: str, span: Span) -> bool:
    """Whether the link lands on *span*, or on it with the rest of the words it begins and ends in."""
    found = located(text, str(passage_link(PAGE, text, span)))
    if found is None:
        return False
    rest = text[found.start : span.start] + text[span.end : found.end]
    return found.holds(span.trimmed(text)) and (not rest or rest.isalnum())


@pytest.mark.slow
@pytest.mark.parametrize("number", range(30 if WHOLE else 6))
def test_every_item_of_a_generated_article_is_where_its_link_lands(number: int) -> None:
    text = article(number).text
    missed = [span.text(text) for span in passages(outline_of(article(number))) if not lands(text, span)]
    assert missed == []


@pytest.mark.slow
def test_every_item_of_the_bundled_articles_is_where_its_link_lands() -> None:
    for found in bundled():
        some = passages(outline_of(found))[:: 1 if WHOLE else 3]
        assert [span.text(found.text) for span in some if not lands(found.text, span)] == []


@pytest.mark.parametrize(
    "text",
    [
        "“No,” he said. “No,” she said. “No,” they said. “No,” he said again.",
        "One, two-three – four — five, & six: seven; #8 100% a+b a/b. One, two-three – four.",
        "計画は順調だ。計画は順調だと述べた。計画は順調だ。",
        "Fire 🔥🔥 in Oslo 🇳🇴. Fire 🔥 in Oslo 👩‍👩‍👧. Fire 🔥🔥 in Oslo.",
        "İstanbul’da straße STRASSE. İstanbul’da straße.",
        "a a a a b a a a a",
    ],
)
def test_each_word_of_a_text_that_repeats_itself_is_told_apart(text: str) -> None:
    for match in re.finditer(r"\S+(?: \S+)?", text):
        assert lands(text, Span.of(match)), match[0]


@given(
    st.lists(
        st.sampled_from(["no", "yes", "No,", "so-so", "1,000", "“ja”", "で", "🔥", "\n\n"]),
        min_size=2,
        max_size=14,
    ),
    st.data(),
)
def test_a_link_never_lands_elsewhere_when_it_says_where(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    tokens = [Span.of(match) for match in re.finditer(r"\S+", text)]
    if not tokens:
        return
    first = data.draw(st.integers(0, len(tokens) - 1))
    last = data.draw(st.integers(first, min(first + 4, len(tokens) - 1)))
    span = Span(tokens[first].start, tokens[last].end)
    assert lands(text, span)


def test_links_are_for_the_web_only_and_keep_their_address() -> None:
    text = "one, two-three (x)"
    assert passage_link("a.txt", text, Span(0, 3)) is None
    assert passage_link("javascript:x", text, Span(0, 3)) is None
    assert (
        passage_link("https://e.org/a#top", text, Span(0, 14))
        == "https://e.org/a#:~:text=one%2C%20two%2Dthree"
    )
    link = str(passage_link("https://e.org/a_(b)", text, Span(15, 18)))
    assert ")" not in link
    assert link.isascii()


@pytest.mark.slow
def test_long_texts_cost_little() -> None:
    text = " ".join(f"“No,” said number {number} of them." for number in range(5_000))
    found = Article(text, PAGE)
    for at in range(0, 4_000, 40):
        span = Span(text.index(f"number {at} "), text.index(f"number {at} ") + 6)
        assert passage_link(PAGE, found.text, span)
