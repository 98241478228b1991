"""The people met so far in an article, and which of them a name means."""

from reader.analysis.names import PARTICLES, name_end, name_text
from reader.analysis.namesakes import Known, Namesakes
from reader.analysis.roles import role_after, role_of
from reader.analysis.spelling import skeleton
from reader.analysis.trained import common_words
from reader.analysis.words import Word
from reader.document.span import Span

_SUFFIXES = frozenset("jr sr ii iii iv".split())
_Met = tuple[Namesakes, int]
"""Somebody: the people of that last name, and which of them."""


class Roll:
    """People by last name, and by the other parts of their names."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._by_last: dict[str, Namesakes] = {}
        self._by_part: dict[str, list[_Met]] = {}

    def everybody(self) -> list[Known]:
        """All people, in order of their first mention."""
        found = (each for group in self._by_last.values() for each in group.people)
        return sorted(found, key=lambda person: min(person.mentions))

    def add(self, name: tuple[Word, ...]) -> None:
        """A mention by more than one word."""
        span = Span(name[0].start, name_end(name[-1]))
        words = tuple(map(name_text, name))
        role = role_of(self.text, span)
        group = self._by_last.get(_last(words))
        number = group.same(words) if group else None
        if group is None or number is None:
            self._put(Known(words, span, role, [span]))
            return
        known = group.people[number]
        group.mention(number, span)
        self._learn(known, role)
        if len(words) > len(known.words):
            group.rename(number, words, span)

    def add_single(self, word: Word, *, titled: bool, introduced: bool = False) -> None:
        """A mention by one word: of somebody known, else of somebody new if a title stands before it.

        *introduced*: in apposition to what somebody is, so that it is nobody met before whose first name it is.
        """
        name = name_text(word)
        span = Span(word.start, name_end(word))
        met = self._met(name, span.start)
        if met and not (introduced and name.lower() != met[0].people[met[1]].words[-1].lower()):
            met[0].mention(met[1], span)
            known = met[0].people[met[1]]
            self._learn(known, self._role_by_one_word(known, met[0], span))
        elif titled and len(name) > 2:
            self._put(Known((name,), span, role_of(self.text, span), [span]))

    def _learn(self, known: Known, role: Span | None) -> None:
        """Take somebody's first role; a title that is cut short gives way to any other."""
        if known.role is None or (
            role and _is_short(self.text, known.role) and not _is_short(self.text, role)
        ):
            known.role = role

    def _role_by_one_word(self, known: Known, bearers: Namesakes, span: Span) -> Span | None:
        """The role beside a mention by one word. An office before a last name may be that of somebody else of the
        name, who is not in the article by another: “President Clinton” in one on Hillary Clinton."""
        if len(known.words) == 1 or span.text(self.text) != known.words[-1]:
            return role_of(self.text, span)
        return role_after(self.text, span) if len(bearers.people) == 1 else None

    def _put(self, person: Known) -> None:
        group = self._by_last.setdefault(_last(person.words), Namesakes())
        group.add(person)
        for part in person.words[:-1]:
            self._by_part.setdefault(part.lower(), []).append((group, len(group.people) - 1))

    def _met(self, name: str, at: int) -> _Met | None:
        """Who is meant by one word at a position: by last name the latest bearer, else by another part
        of a name that only one person has ("Zhou" of Zhou Meiling, "Katrín" of Katrín Sigurðardóttir)."""
        if name.lower() in PARTICLES or (len(name) <= 2 and name.lower() in common_words()):
            return None
        group = self._by_last.get(skeleton(name))
        number = group.latest(name, at, loosely=len(name) >= 6) if group else None
        if group and number is not None:
            return group, number
        others = self._by_part.get(name.lower(), [])
        return others[0] if len(others) == 1 else None


def _is_short(text: str, role: Span) -> bool:
    """Whether a role is no more than a title cut short, which any other says better: Sen."""
    return role.text(text).endswith(".")


def _last(words: tuple[str, ...]) -> str:
    """The last name, as it is grouped by: its spelling without what transliterations change."""
    kept = [word for word in words if word.lower() not in _SUFFIXES]
    return skeleton(kept[-1] if kept else words[-1])
