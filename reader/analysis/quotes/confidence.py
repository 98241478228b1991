"""How likely it is that a quote's speaker is the one shown: one probability, learnt from several kinds of text.

What is weighed: the words that attribute the quote (how likely its source is, and by which rule), and the way from
them to the name that is shown; of reported speech also how its source, cue and content lie (`joins.py`), with weights
of its own. `reader.training.quotes.confidence` and `….reported` learn the weights and print how far they hold in a kind
of text that they have not been learnt from.
"""

from typing import NamedTuple

from reader.analysis.quotes.decisions import BESIDE, JOINED, NEAR, QUOTED, SECOND
from reader.analysis.quotes.speakers import EARLIER, ITSELF, SPOKE, THERE
from reader.analysis.regression import probability, weights
from reader.document.outline import SpeakerKind

FACT = 0.85
"""Probability from which a speaker is shown as a fact: so chosen that 95 of 100 are right in each kind of
text for direct quotes."""
REPORTED_FACT = 0.915
"""The same for reported speech."""
NAMED = 0.7
"""The same for the way from a pronoun or a description to the name: there are too few doubtful ones to learn from."""
_DOUBTED = 0.49
"""The most that is said of a speaker who is not shown as a fact."""
_STEPS = (0.3, 0.5, 0.7, 0.85, 0.95, 0.99)
_RULES = {BESIDE: "beside", QUOTED: "beside", SECOND: "beside", JOINED: "cue", NEAR: "near"}
_WAYS = {THERE: "there", SPOKE: "pronoun", EARLIER: "pronoun", ITSELF: "itself"}


class Evidence(NamedTuple):
    """What is known of a speaker: the rule that found the source and how likely it is, how the name was found from
    there and how likely that is, and what kind of words are shown."""

    rule: str
    share: float
    how: str
    name_share: float
    kind: SpeakerKind
    direct: bool
    joined: tuple[str, ...] = ()


def features(evidence: Evidence) -> list[str]:
    """What the probability is told by."""
    rule, way = _RULES.get(evidence.rule, "other"), _WAYS.get(evidence.how, "chain")
    kind = "named" if evidence.kind in {"name", "organisation"} else evidence.kind
    quote = "direct" if evidence.direct else "reported"
    reached = [each for each in _STEPS if evidence.share >= each]
    return [
        quote,
        f"way {way}",
        f"kind {evidence.kind}",
        f"{rule} {quote}",
        f"{rule} {kind} {quote}",
        *(f"from {each}" for each in reached),
        *(f"from {each} {rule} {quote}" for each in reached),
    ]


def reported_features(evidence: Evidence) -> list[str]:
    """The same for reported speech, with how its source, cue and content lie."""
    return [*features(evidence), *evidence.joined]


def confidence(evidence: Evidence) -> float:
    """The probability that the speaker is right: at least one half only where it is shown as a fact."""
    if evidence.direct:
        found, least = probability(weights("speaker"), features(evidence)), FACT
    else:
        found, least = probability(weights("reported"), reported_features(evidence)), REPORTED_FACT
    is_fact = found >= least and evidence.name_share >= NAMED
    return round(found if is_fact else min(found, _DOUBTED), 3)
