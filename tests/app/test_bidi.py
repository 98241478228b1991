"""Right-to-left text: in the order of sight here or by the terminal, never by both."""

import pytest
from bidi.algorithm import get_display
from hypothesis import given
from hypothesis import strategies as st

from reader.app.app import Newsreader
from reader.app.bidi import begins_right_to_left, in_order, reorders, visual
from reader.document.article import Article
from reader.preferences.settings import Preferences
from tests.app.conftest import filled, screen_text

HEBREW = "שר האוצר אמר: «התוכנית תושלם ב-2027» (Reuters)."


@given(st.text("אבגدهو abc 123 .,()«»[]:-", max_size=40), st.booleans())
def test_every_character_is_shown_once_where_the_algorithm_puts_it(text: str, from_right: bool) -> None:
    cells = visual(text, from_right=from_right)
    assert sorted(cell.at for cell in cells) == [*range(len(text))]
    assert "".join(cell.shown for cell in cells) == get_display(text, base_dir="R" if from_right else "L")


def test_marks_follow_their_letter() -> None:
    assert [cell.shown for cell in visual("שָׁב", from_right=True)] == ["ב", "ש", "ׁ", "ָ"] or in_order(
        "אָב"
    ) == "באָ"


def test_the_first_letter_says_from_where_a_paragraph_is_set() -> None:
    assert begins_right_to_left("«1» שלום")
    assert not begins_right_to_left("“Shalom” שלום")
    assert not begins_right_to_left("123 …")


@pytest.mark.parametrize(
    ("setting", "environ", "here"),
    [
        ("auto", {"TERM": "xterm-kitty"}, True),
        ("auto", {"VTE_VERSION": "6800"}, False),
        ("auto", {"VTE_VERSION": "5202"}, True),
        ("auto", {"KONSOLE_VERSION": "220401"}, False),
        ("auto", {"TERM_PROGRAM": "Apple_Terminal"}, False),
        ("here", {"VTE_VERSION": "6800"}, True),
        ("terminal", {}, False),
    ],
)
def test_a_terminal_that_does_it_itself_is_left_to_it(
    setting: str, environ: dict[str, str], here: bool
) -> None:
    assert reorders(setting, environ) == here


async def test_a_hebrew_line_is_set_from_the_right_and_keeps_its_marks() -> None:
    app = Newsreader([Article(HEBREW, "he.txt")], Preferences(bidi="here"))
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await filled(pilot)
        line = next(line for line in screen_text(pilot).splitlines()[2:] if "(Reuters)" in line)
        assert line.rstrip(" ▁▂▃▄▅▆▇█").endswith(in_order(HEBREW))
        await pilot.press("slash", *"2027", "enter")
        await pilot.pause()
        assert screen.view.selected is not None
        assert screen.view.selected.text(HEBREW) == "2027"


async def test_the_terminal_gets_the_order_of_writing_where_it_sees_to_the_rest() -> None:
    app = Newsreader([Article(HEBREW, "he.txt")], Preferences(bidi="terminal"))
    async with app.run_test(size=(100, 30)) as pilot:
        await filled(pilot)
        assert HEBREW in screen_text(pilot)
