"""Rows that say how an article is sourced: who speaks how much, and which paragraphs the outline leaves out."""

from collections.abc import Iterator

from reader.app.row import Row, Target
from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.paragraphs import paragraphs
from reader.document.sourcing import left_out, sources
from reader.export.wording import NO_SPEAKER
from reader.sanitise import printable

_CELLS = 8
"""Width of the longest bar."""


def source_rows(article: Article, outline: Outline) -> Iterator[Row]:
    """The sources with a bar each, direct speech solid and reported speech light, then the coverage."""
    found = sources(article.text, outline)
    if not found:
        return
    total = sum(each.words for each in found) or 1
    most = found[0].words or 1
    named = sum(each.words for each in found if each.is_named)
    direct = sum(each.direct for each in found)
    yield Row("SOURCES", "outline--header", right=f"{total} words")
    yield Row(f"{100 * named // total} % by name · {100 * direct // total} % direct", "outline--state")
    for each in found:
        name = printable(each.name.phrase(article.text)) if each.name else NO_SPEAKER
        solid = round(_CELLS * each.direct / most)
        bar = "█" * solid + "░" * (max(1, round(_CELLS * each.words / most)) - solid)
        spans = tuple(quote.span for quote in each.quotes)
        links = tuple(f"statement {number} of {len(spans)}" for number in range(1, len(spans) + 1))
        target = Target("speaker", f"w-{each.quotes[0].id}", spans, (), each.quotes[0], links)
        style = "outline--speaker" if each.is_named else "outline--unnamed"
        yield Row(name, style, target, f"{each.words}", lead=f"{bar:<{_CELLS}} ")
    yield from _coverage(article, outline)


def _coverage(article: Article, outline: Outline) -> Iterator[Row]:
    missing = left_out(article.text, outline)
    count = len(paragraphs(article.text))
    if missing and count:
        shown = ", ".join(map(str, missing[:8])) + (" …" if len(missing) > 8 else "")
        words = f"{count - len(missing)} of {count} paragraphs are in the outline; not {shown}"
        yield Row(words, "outline--state")
