"""The outline as the reader arranges it: filtered, by speaker, unnamed sources, the chain of a speaker."""

from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from reader.app.filtering import filtered
from reader.app.rows import rows
from reader.document.article import Article
from reader.document.outline import Outline
from tests.app.conftest import Opener, reading, screen_text

TALK = Article(
    "“We will rebuild the bridge,” said Anna Berg, the mayor of Oslo.\n"
    "“Nobody asked us,” said a captain who asked not to be named.\n"
    "“It is paid for,” Berg said. “It costs 40 million kroner.”\n",
    "talk.txt",
)


async def typed(pilot: Pilot[None], *keys: str) -> str:
    await pilot.press(*keys)
    await pilot.pause()
    return screen_text(pilot)


async def test_the_outline_is_filtered_while_the_words_are_typed(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        shown = await typed(pilot, "f", "slash", *"stol")
        assert "Jens Stoltenberg" in shown
        assert "Andri Yermak ·" not in shown
        assert "6 items" in shown or "items" in shown
        await typed(pilot, "enter")
        assert reading(pilot).pane.is_active
        assert "only items with “stol” · esc shows all" in screen_text(pilot)
        assert "Andri Yermak ·" in await typed(pilot, "f", "0")


async def test_a_filter_thought_better_of_changes_nothing(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        await typed(pilot, "f", "slash", *"zzz")
        assert "Andri Yermak ·" in await typed(pilot, "escape")


async def test_escape_shows_all_and_never_leaves_the_program(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        assert "no item has “zzz”" in await typed(pilot, "f", "slash", *"zzz", "enter")
        assert "Andri Yermak ·" in await typed(pilot, "escape")
        await typed(pilot, "escape", "escape", "escape")
        assert pilot.app.is_running
        assert pilot.app._exit is False
        await typed(pilot, "q")
        assert pilot.app._exit


async def test_a_tab_is_seen_where_the_outline_is_a_drawer(seed: Article, opened: Opener) -> None:
    async with opened(seed, size=(80, 24)) as pilot:
        assert "FIGURES" in await typed(pilot, "f", "f")


async def test_what_is_looked_for_is_typed_anew(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        await typed(pilot, "slash", *"drone", "enter")
        assert "“kyiv” 1 of" in await typed(pilot, "slash", *"kyiv")


async def test_quotes_are_put_together_by_speaker(opened: Opener) -> None:
    async with opened(TALK) as pilot:
        assert screen_text(pilot).count("Anna Berg · ") == 3  # two groups of quotes, one person
        assert (await typed(pilot, "f", "g")).count("Anna Berg · ") == 2
        assert (await typed(pilot, "f", "g")).count("Anna Berg · ") == 3


async def test_unnamed_sources_are_listed_with_the_reason(opened: Opener) -> None:
    async with opened(TALK) as pilot:
        shown = await typed(pilot, "f", "u", "tab", "j")
        assert "UNNAMED SOURCES" in shown
        assert "1 with a reason" in shown
        assert "a captain" in shown
        assert "Anna Berg ·" not in shown


async def test_a_speaker_leads_to_what_else_they_say(opened: Opener) -> None:
    async with opened(TALK) as pilot:
        screen = reading(pilot)
        await typed(pilot, "tab")
        screen.pane.select(next(each for each in screen.session.targets.all if each.id == "s-q1"))
        words, labels = [], []
        for _ in range(6):
            labels.append((await typed(pilot, "enter")).splitlines()[-1])
            assert screen.view.selected is not None
            words.append(screen.view.selected.text(TALK.text))
        assert words[:3] == ["Anna Berg, the mayor of Oslo", "Anna Berg", "mayor of Oslo"]
        assert words[3:] == ["“It is paid for,”", "“It costs 40 million kroner.”", words[0]]
        told = ["attributed here", "the name", "introduced here", "also said, 1 of 2", "also said, 2 of 2"]
        assert all(label in line for label, line in zip(told, labels, strict=False))


@given(st.text("abestolnr ", max_size=6))
def test_a_filter_leaves_rows_that_hold_its_words_under_their_headings(query: str) -> None:
    article = TALK
    found = rows(article, OUTLINE, [], "all", reported=True)
    kept = filtered(found, query)
    assert [row for row in found if row in kept] == kept or len({id(row) for row in kept}) == len(kept)
    assert set(map(id, kept)) <= set(map(id, found))
    for row in kept:
        if row.target and row.target.kind in {"figure", "place", "person", "key"}:
            whole = f"{row.lead}{row.text}{row.tail}".casefold()
            assert all(word in whole for word in query.casefold().split())


def _outline() -> Outline:
    from reader.analysis import outline_of

    return outline_of(TALK)


OUTLINE = _outline()
