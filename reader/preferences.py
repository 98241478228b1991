"""What a reader can set: one commented TOML file. A wrong line is said, with its number, and changes nothing."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple

from reader.document.summaries import DEFAULT_METHOD, FEWEST, METHODS, MOST, Choice, Method

Sort = Literal["word", "number", "switch"]


class Setting(NamedTuple):
    """One line of the file: its name, what it takes, what is taken when nothing is said, and what it is for."""

    name: str
    sort: Sort
    usual: str | int | bool
    help: str
    among: tuple[str, ...] = ()
    least: int = 0
    most: int = 0

    def refusal(self, value: object) -> str | None:
        """Why a value cannot be taken, in words; None where it can."""
        if self.sort == "switch":
            return None if isinstance(value, bool) else "must be true or false"
        if self.sort == "number":
            fits = isinstance(value, int) and not isinstance(value, bool) and self.least <= value <= self.most
            return None if fits else f"must be a number from {self.least} to {self.most}"
        if not isinstance(value, str):
            return "must be a word in quotation marks"
        return None if not self.among or value in self.among else f"must be one of {', '.join(self.among)}"


SETTINGS = (
    Setting("theme", "word", "textual-dark", "the colours, by their name in the palette (ctrl+p, Theme)"),
    Setting("measure", "number", 72, "characters of a line of the article", least=40, most=120),
    Setting("reported", "switch", False, "reported speech is shown from the start"),
    Setting("method", "word", DEFAULT_METHOD, "how key sentences are chosen", among=METHODS),
    Setting("sentences", "number", 0, "so many key sentences; 0: as the article is long", least=0, most=MOST),
)
BY_NAME = {each.name: each for each in SETTINGS}


@dataclass(frozen=True, slots=True)
class Preferences:
    """The settings as they hold; see `SETTINGS` for what each is."""

    theme: str = "textual-dark"
    measure: int = 72
    reported: bool = False
    method: Method = DEFAULT_METHOD
    sentences: int = 0

    @property
    def choice(self) -> Choice:
        """How key sentences are chosen."""
        return Choice(self.method, max(FEWEST, self.sentences) if self.sentences else None)


class Problem(NamedTuple):
    """A line of the file that cannot be taken, and why."""

    line: int
    reason: str


def parsed(text: str) -> tuple[Preferences, list[Problem]]:
    """The settings in a file's *text*, and what is wrong with it; what is wrong is as if it were not there."""
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (?P<line>\d+)", str(error))
        return Preferences(), [Problem(int(found["line"]) if found else 1, f"this is not TOML: {error}")]
    problems = list(filter(None, (_problem(text, name, value) for name, value in data.items())))
    wrong = {problem.line for problem in problems}
    kept = {name: value for name, value in data.items() if name in BY_NAME and _line(text, name) not in wrong}
    return Preferences(**kept), problems


def _problem(text: str, name: str, value: object) -> Problem | None:
    known = BY_NAME.get(name)
    if known is None:
        near = difflib.get_close_matches(name, BY_NAME, 1, 0.5)
        hint = f"; did you mean {near[0]}?" if near else f"; there are {', '.join(BY_NAME)}"
        return Problem(_line(text, name), f"there is no setting {name}{hint}")
    refusal = known.refusal(value)
    if refusal is None:
        return None
    near = difflib.get_close_matches(str(value), known.among, 1, 0.5)
    hint = f"; did you mean {near[0]}?" if near else ""
    return Problem(_line(text, name), f"{name} {refusal}, not {value!r}{hint}")


def _line(text: str, name: str) -> int:
    """The number of the line that sets *name*, or opens the table of that name."""
    pattern = re.compile(rf"\s*\[*\s*[\"']?{re.escape(name)}[\"']?\s*[\]=.]")
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if pattern.match(line)), 1)


def read(path: Path) -> tuple[Preferences, list[Problem]]:
    """The settings in the file at *path*; the usual ones where there is none."""
    try:
        return parsed(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Preferences(), []
    except (OSError, UnicodeError) as error:
        return Preferences(), [Problem(1, f"it cannot be read: {error}")]


def template() -> str:
    """A file in which everything is as usual, each setting with a comment."""
    lines = [
        "# Settings of newsreader. A line counts without its #; `newsreader config check` looks the file over."
    ]
    for each in SETTINGS:
        among = f" ({', '.join(each.among)})" if each.among else ""
        span = f" ({each.least} to {each.most})" if each.sort == "number" else ""
        lines += ["", f"# {each.help}{among}{span}", f"# {each.name} = {_written(each.usual)}"]
    return "\n".join(lines) + "\n"


def schema() -> Mapping[str, Any]:
    """The JSON Schema (draft 2020-12) of the file, for editors that complete TOML."""
    sorts = {"word": "string", "number": "integer", "switch": "boolean"}
    properties = {}
    for each in SETTINGS:
        told: dict[str, Any] = {"type": sorts[each.sort], "default": each.usual, "description": each.help}
        told |= {"enum": list(each.among)} if each.among else {}
        told |= {"minimum": each.least, "maximum": each.most} if each.sort == "number" else {}
        properties[each.name] = told
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Settings of newsreader",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _written(value: str | int | bool) -> str:
    return (
        str(value).lower()
        if isinstance(value, bool)
        else f'"{value}"'
        if isinstance(value, str)
        else str(value)
    )
