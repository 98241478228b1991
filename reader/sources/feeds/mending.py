"""Bytes of a feed without what no parser should meet: references to no character, lone ampersands, control characters.

Only in encodings that write ASCII as ASCII; others are left as they are.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator

_LONGEST_NUMBER = 8
"""Digits of a reference: the last character has seven."""
_MARK = rb"&(?P<again>(?:amp;){0,3})#"
_REFERENCE = re.compile(
    _MARK + rb"(?!(?:3[2-9]|[4-9][0-9]|[1-9][0-9]{2,3});)(?P<number>[xX][0-9a-fA-F]+|[0-9]+);?"
)
"""References but for those of two to four digits that are plainly to characters, as most are."""
_PAIR = re.compile(
    _MARK + rb"(?P<high>[xX]0*[dD][89abAB][0-9a-fA-F]{2}|0*5[5-7][0-9]{3});"
    rb"&(?:amp;){0,3}#(?P<low>[xX]0*[dD][c-fC-F][0-9a-fA-F]{2}|0*5[67][0-9]{3});"
)
_AMPERSAND = re.compile(rb"&(?!#[0-9]+;|#[xX][0-9a-fA-F]+;|[A-Za-z_:][\w.:-]*;)")
_LITERAL = {b"<![CDATA[": b"]]>", b"<!--": b"-->"}
_OPENING = re.compile(rb"<!\[CDATA\[|<!--")
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_ENCODED_OTHERWISE = re.compile(
    rb"iso-?2022|hz-gb|utf-?(?:7|16|32)|ucs-?[24]|ebcdic|cp0?37|cp500", re.IGNORECASE
)


def mended(data: bytes, content_type: str = "") -> bytes:
    """*data*, served as *content_type*, with U+FFFD for each reference to no character, and without control characters.

    An ampersand that begins no reference becomes a reference to itself.
    """
    if _is_otherwise(data, content_type):
        return data
    data = data.translate(None, _CONTROLS)
    if b"#" in data:
        data = _REFERENCE.sub(_whole, _PAIR.sub(_joined, data))
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    return data if is_json or not _AMPERSAND.search(data) else b"".join(_escaped(data))


def _is_otherwise(data: bytes, content_type: str) -> bool:
    """Whether the bytes of ASCII may mean something else here."""
    head = data[:400]
    told = head + content_type.encode("utf-8", "replace")
    is_wide = b"\0" in head[:4] or head.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    return is_wide or _ENCODED_OTHERWISE.search(told) is not None


def _escaped(data: bytes) -> Iterator[bytes]:
    """*data* with lone ampersands escaped, but for CDATA sections and comments, which have none."""
    start = 0
    while opening := _OPENING.search(data, start):
        yield _AMPERSAND.sub(b"&amp;", data[start : opening.start()])
        end = data.find(_LITERAL[opening[0]], opening.end())
        start = len(data) if end < 0 else end
        yield data[opening.start() : start]
    yield _AMPERSAND.sub(b"&amp;", data[start:])


def _joined(match: re.Match[bytes]) -> bytes:
    """One reference for the two halves of a surrogate pair, as some programs write an emoji."""
    high, low = _code(match["high"]), _code(match["low"])
    if not (0xD800 <= high < 0xDC00 <= low < 0xE000):
        return match[0]
    return b"&%s#%d;" % (match["again"], 0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)


def _whole(match: re.Match[bytes]) -> bytes:
    """The reference again if it is one to a character, otherwise one to U+FFFD."""
    code = _code(match["number"])
    return b"&%s#%d;" % (match["again"], code if _is_character(code) else 0xFFFD)


def _code(number: bytes) -> int:
    """The number that a reference names; -1 for one that is beyond all characters."""
    base = 16 if number[:1] in b"xX" else 10
    digits = number.lstrip(b"xX").lstrip(b"0") or b"0"
    return int(digits, base) if len(digits) <= _LONGEST_NUMBER else -1


def _is_character(code: int) -> bool:
    """Whether XML has a character of this number (XML 1.0, 2.2)."""
    return (
        code in {0x9, 0xA, 0xD}
        or 0x20 <= code < 0xD800
        or 0xE000 <= code < 0xFFFE
        or 0x10000 <= code < 0x110000
    )
