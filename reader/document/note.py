"""What the reader of an article writes beside it."""

from dataclasses import dataclass
from typing import Literal

from reader.document.span import Span

Status = Literal["unchecked", "confirmed", "disputed"]


@dataclass(frozen=True, slots=True)
class Note:
    """The reader's own words about a passage.

    The passage is kept as range, words and the article's digest: the range finds it at once, the words
    prove that it is the right one, and would find it again in another version of the article.
    """

    id: int
    article: str
    span: Span
    quoted: str
    body: str
    tags: tuple[str, ...] = ()
    status: Status = "unchecked"
