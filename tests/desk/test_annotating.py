"""Every change of notes can be undone and done again; nothing of it is lost in between."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.desk.annotating import Notebook
from reader.desk.notes_query import chosen
from reader.desk.relocating import relocate
from reader.document.article import Article
from reader.document.identity import identity_of
from reader.document.note import Note
from reader.document.span import Span
from reader.errors import QueryError
from reader.library import Library

ARTICLE = Article(
    "The mayor said 14 people were hurt. “We stay,” she added. Nobody else spoke.", "/a.txt", title="Harbour"
)
LATER = Article(
    "Updated. The mayor said on Monday 14 people were hurt. She left. Nobody else spoke at all.", "/a.txt"
)
QUOTE, FIGURE = Span(36, 46), Span(15, 17)

steps = st.lists(
    st.tuples(
        st.sampled_from("add mark draft tag check evidence remove undo redo".split()), st.integers(0, 3)
    ),
    max_size=14,
)  # fmt: skip


def do(notebook: Notebook, what: str, number: int) -> None:
    notes = notebook.library.notes(ARTICLE.sha256)
    note = notes[number % len(notes)] if notes else None
    if what == "add":
        notebook.add(ARTICLE, QUOTE, f"note {number}", tags=("t",))
    elif what == "mark":
        notebook.add(ARTICLE, FIGURE)
    elif what == "draft":
        draft = notebook.draft(ARTICLE, QUOTE, note)
        draft.type("a")
        draft.keep(["", "ab", "abc", "other"][number])
    elif what == "undo":
        notebook.undo()
    elif what == "redo":
        notebook.redo()
    elif what == "check":
        notebook.judge(ARTICLE, FIGURE, note, ("confirmed", "disputed", "unchecked", "disputed")[number], 1e9)
    elif what == "evidence":
        notebook.evidence(ARTICLE, FIGURE, note, f"https://e.example/{number}")
    elif note and what == "tag":
        notebook.retag(note, (f"tag {number}",))
    elif note and what == "remove":
        notebook.remove(note)


@given(steps)
def test_undoing_all_gives_the_beginning_and_doing_all_again_the_end(done: list[tuple[str, int]]) -> None:
    with Library(":memory:") as library:
        before = library.add_note(ARTICLE, QUOTE, "there before")
        notebook = Notebook(library)
        for what, number in done:
            do(notebook, what, number)
        while notebook.redo() != "There is nothing to do again.":
            pass
        end = library.notes(ARTICLE.sha256)
        while notebook.undo() != "There is nothing to undo.":
            pass
        assert library.notes(ARTICLE.sha256) == [before]
        while notebook.redo() != "There is nothing to do again.":
            pass
        assert _same(library.notes(ARTICLE.sha256)) == _same(end)


def _same(notes: list[Note]) -> set[tuple[object, ...]]:
    return {(note.span, note.body, note.tags, note.status, note.evidence, note.id) for note in notes}


def test_what_another_newsreader_changed_meanwhile_is_not_undone() -> None:
    with Library(":memory:") as library:
        notebook = Notebook(library)
        note = notebook.add(ARTICLE, QUOTE, "mine")
        notebook.change(note, replace(note, body="mine again"))
        library.change_note(replace(note, body="theirs"))
        assert "changed elsewhere" in notebook.undo()
        assert [each.body for each in library.notes(ARTICLE.sha256)] == ["theirs"]


def test_a_draft_that_is_thrown_away_leaves_what_was_there() -> None:
    with Library(":memory:") as library:
        notebook = Notebook(library)
        kept = notebook.add(ARTICLE, QUOTE, "kept")
        for note in (None, kept):
            draft = notebook.draft(ARTICLE, QUOTE, note)
            draft.type("half a thou")
            draft.discard()
        assert library.notes(ARTICLE.sha256) == [kept]


def test_another_version_has_the_notes_and_the_old_one_keeps_them() -> None:
    with Library(":memory:") as library:
        notebook = Notebook(library)
        notebook.add(ARTICLE, Span(15, 34), "how many?")
        notebook.add(ARTICLE, QUOTE, "who?")
        assert relocate(library, LATER) == (1, 1)
        assert relocate(library, LATER) == (0, 0)
        unplaced, placed = library.notes(LATER.sha256)
        assert (unplaced.body, unplaced.is_placed, unplaced.quoted) == ("who?", False, "“We stay,”")
        assert placed.span.text(LATER.text) == "14 people were hurt"
        assert all(note.is_placed for note in library.notes(ARTICLE.sha256))
        notebook.place(unplaced, LATER, Span(54, 63))
        assert library.notes(LATER.sha256)[1].span == Span(54, 63)
        notebook.undo()
        assert not library.notes(LATER.sha256)[0].is_placed


@pytest.mark.parametrize(
    ("query", "bodies"),
    [
        ("", ["late", "early one", ""]),
        ("early", ["early one"]),
        ('"early one"', ["early one"]),
        ("-early", ["late", ""]),
        ("tag:wa", ["late"]),
        ("status:disputed", [""]),
        ("in:harbour is:written", ["late", "early one"]),
        ("is:mark", [""]),
        ("14", [""]),
        ("status:confirmed", []),
    ],
)
def test_notes_are_chosen_by_words_and_fields(query: str, bodies: list[str]) -> None:
    with Library(":memory:") as library:
        library.add_note(ARTICLE, FIGURE, "", status="disputed")
        library.add_note(ARTICLE, QUOTE, "early one")
        library.add_note(ARTICLE, QUOTE, "late", tags=("war",))
        assert [kept.note.body for kept in chosen(library.all_notes(), query)] == bodies


@pytest.mark.parametrize("query", ["colour:red", "is:odd"])
def test_a_filter_that_means_nothing_is_a_sentence(query: str) -> None:
    with pytest.raises(QueryError, match="here"):
        chosen([], query)


def test_ids_are_never_used_again() -> None:
    with Library(":memory:") as library:
        first = library.add_note(ARTICLE, QUOTE, "old words")
        library.remove_note(first)
        assert library.add_note(ARTICLE, FIGURE, "new").id != first.id


def test_two_newsreaders_change_one_note_and_no_word_is_lost() -> None:
    with Library(":memory:") as library:
        one, two = Notebook(library), Notebook(library)
        note = one.add(ARTICLE, QUOTE, "first")
        two.change(note, replace(note, body="first, and second"))
        one.retag(note, ("tag",))
        assert [(each.body, each.tags) for each in library.notes(ARTICLE.sha256)] == [
            ("first, and second", ("tag",))
        ]
        one.change(note, replace(note, body="other words"))
        assert library.notes(ARTICLE.sha256)[0].body == "other words\n\nfirst, and second"


def test_what_is_typed_into_a_note_that_another_deletes_is_kept() -> None:
    with Library(":memory:") as library:
        notebook = Notebook(library)
        note = notebook.add(ARTICLE, QUOTE, "first")
        draft = notebook.draft(ARTICLE, QUOTE, note)
        draft.type("first, and")
        library.remove_note(note)
        draft.keep("first, and more")
        assert [each.body for each in library.notes(ARTICLE.sha256)] == ["first, and more"]


def test_what_another_types_into_the_same_note_stays_beneath() -> None:
    with Library(":memory:") as library:
        notebook = Notebook(library)
        note = notebook.add(ARTICLE, QUOTE, "first")
        draft = notebook.draft(ARTICLE, QUOTE, note)
        draft.type("mine")
        library.change_note(replace(note, body="theirs"))
        draft.type("mine i")
        draft.keep("mine it is")
        assert library.notes(ARTICLE.sha256)[0].body == "mine it is\n\ntheirs"


def test_words_are_not_gone_while_a_line_is_typed_anew() -> None:
    with Library(":memory:") as library:
        notebook = Notebook(library)
        note = notebook.add(ARTICLE, QUOTE, "first")
        notebook.draft(ARTICLE, QUOTE, note).type("")
        assert library.notes(ARTICLE.sha256)[0].body == "first"


def test_undoing_a_note_does_not_take_what_another_added() -> None:
    with Library(":memory:") as library:
        notebook = Notebook(library)
        note = notebook.add(ARTICLE, QUOTE, "first")
        library.change_note(replace(note, body="first, and theirs"))
        assert "changed elsewhere" in notebook.undo()
        assert len(library.notes(ARTICLE.sha256)) == 1


def test_several_changes_at_once_are_one_step() -> None:
    with Library(":memory:") as library:
        notebook = Notebook(library)
        notes = [notebook.add(ARTICLE, QUOTE, word) for word in ("a", "b")]
        notebook.change_all([(note, replace(note, body=note.body * 2)) for note in notes])
        assert [each.body for each in library.notes(ARTICLE.sha256)] == ["aa", "bb"]
        notebook.undo()
        assert [each.body for each in library.notes(ARTICLE.sha256)] == ["a", "b"]


def test_a_file_is_the_same_by_every_path_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path / "sub")
    assert len({identity_of(name) for name in ("../a.txt", str(tmp_path / "a.txt"), "../link.txt")}) == 1
    pages = ("https://www.e.example/a/?utm_source=x#top", "http://e.example/a", "https://e.example/a/")
    assert len({identity_of(page) for page in pages}) == 1
    assert identity_of("https://e.example/a?id=2") != identity_of("https://e.example/a?id=3")
    assert identity_of("-") == ""
