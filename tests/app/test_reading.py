"""Keys on the reading screen, and what the user sees then."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from reader.app.app import Newsreader
from reader.app.rows import rows
from reader.app.screens.note import NoteScreen
from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.span import Span
from tests.app.conftest import Opener, filled, reading, screen_text
from tests.conftest import SEEDS


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press *keys* as a person names them: `]q`, `a`, `ctrl+s`."""
    names = {"]": "right_square_bracket", "[": "left_square_bracket", "/": "slash", "?": "question_mark",
             "<": "less_than_sign", ">": "greater_than_sign"}  # fmt: skip
    for key in keys:
        chars = [key] if "+" in key or len(key) == 1 or key in {"enter", "tab", "escape"} else list(key)
        await pilot.press(*(names.get(char, char) for char in chars))
    await pilot.pause()


@pytest.mark.slow
@pytest.mark.real_analysis
async def test_the_text_is_there_before_the_outline(seed: Article) -> None:
    app = Newsreader([seed])
    async with app.run_test(size=(120, 40)) as pilot:
        assert "Ukrainian forces seek to tighten" in screen_text(pilot)
        assert "Reading…" in screen_text(pilot)
        await filled(pilot)
        assert "Hanna Maliar · Deputy Minister" in screen_text(pilot)


async def test_every_quote_is_reached_by_keys_and_enter_goes_there_and_back(
    seed: Article, seed_outline: Outline, opened: Opener
) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        for number, quote in enumerate(seed_outline.direct, 1):
            await press(pilot, "]q")
            assert screen.view.selected == quote.span
            assert f"quote {number} of 11" in screen_text(pilot)
            if number % 4:
                continue  # Enter is pressed on some of them only: each key takes a tenth of a second
            await press(pilot, "enter")
            assert screen.pane.is_active
            assert screen.pane.selected is not None
            assert screen.pane.selected.quote == quote
            await press(pilot, "enter")
            assert not screen.pane.is_active
            assert screen.view.selected == quote.span
        await press(pilot, "]q")
        assert screen.view.selected == seed_outline.direct[-1].span


