"""A library of generated articles: how large it is, how fast it opens, lists and finds.

    python tests/bench/library.py make FOLDER [--articles 100000] [--outlined]
    python tests/bench/library.py search FOLDER

`make` writes FOLDER/library.sqlite3: articles of 300 words by Zipf's law, from 200 feeds over a year, in the order in
which refreshes bring them. `--outlined`: two quotes, three figures and two places in each, all analysed.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from reader.desk.backlog import work_off
from reader.document.article import Article
from reader.document.feed import Answer, Arrival, Listed
from reader.library import Library

COMMON = (
    "the of to and a in for on with that as at by from it was is his he said be are an has have had not they which who"
    " their this but were will would been its or more than when after one also she her we there if can all about two"
).split()
"""Words that say that a text is English."""
FIRST = ["Anna", "Jens", "Oksana", "Tomás", "Aminata", "Yuki", "Per", "Leila", "Marek", "Ruth"]
LAST = ["Berg", "Kovalenko", "Ruiz", "Diallo", "Tanaka", "Novák", "Haddad", "Price", "Lund", "Cole"]
PLACES = ["Oslo", "Kyiv", "Lagos", "Lima", "Sapporo", "Marseille", "Odesa", "Bergen", "Accra", "Turin"]
WORDS, FEEDS, YEAR = 300, 200, 365 * 86_400
NOW = 1_790_000_000


def vocabulary(size: int = 50_000, common: Sequence[str] = ()) -> tuple[list[str], list[float]]:
    """Made-up words, and how often each comes, summed up: 300 of them are 178 different ones, as in news."""
    draw = random.Random(1)
    letters = "etaoinshrdlucmfwypvbgkqjxz"

    def word(rank: int) -> str:
        return "".join(draw.choices(letters, range(26, 0, -1), k=3 + rank // 9_000 + draw.randrange(6)))

    words = list(dict.fromkeys([*common, *(word(rank) for rank in range(2 * size))]))[:size]
    return words, list(accumulate(1 / rank**1.08 for rank in range(1, size + 1)))


def articles(
    count: int, words: list[str], sums: list[float], said: bool = False
) -> Iterator[tuple[int, Arrival]]:
    """Articles with the number of their feed, the oldest first, as they came: now and then an old one."""
    draw = random.Random(2)
    for number in range(count):
        found = draw.choices(words, cum_weights=sums, k=WORDS)
        text = "\n".join(" ".join(found[at : at + 60]).capitalize() + "." for at in range(0, WORDS, 60))
        text = _quoted(text, draw) if said else text
        title = " ".join(draw.choices(words[200:], k=8)).capitalize()
        late = draw.randrange(20 * 86_400) if draw.random() < 0.2 else 0
        when = time.gmtime(NOW - YEAR + YEAR * number // count - late)
        feed = number % FEEDS
        uri = f"https://site{feed}.example/news/{number}/{'-'.join(title.split()[:4]).lower()}"
        published = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", when)
        yield feed, Arrival(uri, Article(text, uri, title, None, f"Site {feed}", published))


def _quoted(text: str, draw: random.Random) -> str:
    """*text* with quotes, figures and places in it, no longer than it was."""
    lines = text.split("\n")
    for at in (1, 3):
        words = lines[at].rstrip(".").split()
        name = f"{draw.choice(FIRST)} {draw.choice(LAST)}"
        said = f"“{' '.join(words[:18])},” said {name}, a spokesman of the port of {draw.choice(PLACES)}."
        lines[at] = f"{said} About {draw.randrange(2, 900)} people {' '.join(words[35:])}."
    lines[4] = f"It cost ${draw.randrange(2, 90)} million. {' '.join(lines[4].split()[5:])}"
    return "\n".join(lines)


def make(folder: Path, count: int, *, outlined: bool) -> None:
    """Fill a library as refreshes do, and say how large it is."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "library.sqlite3"
    size, began = 0, time.perf_counter()
    words = vocabulary(common=COMMON if outlined else ())
    with Library(path, clock=lambda: float(NOW)) as library:
        sites = [
            Listed(f"https://site{n}.example/feed", f"Site {n}", folder=f"folder {n % 10}")
            for n in range(FEEDS)
        ]
        library.feeds.add_all(sites)
        feeds = {int(feed.name.split()[1]): feed for feed in library.feeds.all()}
        waiting: dict[int, list[Arrival]] = {}
        for number, (feed, arrival) in enumerate(articles(count, *words, said=outlined), 1):
            waiting.setdefault(feed, []).append(arrival)
            size += len(arrival.article.text.encode())
            if number % 2_000 == 0 or number == count:
                came = [
                    (feeds[n], Answer(feeds[n].uri, arrivals=tuple(found))) for n, found in waiting.items()
                ]
                library.feeds.take(came)
                waiting = {}
        if outlined:
            work_off(library, jobs=2)
    file, took = path.stat().st_size, time.perf_counter() - began
    times = f"{file / size:.2f} times the text"
    print(f"{count:,} articles, {size / 1e6:.0f} MB of text: file {file / 1e6:.0f} MB, {times}; {took:.0f} s")


def search(folder: Path) -> None:
    """Queries of every sort, 50 answers each."""
    words, _ = vocabulary()
    draw = random.Random(3)
    common, middle, rare = words[:20], words[200:2_000], words[10_000:40_000]
    kinds: dict[str, Callable[[], str]] = {
        "common word": lambda: draw.choice(common),
        "middle word": lambda: draw.choice(middle),
        "rare word": lambda: draw.choice(rare),
        "two words": lambda: f"{draw.choice(middle)} {draw.choice(middle)}",
        "phrase": lambda: f'"{draw.choice(common)} {draw.choice(common)}"',
        "beginning": lambda: f"{draw.choice(middle)[:3]}*",
        "word, unread": lambda: f"{draw.choice(middle)} unread",
        "word, newer": lambda: f"{draw.choice(middle)} newer:2026-06-01",
        "from": lambda: f'from:"Site {draw.randrange(FEEDS)}"',
    }
    with Library(folder / "library.sqlite3", clock=lambda: float(NOW)) as library:
        library.search.find("the", most=1)
        for order in ("newest", "relevance"):
            every: list[float] = []
            for kind, make_query in kinds.items():
                times = []
                for _ in range(60):
                    query = make_query()
                    began = time.perf_counter()
                    library.search.find(query, "newest" if order == "newest" else "relevance")
                    times.append(1_000 * (time.perf_counter() - began))
                every += times
                print(
                    f"{order:<10} {kind:<14} p50 {statistics.median(times):6.1f}  p99 {percentile(times):6.1f} ms"
                )
            print(
                f"{order:<10} {'all':<14} p50 {statistics.median(every):6.1f}  p99 {percentile(every):6.1f} ms"
            )


def percentile(times: list[float], part: float = 0.99) -> float:
    """The time below which that part of them lies."""
    return sorted(times)[min(len(times) - 1, int(part * len(times)))]


def main() -> None:
    """Make or measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("make", "search"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--outlined", action="store_true")
    options = parser.parse_args()
    if options.what == "make":
        make(options.folder, options.articles, outlined=options.outlined)
    else:
        search(options.folder)


if __name__ == "__main__":
    main()
