"""Whom a pronoun means: the people named before it, ranked by what tells for and against each.

A logistic regression over gender, recency, place in the sentence and who spoke before; in the manner of
Soon, Ng & Lim, "A Machine Learning Approach to Coreference Resolution of Noun Phrases" (2001).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.analysis.quotes.mentions import Mentions
from reader.analysis.reporting import cue_share
from reader.analysis.words import words
from reader.document.outline import Person
from reader.document.span import Span

HE = frozenset(["he", "him", "his"])
SHE = frozenset(["she", "her", "hers"])
REACH = 5_000
"""Code points that a pronoun looks back."""
MENTIONS = 60
"""Mentions of people that a pronoun looks back."""
SPEAKERS = 4
"""Speakers that a pronoun looks back."""
_BACK = 8
"""Sentences back in which the one is looked for that a pronoun goes on with."""
_WORD = 24
"""Code points that hold any of the words that are looked for at the beginning of a sentence."""
_OWNED = 40
"""Code points behind an owner in which nobody else is named: “Mensah’s goal was …” is about Mensah."""
_MARKS = "“”\"„«»‘'"
_SUBORDINATES = frozenset(
    """after although as at because before by despite during earlier following for from if in like on since
    though under unlike until when while with without""".split()
)
"""Words that open what stands before the main clause."""
_AFTER = frozenset("of for with to by from in on against about".split())


@dataclass(slots=True)
class _Passed:
    """How many people were passed on the way back: all, of the right gender, outside quotations."""

    people: int = 0
    suited: int = 0
    outside: int = 0


def candidates(mentions: Mentions, pronoun: Span, spoke: Sequence[Person]) -> list[tuple[Person, list[str]]]:
    """The people named before *pronoun*, the latest first, each with features.

    *spoke*: who was quoted before, the last one last.
    """
    wanted = "f" if pronoun.text(mentions.text).lower() in SHE else "m"
    nearby = mentions.between(max(0, pronoun.start - REACH), pronoun.start)[-MENTIONS:]
    by_person: dict[str, list[int]] = {}
    for index in reversed(nearby):
        by_person.setdefault(mentions.people[index].id, []).append(index)
    total = Counter({person: len(indexes) for person, indexes in by_person.items()})
    most = max(total.values(), default=0)
    inside = mentions.in_quote(pronoun.start)
    recent = [each.id for each in reversed(spoke[-SPEAKERS:])]
    passed = _Passed()
    topic = subject_before(mentions, pronoun)
    found = []
    for indexes in by_person.values():
        person = mentions.people[indexes[0]]
        outside = [each for each in indexes if inside or not mentions.in_quote(mentions.spans[each].start)]
        gender = mentions.gender(person)
        match = "same" if gender == wanted else "open" if gender == "e" else "other"
        said = str(recent.index(person.id)) if person.id in recent else "-"
        about = "-" if topic is None else str(topic.id == person.id)
        often = "most" if total[person.id] == most else "some" if total[person.id] > 1 else "once"
        features = _place(mentions, pronoun, (outside or indexes)[0], match)
        features += [
            f"rank{min(passed.people, 4)}{match}",
            f"suited{min(passed.suited, 3)}{match}",
            f"outside{min(passed.outside, 3)}{match}{'' if outside else 'q'}",
            f"spoke{said}{match}",
            f"spoke{said}suited{min(passed.suited, 3)}",
            f"often{often}{match}",
            f"quoted{not outside}{match}",
            f"alone{len(by_person) == 1}{match}",
            f"topic{about}{match}",
            f"topic{about}spoke{said}",
        ]
        found.append((person, features))
        passed.people += 1
        passed.suited += match == "same"
        passed.outside += bool(outside) and match != "other"
    return found


def subject_before(mentions: Mentions, pronoun: Span) -> Person | None:
    """The person whom the sentences before *pronoun* are about: the subject of the last that names one itself."""
    for sentence in told_before(mentions, pronoun):
        if _opening(mentions, sentence) not in HE | SHE:
            return _subject(mentions, sentence)
    return None


def opens_paragraph(mentions: Mentions, pronoun: Span) -> Person | None:
    """Who alone is named in the paragraph before *pronoun*, as its first word: Ann Lee nodded. “…,” she said."""
    start = mentions.paragraph_start(pronoun.start)
    inside = [
        at for at in mentions.between(start, pronoun.start) if not mentions.in_quote(mentions.spans[at].start)
    ]
    if len(inside) != 1 or mentions.text[start : mentions.spans[inside[0]].start].strip(_MARKS):
        return None
    person = mentions.people[inside[0]]
    wanted = "f" if pronoun.text(mentions.text).lower() in SHE else "m"
    return person if mentions.gender(person) in {wanted, "e"} else None


def told_before(mentions: Mentions, pronoun: Span) -> Iterator[Span]:
    """The sentences before *pronoun* that are no quotations, the last one first."""
    number = mentions.sentence(pronoun.start) - 1
    for sentence in reversed(mentions.sentences[max(0, number - _BACK + 1) : number + 1]):
        if not mentions.in_quote(sentence.start) and mentions.text[sentence.start] not in _MARKS:
            yield sentence


def _opening(mentions: Mentions, sentence: Span) -> str:
    """The first word of a sentence, in small letters."""
    start = mentions.text[sentence.start : min(sentence.end, sentence.start + _WORD)]
    return (start.split(maxsplit=1) or [""])[0].lower()


def _subject(mentions: Mentions, sentence: Span) -> Person | None:
    """Who is named first in the main clause."""
    comma = -1
    if _opening(mentions, sentence) in _SUBORDINATES:
        comma = mentions.text.find(",", sentence.start, sentence.end)
    start = max(sentence.start, comma)
    inside = mentions.between(start, sentence.end)
    if inside and mentions.spans[inside[0]].start == sentence.start:
        others = [mentions.spans[each].start for each in inside[1:]]
        if not others or others[0] - mentions.spans[inside[0]].end > _OWNED:
            return mentions.people[inside[0]]
    for index in inside:
        if _role(mentions.text, mentions.spans[index], start) not in {"owner", "after"}:
            return mentions.people[index]
    return None


def _place(mentions: Mentions, pronoun: Span, index: int, match: str) -> list[str]:
    """What the place of one mention tells."""
    span = mentions.spans[index]
    sentence = mentions.sentence(span.start)
    start = mentions.sentences[sentence].start if mentions.sentences else 0
    sentences = min(4, mentions.sentence(pronoun.start) - sentence)
    paragraphs = min(3, mentions.paragraph(pronoun.start) - mentions.paragraph(span.start))
    role = _role(mentions.text, span, start)
    return [
        f"match{match}",
        f"sentences{sentences}{match}",
        f"paragraphs{paragraphs}{match}",
        f"role{role}{match}",
        f"role{role}{sentences}",
        f"first{start == span.start}{sentences}",
        f"headline{mentions.paragraph(span.start) == 0}",
    ]


def _role(text: str, span: Span, sentence: int) -> str:
    """A rough grammatical role: who says, subject, owner, after a preposition, object."""
    after = next(words(text, Span(span.end, min(len(text), span.end + 24))), None)
    if after and after.text in {"'", "’"}:
        return "owner"
    before = text[max(0, span.start - 16) : span.start].lower().split()
    last = before[-1] if before else ""
    if (after and cue_share(after.low) >= 0.5) or cue_share(last) >= 0.9:
        return "says"
    if last in _AFTER:
        return "after"
    if last == "and":
        return "and"
    return "subject" if span.start - sentence < 40 else "object"
