"""The screen: the only part of the house that knows Textual."""

from reader.app.run import run

__all__ = ["run"]
