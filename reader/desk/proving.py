"""The summaries that newsreader makes of an article, for `verify` to hold a file against."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.desk.analysing import analyse
from reader.desk.proving_front import prove_front
from reader.desk.sentences import sentences
from reader.document.article import Article
from reader.document.identity import identity_of
from reader.document.note import Note
from reader.document.outline import VERSION, KeySentence, Outline
from reader.document.paragraphs import paragraphs
from reader.document.span import Span
from reader.errors import ExportError
from reader.export import front, templates
from reader.export.findings import Known, Proof, Unproven
from reader.export.front import Front
from reader.export.given import ranges, tails
from reader.export.made import Made, Unit, tail_of
from reader.export.notes import words_of
from reader.export.pieces import Piece, TooDeepError, pieces
from reader.export.proof import prove
from reader.export.view import view

if TYPE_CHECKING:
    from reader.library import Library

_MOST = 5_000
"""Ranges of a file that are looked up."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, on which article, and how many quotations it has in the form in which the file was saved."""

    proof: Proof
    article: Article
    total: int


def check(saved: Front, articles: list[Article], path: Path, library: "Library | None") -> Checked:
    """Hold a file against the one of these printings of its article that it names. Raises NewsreaderError."""
    source = saved.one("source")
    trusted = _sources(articles[0], library)
    article = next((each for each in articles if _is_same_source(source, each.uri)), None)
    if article is None and source in trusted:
        article = articles[0]
    uri = source if article else articles[0].uri
    article = replace(article or articles[0], uri=source or uri)
    outline = _outline(article, library)
    proof = prove_front(saved, article, outline, uri)
    total = 0
    try:
        found = pieces(saved.body, saved.first)
    except TooDeepError as error:
        proof.unproven.append(Unproven(saved.first, str(error), "what nobody can look through"))
    else:
        names = tuple(_templates(article, path, library))
        made = _made(article, outline, found, names)
        total = len({unit.where for unit in _of_template(made, article, outline, path, library)})
        unmarked = cache(lambda: _made(article, outline, found, templates.SHIPPED, marked=False))
        body = prove(found, made, unmarked, _known(article, outline, library))
        body.differences = [*proof.differences, *body.differences]
        body.unproven = [*proof.unproven, *body.unproven]
        proof = body
    return Checked(proof, article, total)


def _outline(article: Article, library: "Library | None") -> Outline:
    kept = library.outlines.of(article, VERSION) if library else None
    return kept or analyse(article)


def _made(
    article: Article, outline: Outline, found: list[Piece], names: Iterable[str], *, marked: bool = True
) -> Made:
    """What a file may hold: all items, each sentence that it gives as a key sentence, each passage as a note's."""
    items = ranges(piece for piece in found if piece.place)[:_MOST]
    keys = ranges(piece for piece in found if tail_of(piece).id.startswith("k"))[:_MOST]
    alone = ranges(piece for piece in found if not piece.place and not tail_of(piece).id)[:_MOST]
    whole = replace(outline, summary=tuple(_sentences(article, outline, items, keys)))
    nothing = Outline(title=outline.title, analysed=outline.analysed, language=outline.language)
    passages = [Note(0, article.sha256, span, "", "") for span in alone if _is_in(article.text, span)]
    waiting = Note(0, article.sha256, Span(0, 0), "", "")
    views = (
        view(article, whole, marked=marked),
        view(article, nothing, [*passages, waiting], marked=marked),
    )
    return Made(templates.render(each, name) for each in views for name in names)


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


def _known(article: Article, outline: Outline, library: "Library | None") -> Known:
    spans = [each.name for each in outline.people]
    spans += [each.speaker.name for each in outline.quotes if each.speaker]
    names = frozenset(span.phrase(article.text).lower() for span in spans)
    if library is None:
        return Known(names=names)
    ids: dict[str, set[str]] = {}
    for saved in map(library.saved, library.saved_paths(article)):
        if saved and saved.article == article.sha256:
            for tail in tails(saved.content):
                ids.setdefault(f"{tail.id[:1]} {tail.where}", set()).add(tail.id)
    bodies = (words_of(note.body, "") for note in library.notes(article.sha256))
    notes = frozenset(
        "\n".join(line.strip() for line in part.split("\n")) for body in bodies for part in body.split("\n\n")
    )
    return Known({key: frozenset(each) for key, each in ids.items()}, notes, names)


def _sources(article: Article, library: "Library | None") -> set[str]:
    """The addresses under which this library has saved summaries of the article."""
    if library is None:
        return set()
    saved = map(library.saved, library.saved_paths(article))
    heads = [front.read(each.content) for each in saved if each and each.article == article.sha256]
    return {head.one("source") for head in heads if head}


def _is_same_source(source: str, uri: str) -> bool:
    if source == uri:
        return True
    pages = [each.lower().startswith(("http://", "https://")) for each in (source, uri)]
    if any(pages):
        return all(pages) and identity_of(source) == identity_of(uri)
    return bool(source) and Path(source).name == Path(uri).name
