"""What the reader of an article writes beside it."""

from dataclasses import dataclass
from typing import Literal, get_args

from reader.document.admission import LONGEST_ADDRESS, LONGEST_NAME, admit
from reader.document.span import Span
from reader.sanitise import admitted

Status = Literal["unchecked", "confirmed", "disputed"]
STATUSES: tuple[Status, ...] = get_args(Status)
NOWHERE = Span(0, 0)
_LONGEST = {
    **dict.fromkeys(("quoted", "body", "before", "after")),
    "evidence": LONGEST_ADDRESS,
    "origin": LONGEST_NAME,
}


@dataclass(frozen=True, slots=True)
class Note:
    """The reader's own words about a passage; without any, with tags or a status alone, it is a mark.

    The passage is kept as range, words and what stood around them: the range finds it at once in the article of that
    digest, the words prove that it is the right one, and all of it finds it again in another version. `span` is
    empty where it was not found: the note waits to be placed by hand. `share` is where in its text the passage began
    (0 to 1, -1 for unknown), `evidence` an address that a status rests on, `checked_at` when the status was given
    (seconds since 1970, UTC; 0 for never), `origin` where an imported note comes from.
    """

    id: int
    article: str
    span: Span
    quoted: str
    body: str
    tags: tuple[str, ...] = ()
    status: Status = "unchecked"
    evidence: str = ""
    checked_at: float = 0.0
    before: str = ""
    after: str = ""
    share: float = -1.0
    origin: str = ""

    def __post_init__(self) -> None:
        admit(self, _LONGEST)
        tags = tuple(admitted(tag, LONGEST_NAME) for tag in self.tags)
        if tags != self.tags:
            object.__setattr__(self, "tags", tags)

    @property
    def is_placed(self) -> bool:
        """Whether its passage is known in this article."""
        return self.span.end > self.span.start

    @property
    def is_empty(self) -> bool:
        """Whether nothing but the passage is left: a plain mark."""
        return not (self.body.strip() or self.tags or self.evidence or self.status != "unchecked")
