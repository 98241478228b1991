"""What is fuzzed: each target takes any bytes as one sort of input, and says by an exception that a promise is broken.

A `NewsreaderError` is an answer; everything else that is raised is a fault, and so is an invariant that does not hold.
"""

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from pathlib import Path

from reader.analysis import outline_of
from reader.desk.verifying import verify
from reader.document.article import Article
from reader.document.codec import from_json, to_json
from reader.document.span import Span
from reader.errors import NewsreaderError
from reader.export import markdown
from reader.library import Library
from reader.sources import page, plain
from reader.sources.feeds.arrivals import arrivals
from reader.sources.feeds.parsing import parse
from tests.conftest import SEEDS
from tests.generator import article as generated

Target = Callable[[bytes], None]

_SOUND = Path(__file__).with_name("samples")


def pages(data: bytes) -> None:
    """A page becomes an article, whatever it holds."""
    with suppress(NewsreaderError):
        _whole(page.article(data, "https://news.example/a"))


def feeds(data: bytes) -> None:
    """A feed becomes entries, each of them an article that can be stored."""
    with suppress(NewsreaderError):
        for arrival in arrivals(parse(data, "https://news.example/feed", "")):
            arrival.id.encode()
            _whole(arrival.article)


def articles(data: bytes) -> None:
    """A text has an outline, all of whose ranges lie in it and which JSON carries unchanged."""
    with suppress(NewsreaderError):
        article = Article(plain.decode(data, "a.txt"), "a.txt")
        _whole(article)
        outline = outline_of(article)
        spans = [each.span for each in outline.quotes]
        spans += [each.span for each in outline.figures]
        spans += [each.span for each in outline.summary]
        spans += [span for each in outline.people for span in each.mentions]
        spans += [span for each in outline.locations for span in each.mentions]
        assert all(_lies_in(span, article) for span in spans)
        assert from_json(to_json(article, outline))[1] == outline


def summaries(data: bytes) -> None:
    """A file is verified or not, in words; where it is, it says what the summary says."""
    with tempfile.TemporaryDirectory() as folder, Library(":memory:") as library:
        library.keep(_article())
        path = Path(folder, "summary.md")
        path.write_bytes(data)
        verdict = verify(str(path), library)
        assert list(verdict.lines())


def libraries(data: bytes) -> None:
    """A file that should be a library is opened, or refused in a sentence; it never ends the program."""
    with tempfile.TemporaryDirectory() as folder, suppress(NewsreaderError):
        path = Path(folder, "library.sqlite3")
        path.write_bytes(data)
        with Library(path) as library:
            for number in library.shelf.numbers("harbour"):
                library.numbered(number)
            library.shelf.numbers()
            library.feeds.all()
            library.notes(_article().sha256)


def _whole(article: Article) -> None:
    for text in (article.text, article.uri, article.title, article.byline, article.site, article.published):
        (text or "").encode()
    assert all(_lies_in(each.span, article) for each in article.headings or ())
    assert all(_lies_in(each.span, article) for each in article.blocks)


def _lies_in(span: Span, article: Article) -> bool:
    return 0 <= span.start <= span.end <= len(article.text)


@cache
def _article() -> Article:
    return Article((SEEDS / "bakhmut.txt").read_text(encoding="utf-8"), "bakhmut.txt")


@cache
def samples(target: str) -> tuple[bytes, ...]:
    """Sound inputs of a target, from which others are made."""
    return tuple(each if isinstance(each, bytes) else each.encode() for each in _SAMPLES[target]())


def _library() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "library.sqlite3")
        with Library(path) as library:
            library.keep(_article())
            library.keep(generated(1))
        with closing(sqlite3.connect(path)) as database:
            database.execute("pragma wal_checkpoint(truncate)")
            database.execute("pragma journal_mode = delete")
        return path.read_bytes()


_SAMPLES: dict[str, Callable[[], list[str | bytes]]] = {
    "pages": lambda: [(_SOUND / "page.html").read_bytes(), (SEEDS / "harbour-barrier.html").read_bytes()],
    "feeds": lambda: [(_SOUND / name).read_bytes() for name in ("rss.xml", "atom.xml", "feed.json")],
    "articles": lambda: [*(generated(number).text for number in range(4)), _article().text[:4_000]],
    "summaries": lambda: [markdown.summary(_article(), outline_of(_article()))],
    "libraries": lambda: [_library()],
}
TARGETS: dict[str, Target] = {
    "pages": pages,
    "feeds": feeds,
    "articles": articles,
    "summaries": summaries,
    "libraries": libraries,
}
