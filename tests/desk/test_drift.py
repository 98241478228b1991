"""Versions with known edits: the verdict on every quote is the right one."""

import random
from collections import Counter
from dataclasses import dataclass, replace

import pytest

from reader.analysis import outline_of
from reader.desk.drift import _NEAR, Fate, _candidates, _Quote, drift
from reader.document.article import Article
from reader.document.outline import Outline, Quote, Speaker
from reader.document.span import Span
from tests.desk.test_printings import NAMES, SAID


@dataclass(frozen=True)
class Part:
    """A paragraph of the article: a quote with its speaker, or none."""

    words: str
    speaker: str
    number: int


def built(parts: list[Part]) -> tuple[Article, Outline]:
    """The article of these parts, with an outline that knows them."""
    text, quotes = "A headline\n", []
    for part in parts:
        quote = f"“{part.words}”"
        said, name = Span(len(text), len(text) + len(quote)), len(text) + len(quote) + 6
        mention = Span(name, name + len(part.speaker))
        quotes.append(Quote(f"q{part.number}", said, "direct", Speaker(mention, mention), None, ""))
        text += f"{quote} said {part.speaker}.\nSome words in between that nobody quotes.\n"
    return Article(text, "https://x.example/a"), Outline(quotes=tuple(quotes))


def edited(parts: list[Part], draw: random.Random) -> tuple[list[Part], dict[int, str]]:
    """A later version, and what became of the quote of each number."""
    truth = {part.number: "kept" for part in parts}
    new = [*parts]
    for kind in ("changed", "removed", "reattributed", "trimmed"):
        at = draw.choice([at for at, part in enumerate(new) if truth[part.number] == "kept"])
        part = new[at]
        words = part.words.split()
        truth[part.number] = kind
        if kind == "changed":
            for where in draw.sample(range(len(words)), 2):
                words[where] = draw.choice(["perhaps", "seventeen", "never", "Friday"])
            new[at] = replace(part, words=" ".join(words))
        elif kind == "trimmed":
            truth[part.number] = "changed"
            new[at] = replace(part, words=" ".join(words[: 2 * len(words) // 3]))
        elif kind == "reattributed":
            new[at] = replace(part, speaker=next(name for name in NAMES if name != part.speaker))
        else:
            del new[at]
    # Past two others at least: where two change places, either may be said to have moved.
    moving = draw.choice([part for part in new[2:-2] if truth[part.number] == "kept"])
    new.remove(moving)
    new.insert(draw.choice([0, len(new)]), moving)
    truth[moving.number] = "moved"
    added = Part("Nothing of this was known when we first reported on it.", "Kim Ode", 900)
    new.insert(draw.randrange(len(new)), added)
    truth[900] = "added"
    return new, truth


def verdicts(old: tuple[Article, Outline], new: tuple[Article, Outline]) -> dict[int, str]:
    """By the number of each quote what is said of it."""
    ids = [{each.span: int(each.id[1:]) for each in outline.quotes} for _, outline in (old, new)]
    return {
        ids[1][fate.after] if fate.after else ids[0][fate.before or Span(0, 0)]: fate.verdict
        for fate in drift(old, new)
    }


@pytest.mark.parametrize("seed", range(60))
def test_every_quote_of_a_version_with_known_edits_is_judged_rightly(seed: int) -> None:
    draw = random.Random(seed)
    parts = [Part(words, NAMES[number % len(NAMES)], number) for number, words in enumerate(SAID)]
    parts = draw.sample(parts, 10)
    new, truth = edited(parts, draw)
    assert verdicts(built(parts), built(new)) == truth


def test_the_same_version_has_no_drift() -> None:
    whole = built([Part(words, NAMES[0], number) for number, words in enumerate(SAID)])
    assert Counter(fate.verdict for fate in drift(whole, whole)) == {"kept": len(SAID)}
    assert drift((Article("", ""), Outline()), (Article("", ""), Outline())) == []


def test_a_quote_that_stands_twice_is_two_quotes() -> None:
    one, two = (
        Part("No comment at all today.", "Anna Berg", 0),
        Part("No comment at all today.", "Anna Berg", 1),
    )
    found = [fate.verdict for fate in drift(built([one, two]), built([one]))]
    assert sorted(found) == ["kept", "removed"]


def test_speakers_and_passages_are_told() -> None:
    old = Article("“We will build it this year,” said Anna Berg, the mayor.", "a")
    new = Article("An update.\n“We will build it next year,” said Anna Berg, the mayor.", "a")
    (fate,) = drift((old, outline_of(old)), (new, outline_of(new)))
    assert fate == Fate("changed", Span(0, 29), Span(11, 40), "Anna Berg", "Anna Berg")


@pytest.mark.parametrize(
    ("then", "now", "verdict"),
    [
        ("Berg", "Anna Berg", "kept"),
        ("she", "Anna Berg", "kept"),
        ("Marv Dunleavy", "Marvin Dunleavy", "kept"),
        ("Anna Berg", "Piet Vos", "reattributed"),
        ("Anna Berg", "Bo Berg", "reattributed"),
    ],
)
def test_a_speaker_who_is_called_otherwise_is_the_same(then: str, now: str, verdict: str) -> None:
    old, new = ([Part("We will not be silent about this.", name, 0)] for name in (then, now))
    assert verdicts(built(old), built(new)) == {0: verdict}


def many(count: int, seed: int) -> list[_Quote]:
    """Quotes of twelve words, one of which is another one in each version."""
    quotes = []
    for number in range(count):
        words = [f"w{random.Random(number * 12 + at).randrange(3_000)}" for at in range(12)]
        words[random.Random(seed * count + number).randrange(12)] = f"n{seed}"
        quotes.append(_Quote(Span(number, number + 1), "", tuple(words)))
    return quotes


@pytest.mark.parametrize("count", [1_000, 2_000])
def test_the_work_grows_with_the_quotes_and_not_with_their_pairs(count: int) -> None:
    numbers = range(count)
    pairs = [*_candidates(many(count, 1), many(count, 2), numbers, numbers)]
    assert len(pairs) <= (3 * _NEAR + 1) * count
    assert {(number, number) for number in numbers} <= {*pairs}


def test_in_a_very_long_article_a_changed_quote_is_found_where_it_was_moved_to() -> None:
    old, new = many(400, 1), many(400, 2)
    order = [*range(200, 400), *range(200)]
    found = {*_candidates(old, [new[at] for at in order], range(400), range(400))}
    known = sum((number, order.index(number)) in found for number in range(400))
    assert known >= 390, "but for those of which no three words in a row are left"
