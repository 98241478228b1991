"""Data made from corpora, each with a card (NAME.md) beside it: corpus, licence, command, score."""

import json
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


@cache
def cue_words() -> dict[str, float]:
    """Lower-case words that are (part of) a cue, with the share of their uses in which they are."""
    table: dict[str, float] = json.loads((FOLDER / "cues.json").read_text(encoding="utf-8"))
    return table


@cache
def word_classes() -> dict[str, str]:
    """Lower-case words with their parts of speech, the commonest first: `VBD|VBN` (Penn Treebank tags)."""
    table: dict[str, str] = json.loads((FOLDER / "word_classes.json").read_text(encoding="utf-8"))
    return table


@cache
def common_words() -> frozenset[str]:
    """Words that news writes in small letters: capitalised, they are hardly ever a name."""
    return frozenset((FOLDER / "words.txt").read_text(encoding="utf-8").split())


@cache
def first_names() -> dict[str, str]:
    """First names with `f`, `m` or `e` for either."""
    lines = (FOLDER / "first_names.txt").read_text(encoding="utf-8").splitlines()
    return dict(tuple(line.split()) for line in lines)  # type: ignore[misc]  # two words a line


@cache
def name_genders() -> dict[str, str]:
    """First names of the world, without accents, with `f`, `m` or `e` for either."""
    lines = (FOLDER / "name_genders.txt").read_text(encoding="utf-8").splitlines()
    return dict(tuple(line.split()) for line in lines)  # type: ignore[misc]  # two words a line


@cache
def name_words() -> dict[str, str]:
    """Words of people's names: `g` given names, `f` family names, `b` both."""
    lines = (FOLDER / "name_words.txt").read_text(encoding="utf-8").splitlines()
    return dict(tuple(line.split()) for line in lines)  # type: ignore[misc]  # two words a line
