"""The names in the words that attribute a quote: completed where the tagger cut them, found where no
person is known by them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reader.analysis.names import ORGANISATION_WORDS, TITLES
from reader.analysis.quotes.make_up import FINITE
from reader.analysis.quotes.speakers.words import WORDS
from reader.analysis.trained import word_classes
from reader.document.span import Span

_EDGE = ' ,;:(“"\n\u00a0'
_APPOSED = re.compile(r",?[^\S\n]+(?:(?:[A-Z][a-z]{1,6}\.[^\S\n]+){1,3})?")
_TITLE_END = re.compile(r"\.?[^\S\n]+")
_GOES_ON = re.compile(r"(?:['’]s)?(?:[^\S\n]+[a-z’'-]+){1,9},[^\S\n]+")
_RELATIVE = re.compile(r",?\s+(?:who|whose|whom)\s")
_OF = re.compile(r"[^\S\n](?:of|for)(?:[^\S\n]the)?[^\S\n]")
_BEFORE_OTHERS = WORDS["before_others"]
"""Words before a name that is not the speaker's, or is an organisation's."""

_MOST_WORDS = 4
_ARTICLES = frozenset(["the", "a", "an"])


def _has_verb(words: str) -> bool:
    """Whether a word is a finite verb, and cannot be a noun."""
    classes = [word_classes().get(word.strip(","), "") for word in words.split()]
    return any(each.startswith(FINITE) and "NN" not in each for each in classes)


def _joined(text: str, names: Sequence[Span]) -> Iterator[Span]:
    """The names with those of organisations that go on joined: Truckers Alliance of Zambia."""
    last: Span | None = None
    for name in names:
        if last and _OF.fullmatch(text, last.end, name.start):
            word = last.text(text).rsplit(None, 1)[-1].lower()
            if word in ORGANISATION_WORDS:
                last = Span(last.start, name.end)
                continue
        if last:
            yield last
        last = name
    if last:
        yield last


class Names:
    """All names of an article, as ranges in order."""

    def __init__(self, text: str, names: Sequence[Span]) -> None:
        self.text = text
        self.spans = list(_joined(text, sorted(names)))
        self._starts = [span.start for span in self.spans]
        self._longer: dict[str, Span] | None = None

    def whole(self, mention: Span) -> Span:
        """The mention without marks at its edges, with the whole of a name that it holds a part of, and
        with the name that a description goes on with: “its editor, Anna Berg”, “plumber Derek Ashby”."""
        relative = _RELATIVE.search(self.text, mention.start + 1, mention.end)
        if relative and self.text[relative.start() - 1].islower():
            mention = Span(mention.start, relative.start())
        words = mention.text(self.text)
        left, right = len(words) - len(words.lstrip(_EDGE)), len(words.rstrip(_EDGE))
        left += len("by ") * words[left:].lower().startswith("by ")
        if left >= right:
            return mention
        start, end = mention.start + left, mention.start + right
        before, after = self._holding(start), self._holding(end - 1)
        start = min(start, before.start) if before else start
        end = max(end, after.end) if after else end
        return Span(start, self._with_apposition(Span(start, end)))

    def _holding(self, at: int) -> Span | None:
        index = bisect_right(self._starts, at) - 1
        return self.spans[index] if index >= 0 and self.spans[index].end > at else None

    def _with_apposition(self, mention: Span) -> int:
        title = mention.text(self.text).lower() in TITLES and _TITLE_END.match(self.text, mention.end)
        named = self._holding(title.end()) if title else None
        if named:
            return named.end
        if not mention.text(self.text).rsplit(None, 1)[-1][0].islower():
            return mention.end
        for pattern in (_APPOSED, _GOES_ON):
            match = pattern.match(self.text, mention.end)
            name = self._holding(match.end()) if match else None
            if match and name and name.start == match.end() and not _has_verb(match[0]):
                return name.end
        return mention.end

    def inside(self, mention: Span) -> list[Span]:
        """The names in *mention*."""
        first = bisect_left(self._starts, mention.start)
        last = bisect_left(self._starts, mention.end)
        return [span for span in self.spans[first:last] if span.end <= mention.end]

    def fullest(self, name: Span) -> Span:
        """The first longer name that ends with a name of one word, which nobody is known by: Moussa Ag Alhassane."""
        word = name.phrase(self.text)
        if " " in word:
            return name
        if self._longer is None:
            self._longer = {}
            for span in self.spans:
                words = span.phrase(self.text).split()
                known = {each.lower().strip(".'’") for each in words} & ORGANISATION_WORDS
                if 1 < len(words) <= _MOST_WORDS and not known and all(each[0].isupper() for each in words):
                    self._longer.setdefault(words[-1], span)
        return self._longer.get(word, name)

    def owns(self, name: Span, mention: Span) -> bool:
        """Whether a name only modifies: “Roe’s lawyer”, “a spokesman for Roe”, “the Roe campaign”."""
        before = self.text[mention.start : name.start].lower().split()
        after = self.text[name.end : mention.end].lstrip()
        if before and before[-1] in _BEFORE_OTHERS - _ARTICLES:
            return True
        return (
            bool(after)
            and after[0] not in ",("
            and (
                (after[0] in "'’" and len(after) > 3)
                or (after[:1].islower() and after.split()[0] not in _BEFORE_OTHERS)
            )
        )

    def speaker(self, mention: Span) -> Span | None:
        """The name of the speaker whom *mention* describes and names: “ranger Oksana Melnyk”."""
        for name in self.inside(mention):
            is_others = self._belongs_to_other(self.text[mention.start : name.start].split())
            if name.end - name.start > 2 and not self.owns(name, mention) and not is_others:
                return self._with_owner(name, mention)
        return None

    def _belongs_to_other(self, before: list[str]) -> bool:
        """Whether the words before a name tell that somebody else is meant: “head of the Northern (League)”."""
        if before[-1:] == ["("]:  # letters for the name before: “a spokeswoman for the Bread Union (BU)”
            named = (
                at for at, word in enumerate(before) if word[0].isupper() and word.lower() not in _ARTICLES
            )
            first = next(named, 0)
            before = [*before[:first], "The"]
        if before and before[-1][0].islower():
            return before[-1] in _BEFORE_OTHERS
        while before and (before[-1][0].isupper() or before[-1] in _ARTICLES):
            before = before[:-1]
        return bool(before) and before[-1] in _BEFORE_OTHERS - _ARTICLES

    def _with_owner(self, name: Span, mention: Span) -> Span:
        """The name with those whom it is the body of: “the Pilots’ Federation”."""
        owner = self._holding(name.start - 3)
        of = owner and self.text[owner.end - 1 : name.start].rstrip() in {"s'", "s’"}
        return Span(owner.start, name.end) if owner and of and owner.start >= mention.start else name
