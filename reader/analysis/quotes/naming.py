"""Quoted words that name a thing or stand on one: nicknames, terms, titles of works, signs and slogans."""

import re

from reader.analysis.quotes.line import Line
from reader.document.span import Span

_NAMES = re.compile(
    r"\b(?:so-called|dubbed|nicknamed|alias|a\.?k\.?a\.?|christened|entitled|titled|subtitled|spelled|spelt|"
    r"(?:also|better|long|often|sometimes|now|then|\w+ly|otherwise|once) (?:known as|called)|"
    r"known (?:to [^,.;:!?“”\"]{1,60} |\w+ )?as|referred to (?:\w+ )?as|(?:is|are|was|were|be|been|being|so) called)"
    r"(?: (?:the|a|an))?[\s,:(]*$"
    r"|\(see(?: also)?\s*$|\bhashtag\s*$|\b(?:spel(?:led|t|ling)|tick(?:ed|ing|s)?)\b[^.!?“”\"\n]{0,40}$"
    r"|\b(?:words?|terms?|names?|expressions?) for (?:it|this|that|them)[\s,:(]*$"
    r"|\b(?:carr(?:y|ies|ied)|bear(?:s|ing)?|bore|under|with) the (?:slogan|motto|words|legend|inscription)[\s,:(]*$",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\b(?:words?|terms?|slogans?|mottos?|nicknames?|hashtags?|pseudonyms?|headlines?|subtitle|word for it)[\s,:(]*$",
    re.IGNORECASE,
)
_STANDS_ON = re.compile(
    r"\b(?:signs?|labels?|posters?|placards?|banners?|billboards?|t-shirts?|shirts?|caps?|hats?|stickers?|plaques?|"
    r"notices?|graffiti|mugs?|badges?|tattoos?|slogans?|envelopes?|box(?:es)?|bottles?|buses|walls?)\b"
    r"[^.!?“”\"\n]{0,60}\b(?:says?|saying|said|reads?|reading|printed|painted|carrie[sd]|carry|carrying|marked|"
    r"labell?ed|lettered|emblazoned with|with)[\s,:]*$",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"\b(?:painted|daubed|sprayed|scrawled|stencilled|embroidered|tattooed|engraved)\s*$")
_WORK = (
    r"(?:song|single|album|film|movie|novel|book|bestseller|play|poem|painting|series|podcast|documentary|memoir|"
    r"opera|musical|sculpture|exhibition|essay|anthem|hymn|ballad|sitcom|thriller|blog|column|episode|chapter|"
    r"trilogy|drama|cartoon|video game|"
    r"(?:radio |television |tv |talk )?(?:show|program|programme))"
)
_WRITING = r"(?:report|study|paper|article|editorial|pamphlet|brochure)"
_IS_A_WORK = re.compile(rf"[\s,]*(?:the|a|an|his|her|its|their)\s+(?:\w+\s+){{0,3}}?{_WORK}\b|\s+{_WORK}\b")
_WORK_CALLED = re.compile(
    rf"\b(?:{_WORK}|{_WRITING})(?:,| of)?\s*$|\b(?:episode|rendition|performance|screening|chorus) of\s*$",
    re.IGNORECASE,
)
_NAME_BEGINS = re.compile(r"\b[A-ZÀ-ÞŠŽ][\w.’'-]*(?<!['’]s)[^\S\n]$")
_NAME_ENDS = re.compile(r"[^\S\n](?:(?:van|von|de|da|del|la|el|al|bin|Mc)[^\S\n])?[A-ZÀ-ÞŠŽ][\w’'-]+")
_IS_EXPLAINED = re.compile(
    r"[\s,]*(?:which|that)\s+(?:in\s+\w+\s+)?(?:means?|meant|stands for|translates|"
    r"(?:is|are|was|were) defined)\b"
)
_IS_COUNTED = re.compile(
    r"\s+(?:appears?|occurs?|comes from|means|(?:is|was|are|were) (?:used|coined|derived|added))\b"
)
_MAKES = re.compile(
    r"\b(?:wrote|writes|published|directed|composed|sang|sings|performed|recorded|released|staged|painted|edited|"
    r"starred in|closed with|opened with)\s*$"
)
_CALLS_SOMEBODY = re.compile(r"\bcall(?:ed|s|ing)? (?:him|her|them|himself|herself)\s*$")
_MARKS = "“”\"'‘’«» ,"
_SMALL = re.compile(r"\b[a-z]{4,}")
"""A word that a headline with capitals would write with one."""
_REACH = 100
_LITTLE = frozenset("the a an of and in on at to for with or".split())
_MOST_IN_NAME = 3
_MOST_WORDS = 10
"""A longer passage is speech even there."""


def is_capitalised(words: str) -> bool:
    """Whether each word but the little ones has a capital, and no mark ends them as a sentence."""
    inner = words.strip(_MARKS)
    return inner[-1:] not in {*".!?"} and all(
        word[:1].isupper() for word in inner.split() if word not in _LITTLE
    )


def _is_nickname(words: str) -> bool:
    """Whether a name could hold the words: Robert C. “Bobby” Scott."""
    return len(words.split()) <= _MOST_IN_NAME and words.strip(_MARKS).istitle() and words[-2].isalnum()


def goes_on_list(line: Line, before: int, at: int) -> bool:
    """Whether hardly anything stands between two quotations: nicknamed ‘Salt’ and ‘Pepper’."""
    between = [unit.low for unit in line.units[before + 1 : at]]
    return len(between) <= 2 and set(between) <= {",", "and", "or"} and not line.starts_paragraph(at)


def is_spoken_of(text: str, quotation: Span) -> bool:
    """Whether it follows “the word”, “the term” and the like, which may be somebody’s or nobody’s."""
    before = text[max(0, quotation.start - _REACH) : quotation.start]
    return _WORDS.search(before) is not None


def names_a_thing(text: str, quotation: Span) -> bool:
    """Whether the words around a quotation say that it is a name, or stands on something."""
    words = quotation.text(text)
    if len(words.split()) > _MOST_WORDS:
        return False
    start = text.rfind("\n", max(0, quotation.start - _REACH), quotation.start) + 1
    before = text[max(start, quotation.start - _REACH) : quotation.start]
    if _NAMES.search(before) or _STANDS_ON.search(before) or _WRITTEN.search(before):
        return True
    stop = text.find("\n", quotation.end, quotation.end + _REACH)
    end = stop if stop >= 0 else min(len(text), quotation.end + _REACH)
    if is_capitalised(words) and (
        _MAKES.search(before) or _CALLS_SOMEBODY.search(before) or _WORK_CALLED.search(before)
    ):
        return True
    if _is_nickname(words) and _NAME_BEGINS.search(before) and _NAME_ENDS.match(text, quotation.end, end):
        return _SMALL.search(before + text[quotation.end : end]) is not None
    if (
        before.endswith("(")
        and text[quotation.end : quotation.end + 1] == ")"
        and len(words.split()) <= _MOST_IN_NAME
    ):
        return True
    if _WORDS.search(before) and _IS_COUNTED.match(text, quotation.end, end):
        return True
    if _IS_EXPLAINED.match(text, quotation.end, end):
        return True
    return _IS_A_WORK.match(text, quotation.end, end) is not None and words.strip(_MARKS)[:1].isupper()
