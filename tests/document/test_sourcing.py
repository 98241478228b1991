"""Who speaks how much, and what the outline leaves out."""

from hypothesis import given

from reader.analysis import outline_of
from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.paragraphs import paragraphs
from reader.document.sourcing import left_out, sources
from tests.strategies import texts

TEXT = (
    "“We will rebuild the bridge before the winter,” said Anna Berg, the mayor of Oslo.\n"
    "“Nobody asked us about the price,” said a Romanian captain.\n"
    "“It is paid for,” Berg said.\n"
    "The river was quiet.\n"
)


def test_the_one_with_most_words_comes_first_and_descriptions_are_no_names() -> None:
    found = sources(TEXT, outline_of(Article(TEXT, "bridge")))
    names = [(each.name.text(TEXT) if each.name else None, each.is_named, each.direct) for each in found]
    assert names == [("Anna Berg", True, 12), ("a Romanian captain", False, 6)]
    assert [len(each.quotes) for each in found] == [2, 1]


def test_paragraphs_without_any_item_are_told(seed: Article, seed_outline: Outline) -> None:
    assert left_out("One.\n\nTwo.", Outline()) == (1, 2)
    missing = left_out(seed.text, seed_outline)
    assert 0 < len(missing) < 12
    for number in missing:
        paragraph = paragraphs(seed.text)[number - 1]
        assert not any(quote.span.touches(paragraph) for quote in seed_outline.quotes)
        assert not any(figure.span.touches(paragraph) for figure in seed_outline.figures)


@given(texts)
def test_every_quote_has_one_source(text: str) -> None:
    outline = outline_of(Article(text, "x"))
    found = sources(text, outline)
    assert sorted(quote.id for each in found for quote in each.quotes) == sorted(
        each.id for each in outline.quotes
    )
    assert [each.words for each in found] == sorted((each.words for each in found), reverse=True)
