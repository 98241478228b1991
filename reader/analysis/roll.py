"""The people met so far in an article, and which of them a name means."""

import re
from dataclasses import dataclass, field

from reader.analysis.names import PARTICLES, name_end, name_text
from reader.analysis.roles import role_after, role_before
from reader.analysis.words import Word
from reader.document.span import Span

_SUFFIXES = frozenset("jr sr ii iii iv".split())


@dataclass
class Known:
    """A person while mentions are gathered; `name` is the fullest form so far."""

    words: tuple[str, ...]
    name: Span
    role: Span | None = None
    mentions: list[Span] = field(default_factory=list)


class Roll:
    """People by last name, and by the other parts of their names."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._by_last: dict[str, list[Known]] = {}
        self._by_part: dict[str, list[Known]] = {}

    def everybody(self) -> list[Known]:
        """All people, in order of their first mention."""
        found = (each for group in self._by_last.values() for each in group)
        return sorted(found, key=lambda person: min(person.mentions))

    def add(self, name: tuple[Word, ...]) -> None:
        """A mention by more than one word."""
        span = Span(name[0].start, name_end(name[-1]))
        words = tuple(map(name_text, name))
        role = role_before(self.text, span) or role_after(self.text, span)
        for known in self._by_last.get(_last(words), ()):
            if _same(known.words, words):
                known.mentions.append(span)
                known.role = known.role or role
                if len(words) > len(known.words):
                    known.words, known.name = words, span
                return
        self._put(Known(words, span, role, [span]))

    def add_single(self, word: Word, *, titled: bool) -> None:
        """A mention by one word: of somebody known, else of somebody new if a title stands before it."""
        name = name_text(word)
        span = Span(word.start, name_end(word))
        known = self.known(name, span.start)
        if known:
            known.mentions.append(span)
        elif titled and len(name) > 2:
            self._put(Known((name,), span, None, [span]))

    def _put(self, person: Known) -> None:
        self._by_last.setdefault(_last(person.words), []).append(person)
        for part in person.words[:-1]:
            self._by_part.setdefault(part.lower(), []).append(person)

    def known(self, name: str, at: int) -> Known | None:
        """Who is meant by one word at a position: by last name the latest bearer, else by another part
        of a name that only one person has ("Zhou" of Zhou Meiling, "Katrín" of Katrín Sigurðardóttir)."""
        if len(name) <= 2 or name.lower() in PARTICLES:
            return None
        group = self._by_last.get(skeleton(name), [])
        exact = [each for each in group if each.words[-1].lower() == name.lower()]
        group = exact or (group if len(name) >= 6 else [])
        if not group:
            others = self._by_part.get(name.lower(), [])
            return others[0] if len(others) == 1 else None
        earlier = [each for each in group if each.name.start < at]
        return max(earlier, key=lambda each: _latest(each, at)) if earlier else group[0]


def _latest(person: Known, at: int) -> int:
    return max((mention.start for mention in person.mentions if mention.start < at), default=-1)


def _last(words: tuple[str, ...]) -> str:
    """The last name, as it is grouped by: its spelling without what transliterations change."""
    kept = [word for word in words if word.lower() not in _SUFFIXES]
    return skeleton(kept[-1] if kept else words[-1])


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names with the same last word can be one person's."""
    a, b = one[0].lower(), other[0].lower()
    if a in PARTICLES or b in PARTICLES:
        return True
    return a == b or (a.startswith(b[0]) and (len(a) == 1 or len(b) == 1 or skeleton(a) == skeleton(b)))


def skeleton(name: str) -> str:
    """*name* without what differs between transliterations: Sobyanin and Sobianin are one."""
    low = name.lower()
    for these, that in (
        ("y", "i"),
        ("j", "i"),
        ("kh", "h"),
        ("ck", "k"),
        ("w", "v"),
        ("ou", "u"),
        ("ph", "f"),
    ):
        low = low.replace(these, that)
    return re.sub(r"(.)\1+", r"\1", low)
