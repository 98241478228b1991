"""What the reader wrote into a summary: what of it could be taken for the article's words."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.export.comments import without_comments
from reader.export.pieces import CELL, Piece

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_LONGEST = 50_000
"""Characters of a paragraph that is looked through."""
_SCARE = 2
"""Words between marks that are no quotation yet."""
_DOUBLE = '“”„‟«»「」『』《》〈〉〝〞〟﹁﹂﹃﹄＂"″‴❝❞❠❮❯ʺ˝״˵˶ˮ‶‷⹂〃🙶🙷🙸'
_SINGLE = "'‘’‚‛‹›′‵`´ʹʻʼʽ׳＇❛❜❟"
_ALWAYS_OPEN = frozenset("「『《〈〝﹁﹃")
_TWICE = re.compile(rf"([{re.escape(_SINGLE)},])\1|<<|>>|≪|≫|⟨⟨|⟩⟩")
_OPENED = re.compile(
    rf"(?<![\w\d])[{re.escape(_SINGLE)}](?=\w)(?P<words>.{{3,2000}}?)[{re.escape(_SINGLE)}](?!\w)"
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CJK = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SET_OFF = re.compile(r"(?P<mark>\*{1,3}|_{1,3}|==)\S.*\S(?P=mark)\Z", re.DOTALL)
_ITEM = 80
"""Characters of a line that may be an item of a list."""
_TAGS = re.compile(r"</?(?:b|i|em|strong|mark|u|kbd|sub|sup|small|br|wbr|hr)\s*/?>", re.IGNORECASE)
_SPEECH = (
    "said|says|say|told|added|stated|claimed|admitted|confessed|announced|insisted|replied|warned|declared"
)
_ATTRIBUTED = re.compile(
    rf"\A\W{{0,3}}[—–―‒⸺⸻−]|\A--|\A~ |,[ \t]*(?:{_SPEECH})\b|\b(?:{_SPEECH})\b[^.!?]{{0,60}}(?:：|:(?=\s|\Z))",
    re.IGNORECASE,
)
_GENERATED = re.compile(
    r"·\s*(?:\[?passage\b|\d+\s*[–-]\s*\d+)|\d+–\d+(?:, \d+–\d+)*(?: \^[\w-]+)?\s*\Z"
    r"|\s\^[qrklp][a-z2-7]{5}(?:-\d+)?\s*\Z|·\s*\d+ mentions?\b|\bposition unknown\b"
)
_FIELD = re.compile(
    r"\A(?:title|source|sha256|newsreader|author|byline|site|published|date|url)\s*::?\s", re.IGNORECASE
)
_MATH = re.compile(r"\$[^$]*\\[a-zA-Z]+[^$]*\$", re.DOTALL)
_EMBED = re.compile(r"!\[\[")


@dataclass(frozen=True, slots=True)
class Around:
    """Where a piece lies: in which `section` of ours, whether under a speaker's heading, and whether right beneath it
    or before a quotation.

    `names` are those of everybody whom the article names, in small letters.
    """

    section: str = ""
    is_of_speaker: bool = False
    is_beneath_speaker: bool = False
    is_before_quotation: bool = False
    names: frozenset[str] = frozenset()


def suspicion(piece: Piece, around: Around) -> str:
    """Why a reader could take *piece* for the article's words, in a few words; empty where nobody would."""
    if piece.kind == "quote":
        return "a block quote"
    if piece.kind == "code":
        return "a block of code" if len(_WORD.findall(piece.source)) > _SCARE else ""
    if piece.kind == "html":
        return "HTML"
    if len(piece.source) > _LONGEST:
        return "a paragraph that is too long to be looked through"
    cells = piece.source.split(CELL)
    for cell in cells:
        found = _dressed(cell) or text_suspicion(_shown(cell)[0])
        if found:
            return found
    words = " ".join(_shown(cell)[0] for cell in cells).strip()
    if piece.kind in {"row", "head"}:
        return "a table that could be one of figures" if around.section or re.search(r"\d", words) else ""
    return _by_place(piece, words, around)


