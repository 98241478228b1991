"""Who is meant by the words that attribute a quote: see `rules.py` for the decisions in their order."""

import re
from collections.abc import Iterable
from dataclasses import replace

from reader.analysis.findings import Findings
from reader.analysis.quotes.cutting import Cut
from reader.analysis.quotes.speakers.asked import (
    EARLIER,
    ITSELF,
    RELATIVE,
    SPOKE,
    THERE,
    Asked,
    Known,
    Named,
    named,
)
from reader.analysis.quotes.speakers.namely import OF_PERSON
from reader.analysis.quotes.speakers.rules import RULES
from reader.analysis.quotes.speakers.topics import Turn
from reader.document.outline import Step
from reader.document.span import Span

__all__ = ["EARLIER", "ITSELF", "OF_PERSON", "SPOKE", "THERE", "WEIGHED", "Named", "Speakers"]

WEIGHED = frozenset([SPOKE, EARLIER])
"""Ways to a name that are weighed anew each time; the others are as right as they have been."""

NAMED_TOO = "named before, too"
BEGINS = "the paragraph before begins with this person"
_SIGN = re.compile(r"[^\W_]")
_QUOTES = re.compile('[“”"«»]')


class Speakers:
    """The speakers of one article, met in reading order."""

    def __init__(self, findings: Findings, cited: Iterable[Span] = ()) -> None:
        self._known = Known.of(findings, cited)
        self._spoke: list[Turn] = []
        self._last: Named | None = None
        self._steps: tuple[Step, ...] = ()

    def behind(self, source: Cut, quote: Span) -> tuple[Named, tuple[Step, ...]]:
        """The speaker of *quote* whom *source* names, directly or by what was said before, and the decisions."""
        mention = self._known.names.whole(source.mention)
        if self._last is None or self._last.speaker.mention != mention:
            self._last, self._steps = self._relative(mention, source.stands_for, quote) or self._find(
                mention, quote
            )
        self._spoke.append(Turn(self._last.person, mention.start))
        return self._last, self._steps

    def _find(self, mention: Span, quote: Span) -> tuple[Named, tuple[Step, ...]]:
        asked = Asked(self._known, mention, quote, self._spoke, self._last)
        for rule in RULES:
            found = rule.ask(asked)
            if found:
                others = (Step(NAMED_TOO, name, share, is_followed=False) for share, name in found.others)
                return found, (Step(rule.name, found.speaker.name, found.probability), *others)
        raise AssertionError("the last rule always answers")

    def _relative(
        self, mention: Span, before: Span | None, quote: Span
    ) -> tuple[Named, tuple[Step, ...]] | None:
        """Whom a relative pronoun means: the noun phrase *before* it, or whom that means."""
        if before is None:
            return None
        found, steps = self._find(self._known.names.whole(before), quote)
        if found.how == ITSELF:
            return found, steps
        how = RELATIVE if found.how == THERE else found.how
        return found._replace(speaker=replace(found.speaker, mention=mention), how=how), steps

    def of_paragraph_before(self, quote: Span) -> Named | None:
        """The person with whom the paragraph before begins, for a quotation that stands alone in its own."""
        found = self._alone_after(quote)
        mentions = self._known.mentions
        if found is None or mentions.people[found] in [each.person for each in self._spoke[-1:]]:
            return None
        self._last = named(mentions.spans[found], mentions.people[found], BEGINS)
        self._spoke.append(Turn(mentions.people[found], quote.start))
        return self._last

    def _alone_after(self, quote: Span) -> int | None:
        """The number of the mention that opens the paragraph before, if nobody is quoted there."""
        mentions, text = self._known.mentions, self._known.text
        number = mentions.paragraph(quote.start)
        if number < 2:
            return None
        paragraph, above = self._known.paragraphs[number], self._known.paragraphs[number - 1]
        if _SIGN.search(text, paragraph.start, quote.start) or _SIGN.search(
            text, quote.end, max(quote.end, paragraph.end)
        ):
            return None
        inside = mentions.between(*above)
        if not inside or mentions.spans[inside[0]].start != above.start:
            return None
        return inside[0] if not _QUOTES.search(text, *above) else None
