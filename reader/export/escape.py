"""Text from outside as it may stand in Markdown, YAML and links."""

import json
import re
from urllib.parse import quote

from reader.sanitise import printable

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$%^={}#]|@(?=\w)|:(?=//|[\w+-]{1,40}:)|(?<=www)\.")
"""Signs of Markdown in any of its forms; pandoc's citations, GitHub's names of emoji, and what GitHub makes links of,
for in those a backslash would be shown."""
_LINE_START = re.compile(
    r"^(?:[-+:](?=\s|$|-|\+)|(?P<number>\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,7}))(?=[.)]))"
)
"""What makes the beginning of a line a list: also the letters and Roman numbers of pandoc."""


def markdown(text: str) -> str:
    """*text* on one line as literal Markdown: what is rendered are these words and nothing else."""
    line = _MARKUP.sub(r"\\\g<0>", printable(" ".join(text.split())))
    return _LINE_START.sub(_escaped_start, line)


def _escaped_start(match: re.Match[str]) -> str:
    return f"{match['number']}\\" if match["number"] else f"\\{match[0]}"


def yaml(text: str) -> str:
    """*text* as a double-quoted YAML scalar (JSON's escapes are YAML's)."""
    return json.dumps(printable(text), ensure_ascii=False)


def wikilink(text: str) -> str:
    """*text* as the name of a note in Obsidian, within `[[ ]]`: without the signs that end or part it."""
    return re.sub(r"[\[\]|#^\\<>*_`~$%:/?\"]+", " ", printable(" ".join(text.split()))).strip() or "unnamed"


def address(uri: str) -> str:
    """A web address as it may stand in a link: nothing in it ends the link or means anything to Markdown."""
    return quote(uri, safe=":/?&=%+,;@~.-_#")
