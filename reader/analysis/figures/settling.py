"""Which currency an article means by a sign or name that several have: dollars, crowns, pesos, R, kr."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from reader.analysis.figures.money import Currencies
from reader.document.units import countries, currency_of, money_names

DEFAULTS = (
    "USD", "GBP", "EUR", "JPY", "INR", "CHF", "RUB", "KRW", "TRY", "ZAR", "BRL", "SEK", "THB", "ILS", "RON", "KZT",
    "CAD",
)  # fmt: skip
"""What a sign or name means where an article says nothing: the most traded currency of that name. Crowns, kroner,
pesos, dinars, shillings have no such one."""
_NEAR = 160
"""Code points from an amount within which a country named speaks for its currency before all others."""
_SITES = {"ca": "CA", "au": "AU", "nz": "NZ", "sg": "SG", "hk": "HK", "za": "ZA", "in": "IN", "dk": "DK", "no": "NO",
          "se": "SE", "is": "IS", "mx": "MX", "ar": "AR", "cl": "CL", "co": "CO", "ph": "PH", "pk": "PK", "lk": "LK",
          "ke": "KE", "ng": "NG", "jm": "JM", "cz": "CZ"}  # fmt: skip
"""Countries by the last part of their sites' addresses, where several share a currency's name."""
_SITE = re.compile(r"^https?://[^/?#]*\.(?P<site>[a-z]{2})(?:[/:?#]|$)")


_CAPITAL = re.compile(r"\b[A-Z][^\W\d_]*+(?:\.[A-Z]\.)?")
_SHORT = {"U.S.": "US", "US": "US", "USA": "US", "UK": "GB", "Britain": "GB"}


@cache
def _names() -> dict[str, tuple[tuple[str, str], ...]]:
    """Names and adjectives of countries with their codes, by their first words, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, unit in countries("en").items():
        found.setdefault(name.split(" ")[0], []).append((name, unit.symbol))
    for name, code in _SHORT.items():
        found.setdefault(name, []).append((name, code))
    return {first: tuple(sorted(names, key=lambda each: -len(each[0]))) for first, names in found.items()}


_DOLLARS = re.compile(
    r"\b(?P<country>U\.S\.|US|American|Canadian|Australian|New Zealand|Singapore|Hong Kong|Taiwan"
    r"|Jamaican|Namibian)[ -]dollars?\b"
    r"|(?P<us>US ?\$|\$US|USD)"
)


@dataclass(frozen=True)
class Setting:
    """What an article says of where it is: its text, the places found in it, its address."""

    text: str
    places: Sequence[tuple[int, str]] = ()
    uri: str = ""
    _memo: dict[Currencies, str | None] = field(default_factory=dict, repr=False)

    @cached_property
    def mentions(self) -> tuple[tuple[int, str], ...]:
        """Where countries are named, by themselves or by a place in them, in order."""
        found = {start: place for start, place in self.places if place}
        names = _names()
        for match in _CAPITAL.finditer(self.text):
            for name, code in names.get(match[0], ()):
                if self.text.startswith(name, match.start()):
                    found[match.start()] = code
                    break
        return tuple(sorted(found.items()))

    @cached_property
    def home(self) -> str | None:
        """The article's own country: its site's, or the only one that it speaks of more than once."""
        site = _SITE.match(self.uri)
        if site and site["site"] in _SITES:
            return _SITES[site["site"]]
        counts = Counter(place for _, place in self.mentions).most_common(2)
        is_only = bool(counts) and counts[0][1] > 1 and (len(counts) == 1 or counts[0][1] >= 4 * counts[1][1])
        return counts[0][0] if is_only else None

    def currency(self, codes: Currencies, start: int, *, is_sign: bool) -> str | None:
        """The currency that is meant at *start* by what may stand for *codes*; None where nothing says."""
        if len(codes) == 1:
            return codes[0]
        if "USD" in codes and is_sign:
            return self._said(start) or self._dollar(codes)
        usual = None if "NOK" in codes else next((code for code in DEFAULTS if code in codes), None)
        near = self._nearest(codes, start)
        if near and usual in {"USD", "GBP", "EUR", "JPY"}:
            is_home = self.home is not None and currency_of().get(self.home) == near
            is_alone = usual == "GBP" and not any(place == "GB" for _, place in self.mentions)
            near = near if is_home or is_alone else None
        return near or usual

    def _said(self, start: int) -> str | None:
        """Whose dollars the rest of the sentence says that an amount is in: “$5 million, in Canadian dollars”."""
        end = re.search(r"[.!?]\s|\n", self.text[start : start + _NEAR])
        rest = self.text[start : start + (end.start() if end else _NEAR)]
        match = _IN_DOLLARS.search(rest)
        return _code(match) or None if match else None

    def _nearest(self, codes: Currencies, start: int) -> str | None:
        """The currency, one of *codes*, of the country named last before an amount, else of the next behind it."""
        able = [
            (at, currency_of().get(place, ""))
            for at, place in self.mentions
            if currency_of().get(place) in codes
        ]
        index = bisect_right([at for at, _ in able], start)
        if index and start - able[index - 1][0] < _NEAR:
            return able[index - 1][1]
        behind = able[index : index + 1]
        if behind and behind[0][0] - start < _NEAR and not index:
            return behind[0][1]
        return able[index - 1][1] if index else (behind[0][1] if behind else None)

    def _dollar(self, codes: Currencies) -> str:
        """What a bare $ is: US dollars, unless the article's own country has dollars and it says nothing else."""
        home = currency_of().get(self.home or "")
        if home is None or home not in codes or home == "USD":
            return "USD"
        said = {_code(match) for match in _DOLLARS.finditer(self.text)}
        own = any(sign in self.text for sign in _OWN.get(home, ()))
        return "USD" if own or (said == {"USD"} and not self._is_site()) else home

    def _is_site(self) -> bool:
        site = _SITE.match(self.uri)
        return bool(site and site["site"] in _SITES)


_OWN = {"CAD": ("C$", "C $", "CAD", "Cdn$"), "AUD": ("A$", "A $", "AUD", "AU$"), "NZD": ("NZ$", "NZD"),
        "SGD": ("S$", "SGD"), "HKD": ("HK$", "HKD"), "TWD": ("NT$",)}  # fmt: skip
"""Signs with which an article tells its own dollars from others, so that a bare one is the other."""


_IN_DOLLARS = re.compile(
    r"\bin (?P<country>U\.S\.|US|American|Canadian|Australian|New Zealand|Singapore|Hong Kong|Taiwan|Jamaican|Namibian)"
    r"[ -]dollars\b(?P<us>(?!))?"
)


def _code(match: re.Match[str]) -> str:
    if match["us"] or match["country"] in {"U.S.", "US", "American"}:
        return "USD"
    return next(iter(money_names("en").get(f"{match['country'].lower()} dollar", ("",))))


def places_of(locations: Iterable[tuple[int, str | None]]) -> tuple[tuple[int, str], ...]:
    """Where places lie, by where they are named."""
    return tuple(sorted((start, country) for start, country in locations if country))
