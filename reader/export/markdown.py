"""The annotated summary as Markdown: the same outline, notes and template give the same bytes."""

from collections.abc import Iterable

from reader.document.article import Article
from reader.document.note import Note
from reader.document.outline import Outline
from reader.export.anchors import Known
from reader.export.templates import render
from reader.export.view import view
from reader.sanitise import printable_file


def summary(
    article: Article,
    outline: Outline,
    notes: Iterable[Note] = (),
    template: str = "default",
    known: Known = (),
) -> str:
    """The summary of *article*: front matter, then what the outline found, with the reader's notes.

    *known* are ids that its passages have already. Whatever the template does, no control sequence
    is in it: all that is saved or written comes through here. Raises ExportError.
    """
    return printable_file(render(view(article, outline, notes, known), template))
