"""A highlight or note as another program has it."""

import hashlib
from dataclasses import dataclass

from reader.document.admission import LONGEST_ADDRESS, LONGEST_NAME, admit
from reader.document.article import Article
from reader.sanitise import admitted, printable

_LONGEST = {
    **dict.fromkeys(("quoted", "body", "before", "after")),
    "identity": LONGEST_ADDRESS,
    "title": LONGEST_NAME,
}


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words that somebody marked on the page at `identity`, with what they wrote about them.

    `before` and `after` are what stood around them, as far as the program says; `origin` is what tells this highlight
    from all others; `article` the page itself, where the export has it.
    """

    quoted: str
    body: str
    tags: tuple[str, ...]
    identity: str
    title: str
    origin: str
    before: str = ""
    after: str = ""
    article: Article | None = None

    def __post_init__(self) -> None:
        admit(self, _LONGEST)
        tags = tuple(admitted(printable(tag), LONGEST_NAME) for tag in self.tags)
        object.__setattr__(self, "tags", tags)


@dataclass(frozen=True, slots=True)
class Export:
    """The highlights of one file, and a sentence for each that cannot be read."""

    highlights: list[Highlight]
    problems: list[str]


def origin(program: str, *parts: object) -> str:
    """What tells a highlight from others: the program's own id for it, or a digest of what it says."""
    words = "\0".join(map(str, parts))
    return f"{program}:{hashlib.sha256(words.encode(errors='surrogatepass')).hexdigest()[:24]}"
