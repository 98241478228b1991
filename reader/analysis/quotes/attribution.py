"""Which quoted passages are quotes, and who is quoted: paragraph by paragraph, in reading order."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.analysis.findings import Findings
from reader.analysis.quotes.cues import Attribution, best_attribution
from reader.analysis.quotes.frames import Frame, frames
from reader.analysis.quotes.speakers import Speakers
from reader.document.outline import Quote
from reader.document.span import Span

_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_TITLE_CUE = re.compile(
    r"(?:\b(?:titled|entitled|dubbed|nicknamed|so-called|known as|the term|the word|the phrase|film|movie|book|song|"
    r"album|novel|series|show|documentary|play|episode|hashtag|slogan|program|programme|study|report)\s*,?\s*)$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\s*[―—–]\s*(?P<name>[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,4})")
_NAMED_LINE = re.compile(r"(?P<name>[A-Z][A-Za-z.’' -]{1,50}):\s*$")
FEW_WORDS = 3
_STRONG = 0.55


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a passage stands: its frame, and the token in it."""

    frame: Frame
    at: int


def find_quotes(findings: Findings) -> Findings:
    """Step: the direct quotes with cue, speaker mention and the name behind it."""
    speakers = Speakers(findings)
    found: list[Quote] = []
    last: tuple[int, Quote] | None = None
    for number, span, place in _placed(findings):
        attribution = best_attribution(place.frame, place.at) if place else None
        if attribution and attribution.score < 0.2:
            attribution = None
        attribution = attribution or _from_layout(findings.text, span)
        previous = last[1] if last and number - last[0] <= 1 else None
        if not _is_quote(findings.text, span, attribution, previous, place):
            continue
        quote = _attributed(speakers, span, attribution, previous, place)
        quote = replace(quote, id=f"q{len(found) + 1}")
        found.append(quote)
        last = (speakers.paragraph_of(span.end - 1), quote)
    return replace(findings, outline=replace(findings.outline, quotes=tuple(found)))


def _placed(findings: Findings) -> Iterator[tuple[int, Span, _Place | None]]:
    """Every quoted passage with its paragraph's number and its place in a frame."""
    starts = [paragraph.start for paragraph in findings.paragraphs]
    by_paragraph: dict[int, list[tuple[int, Span]]] = {}
    for index, span in enumerate(findings.quoted):
        for number in range(bisect_right(starts, span.start) - 1, bisect_left(starts, span.end)):
            by_paragraph.setdefault(number, []).append((index, span))
    places: dict[int, _Place] = {}
    for number, inside in by_paragraph.items():
        for frame in frames(findings.text, findings.paragraphs[number], number, inside):
            for at, token in enumerate(frame.tokens):
                # A quotation over several paragraphs is attributed by the last that says more.
                if token.quote is not None and (len(frame.tokens) > 1 or token.quote not in places):
                    places[token.quote] = _Place(frame, at)
    for index, span in enumerate(findings.quoted):
        yield bisect_right(starts, span.start) - 1, span, places.get(index)


def _from_layout(text: str, span: Span) -> Attribution | None:
    """A speaker named by the layout: “…” ― Name, or NAME: “…”."""
    signed = _SIGNED.match(text, span.end, span.end + 80)
    if signed:
        return Attribution(None, Span.of(signed, "name"), "signed", 1.0)
    start = text.rfind("\n", max(0, span.start - 61), span.start) + 1
    named = _NAMED_LINE.match(text[max(start, span.start - 60) : span.start])
    if named and start >= span.start - 60:
        name = Span(start + named.start("name"), start + named.end("name"))
        return Attribution(None, name, "named before a colon", 1.0)
    return None


def _is_quote(
    text: str,
    span: Span,
    attribution: Attribution | None,
    previous: Quote | None,
    place: _Place | None,
) -> bool:
    """Whether somebody is quoted as saying these words: no title, nickname or scare quote."""
    words = _WORD.findall(span.text(text))
    if not words:
        return False
    if text[span.start] in "'‘" and attribution is None and len(words) < 6:
        return False
    before = text[max(0, span.start - 40) : span.start]
    titled = _TITLE_CUE.search(before) is not None
    if titled and (attribution is None or attribution.score < 1.0):
        return len(words) > 10
    if _is_title_case(words) and len(words) > 1 and (attribution is None or attribution.score < _STRONG):
        return False
    if attribution is None and len(words) <= FEW_WORDS:
        alone = place is not None and len(place.frame.tokens) <= 2
        return alone and previous is not None
    return True


def _is_title_case(words: list[str]) -> bool:
    longer = [word for word in words if len(word) > 3]
    return bool(longer) and all(word[0].isupper() for word in longer) and len(words) <= 12


def _attributed(
    speakers: Speakers,
    span: Span,
    attribution: Attribution | None,
    previous: Quote | None,
    place: _Place | None,
) -> Quote:
    if attribution and attribution.mention:
        speaker = speakers.behind(attribution.mention, previous)
        return Quote("", span, "direct", speaker, attribution.cue, attribution.rule)
    if previous and previous.speaker and _continues(place):
        return Quote("", span, "direct", previous.speaker, None, "speaker of the quote before")
    named = speakers.subject_before(span)
    if named:
        return Quote("", span, "direct", named, None, "subject of the sentence before")
    if previous and previous.speaker:
        return Quote("", span, "direct", previous.speaker, None, "speaker of the quote before")
    return Quote("", span, "direct", None, None, "the article names no speaker")


def _continues(place: _Place | None) -> bool:
    """Whether the quotation is a sentence of its own in a paragraph that goes on or begins with it."""
    return place is not None and len(place.frame.tokens) <= 3
