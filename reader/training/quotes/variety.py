"""Other ways of writing the corpus' sentences, so that the tagger learns patterns rather than one country's words.

Some verbs of saying are exchanged for verbs that the corpus does not use, some roles for other roles, and
some attributions are turned round (“…,” Ann Lee said → “…,” said Ann Lee). Every n-th is changed, so that
the same corpus always gives the same model.
"""

from itertools import cycle

from reader.analysis.quotes.line import Line
from reader.analysis.quotes.linking import PRONOUNS
from reader.analysis.quotes.units import Unit
from reader.analysis.reporting import USUAL, cue_share, listed
from reader.analysis.roles import ROLE_NOUNS
from reader.analysis.trained import common_words, cue_words

VERBS_ONE_IN, ROLES_ONE_IN, TURNED_ONE_IN = 4, 3, 3
Labelled = list[tuple[Unit, str]]


class Variety:
    """Changes articles one after the other, counting on."""

    def __init__(self) -> None:
        rare = sorted(word for word in listed() if word not in common_words() and word not in cue_words())
        self._verbs = {ending: cycle([w for w in rare if w.endswith(ending)]) for ending in ("ed", "s")}
        self._roles = cycle(sorted(ROLE_NOUNS))
        self._met = {"verb": 0, "role": 0, "turned": 0}

    def varied(self, line: Line, labels: list[str]) -> tuple[Line, list[str]]:
        """The article with some of its sentences written otherwise, and the labels that go with them."""
        found: Labelled = []
        for first, last in line.pieces:
            pairs = list(zip(line.units[first:last], labels[first:last], strict=True))
            found += self._turned([self._exchanged(*pair) for pair in pairs])
        return line._replace(units=[unit for unit, _ in found]), [label for _, label in found]

    def _is_turn(self, kind: str, one_in: int) -> bool:
        self._met[kind] += 1
        return self._met[kind] % one_in == 0

    def _exchanged(self, unit: Unit, label: str) -> tuple[Unit, str]:
        low = unit.low
        if unit.quote is not None or not unit.text.islower():
            return unit, label
        ending = "ed" if low in {"said", "told", "wrote"} or low.endswith("ed") else low[-1:]
        if ending in self._verbs and cue_share(low) >= USUAL and self._is_turn("verb", VERBS_ONE_IN):
            word = next(self._verbs[ending])
            return unit._replace(text=word, low=word), label
        if label.endswith("S") and low in ROLE_NOUNS and self._is_turn("role", ROLES_ONE_IN):
            word = next(self._roles)
            return unit._replace(text=word, low=word), label
        return unit, label

    def _turned(self, pairs: Labelled) -> Labelled:
        """With source and cue exchanged, in some of the places where they follow a quotation."""
        at = 0
        while at < len(pairs):
            at += 1
            if pairs[at - 1][0].quote is None:
                continue
            source = _run(pairs, at, "S")
            cue = _run(pairs, source, "C")
            ends = cue >= len(pairs) or pairs[cue][0].text in {".", ","}
            plain = at < source < cue == source + 1 and pairs[source][0].text.islower()
            named = plain and (source > at + 1 or pairs[at][0].low not in PRONOUNS)
            if named and ends and self._is_turn("turned", TURNED_ONE_IN):
                pairs[at:cue] = [*pairs[source:cue], *pairs[at:source]]
                at = cue
        return pairs


def _run(pairs: Labelled, at: int, kind: str) -> int:
    """Where the labels of a *kind* that begin at *at* end."""
    while at < len(pairs) and pairs[at][1].endswith(kind):
        at += 1
    return at
