"""The words and marks of which roles are made, with what tells whether each can stand in a noun phrase."""

import re
from typing import NamedTuple

from reader.analysis.languages import language
from reader.analysis.names import CALENDAR
from reader.analysis.roles.nouns import WORDS
from reader.analysis.trained import common_words, word_classes
from reader.document.span import Span

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}(?:[’']s\b)?|[^\W_]+(?:(?:[’'&/-]|\.(?=\d))(?=[^\W_])[^\W_]+)*|--|\S")
DETERMINERS = frozenset("the a an its his her their our my your".split())
POINTERS = DETERMINERS | frozenset("this that these those".split())
BREAKS = frozenset(',.;:!?“”"()[]—–|…') | {"--"}
TIMES = CALENDAR | WORDS["times"]
_VERBAL = frozenset("VBD VBG VBN".split())
_APOSTROPHES = frozenset("'’")


class Token(NamedTuple):
    """A word or mark as roles are read: U.S. is one word."""

    span: Span
    text: str
    opens: bool
    """First in its sentence, where a capital says little."""

    @property
    def low(self) -> str:
        """In small letters, with a straight apostrophe."""
        return self.text.lower().replace("’", "'")

    @property
    def is_word(self) -> bool:
        """Letters or digits rather than punctuation."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Has a capital of its own, also as then-President has."""
        capital = self.text[0].isupper() or self.text.rpartition("-")[2][:1].isupper()
        return capital and not (self.opens and self.low in common_words())

    @property
    def owns(self) -> bool:
        """Ends in a possessive 's, or in the apostrophe of one in -s."""
        return self.low.endswith(("'s", "s'"))

    @property
    def kind(self) -> str:
        """The commonest class of the word; empty for one that is not known."""
        return word_classes().get(self.low, "").partition("|")[0]

    @property
    def is_number(self) -> bool:
        """Digits that are no year, or a number in words."""
        plain = self.text.isdigit() and not (len(self.text) == 4 and self.text[0] in "12")
        return plain or self.kind == "CD"

    @property
    def is_verbal(self) -> bool:
        """A form in -ed or -ing, which may be a verb or describe: elected, leading."""
        unknown = not self.kind and self.low.endswith(("ed", "ing")) and "-" not in self.text
        return unknown or (self.kind in _VERBAL and not self.is_capital)

    @property
    def is_quality(self) -> bool:
        """An adjective, or an adverb in its place: former, then."""
        return self.kind.startswith("JJ") or self.low in WORDS["earlier"] or self.kind == "VBN"

    @property
    def is_nominal(self) -> bool:
        """May stand inside a noun phrase by itself: a name, a noun, an adjective."""
        if not self.is_word or self.is_number or self.low in TIMES or self.low in DETERMINERS:
            return False
        if self.is_capital or self.low in WORDS["earlier"]:
            return True
        return (
            self.kind in {"", "FW", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VB"} or self.low == "ex"
        )


def tokens(text: str, within: Span) -> list[Token]:
    """The words and marks of a range of *text*, abbreviations with their full stops."""
    found: list[Token] = []
    abbreviations = language("en").abbreviations
    for match in _TOKEN.finditer(text, *within):
        last = found[-1] if found else None
        if match[0] in _APOSTROPHES and last and _ends_plural(text, last, match.start()):
            found[-1] = Token(Span(last.span.start, match.end()), f"{last.text}'", last.opens)
            continue
        if match[0] == "." and last and last.span.end == match.start() and last.low in abbreviations:
            found[-1] = Token(Span(last.span.start, match.end()), f"{last.text}.", last.opens)
            continue
        apart = last is not None and _ends_line(text[last.span.end : match.end()])
        if apart:
            found.append(Token(Span(match.start(), match.start()), "¶", opens=False))
        opens = last is None or apart or last.text in BREAKS - {",", "—", "–", "--"}
        found.append(Token(Span.of(match), match[0], opens))
    return found


def _ends_plural(text: str, last: Token, at: int) -> bool:
    """Whether an apostrophe at *at* is that of a possessive in -s: the players' agent."""
    return last.span.end == at and last.low.endswith("s") and text[at + 1 : at + 2] == " "


def _ends_line(gap: str) -> bool:
    """Whether a line ends before a word, rather than that it is wrapped there; *gap* holds the word, too."""
    between, word = gap[: len(gap) - len(gap.lstrip())], gap.lstrip()
    return between.count("\n") > 1 or ("\n" in between and word[:1].isupper())
