"""Days and times as feeds write them: as the standards say, nearly so, and in other languages (by dateparser)."""

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import Any

_LONGEST = 100
"""Characters of a date."""
_WEEKDAY = re.compile(r"[^\W\d]{2,15}\.?[,、]?\s+(?=\d)")
_NUMBERS = re.compile(
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:[T\s,]+(?P<hour>\d{1,2}):(?P<minute>\d\d)"
    r"(?::(?P<second>\d\d)(?:\.\d+)?)?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?P<rest>(?:[T\s,]+\d.*)?)"
)
_MAIL = re.compile(
    r"\d{1,2}[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -](?:\d{4}|\d\d) \d{1,2}:\d\d(?::\d\d)?"
    r"(?: (?:[+-]\d{4}|gmt|utc?|z|e[sd]t|c[sd]t|m[sd]t|p[sd]t))?",
    re.IGNORECASE,
)
_MIXED = re.compile(r"\b(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?:\d\d|\d{4})\b")
_ENOUGH = re.compile(r"\d(?:.*?\d){2}")
"""Digits that a day has at least: 3 May 15."""
_SETTINGS = {
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["day", "month", "year"],
    "TIMEZONE": "UTC",
    "TO_TIMEZONE": "UTC",
    "RETURN_AS_TIMEZONE_AWARE": True,
}
_LANGUAGES = (
    "en de fr es it pt nl sv da nb fi pl cs sk hu ro bg hr sr sl el tr ru uk ca et lv lt is id vi zh ja ko ar fa he hi"
).split()
MOST_STRANGE = 200
"""Dates of one feed that dateparser is asked about, each a few milliseconds; further ones stay as they are written."""


class Dates:
    """Reads the dates of one feed.

    `is_short`: there was a date that only dateparser may read, and it was not to be asked about any more.
    """

    def __init__(self, most: int = MOST_STRANGE) -> None:
        self._left = most
        self.is_short = False

    def read(self, written: str) -> str:
        """A day or time in UTC as ISO 8601 writes it; as the feed writes it where that cannot be read."""
        text = " ".join(written.split())
        if not text or len(text) > _LONGEST:
            return text[:_LONGEST]
        found = _by_numbers(text) or _by_mail(text)
        if found is None and _ENOUGH.search(text) and not _is_ambiguous(text):
            self._left -= 1
            self.is_short |= self._left < 0
            found = _by_words(text) if self._left >= 0 else None
        return _iso(found) or text


def _iso(found: datetime | None) -> str:
    try:
        if found is None:
            return ""
        return (found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)).isoformat()
    except (ValueError, OverflowError):
        return ""


def _by_numbers(text: str) -> datetime | None:
    """The year first, as in ISO 8601, with strokes or points for hyphens; or the day first, with points between."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        match = _NUMBERS.fullmatch(_DAY_FIRST.sub(r"\g<year>-\g<month>-\g<day>\g<rest>", text, count=1))
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    zone = (match["zone"] or "Z").upper()
    zone = "+00:00" if zone in {"Z", "UTC", "GMT"} else zone
    try:
        return datetime.fromisoformat(
            f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{zone}"
        )
    except ValueError:
        return None


def _by_mail(text: str) -> datetime | None:
    """As in mail (RFC 822), whatever language the weekday is in."""
    from email.utils import parsedate_tz

    text = _WEEKDAY.sub("", text, count=1) if _WEEKDAY.match(text) else text
    if not _MAIL.fullmatch(text):
        return None
    try:
        told = parsedate_tz(text)
        return None if told is None or told[9] is None else _moment(told)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def _moment(told: Any) -> datetime:
    year, month, day, hour, minute, second = told[:6]
    return datetime(year, month, day, hour, minute, second, tzinfo=timezone(timedelta(seconds=told[9])))


def _is_ambiguous(text: str) -> bool:
    """Whether nobody can say which number is the month: 6/7/2016."""
    match = _MIXED.search(text)
    return match is not None and max(int(match["one"]), int(match["other"])) <= 12


@lru_cache(maxsize=1_024)
def _by_words(text: str) -> datetime | None:
    """In the words of any of many languages, with AM and PM, and zones by their letters."""
    found = _parser().get_date_data(text).date_obj
    return found if isinstance(found, datetime) else None


@lru_cache(maxsize=1)
def _parser() -> Any:
    from dateparser.date import DateDataParser

    return DateDataParser(languages=_LANGUAGES, settings=_SETTINGS)
