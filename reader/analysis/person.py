"""Whether capitalised words name a person: a logistic regression over their look and their company.

Learnt from PolNeAR's train part, as labelled by CoreNLP's entity recogniser; no name is a feature.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from reader.analysis.findings import Findings
from reader.analysis.names import (
    ORGANISATION_WORDS,
    PARTICLES,
    TITLES,
    Chunk,
    is_initials,
    name_end,
    name_text,
)
from reader.analysis.places.gazetteer import lookup
from reader.analysis.reporting import cue_share
from reader.analysis.roles import ROLE_NOUNS, role_after, role_before
from reader.analysis.trained import common_words, first_names, word_classes
from reader.analysis.words import Word
from reader.document.span import Span

_PRONOUNS = frozenset("he she his her him who whose".split())


class Evidence:
    """What one article tells of names by how it uses them: which last words stand alone, and which speak."""

    def __init__(self, findings: Findings, chunks: Iterable[Chunk]) -> None:
        self.text = findings.text
        self.alone: Counter[str] = Counter()
        self.speaking: Counter[str] = Counter()
        for chunk in chunks:
            if len([word for word in chunk.words if word.low not in TITLES]) == 1:
                name = name_text(chunk.words[-1])
                self.alone[name] += 1
                self.speaking[name] += _acts(chunk) == "says"


def person_features(
    text: str, chunk: Chunk, name: Sequence[Word], evidence: Evidence, *, titled: bool
) -> list[str]:
    """Features of the words *name*, which are *chunk* without a title."""
    words = [name_text(word) for word in name if word.low not in PARTICLES] or [name_text(name[-1])]
    lows = [word.lower() for word in words]
    span = Span(name[0].start, name_end(name[-1]))
    places = lookup(span.phrase(text))
    place = "no" if not places else "big" if places[0].population > 100_000 else places[0].kind
    before, after = _role(text, span)
    alone = evidence.alone[words[-1]] + evidence.alone[words[0]] * (words[0] not in first_names())
    speaking = evidence.speaking[words[-1]] + evidence.speaking[words[0]]
    previous = chunk.before[-1].low if chunk.before else "¶"
    following = chunk.after[0].low if chunk.after else "¶"
    return [
        f"words{min(len(words), 4)}",
        f"first{_kind(words[0])}",
        f"last{_kind(words[-1])}",
        f"kinds{_kind(words[0])}{_kind(words[-1])}{min(len(words), 4)}",
        f"inner{''.join(sorted({_kind(word) for word in words[1:-1]}))}",
        f"organised{any(low in ORGANISATION_WORDS for low in lows)}",
        f"initial{any(map(is_initials, words[:-1]))}",
        f"particle{any(word.low in PARTICLES for word in name)}",
        f"capitals{any(len(word) > 2 and word.isupper() for word in words)}",
        f"titled{titled}",
        f"place{place}",
        f"role{before}{after}",
        f"role{before}{after}{_kind(words[0])}",
        f"alone{min(alone, 2)}",
        f"speaking{min(speaking, 2)}",
        f"acts{_acts(chunk)}",
        f"acts{_acts(chunk)}{_kind(words[0])}",
        f"before={_word(previous)}",
        f"after={_word(following)}",
        f"after={_word(following)},{_word(chunk.after[1].low) if len(chunk.after) > 1 else ''}",
        f"owner{name[-1].low.endswith(chr(39) + 's')}",
        f"starts{chunk.starts_sentence}",
        f"pronoun{_pronoun_follows(text, span.end)}",
    ]


def _kind(word: str) -> str:
    low = word.lower()
    if word in first_names() and low not in common_words():
        return "f"
    if low in ORGANISATION_WORDS:
        return "o"
    if low in common_words() or low in word_classes():
        return "c" if word not in first_names() else "b"
    return "i" if is_initials(word) else "u"


def _role(text: str, span: Span) -> tuple[bool, bool]:
    return role_before(text, span) is not None, role_after(text, span) is not None


def _acts(chunk: Chunk) -> str:
    """What the name does: says something, does something, is described, or nothing."""
    following = chunk.after[0] if chunk.after else None
    if following is None:
        return "ends"
    if cue_share(following.low) >= 0.5 or (chunk.before and cue_share(chunk.before[-1].low) >= 0.9):
        return "says"
    if following.text == ",":
        second = chunk.after[1].low if len(chunk.after) > 1 else ""
        return (
            "aged" if second.isdigit() and len(second) == 2 else "who" if second in {"who", "whose"} else ","
        )
    return word_classes().get(following.low, "-")[:3]


def _word(low: str) -> str:
    """A word by itself where it is a common one of the kind that tells, else its class."""
    if low in ROLE_NOUNS:
        return "ROLE"
    return low if len(low) <= 4 or low in _PRONOUNS else word_classes().get(low, "?")[:3]


def _pronoun_follows(text: str, at: int) -> bool:
    """Whether “he” or “she” comes soon."""
    following = text[at : at + 160].lower().replace("\n", " ").split(" ")
    return any(word.strip(".,“”\"’'") in _PRONOUNS for word in following)
