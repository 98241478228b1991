"""PolNeAR and GUM as articles to learn from: gold labels for units, and who said each quotation.

PolNeAR 1.0: Newell, Margolin, Ruths, "An Attribution Relations Corpus for Political News" (LREC 2018). GUM: Zeldes,
"The GUM Corpus" (Language Resources and Evaluation 51, 2017), its attributions and coreference.

A line of a file is an article: `source.uri`, `attributions` (ranges of source, cue and content), `quotes` (quoted spans
with `sources`, `accept`: last names that identify the source, and `modifiers`), `negatives` (quoted spans that nobody
is quoted with), `discard` (what counts neither way), and for GUM `genre`.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reader.analysis.entities.recognition import find_entities
from reader.analysis.findings import Findings
from reader.analysis.people import find_people
from reader.analysis.pipeline import begin
from reader.analysis.quotes import find_quoted
from reader.analysis.quotes.line import Line, line_of
from reader.analysis.quotes.parts import Part
from reader.analysis.quotes.tagger import Kind
from reader.analysis.quotes.units import Unit
from reader.analysis.sections import find_sections
from reader.analysis.sentences import split_sentences
from reader.document.span import Span
from reader.sources import open_article

_ROLES: tuple[tuple[str, Kind, str], ...] = (
    ("content", "content", "T"),
    ("source", "source", "S"),
    ("cue", "cue", "C"),
)


POLITICS = "politics"
"""The domain of a corpus that does not name one."""


class Gold(NamedTuple):
    """A direct quotation with the ranges of its sources and the last names that identify them."""

    span: Span
    sources: list[Span]
    accept: frozenset[str]
    modifiers: list[Span]
    pronoun: bool
    partial: bool = False
    """Whether it is a part of a longer statement."""


class Example(NamedTuple):
    """One article: what analysis found before the quotes, its units, and the gold of both."""

    findings: Findings
    line: Line
    owners: dict[int, tuple[Kind, str, int]]
    """Of annotated code points: kind, attribution, and start of the annotated range."""
    quotes: list[Gold]
    sources: list[tuple[int, Span]]
    """Of every attribution, where its content begins and its source."""
    ignored: list[Span]
    domain: str = POLITICS
    negatives: Sequence[Span] = ()


def read(corpus: Path) -> Iterator[Example]:
    """The articles of a corpus file, in its order."""
    for row in corpus.read_text(encoding="utf-8").splitlines():
        data = json.loads(row)
        article = open_article(str(corpus.parent / data["source"]["uri"]))
        findings = find_people(find_entities(find_quoted(find_sections(split_sentences(begin(article))))))
        yield Example(
            findings,
            line_of(findings),
            _owners(data["attributions"]),
            [_gold(each) for each in data["quotes"] if each["kind"] == "direct"],
            sorted(
                (each["content"][0][0], Span(*each["source"][0]))
                for each in data["attributions"]
                if each["source"] and each["content"]
            ),
            _spans(data.get("discard", [])),
            data.get("genre", POLITICS),
            _spans(data.get("negatives", [])),
        )


def _spans(ranges: list[list[int]]) -> list[Span]:
    return [Span(start, end) for start, end in ranges]


def _gold(each: dict[str, Any]) -> Gold:  # Any: rows of the corpus' own JSON
    return Gold(
        Span(each["start"], each["end"]),
        _spans(each["sources"]),
        frozenset(each["accept"]) if each["source_type"] != "pronoun" or each["silver"] else frozenset(),
        _spans(each["modifiers"]),
        each["source_type"] == "pronoun",
        each["extent"] == "partial",
    )


def _owners(attributions: list[dict[str, Any]]) -> dict[int, tuple[Kind, str, int]]:
    """Shorter ranges win where annotations overlap."""
    ranges = [
        (end - start, start, end, kind, each["id"])
        for each in attributions
        for role, kind, _ in _ROLES
        for start, end in each[role]
    ]
    found: dict[int, tuple[Kind, str, int]] = {}
    for _, start, end, kind, name in sorted(ranges, key=lambda each: -each[0]):
        found.update(dict.fromkeys(range(start, end), (kind, name, start)))
    return found


def labels(example: Example) -> list[str]:
    """The gold label of every unit."""
    short: dict[Kind, str] = {kind: letter for _, kind, letter in _ROLES}
    found: list[str] = []
    last: tuple[Kind, str, int] | None = None
    for at, unit in enumerate(example.line.units):
        owner = _owner(example, unit)
        if example.line.starts_paragraph(at):
            last = None
        found.append("O" if owner is None else f"{'I' if owner == last else 'B'}-{short[owner[0]]}")
        last = owner
    return found


def _owner(example: Example, unit: Unit) -> tuple[Kind, str, int] | None:
    """The annotation that a unit belongs to: for a quotation, that of most of it."""
    if unit.quote is None:
        return example.owners.get(unit.start)
    counts = Counter(filter(None, map(example.owners.get, range(unit.start, unit.end))))
    kinds: Counter[Kind] = Counter()
    for (kind, _, _), count in counts.items():
        kinds[kind] += count
    if not kinds:
        return None
    kind, most = kinds.most_common(1)[0]
    if 2 * most < unit.end - unit.start - 2:
        return None
    return max((each for each in counts if each[0] == kind), key=counts.__getitem__)


def attribution(example: Example, part: Part) -> str | None:
    """The attribution that a part found by the tagger belongs to."""
    span = example.line.span(part.first, part.last)
    names = Counter(
        owner[1]
        for owner in map(example.owners.get, range(span.start, span.end))
        if owner and owner[0] == part.kind
    )
    return names.most_common(1)[0][0] if names else None
