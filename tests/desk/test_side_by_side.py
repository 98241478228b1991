"""Planted stories: outlets that give other figures for the same thing, and figures that only stand near each other."""

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from reader.analysis import outline_of
from reader.desk.side_by_side import Thing, side_by_side
from reader.document.article import Article

PLANTED = Path(__file__).parent / "planted"


def stories(name: str = "figures.txt") -> Iterator[tuple[str, list[str], set[frozenset[str]]]]:
    """Name, articles, and which numbers disagree: pairs as `14 17`, one of each article."""
    for block in (PLANTED / name).read_text(encoding="utf-8").strip().split("\n\n\n"):
        name, *rest = block.split("\n")
        disagree = {frozenset(line[1:].split()) for line in rest if line.startswith("!")}
        texts = "\n".join(line for line in rest if not line.startswith("!")).split("\n--\n")
        yield name.strip("# "), texts, disagree


def found(texts: list[str]) -> list[Thing]:
    articles = [Article(text, f"https://outlet{at}.example/") for at, text in enumerate(texts)]
    return side_by_side([(article, outline_of(article)) for article in articles])


def pairs(texts: list[str]) -> set[frozenset[str]]:
    """The pairs of amounts that are said to disagree."""
    said: set[frozenset[str]] = set()
    for thing in found(texts):
        amounts = sorted({given.figure.value for given in thing.given})
        if thing.disagree:
            said |= {frozenset(f"{amount:.15g}" for amount in pair) for pair in pairwise(amounts)}
    return said


def score(name: str) -> tuple[float, float, list[str]]:
    """Recall, false alarms of all that is said, and what went wrong in which story."""
    right = said = there = 0
    wrong: list[str] = []
    for story, texts, disagree in stories(name):
        got = pairs(texts)
        right, said, there = right + len(got & disagree), said + len(got), there + len(disagree)
        wrong += [f"{story}: {sorted(map(sorted, got ^ disagree))}"] if got != disagree else []
    return right / there, (said - right) / said, wrong


def test_disagreeing_figures_are_found_with_few_false_alarms() -> None:
    recall, alarms, wrong = score("figures.txt")
    assert recall >= 0.9, wrong
    assert alarms <= 0.1, wrong


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "recall", "alarms"),
    [
        ("figures_by_another_hand.txt", 0.9, 0.1),
        ("figures_by_a_third_hand.txt", 0.9, 0.1),
        ("figures_by_a_fourth_hand.txt", 0.85, 0.1),
    ],
)
def test_stories_of_other_hands(name: str, recall: float, alarms: float) -> None:
    """The rules were made with all of the first two in view, and with every other story of the last.

    Of the others of the last, of which only the totals were seen, 22 of 26 are found, and one that is none.
    """
    found_of_all, false, wrong = score(name)
    assert found_of_all >= recall, wrong
    assert false <= alarms, wrong


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_articles_changes_nothing(seed: int) -> None:
    for _, texts, _ in stories():
        shuffled = random.Random(seed).sample(texts, len(texts))
        assert pairs(shuffled) == pairs(texts)


def test_each_figure_is_shown_where_it_stands() -> None:
    for _, texts, _ in stories():
        for thing in found(texts):
            for given in thing.given:
                assert given.figure.span.text(texts[given.number]) in given.words


def test_a_headline_and_its_text_are_one_thing_said_once() -> None:
    one = "Quake kills 41\nThe quake has killed 41 people, the governor said."
    other = "Forty-seven people were killed in the quake, officials say."
    (thing,) = found([one, other])
    assert [given.figure.value for given in thing.given] == [41, 47]
    assert thing.disagree


def test_a_rise_is_no_fall() -> None:
    texts = ["Sales changed by -14 percent in May.", "Sales changed by 14 percent in May."]
    assert not any(thing.disagree for thing in found(texts))


def test_one_article_alone_disagrees_with_nobody() -> None:
    assert found(["14 people were killed. 17 people were killed."]) == []
    assert found([]) == []