def is_dressed(piece: Piece) -> bool:
    """Whether HTML in a paragraph could make something else of it."""
    return len(piece.source) > _LONGEST or _dressed(piece.source, pictures=True) != ""


def text_suspicion(words: str) -> str:
    """What *words* on their own look like: a quotation, an attribution, a line of ours; empty for none of these."""
    if quotes(words):
        return "a quotation"
    if _ATTRIBUTED.search(words):
        return "an attribution"
    if _GENERATED.search(words):
        return "a line like those that newsreader writes"
    if _FIELD.match(words):
        return "a line like those of the front matter"
    return "a block quote" if words.startswith(">") else ""


def quotes(words: str) -> bool:
    """Whether more than a word or two stand between quotation marks of any language."""
    words = _TWICE.sub("“", words)
    marks = [at for at, sign in enumerate(words) if sign in _DOUBLE]
    for at, following in pairwise([*marks, len(words)]):
        if _opens(words, at) and _count(words[at + 1 : following]) > _SCARE:
            return True
    return any(_count(match["words"]) > _SCARE for match in _OPENED.finditer(words))


def _opens(words: str, at: int) -> bool:
    before, behind = words[at - 1 : at] if at else "", words[at + 1 : at + 2]
    if words[at] in _ALWAYS_OPEN:
        return True
    return bool(behind.strip()) and not (before and (before.isalnum() or before in ".,!?…;:)"))


def _count(words: str) -> float:
    """Words; of scripts without spaces between them three signs are about one."""
    signs = len(_CJK.findall(words))
    return len(_WORD.findall(_CJK.sub(" ", words))) + signs / 1.5


def _by_place(piece: Piece, words: str, around: Around) -> str:
    """What *words* are taken for because of what is above or below them."""
    if not words:
        return ""
    if around.section == "Key sentences":
        return "a line among the key sentences"
    if around.is_beneath_speaker:
        return "a line in the place of a quotation"
    if piece.kind == "heading":
        return _heading(piece, words, around)
    if around.section and _is_item(piece, words, around):
        return f"a line among those under {around.section}"
    if around.is_of_speaker and _SET_OFF.match(piece.source):
        return "a line that is set off as a quotation"
    names = [name for name in around.names if words.lower().startswith(name)]
    if any(re.match(r"\W{0,4}\s*[:：(,—–-]", words[len(name) :]) for name in names):
        return "an attribution"
    if (
        around.is_before_quotation
        and (len(words.split()) <= 6 or words[-1:] in ":：,")
        and words[-1:] not in ".!?…"
    ):
        return "a line that seems to say whose quotation follows"
    return ""


def _is_item(piece: Piece, words: str, around: Around) -> bool:
    """Whether *words* look like an item of a list of ours: with a name or a number, or a name alone."""
    named = [word for word in words.split() if word[:1].isupper() or word[:1].isdigit() or _CJK.match(word)]
    if piece.place.startswith("first"):
        return bool(named)
    return len(named) > 1 and not around.is_of_speaker and len(words) < _ITEM and words[-1:] not in ".!?…:"


def _heading(piece: Piece, words: str, around: Around) -> str:
    if piece.level == 1:
        return "a title"
    if around.section:
        return f"a heading within {around.section}"
    low = words.lower()
    return "a heading that names somebody" if any(name in low for name in around.names) else ""


def _dressed(source: str, *, pictures: bool = False) -> str:
    """HTML, pictures and formulas: what is seen is not what is written."""
    _, tags, shows = _shown(source)
    if tags:
        return "HTML"
    if shows and not pictures:
        return "a picture"
    return "a formula" if _MATH.search(source) and not pictures else ""


def _shown(source: str) -> tuple[str, bool, bool]:
    """The words that are seen, whether there are tags of HTML in them, and whether pictures."""
    words, tags, shows = "", False, bool(_EMBED.search(source))
    for token in _parser().parseInline(source)[0].children or ():
        if token.type == "html_inline":
            tags = tags or bool(_TAGS.sub("", without_comments(token.content)))
        elif token.type == "image":
            shows, words = True, words + token.content
        elif token.type in {"softbreak", "hardbreak"}:
            words += " "
        else:
            words += token.content
    return words.strip(), tags, shows


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("strikethrough")