async def test_each_kind_of_item_jumps_to_its_words_and_back(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        last = {target.kind: target for target in screen.session.targets.all if target.kind != "speaker"}
        assert set(last) == {"key", "section", "quote", "figure", "place", "person"}
        for target in last.values():
            await press(pilot, "l")
            screen.pane.select(target)
            await press(pilot, "enter")
            assert screen.view.selected == target.span
            await press(pilot, "enter")
            selected = screen.pane.selected
            assert selected is not None
            assert (selected.kind, selected.id) == (target.kind, target.id)


async def test_moving_in_the_outline_shows_the_source_at_once(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "fq", "tab", "j", "j")
        assert screen.pane.selected is not None
        assert screen.view.selected == screen.pane.selected.span
        assert "“were successful”" in screen_text(pilot)


async def test_moving_in_the_article_marks_the_item_under_the_cursor(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        for _ in range(12):
            await press(pilot, "j")
            if screen.pane.selected and screen.pane.selected.kind == "quote":
                break
        assert screen.pane.selected is not None
        assert screen.pane.selected.id == "q1"


async def test_the_speaker_line_follows_mention_and_name(seed: Article, opened: Opener) -> None:
    """“Yermak” → “Andri Yermak”, where the article introduces him → what he is → round again."""
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "l")
        screen.pane.select(next(each for each in screen.session.targets.all if each.id == "s-q3"))
        role = "head of the Ukrainian presidential office"
        for words in ("Yermak", "Andri Yermak", role, "Yermak"):
            await press(pilot, "enter")
            assert screen.view.selected is not None
            assert screen.view.selected.text(seed.text) == words


async def test_reported_speech_is_shown_by_choice(
    seed: Article, seed_outline: Outline, opened: Opener
) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        assert f"{len(seed_outline.indirect)} reported without marks" in await scrolled(pilot)
        await press(pilot, "r")
        assert screen.session.shown == seed_outline
        await press(pilot, "]r")
        assert "REPORTED" in screen_text(pilot)
        await press(pilot, "r")
        assert not screen.session.shown.indirect
        await press(pilot, "gg", "]r")
        assert screen.view.selected == seed_outline.indirect[0].span
        assert f"reported 1 of {len(seed_outline.indirect)}" in screen_text(pilot)


async def scrolled(pilot: Pilot[None]) -> str:
    """What the tab of quotes says to its end."""
    await press(pilot, "fq", "l", "G")
    shown = screen_text(pilot)
    await press(pilot, "h", "f0")
    return shown


async def test_why_a_quote_is_there_is_told_link_by_link(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        await press(pilot, "]q", "]q", "]q", "i")
        said = screen_text(pilot)
        assert "speaker with probability" in said
        assert "mention: “Yermak”" in said
        assert "→ name: “Andri Yermak”" in said
        assert "because the name stands there" in said


async def test_jumps_are_remembered(seed: Article, seed_outline: Outline, opened: Opener) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "]q", "]q", "]f")
        await press(pilot, "<")
        assert screen.view.cursor == seed_outline.direct[1].span.start
        await press(pilot, "<")
        assert screen.view.cursor == seed_outline.direct[0].span.start
        await press(pilot, ">")
        assert screen.view.cursor == seed_outline.direct[1].span.start


async def test_find_counts_its_matches(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "/", *"bakhmut", "enter")
        assert "“bakhmut” 1 of 5" in screen_text(pilot)
        await press(pilot, "n")
        assert "“bakhmut” 2 of 5" in screen_text(pilot)
        await press(pilot, "N", "N")
        assert "“bakhmut” 5 of 5" in screen_text(pilot)
        await press(pilot, "escape")
        assert not screen.session.finder.matches


async def test_notes_are_kept_shown_saved_and_there_next_time(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        await press(pilot, "]q", "a", *"first", "ctrl+s")
        await press(pilot, "]q", "a", *"second", "ctrl+s")
        assert "✎" in screen_text(pilot)
        await press(pilot, "s")
        await pilot.app.workers.wait_for_complete([w for w in pilot.app.workers if w.group == "save"])
        await pilot.pause()
    (saved,) = Path.cwd().glob("*.md")
    assert "**Note:** first" in saved.read_text(encoding="utf-8")
    async with opened(seed) as pilot:
        assert [note.body for note in reading(pilot).session.notes] == ["first", "second"]
        await press(pilot, "]q", "a")
        assert isinstance(pilot.app.screen, NoteScreen)
        assert pilot.app.screen.query_one(TextArea).text == "first"


async def test_keep_does_not_overtake_the_letters_typed_before_it(seed: Article, opened: Opener) -> None:
    """All keys at once, as a paste or a fast typist sends them: the note holds every letter."""
    async with opened(seed) as pilot:
        await press(pilot, "]q", "a")

        for key in "quick":
            pilot.app.post_message(events.Key(key, key))
        pilot.app.post_message(events.Key("ctrl+s", None))
        for _ in range(50):
            await pilot.pause(0.02)
            if reading(pilot).session.notes:
                break
        assert [note.body for note in reading(pilot).session.notes] == ["quick"]


async def test_words_that_were_typed_are_not_thrown_away_by_one_key(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        await press(pilot, "]q", "a", "x", "escape")
        assert isinstance(pilot.app.screen, NoteScreen)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, NoteScreen)


async def test_under_120_columns_the_outline_is_a_drawer(seed: Article, opened: Opener) -> None:
    async with opened(seed, size=(80, 24)) as pilot:
        screen = reading(pilot)
        assert not screen.pane.display
        await press(pilot, "tab")
        assert screen.pane.display
        assert "all  quotes  figures" in screen_text(pilot)
        assert screen.view.size.width == screen.pane.size.width, "the article keeps its lines"
        await press(pilot, "enter")
        assert not screen.pane.display


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (40, 3), (300, 80)])
async def test_no_size_is_too_small_and_the_place_is_kept(
    seed: Article, seed_outline: Outline, opened: Opener, size: tuple[int, int]
) -> None:
    async with opened(seed) as pilot:
        await press(pilot, "]q", "]q", "]q")
        await pilot.resize_terminal(*size)
        await press(pilot, "tab", "j", "enter", "k")
        await pilot.resize_terminal(120, 40)
        await press(pilot, "[q")
        assert reading(pilot).view.selected in [quote.span for quote in seed_outline.direct]


