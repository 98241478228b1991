"""What news counts and measures, by the words around a figure: “dead”, “arrested”; persons, ships."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from reader.analysis.roles import ROLE_NOUNS
from reader.document.finding import folded

_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = frozenset(
    "the a an of in on at to by from for with and or but as is are was were be been being has have had it its their his"
    " her they that this who which said says say told more than least most about some nearly over under almost around"
    " up down after before when while into out still also another other officials police authorities reported report"
    " according rose fell left put million billion percent per cent euros dollars monday tuesday wednesday thursday"
    " friday saturday sunday".split()
)
_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "ly")


def sort_of(counted: Sequence[str], behind: str) -> str:
    """What sort of things a figure counts: a group of nouns, else the noun itself; empty where that is not said."""
    for word in (*reversed(counted), *words_of(behind)[:3]):
        for name, beginnings in _table()["counted"]:
            if _begins(word, beginnings):
                return name
    head = counted[-1] if counted else ""
    return "" if not head or _concept(head) else stem(head)


def concept_of(before: str, behind: str, counted: Sequence[str]) -> tuple[str, str]:
    """The concept that is named nearest to a figure, by what stands before and behind it, and the word for it.

    Else what *counted* names; both are empty where nothing does.
    """
    found = [(len(before) - match.end(), match[0]) for match in _WORD.finditer(before)]
    found += [(match.start(), match[0]) for match in _WORD.finditer(behind)]
    found = found if any(_concept(folded(word)) for _, word in found) else [(0, word) for word in counted]
    named = [(away, concept, word) for away, word in found if (concept := _concept(folded(word)))]
    return min(named, default=(0, "", ""))[1:]


def are_groups(sorts: Iterable[str]) -> bool:
    """Whether all of these are groups of nouns that the table knows, so that they are known to be other things."""
    return all(any(name == sort for name, _ in _table()["counted"]) for sort in sorts)


def is_role_of_person(*sorts: str) -> bool:
    """Whether one article counts persons, and the other persons by what they do: men and miners."""
    return "person" in sorts and any(sort in _roles() for sort in sorts)


@cache
def _roles() -> frozenset[str]:
    return frozenset(map(stem, ROLE_NOUNS))


def words_of(words: str) -> list[str]:
    """The words, without such as say nothing of what a figure is about."""
    return [word for word in _WORD.findall(folded(words)) if word not in _PLAIN]


def stem(word: str) -> str:
    """A word without its ending."""
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= 3), "")
    return word[: len(word) - len(ending)]


@cache
def _concept(word: str) -> str:
    """The concept that a word names; empty for none."""
    return next((name for name, beginnings in _table()["named"] if _begins(word, beginnings)), "")


def _begins(word: str, beginnings: Sequence[str]) -> bool:
    """Whether *word* is one of these with an ending; with a full stop behind it, the word itself."""
    return any(
        word == each[:-1]
        if each.endswith(".")
        else word.startswith(each) and len(word) - len(each) <= (1 if len(each) < 4 else len(each))
        for each in beginnings
    )


@cache
def _table() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    import tomllib

    found = tomllib.loads(Path(__file__).with_name("concepts.toml").read_text(encoding="utf-8"))
    return {part: [(name, tuple(words)) for name, words in rows.items()] for part, rows in found.items()}
