"""What a figure counts or measures: the noun phrase after it."""

import re

from reader.analysis.trained import word_classes
from reader.document.span import Span

_WORD = re.compile(r"[ \t\n\u00a0]?(?P<word>(?:[A-Z]\.){2,}(?=\s[a-z])|[^\W\d_][\w’'-]*)")
_OF = re.compile(
    r"\s+of\s+(?:(?:all|the|its|his|her|their|our|my|these|those|that|this|a|an|any)\s+){0,2}"
    r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,4})\s+)?",
    re.IGNORECASE,
)
_STOPS = frozenset(
    """a an the and or but nor so yet what one tall of in on at by for from with to into onto over under about
    between through across around near after before since until without within during against among
    along behind beyond despite than as if that which who whom whose when where while because though
    although whilst is are was were be been being am has have had do does did will would can could may
    might must shall should he she it they we you i him her them us his its their our my your this
    these those there here not no also only just still even ever never then now ago later earlier
    today yesterday tomorrow each per more most less fewer came come went go goes said say says told
    made make took take got get live lived work left remain joined attended voted gathered marched died
    fell rose grew reached hit showed awoke blew burst clung crept drank flew fled froze knelt overcame
    overtook rang rode sang sank shone slept sprang stole swam swore tore woke bound down up out off away
    back apart so far according including such monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december
    last next""".split()
)
_AFTER_A_NOUN = frozenset(["lives", "works", "remains"])
"""Verbs behind what is counted that count something themselves right behind a number: “46 {lives}”."""
_IN = re.compile(
    r"\s+(?:in|for|on)\s+(?:(?:a|an|the|its|his|her|their|new)\s+)?"
    r"(?=[a-z])(?!(?:early|late|morning|afternoon|evening|intraday|pre-?market|after-hours|total|all|return)\b)"
)
_OWN_FIGURE = re.compile(r"\s+of\s+(?:[$£€¥]|\d)")
"""Behind a noun phrase that another figure belongs to: “lost $1bn on sales of $9bn”."""
_BOUND_FOR = re.compile(r"(?:north|south|east|west)(?:$|[^\w]|ern$|ward)|(?:in|off)shore$|(?:up|down)stream$")
"""Where something is that is so far away: “45 km {south-west} of the capital”."""
_PERSON = re.compile(
    r"(?P<name>[^\W\d_a-z][\w’'.-]*(?:[ ](?:[a-z]{1,3}[ ])?[^\W\d_a-z][\w’'.-]*){0,3})"
    r"(?:,| \()?\s*(?:aged?\s+)?\Z"
)
_FROM = re.compile(
    r"\s+(?:away |inland |offshore |outside |(?:to the )?(?:north|south|east|west)\w* )?(?:from|of|off|outside)\b"
)
_PLACE = re.compile(
    r"(?P<name>[^\W\d_a-z][\w’'.-]*(?:[ ](?:[a-z]{1,3}[ ])?[^\W\d_a-z][\w’'.-]*){0,3}),?\s+(?:(?:is|was|lies|lay|"
    r"stands|sits|located|situated|some|about|around|nearly|less|more|than|just|only|roughly|almost|under|over)\s+){0,4}\Z"
)
_NO_NOUN = ("JJ", "RB", "VBD", "VBZ", "VBP", "IN", "WRB", "WDT")
"""Parts of speech that a noun phrase does not end with."""
_LISTED = re.compile(r"(?P<name>[A-Z][\w&/]*(?: [A-Z0-9][\w&/]*){0,3})\s\+?\Z")
_DETERMINED = re.compile(r"\s+(?:the|a|an|its|their|his|her|this|that|these|no|any|all)\b")
_GAMES = re.compile(r"\s(?:games|matches|wins|defeats|goals|days|points|fans|supporters)\b")
"""Behind an “away” that belongs to what is counted."""
_JOINS = frozenset(["and", "or"])
MOST_WORDS = 6


def counted_after(text: str, end: int, *, limit: int) -> Span | None:
    """The noun phrase that begins right after a number at *end*: “{enemy tanks and other armor}”."""
    start = last = at = end
    count = 0
    while count < MOST_WORDS and (match := _WORD.match(text, at, limit)):
        low = match["word"].lower()
        if low in _JOINS and count and _joins(text, match.end(), limit):
            at = match.end()
            continue
        is_game = low == "away" and _GAMES.match(text, match.end()) is not None
        if (
            (low in _STOPS and not is_game)
            or (not count and _BOUND_FOR.match(low))
            or (count and _is_verbal(text, match, text[start:last]))
        ):
            break
        if (
            not count
            and word_classes().get(low, "").startswith("VBG")
            and text[match.end() : match.end() + 1] != "-"
        ):
            break
        start = match.start("word") if not count else start
        at = last = match.end()
        count += 1
        if low.endswith(("’s", "'s")):
            continue
    return _nominal(text, start, last) if count else None


def _is_verbal(text: str, match: re.Match[str], before: str) -> bool:
    """Whether a word goes on a sentence and no noun phrase: “voters {support} the ban”, “firms {plan} to hire”."""
    low = match["word"].lower()
    part = word_classes().get(low, "")
    verb = part in {"VB", "VBP"} or part.startswith("VBG") or (not part and low.endswith("ing"))
    plans = not low.endswith("s") and text.startswith(" to ", match.end())
    if low in _AFTER_A_NOUN or ((verb or plans) and before.endswith("s")):
        return True
    if low.endswith(("ed", "ly")) or part.startswith(("VBD", "VBZ", "VBP", "MD")):
        return True
    return "VB" in part and _DETERMINED.match(text, match.end()) is not None


