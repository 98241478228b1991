"""An outline as JSON and back: schema `newsreader-outline/1`, published as outline.schema.json.

Passages are written with their words, so that the JSON can be read and checked without the article;
what is read back is only the ranges, from which the words follow again.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from reader.document.anonymity import unnamed
from reader.document.article import Article, Block, BlockKind, MarkedHeading, Media
from reader.document.outline import (
    Figure,
    KeySentence,
    Location,
    Outline,
    Person,
    Quote,
    Section,
    Speaker,
    Step,
)
from reader.document.span import Span
from reader.errors import OutlineError

SCHEMA = "newsreader-outline/1"

# A JSON object whose shape is known by the schema, not by a Python type.
Json = dict[str, Any]


def schema() -> Json:
    """The JSON Schema (draft 2020-12) of what `to_json` returns."""
    path = Path(__file__).with_name("outline.schema.json")
    return dict(json.loads(path.read_text(encoding="utf-8")))


def to_json(article: Article, outline: Outline) -> Json:
    """The outline of *article* as plain values, ready for `json.dumps`."""
    reasons = {each.quote.id: each.reason for each in unnamed(article.text, outline)}
    writer = _Writer(article.text, reasons)
    return {
        "schema": SCHEMA,
        "source": _source(article, outline),
        "text": article.text,
        "analysed": outline.analysed,
        "language": outline.language,
        "title": writer.optional(outline.title),
        "sections": [writer.section(each) for each in outline.sections],
        "quotes": [writer.quote(each) for each in outline.quotes],
        "figures": [writer.figure(each) for each in outline.figures],
        "locations": [writer.location(each) for each in outline.locations],
        "people": [writer.person(each) for each in outline.people],
        "summary": [writer.key_sentence(each) for each in outline.summary],
    }


def from_json(data: Json) -> tuple[Article, Outline]:
    """Article and outline of what `to_json` returned. Raises OutlineError when it is something else."""
    if data.get("schema") != SCHEMA:
        raise OutlineError(f"this is no {SCHEMA} outline: its schema is {data.get('schema')!r}")
    try:
        return _article(data), _outline(data)
    except (KeyError, TypeError, ValueError) as error:
        raise OutlineError(f"the outline does not follow {SCHEMA}: {error!r}") from error


def outline_from_json(data: Json) -> Outline:
    """The outline alone, of what `to_json` returned. Raises OutlineError when it is something else."""
    try:
        return _outline(data)
    except (KeyError, TypeError, ValueError) as error:
        raise OutlineError(f"the outline does not follow {SCHEMA}: {error!r}") from error


def headings_to_json(headings: tuple[MarkedHeading, ...] | None) -> list[list[int]] | None:
    """Marked headings as [start, end, level] rows."""
    return (headings and [[*h.span, h.level] for h in headings]) or ([] if headings == () else None)


def headings_from_json(rows: Iterable[list[int]] | None) -> tuple[MarkedHeading, ...] | None:
    """Marked headings of what `headings_to_json` returned."""
    if rows is None:
        return None
    return tuple(MarkedHeading(Span(start, end), level) for start, end, level in rows)


def blocks_to_json(blocks: tuple[Block, ...]) -> list[list[int | str]]:
    """Blocks as [start, end, kind] rows."""
    return [[*each.span, each.kind] for each in blocks]


def blocks_from_json(rows: Iterable[tuple[int, int, BlockKind]]) -> tuple[Block, ...]:
    """Blocks of what `blocks_to_json` returned."""
    return tuple(Block(Span(start, end), kind) for start, end, kind in rows)


def media_to_json(media: tuple[Media, ...]) -> list[Json]:
    """Pictures as objects of kind, url and caption."""
    return [{"kind": each.kind, "url": each.url, "caption": each.caption} for each in media]


def media_from_json(rows: Iterable[Json]) -> tuple[Media, ...]:
    """Pictures of what `media_to_json` returned."""
    return tuple(Media(row["kind"], row["url"], row["caption"]) for row in rows)


def _source(article: Article, outline: Outline) -> Json:
    title = article.title or (outline.title.phrase(article.text) if outline.title else None)
    return {
        "uri": article.uri,
        "sha256": article.sha256,
        "title": title,
        "byline": article.byline,
        "site": article.site,
        "published": article.published,
        "language": article.language,
        "headings": headings_to_json(article.headings),
        "blocks": blocks_to_json(article.blocks),
        "media": media_to_json(article.media),
    }


class _Writer:
    """Writes items of one text."""

    def __init__(self, text: str, reasons: Mapping[str, Span | None]) -> None:
        self.text = text
        self.reasons = reasons

    def span(self, span: Span) -> Json:
        return {"start": span.start, "end": span.end, "text": span.text(self.text)}

    def optional(self, span: Span | None) -> Json | None:
        return self.span(span) if span else None

    def phrase(self, span: Span | None) -> str | None:
        return span.phrase(self.text) if span else None

    def section(self, each: Section) -> Json:
        start, end = each.span
        return {
            "start": start,
            "end": end,
            "level": each.level,
            "heading": self.optional(each.heading),
        }

    def quote(self, each: Quote) -> Json:
        return {
            "id": each.id,
            **self.span(each.span),
            "kind": each.kind,
            "speaker": self.speaker(each.speaker, self.reasons.get(each.id)) if each.speaker else None,
            "cue": self.optional(each.cue),
            "rule": each.rule,
            "spans": [[*part] for part in each.parts or (each.span,)],
            "probability": each.probability,
            "trace": [[step.rule, *step.proposed, step.weight, step.is_followed] for step in each.trace],
        }

    def speaker(self, each: Speaker, reason: Span | None) -> Json:
        return {
            "name": self.phrase(each.name),
            "role": self.phrase(each.role),
            "mention": self.span(each.mention),
            "name_range": [*each.name],
            "role_range": [*each.role] if each.role else None,
            "kind": each.kind,
            "reason": self.optional(reason),
            "how": each.how,
            "probability": each.probability,
        }

    def figure(self, each: Figure) -> Json:
        return {
            "id": each.id,
            **self.span(each.span),
            "value": each.value,
            "upper": each.upper,
            "bound": each.bound,
            "unit": each.unit,
            "dimension": each.dimension,
            "of": self.optional(each.of),
            **({"total": each.total} if each.total is not None else {}),
        }

    def location(self, each: Location) -> Json:
        return {
            "id": each.id,
            "name": each.name,
            "country": each.country,
            "latitude": each.latitude,
            "longitude": each.longitude,
            "geonames_id": each.geonames_id,
            "mentions": [self.span(mention) for mention in each.mentions],
            "how": each.how,
            "probability": each.probability,
        }

    def person(self, each: Person) -> Json:
        return {
            "id": each.id,
            "name": self.phrase(each.name),
            "role": self.phrase(each.role),
            "name_range": [*each.name],
            "role_range": [*each.role] if each.role else None,
            "mentions": [self.span(mention) for mention in each.mentions],
        }

    def key_sentence(self, each: KeySentence) -> Json:
        return {"id": each.id, **self.span(each.span), "rank": each.rank}


def _article(data: Json) -> Article:
    source = data["source"]
    return Article(
        text=data["text"],
        uri=source["uri"],
        title=None if data["title"] else source["title"],
        byline=source["byline"],
        site=source["site"],
        published=source["published"],
        language=source["language"],
        headings=headings_from_json(source["headings"]),
        blocks=blocks_from_json(source["blocks"]),
        media=media_from_json(source["media"]),
    )


def _outline(data: Json) -> Outline:
    return Outline(
        title=_optional(data["title"]),
        analysed=data["analysed"],
        language=data["language"],
        sections=tuple(
            Section(_span(each), each["level"], _optional(each["heading"])) for each in data["sections"]
        ),
        quotes=tuple(map(_quote, data["quotes"])),
        figures=tuple(map(_figure, data["figures"])),
        locations=tuple(map(_location, data["locations"])),
        people=tuple(map(_person, data["people"])),
        summary=tuple(KeySentence(each["id"], _span(each), each["rank"]) for each in data["summary"]),
    )


def _span(data: Json) -> Span:
    return Span(data["start"], data["end"])


def _optional(data: Json | None) -> Span | None:
    return _span(data) if data else None


def _pair(data: list[int] | None) -> Span | None:
    return Span(*data) if data else None


def _mentions(data: Json) -> tuple[Span, ...]:
    return tuple(map(_span, data["mentions"]))


def _quote(data: Json) -> Quote:
    speaker = data["speaker"] and Speaker(
        _span(data["speaker"]["mention"]),
        Span(*data["speaker"]["name_range"]),
        _pair(data["speaker"]["role_range"]),
        data["speaker"]["how"],
        data["speaker"]["probability"],
        data["speaker"].get("kind", "name"),  # outlines of 0.1.0 tell none
    )
    parts = tuple(Span(start, end) for start, end in data["spans"])
    trace = data.get("trace", ())  # outlines of 0.1.0 have none
    return Quote(
        data["id"],
        _span(data),
        data["kind"],
        speaker or None,
        _optional(data["cue"]),
        data["rule"],
        parts if len(parts) > 1 else (),
        data["probability"],
        tuple(Step(rule, Span(start, end), weight, followed) for rule, start, end, weight, followed in trace),
    )


def _figure(data: Json) -> Figure:
    return Figure(
        data["id"],
        _span(data),
        data["value"],
        data["upper"],
        data["bound"],
        data["unit"],
        data["dimension"],
        _optional(data["of"]),
        data.get("total"),
    )


def _location(data: Json) -> Location:
    return Location(
        data["id"],
        data["name"],
        data["country"],
        data["latitude"],
        data["longitude"],
        data["geonames_id"],
        _mentions(data),
        data["how"],
        data["probability"],
    )


def _person(data: Json) -> Person:
    return Person(data["id"], Span(*data["name_range"]), _pair(data["role_range"]), _mentions(data))
