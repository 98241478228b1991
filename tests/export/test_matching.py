"""Lines that two versions have in common."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.export.matching import matching

LINES = st.lists(st.sampled_from(["a\n", "b\n", "\n", "c\n"]), max_size=30)


class Counted(str):
    """A line that counts how often it is compared with another."""

    __slots__ = ()
    compared = 0
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return str.__eq__(self, other)


@given(LINES, LINES, st.integers(1, 60))
def test_what_is_in_common_stands_in_both_in_the_same_order(
    one: list[str], other: list[str], times: int
) -> None:
    base, changed = [*one * times, "one\n", *one], [*other * times, "one\n", *one]
    found = sorted(matching(base, changed).items())
    assert all(base[at] == changed[there] for at, there in found)
    assert all(a < b and c < d for (a, c), (b, d) in pairwise(found))


@given(LINES, st.integers(1, 60))
def test_all_of_a_text_is_in_its_copy(one: list[str], times: int) -> None:
    base = one * times
    assert matching(base, list(base)) == {at: at for at in range(len(base))}


def test_a_line_put_in_among_thousands_of_the_same_is_the_only_one_that_is_new() -> None:
    base = ["same\n"] * 3_000
    assert len(matching(base, [*base[:1_000], "mine\n", *base[1_000:]])) == 3_000


def test_many_similar_lines_are_not_compared_each_with_all() -> None:
    base = [Counted(f"{number % 7}\n") for number in range(4_000)]
    changed = [Counted("mine\n") if at % 50 == 9 else line for at, line in enumerate(base)]
    Counted.compared = 0
    matching(base, changed)
    assert Counted.compared < 30 * len(base)
