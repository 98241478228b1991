"""Many articles named at once: files, addresses, folders, and lists of them, read as they are needed."""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader import files
from reader.document.admission import LONGEST_ADDRESS
from reader.document.article import Article

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".md", ".markdown", ".mdown"})
"""Files of a folder that are taken for articles."""
_SHOWN = 80
"""Characters of a name that cannot be one."""
_ABOUT = ("title", "byline", "site", "published", "language")


@dataclass(frozen=True, slots=True)
class Input:
    """An article asked for by its `name`; `article` where its text came along, `problem` where it cannot be had."""

    name: str
    article: Article | None = None
    problem: str = ""


def inputs(names: Iterable[str], lists: Iterable[str] = ()) -> Iterator[Input]:
    """What *names* and *lists* mean, in their order: a folder all articles in it, a list (`-` for standard input) an
    input for each line: a name, or a JSON object with `text` and perhaps `uri`, `title`, `byline`, `site`, `published`
    and `language`. Raises SourceError for a list that cannot be read.
    """
    for name in names:
        yield from _named(name)
    for path in lists:
        yield from _listed(files.lines(path), path)


def _named(name: str) -> Iterator[Input]:
    if len(name) > LONGEST_ADDRESS:
        yield Input(f"{name[:_SHOWN]}…", problem="this is too long for the name of a file or an address")
        return
    if "://" in name or name == "-" or not files.is_folder(name):
        yield Input(name)
        return
    yield from _inside(name)


def _inside(name: str) -> Iterator[Input]:
    """The articles in a folder, and which folders in it cannot be read; that there is neither is a problem, too."""
    closed: list[OSError] = []
    is_empty = True
    for folder, folders, inside in os.walk(name, onerror=closed.append):
        folders.sort()
        for each in sorted(inside):
            if Path(each).suffix.lower() in SUFFIXES:
                is_empty = False
                yield Input(str(Path(folder, each)))
    for error in closed:
        yield Input(str(error.filename), problem=f"this folder cannot be read: {error.strerror}")
    if is_empty and not closed:
        yield Input(name, problem="there is no article in this folder (.txt, .html or .md)")


def _listed(lines: Iterable[str], path: str) -> Iterator[Input]:
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text.startswith("{"):
            yield _row(text, f"{path}:{number}")
        elif text and not text.startswith("#"):
            yield from _named(text)


def _row(line: str, name: str) -> Input:
    try:
        row = json.loads(line)
        text, uri = row["text"], _said(row, "uri") or _said(row, "id") or name
        title, byline, site, published, language = (_said(row, key) for key in _ABOUT)
        if not isinstance(text, str):
            raise TypeError("its text is no string")
    except KeyError:
        return Input(name, problem="this line has no text")
    except (ValueError, TypeError, RecursionError) as error:
        return Input(name, problem=f"this line is no JSON object with a text: {error}")
    article = Article(text, uri, title, byline, site, published, language)
    return Input(article.uri, article)


def _said(row: dict[str, object], key: str) -> str | None:
    """What a row says of an article; a number is taken for its digits."""
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise TypeError(f"its {key} is no string")
