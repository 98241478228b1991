"""Words that every reader of Markdown shows alike, and what in a text may be shown otherwise by some of them."""

import re
import unicodedata

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_OTHERWISE = (
    (re.compile(r"<[A-Za-z/!?%]"), "HTML"),
    (re.compile(r"`(?:[=$]|r )"), "code that is run"),
    (re.compile(r"&(?:#|\w+;)"), "a sign written as HTML writes it"),
    (re.compile(r"%%|:::|\{|[%}]\}"), "a mark that hides or changes what follows"),
    (re.compile(r"\\[A-Za-z]|\$\$|\$(?! )[^$]*(?<! )\$(?!\d)"), "a formula or a command of TeX"),
    (re.compile(r"!\["), "a picture"),
    (re.compile(r"^\s*\*?\[(?:[^\]\\]|\\.){1,999}\]:", re.MULTILINE), "the definition of a link"),
    (re.compile(r"\[\^|\^\[|\[-?@"), "a footnote"),
    (re.compile(r"~~|==|~[^\s~]+~|\^[^\s^]+\^"), "words that are struck out, marked, raised or lowered"),
    (re.compile(r"(?<!\w):(?=[a-z+-])[\w+-]{1,40}:(?!\w)"), "the name of a picture"),
    (re.compile(r"\]\(\s*<?(?:(?!https?:)[A-Za-z][A-Za-z0-9+.-]*:|[/\\]{2})"), "a link to no page and no file"),
    (re.compile(r"^\s*(?:[-=|:+][-=|:+\s]*|\|.*|[:~]\s.*|(?:!!!|\?{3}).*)$", re.MULTILINE), "a table or a rule"),
)  # fmt: skip
_EMOJI = re.compile(
    "(?:[\U0001f1e6-\U0001f1ff]{2}|[0-9#*]\ufe0f?\u20e3|\U0001f3f4[\U000e0030-\U000e007a]{1,6}\U000e007f|"
    "(?:(?:[\u2194-\u243f\u2500-\u27ff\u2900-\u2bff\u203c\u2049\u2122\u2139\u3030\u303d\u3297\u3299\xa9\xae\U0001f300-\U0001faff])"
    "[\ufe0f\U0001f3fb-\U0001f3ff]{0,2}\u200d?)+(?<!\u200d))"
)
_JOINED = re.compile(r"(?<=[\u0600-\u06ff\u0900-\u0dff])[\u200c\u200d](?=[\u0600-\u06ff\u0900-\u0dff])")
"""What joins and parts letters of Persian and of India, and is part of their spelling."""
_RAISED = re.compile(r"(?<=[A-Za-z])[²³](?!\w)|[™ªº№]|[½⅓⅔¼¾⅛]")
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc")
_OTHERS = re.compile("[\u180b-\u180f\ufe00-\ufe0f\u0334-\u0338\U0001f100-\U0001f1e5\U000e0100-\U000e01ef]")
_STANDS_FOR = re.compile(r"<(?:font|circle|wide|narrow|super|sub|square|compat)>")


def otherwise(source: str) -> str:
    """What of Markdown in *source* may be shown otherwise elsewhere, as “HTML”; empty for plain words."""
    seen = source if re.search(r"(?<!\\)`", source) else _ESCAPE.sub("x", source)
    found = (why for pattern, why in _OTHERWISE if pattern.search(seen))
    return next(found, "") or strange(source)


def strange(words: str) -> str:
    """The first sign of *words* that is not seen, or stands for another one, by its name; empty for none."""
    if words.isascii() and not re.search(r"[\x00-\x08\x0b-\x1e\x7f]|\S\t", words):
        return ""
    for pattern in (_EMOJI, _JOINED, _RAISED):
        words = pattern.sub("", words)
    for sign in dict.fromkeys(words):
        if sign not in "\n\x1f" and _is_strange(sign):
            return f"the sign U+{ord(sign):04X} ({unicodedata.name(sign, 'without a name').lower()})"
    return ""


def _is_strange(sign: str) -> bool:
    kind = unicodedata.category(sign)
    if kind[0] in "CZ" or kind == "Me" or sign in _UNSEEN:
        return sign != " "
    if _OTHERS.match(sign):
        return True
    form = _STANDS_FOR.match(unicodedata.decomposition(sign))
    if not form or kind[0] not in "LNS":
        return False
    plain = unicodedata.normalize("NFKC", sign)
    return plain.isalnum() and (form[0] != "<compat>" or plain.isascii())


def words_of(source: str) -> str:
    """The words that are seen of *source*: without escapes, marks of emphasis and the targets of links."""
    words = re.sub(r"\]\([^)\n]{0,500}\)", "]", source)
    words = re.sub(r"(?<!\\)[*`\[\]]|(?<!\\)\b_|(?<!\\)_\b", "", words)
    return _ESCAPE.sub(r"\1", words).strip()
