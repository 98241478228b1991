"""When to ask a server again, and after how long."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

ATTEMPTS = 3
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
    if header.strip().isdecimal():
        return float(header)
    try:
        when = parsedate_to_datetime(header)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - (now or datetime.now(UTC))).total_seconds())
