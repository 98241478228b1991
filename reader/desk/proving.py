"""The summaries that newsreader makes of an article, for `verify` to hold a file against."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.desk.analysing import analyse
from reader.desk.proving_front import prove_front
from reader.desk.proving_known import is_same_source, known_of, sources_of
from reader.desk.sentences import sentences
from reader.document.article import Article
from reader.document.note import Note
from reader.document.outline import VERSION, KeySentence, Outline
from reader.document.paragraphs import paragraphs
from reader.document.span import Span
from reader.errors import ExportError
from reader.export import front, templates
from reader.export.findings import Proof, Unproven
from reader.export.front import Front
from reader.export.given import ranges
from reader.export.made import Made, Unit, key_of, shown, tail_of
from reader.export.pieces import Piece, TooDeepError, pieces
from reader.export.proof import prove
from reader.export.view import view

if TYPE_CHECKING:
    from reader.library import Library

_MOST = 5_000
"""Ranges of a file that are looked up."""
_PASSAGES = 1_500
"""Ranges that may be those of passages with a note."""
_STEADY = {*templates.SHIPPED, templates.FORMS}
"""Templates that stay as they are while newsreader runs."""
_PIECES, _FOR_EACH = 5_000, 10
"""Pieces of a file that are looked at, and more for each item of the article's outline."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, on which article, and how many quotations it has in the form in which the file was saved."""

    proof: Proof
    article: Article
    total: int


def check(saved: Front, articles: list[Article], path: Path, library: "Library | None") -> Checked:
    """Hold a file against the one of these printings of its article that it names. Raises NewsreaderError."""
    source = saved.one("source")
    trusted = sources_of(articles[0], library)
    article = next((each for each in articles if is_same_source(source, each.uri)), None)
    if article is None and source in trusted:
        article = articles[0]
    uri = source if article else articles[0].uri
    article = replace(article or articles[0], uri=source or uri)
    outline = _outline(article, library)
    names = tuple(_templates(article, path, library))
    proof = prove_front(saved, article, outline, uri, _fronts(article, outline, names, library))
    total = 0
    try:
        found = pieces(saved.body, saved.first)
    except TooDeepError as error:
        proof.unproven.append(Unproven(saved.first, str(error), "what nobody can look through"))
        return Checked(proof, article, total)
    most = _PIECES + _FOR_EACH * _items(outline)
    if len(found) > most:
        why = f"more than {most:,} paragraphs, lines of lists and headings, which no summary of this article has"
        proof.unproven.append(Unproven(found[most].line, shown(key_of(found[most])), why))
    else:
        made = _made(article, outline, found, names)
        total = len({unit.where for unit in _of_template(made, article, outline, path, library)})
        unmarked = cache(lambda: _made(article, outline, found, templates.SHIPPED, marked=False))
        body = prove(found, made, unmarked, known_of(article, outline, library))
        body.differences = [*proof.differences, *body.differences]
        body.unproven = [*proof.unproven, *body.unproven]
        proof = body
    return Checked(proof, article, total)


def _items(outline: Outline) -> int:
    several = (
        outline.quotes,
        outline.figures,
        outline.locations,
        outline.people,
        outline.sections,
        outline.summary,
    )
    return sum(map(len, several))


def _outline(article: Article, library: "Library | None") -> Outline:
    kept = library.outlines.of(article, VERSION) if library else None
    return kept or analyse(article)


def _made(
    article: Article, outline: Outline, found: list[Piece], names: Iterable[str], *, marked: bool = True
) -> Made:
    """What a file may hold: all items, each sentence that it gives as a key sentence, each passage as a note's."""
    items = ranges(piece for piece in found if piece.place)[:_MOST]
    keys = ranges(piece for piece in found if tail_of(piece).id.startswith("k"))[:_MOST]
    alone = ranges(piece for piece in found if not piece.place and not tail_of(piece).id)[:_PASSAGES]
    whole = replace(outline, summary=tuple(_sentences(article, outline, items, keys)))
    passages = tuple(span for span in alone if _is_in(article.text, span))
    names = tuple(names)
    make = _made_of if {*names} <= _STEADY else _made_of.__wrapped__
    return make(article, whole, passages, names, marked=marked)


@lru_cache(maxsize=4)
def _made_of(
    article: Article, whole: Outline, alone: tuple[Span, ...], names: tuple[str, ...], *, marked: bool
) -> Made:
    """The summaries by templates of these *names*; at hand for the next file that holds the same items."""
    nothing = Outline(title=whole.title, analysed=whole.analysed, language=whole.language)
    passages = [Note(0, article.sha256, span, "", "") for span in alone]
    waiting = Note(0, article.sha256, Span(0, 0), "", "")
    views = (
        view(article, whole, marked=marked),
        view(article, nothing, [*passages, waiting], marked=marked),
    )
    return Made(templates.render(each, name) for each in views for name in names)


def _fronts(
    article: Article, outline: Outline, names: tuple[str, ...], library: "Library | None"
) -> dict[str, frozenset[tuple[str, ...]]]:
    """What else the front matter may say: the tags of the library's notes, what templates of the reader's own say."""
    tags = {tag for note in (library.notes(article.sha256) if library else ()) for tag in note.tags}
    forms = [(form,) for tag in tags for form in (tag, tag.replace(" ", "-"))]
    found: dict[str, frozenset[tuple[str, ...]]] = {"tags": frozenset(forms)}
    for name in names:
        if name in _STEADY:
            continue
        head = front.read(templates.render(view(article, outline), name))
        for key, value in head.values.items() if head else ():
            found[key] = found.get(key, frozenset()) | {value.words}
    return found


def _of_template(
    made: Made, article: Article, outline: Outline, path: Path, library: "Library | None"
) -> list[Unit]:
    """The quotations that a file has as it is saved: a template of the reader's own may leave them out."""
    saved = library.saved(path.absolute()) if library else None
    name = saved.template if saved else ""
    if name and name not in templates.SHIPPED and _can_be_used(article, name):
        made = Made([templates.render(view(article, outline), name)])
    return [unit for unit in made.units.values() if unit.id.startswith("q")]


def _is_in(text: str, span: Span) -> bool:
    return 0 <= span.start < span.end <= len(text)


def _sentences(
    article: Article, outline: Outline, given: list[Span], keys: list[Span]
) -> Iterator[KeySentence]:
    """The sentences of the article among the ranges *given*, and those that a range of *keys* touches."""
    text = article.text[: outline.analysed or None]
    wanted = set(given)
    number = 0
    for paragraph in paragraphs(text):
        first = bisect_left(given, paragraph.start, key=lambda each: each.start)
        near = [each for each in keys if each.touches(paragraph)]
        if not near and (first == len(given) or given[first].start >= paragraph.end):
            continue
        for span in sentences(text, paragraph, outline.language):
            if span in wanted or any(map(span.touches, near)):
                number += 1
                yield KeySentence(f"k{number}", span, number)


def _templates(article: Article, path: Path, library: "Library | None") -> Iterator[str]:
    """The templates that come along, and those of the reader's by which summaries of the article were saved."""
    yield from (*templates.SHIPPED, templates.FORMS)
    if library is None:
        return
    paths = dict.fromkeys([path.absolute(), *library.saved_paths(article)])
    saved = [found.template for found in map(library.saved, paths) if found]
    for name in dict.fromkeys(saved):
        if name and name not in templates.SHIPPED and _can_be_used(article, name):
            yield name


def _can_be_used(article: Article, name: str) -> bool:
    try:
        templates.render(view(article, Outline()), name)
    except ExportError:
        return False
    return True
