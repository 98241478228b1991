"""What holding a saved summary against its article brings to light."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim that does not hold: what the file says, and what the article says; `why` in words, if not that."""

    line: int
    id: str
    kind: str
    file: str
    article: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Unproven:
    """Words of the file that are not the article's and could be taken for them; `why` says as what."""

    line: int
    words: str
    why: str


@dataclass
class Proof:
    """What was found: how many of each kind hold, what differs, what nobody can prove, what else the reader wrote."""

    proven: Counter[str] = field(default_factory=Counter)
    differences: list[Difference] = field(default_factory=list)
    unproven: list[Unproven] = field(default_factory=list)
    notes: int = 0
    own: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known besides the summary: what this library gave to a range as ids and has as `notes`, by paragraph.

    `labels` are parts of the labels of its notes, `about` the words that notes can be said to be on, `names` those of
    everybody whom the article names, in small letters.
    """

    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    notes: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
