"""A terminal news reader that shows who said what, how many, and where."""

__version__ = "0.1.0"
