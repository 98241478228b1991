"""The same quote as outlets print it: trimmed, changed, under shorter names; and quotes that only look alike."""

import random
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.desk import printings
from reader.desk.printings import Printing, compared, disputed, groups
from tests.stopwatch import millions_of_rounds

SAID = (Path(__file__).parent / "planted" / "quotes.txt").read_text(encoding="utf-8").splitlines()
ALIKE = [
    ("We will not be intimidated by threats, and we will leave the talks on Friday if nothing changes.", 0),
    (
        "The number of ships waiting outside the harbour has halved since the lock was opened again last week.",
        1,
    ),
    ("The court has made it clear that the company has no right to appeal against the fine.", 5),
    ("Inflation has come down, but wages have risen faster than in any year since the crisis.", 8),
    ("We are a small company and we have never asked anybody for subsidies or for a loan.", 12),
]
"""Other quotes of the same people that begin or sound like one of those."""
NAMES = [
    "Anna Berg",
    "Piet Vos",
    "Lena Ott",
    "Omar Haddad",
    "Jens Lund",
    "Mary Cole",
    "Ivo Petrov",
    "Sara Klein",
]


def printed(words: str, draw: random.Random) -> str:
    """*words* as an outlet prints them."""
    found = words.split()
    kind = draw.randrange(6)
    if kind == 1:
        found = found[: max(6, int(len(found) * draw.uniform(0.45, 0.8)))]
    elif kind == 2:
        found = found[int(len(found) * draw.uniform(0.2, 0.5)) :]
    elif kind == 3:
        at = draw.randrange(3, len(found) - 6)
        found = [*found[:at], "…", *found[at + draw.randrange(1, 4) :]]
    elif kind == 4:
        at = draw.randrange(len(found))
        found = [*found[:at], draw.choice(["[the government]", "really", "that"]), *found[at + 1 :]]
    elif kind == 5:
        found[0] = found[0].lower()
    marks = draw.choice([("“", "”"), ('"', '"'), ("«", "»"), ("‘", "’")])
    text = " ".join(found)
    return f"{marks[0]}{text.rstrip('.')}{draw.choice(['.', ',', ''])}{marks[1]}"


def planted(seed: int) -> tuple[list[Printing], list[int]]:
    """Printings, and which quote each is of."""
    draw = random.Random(seed)
    found: list[Printing] = []
    truth: list[int] = []
    for number, words in enumerate(SAID):
        name = NAMES[number % len(NAMES)]
        for _ in range(draw.randrange(1, 6)):
            called = draw.choice([name, name, name.split()[-1], ""])
            found.append(Printing(len(found), printed(words, draw), called))
            truth.append(number)
    for number, (words, of) in enumerate(ALIKE):
        found.append(Printing(len(found), printed(words, random.Random(0)), NAMES[of % len(NAMES)]))
        truth.append(100 + number)
    return found, truth


def score(seeds: range) -> tuple[float, float]:
    """Precision and recall of pairs."""
    right = said = there = 0
    for seed in seeds:
        printings, truth = planted(seed)
        group_of = {each.id: at for at, group in enumerate(groups(printings)) for each in group}
        for one, other in combinations(range(len(printings)), 2):
            together, same = group_of[one] == group_of[other], truth[one] == truth[other]
            right += together and same
            said += together
            there += same
    return right / said, right / there


def test_printings_of_a_quote_are_found_and_others_are_not() -> None:
    precision, recall = score(range(40))
    assert 2 * precision * recall / (precision + recall) >= 0.95, (precision, recall)


def test_words_of_two_people_are_never_merged_silently() -> None:
    printings = [
        Printing(0, f"“{SAID[0]}”", "Anna Berg"),
        Printing(1, f"“{SAID[0]}”", "Piet Vos"),
        Printing(2, f"“{SAID[0][:60]}”", "Berg"),
        Printing(3, f"“{SAID[0]}”", ""),
    ]
    for order in ([0, 1, 2, 3], [3, 1, 0, 2], [1, 3, 2, 0]):
        found = groups([printings[at] for at in order])
        for group in found:
            assert not {"Anna Berg", "Piet Vos"} <= {each.speaker for each in group}
            assert not {"Berg", "Piet Vos"} <= {each.speaker for each in group}
    assert {(one.id, other.id) for one, other in disputed(printings)} == {(0, 1), (1, 2)}


def test_short_quotes_are_the_same_only_word_for_word() -> None:
    same = [
        Printing(0, "“No comment,”", "Berg"),
        Printing(1, "“no comment”", "Berg"),
        Printing(2, "“No”", "Berg"),
    ]
    assert sorted(len(group) for group in groups(same)) == [1, 2]


def test_contracted_and_written_out_are_the_same_words() -> None:
    same = [
        Printing(0, "“It cannot be sold, it can not be shown and we will not let it go”", "Berg"),
        Printing(1, "“It can’t be sold, it can't be shown and we won’t let it go”", "Berg"),
        Printing(2, "“They’ll come, they’re here, I’m sure, it’s so: they didn’t listen”", "Berg"),
        Printing(3, "“They will come, they are here, I am sure, it is so: they did not listen”", "Berg"),
    ]
    assert sorted(sorted(each.id for each in group) for group in groups(same)) == [[0, 1], [2, 3]]


def test_what_was_left_out_is_told_word_by_word() -> None:
    longer = "“We will not leave, and we will not be silent.”"
    shorter = "“We will never leave…”"
    assert [(each.kind, each.words) for each in compared(longer, shorter)] == [
        ("both", "“We will"),
        ("longer", "not"),
        ("shorter", "never"),
        ("both", "leave,"),
        ("longer", "and we will not be silent.”"),
    ]


words = st.lists(st.sampled_from("a b c d e f".split()), max_size=12).map(" ".join)


@given(st.lists(words, max_size=8))
def test_every_printing_is_in_one_group(found: list[str]) -> None:
    printings = [Printing(number, each) for number, each in enumerate(found)]
    ids = sorted(each.id for group in groups(printings) for each in group)
    assert ids == list(range(len(found)))


@given(words, words)
def test_a_comparison_loses_no_word(longer: str, shorter: str) -> None:
    found = compared(longer, shorter)
    assert " ".join(each.words for each in found if each.kind != "shorter") == longer
    assert sum(len(each.words.split()) for each in found if each.kind != "longer") == len(shorter.split())


@pytest.mark.slow
@pytest.mark.parametrize("count", [4_000])
def test_thousands_of_quotes_are_compared_in_seconds(count: int) -> None:
    draw = random.Random(1)
    vocabulary = [f"w{number}" for number in range(3_000)]
    printings = [Printing(at, " ".join(draw.choices(vocabulary, k=25)), "Berg") for at in range(count)]
    found: list[object] = []
    assert millions_of_rounds(lambda: found.extend(groups(printings))) < 50
    assert len(found) == count


@pytest.mark.parametrize("count", [40, 80])
def test_of_one_long_quote_each_printing_is_compared_about_once(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [f"w{number}" for number in range(300)]
    trimmed = [Printing(at, " ".join(words[at % 9 : 300 - at % 7]), "Jo Li") for at in range(count)]
    compares = []
    is_same = printings.is_same

    def counted(one: Sequence[str], other: Sequence[str]) -> bool:
        compares.append(1)
        return is_same(one, other)

    monkeypatch.setattr(printings, "is_same", counted)
    assert len(groups(trimmed)) == 1
    assert len(compares) < 2 * count
