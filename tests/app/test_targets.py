"""Looking items up is the same as looking through all of them, only faster."""

from hypothesis import given
from hypothesis import strategies as st

from reader.app.row import Kind, Target
from reader.app.targets import Targets
from reader.document.span import Span

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 80), st.integers(1, 30))
kinds: st.SearchStrategy[Kind] = st.sampled_from(["quote", "figure", "place"])
items = st.lists(st.tuples(kinds, st.lists(spans, min_size=1, max_size=3)), max_size=12).map(
    lambda found: [
        Target(kind, f"i{number}", tuple(sorted(each))) for number, (kind, each) in enumerate(found)
    ]
)


@given(items, spans, st.data())
def test_the_item_of_a_line_is_one_that_stands_there(
    found: list[Target], line: Span, data: st.DataObject
) -> None:
    position = data.draw(st.integers(line.start, line.end - 1))
    here = [target for target in found if any(span.touches(line) for span in target.spans)]
    chosen = Targets(found).on_line(line, position)
    assert (chosen is None) == (not here)
    if chosen:
        begin_here = [target for target in here if any(span.start == position for span in target.spans)]
        assert chosen in (begin_here or here)


@given(items, spans, kinds, st.sampled_from([1, -1]))
def test_hopping_visits_every_passage_in_order(
    found: list[Target], here: Span, kind: Kind, step: int
) -> None:
    targets = Targets(found)
    passages = sorted({span for target in found if target.kind == kind for span in target.spans})
    ahead = [span for span in passages if (span > here if step > 0 else span < here)]
    walked = []
    while hop := targets.beyond(kind, here, step):
        here = hop[0]
        walked.append(here)
    assert sorted(set(walked)) == ahead
    assert walked == sorted(walked, reverse=step < 0)


@given(items, spans, kinds, st.sampled_from([1, -1]), st.integers(2, 5))
def test_a_count_is_as_many_hops_or_as_many_as_there_are(
    found: list[Target], here: Span, kind: Kind, step: int, times: int
) -> None:
    targets = Targets(found)
    far = targets.beyond(kind, here, step, times)
    near: Span | None = None
    distinct = len({span for target in found for span in target.spans}) == sum(len(t.spans) for t in found)
    for _ in range(times):
        hop = targets.beyond(kind, near or here, step)
        near = hop[0] if hop else near
    if distinct:
        assert (far[0] if far else None) == near
