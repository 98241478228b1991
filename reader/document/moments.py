"""Times as publishers write them."""

from datetime import UTC, datetime


def moment(published: str | None) -> float | None:
    """Seconds since 1970 of a date or time in ISO 8601; without a zone it is UTC. None for anything else."""
    try:
        found = datetime.fromisoformat(published) if published else None
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp() if found else None
    except (ValueError, OverflowError):
        return None


def second_of(published: str | None, came: float) -> int:
    """When something came out, by what was *published* and when it *came* here: never later than that."""
    told = moment(published)
    return max(1, int(came if told is None else min(told, came)))
