"""Numbers that are ages by where they stand: “Tom Young, 30,”, “Granny (84)”, “she was 21 at the time”."""

import re

from reader.analysis.figures.words import WORDS

_AFTER_NAME = re.compile(
    r"(?<=[^\W\d_]), (?P<age>\d{1,3})(?: and (?P<next>\d{1,3}))?(?=,|\.(?!\d)|;|\)| and\b)"
)
_IN_BRACKETS = re.compile(r"(?<=\w) \((?P<age>\d{2,3})\)")
_LAST_WORD = re.compile(r"[^\W\d_][\w’'-]*$")
_DIGITS = re.compile(r"(?<=[\s’'])\d{1,3}(?![\w%-]|[.,]\d|\s?(?:%|per\b|million\b|points?\b|goals?\b))")
_IS = r"(?:is|was|were|are|turns?|turned|turning|will be|would be|will turn|would turn|would have been|[’']s|[’']m)"
_ONLY = r"(?:\s(?:only|just|already|now|then|still|barely|about|almost|nearly))*\s$"
_PERSON = re.compile(rf"\b(?:[Hh]e|[Ss]he|[Ww]ho|I)\s?{_IS}{_ONLY}")
_ANYBODY = re.compile(rf"\b{_IS}{_ONLY}")
_TURNS = re.compile(r"\b(?:turned|turns|turning)\s$")
_AT_AGE = re.compile(
    r"\b(?:(?:at|by|before|until)(?: the)? age (?:of )?|(?:[Aa]|[Tt]he) (?:\w+ )?(?:boy|girl|man"
    r"|woman|child|teenager|toddler) of )$"
)
_ENDS = re.compile(
    r"\s*[.,;!?”)—]|\s(?:at the time|when|by the|and\b|but\b|now\b|last|this|next|on\b|in (?:[A-Z]|\d{4}))"
)
_THEN = re.compile(r"\s(?:at the time|when (?:he|she|they)\b)")
_TURNED = re.compile(r"\s*[.,;]|\s(?:last|this|next|on|in|and|the)\b")
_REACH = 36
OLDEST = 120


def ages_in(text: str) -> set[int]:
    """Where numbers begin that are ages although no word says so."""
    found = {match.start(group) for match in _AFTER_NAME.finditer(text) for group in ("age", "next")}
    found |= {match.start() for match in _DIGITS.finditer(text) if _is_age(text, *match.span())}
    is_sport = None
    for match in _IN_BRACKETS.finditer(text):
        is_sport = _is_sport(text) if is_sport is None else is_sport
        name = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
        is_person = name is not None and (name[0][0].isupper() or name[0].lower() in WORDS["kin"])
        is_kin = name is not None and name[0].lower() in WORDS["kin"]
        if (is_kin or (is_person and not is_sport)) and int(match["age"]) < OLDEST:
            found.add(match.start("age"))
    return found


def _is_age(text: str, start: int, end: int) -> bool:
    led = text[max(0, start - _REACH) : start]
    return bool(
        (_PERSON.search(led) and _ENDS.match(text, end))
        or (_THEN.match(text, end) and _ANYBODY.search(led))
        or (_TURNS.search(led) and _TURNED.match(text, end))
        or _AT_AGE.search(led)
    )


def _is_sport(text: str) -> bool:
    """Whether numbers behind names may be those of shirts, or of points."""
    return any(word in WORDS["sports"] for word in re.findall(r"[a-z]+", text.lower()))
