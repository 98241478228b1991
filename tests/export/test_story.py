"""The story of how a speaker was decided on."""

import pytest

from reader.analysis import outline_of
from reader.document.article import Article
from reader.export.story import story, trace

QUOTED = (
    "Tariq Mansouri opened the fair in Sfax on Monday.\n\n"
    "“The olives are late, and the buyers are later,” he was quoted by Sahel News as saying."
)
TOLD = "Hanna Brandt said that her grandson had run home at noon and asked: “Is the sea still there?”"


def told(text: str) -> str:
    article = Article(text, "a.txt")
    return story(article, outline_of(article).direct[0])


def test_it_shows_who_was_followed_and_by_which_rule() -> None:
    lines = told(QUOTED)
    assert "→ “he” 0.97" in lines
    assert "→ “Tariq Mansouri”" in lines
    assert "the likeliest of those named before" in lines


def test_it_shows_who_was_overruled() -> None:
    lines = told(TOLD)
    assert "× “Hanna Brandt”" in lines
    assert "→ “her grandson” 0.97: told of by somebody else" in lines


@pytest.mark.parametrize("text", [QUOTED, TOLD])
def test_what_is_shown_is_the_last_that_was_followed(text: str) -> None:
    quote = outline_of(Article(text, "a.txt")).direct[0]
    followed = [step for step in quote.trace if step.is_followed]
    assert quote.speaker is not None
    assert followed[-1].proposed == quote.speaker.name


def test_the_trace_of_an_article_has_every_quote_in_order() -> None:
    article = Article(f"{QUOTED}\n\n{TOLD}", "a.txt")
    outline = outline_of(article)
    lines = trace(article, outline)
    places = [lines.index(f"{each.id} at {each.span.start}: ") for each in outline.quotes]
    assert len(places) > 1
    assert places == sorted(places)


def test_nothing_of_the_article_reaches_the_terminal_as_a_command() -> None:
    article = Article("“It is \x1b[2Jlate,” said Ann\x1b[31m Lee.", "a.txt")
    assert "\x1b" not in trace(article, outline_of(article))
