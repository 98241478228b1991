"""One sanitiser for every string from outside, on its way in and on its way to a terminal, a clipboard or a file.

Terminals obey control sequences wherever they stand (CVE-2017-12904 shows what a headline can do),
and Textual passes ESC and C1 characters through. `printable` replaces each such character by exactly
one other, so that a position in what is shown is the same position in the article's text.

Replaced are the controls (C0, DEL, C1); what reorders or swaps signs (bidirectional and the deprecated format
controls); the line and paragraph separators; surrogates, which UTF-8 cannot hold; the interlinear annotation
controls; and tag characters outside the flags of England, Scotland and their like, for they hide whole sentences.

Left as they are, because real text has them and no terminal obeys them: ZWJ, ZWNJ, variation selectors, the
word joiner and U+FEFF, soft hyphens, Hangul fillers, private and unassigned characters. Of what takes no cell,
of whatever block, `MARKS_IN_A_ROW` are kept in one place.
"""

import re
from functools import cache

MARKS_IN_A_ROW = 8
"""Signs without a cell of their own that are kept in one place: a Tibetan stack has eight, and piles flood a line."""

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_NO_WIDTH = "\N{ZERO WIDTH SPACE}"
_TABLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    **dict.fromkeys(range(0x7F, 0xA0), _REPLACEMENT),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x2070), *range(0xFFF9, 0xFFFC)], _REPLACEMENT),
    **dict.fromkeys([0x200E, 0x200F, 0x061C], _NO_WIDTH),
    **dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT),
    **dict.fromkeys([0x2028, 0x2029], " "),
    0x7F: "\N{SYMBOL FOR DELETE}",
    ord("\t"): " ",
    ord("\r"): " ",
}
_LINES = {**_TABLE, ord("\n"): "\n"}
_FILE = {**_LINES, ord("\t"): "\t"}
_LOW = re.compile(r"[\x00-\x1f\x7f]")
_LOW_LINES = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_LOW_FILE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_HIGH = re.compile(
    "[\x80-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# all of the tables, as ranges: thousands of single characters take milliseconds to compile
_FLAG_OR_TAG = re.compile(
    "(?P<flag>\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f)|[\U000e0000-\U000e007f]"
)
_MAY_PILE = re.compile(
    rf"[^\x00-\xac\xae-\u02ff\u0370-\u0482\u05d0-\u060f\u0620-\u064a]{{{MARKS_IN_A_ROW + 1}}}"
)
"""Where a pile could be: for Latin, Greek, Cyrillic, Hebrew and Arabic letters nothing more is looked for."""


def printable(text: str) -> str:
    """*text* with all that the module names replaced, one for one.

    C0 controls and DEL become their visible symbols (ESC is shown as ␛), C1, bidirectional controls
    and surrogates become U+FFFD, tab and carriage return a space. A newline is a control here too.
    """
    return _replaced(text, _LOW, _TABLE)


def printable_lines(text: str) -> str:
    """As `printable`, but newlines stay: for text that is shown as several lines."""
    return _replaced(text, _LOW_LINES, _LINES)


def printable_file(text: str) -> str:
    """As `printable`, but newlines and tabs stay: for a whole file or a stream, where a tab may part columns."""
    return _replaced(text, _LOW_FILE, _FILE)


def _replaced(text: str, low: re.Pattern[str], table: dict[int, str]) -> str:
    """*text* by *table*, whose ASCII characters *low* finds; without hidden tags and piles."""
    if text.isascii():
        return text.translate(table) if low.search(text) else text
    if low.search(text) or _HIGH.search(text):
        text = _FLAG_OR_TAG.sub(lambda found: found["flag"] or _REPLACEMENT, text.translate(table))
    return _piles().sub(_cut, text) if _MAY_PILE.search(text) else text


def _cut(pile: re.Match[str]) -> str:
    return pile[0][:MARKS_IN_A_ROW] + _NO_WIDTH * (len(pile[0]) - MARKS_IN_A_ROW)


@cache
def _piles() -> re.Pattern[str]:
    from reader.sanitise.widthless import piles

    return piles(MARKS_IN_A_ROW)


_LOGIN = re.compile(r"(?P<scheme>\b[a-z][a-z0-9+.-]{0,30}://)[^\s/?#]*@", re.IGNORECASE)


def without_logins(text: str) -> str:
    """*text* without the user's name and password of any address in it: these are never stored or shown."""
    return _LOGIN.sub(r"\g<scheme>", text) if "@" in text and "://" in text else text


_HALF = re.compile("[\ud800-\udfff]")


def admitted(text: str, most: int | None = None) -> str:
    """*text* as it is taken in: each lone surrogate is U+FFFD, one for one, so that UTF-8 and SQLite can hold it.

    What is longer than *most* characters is cut there, and ends with an ellipsis.
    """
    if not text.isascii() and _HALF.search(text):
        text = _HALF.sub(_REPLACEMENT, text)
    return text if most is None or len(text) <= most else f"{text[: most - 1]}…"
