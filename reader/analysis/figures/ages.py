"""Numbers that are ages by where they stand: “Tom Young, 30,”, “Granny (84)”, “she was 21 at the time”."""

import re

from reader.analysis.figures.words import WORDS

_AFTER_NAME = re.compile(
    r"(?<=[^\W\d_]), (?P<age>\d{1,3})(?: and (?P<next>\d{1,3}))?(?=,|\.(?!\d)|;|\)| and\b)"
)
_IN_BRACKETS = re.compile(r"(?P<name>[^\W\d_][\w’'-]*) \((?P<age>\d{2,3})\)")
_NUMBER = r"(?P<age>\d{1,3})(?![\d%]|[.,]\d|\s?(?:%|per|million|points?|goals?)\b)"
_IS = r"(?:is|was|were|are|turns?|turned|turning|will be|would be|will turn|would turn|would have been|[’']s|[’']m)"
_ONLY = r"(?:\s(?:only|just|already|now|then|still|barely|about|almost|nearly))*"
_BE = re.compile(
    rf"\b(?:(?:[Hh]e|[Ss]he|[Ww]ho|I)\s?{_IS}{_ONLY}\s{_NUMBER}"
    r"(?=\s*[.,;!?”)—]|\s(?:at the time|when|by the|and\b|but\b|now\b|last|this|next|on\b|in (?:[A-Z]|\d{4})))"
    rf"|{_IS}{_ONLY}\s(?P<then>\d{{1,3}})(?=\s(?:at the time|when (?:he|she|they)\b))"
    r"|(?:turned|turns|turning)\s(?P<turned>\d{1,3})(?=\s*[.,;]|\s(?:last|this|next|on|in|and|the)\b)"
    r"|(?:at|by|before|until)(?: the)? age (?:of )?(?P<at>\d{1,3})\b(?![\d%]|[.,]\d))"
)
OLDEST = 120


def ages_in(text: str) -> set[int]:
    """Where numbers begin that are ages although no word says so."""
    found = {match.start(group) for match in _AFTER_NAME.finditer(text) for group in ("age", "next")}
    for match in _BE.finditer(text):
        found |= {match.start(group) for group in ("age", "then", "turned", "at") if match[group]}
    is_sport = None
    for match in _IN_BRACKETS.finditer(text):
        is_sport = _is_sport(text) if is_sport is None else is_sport
        is_person = match["name"][0].isupper() or match["name"].lower() in WORDS["kin"]
        if is_person and not is_sport and int(match["age"]) < OLDEST:
            found.add(match.start("age"))
    return found


def _is_sport(text: str) -> bool:
    """Whether numbers behind names may be those of shirts, or of points."""
    return any(word in WORDS["sports"] for word in re.findall(r"[a-z]+", text.lower()))
