"""The outline's lines: one a row, all of the selected one, whatever the width."""

from hypothesis import given
from hypothesis import strategies as st

from reader.app.outline_layout import OutlineLayout
from reader.app.row import Row, Target
from reader.document.span import Span

TARGET = Target("quote", "q1", (Span(0, 1),))
words = st.text("abc de ", min_size=1, max_size=80).map(lambda text: f"x{text}".strip())
rows = st.lists(
    st.one_of(
        words.map(lambda text: Row(text, "outline--header")),
        words.map(lambda text: Row(text, "outline--state")),
        words.map(lambda text: Row(text, "outline--quote", TARGET)),
    ),
    max_size=12,
)


@given(rows, st.integers(10, 60), st.data())
def test_every_row_has_its_lines_in_order(found: list[Row], width: int, data: st.DataObject) -> None:
    layout = OutlineLayout(found, width)
    able = [number for number, row in enumerate(found) if row.target]
    chosen = data.draw(st.sampled_from([None, *able]))
    layout.select(chosen)
    lines = [layout.line(at) for at in range(layout.height)]
    assert [line.row for line in lines] == sorted(line.row for line in lines)
    assert {line.row for line in lines} == set(range(len(found)))
    mine = [at for at, line in enumerate(lines) if line.row == chosen and line.words]
    assert (
        mine == [*layout.lines_of_selected()][: len(mine)]
        if chosen is not None
        else not layout.lines_of_selected()
    )
    if chosen is not None and found[chosen].target:
        shown = " ".join(lines[at].words for at in mine)
        assert "".join(shown.split()) == "".join(found[chosen].text.split())
    for line in lines:
        assert len(line.lead + line.words + line.tail) <= max(width, 10)
