"""From an item to its source and back: the same row, and the words that are marked are the item's own."""

import pytest

from reader.app.app import Newsreader
from reader.app.row import Target
from reader.app.screens.reading import ReadingScreen
from reader.desk.articles import bundled
from reader.document.article import Article
from tests.app.conftest import filled
from tests.generator import article

NUMBERS = range(30)


def marked(screen: ReadingScreen) -> str:
    """The words that are drawn as the selected passage, on all its lines."""
    assert screen.view.selected is not None
    strong = screen.view.look("article--selected").bgcolor
    lines = [number for each in screen.view.layout_.lines_of((screen.view.selected,)) for number in each]
    drawn = (segment for number in lines for segment in screen.view._drawn(number))
    return " ".join(
        "".join(each.text for each in drawn if each.style and each.style.bgcolor == strong).split()
    )


def there_and_back(screen: ReadingScreen, target: Target) -> None:
    text = screen.session.article.text
    screen.action_pane("outline")
    screen.pane.select(target)
    screen.outline_moved()
    screen.action_follow()
    assert not screen.pane.is_active
    assert screen.view.selected in target.spans
    assert screen.view.selected is not None
    words = " ".join(screen.view.selected.text(text).split())
    assert marked(screen).replace(" ", "") == words.replace(" ", ""), target
    screen.action_follow()
    assert screen.pane.is_active
    back = screen.pane.selected
    assert back is not None
    assert (back.kind, back.id) == (target.kind, target.id)


async def every_item(found: Article) -> int:
    app = Newsreader([found])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await filled(pilot)
        screen.action_reported()
        targets = [each for each in screen.session.targets.all if each.kind not in {"speaker", "picture"}]
        for target in targets:
            there_and_back(screen, target)
        return len(targets)


@pytest.mark.slow
@pytest.mark.parametrize("number", NUMBERS)
async def test_every_item_of_a_generated_article(number: int) -> None:
    assert await every_item(article(number)) > 3


@pytest.mark.parametrize("index", [0, 1, 2])
async def test_every_item_of_a_bundled_article(index: int) -> None:
    assert await every_item(bundled()[index]) > 20