async def test_chords_show_what_may_follow(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        await press(pilot, "]")
        assert "next figure" in screen_text(pilot)
        await press(pilot, "x")
        assert "next figure" not in screen_text(pilot)


async def test_keys_are_listed_and_the_palette_finds_them(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        await press(pilot, "?")
        assert "item to source, and back" in screen_text(pilot)
        await press(pilot, "escape", "ctrl+p", *"summary")
        await pilot.pause(0.3)
        assert "Save" in screen_text(pilot)


async def test_the_mouse_selects_the_articles_own_words(seed: Article, opened: Opener) -> None:
    """Selected text is that of the article, whatever the lines on the screen."""
    async with opened(seed) as pilot:
        await pilot.mouse_down("#article", offset=(3, 4))
        await pilot.hover("#article", offset=(12, 5))
        await pilot.mouse_up("#article", offset=(12, 5))
        await pilot.pause()
        words = pilot.app.screen.get_selected_text()
        assert words is not None
        assert len(words) > 60
        assert words.strip() in seed.text


async def test_clicks_choose_rows_and_tabs(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await pilot.click("#outline", offset=(6, 0))
        await pilot.pause()
        assert screen.pane.tab == "quotes"
        await pilot.click("#outline", offset=(8, 4))
        await pilot.pause()
        assert screen.pane.selected is not None
        assert screen.view.selected == screen.pane.selected.span


@pytest.mark.parametrize(
    "text",
    [
        "", "\n\n \n", "x" * 200_000, "[red]PWN[/] [/] [@click=app.quit]click[/] [of, things",
        "a\x1b[2J\x1b]52;c;eA==\x07b\x9b31m", "Pay \u202e00001\u202c. “a \u202equote,” said Bo.", '"' * 10_000,
        "e" + "\u0301" * 2000, "「計画は順調だ」と述べた。" * 500, "👩‍👩‍👧‍👦 family 🇳🇴 " * 400,
        "قال الوزير: «الخطة في موعدها». " * 50,
    ],
    ids=range(11),
)  # fmt: skip
async def test_any_text_can_be_read(text: str, opened: Opener) -> None:
    article = Article(text, "any.txt")
    app = Newsreader([article])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.1)
        await press(pilot, "j", "]q", "tab", "enter", "i", "G")
        shown = screen_text(pilot)
        assert not set("\x1b\x9b\x07\u202e") & set(shown)
        if "[red]" in text:
            assert "[red]PWN[/]" in shown


async def test_a_lone_address_that_cannot_be_had_ends_with_its_sentence() -> None:
    app = Newsreader(["http://127.0.0.1:1/"])
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(100):
            await pilot.pause(0.02)
            if app.failures:
                break
    assert app.return_code == 1
    assert "connection failed" in str(app.failures[0])


async def test_without_sources_the_bundled_articles_are_there(opened: Opener) -> None:
    async with opened() as pilot:
        screen = reading(pilot)
        assert len(screen.sources) == len(list(SEEDS.glob("*.txt"))) + len(list(SEEDS.glob("*.html")))
        first = screen.session.article
        await press(pilot, "J")
        await filled(pilot)
        assert screen.session.article is not first
        await press(pilot, "K")
        assert screen.session.article is first


async def test_a_library_that_cannot_be_opened_is_said_and_reading_goes_on(seed: Article, home: Path) -> None:
    home.write_text("a file where a folder should be")
    app = Newsreader([seed])
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(200):
            await pilot.pause(0.02)
            if reading(pilot)._library_problem:
                break
        await press(pilot, "]q", "a")
        assert not isinstance(pilot.app.screen, NoteScreen)
        assert "library" in " ".join(each.message for each in pilot.app._notifications)


async def test_leaving_goes_back_one_level(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "z", "tab", "q")
        assert not screen.pane.is_active
        await press(pilot, "j", "q")
        await asyncio.sleep(0)
        assert pilot.app.is_running


def test_a_line_is_a_range_of_the_text() -> None:
    from reader.app.wrapping import cut, wrapped

    text = "A long line of words 計画は順調だ that must be broken somewhere"
    for width in (1, 2, 7, 20, 80):
        found = wrapped(text, (Span(0, len(text)),), width)
        assert "".join(text[line.start : line.end].replace(" ", "") for line in found) == text.replace(
            " ", ""
        )
    assert cut("“The most active military operations are", 24) == "“The most active…"


async def test_arrow_and_page_keys_move_the_cursor(seed: Article, opened: Opener) -> None:
    async with opened(seed, size=(80, 12)) as pilot:
        screen = reading(pilot)
        await press(pilot, "G")
        last = screen.view.cursor
        await pilot.press("home", "down", "pagedown")
        assert 0 < screen.view.cursor < last
        await pilot.press("end")
        assert screen.view.cursor == last


async def test_a_note_is_in_the_library_before_it_is_kept(
    seed: Article, seed_outline: Outline, opened: Opener
) -> None:
    """However the program ends, what was typed is there; thrown away, it is gone."""
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "]q", "a", *"draft")
        assert screen.library is not None
        assert [note.body for note in screen.library.notes(seed.sha256)] == ["draft"]
        await press(pilot, "escape", "escape")
        assert screen.library.notes(seed.sha256) == []


async def test_save_as_does_not_overwrite_the_words_of_others(
    seed: Article, opened: Opener, tmp_path: Path
) -> None:
    source = tmp_path / "source.txt"
    source.write_text("somebody's words")
    async with opened(seed) as pilot:
        await press(pilot, "S")
        pilot.app.screen.query_one(Input).value = str(source)
        await press(pilot, "enter")
        await pilot.app.workers.wait_for_complete([w for w in pilot.app.workers if w.group == "save"])
        await pilot.pause()
        assert "name another file" in " ".join(each.message for each in pilot.app._notifications)
    assert source.read_text() == "somebody's words"


async def test_the_cursor_stays_in_sight_on_resize(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "]q", "]q", "]q", "]q", "]q")
        for size in ((80, 24), (40, 12), (60, 8)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen.view.selected is not None
            words = screen.view.selected.text(seed.text)
            assert words[:12] in screen_text(pilot)


async def test_enter_comes_back_to_the_mention_it_left(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "]l", "]l", "]l", "]l")
        mention = screen.view.selected
        await press(pilot, "enter", "enter")
        assert screen.view.selected == mention


async def test_a_search_that_finds_nothing_moves_nobody(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "]q")
        start = screen.view.cursor
        await press(pilot, "/", *"moscowx")
        assert screen.view.cursor == start
        await press(pilot, "escape", "/", *"tula", "enter")
        await press(pilot, "<")
        assert screen.view.cursor == start


async def test_keys_that_come_in_one_burst_all_arrive(seed: Article, opened: Opener) -> None:
    """`/drone⏎` in one packet of a slow line: the dialog that the first key opens gets the rest."""
    async with opened(seed) as pilot:
        for key, character in [("slash", "/"), *((each, each) for each in "drone"), ("enter", None)]:
            pilot.app.post_message(events.Key(key, character))
        for _ in range(50):
            await pilot.pause(0.02)
            if "of 9" in screen_text(pilot):
                break
        assert reading(pilot).session.finder.query == "drone"
        assert pilot.app.screen is reading(pilot)


def test_a_speaker_who_is_not_sure_is_shown_as_probable(seed: Article, seed_outline: Outline) -> None:
    quote = seed_outline.direct[0]
    assert quote.speaker
    unsure = replace(quote, speaker=replace(quote.speaker, probability=0.3))
    shown = rows(seed, replace(seed_outline, quotes=(unsure,)), [], "quotes")
    assert (shown[1].text, shown[1].tail) == (
        "Hanna Maliar",
        " · probably · Deputy Minister of Defense of Ukraine",
    )


@pytest.mark.parametrize("size", [(19, 24), (80, 4), (1, 1)])
async def test_a_tiny_screen_says_so_and_grows_back(
    seed: Article, opened: Opener, size: tuple[int, int]
) -> None:
    async with opened(seed) as pilot:
        await press(pilot, "]q", "tab")
        before = without_scrollbars(pilot)
        await pilot.resize_terminal(*size)
        await pilot.pause(0.1)
        shown = " ".join(screen_text(pilot).split())
        assert "Too small: 20 × 5 is needed.".startswith(shown[:6]) or size == (1, 1)
        assert "Bakhmut" not in shown
        await pilot.resize_terminal(120, 40)
        await pilot.pause(0.1)
        assert without_scrollbars(pilot) == before


def without_scrollbars(pilot: Pilot[None]) -> str:
    return screen_text(pilot).translate(dict.fromkeys(map(ord, "▁▂▃▄▅▆▇█"), " "))


async def test_why_a_key_sentence_is_there_names_the_method(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        screen.pane.select(next(each for each in screen.session.targets.all if each.kind == "key"))
        await press(pilot, "i")
        assert "a key sentence by lead-centroid" in screen_text(pilot)
