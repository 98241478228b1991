"""Direct quotes in languages whose speakers are not read: what stands between marks and is no title or single term."""

import re
from dataclasses import replace

from reader.analysis.findings import Findings
from reader.analysis.languages import language
from reader.document.outline import Quote
from reader.document.span import Span

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_FEWEST_WORDS = 5
"""Words of a passage that is speech whatever stands around it."""
_BEHIND = re.compile(r"\s?,?\s[—–]?\s?(?P<word>\w+)")
_ENDS = re.compile(r"[.!?…,]\s*[”“»«‘’\"›‹]+\Z")
_RULE = "marked as a quotation; speakers are found in English only"


def find_quotations(findings: Findings) -> Findings:
    """Step: the passages between quotation marks that are somebody's words, without a speaker."""
    said = [span for span in findings.quoted if _is_said(findings, span)]
    quotes = tuple(
        Quote(f"q{number}", span, "direct", None, None, _RULE) for number, span in enumerate(said, 1)
    )
    return replace(findings, outline=replace(findings.outline, quotes=quotes))


def _is_said(findings: Findings, span: Span) -> bool:
    """Long, or short with a stop inside its marks, a colon before or a verb of saying behind: «È finita», ha detto."""
    text = findings.text
    words = len(_WORD.findall(span.text(text)))
    announced = text[max(0, span.start - 2) : span.start].rstrip().endswith(":")
    behind = _BEHIND.match(text, span.end)
    told = behind is not None and behind["word"].lower() in language(findings.language).says
    ends = words > 1 and (announced or _ENDS.search(span.text(text)) is not None)
    return words >= _FEWEST_WORDS or told or ends
