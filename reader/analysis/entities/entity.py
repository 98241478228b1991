"""What the entity tagger finds."""

from typing import Literal, NamedTuple

from reader.document.span import Span

Kind = Literal["person", "place", "organisation"]


class Entity(NamedTuple):
    """A name in the text; `share` is the probability of its kind."""

    span: Span
    kind: Kind
    share: float
