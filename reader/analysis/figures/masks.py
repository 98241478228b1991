"""Numbers that are no figures: dates, clock times, names, scores, ranks, identifiers."""

import re
from typing import NamedTuple

from reader.document.span import Span

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?:\s*[-–]\s*\d{1,2})?"
_COUNTED = (
    r"(?:%|percent|per cent|people|men|women|miles|km|dollars|euros|pounds|votes|troops|soldiers|jobs"
    r"|homes|workers|sq\b|square|acres|hectares|kg|tons|tonnes|met(?:er|re)s|m\b|feet|ft|hp|bhp|rpm|GB|MW|parts|calories)"
)
_NUMBERED = (
    r"No|Nos|no|Number|Sections?|Articles?|Chapters?|Title|Amendment|Resolution|Proposition|Prop|Route|Highway"
    r"|Interstate|Flight|Channel|Room|[Pp]ages?|pp?|Vol|Volume|Part|Phase|Type|Class|Grade|Group|Line|Gate|Platform"
    r"|Terminal|Unit|District|[Pp]recinct|Ward|Week|Day|Game|Level|Stage|Round|Apollo|Form|Rule|Bill|H\.R|HB|SB|Area"
    r"|Zone|Pier|Dock|Camp|Lock|Berth|Figure|Table|Exhibit|Item|Case|Order|Episode|Season|Series"
)
_SCORED = (
    r"win|loss|defeat|victory|draw|decision|vote|ruling|majority|lead|record|score|triumph|tie|split|margin"
    r"|against|over|to\b|result|scoreline|thriller|aggregate"
)
_SCORED_HOW = r"home|away|comeback|narrow|emphatic|shock|opening|half-?time|first-leg|second-leg"
_INDEX = (
    r"S ?& ?P(?:/ASX)?|S P|sp|FTSE|Stoxx|STOXX|DAX|CAC|Nikkei|Nasdaq|ASX|Russell|IBEX|TSX|Hang Seng|iPhone|iPad"
    r"|[Cc]ategory"
)
_SYMBOL = r"(?:[KMGTP]B|[kMG]?W|[KMG]bps|[MG]Hz|PS|HP|MPH|MPa|TWh|GWh|MWh)"
_CURRENCY = r"(?:RM|PS|Rs|USD|EUR|GBP|CHF|JPY)"
_PLAYED = r"at|beat\s+\w+|won|lost|drew|led|lead|leading|trailed|trailing|win|final|was|down|up"
_SET = r"\d{1,2}[-–]\d{1,2}(?:\s?\(\d+(?:[-–]\d+)?\))?"
_STREET = r"St|Street|Ave|Avenue|Blvd|Boulevard|Rd|Road|Lane|Ln|Drive|Dr|Way|Square|Court|Ct|Place|Row"
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_IDIOMS = (
    r"day one|square one|one another|one day|at one point|one by one|one-on-one|no one|anyone|someone|this one"
    r"|that one|each one|every one|the one|one-time|one time|catch-22"
)


class Mask(NamedTuple):
    """A pattern, and an example of what it hides."""

    example: str
    pattern: str


