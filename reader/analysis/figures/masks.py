"""Numbers that are no figures: dates, clock times, names, scores, ranks, identifiers."""

import re

from reader.document.span import Span

_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_YEAR = r"(?:1[5-9]|20)\d\d"
_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MASKS = re.compile(
    "|".join(
        (
            rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:\s*[-–]\s*\d{{1,2}})?(?:,?\s+{_YEAR})?\b(?![,.]\d)",
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s*[-–]\s*\d{{1,2}})?\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?\b",
            rf"\b{_MONTH}\s+{_YEAR}\b",
            r"\b\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?",
            r"\b\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\b(?=[^%\d]|$)(?<=/\d\d)|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d{1,2}/\d{1,2}\b",
            r"\b\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.m\.?|[ap]m\b|o[’']clock|GMT\b|UTC\b)(?:\s|$)?",
            r"\b\d{1,2}:\d\d(?::\d\d)?\b|\b\d{1,2}\.\d\d(?=\s+(?:in the|on)\s+(?:morning|afternoon|evening))",
            r"\b(?:from\s+)?(?:9 to 5|nine to five)\b|\b24/7\b|\b50[/-]50\b",
            r"['’‘]?\b\d{2,4}['’]?s\b",
            r"\b\d+(?:,\d{3})*(?:st|nd|rd|th)\b",
            rf"(?<![$£€¥.,\d])\b{_YEAR}(?:\s*[-–/]\s*(?:{_YEAR}|\d\d))?\b(?![,.]\d|\s*(?:%|percent|per cent|people|men|women|miles|km|dollars|euros|pounds|votes|troops|soldiers|jobs|homes|workers))",
            r"\b(?:No|Nos|no|Number|Section|Sections|Article|Articles|Chapter|Chapters|Title|Amendment|Resolution|Proposition|Prop|Route|Highway|Interstate|Flight|Channel|Room|Page|Pages|page|pages|p|pp|Vol|Volume|Part|Phase|Type|Class|Grade|Group|Line|Gate|Platform|Terminal|Unit|District|District’s|Precinct|precinct|Ward|Week|Day|Game|Level|Stage|Round|Apollo|Form|Rule|Bill|House Bill|H\.R|HB|SB|Area|Zone|Pier|Dock|Camp|Lock|Berth|Figure|Table|Exhibit|Item|Case|Order|Episode|Season|Series)\.?\s*#?\s*\d[\d.,-]*\b",
            r"#\s?\d+",
            r"\b(?:\+?\d{1,3}[-. ])?\(?\d{3}\)?[-. ]\d{3}[-.]\d{4}\b",
            r"\b\d{1,3}\s*[-–]\s*\d{1,3}(?=\s+(?:win|loss|defeat|victory|draw|decision|vote|ruling|majority|lead|record|score|triumph|tie|split|margin|against|over|to\b))",
            r"\b\d{1,6}\s+(?:[NSEW]\.?\s+)?(?:[A-Z][a-z]+\s+){1,2}(?:St|Street|Ave|Avenue|Blvd|Boulevard|Rd|Road|Lane|Ln|Drive|Dr|Way|Square|Court|Ct|Place|Row)\b",
            r"\b(?:https?://|www\.)\S+|\b\S+@\S+\.\w+|@\w+|\b[\w-]+=[\"'”]?[\w-]+",
            r"\b[A-Z][A-Za-z]*-\d[\w-]*|\b[A-Z]+\d+\w*|\b\d+[A-Z]{2,}\b",
            r"\b(?:mid|early|late)[- ](?:(?:20|30|40|50|60|70|80|90)s)\b",
            rf"\b{_ONES}-(?:way|time|sided|hander|dimensional|handed|fold\b(?=ed))\b",
            r"\b(?:one|two)\s+of\s+(?:the|those|these|them|his|her|its|their|our|my|us|a)\b(?<=one of the)|\bone\b(?=\s+of\b)",
            r"\b(?:day one|square one|one another|one day|at one point|one by one|one-on-one|no one|anyone|someone|this one|that one|each one|every one|the one|one-time|one time|catch-22)\b",
        )
    )
)


def masked(text: str) -> list[Span]:
    """The ranges of *text* whose numbers are no figures, in order and without overlaps."""
    return [Span.of(match) for match in _MASKS.finditer(text)]
