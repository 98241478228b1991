"""Who really said what, from annotated articles of two formats, and whether a speaker that is shown is right.

A line of a file is an article, either as PolNeAR is read (`corpus.py`) or with `text`, and `quotes` whose `speaker`
has a `name` (null where the article gives none, with the words of the `source`) and the `mention` of it.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from reader.analysis.entities.recognition import find_entities
from reader.analysis.findings import Findings
from reader.analysis.people import find_people
from reader.analysis.pipeline import begin
from reader.analysis.quotes import find_quoted
from reader.analysis.sections import find_sections
from reader.analysis.sentences import split_sentences
from reader.document.article import Article
from reader.document.outline import Quote, Speaker
from reader.document.span import Span
from reader.sources import open_article

_YOUNGER = frozenset("jr sr ii iii".split())


class Truth(NamedTuple):
    """A quotation, the last words of names that identify who said it, and the words that attribute it.

    `unknown`: it is a pronoun, and nobody knows who is meant; `described`: it is a description, and `names` are only
    those that stand in it.
    """

    spans: list[Span]
    direct: bool
    names: frozenset[str]
    mentions: list[Span]
    unknown: bool = False
    described: bool = False


class Annotated(NamedTuple):
    """An article, its genre, and the truth about its quotations."""

    article: Article
    genre: str
    truths: list[Truth]


def read(corpus: Path) -> Iterator[Annotated]:
    """The articles of a file in either format."""
    for row in corpus.read_text(encoding="utf-8").splitlines():
        data = json.loads(row)
        genre = str(data.get("genre") or data.get("domain") or corpus.parent.name)
        if "attributions" in data:
            article = open_article(str(corpus.parent / data["source"]["uri"]))
            contents = {each["id"]: each for each in data["attributions"]}
            found = [_attributed(each, contents) for each in data["quotes"]]
        else:
            article = Article(data["text"], data["source"]["uri"])
            found = [_named(each) for each in data["quotes"] if not each.get("speaker_optional")]
        yield Annotated(article, genre, [each for each in found if each.mentions])


def _attributed(each: dict[str, Any], contents: dict[str, Any]) -> Truth:  # Any: rows of the corpus' own JSON
    direct = each["kind"] == "direct"
    attribution = contents.get(str(each.get("attribution")), {"source": [], "content": []})
    sources = each["sources"] if direct else attribution["source"]
    spans = [[each["start"], each["end"]]] if direct else each["spans"]
    is_pronoun = each.get("source_type") == "pronoun"
    unknown = is_pronoun and each.get("silver") not in {"coref+prior", "gold"}
    names = frozenset() if unknown else frozenset(each.get("accept") or ())
    described = each.get("source_type") == "other" and each.get("silver") != "gold"
    return Truth(
        [Span(*span) for span in spans], direct, names, [Span(*span) for span in sources], unknown, described
    )


def _named(each: dict[str, Any]) -> Truth:  # Any: rows of the corpus' own JSON
    speaker, source = each["speaker"] or {}, each.get("source")
    names = [speaker["name"], *speaker.get("accept", ())] if speaker else []
    place = speaker.get("mention") or source
    mentions = [Span(place["start"], place["end"])] if place else []
    return Truth([Span(each["start"], each["end"])], True, frozenset(map(_last, names)), mentions)


def findings_of(article: Article) -> Findings:
    """What analysis finds in an article before its quotes."""
    return find_people(find_entities(find_quoted(find_sections(split_sentences(begin(article))))))


def is_mentioned(text: str, speaker: Speaker, truth: Truth) -> bool:
    """Whether the words by which *speaker* is named are those that attribute the quotation."""
    return any(_share_half(text, speaker.mention, each) for each in truth.mentions)


def is_right(text: str, speaker: Speaker, truth: Truth) -> bool | None:
    """Whether *speaker* is shown rightly; None where that is not known, or nothing is claimed."""
    shares = is_mentioned(text, speaker, truth)
    if truth.unknown:
        return None if shares else False
    if speaker.is_named and truth.names:
        name = {*speaker.name.phrase(text).lower().split()}
        words = name if speaker.kind == "organisation" else set()
        is_own = shares and name <= {*speaker.mention.phrase(text).lower().split()}
        return is_own or bool(truth.names & {_last(speaker.name.phrase(text)), *words})
    return None if truth.names and shares else shares


def truth_of(quote: Quote, truths: list[Truth]) -> Truth | None:
    """The truth about a quotation that was found: the one that shares most of its words, at least half."""
    spans = quote.parts or (quote.span,)
    alike = [each for each in truths if each.direct == (quote.kind == "direct")]
    best = max(alike, key=lambda each: _common(spans, each.spans), default=None)
    if best is None:
        return None
    size = min(_size(spans), _size(best.spans))
    return best if 2 * _common(spans, best.spans) >= max(1, size) else None


def _size(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _common(some: tuple[Span, ...], others: list[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others)


def _share_half(text: str, mention: Span, source: Span) -> bool:
    common = Span(max(mention.start, source.start), min(mention.end, source.end))
    shared = len(common.text(text).split()) if common.start < common.end else 0
    return shared > 0 and 2 * shared >= min(len(mention.text(text).split()), len(source.text(text).split()))


def _last(name: str) -> str:
    words = [word.strip(".,'’") for word in name.lower().split()]
    return next((word for word in reversed(words) if word and word not in _YOUNGER), "")