MASKS: tuple[Mask, ...] = (
    Mask("June 23, 2016", rf"\b{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?\b(?![,.]\d)"),
    Mask("23 June 2016", rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?\b"),
    Mask("June 2016", rf"\b{_MONTH}\s+{_YEAR}\b"),
    Mask("2016-06-23", r"\b\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?"),
    Mask("9/11", r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b"),
    Mask("10.30 p.m.", r"\b\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.m\.?|[ap]m\b|o[’']clock|GMT\b|UTC\b)"),
    Mask("10:45", r"\b\d{1,2}:\d\d(?::\d\d)?\b"),
    Mask("3.40 in the morning", r"\b\d{1,2}\.\d\d(?=\s+(?:in the|on)\s+(?:morning|afternoon|evening))"),
    Mask("from 9 to 5", r"\b(?:from\s+)?(?:9 to 5|nine to five)\b|\b24/7\b|\b50[/-]50\b"),
    Mask("the 1990s", r"['’‘]?\b\d{2,4}['’]?s\b"),
    Mask("22nd", r"\b\d+(?:,\d{3})*(?:st|nd|rd|th)\b"),
    Mask(
        "2015-16",
        rf"(?<![$£€¥.,\d])\b{_YEAR}(?:\s*[-–/]\s*(?:{_YEAR}|\d\d))?\b(?![,.]\d|\s*{_COUNTED})",
    ),
    Mask("Article 50", rf"\b(?:{_NUMBERED})\.?\s*#?\s*\d[\d.,-]*\b"),
    Mask("S&P 500", rf"\b(?:{_INDEX})\s+\d{{1,4}}(?:\s+\d{{2,4}})?\b(?!\s*(?:%|per|points))"),
    Mask(
        "the top 10", r"\b(?:top|bottom)[ -](?:\d+|two|three|four|five|six|seven|eight|ten)\b(?!\s*(?:%|per))"
    ),
    Mask("1415 GMT", r"\b\d{4}\s+(?:GMT|UTC|BST|EST|EDT|CET|hours|hrs)\b"),
    Mask(
        "at 2-2",
        rf"\b(?:{_PLAYED})\s+\d{{1,2}}\s*[-–]\s*\d{{1,2}}\b(?:,\s(?:and\s)?{_SET})*(?!\s*(?:%|per|points?|years?|days?|minutes?))",
    ),
    Mask("90049 ZIP", r"\b\d{5}\s+(?:ZIP|zip|postcode)\b"),
    Mask("9 E 71st St", r"\b\d{1,5}\s+[NSEW]\.?\s+\d+(?:st|nd|rd|th)\s+St\b|\b\d{1,5}\s+Ave\.?\s+[A-Z]\w+"),
    Mask("#1", r"#\s?\d+"),
    Mask("555-0142", r"(?<![-\d])\b\d{3}-\d{4}\b(?!-)|\b0\d{2,4}\s\d{3,4}\s\d{3,4}\b"),
    Mask("IL 62704", r"\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b"),
    Mask("800-273-8255", r"\b(?:\+?\d{1,3}[-. ])?\(?\d{3}\)?[-. ]\d{3}[-.]\d{4}\b"),
    Mask("6-4, 7-5", rf"\b{_SET}(?:,\s(?:and\s)?{_SET})+"),
    Mask("3-2 win", rf"\b\d{{1,3}}\s*[-–]\s*\d{{1,3}}(?=\s+(?:(?:{_SCORED_HOW})\s+)?(?:{_SCORED}))"),
    Mask("90049 Sunset Blvd", rf"\b\d{{1,6}}\s+(?:[NSEW]\.?\s+)?(?:[A-Z][a-z]+\s+){{1,2}}(?:{_STREET})\b"),
    Mask(
        "https://example.org/7",
        r"\b(?:https?://|www\.)\S+|\b[\w.+-]{1,64}@[\w.-]{1,64}|@\w+|\b[\w-]{1,40}=[\"'”]?[\w-]+",
    ),
    Mask(
        "F-16",
        rf"\b[A-Z][A-Za-z]*-\d[\w-]*|(?<!\$)\b(?!{_CURRENCY}\d)[A-Z]+\d+\w*"
        rf"|\b\d+(?!{_SYMBOL}\b)[A-Z]{{2,}}\b",
    ),
    Mask("four-way", rf"\b{_ONES}-(?:way|time|sided|hander|dimensional|handed)\b"),
    Mask("one of the", r"\bone(?=\s+of\b)"),
    Mask("no one", rf"\b(?:{_IDIOMS})\b"),
)
_ANY = re.compile("|".join(mask.pattern for mask in MASKS))


def masked(text: str) -> list[Span]:
    """The ranges of *text* whose numbers are no figures, in order and without overlaps."""
    return [Span.of(match) for match in _ANY.finditer(text)]
