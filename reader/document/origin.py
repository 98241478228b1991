"""Who named an address: only what the reader typed may lead into a private network."""

from enum import Enum


class Origin(Enum):
    """Whose word an address is. What is not known to be typed is found."""

    TYPED = "typed"
    """The reader named it, or a private page does that was reached from such an address."""
    FOUND = "found"
    """A page, a feed, a file or a server named it."""
