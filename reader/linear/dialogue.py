"""Jumps by number: a line in, lines out."""

import re
from collections.abc import Callable, Iterator

from reader.linear.listing import Entry, Listing
from reader.sanitise import printable

HELP = """\
Type a number for a paragraph, an item's id (q1, f2, l3, p1, k1, s2) for its passage, Enter for the next paragraph.
]q and [q go to the next and the previous quote; the same with r for reported speech, f figure, l place, p person,
k key sentence, s section, a note. < goes back, / and words finds them, o prints the outline, a the article,
? this help, quit ends."""
_HOP = re.compile(r"(?P<way>[\][])(?P<kind>[qrflpksa])")
_LETTERS = {"a": "n"}
"""Kinds whose ids begin with another letter than on the screen."""
_LONGEST_NUMBER = 10
"""Digits of a paragraph's number: no article has so many."""
_ENDS = frozenset({"quit", "exit", "q", "x"})


class Dialogue:
    """Where the listener is, and what each line that they type leads to."""

    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.at = 0
        self._visited: list[int] = []
        self._last: dict[str, str] = {}

    def answer(self, line: str) -> Iterator[str]:
        """The lines that answer what was typed."""
        typed = line.strip()
        hop = _HOP.fullmatch(typed)
        if typed.isdecimal() and len(typed) < _LONGEST_NUMBER:
            yield from self._paragraph(int(typed) - 1)
        elif not typed:
            yield from self._paragraph(self.at + 1)
        elif typed in self.listing.items:
            yield from self._item(self.listing.items[typed])
        elif hop:
            yield from self._hop(_LETTERS.get(hop["kind"], hop["kind"]), 1 if hop["way"] == "]" else -1)
        elif typed == "<":
            yield from self._back()
        elif typed.startswith("/"):
            yield from self._found(typed[1:].strip())
        elif typed in {"o", "a"}:
            yield from self.listing.outline_lines() if typed == "o" else self.listing.article_lines()
        elif typed == "?":
            yield HELP
        else:
            yield f"There is no {printable(typed)} here; ? says what can be typed."

    def _paragraph(self, number: int) -> Iterator[str]:
        if not 0 <= number < len(self.listing.paragraphs):
            yield f"The paragraphs are numbered 1 to {len(self.listing.paragraphs)}."
            return
        self._go(number)
        entry = self.listing.paragraphs[number]
        yield f"{entry.name}. {entry.text}"
        items = self.listing.items_in(entry)
        if items:
            yield f"In it: {', '.join(items)}."

    def _item(self, entry: Entry) -> Iterator[str]:
        self._last[entry.name[0]] = entry.name
        self._go(int(self.listing.paragraph_of(entry.spans[0]).name) - 1)
        yield self.listing.line(entry)
        yield from self.listing.passage(entry)

    def _hop(self, kind: str, way: int) -> Iterator[str]:
        here = self.listing.paragraphs[self.at].spans[0] if self.listing.paragraphs else None
        found = sorted((each.spans[0], each) for name, each in self.listing.items.items() if name[0] == kind)
        last = self._last.get(kind)
        names = [each.name for _, each in found]
        if last in names:
            index = names.index(last) + way
        else:
            later = (number for number, (span, _) in enumerate(found) if here and span.start >= here.start)
            index = next(later, len(found)) - (way < 0)
        if not 0 <= index < len(found):
            yield f"There is no {'further' if way > 0 else 'earlier'} one."
            return
        yield from self._item(found[index][1])

    def _back(self) -> Iterator[str]:
        if not self._visited:
            yield "Nothing was visited before this."
            return
        self.at = self._visited.pop()
        entry = self.listing.paragraphs[self.at]
        yield f"{entry.name}. {entry.text}"

    def _found(self, words: str) -> Iterator[str]:
        found = [each for each in self.listing.paragraphs if words and words.lower() in each.text.lower()]
        yield f"{len(found)} paragraph{'' if len(found) == 1 else 's'} with {printable(words)}."
        yield from (f"{entry.name}. {entry.text}" for entry in found)

    def _go(self, number: int) -> None:
        if number != self.at:
            self._visited.append(self.at)
        self.at = number


def talk(listing: Listing, ask: Callable[[str], str], say: Callable[[str], object]) -> None:
    """Print everything, then answer what is asked until the listener ends it."""
    for line in listing.lines():
        say(line)
    say("")
    say(HELP)
    dialogue = Dialogue(listing)
    while True:
        try:
            typed = ask("> ")
        except EOFError:
            return
        if typed.strip() in _ENDS:
            return
        for line in dialogue.answer(typed):
            say(line)
