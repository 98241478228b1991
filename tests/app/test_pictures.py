"""Pictures: drawn where the terminal can, named where it cannot, and never trusted."""

from io import BytesIO

import pytest
from PIL import Image

from reader.app.app import Newsreader
from reader.app.pictures import are_wanted, decoded
from reader.app.screens.picture import PictureScreen
from reader.document.article import Article, Media
from reader.errors import SourceError
from reader.preferences.settings import Preferences
from reader.sources import pictures
from reader.sources.pictures import picture
from tests.app.conftest import filled, screen_text, until

PAGE = Article(
    "The bridge is open.\n\nIt was built in a year.\n",
    "https://news.example/bridge",
    media=(
        Media("lead", "https://news.example/a.png", "The bridge [red]in the rain[/red]"),
        Media("figure", "https://news.example/b.png", ""),
    ),
)


def png(width: int = 40, height: int = 20) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height), (200, 30, 30)).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(
    ("setting", "environ", "wanted"),
    [
        ("auto", {"TERM": "xterm-256color"}, True),
        ("auto", {"TERM": "xterm-256color", "SSH_CONNECTION": "1 2 3 4"}, False),
        ("on", {"TERM": "xterm-256color", "SSH_CONNECTION": "1 2 3 4"}, True),
        ("auto", {"TERM": "linux"}, False),
        ("auto", {"TERM": "xterm", "NO_COLOR": "1"}, False),
        ("off", {"TERM": "xterm-kitty"}, False),
    ],
)
def test_pictures_are_drawn_where_the_reader_and_the_terminal_want_them(
    setting: str, environ: dict[str, str], wanted: bool
) -> None:
    assert are_wanted(setting, environ) == wanted


@pytest.mark.parametrize("data", [b"", b"<svg/>", png()[:60], b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\0" * 99])
def test_what_is_no_picture_is_said(data: bytes) -> None:
    with pytest.raises(SourceError, match="no picture"):
        decoded(data, "https://news.example/a.png")


@pytest.mark.slow
def test_a_bomb_is_not_unpacked_and_a_large_picture_is_made_small() -> None:
    file = BytesIO()
    Image.new("1", (20_000, 20_000)).save(file, "PNG")
    with pytest.raises(SourceError, match="picture"):
        decoded(file.getvalue(), "https://news.example/bomb.png")
    assert decoded(png(3_000, 300), "u").size == (1_600, 160)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "/etc/passwd", "data:image/png;base64,AAAA", "http://127.0.0.1/a.png"]
)
def test_a_page_has_no_picture_fetched_from_this_machine(url: str) -> None:
    with pytest.raises(SourceError):
        picture(url)


async def test_without_drawing_there_are_caption_and_link() -> None:
    app = Newsreader([PAGE], Preferences(pictures="off"))
    async with app.run_test(size=(100, 30)) as pilot:
        await filled(pilot)
        await pilot.press("p")
        await pilot.pause(0.1)
        shown = screen_text(pilot)
        assert "Pictures are not drawn here" in shown
        assert "The bridge [red]in the rain[/red]" in shown
        assert "https://news.example/a.png   1 of 2" in shown
        await pilot.press("j")
        await pilot.pause(0.1)
        assert "no caption" in screen_text(pilot)
        await pilot.press("q")
        await pilot.pause(0.1)
        assert "The bridge is open." in screen_text(pilot)


async def test_a_row_of_the_outline_leads_to_its_picture_which_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pictures, "picture", lambda url, page: png() if url.endswith("a.png") else b"no")
    app = Newsreader([PAGE], Preferences(pictures="on"))
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await filled(pilot)
        await pilot.press("tab", "G", "enter")
        await until(
            pilot, lambda: isinstance(app.screen, PictureScreen) and "no picture" in screen_text(pilot)
        )
        assert "This picture cannot be shown" in screen_text(pilot)
        assert "2 of 2" in screen_text(pilot)
        await pilot.press("k")
        await until(pilot, lambda: not {"cannot", "Fetching"} & {*screen_text(pilot).split()})
        assert not app.screen.has_class("-words")
        assert screen.session.article is PAGE


async def test_an_article_without_pictures_says_so(seed: Article) -> None:
    app = Newsreader([seed])
    async with app.run_test(size=(100, 30)) as pilot:
        await filled(pilot)
        await pilot.press("p")
        await pilot.pause(0.1)
        assert not isinstance(app.screen, PictureScreen)
