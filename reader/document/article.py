"""One immutable text and what its publisher says about it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from reader.document.admission import LONGEST_ADDRESS, LONGEST_NAME, admit
from reader.document.identity import identity_of
from reader.document.origin import Origin
from reader.document.span import Span


@dataclass(frozen=True, slots=True)
class MarkedHeading:
    """A heading that the source's own markup names; level 1 is the highest."""

    span: Span
    level: int


BlockKind = Literal["item", "quote", "row", "code"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph that the source's markup says is an item of a list, a block quote, a table's row or code."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Media:
    """A picture with its address and, where the page has one, its caption; `lead` is the article's own."""

    kind: Literal["lead", "figure"]
    url: str
    caption: str

    def __post_init__(self) -> None:
        admit(self, {"url": LONGEST_ADDRESS, "caption": None})


_LONGEST = {
    "text": None,
    "uri": LONGEST_ADDRESS,
    **dict.fromkeys(("title", "byline", "site", "published", "language"), LONGEST_NAME),
    "notice": None,
}


@dataclass(frozen=True)
class Article:
    """An article: *text* never changes, and every position anywhere is a code point of it.

    `headings` is None where the source has no markup (plain text), so that analysis must find them;
    an empty tuple says that the markup has none. `blocks` are paragraphs of other sorts in order, `media` the
    page's pictures. `notice` is what the reader should know of the page it came from: that it is the part for
    everybody, an index page, a copy of an earlier day. `is_private`: it came from a private network, at an address
    that the reader typed, so that what it leads to may be there too. Neither is kept.
    """

    text: str
    uri: str
    title: str | None = None
    byline: str | None = None
    site: str | None = None
    published: str | None = None
    language: str | None = None
    headings: tuple[MarkedHeading, ...] | None = None
    blocks: tuple[Block, ...] = ()
    media: tuple[Media, ...] = ()
    notice: str = field(default="", compare=False)
    is_private: bool = field(default=False, compare=False)

    def __post_init__(self) -> None:
        admit(self, _LONGEST)

    @property
    def leads(self) -> Origin:
        """As whose word its links and pictures count: what a private page names may be private, too."""
        return Origin.TYPED if self.is_private else Origin.FOUND

    @cached_property
    def identity(self) -> str:
        """What all versions of the article have in common; nothing for one from a pipe."""
        return identity_of(self.uri)

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the text as UTF-8: what ranges, notes and saved summaries refer to."""
        import hashlib

        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