def _nominal(text: str, start: int, end: int) -> Span | None:
    """A phrase without adjectives and adverbs at its end: “34 percent higher” counts nothing.

    A word alone that looks like a verb in the present tense is a plural: “eleven {fires} burn”.
    """
    kept = list(_WORD.finditer(text, start, end))
    if len(kept) == 1 and word_classes().get(kept[0]["word"].lower(), "").startswith("VBZ"):
        return Span(start, end)
    while kept and word_classes().get(kept[-1]["word"].lower(), "NN").startswith(_NO_NOUN):
        kept.pop()
    is_owner = kept and kept[-1]["word"].endswith(("’s", "'s"))  # “60 % of the town’s 8,200 houses”
    return Span(start, kept[-1].end()) if kept and not is_owner else None


def _joins(text: str, at: int, limit: int) -> bool:
    """Whether “and” goes on the same noun phrase: “and other armor”."""
    match = _WORD.match(text, at, limit)
    return match is not None and match["word"].lower() in {"other", "related", "similar"}


def counted_in(text: str, end: int, *, limit: int, money: bool) -> Span | None:
    """The noun phrase right behind an amount, or after “in” if it is *money*: “$2 million in {gifts}”."""
    match = _IN.match(text, end, limit) if money else None
    found = counted_after(text, match.end() - 1 if match else end, limit=limit)
    return None if found and match and _OWN_FIGURE.match(text, found.end, limit) else found


def beside(text: str, end: int, *, limit: int) -> Span | None:
    """The noun phrase right behind a share: “38 percent {support}”; a verb there is none."""
    first = _WORD.match(text, end, limit)
    part = word_classes().get(first["word"].lower(), "") if first else ""
    verb = part.startswith(("VB", "RB", "IN", "MD")) or (first and first["word"].endswith(("ed", "ly")))
    period = first and first["word"].lower() in {"year", "quarter", "month", "week", "day"}
    return None if verb or period else counted_after(text, end, limit=limit)


def listed(text: str, figure: Span, begin: int) -> Span | None:
    """What a signed change stands behind, as in a list of indexes: “{DAX} -1.6%”."""
    signed = text[figure.start] in "-−+" or text[figure.start - 1 : figure.start] == "+"
    match = _LISTED.search(text, max(begin, figure.start - 40), figure.start) if signed else None
    return Span.of(match, "name") if match else None


_IN_TURN = re.compile(
    r"(?:[,;]\s|\b(?:and|but|while|then)\s)(?:(?:and|but|while|then|the)\s)*"
    r"(?P<name>[^\W\d_a-z][\w’'&.-]*(?:\s(?:of\s)?[^\W\d_a-z][\w’'&.-]*){0,4}),?\s(?:(?:about|around|nearly|some|just|only)\s)?\Z"
)
"""Before a figure whose verb was said of another before: “Nevada fell 6 percent, {Arizona} 4 percent”."""


def in_turn(text: str, figure: Span, begin: int) -> Span | None:
    """The next of those of whom the same is said: “and {Georgia} 1.6 percent”."""
    match = _IN_TURN.search(text, max(begin, figure.start - 80), figure.start)
    return Span.of(match, "name") if match else None


_OBJECT = re.compile(
    r"\b(?P<verb>[a-z]+)\s(?:its|the|their|his|her|a|an|our|that|this)\s(?P<name>[a-z][\w’'-]*(?:\s(?:of\s)?[\w’'-]+){0,5}?)"
    r"(?P<ways>(?:\s(?:up|down|by|to|from|at|higher|lower|back|further|another|a|an|about|around|as|much|more|than|some|nearly"
    r"|at|least|most|only|just))+)\s\Z"
)
_WAYS = frozenset("up down by to from higher lower".split())


def moved(text: str, figure: Span, begin: int) -> Span | None:
    """What somebody raised, cut or moved by or to a figure: “moved its {lending rate} up by three points”."""
    match = _OBJECT.search(text, max(begin, figure.start - 90), figure.start)
    if (
        not match
        or not set(match["ways"].split()) & _WAYS
        or not word_classes().get(match["verb"], "NN").startswith("VB")
    ):
        return None
    inner = [word_classes().get(word, "NN") for word in match["name"].split()]
    is_clause = any(
        part.startswith(("VBD", "VBZ", "VBP", "MD", "IN", "WDT", "WP", "TO")) for part in inner[1:]
    )
    is_period = re.search(r"\b(?:year|quarter|month|week|day|time)\Z", match["name"]) is not None
    return None if is_clause or is_period else Span.of(match, "name")


def lies(text: str, figure: Span, begin: int) -> Span | None:
    """What is so far from another place: “{Ramenskoe}, 50 kilometers from Moscow”."""
    if not _FROM.match(text, figure.end):
        return None
    match = _PLACE.search(text, max(begin, figure.start - 90), figure.start)
    return Span.of(match, "name") if match else None


def aged(text: str, start: int, begin: int) -> Span | None:
    """The person before an age: “{Tom Young}, 30,”."""
    match = _PERSON.search(text, max(begin, start - 60), start)
    return Span.of(match, "name") if match else None


def counted_of(text: str, end: int, *, limit: int) -> Span | None:
    """The noun phrase after “of”: “5 percent of {voters}”, “half the {money}”."""
    match = _OF.match(text, end, limit) or re.compile(r"\s+(?:the|its|his|her|their|all)\s+").match(
        text, end, limit
    )
    return counted_after(text, match.end() - 1, limit=limit) if match else None
