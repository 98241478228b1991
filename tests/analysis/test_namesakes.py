"""People of one surname, beside what the same means when each is compared with all others."""

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis.names import PARTICLES
from reader.analysis.namesakes import Known, Namesakes
from reader.analysis.spelling import skeleton
from reader.document.span import Span

FIRST = st.sampled_from(["Ann", "Anna", "A", "Sergei", "Sergey", "S", "al", "Bo", "Khan"])
LAST = st.sampled_from(["Sobyanin", "Sobianin"])


def may_be(one: str, other: str) -> bool:
    """Whether people with these first names and one surname can be the same."""
    a, b = one.lower(), other.lower()
    if a in PARTICLES or b in PARTICLES or a == b:
        return True
    return a[0] == b[0] and (1 in {len(a), len(b)} or skeleton(a) == skeleton(b))


@given(st.lists(st.tuples(FIRST, LAST, st.booleans()), max_size=30))
def test_the_first_who_can_have_a_name_has_it(names: list[tuple[str, str, bool]]) -> None:
    group, people = Namesakes(), list[tuple[str, ...]]()
    for at, (first, last, longer) in enumerate(names):
        words = (first, "van", last) if longer else (first, last)
        expected = next((number for number, each in enumerate(people) if may_be(each[0], first)), None)
        assert group.same(words) == expected
        span = Span(10 * at, 10 * at + 5)
        if expected is None:
            group.add(Known(words, span, None, [span]))
            people.append(words)
            continue
        group.mention(expected, span)
        if len(words) > len(people[expected]):
            group.rename(expected, words, span)
            people[expected] = words
    assert [each.words for each in group.people] == people


@given(st.lists(st.tuples(FIRST, LAST), min_size=1, max_size=12), st.integers(0, 130), LAST, st.booleans())
def test_a_surname_alone_means_its_latest_bearer(
    names: list[tuple[str, str]], at: int, name: str, loosely: bool
) -> None:
    group = Namesakes()
    for number, words in enumerate(names):
        span = Span(10 * number, 10 * number + 5)
        group.add(Known(words, span, None, [span]))
    bearers = [number for number, (_, last) in enumerate(names) if last == name]
    bearers = bearers or (list(range(len(names))) if loosely else [])
    earlier = [number for number in bearers if 10 * number < at]
    expected = max(earlier) if earlier else min(bearers, default=None)
    assert group.latest(name, at, loosely=loosely) == expected
