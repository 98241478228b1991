"""When to ask a server again, after how long, and for what."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

ATTEMPTS = 3
LONGEST = 366 * 86_400.0
"""Seconds beyond which nobody waits, whatever a server asks for."""
_VALIDATOR = re.compile(r"[!-~](?:[ -~]{0,998}[!-~])?")
"""Visible ASCII, of a length that servers take back."""
_AGAIN = frozenset({429, 500, 502, 503, 504})
"""Answers that may be better a moment later."""
_FIRST = 0.5
"""Seconds before the second attempt; each later wait is twice as long."""


def is_worth_another(status: int) -> bool:
    """Whether a server that answered so may answer better soon."""
    return status in _AGAIN


def backoff(attempt: int) -> float:
    """Seconds to wait after the *attempt*-th failure, counted from one."""
    return float(_FIRST * 2 ** (attempt - 1))


def asked_wait(header: str | None, now: datetime | None = None) -> float | None:
    """Seconds that a Retry-After *header* asks for (RFC 9110, 10.2.3); None where it asks for nothing readable."""
    if not header:
        return None
    try:
        if header.strip().isdecimal():
            return min(float(header), LONGEST)
        when = parsedate_to_datetime(header)
        when = when if when.tzinfo else when.replace(tzinfo=UTC)
        return min(max(0.0, (when - (now or datetime.now(UTC))).total_seconds()), LONGEST)
    except (ValueError, OverflowError, TypeError, IndexError):  # what the library raises, by Python's version
        return None


def conditions(etag: str | None, modified: str | None) -> dict[str, str]:
    """The headers that ask for something only if it has changed (RFC 9110, 13.1).

    A validator that no header can hold is not sent: a server that says such a thing is asked for all.
    """
    told = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {name: value for name, value in told.items() if value and _VALIDATOR.fullmatch(value)}
