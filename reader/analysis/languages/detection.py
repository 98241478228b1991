"""Which language a text is in, by its commonest words (after Grefenstette, "Comparing two language identification
schemes", 1995)."""

import re
from collections import Counter
from functools import cache

from reader.analysis.languages import CODES, language

UNKNOWN = "und"
"""ISO 639-3 for a language that is not told."""
_READ = 20_000
"""Code points that are looked at."""
_LEAST = 0.16
"""Share of the words of a text that must be function words of its language: English prose has 0.4 and more."""
_AHEAD = 1.15
"""How many times more of them than of the language that the page names, for the page to be wrong."""
_KINDS = 4
"""Different ones that must be among them: Dutch has `de` and `en` too, but little more of French."""
_FEW_KINDS = 3
"""Different ones in a short text: names have `de la` too."""
_FEWEST = 60
"""Words below which a text with few function words may still be in a known language."""
_CYRILLIC = re.compile(r"[А-Яа-я]{3}")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]{3}")
_RUSSIAN = re.compile(r"[ыэёЫЭЁ]")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_OTHER_CYRILLIC = re.compile(r"[ўЎјљњћђџѓќѕ]")
_LETTERS = 4
"""How many times more letters of the one than of the other."""
_WORD = re.compile(r"[^\W\d_]+(?:['’](?=\W|\Z))?|[^\W\d_]['’](?=\w)")


def detect(text: str, told: str | None = None) -> str:
    """The code (ISO 639-1) of the language of *text*, or `und`.

    *told* is what the page says of itself: it decides where the text is too short or two languages are as likely.
    A short text that nothing else is known of is taken for English.
    """
    hint = (told or "").lower()[:2]
    if _CYRILLIC.search(text[:_READ]) and len(_CYRILLIC.findall(text[:_READ])) > len(
        _LATIN.findall(text[:_READ])
    ):
        return _cyrillic(text[:_READ])
    counts = Counter(word.lower().replace("’", "'") for word in _WORD.findall(text[:_READ]))
    total = sum(counts.values())
    found, kinds = _function_words(counts)
    best, count = max(found.items(), key=lambda each: each[1], default=("", 0))
    if count >= _LEAST * total and kinds[best] >= _KINDS:
        rival = hint in found and hint != best and found[hint] * _AHEAD > count
        return hint if rival else best
    if total >= _FEWEST:
        return UNKNOWN
    return hint if hint in CODES else best if kinds[best] >= _FEW_KINDS else "en"


def _cyrillic(text: str) -> str:
    """Russian or Ukrainian by the letters that only one of them has, unless others are there too."""
    if _OTHER_CYRILLIC.search(text):
        return UNKNOWN
    russian, ukrainian = len(_RUSSIAN.findall(text)), len(_UKRAINIAN.findall(text))
    if max(russian, ukrainian) < _LETTERS * max(1, min(russian, ukrainian)):
        return UNKNOWN
    return "ru" if russian > ukrainian else "uk"


def _function_words(counts: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """For each language how many of the words are its function words, and how many different ones."""
    found: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for word, count in counts.items():
        for code in _languages().get(word, ()):
            found[code] += count
            kinds[code] += 1
    return found, kinds


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """For each function word the languages that have it."""
    found: dict[str, list[str]] = {}
    for code in CODES:
        for word in language(code).words:
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}
