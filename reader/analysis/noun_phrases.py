"""The words of a noun phrase that says what somebody is, such as “former Bank of Canada governor”."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis.languages import language
from reader.analysis.names import CALENDAR
from reader.analysis.places.gazetteer import demonyms
from reader.analysis.reporting import USUAL, cue_share
from reader.analysis.roles import is_role_noun
from reader.analysis.trained import common_words, word_classes
from reader.document.span import Span

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}(?:[’']s\b)?|[^\W_]+(?:(?:[’'&/-]|\.(?=\d))(?=[^\W_])[^\W_]+)*|--|\S")
DETERMINERS = frozenset("the a an its his her their our my your".split())
POINTERS = DETERMINERS | frozenset("this that these those".split())
LINKS = frozenset("of for at in to on from".split())
"""Prepositions that join a role to what it is of."""
OFFICE_LINKS = frozenset("of to for".split())
"""Prepositions between an office and its country or body: ambassador to France."""
BREAKS = frozenset(',.;:!?“”"()[]—–|…') | {"--"}
TIMES = CALENDAR | frozenset(
    """day night morning evening afternoon week weekend month year season today yesterday tomorrow tonight
    noon midnight decade century time moment hour""".split()
)
_EARLIER = frozenset("then now once longtime outside".split())
"""Adverbs and the like that stand where an adjective does: then president."""
_OPENING = frozenset("former then late fellow".split())
"""Words that a phrase begins with: the investigation | former minister."""
_DOING = frozenset(
    "acting managing commanding founding presiding sitting visiting running reigning serving".split()
)
"""Forms in -ing that tell how an office is held: the managing director, a running mate."""
_VERBAL = frozenset("VBD VBG VBN".split())
_BEFORE_OFFICES = frozenset(
    """deputy vice assistant associate state federal city county district town village party police army navy
    fire club team union government""".split()
)
"""Nouns in small letters that go with an office in capitals: state Senator, police Chief."""


RANKS = frozenset("general colonel major captain admiral marshal gen col maj capt adm".split())
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
        return self.kind.startswith("JJ") or self.low in _EARLIER or self.kind == "VBN"

    @property
    def is_nominal(self) -> bool:
        """May stand inside a noun phrase by itself: a name, a noun, an adjective."""
        if not self.is_word or self.is_number or self.low in TIMES or self.low in DETERMINERS:
            return False
        if self.is_capital or self.low in _EARLIER:
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


def joins_left(before: Token | None, left: Token, right: Token) -> bool:
    """Whether *left*, which stands behind *before*, belongs to the phrase that begins with *right*.

    A common noun in small letters says nothing of an office in capitals: “the third day | Foreign Minister”.
    """
    if left.is_verbal:
        return _describes(before, left, right)
    if left.is_number:
        return before is not None and before.is_capital
    if not left.is_nominal or left.owns:
        return False
    if before and before.low == "to" and _may_be_verb(left):
        return False
    if left.is_capital or not right.is_capital:
        return left.is_capital or left.is_quality or right.low not in _OPENING
    if is_role_noun(left.text) and right.low in RANKS:
        return True
    if right.text.isupper() and len(right.text) > 1 and left.kind == "NN":
        return True
    singular = left.kind == "NN" or (not left.kind and not left.low.endswith("s"))
    opens = left.opens and left.text[0].isupper() and singular
    return left.is_quality or left.low in _BEFORE_OFFICES or opens


def _may_be_verb(word: Token) -> bool:
    """Whether a word behind “to” is a verb: to witness, to coach; not that of an office, as in “to state officials”."""
    return "VB" in word_classes().get(word.low, "").split("|") and word.low not in _BEFORE_OFFICES


def _describes(before: Token | None, left: Token, right: Token) -> bool:
    """Whether a form in -ed or -ing is no verb: “the embattled mayor”, “of defeated candidate”, “building owner”."""
    if left.low.endswith("ing"):
        noun = "NN" in word_classes().get(left.low, "") and not right.is_capital
        owned = before is not None and (before.low in DETERMINERS or before.owns)
        return noun or owned or left.low in _DOING
    if before is None:
        return left.kind == "VBN" and cue_share(left.low) < USUAL
    return before.low in DETERMINERS or before.kind == "IN" or before.low == "to"


def names_body(left: Token, link: Token, right: Token) -> bool:
    """Whether a preposition stands inside a name: Bank of Canada, Center for Science."""
    begins = left.is_capital or (left.opens and left.text[0].isupper() and left.kind == "NN")
    return (
        link.low in {"of", "for"}
        and begins
        and right.is_capital
        and not left.owns
        and right.low not in demonyms()
    )


def owns_name(left: Token, right: Token) -> bool:
    """Whether a possessive stands inside a name: Sheriff's Office spokesman."""
    return left.owns and left.is_capital and right.is_capital


def couples(left: Token, right: Token) -> bool:
    """Whether “and” stands inside a name: Trade and Industry Minister."""
    both = left.is_capital and right.is_capital
    return both and left.low in common_words() and right.low in common_words()


def last_break(found: Sequence[Token]) -> int:
    """The index after the last mark, or line, that ends a phrase."""
    return next((at for at in range(len(found), 0, -1) if found[at - 1].text in BREAKS), 0)


def _ends_line(gap: str) -> bool:
    """Whether a line ends before a word, rather than that it is wrapped there; *gap* holds the word, too."""
    between, word = gap[: len(gap) - len(gap.lstrip())], gap.lstrip()
    return between.count("\n") > 1 or ("\n" in between and word[:1].isupper())
