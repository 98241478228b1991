"""Article and outline as numbered plain lines: for screen readers, terminals that cannot be drawn on, and paper."""

from reader.linear.dialogue import talk
from reader.linear.listing import Listing

__all__ = ["Listing", "talk"]
