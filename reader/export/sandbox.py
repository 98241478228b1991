"""Jinja2 in its sandbox: a template sees the values of a summary and the parts that come with newsreader, no file.

What is put out with `{{ … }}` is literal Markdown text; `yaml`, `url`, `wikilink`, `note` and `raw` are for the places
where that would be wrong.
"""

import traceback
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ExportError
from reader.export import escape
from reader.export.notes import note_text
from reader.export.view import NoteView
from reader.sanitise import printable_lines

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment

FOLDER = Path(__file__).with_name("templates")
_MOST = 50_000_000
"""Characters of a summary: a template that makes more is a loop."""
TOO_MUCH = "it needs more memory than a summary may take"
_LONGEST_REASON = 300


class Literal(str):
    """Text that is Markdown already."""

    __slots__ = ()


def rendered(source: str, name: str, values: Mapping[str, object]) -> str:
    """*values* by the template *source*, which is called *name*. Raises ExportError, with the line, where it fails."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    try:
        made = _compiled(source)
        parts: list[str] = []
        size = 0
        for part in made.generate(values):
            parts.append(part)
            size += len(part)
            if size > _MOST:
                raise ExportError(f"the template {name} makes more than {_MOST:,} characters; it has no end")
    except ExportError:
        raise
    except TemplateSyntaxError as error:
        where = error.name or name
        raise ExportError(f"the template {where}, line {error.lineno}: {_short(error.message)}") from error
    except TemplateNotFound as error:
        reason = "a template can use only the parts that come with newsreader"
        raise ExportError(f"the template {name}, line {_line(error)}, cannot be used: {reason}") from error
    except MemoryError as error:
        raise ExportError(f"the template {name} cannot be used: {TOO_MUCH}") from error
    except Exception as error:
        reason = f"{_short(str(error)) or type(error).__name__}"
        raise ExportError(f"the template {name}, line {_line(error)}, cannot be used: {reason}") from error
    made_of = "".join(parts).strip("\n")
    return "\t".join(map(printable_lines, made_of.split("\t"))) + "\n"


def _line(error: Exception) -> int:
    """The line of the template where *error* came up; Jinja puts its lines into the traceback."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 1 for frame in reversed(frames) if frame.filename == "<template>"), 1)


def _short(words: str | None) -> str:
    return " ".join((words or "")[:_LONGEST_REASON].split())


@lru_cache(maxsize=8)
def _compiled(source: str) -> "Template":
    return _environment().from_string(source)


@cache
def _environment() -> "ImmutableSandboxedEnvironment":
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # what is made is Markdown: `finalize` escapes every value
        finalize=_escaped,
    )
    environment.filters = {name: environment.filters[name] for name in _KEPT if name in environment.filters}
    environment.filters |= {
        "yaml": lambda value: Literal(_yaml(value)),
        "url": lambda value: Literal(escape.address(str(value))),
        "wikilink": lambda value: Literal(escape.wikilink(str(value))),
        "raw": Literal,
        "note": _note,
    }
    return environment


_KEPT = (
    "batch capitalize count default d dictsort first float format groupby int items join last length list lower map"
    " max min reject rejectattr replace reverse round select selectattr slice sort string sum title trim"
    " truncate unique upper wordcount"
).split()
"""Jinja's own filters that make sense for text; those for HTML would be put out as text."""


def _escaped(value: object) -> object:
    if isinstance(value, Literal):
        return value
    return "" if value is None else escape.markdown(str(value))


def _yaml(value: object) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_yaml, value))}]"
    return escape.yaml("" if value is None else str(value))


def _note(value: NoteView, about: str = "", indent: str = "") -> Literal:
    return Literal(note_text(value.note, about=about, indent=indent))
