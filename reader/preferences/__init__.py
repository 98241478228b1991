"""What a reader can set: one commented TOML file."""

from reader.preferences.reading import Problem, parsed, read
from reader.preferences.settings import BY_NAME, Preferences
from reader.preferences.writing import schema, template

__all__ = ["BY_NAME", "Preferences", "Problem", "parsed", "read", "schema", "template"]
