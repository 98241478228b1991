"""Numbers that are no figures: dates, clock times, names, scores, ranks, identifiers."""

import re
from collections.abc import Iterator
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
    r"No|Nos|no|Number|[Ss]ections?|[Aa]rticles?|[Cc]hapters?|[Pp]aragraphs?|[Cc]lauses?|[Aa]nnex(?:es)?|[Pp]aras?|[Ss]chedule|Title|Amendment|Resolution|Proposition|Prop|Route|Highway"
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
_AMOUNT = r"(?=\d+(?:[.,\u00a0]\d|m\b|bn\b|\s(?:m|b)illion"
_CURRENCY = rf"(?:RM|Rs|Rp|[A-Z]{{3}}{_AMOUNT}|k|\b(?!-)))|(?:R|M|PS){_AMOUNT})))"
"""Letters before an amount of money; a single one, and PS, only before one that looks like it."""
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
    Mask(
        "between October 11 and 13",
        rf"\b{_MONTH}\s+\d{{1,2}}(?:,\s+\d{{1,2}})*,?\s+(?:and|or|to|through|until)\s+\d{{1,2}}(?:,?\s+{_YEAR})?\b(?![,.]\d|\s*{_COUNTED})",
    ),
    Mask(
        "11 and 13 October",
        rf"\b\d{{1,2}}(?:,\s+\d{{1,2}})*\s+(?:and|or|to)\s+\d{{1,2}}\s+{_MONTH}(?:,?\s+{_YEAR})?\b",
    ),
    Mask("09.02.2031", r"(?<![\d.])\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\d|\.\d)"),
    Mask("June 23, 2016", rf"\b{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?\b(?![,.]\d)"),
    Mask("23 June 2016", rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?\b"),
    Mask("June 2016", rf"\b{_MONTH}\s+{_YEAR}\b"),
    Mask("2016-06-23", r"\b\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?"),
    Mask("9/11", r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b"),
    Mask("10.30 p.m.", r"\b\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.m\.?|[ap]m\b|o[’']clock|GMT\b|UTC\b)"),
    Mask(
        "four o'clock",
        r"(?i:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o[’']clock)",
    ),
    Mask(
        "half past six",
        r"(?i:\b(?:half|quarter|ten|twenty|five)(?: (?:minutes )?(?:past|to))(?: (?:one|two|three"
        r"|four|five|six|seven|eight|nine|ten"
        r"|eleven|twelve))\b(?! (?:per|million|thousand|hundred|of|percent|people|years?)\b))",
    ),
    Mask("10:45", r"\b\d{1,2}:\d\d(?::\d\d)?\b"),
    Mask("3.40 in the morning", r"\b\d{1,2}\.\d\d(?=\s+(?:in the|on)\s+(?:morning|afternoon|evening))"),
    Mask("from 9 to 5", r"\b(?:from\s+)?(?:9 to 5|nine to five)\b|\b24/7\b|\b50[/-]50\b"),
    Mask("the 1990s", r"['’‘]?\b\d{2,4}['’]?s\b"),
    Mask("in '94", r"(?<![\w\d])['’‘]\d\d\b(?![\d'’]|\s?(?:%|per))"),
    Mask(
        "called 911",
        r"(?i:\b(?:call(?:s|ed|ing)?|dial(?:s|l?ed|l?ing)?|rings?|rang|ringing|phone[ds]?|text(?:s|ed|ing)?|hotline|helpline)"
        r"\s+(?:the\s+|on\s+|at\s+|to\s+)?)\d{2,6}\b(?![-.]\d|\s\d{3}|\s+(?:people|times|men|women|voters|homes))"
        r"|\b(?:911|999|112|000)(?=[ -](?:calls?|callers?|operators?|dispatch\w*|emergency|line"
        r"|service|center|centre)\b)",
    ),
    Mask("the 900 block", r"\b\d{2,6}(?=(?:-|\s)block\b)"),
    Mask(
        "Boeing 787",
        r"\b(?:Boeing|Airbus|iPhone|Galaxy|Windows|Model|Channel|Falcon|Mark|Route|Formula|Xbox|PlayStation|Area|Studio)"
        r"(?:['’]?s)?(?:\s+(?:own|new|latest))?\s+\d{1,3}s?\b(?!\s+(?:%|per|million|people|jobs|workers|jets|aircraft|planes|orders))",
    ),
    Mask(
        "a 737 Max",
        r"\b(?:7[0-9]7|A?3[0-9]0)s?\b(?=[ -](?:Max|MAX|Dreamliner|neo|NEO|jets?\b|planes?\b|aircraft\b|airliners?\b))",
    ),
    Mask(
        "the group Fight for $15",
        r"\b(?:group|campaign|movement|coalition|union|activists?|advocates|organi[sz]ation|alliance|initiative|charity)s?,?\s"
        r"(?:called |named )?(?:the )?[“\"]?[A-Z]\w+ for [$£€]\d+\b(?![.,]\d)"
        r"|\b[A-Z]\w+ for [$£€]\d+\b(?=\s(?:movement|campaign|group|activists|coalition|protest|rally|organi[sz]))",
    ),
    Mask("COVID-19", r"\b(?:COVID|Covid)[ -]{1,2}19\b"),
    Mask(
        "a last-32 tie",
        r"\b(?:last|round of|final)[- ](?:four|eight|16|32|64|128)\b(?=\s+(?:appearance|tie|clash"
        r"|match|game|stage|defeat|exit|win|spot|place))",
    ),
    Mask("22nd", r"\b\d+(?:,\d{3})*(?:st|nd|rd|th)\b"),
    Mask(
        "2015-16",
        rf"(?<![$£€¥.,\d])\b(?!{_YEAR}\s*(?:to|[-–])\s*(?:2[1-9]\d\d|[3-9]\d{{3}}|\d{{5}}))(?<!\u00a0){_YEAR}(?!\u00a0\d)(?:\s*[-–/]\s*(?:{_YEAR}|\d\d))?\b(?![,.]\d|\s*{_COUNTED})",
    ),
    Mask(
        "Article 50",
        rf"\b(?:{_NUMBERED})\.?\s*#?\s*\d[\d.,-]*[A-Z]?\b(?:\s+(?:and|or|to)\s+\d{{1,4}}[A-Z]?\b)?",
    ),
    Mask(
        "from gate 7",
        r"\b(?:gate|platform|flight|route|runway|ward|cell|bus|tram|lane|pier|room|apartment|suite|exit|junction|channel|seat)"
        r"\s\d{1,4}[A-Z]?\b(?!\s+[a-z]+s\b|[.,]\d|-)",
    ),
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
        r"\b(?:https?://|www\.)\S+|\b[\w.+-]{1,64}+@[\w.-]{1,64}|@\w+|\b[\w-]{1,40}+=[\"'”]?[\w-]+",
    ),
    Mask(
        "F-16",
        rf"\b[A-Z][A-Za-z]*+-\d[\w-]*|(?<!\$)\b(?!{_CURRENCY}\d)[A-Z]++\d+\w*(?:-\d+\w*)*"
        rf"|\b\d+(?!{_SYMBOL}\b)[A-Z]{{2,}}\b",
    ),
    Mask("a 7-Eleven", r"\b\d{1,2}-[A-Z][a-z]{2,}\b"),
    Mask("four-way", rf"\b{_ONES}-(?:way|time|sided|hander|dimensional|handed)\b"),
    Mask("one of the", r"\bone(?=\s+of\b)"),
    Mask("no one", rf"\b(?:{_IDIOMS})\b"),
)
_BEGINS_WITH_DIGIT = re.compile(r"(?:\(\?<![^)]*\))?(?:\\b)?\\d")
_BEGINS_WITH_CAPITAL = re.compile(r"(?:\\b)?(?:\[A-Z\]|\(\?:(?:[A-Z]|\[A-Z][a-z]\])[a-z]*\|?)")


