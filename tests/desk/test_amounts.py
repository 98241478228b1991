"""How much figures say: one unit of each kind, rounding, and what may be right at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import outline_of
from reader.desk.amounts import amount_of, are_same, are_transposed, may_both_be_right, ratio
from reader.document.article import Article
from reader.document.outline import Figure

AGREE = [
    ("9 kilometres", "9,000 metres"),
    ("52 percent", "52.3 percent"),
    ("21,000 runners", "21,043 runners"),
    ("8 miles", "13 km"),
    ("86 degrees Fahrenheit", "30 degrees Celsius"),
    ("more than 20 people", "25 people"),
    ("about 100 people", "104 people"),
    ("up to 30 people", "25 people"),
    ("at least 14 people", "14 people"),
    ("at least 14 people", "17 people"),
    ("no more than 30 people", "30 people"),
    ("90 minutes", "1.5 hours"),
    ("18 months", "1.5 years"),
    ("half a million euros", "500,000 euros"),
]
DISAGREE = [
    ("14 people", "17 people"),
    ("120 people", "123 people"),
    ("41,306 people", "41,450 people"),
    ("$3 billion", "$3.4 billion"),
    ("more than 20 people", "17 people"),
    ("7 kilometres", "9,000 metres"),
    ("at least 14 people", "13 people"),
    ("at most 30 people", "31 people"),
    ("14 percent", "minus 14 percent"),
]


def figure(words: str) -> Figure:
    (found,) = outline_of(Article(f"It was {words} in all.", "case")).figures
    return found


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_both_may_be_right(one: str, other: str) -> None:
    assert may_both_be_right(figure(one), figure(other))
    assert may_both_be_right(figure(other), figure(one))


@pytest.mark.parametrize(("one", "other"), DISAGREE)
def test_one_of_them_is_wrong(one: str, other: str) -> None:
    assert not may_both_be_right(figure(one), figure(other))
    assert not may_both_be_right(figure(other), figure(one))


def test_the_same_digits_in_another_order() -> None:
    one, other = amount_of(figure("1,284 votes")), amount_of(figure("1,248 votes"))
    assert are_transposed(one, other)
    assert not are_transposed(one, one)
    assert not are_transposed(amount_of(figure("14 votes")), amount_of(figure("41 votes")))


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_which_comes_first_changes_nothing(one: int, other: int) -> None:
    figures = [figure(f"{value} people") for value in (one, other)]
    amounts = [amount_of(each) for each in figures]
    assert are_same(*amounts) == are_same(*reversed(amounts))
    assert ratio(*amounts) == ratio(*reversed(amounts)) >= 1
    assert are_same(amounts[0], amounts[0])
