"""The same text in several outlets is found; the next day's report, a reused half and a shared quote are others."""

import random
import re
import time
from itertools import combinations
from typing import Any

import pytest

from reader.desk.folding import fold, is_same_text, shingles, sketch
from reader.document.article import Article
from reader.library import Library
from tests.generator import article

DAY = 86_400
NOW = 1_800_000_000
FIRST, LAST = "ba ce di fo gu ha ki lo mu ne".split(), "r l n s t rin lem dost vank pel".split()
VOCABULARY = [f"{first}{last}" for first in FIRST for last in LAST]


def text(draw: random.Random, paragraphs: int = 6) -> list[str]:
    """A text that nobody else has."""

    def sentence() -> str:
        words = draw.choices(VOCABULARY, k=draw.randrange(8, 20))
        words.insert(draw.randrange(len(words)), str(draw.randrange(2, 5_000)))
        return " ".join(words).capitalize() + "."

    return [" ".join(sentence() for _ in range(draw.randrange(2, 5))) for _ in range(paragraphs)]


def printed(parts: list[str], draw: random.Random) -> list[str]:
    """*parts* as another outlet prints them: cut at the end, with a line of its own, a word here and there changed."""
    kept = [*parts]
    if draw.random() < 0.5:
        kept = kept[: max(4, len(kept) - draw.randrange(1, 3))]
    words = [part.split() for part in kept]
    for _ in range(draw.randrange(0, 10)):
        where = draw.choice(words)
        at = draw.randrange(len(where))
        where[at] = draw.choice([where[at].upper(), draw.choice(VOCABULARY), f"{where[at]},"])
    kept = [" ".join(part) for part in words]
    if draw.random() < 0.6:
        kept.insert(0, f"{draw.choice(['REUTERS', 'AP', 'dpa'])} — {' '.join(draw.choices(VOCABULARY, k=4))}")
    if draw.random() < 0.6:
        kept.append(f"Follow us on {' '.join(draw.choices(VOCABULARY, k=12))}.")
    return kept


def planted(seed: int) -> list[tuple[int, Article]]:
    """Articles with the number of the story that each is a printing of; those of one number have the same text."""
    draw = random.Random(seed)
    found: list[tuple[int, list[str]]] = []
    for story in range(40):
        parts = text(draw)
        found.append((story, parts))
        found += [(story, printed(parts, draw)) for _ in range(draw.randrange(0, 4))]
        if draw.random() < 0.4:  # the next day's report: the same words, other numbers
            found.append(
                (
                    100 + story,
                    [re.sub(r"\d+", lambda _: str(draw.randrange(2, 5_000)), part) for part in parts],
                )
            )
        if draw.random() < 0.4:  # half of it from the same agency
            found.append((200 + story, [*parts[:3], *text(draw, 4)]))
        if draw.random() < 0.4:  # a quote of it
            found.append((300 + story, [*text(draw, 5), parts[1]]))
    found += [(400 + number, article(number).text.split("\n")) for number in range(20)]
    draw.shuffle(found)
    return [
        (story, Article("\n".join(parts), f"https://outlet{at}.example/{at}", published=_day(at)))
        for at, (story, parts) in enumerate(found)
    ]


def _day(at: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(NOW - 5 * DAY + 600 * at))


def folded(found: list[tuple[int, Article]]) -> tuple[int, int, int]:
    """Pairs that were put together rightly, that were put together, that belong together."""
    with Library(":memory:", clock=lambda: float(NOW)) as library:
        numbers = [library.shelve(each) for _, each in found]
        for start in range(0, len(numbers), 20):
            fold(library, numbers[start : start + 20])
        rows: Any = library.rows("select id, coalesce(beneath, id) from article")
        lead = dict(rows)
        right = said = there = 0
        for one, other in combinations(range(len(found)), 2):
            together, same = lead[numbers[one]] == lead[numbers[other]], found[one][0] == found[other][0]
            right, said, there = right + (together and same), said + together, there + same
        return right, said, there


@pytest.mark.parametrize("seed", range(3))
def test_printings_of_a_text_are_put_together(seed: int) -> None:
    right, said, there = folded(planted(seed))
    assert 2 * right / (said + there) >= 0.97, (right, said, there)


