"""What is known of an article besides its summary: notes, ids, names, and under which addresses it is at home."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.document.article import Article
from reader.document.identity import identity_of, is_web_address
from reader.document.outline import Outline
from reader.document.span import Span
from reader.export import front
from reader.export.findings import Known
from reader.export.given import tails
from reader.export.notes import SEPARATOR, note_text, words_of
from reader.sanitise import printable

if TYPE_CHECKING:
    from reader.library import Library

_FOLDER = re.compile(r"(?:~?/|(?:\.\.?/)+)?(?:(?!www\b)[\w+-]+/)*", re.IGNORECASE)
"""The folders of a file that lay elsewhere: nothing in them looks like an address, or like words."""


def known_of(article: Article, outline: Outline, library: "Library | None") -> Known:
    """What this library and the outline know besides the summary itself."""
    text = article.text
    names = _names(article, outline)
    about = {each.name for each in outline.locations} | {each.name.text(text) for each in outline.people}
    about |= {each.text(text) for each in _spans(outline)}
    if library is None:
        return Known(names=names, about=_in_labels(about))
    ids: dict[str, set[str]] = {}
    for saved in map(library.saved, library.saved_paths(article)):
        if saved and saved.article == article.sha256:
            for tail in tails(saved.content):
                ids.setdefault(f"{tail.id[:1]} {tail.where}", set()).add(tail.id)
    mine = library.notes(article.sha256)
    bodies = (words_of(note.body, "") for note in mine)
    notes = frozenset(
        "\n".join(line.strip() for line in part.split("\n")) for body in bodies for part in body.split("\n\n")
    )
    labels = {
        part
        for note in mine
        for part in note_text(note).split("**")[1].removesuffix(":").split(SEPARATOR)[1:]
    }
    about |= {note.quoted for note in mine}
    given = {key: frozenset(each) for key, each in ids.items()}
    return Known(given, notes, names, frozenset(labels), _in_labels(about))


def _in_labels(about: set[str]) -> frozenset[str]:
    """These words as they are read back from a label."""
    return frozenset(printable(" ".join(each.split())) for each in about)


def _spans(outline: Outline) -> Iterator[Span]:
    """What else a note can be said to be on."""
    yield from (each.span for each in outline.figures)
    yield from (each.span for each in outline.quotes)


def _names(article: Article, outline: Outline) -> frozenset[str]:
    """Who is named, in small letters: people, whoever says something, and the surnames of people."""
    people = [each.name.phrase(article.text).lower() for each in outline.people]
    speakers = [each.speaker.name.phrase(article.text).lower() for each in outline.quotes if each.speaker]
    surnames = [name.split()[-1] for name in people if " " in name]
    return frozenset(filter(None, (*people, *speakers, *(each for each in surnames if len(each) > 2))))


def sources_of(article: Article, library: "Library | None") -> set[str]:
    """The addresses under which this library has saved summaries of the article."""
    if library is None:
        return set()
    saved = map(library.saved, library.saved_paths(article))
    heads = [front.read(each.content) for each in saved if each and each.article == article.sha256]
    return {head.one("source") for head in heads if head}


def is_same_source(source: str, uri: str) -> bool:
    """Whether *source* names what *uri* does, and says nothing by a login, a fragment or a folder."""
    if source == uri:
        return True
    if not is_web_address(source) or not is_web_address(uri):
        name = Path(uri).name
        return (
            not is_web_address(uri)
            and name != ""
            and source.endswith(name)
            and _is_folder(source[: -len(name)])
        )
    try:
        mine, other = urlsplit(source), urlsplit(uri)
    except ValueError:
        return False
    is_plain = (
        "@" not in mine.netloc and mine.query in {"", other.query} and mine.fragment in {"", other.fragment}
    )
    return is_plain and source.isascii() and identity_of(source) == identity_of(uri)


def _is_folder(written: str) -> bool:
    return _FOLDER.fullmatch(written) is not None
