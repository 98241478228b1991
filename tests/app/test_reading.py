"""Keys on the reading screen, and what the user sees then."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.app.app import Newsreader
from reader.app.rows import rows
from reader.app.screens.note import NoteScreen
from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.span import Span
from tests.app.conftest import Opener, filled, press, reading, screen_text, until
from tests.conftest import SEEDS


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
        await press(pilot, "gg", "]r")
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
        await until(pilot, lambda: app.failures)
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
        await until(pilot, lambda: reading(pilot)._library_problem)
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


def test_a_speaker_who_is_not_sure_is_shown_as_probable(seed: Article, seed_outline: Outline) -> None:
    quote = seed_outline.direct[0]
    assert quote.speaker
    unsure = replace(quote, speaker=replace(quote.speaker, probability=0.3))
    shown = rows(seed, replace(seed_outline, quotes=(unsure,)), [], "quotes")
    assert (shown[1].text, shown[1].tail) == (
        "Hanna Maliar",
        " · probably · Deputy Minister of Defense of Ukraine",
    )


async def test_why_a_key_sentence_is_there_names_the_method(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        screen.pane.select(next(each for each in screen.session.targets.all if each.kind == "key"))
        await press(pilot, "i")
        assert "a key sentence by lead-centroid" in screen_text(pilot)
