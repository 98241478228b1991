"""What the steps hand on to each other: the outline so far, and the units of text it is made from."""

from dataclasses import dataclass

from reader.analysis.entities.entity import Entity
from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.span import Span


@dataclass(frozen=True, slots=True)
class Findings:
    """The state of an analysis. A step takes one and returns another; nothing is changed in place.

    `language` is a code of reader.analysis.languages, or `und`.
    `paragraphs`, `sentences`, `quoted` (passages between quotation marks, marks included) and `names`
    (capitalised words that stand together, without titles), `entities` (names with their kind) and `marked` (names
    that the article prints in quotation marks) tell of the text that is analysed, which is the whole article
    but for texts of extreme length.
    """

    article: Article
    outline: Outline
    text: str
    language: str
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()
    marked: tuple[Span, ...] = ()
    names: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
