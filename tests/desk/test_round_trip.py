"""A summary is saved, changed by hand, saved again: no word of the reader is lost, and nothing is settled silently."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis import outline_of
from reader.app.app import Newsreader
from reader.app.screens.conflict import ConflictScreen
from reader.cli import main
from reader.desk.home import open_library
from reader.desk.summaries import ConflictError, save_summary
from reader.desk.verifying import verify
from reader.document.article import Article
from reader.library import Library
from tests.app.conftest import filled, is_at_work, screen_text, settled, until, write_note
from tests.generator import article

ARTICLE = article(22)
OUTLINE = outline_of(ARTICLE)
HOSTILE = [
    "---",
    "]]",
    "```",
    "<b>x</b>",
    "[x](javascript:y)",
    "%%hidden%%",
    "^q1",
    "> quoted",
    "# Title",
    "x" * 5_000,
]

edits = st.lists(
    st.one_of(
        st.tuples(st.just("note"), st.integers(0, 5), st.sampled_from(["first", "second *bold*", *HOSTILE])),
        st.tuples(st.just("drop"), st.integers(0, 5), st.just("")),
        st.tuples(
            st.just("file"), st.integers(0, 400), st.sampled_from(["mine one", "mine two", "mine three"])
        ),
        st.tuples(st.just("save"), st.just(0), st.just("")),
    ),
    max_size=10,
)


@pytest.mark.slow
@settings(max_examples=10)
@given(edits)
def test_no_word_of_the_reader_is_lost_and_saving_twice_gives_the_same_bytes(
    steps: list[tuple[str, int, str]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, Library(":memory:") as library:
        path = Path(folder, "summary.md")
        mine: list[str] = []

        def save() -> None:
            save_summary(library, ARTICLE, OUTLINE, library.notes(ARTICLE.sha256), path, keep="both")

        save()
        for what, number, words in steps:
            span = OUTLINE.direct[number % len(OUTLINE.direct)].span
            notes = [note for note in library.notes(ARTICLE.sha256) if note.span == span]
            if what == "note" and notes:
                library.change_note(replace(notes[0], body=words))
            elif what == "note":
                library.add_note(ARTICLE, span, words)
            elif what == "drop" and notes:
                library.remove_note(notes[0])
            elif what == "file":
                lines = path.read_text().split("\n")
                lines.insert(10 + number % max(1, len(lines) - 10), f"{words} {len(mine)}.")
                mine.append(f"{words} {len(mine)}.")
                path.write_text("\n".join(lines))
            else:
                save()
        save()
        text = path.read_text()
        assert all(words in text for words in mine)
        for note in library.notes(ARTICLE.sha256):
            assert all(
                word in "".join(text.split()).replace("\\", "")
                for word in note.body.replace("\\", "").split()
            )
        before = path.read_bytes()
        save()
        assert path.read_bytes() == before


def test_both_sides_are_shown_and_neither_is_taken_silently(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    with open_library() as library:
        note = library.add_note(ARTICLE, OUTLINE.direct[0].span, "first")
        save_summary(library, ARTICLE, OUTLINE, [note], path)
        path.write_text(path.read_text().replace("**Note:** first", "**Note:** in the file"))
        library.change_note(replace(note, body="in the app"))
        edited = path.read_bytes()
        with pytest.raises(ConflictError, match="in 1 place") as caught:
            save_summary(library, ARTICLE, OUTLINE, library.notes(ARTICLE.sha256), path)
        assert caught.value.conflicts[0].file == ("**Note:** in the file ^n1\n",)
        assert path.read_bytes() == edited
        save_summary(library, ARTICLE, OUTLINE, library.notes(ARTICLE.sha256), path, keep="both")
        assert "**Note:** in the file ^n1\n**Note:** in the app ^n1\n" in path.read_text()
        assert verify(str(path), library).is_verified


def test_the_command_keeps_hands_off_until_it_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, path = tmp_path / "a.txt", tmp_path / "a.md"
    source.write_text(ARTICLE.text)
    with open_library() as library:
        note = library.add_note(Article(ARTICLE.text, str(source)), OUTLINE.direct[0].span, "first")
        assert main(["export", str(source), "-o", str(path)]) == 0
        path.write_text(path.read_text().replace("**Note:** first", "**Note:** in the file"))
        library.change_note(replace(note, body="in the app"))
    assert main(["export", str(source), "-o", str(path)]) == 1
    assert "was changed by hand in 1 place" in capsys.readouterr().err
    assert main(["export", str(source), "-o", str(path), "--keep", "file"]) == 0
    assert "in the file" in path.read_text()


@pytest.mark.parametrize(
    ("key", "kept"), [("f", "in the file"), ("n", "in the app"), ("escape", "in the file")]
)
async def test_on_the_screen_a_key_settles_it(key: str, kept: str, tmp_path: Path) -> None:
    app = Newsreader([ARTICLE])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await filled(pilot)
        span = OUTLINE.direct[0].span
        write_note(screen, span, "first")
        await pilot.press("s")
        path = await until(pilot, lambda: next(iter(tmp_path.glob("*.md")), None))
        await until(pilot, lambda: not is_at_work(pilot))
        assert path
        path.write_text(path.read_text().replace("**Note:** first", "**Note:** in the file"))
        write_note(screen, span, "in the app")
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, ConflictScreen))
        await settled(pilot)
        assert "in the file" in screen_text(pilot)
        assert "in the app" in screen_text(pilot)
        await pilot.press(key)
        await until(pilot, lambda: kept in path.read_text())
        await until(pilot, lambda: not is_at_work(pilot))
        assert ("in the app" in path.read_text()) == (key == "n")


@pytest.mark.parametrize(("mark", "end"), [("", "\r\n"), ("\ufeff", "\n"), ("\ufeff", "\r\n")])
def test_an_editors_line_ends_and_mark_stay(mark: str, end: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    with Library(":memory:") as library:
        save_summary(library, ARTICLE, OUTLINE, [], path)
        edited = f"{mark}{path.read_text()}\n## Own\n\nmine\n".replace("\n", end).encode()
        path.write_bytes(edited)
        save_summary(library, ARTICLE, OUTLINE, [], path)
        assert path.read_bytes() == edited
        note = library.add_note(ARTICLE, OUTLINE.direct[0].span, "first")
        save_summary(library, ARTICLE, OUTLINE, [note], path)
        text = path.read_bytes().decode()
        assert text.startswith(mark)
        assert f"**Note:** first ^n1{end}" in text
        assert f"{end}mine{end}" in text
        assert verify(str(path), library).is_verified


def test_what_is_said_to_be_saved_is_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    with Library(":memory:") as library:
        note = library.add_note(ARTICLE, OUTLINE.direct[0].span, "first")
        written = save_summary(library, ARTICLE, OUTLINE, [note], path)
        assert (written.quotes, written.notes) == (len(OUTLINE.quotes), 1)
        path.write_text("")
        written = save_summary(library, ARTICLE, OUTLINE, [note], path)
        assert (written.quotes, written.notes, path.read_text()) == (0, 0, "")
