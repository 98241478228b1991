"""Whom a pronoun means: the people named before it, ranked by what tells for and against each.

Features of a conditional logit model: gender, recency, place in the sentence, who spoke before; in the manner of
Soon, Ng & Lim, "A Machine Learning Approach to Coreference Resolution of Noun Phrases" (2001).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.quotes.speakers.mentions import Mentions
from reader.analysis.quotes.speakers.topics import SHE, Turn, opens, role_of, subject_before
from reader.analysis.quotes.speakers.words import WORDS
from reader.analysis.words import words
from reader.document.outline import Person
from reader.document.span import Span

REACH = 5_000
"""Code points that a pronoun looks back."""
MENTIONS = 60
"""Mentions of people that a pronoun looks back."""
SPEAKERS = 4
"""Speakers that a pronoun looks back."""
_WORD = 24
"""Code points that hold any of the words that are looked for at the beginning of a sentence."""


@dataclass(slots=True)
class _Passed:
    """How many people were passed on the way back: all, of the right gender, outside quotations."""

    people: int = 0
    suited: int = 0
    outside: int = 0


def candidates(mentions: Mentions, pronoun: Span, spoke: Sequence[Turn]) -> list[tuple[Person, list[str]]]:
    """The people named before *pronoun*, the latest first, each with features.

    *spoke*: who was quoted before, the last one last.
    """
    wanted = "f" if pronoun.text(mentions.text).lower() in SHE else "m"
    nearby = mentions.between(max(0, pronoun.start - REACH), pronoun.start)[-MENTIONS:]
    by_person: dict[str, list[int]] = {}
    for index in reversed(nearby):
        by_person.setdefault(mentions.people[index].id, []).append(index)
    for turn in reversed(spoke[-SPEAKERS:]):
        named = mentions.last_of(turn.person, pronoun.start) if turn.person else None
        if turn.person and turn.person.id not in by_person and named is not None:
            by_person[turn.person.id] = [named]
    turns = {each.person.id: each.at for each in spoke[-SPEAKERS:] if each.person}
    total = Counter({person: len(indexes) for person, indexes in by_person.items()})
    most = max(total.values(), default=0)
    inside = mentions.in_quote(pronoun.start)
    recent = [each.person.id if each.person else "" for each in reversed(spoke[-SPEAKERS:])]
    ago = min(3, mentions.paragraph(pronoun.start) - mentions.paragraph(spoke[-1].at)) if spoke else 3
    adds = goes_on(mentions.text, pronoun)
    passed = _Passed()
    topic = subject_before(mentions, pronoun, spoke)
    found = []
    latest = {
        person: max(mentions.spans[at[0]].start, turns.get(person, 0)) for person, at in by_person.items()
    }
    for name in sorted(by_person, key=lambda each: -latest[each]):
        indexes = by_person[name]
        person = mentions.people[indexes[0]]
        outside = [each for each in indexes if inside or not mentions.in_quote(mentions.spans[each].start)]
        gender = mentions.gender(person)
        match = "same" if gender == wanted else "open" if gender == "e" else "other"
        said = str(recent.index(person.id)) if person.id in recent else "-"
        about = "-" if topic is None else str(topic.id == person.id)
        often = "most" if total[person.id] == most else "some" if total[person.id] > 1 else "once"
        features = _place(mentions, pronoun, (outside or indexes)[0], turns.get(name, 0), match)
        features += [
            f"rank{min(passed.people, 4)}{match}",
            f"suited{min(passed.suited, 3)}{match}",
            f"outside{min(passed.outside, 3)}{match}{'' if outside else 'q'}",
            f"spoke{said}{match}",
            f"spoke{said}suited{min(passed.suited, 3)}",
            f"spoke{said}ago{ago}{match}",
            f"spoke{said}adds{adds}{match}",
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


def goes_on(text: str, pronoun: Span) -> bool:
    """Whether the verb beside a pronoun says that the same one goes on: “he added”."""
    after = next(words(text, Span(pronoun.end, min(len(text), pronoun.end + _WORD))), None)
    before = text[max(0, pronoun.start - _WORD) : pronoun.start].split()
    beside = [*(each.low for each in [after] if each), *(each.lower() for each in before[-1:])]
    return not WORDS["adds"].isdisjoint(beside)


def _place(mentions: Mentions, pronoun: Span, index: int, turn: int, match: str) -> list[str]:
    """What the place tells of one mention, or of the *turn* in which the person spoke since, by whatever words."""
    span = mentions.spans[index]
    spoke = turn > span.end
    at = turn if spoke else span.start
    sentence = mentions.sentence(at)
    start = mentions.sentences[sentence].start if mentions.sentences else 0
    sentences = min(4, mentions.sentence(pronoun.start) - sentence)
    paragraphs = min(3, mentions.paragraph(pronoun.start) - mentions.paragraph(at))
    role = "says" if spoke else role_of(mentions, span, start)
    first = start == at if spoke else opens(mentions.text, span, start)
    return [
        f"match{match}",
        f"sentences{sentences}{match}",
        f"paragraphs{paragraphs}{match}",
        f"role{role}{match}",
        f"role{role}{sentences}",
        f"first{first}{sentences}",
        f"headline{mentions.paragraph(at) == 0}",
    ]
