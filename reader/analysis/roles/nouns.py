"""Words for what a person is: minister, baker, daughter."""

import re
from collections.abc import Sequence

from reader.analysis.languages import word_sets
from reader.analysis.trained import word_classes

WORDS = word_sets("en_roles")
"""The words by which roles are read."""
ROLE_NOUNS = WORDS["nouns"]
_KNOWN = ROLE_NOUNS | WORDS["unlearnt"]
_ENDINGS = tuple(sorted(WORDS["endings"]))
_AGENTS = re.compile(r"\w*(?:[^\Wl]|[aeo]l)ist|\w{3,}(?:[ai]tor|ltor|ician|eteer)")
"""Words for what people do as a rule: pianist, moderator, realtor, electrician."""


def is_occupation(low: str) -> bool:
    """Whether a word in small letters ends as words for occupations do: stallholder."""
    return low.endswith(_ENDINGS)


def is_agent(low: str) -> bool:
    """Whether a word in small letters looks like one for what somebody does: stallholder, pianist."""
    first = word_classes().get(low, "NN")[:2]
    return (
        low not in WORDS["no_roles"]
        and first in {"NN", "JJ"}
        and (is_occupation(low) or bool(_AGENTS.fullmatch(low)))
    )


def is_role_noun(word: str, *, opens: bool = False) -> bool:
    """Whether *word* says what somebody is, also as the last part of another: co-host, ex-president.

    *opens*: it begins a sentence, so that its capital says nothing: “Mathematician Hanna Weil”.
    """
    low = word.lower().rstrip(".")
    is_known = low in _KNOWN or low.rpartition("-")[2] in _KNOWN
    return is_known or ((opens or word.islower()) and is_agent(low))


def ends_as_role(words: Sequence[str]) -> bool:
    """Whether a noun phrase without what follows its first preposition is a role."""
    if len(words) > 1 and words[-1].lower() in WORDS["after_noun"] and is_role_noun(words[-2]):
        return True
    return bool(words) and is_role_noun(words[-1])
