"""The themes of our own can be read: contrast by WCAG 2.2 of every hue on its ground."""

import pytest
from rich._palettes import STANDARD_PALETTE
from textual.color import Color
from textual.theme import Theme

from reader.app.app import Newsreader
from reader.app.themes import CONTRAST, DEFAULT, SIXTEEN, THEMES, fitting
from reader.document.article import Article
from reader.preferences.settings import BY_NAME, Preferences
from tests.app.conftest import reading

HUES = ("text-primary", "text-secondary", "text-warning", "text-success", "text-accent")


def luminance(color: Color) -> float:
    parts = [part / 255 for part in color.rgb]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(Color.parse(one)), luminance(Color.parse(two))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    "theme", [each for each in THEMES if each is not SIXTEEN], ids=lambda theme: theme.name
)
def test_every_hue_can_be_read_on_its_ground(theme: Theme) -> None:
    least, text = (7.0, 20.9) if theme is CONTRAST else (4.5, 10.9)
    assert theme.background
    assert theme.foreground
    assert contrast(theme.foreground, theme.background) >= text
    for hue in HUES:
        assert contrast(theme.variables[hue], theme.background) >= least, hue
    chosen = theme.variables["block-cursor-background"], theme.variables["block-cursor-foreground"]
    assert contrast(*chosen) >= 4.5


def test_sixteen_colours_keep_the_kinds_apart() -> None:
    palette = set(STANDARD_PALETTE._colors)
    hues = [SIXTEEN.variables[hue] for hue in HUES]
    assert len({*hues, SIXTEEN.foreground}) == len(hues) + 1
    assert all(tuple(Color.parse(hue).rgb) in palette for hue in hues)


def test_a_terminal_of_sixteen_colours_has_its_theme_unless_another_was_chosen() -> None:
    assert fitting(DEFAULT, "standard") == SIXTEEN.name
    assert fitting(DEFAULT, "truecolor") == DEFAULT
    assert fitting(DEFAULT, None) == DEFAULT
    assert fitting("nord", "standard") == "nord"
    assert BY_NAME["theme"].usual == DEFAULT


@pytest.mark.parametrize("theme", ["paper", "lamp", "sixteen", "textual-light"])
async def test_the_first_picture_has_the_colours_that_were_set(theme: str) -> None:
    app = Newsreader([Article("A line.\n", "a.txt")], Preferences(theme=theme))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        wanted = app.available_themes[app.theme].background or app.get_css_variables()["background"]
        assert reading(pilot).view.styles.background == Color.parse(wanted)
        await pilot.press("question_mark")
        await pilot.pause()
        assert reading(pilot).view.styles.background == Color.parse(wanted)
