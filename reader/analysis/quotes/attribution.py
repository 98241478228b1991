"""Which passages are quotes, direct and indirect, and who is quoted: in reading order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import NamedTuple

from reader.analysis.findings import Findings
from reader.analysis.quotes.confidence import Evidence, confidence
from reader.analysis.quotes.cutting import Cut, cut
from reader.analysis.quotes.decisions import BY_AGENT, CLOSES, JOINED, Proposal
from reader.analysis.quotes.headline import with_echoes
from reader.analysis.quotes.joins import join_features
from reader.analysis.quotes.layout import introduced, signed_by, transcribed
from reader.analysis.quotes.line import Line, line_of
from reader.analysis.quotes.linking import Links
from reader.analysis.quotes.naming import goes_on_list, is_spoken_of, names_a_thing
from reader.analysis.quotes.parts import Part, parts_of
from reader.analysis.quotes.quotation import Judged, speech_features
from reader.analysis.quotes.sources import Sources
from reader.analysis.quotes.speakers import OF_PERSON, Speakers
from reader.analysis.quotes.speakers.kinds import Kinds
from reader.analysis.quotes.standing import bare, is_called
from reader.analysis.quotes.tagger import Shares, tag
from reader.analysis.regression import probability, weights
from reader.analysis.trained import word_classes
from reader.document.outline import Quote, Step
from reader.document.span import Span

LEAST_SPEAKER = 0.2
"""Probability below which the outline says that the speaker is not stated."""
DOUBTFUL = 0.5
"""Probability below which a quotation alone in its paragraph is given to whom the paragraph before is about."""
SIGNED = 0.97
"""Probability of a speaker whom the layout names."""
NAMED = 0.1
"""Probability that a passage is speech where the words around it say that it is a name."""


class Said(NamedTuple):
    """A quote before its speaker is named. `share`: the probability of its source; `joined`: what tells whether
    a reported statement belongs to it."""

    spans: tuple[Span, ...]
    direct: bool
    cue: Span | None
    source: Cut | None
    rule: str
    share: float
    speech: float
    trace: tuple[Step, ...] = ()
    joined: tuple[str, ...] = ()


def find_quotes(findings: Findings) -> Findings:
    """Step: direct and indirect quotes with cue, speaker mention and the name behind it."""
    found = tuple(quote for quote, _ in with_evidence(findings))
    return replace(findings, outline=replace(findings.outline, quotes=found))


def with_evidence(findings: Findings) -> Iterator[tuple[Quote, Evidence | None]]:
    """Every quote with what is known of its speaker; None where the article names none."""
    line = line_of(findings)
    shares = tag(line)
    links = Links(line, parts_of(line, shares))
    said = [*_direct(findings, line, shares, links), *_indirect(line, links)]
    said.sort(key=lambda each: each.spans[0])
    cited = [each.source.mention for each in said if each.source]
    speakers, direct, indirect = Speakers(findings, cited), count(1), count(1)
    kinds = Kinds(findings.text, findings.outline.people)
    for each in said:
        yield _quote(f"q{next(direct)}" if each.direct else f"r{next(indirect)}", each, speakers, kinds)


def _quote(name: str, said: Said, speakers: Speakers, kinds: Kinds) -> tuple[Quote, Evidence | None]:
    span = Span(said.spans[0].start, said.spans[-1].end)
    alone = speakers.of_paragraph_before(span) if said.direct and said.share < DOUBTFUL else None
    rule = "nobody is named beside it" if alone else said.rule
    named, share = alone, 1.0
    steps: tuple[Step, ...] = ()
    if not alone and said.source and said.share >= LEAST_SPEAKER:
        (named, steps), share = speakers.behind(said.source, span), said.share
    speaker, evidence = None, None
    if named:
        kind = "name" if named.how in OF_PERSON else kinds.of(named.speaker)
        evidence = Evidence(rule, share, named.how, named.probability, kind, said.direct, said.joined)
        speaker = replace(named.speaker, how=named.how, probability=confidence(evidence), kind=kind)
    quote = Quote(
        name,
        span,
        "direct" if said.direct else "indirect",
        speaker,
        said.cue,
        rule if speaker else "the article names no speaker for it",
        said.spans if len(said.spans) > 1 else (),
        round(said.speech, 3),
        (*said.trace, *steps) if speaker else said.trace,
    )
    return quote, evidence


_CIRCUMSTANCES = frozenset("in on at during after before this last next earlier meanwhile from".split())
_SHORT = 6
"""Words of a content that can be a circumstance alone."""


def _direct(findings: Findings, line: Line, shares: Sequence[Shares], links: Links) -> Iterator[Said]:
    """The quoted passages that are speech; one over several paragraphs is one quote."""
    for group in _passages(
        findings.text, line, with_echoes(line, list(judge(findings, line, shares, links)))
    ):
        if not any(each.is_speech(line) for each in group):
            continue
        speech = max(each.speech for each in group)
        best = max(group, key=lambda each: each.source.share if each.source else 0.0)
        span = line.span(group[0].at, group[-1].at + 1)
        content = links.content_at.get(best.at)
        cue = links.cue(content) if content else None
        said = Said((span,), True, cue and line.span(cue.first, cue.last), None, "", 0.0, speech)
        named = transcribed(findings.text, *span)
        signed = (named, "named at its beginning, as in a transcript") if named else best.signed
        if signed:
            told = (Step(signed[1], signed[0], SIGNED),)
            yield said._replace(source=Cut(signed[0]), rule=signed[1], share=SIGNED, trace=told)
        elif best.source:
            part = best.source.source
            source = cut(line, part.first, part.last)
            steps = tuple(_step(line, each) for each in best.source.trace)
            yield said._replace(source=source, rule=best.source.rule, share=best.source.share, trace=steps)
        else:
            yield said


def _step(line: Line, proposal: Proposal) -> Step:
    """A proposal for a source as it is shown."""
    span = line.span(proposal.source.first, proposal.source.last)
    return Step(proposal.rule, span, round(proposal.share, 3), proposal.is_followed)


def _passages(text: str, line: Line, judged: Iterable[Judged]) -> Iterator[list[Judged]]:
    """The units of each quoted passage; where a transcript names another speaker, a new one begins."""
    group: list[Judged] = []
    for each in judged:
        unit = line.units[each.at]
        if group and (
            unit.quote != line.units[group[-1].at].quote or transcribed(text, unit.start, unit.end)
        ):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def judge(findings: Findings, line: Line, shares: Sequence[Shares], links: Links) -> Iterator[Judged]:
    """Every unit of quotation in reading order."""
    sources = Sources(links)
    thing, before = False, -1
    times = Counter(bare(unit) for unit in line.units if unit.quote is not None)
    for at, unit in enumerate(line.units):
        if unit.quote is not None:
            source = sources.likeliest(at)
            signed = signed_by(findings.text, findings.quoted[unit.quote])
            share = source.share if source else None
            span = Span(unit.start, unit.end)
            told = signed or introduced(findings.text, span) or (source and source.rule in {BY_AGENT, CLOSES})
            listed = thing and goes_on_list(line, before, at)
            thing = not told and (listed or names_a_thing(findings.text, span) or is_called(line, at))
            before = at
            named = "thing" if thing else "word" if is_spoken_of(findings.text, span) else "-"
            features = speech_features(line, shares, at, share, times, signed=signed is not None, named=named)
            speech = probability(weights("speech"), features)
            if told or transcribed(findings.text, *span):
                speech = max(speech, SIGNED)
            elif thing:
                speech = min(speech, NAMED)
            yield Judged(at, source, signed, speech, features, thing)


def _is_circumstance(line: Line, contents: Sequence[Part]) -> bool:
    """Whether all that was found is when or where: “in an interview”, “at the same time”."""
    words = [
        unit.low for each in contents for unit in line.units[each.first : each.last] if unit.quote is None
    ]
    opens = bool(words) and words[0] in _CIRCUMSTANCES
    verbs = any(word_classes().get(word, "").startswith(("VB", "MD")) for word in words)
    return opens and not verbs and len(words) <= _SHORT


def _indirect(line: Line, links: Links) -> Iterator[Said]:
    """Contents without quotation marks; those of one cue are one quote."""
    of_cue: dict[Part, list[Part]] = {}
    for content in links.around.by_kind["content"]:
        cue = links.cue(content)
        if cue and not links.around.quotations(content):
            of_cue.setdefault(cue, []).append(content)
    for cue, contents in of_cue.items():
        if _is_circumstance(line, contents):
            continue
        found = links.source(cue)
        steps = (_step(line, Proposal(JOINED, found[1], found[0])),) if found else ()
        yield Said(
            tuple(line.span(content.first, content.last) for content in contents),
            False,
            line.span(cue.first, cue.last),
            cut(line, found[1].first, found[1].last) if found else None,
            JOINED,
            found[0] if found else 0.0,
            min(content.share for content in contents),
            steps,
            join_features(links, cue, contents, found[1]) if found else (),
        )