def _either(begins: re.Pattern[str] | None) -> str:
    """The masks that begin so, else those that begin with neither."""
    kinds = (_BEGINS_WITH_DIGIT, _BEGINS_WITH_CAPITAL)
    patterns = [mask.pattern for mask in MASKS]
    kept = [
        each
        for each in patterns
        if (begins.match(each) if begins else not any(kind.match(each) for kind in kinds))
    ]
    return "|".join(kept)


_ANY = re.compile(
    rf"(?:(?<!\w)|(?<=[-–$]))(?:(?=\d)(?:{_either(_BEGINS_WITH_DIGIT)})"
    rf"|(?=[\w#'’‘@+(])(?:{_either(None)})|(?=[A-Za-z])(?:{_either(_BEGINS_WITH_CAPITAL)}))"
)
"""One of them, at the beginning of a word: nothing is tried within words."""


_NUMBER = re.compile(
    r"\d|(?i:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|anyone|someone)\b)|[@=]|https?:|www"
)
"""What every mask has in it, or an address."""
_AROUND = 64
"""Code points around it within which a mask lies."""


def masked(text: str) -> list[Span]:
    """The ranges of *text* whose numbers are no figures, in order and without overlaps."""
    found: list[Span] = []
    done = 0
    for start, end in _windows(text):
        found += (Span.of(match) for match in _ANY.finditer(text, max(start, done), end))
        done = found[-1].end if found else 0
    return found


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of *text* that have numbers in them."""
    start, end = 0, -1
    for match in _NUMBER.finditer(text):
        low = max(0, match.start() - _AROUND)
        if low > end:
            if end > 0:
                yield start, end
            start = low
            while start and text[start - 1].isalnum():
                start -= 1
        end = match.end() + _AROUND
    if end > 0:
        yield start, min(end, len(text))
