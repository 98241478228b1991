"""A note in a saved file says what the library says, and what the reader changes in the file is read back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.document.note import STATUSES, Note
from reader.document.span import Span
from reader.export import escape
from reader.export.note_reading import edited, renewed, unescaped
from reader.export.notes import note_text
from reader.sanitise import printable_lines

NOTE = Note(7, "0" * 64, Span(0, 4), "word", "first", ("vote",), "disputed", "https://e.example/a b", 1.7e9)
MADE = "**Note · disputed 2023-11-14 · [evidence](https://e.example/a%20b) · tags: vote:** first ^n7"
PIECES = [
    "one", "two words", "*bold*", "a · b", "---", "]]", "`x`", "<b>", "**Note:**", "^n9", "1. list", "# head",
    "| cell", "%%", "\\", ":smile:", "@roe", "a) b",
]  # fmt: skip
lines = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map(" ".join)
bodies = st.lists(lines, max_size=4).flatmap(
    lambda each: st.sampled_from(["\n", "\n\n"]).map(lambda gap: gap.join(each))
)
notes = st.builds(
    lambda body, tags, status, evidence, day: replace(
        NOTE, body=body, tags=tuple(tags), status=status, evidence=evidence,
        checked_at=day if status != "unchecked" else 0.0,
    ),
    bodies,
    st.lists(st.sampled_from(["vote", "two words", "a · b", "*x*"]), max_size=2, unique=True),
    st.sampled_from(STATUSES),
    st.sampled_from(["", "https://e.example/?a=1&b=(2)", "the ministry · by telephone", "*letter* [1]"]),
    st.sampled_from([0.0, 1.7e9]),
)  # fmt: skip


def test_how_it_stands() -> None:
    assert note_text(NOTE) == MADE
    assert note_text(replace(NOTE, body="", tags=(), status="unchecked", evidence="")) == "**Marked** ^n7"


@given(notes, st.sampled_from(["", "  "]), st.sampled_from(["", "600 soldiers"]))
def test_a_note_that_nobody_touched_was_not_edited(note: Note, indent: str, about: str) -> None:
    text = f"before\n\n{note_text(note, indent=indent, about=about)}\n\nafter\n"
    assert edited(text, text, [note]) == ([], 0)
    assert renewed(text, [note]) == text


@given(notes, notes)
def test_what_is_written_in_the_file_is_read_back(there: Note, wanted: Note) -> None:
    wanted = replace(wanted, checked_at=there.checked_at)
    text = f"before\n\n{note_text(wanted)}\n\nafter\n"
    found = edited(text, f"before\n\n{note_text(there)}\n\nafter\n", [there]).taken
    if there.body.strip() and not wanted.body.strip():
        assert found == []  # words are not taken away by what a file does not say
        return
    assert [_plain(each.after) for each in found] in ([], [_plain(wanted)])
    assert bool(found) == (_plain(there) != _plain(wanted))


def _plain(note: Note) -> tuple[object, ...]:
    body = "\n\n".join(
        "\n".join(" ".join(line.split()) for line in part.splitlines() if line.strip())
        for part in note.body.strip().split("\n\n")
        if part.strip()
    )
    is_link = note.evidence.startswith("http")
    evidence = escape.address(note.evidence) if is_link else note.evidence.replace("·", "-")
    return body, tuple(tag.replace("·", "-") for tag in note.tags), note.status, evidence


@pytest.mark.parametrize(
    ("old", "new", "field", "value"),
    [
        (":** first ^", ":** second *thought* ^", "body", "second *thought*"),
        ("disputed 2023-11-14", "confirmed", "status", "confirmed"),
        (" · disputed 2023-11-14", "", "status", "unchecked"),
        ("tags: vote", "tags: vote, kyiv", "tags", ("vote", "kyiv")),
        ("https://e.example/a%20b", "https://e.example/c", "evidence", "https://e.example/c"),
        ("first ^", "first  \nsecond line\n\nnew paragraph ^", "body", "first\nsecond line\n\nnew paragraph"),
    ],
)
def test_each_part_can_be_changed_by_hand(old: str, new: str, field: str, value: object) -> None:
    text = f"# Title\n\n{MADE.replace(old, new)}\n"
    (change,) = edited(text, f"# Title\n\n{MADE}\n", [NOTE]).taken
    assert getattr(change.after, field) == value
    checked = 0.0 if value == "unchecked" else NOTE.checked_at
    assert change.after == replace(NOTE, **{field: value, "checked_at": checked})  # type: ignore[arg-type]


def test_a_note_that_the_library_has_taken_in_is_written_as_it_would_be() -> None:
    text = "**Note:** really *new* ^n7\n"
    note = replace(NOTE, body="really *new*", tags=(), status="unchecked", evidence="", checked_at=0.0)
    assert renewed(text, [note]) == f"{note_text(note)}\n"
    assert renewed(text, [NOTE]) == text


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    edited(f"**Note:** {text} ^n7\n", f"{MADE}\n", [NOTE])
    assert isinstance(unescaped(printable_lines(text)), str)


MARK = replace(NOTE, id=1, body="", tags=(), status="unchecked", evidence="", checked_at=0.0)
PLAIN = replace(MARK, id=2, body="a plain note")


def test_a_mark_does_not_reach_to_the_next_note() -> None:
    text = (
        f"- One · 1–2 ^kaaaaa\n\n{note_text(MARK, indent='  ')}\n- Two · 3–4 ^kbbbbb\n\n{note_text(PLAIN)}\n"
    )
    assert edited(text, text, [MARK, PLAIN]) == ([], 0)
    assert (
        edited(text.replace("a plain", "no plain"), text, [MARK, PLAIN]).taken[0].after.body
        == "no plain note"
    )


def test_a_paragraph_of_the_readers_own_is_no_note() -> None:
    text = f"{note_text(PLAIN)}\n"
    mine = f"**Note:** mine, without an id\n\n> “Words,”\n\n— who · 1–2 ^qaaaaa\n\n{text}"
    assert edited(mine, text, [PLAIN]) == ([], 0)
    assert renewed(mine, [PLAIN]) == mine


def test_an_untouched_file_does_not_put_old_words_over_newer_ones() -> None:
    text = f"{note_text(PLAIN)}\n"
    assert edited(text, text, [replace(PLAIN, body="newer")]) == ([], 0)


def test_what_both_changed_is_left_to_the_reader() -> None:
    text = f"{note_text(PLAIN)}\n"
    assert edited(text.replace("plain", "blunt"), text, [replace(PLAIN, body="newer")]) == ([], 1)


@pytest.mark.parametrize(
    "label", ["Note · ask Anna", "Note · false", "Note · tag: later", "Note · [proof](x)"]
)
def test_a_label_that_no_note_can_say_is_left_alone(label: str) -> None:
    text = f"**{label}:** a plain note ^n2\n"
    assert edited(text, f"{note_text(PLAIN)}\n", [PLAIN]) == ([], 0)
    assert renewed(text, [PLAIN]) == text


def test_a_day_written_by_hand_is_taken() -> None:
    (change,) = edited(MADE.replace("2023-11-14", "2026-11-24"), MADE, [NOTE]).taken
    assert note_text(change.after).startswith("**Note · disputed 2026-11-24 ·")


def test_a_note_that_stands_there_twice_is_not_taken() -> None:
    text = f"{MADE}\n"
    assert edited(f"{text}\n{text.replace('first', 'second')}", text, [NOTE]) == ([], 0)
