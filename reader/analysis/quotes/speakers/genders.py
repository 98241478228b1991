"""Whether a person is a man or a woman: by title and role, first name, and the pronouns that go with the name."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from reader.analysis.quotes.speakers.words import WORDS
from reader.analysis.trained import name_genders, name_words
from reader.document.outline import Person

if TYPE_CHECKING:
    from reader.analysis.quotes.speakers.mentions import Mentions

FEMALE = WORDS["female"]
MALE = WORDS["male"]
_FEMALE_ENDINGS = ("ova", "eva", "ová", "skaya", "dóttir", "ska", "ina")
_MALE_ENDINGS = ("ov", "ev", "sky", "skiy", "ski", "ský", "son", "ić")
_LOOKED_AT = 20
"""Mentions of a person that are looked at."""
_PRONOUN = re.compile(r"\b(?:(?P<f>she|hers?|herself)|he|his|him|himself)\b", re.IGNORECASE)
_NEXT = re.compile(r"\s*(?:(?P<f>She|Her)|He|His)\b")
_CONTRADICTED = 2
"""Pronouns of the other gender, and none of its own, from which a first name tells nothing."""
_OFTEN = 2
"""How much more often pronouns of one gender must go with a name than those of the other."""


def gender(mentions: "Mentions", person: Person) -> str:
    """`f`, `m`, or `e` where nothing tells, or where the pronouns of the article contradict the name."""
    told = _by_titles(mentions.text, person)
    if told:
        return told
    name = person.name.text(mentions.text).split()
    first = _by_first_name(name)
    used = Counter(islice(_pronouns(mentions, person), _LOOKED_AT))
    likeliest = "f" if used["f"] > used["m"] else "m"
    other = used["m" if likeliest == "f" else "f"]
    if first in {"f", "m"}:
        return "e" if likeliest != first and used[likeliest] >= _CONTRADICTED and not other else first
    if used[likeliest] >= max(1, _OFTEN * other):
        return likeliest
    return _by_endings(name) if len(name) > 1 and not first else "e"


def _by_first_name(name: list[str]) -> str | None:
    """By the first name that is no initial: of two names with a hyphen, by both together or else the first.

    Nothing is told by a family name that stands first, as in Chinese.
    """
    first = next((each for each in name[:-1] if len(each.strip(".")) > 1), None)
    if first is None:
        return None
    if name_words().get(first) == "f":
        return "e"
    whole = _unaccented(first)
    return name_genders().get(whole) or name_genders().get(whole.split("-")[0])


def _by_titles(text: str, person: Person) -> str | None:
    told: Counter[str] = Counter()
    for span in person.mentions[:_LOOKED_AT]:
        before = text[max(0, span.start - 24) : span.start].lower().replace(".", " ").split()
        before = [word.strip(",:;") for word in before]
        if before and before[-1] in FEMALE | MALE:
            told["f" if before[-1] in FEMALE else "m"] += 2
    for word in person.role.text(text).lower().split() if person.role else ():
        told["f"] += word in FEMALE
        told["m"] += word in MALE
    return None if told["f"] == told["m"] else "f" if told["f"] > told["m"] else "m"


def _pronouns(mentions: "Mentions", person: Person) -> Iterator[str]:
    """The genders of the pronouns that a name is likely to go with: behind it in its sentence, where nobody else is
    named before, and at the beginning of the next where it is the subject of this one."""
    text, sentences = mentions.text, mentions.sentences
    for span in person.mentions[:_LOOKED_AT]:
        number = mentions.sentence(span.start)
        if mentions.in_quote(span.start) or number >= len(sentences):
            continue
        sentence = sentences[number]
        others = [
            mentions.spans[each].start for each in mentions.between(*sentence)
            if mentions.people[each].id != person.id
        ]  # fmt: skip
        if others and others[0] < span.start:
            continue
        end = others[0] if others else sentence.end
        for found in _PRONOUN.finditer(text, span.end, max(span.end, end)):
            if not mentions.in_quote(found.start()):
                yield "f" if found["f"] else "m"
        is_subject = not others or span.start == sentence.start
        follows = _NEXT.match(text, sentence.end) if is_subject else None
        if follows:
            yield "f" if follows["f"] else "m"


def _by_endings(name: list[str]) -> str:
    """By endings that go with one gender in most languages of Europe."""
    if name[-1].endswith(_FEMALE_ENDINGS) or name[0].endswith(("a", "á")):
        return "f"
    return "m" if name[-1].endswith(_MALE_ENDINGS) else "e"


def _unaccented(name: str) -> str:
    return "".join(each for each in normalize("NFD", name) if not combining(each))
