"""Amounts of money: the currency's sign before or behind, its code, its name with or without its country's."""

import re
from collections.abc import Iterable
from functools import cache

from reader.analysis.trained import common_words
from reader.document.units import countries, currency_of, money_names, money_signs

Currencies = tuple[str, ...]
"""Codes of the currencies that a sign or a name may stand for."""
_NAME = re.compile(
    r"(?P<gap>[ \t\n\u00a0\u202f]|-)(?P<words>(?:[^\W\d_]|[A-Z]\.)[\w’'&.]*(?:[ \u00a0-][^\W\d_][\w’'.]*){0,3})"
)
_WORD = re.compile(r"[^\s\u00a0-]+")


@cache
def _before() -> re.Pattern[str]:
    either = "|".join(re.escape(sign) for sign in sorted(money_signs(), key=len, reverse=True))
    return re.compile(
        rf"(?<![A-Za-z&])(?P<minus>[-−–])?(?P<sign>{either})(?P<gap>[ \u00a0\u202f]?)(?P<inner>[-−])?$"
    )


@cache
def _behind() -> re.Pattern[str]:
    signs = sorted(
        (sign for sign in money_signs() if len(sign) < 4 and "." not in sign), key=len, reverse=True
    )
    either = "|".join(re.escape(sign) for sign in signs)
    return re.compile(rf"[ \u00a0\u202f]?(?P<sign>{either})(?![\w$])")


def sign_before(text: str, start: int, floor: int) -> tuple[int, Currencies, bool] | None:
    """Where the sign before an amount begins, what it may stand for, and whether the amount is below zero."""
    match = _before().search(text, max(floor, start - 9), start)
    if match is None:
        return None
    sign = match["sign"]
    if len(sign) == 1 and sign.isalpha() and match["gap"]:
        return None  # “R 5”, “M 20”: a letter
    if (
        sign.isalpha()
        and sign.isupper()
        and len(sign) == 3
        and sign.lower() in common_words()
        and match["gap"]
    ):
        return None
    is_negative = bool(match["inner"]) or (
        bool(match["minus"]) and not text[match.start() - 1 : match.start()].isalnum()
    )
    begin = match.start() if match["minus"] and is_negative else match.start("sign")
    return begin, money_signs()[sign], is_negative


def sign_behind(text: str, end: int, limit: int, *, scaled: bool) -> tuple[int, Currencies] | None:
    """Where the sign or code behind an amount ends, and what it may stand for: 1,200€, 40 million NOK."""
    match = _behind().match(text, end, limit)
    if match is None:
        return None
    sign = match["sign"]
    is_word = sign.isalpha() and (len(sign) < 3 or sign.lower() in common_words())
    if is_word and not scaled and sign not in {"kr", "Kr", "zł", "Kč", "Ft", "kn"}:
        return None
    return match.end(), money_signs()[sign]


def name_behind(text: str, end: int, limit: int) -> tuple[int, Currencies] | None:
    """Where a currency's name behind an amount ends, and what it may stand for: Danish crowns, dollars."""
    match = _NAME.match(text, end, limit)
    if match is None:
        return None
    coins = _coins()
    if not any(word.strip(".,").casefold() in coins for word in match["words"].replace("-", " ").split()):
        return None
    words = [(word[0], match.start("words") + word.end()) for word in _WORD.finditer(match["words"])]
    for count in range(len(words), 0, -1):
        name = " ".join(word for word, _ in words[:count]).casefold().rstrip(".,")
        codes = money_names("en").get(name.replace("u.s.", "us"))
        if codes is None and count > 1:
            codes = _of_country(words[: count - 1], words[count - 1][0])
        if codes and not (count == 1 and _is_other_word(name, words)):
            return words[count - 1][1] - (words[count - 1][0][-1] in ".,"), codes
    return None


@cache
def _coins() -> frozenset[str]:
    """The last words of the names of currencies."""
    return frozenset(name.rpartition(" ")[2] for name in money_names("en"))


def _of_country(words: Iterable[tuple[str, int]], coin: str) -> Currencies | None:
    """The currency of a country among those of a name: Danish crowns, New Zealand dollars."""
    codes = money_names("en").get(coin.casefold().rstrip(".,"), ())
    place = countries("en").get(" ".join(word for word, _ in words))
    mine = place.territories[0] if place else None
    return (mine,) if mine in codes else None


def _is_other_word(name: str, words: list[tuple[str, int]]) -> bool:
    """Whether a coin's name is another word here: “18 won the race”, “a real problem”, “two marks”."""
    if name in {
        "won",
        "real",
        "rand",
        "sol",
        "mark",
        "marks",
        "crown",
        "lei",
        "dong",
        "som",
        "pound",
        "lira",
        "gold",
    }:
        behind = words[1][0] if len(words) > 1 else ""
        return name in {"real", "mark", "marks", "sol", "som", "crown"} or (
            name == "won" and bool(behind) and behind.islower()
        )
    return False


def of_place(place: str, codes: Currencies) -> str | None:
    """The currency of a country, if it is one of *codes*."""
    mine = currency_of().get(place)
    return mine if mine in codes else None
