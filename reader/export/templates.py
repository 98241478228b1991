"""Summaries by template: Jinja2 in its sandbox, where every value is escaped unless a filter says how else.

A template sees `SummaryView` and nothing of the machine it runs on. What is put out with `{{ … }}` is literal Markdown
text; `yaml`, `url`, `wikilink`, `note` and `raw` are for the places where that would be wrong.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ExportError
from reader.export import escape
from reader.export.notes import note_text
from reader.export.view import NoteView, SummaryView
from reader.settings import config_path

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

SHIPPED = ("default", "obsidian", "brief")
FORMS = "forms"
"""What `verify` compares with besides: nobody saves a summary by it."""
_FOLDER = Path(__file__).with_name("templates")
_SUFFIX = ".md.j2"
_MOST_TIMES = 10_000
_MOST = 50_000_000
"""Characters of a summary: a template that makes more is a loop."""


class Literal(str):
    """Text that is Markdown already."""

    __slots__ = ()


def names() -> list[str]:
    """The templates that can be named: those that come with newsreader, then the reader's own."""
    own = sorted(path.name.removesuffix(_SUFFIX) for path in _own_folder().glob(f"*{_SUFFIX}"))
    return [*SHIPPED, *(name for name in own if name not in SHIPPED)]


def render(view: SummaryView, template: str = "default") -> str:
    """*view* by a *template*: a name, or the path of a file. Raises ExportError."""
    import jinja2

    path = _path(template)
    try:
        made = _environment(path.parent).get_template(path.name)
        parts: list[str] = []
        size = 0
        for part in made.generate({name: getattr(view, name) for name in view.__slots__}):
            parts.append(part)
            size += len(part)
            if size > _MOST:
                raise ExportError(
                    f"the template {template} makes more than {_MOST:,} characters; it has no end"
                )
    except jinja2.TemplateSyntaxError as error:
        raise ExportError(
            f"the template {error.filename or path}, line {error.lineno}: {error.message}"
        ) from error
    except (
        jinja2.TemplateError,
        TypeError,
        ValueError,
        AttributeError,
        ArithmeticError,
        RecursionError,
    ) as error:
        raise ExportError(f"the template {template} cannot be used: {error}") from error
    except (OSError, UnicodeError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ExportError(f"the template {path} cannot be read: {reason}") from error
    return "".join(parts).strip("\n") + "\n"


def _path(template: str) -> Path:
    if template in {*SHIPPED, FORMS}:
        return _FOLDER / f"{template}{_SUFFIX}"
    own = _own_folder() / f"{template}{_SUFFIX}"
    path = own if own.is_file() else Path(template).expanduser()
    if not path.is_file():
        raise ExportError(f"there is no template {template}: name one of {', '.join(names())}, or a file")
    return path.absolute()


def _own_folder() -> Path:
    return config_path().parent / "templates"


@cache
def _environment(folder: Path) -> "SandboxedEnvironment":
    """The sandbox for templates of *folder*, which may use those that come with newsreader."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """Jinja's, in which nothing is multiplied beyond what a summary needs."""

        intercepted_binops = frozenset({"*", "**"})

        def call_binop(self, _: object, operator: str, left: object, right: object) -> object:
            sizes = [each if isinstance(each, int) else len(str(each)) for each in (left, right)]
            if operator == "**" or max(sizes) > _MOST_TIMES:
                raise ValueError(f"{operator} makes too much of it")
            return self.binop_table[operator](left, right)

    environment = Sandbox(
        loader=FileSystemLoader([folder, _FOLDER]),
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
