"""Summaries by template: those that come with newsreader, and the reader's own.

A template sees `SummaryView` and nothing of the machine it runs on.
"""

from pathlib import Path

from reader import files
from reader.errors import ExportError, SourceError
from reader.export.sandbox import FOLDER, rendered
from reader.export.view import SummaryView
from reader.paths import expanded
from reader.settings import config_path

SHIPPED = ("default", "obsidian", "brief")
FORMS = "forms"
"""What `verify` compares with besides: nobody saves a summary by it."""
_SUFFIX = ".md.j2"
_MOST_BYTES = 1_000_000
"""Of a template."""


def names() -> list[str]:
    """The templates that can be named: those that come with newsreader, then the reader's own."""
    own = sorted(path.name.removesuffix(_SUFFIX) for path in _own_folder().glob(f"*{_SUFFIX}"))
    return [*SHIPPED, *(name for name in own if name not in SHIPPED)]


def render(view: SummaryView, template: str = "default") -> str:
    """*view* by a *template*: a name, or the path of a file. Raises ExportError."""
    values = {name: getattr(view, name) for name in view.__slots__}
    if template in {*SHIPPED, FORMS}:
        return rendered(_shipped(template), template, values)
    from reader.export.apart import rendered_apart

    return rendered_apart(_own(template), template, values)


def _shipped(name: str) -> str:
    return (FOLDER / f"{name}{_SUFFIX}").read_text(encoding="utf-8")


def _own(template: str) -> str:
    """A template of the reader's own: by its name in the settings' folder, else by its path."""
    try:
        named = files.existing(_own_folder() / f"{template}{_SUFFIX}", _MOST_BYTES)
        return (
            files.text(expanded(template), _MOST_BYTES) if named is None else files.decoded(template, named)
        )
    except SourceError as error:
        known = ", ".join(names())
        raise ExportError(
            f"the template {template} cannot be read: {error.reason}; there are {known}"
        ) from error


def _own_folder() -> Path:
    return config_path().parent / "templates"
