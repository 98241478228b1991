"""One sanitiser for every string from outside, on its way in and on its way to a terminal, a clipboard or a file.

Terminals obey control sequences wherever they stand (CVE-2017-12904 shows what a headline can do),
and Textual passes ESC and C1 characters through. `printable` replaces each such character by exactly
one other, so that a position in what is shown is the same position in the article's text.
"""

import re

MARKS_IN_A_ROW = 8
"""Combining marks kept on one base character; no script needs more, and a pile of them floods a line."""

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_TABLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    **dict.fromkeys(range(0x7F, 0xA0), _REPLACEMENT),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], _REPLACEMENT),
    **dict.fromkeys([0x200E, 0x200F, 0x061C], "\N{ZERO WIDTH SPACE}"),
    **dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT),
    **dict.fromkeys([0x2028, 0x2029], " "),
    0x7F: "\N{SYMBOL FOR DELETE}",
    ord("\t"): " ",
    ord("\r"): " ",
}
_LINES = {**_TABLE, ord("\n"): "\n"}
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)  # all of the table, as ranges: thousands of single characters take milliseconds to compile
_MARK = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]"
_MARKS = re.compile(rf"(?P<kept>{_MARK}{{{MARKS_IN_A_ROW}}})(?P<rest>{_MARK}+)")


def _thinned(match: re.Match[str]) -> str:
    return match["kept"] + "\N{ZERO WIDTH SPACE}" * len(match["rest"])


def printable(text: str) -> str:
    """*text* with every control, bidirectional control and lone surrogate replaced, one for one.

    C0 controls and DEL become their visible symbols (ESC is shown as ␛), C1, bidirectional controls
    and surrogates become U+FFFD, tab and carriage return a space. A newline is a control here too.
    """
    if _UNSAFE.search(text):
        text = text.translate(_TABLE)
    return _MARKS.sub(_thinned, text)


def printable_lines(text: str) -> str:
    """As `printable`, but newlines stay: for text that is written as several lines."""
    if _UNSAFE.search(text):
        text = text.translate(_LINES)
    return _MARKS.sub(_thinned, text)


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
