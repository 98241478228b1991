"""Bytes to text: byte order mark, else UTF-8, else what was declared, else detection."""

import codecs
import re

from reader.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WESTERN_SHARE = 0.2
"""Below this share of bytes beyond ASCII a text is in a Western script: there the detector confuses the
many code pages, and the web's own standard (WHATWG Encoding) reads Windows-1252."""
_NO_MARK = ["utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le", "utf_7"]
_CHARSET = re.compile(r"ascii|big5|cp\d|euc|gb|hz|iso|johab|koi8|kz1048|mac|ptcp|shift|tis|utf-(?:8|16|32)")
"""Beginnings of the names of codecs that stand for a character set: rot13, hex, punycode and utf-7 do not."""
_SAMPLE = 65_536
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b")) + b"\x7f"
_HTML = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
                   re.IGNORECASE | re.DOTALL)  # fmt: skip


def decode(data: bytes, uri: str, declared: str | None = None) -> str:
    """The text of *data*, line ends and all. Raises SourceError for bytes that are no text.

    UTF-8 goes before *declared*, because a page that is valid UTF-8 and declares something else is
    wrong about itself practically always.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data):
        return data.decode("utf-8", "replace")
    if _is_binary(data):
        raise SourceError(uri, "this is not text; newsreader opens text, HTML and Markdown")
    encoding = _known(declared) or _detected(data)
    return data.decode(encoding, "replace")


def looks_like_html(data: bytes) -> bool:
    """Whether *data* begins as an HTML page does."""
    return _HTML.match(data, 0, 4096) is not None


def _mostly_utf8(data: bytes) -> bool:
    """UTF-8 with some damage: other encodings hardly ever hold two valid sequences by accident."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    valid = sum(1 for _ in re.finditer("[^\x00-\x7f\ufffd]", text))
    return valid >= 2 and valid * 4 >= broken and not _is_binary(data)


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls * 20 > len(sample)


def _known(encoding: str | None) -> str | None:
    """The codec of an *encoding*; None for what is not known, and for Python's codecs that are no character sets."""
    try:
        name = codecs.lookup(encoding).name if encoding else ""
    except (LookupError, ValueError):
        return None
    return name if _CHARSET.match(name) else None


def _detected(data: bytes) -> str:
    sample = data[:_SAMPLE]
    beyond = sum(byte > 127 for byte in sample)
    if beyond < WESTERN_SHARE * len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_exclusion=_NO_MARK).best()
    return best.encoding if best else "cp1252"