def shelved(library: Library, *texts: str, uri: str = "https://outlet{}.example/") -> list[int]:
    return [
        library.shelve(Article(each, uri.format(at), site=f"S{at}", published=_day(at)))
        for at, each in enumerate(texts)
    ]


def test_the_earliest_is_shown_and_the_others_are_listed() -> None:
    whole = "\n".join(text(random.Random(1)))
    with Library(":memory:", clock=lambda: float(NOW)) as library:
        one, two, three = shelved(library, whole, f"{whole} More.", f"AP {whole}")
        assert fold(library, [three, two, one]) == 2
        assert library.shelf.numbers() == [one]
        assert [outlet.site for outlet in library.stories.outlets(one)] == ["S1", "S2"]
        assert library.shelf.lines([one])[one].others == 2
        assert library.stories.unfold(one) == [two, three]
        assert library.shelf.numbers() == [three, two, one]
        assert fold(library, []) == 0


def test_versions_of_one_article_are_not_outlets_of_it() -> None:
    whole = "\n".join(text(random.Random(1)))
    with Library(":memory:", clock=lambda: float(NOW)) as library:
        one, two = shelved(library, whole, f"{whole} More.", uri="https://outlet.example/")
        assert fold(library, [one, two]) == 0
        assert library.stories.outlets(two) == []


def test_what_is_months_apart_is_not_compared() -> None:
    whole = "\n".join(text(random.Random(1)))
    with Library(":memory:", clock=lambda: float(NOW)) as library:
        old = library.shelve(Article(whole, "https://a.example/", published="2024-01-01"))
        new = library.shelve(Article(f"{whole} More.", "https://b.example/", published="2024-06-01"))
        assert fold(library, [old, new]) == 0
        assert not library.rows("select 1 from band where article = ?", old)


def test_a_sketch_is_the_same_on_every_machine() -> None:
    runs = shingles(Article("\n".join(text(random.Random(1))), ""))
    assert sketch(runs)[:2] == sketch({*sorted(runs, reverse=True)})[:2]
    assert not shingles(Article("Too short to be known again.", ""))
    assert not is_same_text(Article("Same.", ""), Article("Same.", ""))


def test_a_teaser_is_one_with_another_outlets_where_title_and_words_are_the_same() -> None:
    words = "The board of the harbour met on Monday and said that four of its nine quays would have to close."
    assert len(words.split()) < 40
    with Library(":memory:", clock=lambda: float(NOW)) as library:

        def put(at: int, site: str, title: str, text: str = words) -> int:
            uri = f"https://outlet{at}.example/"
            return library.shelve(Article(text, uri, title=title, site=site, published=_day(at)))

        one = put(0, "A", "Harbour closes four quays")
        same = put(1, "B", "Harbour closes four quays")
        others = [
            put(150, "A", "Harbour closes four quays"),  # tomorrow's of a column that is always called that
            put(3, "C", "Four quays close"),
            put(4, "D", "Harbour closes four quays", words.replace("four", "five")),
        ]
        assert fold(library, [one, same, *others]) == 1
        assert set(library.shelf.numbers()) == {one, *others}
        assert [outlet.site for outlet in library.stories.outlets(one)] == ["B"]


def test_what_the_reader_marked_is_not_put_away_and_reports_by_one_pattern_are_several() -> None:
    whole = "\n".join(text(random.Random(1)))
    pattern = "The harbour of {} runs out of money, its board said, and {} ships wait. " + " ".join(
        VOCABULARY[:60]
    )
    with Library(":memory:", clock=lambda: float(NOW)) as library:
        one, two = shelved(library, whole, f"{whole} More.")
        library.shelf.put("is_starred", True, [two])
        assert fold(library, [one, two]) == 1
        assert library.shelf.numbers("starred") == [two]
        cities = shelved(
            library, pattern.format("Riga", 4), pattern.format("Turku", 4), uri="https://city{}.example/"
        )
        fold(library, cities)
        assert set(cities) <= set(library.shelf.numbers())
