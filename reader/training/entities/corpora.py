"""Articles with the names in them, from three corpora with different annotation.

- PolNeAR's train part as CoreNLP's recogniser labelled it (people, places, organisations; automatic).
- GUM (Zeldes, "The GUM Corpus", LREC 2017), documents named in a list: named entities by hand.
- Geoparsing corpora: LGL (Lieberman et al., 2010) and TR-News (Kamalloo & Rafiei, 2018): places by hand
  and nothing else; people and organisations are added by a tagger that learnt from the other two.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reader.analysis.entities.entity import Entity, Kind
from reader.analysis.entities.tagger import KINDS
from reader.analysis.names import HONORIFICS, PARTICLES, TITLES, name_end
from reader.analysis.pipeline import begin
from reader.analysis.sentences import split_sentences
from reader.analysis.words import Sentence, name_words_in
from reader.document.article import Article
from reader.document.span import Span
from reader.sources import open_article
from reader.training.corenlp import tokens

_CORENLP: dict[str, Kind] = {"PERSON": "person", "LOCATION": "place", "ORGANIZATION": "organisation"}
_GUM: dict[str, Kind] = {"person": "person", "place": "place", "organization": "organisation"}
_ENTITY = re.compile(r"\(([^()]+)(\))?|([^()]+)\)")
_CODES = {kind: letter for letter, kind in KINDS.items()}


class Example(NamedTuple):
    """One article in sentences, with its names."""

    name: str
    text: str
    sentences: list[Sentence]
    names: list[tuple[Span, Kind]]


def sentences_of(text: str) -> list[Sentence]:
    """The words of every sentence as analysis sees them."""
    findings = split_sentences(begin(Article(text, "training")))
    return [list(name_words_in(findings.text, sentence)) for sentence in findings.sentences]


def polnear(corpus: Path, folder: Path, one_in: int) -> Iterator[Example]:
    """Every n-th article of PolNeAR's train part, labelled by CoreNLP."""
    rows = corpus.read_text(encoding="utf-8").splitlines()
    for row in rows[::one_in]:
        uri = json.loads(row)["source"]["uri"]
        found = tokens(folder, Path(uri).name)
        if found:
            text = open_article(str(corpus.parent / uri)).text
            names: list[tuple[Span, Kind]] = []
            last = "O"
            for token in found:
                span = Span(token.start, token.start + len(token.text))
                kind = _CORENLP.get(token.entity)
                if kind and token.entity == last:
                    names[-1] = (Span(names[-1][0].start, span.end), kind)
                elif kind:
                    names.append((span, kind))
                last = token.entity
            yield Example(uri, text, sentences_of(text), names)


def gum(folder: Path, listed: Path) -> Iterator[Example]:
    """The listed documents of GUM, from a folder of its CoNLL-U files."""
    for row in listed.read_text(encoding="utf-8").splitlines():
        path = folder / f"{row.strip()}.conllu"
        if row and not row.startswith("#") and path.exists():
            yield _gum_document(path)


def _gum_document(path: Path) -> Example:
    text = ""
    names: list[tuple[Span, Kind]] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [row.split("\t") for row in block.splitlines() if row and row[0].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if not rows:
            continue
        text += "\n\n" if text and "# newpar" in block else ""
        spans = []
        for row in rows:
            spans.append(Span(len(text), len(text) + len(row[1])))
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
        parts = [row[4] for row in rows]
        for kind, first, last in _gum_entities(rows):
            name = _proper(parts, [row[1] for row in rows], first, last)
            if kind in _GUM and name:
                names.append((Span(spans[name[0]].start, spans[name[1] - 1].end), _GUM[kind]))
    return Example(path.stem, text, sentences_of(text), _longest(names))


def _gum_entities(rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, int, int]]:
    """Type, first and last (exclusive) word of the mentions in a sentence."""
    opened: list[tuple[str, str, int]] = []
    for at, row in enumerate(rows):
        marks = dict(each.split("=", 1) for each in row[9].split("|") if "=" in each).get("Entity", "")
        for match in _ENTITY.finditer(marks):
            if match[1]:
                name, kind, *_ = match[1].split("-")
                if match[2]:
                    yield kind, at, at + 1
                else:
                    opened.append((name, kind, at))
            else:
                index = next(n for n in range(len(opened) - 1, -1, -1) if opened[n][0] == match[3])
                _, kind, first = opened.pop(index)
                yield kind, first, at + 1


def _proper(parts: Sequence[str], texts: Sequence[str], first: int, last: int) -> tuple[int, int] | None:
    """The proper nouns that a mention begins with, titles left out: “the French president Anna Berg, 40”."""
    at = first
    while at < last and (
        not parts[at].startswith("NNP") or texts[at].lower().strip(".") in TITLES | HONORIFICS
    ):
        if parts[at] in {",", "IN", "-LRB-"}:
            return None
        at += 1
    end = at
    while end < last and (
        parts[end].startswith("NNP")
        or (parts[end] in {"HYPH", "NN", "JJ", "IN", "DT"} and end + 1 < last and parts[end + 1].startswith("NNP")
            and (texts[end].lower() in PARTICLES | {"of", "-", "the"}))
    ):  # fmt: skip
        end += 1
    return (at, end) if end > at else None


def geoparsed(rows: Sequence[dict[str, Any]]) -> Iterator[Example]:  # Any: rows of the corpora's own JSON
    """Articles with their toponyms; those with people have both."""
    for row in rows:
        names: list[tuple[Span, Kind]] = [
            (Span(each["start"], each["end"]), "place")
            for each in row["toponyms"]
            if each["status"] == "required"
        ]
        for each in row["persons"] or ():
            if each["status"] == "required":
                names.append((Span(each["start"], each["end"]), "person"))
        yield Example(row["id"], row["text"], sentences_of(row["text"]), _longest(names))


def with_others(example: Example, found: Sequence[Entity]) -> Example:
    """An article whose gold names are completed by names of other kinds that a tagger found."""
    taken = {at for span, _ in example.names for at in range(*span)}
    told = {kind for _, kind in example.names}
    others = [
        (each.span, each.kind)
        for each in found
        if each.kind not in told | {"place"} and not taken & {*range(*each.span)}
    ]
    return example._replace(names=sorted([*example.names, *others]))


def _longest(names: Sequence[tuple[Span, Kind]]) -> list[tuple[Span, Kind]]:
    """The names without those inside others."""
    kept: list[tuple[Span, Kind]] = []
    for span, kind in sorted(names, key=lambda each: (each[0].start, -each[0].end)):
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, kind))
    return kept


def labels(example: Example) -> list[list[str]]:
    """The gold label of every word."""
    starts = {span.start: (span, kind) for span, kind in example.names}
    found: list[list[str]] = []
    inside: tuple[Span, Kind] | None = None
    for sentence in example.sentences:
        row = []
        for word in sentence:
            begins = next((starts[at] for at in range(word.start, word.end) if at in starts), None)
            if begins:
                inside = begins
                row.append(f"B-{_CODES[begins[1]]}")
            elif inside and word.start < inside[0].end and name_end(word) > inside[0].start:
                row.append(f"I-{_CODES[inside[1]]}")
            else:
                inside = None
                row.append("O")
        found.append(row)
    return found
