"""What the reader wrote into a summary: what of it could be taken for the article's words, or for newsreader's."""

import re
import unicodedata
from itertools import pairwise

from reader.export.pieces import CELL, Piece
from reader.export.plain import otherwise, words_of

_LONGEST = 20_000
"""Characters of a paragraph that is looked through."""
_SCARE = 2
"""Words between marks that are no quotation yet."""
_DOUBLE = '“”„‟«»「」『』《》〈〉〝〞〟﹁﹂﹃﹄＂"″‴⁗❝❞❠❮❯ʺ˝״˵˶ˮ‶‷⹂〃🙶🙷🙸¨≪≫⟪⟫⟨⟩｢｣⸢⸣⸤⸥⦅⦆⧼⧽⟦⟧'
_SINGLE = "'‘’‚‛‹›′‵`´ʹʻʼʽ׳＇❛❜❟"
_ALWAYS_OPEN = frozenset("「『《〈〝﹁﹃¨≪⟪⟨｢⁗")
_TWICE = re.compile(rf"([{re.escape(_SINGLE)},])\1|<<|>>")
_OPENER = re.compile(rf"(?<!\w)[{re.escape(_SINGLE)}](?=\w)")
_CLOSER = re.compile(rf"[{re.escape(_SINGLE)}](?!\w)")
_FARTHEST = 2_000
"""Characters between two single marks that belong together."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CJK = re.compile(r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SPEECH = (
    "said|says|say|told|added|stated|claimed|admitted|confessed|announced|insisted|replied|warned|declared"
)
_ATTRIBUTED = re.compile(
    rf",[ \t]*(?:{_SPEECH})\b|\b(?:{_SPEECH})\b[^.!?]{{0,60}}(?:：|:(?=\s|\Z))", re.IGNORECASE
)
_BULLET = re.compile(r"[-+*] ")
_LED = re.compile(r"\W{0,3}(?P<sign>[^\w\s])")
_BAR = re.compile(r"[\u2500-\u25ff\u30fc\uff70\u2212\u2010-\u2015\u30a0]|--|~ ")
_GENERATED = re.compile(
    r"·\s*(?:\[?passage\b|\d+\s*[–-]\s*\d+)|\d+–\d+(?:, \d+–\d+)*(?: \^[\w-]+)?\s*\Z"
    r"|\s\^[qrklp][a-z2-7]{5}(?:-\d+)?\s*\Z|[·•∙⋅・‧]\s*\d+ mentions?\b|\bposition unknown\b"
    r"|(?:\s[·•∙⋅・‧]\s.*){2}"
)
_FIELD = re.compile(
    r"\A(?:title|source|sha256|newsreader|author|byline|site|published|date|url)\s*::?\s", re.IGNORECASE
)
_SET_OFF = re.compile(r"(?P<mark>\*{1,3}|_{1,3})\S.*\S(?P=mark)\Z")


def suspicion(piece: Piece, names: frozenset[str]) -> str:
    """Why *piece* could be taken for the article's words, or shown otherwise elsewhere; empty for neither.

    *names* are those of everybody whom the article names, and their surnames, in small letters.
    """
    if piece.kind in {"quote", "code", "html"}:
        return {"quote": "a block quote", "code": "a block of code"}.get(piece.kind, "HTML")
    if len(piece.source) > _LONGEST:
        return "a paragraph that is too long to be looked through"
    if strange := unlike(piece.source):
        return strange
    cells = [words_of(each) for each in piece.source.split(CELL)]
    if found := next(filter(None, map(text_suspicion, cells)), ""):
        return found
    if piece.kind in {"row", "head"}:
        return _of_table(cells, names)
    return next(filter(None, (by_name(line, names) for line in cells[0].split("\n"))), "")


def unlike(source: str) -> str:
    """The sentence for what may be shown otherwise elsewhere; empty for plain words."""
    found = otherwise(source)
    return f"this may be shown otherwise elsewhere: {found}" if found else ""


def text_suspicion(words: str) -> str:
    """What *words* on their own look like: a quotation, an attribution, a line of ours; empty for none of these."""
    if quotes(words):
        return "a quotation"
    return next(filter(None, map(line_suspicion, words.split("\n"))), "")


def line_suspicion(line: str) -> str:
    """What a line without marks of quotation looks like."""
    if is_led(line) or _ATTRIBUTED.search(line):
        return "an attribution"
    if _GENERATED.search(line):
        return "a line like those that newsreader writes"
    if _FIELD.match(line):
        return "a line like those of the front matter"
    return "a block quote" if line[:1] in set(">＞﹥❯") else ""


def is_led(line: str) -> bool:
    """Whether a dash or a bar stands before the words of *line*; a sign for an item of a list is none."""
    if _BAR.match(line):
        return True
    led = _LED.match(line)
    return led is not None and unicodedata.category(led["sign"]) == "Pd" and not _BULLET.match(line)


def by_name(line: str, names: frozenset[str]) -> str:
    """Whether *line* begins as an interview or an attribution does: with who says what follows."""
    low = line.lower().lstrip("*_ ")
    for name in names:
        if low.startswith(name) and re.match(r"\W{0,4}\s*(?:[:：(,—–-]|\Z)", low[len(name) :]):
            return "an attribution"
    before, colon, behind = re.sub("：", ":", line).partition(":")
    several = before.split()
    is_named = 2 <= len(several) <= 4 and all(word[:1].isupper() for word in several)
    return "an attribution" if colon and is_named and behind.strip() else ""


def is_set_off(source: str) -> bool:
    """Whether a line of *source* is emphasised from its begin to its end."""
    return any(_SET_OFF.match(line) for line in source.split("\n"))


def _of_table(cells: list[str], names: frozenset[str]) -> str:
    if any(unicodedata.category(sign)[0] == "N" for cell in cells for sign in cell):
        return "a table that could be one of figures"
    low = [cell.lower() for cell in cells]
    return (
        "a table that names somebody" if any(cell.startswith(name) for cell in low for name in names) else ""
    )


def quotes(words: str) -> bool:
    """Whether more than a word or two stand between quotation marks of any language."""
    words = _TWICE.sub("“", words)
    marks = [at for at, sign in enumerate(words) if sign in _DOUBLE]
    for number, (at, following) in enumerate(pairwise([*marks, len(words)])):
        is_first = number % 2 == 0 or len(marks) % 2 == 1
        if (is_first or _opens(words, at)) and _count(words[at + 1 : following]) > _SCARE:
            return True
    closers = [found.start() for found in _CLOSER.finditer(words)]
    last = 0
    for opened in _OPENER.finditer(words):
        while last < len(closers) and closers[last] <= opened.end():
            last += 1
        if last == len(closers):
            break
        within = words[opened.end() : closers[last]]
        if len(within) <= _FARTHEST and _count(within) > _SCARE:
            return True
    return False


def _opens(words: str, at: int) -> bool:
    before, behind = words[at - 1 : at] if at else "", words[at + 1 : at + 2]
    if words[at] in _ALWAYS_OPEN:
        return True
    return bool(behind.strip()) and not (before and (before.isalnum() or before in ".,!?…;:)"))


def _count(words: str) -> float:
    """Words; of scripts without spaces between them three signs are about one."""
    signs = len(_CJK.findall(words))
    return len(_WORD.findall(_CJK.sub(" ", words))) + signs / 1.5
