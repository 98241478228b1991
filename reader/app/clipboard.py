"""Copying: the system's own tool, else the terminal's clipboard (OSC 52), else the words are shown."""

import os
import sys
from collections.abc import Mapping

from reader.processes.programs import program, run
from reader.sanitise import printable_lines

_TOOLS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("WSL_DISTRO_NAME", ("clip.exe",)),
)
"""Tools that take what is to be copied on standard input, each with the variable without which it is of no use."""
_NO_OSC_52 = ("dumb", "linux", "vt")
_SECONDS = 2.0


def copied_with(words: str) -> str | None:
    """Hand *words* to the system's own tool; its name, or None where there is none or it failed."""
    command = tool(os.environ, sys.platform)
    return command[0] if command and _ran(command, printable_lines(words)) else None


def tool(environ: Mapping[str, str], platform: str) -> tuple[str, ...] | None:
    """The tool that reaches the clipboard in front of the reader; none over SSH, where it would be another's."""
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        return None
    if platform == "darwin":
        return ("pbcopy",) if program("pbcopy") else None
    found = (command for variable, command in _TOOLS if environ.get(variable) and program(command[0]))
    return next(found, None)


def takes_osc_52(environ: Mapping[str, str]) -> bool:
    """Whether the terminal may take OSC 52: all but those that are known not to."""
    kind = environ.get("TERM", "")
    return environ.get("TERM_PROGRAM") != "Apple_Terminal" and not kind.startswith(_NO_OSC_52)


def _ran(command: tuple[str, ...], words: str) -> bool:
    try:
        return run(command, given=words, seconds=_SECONDS) == 0
    except OSError:  # TimeoutError is one
        return False
