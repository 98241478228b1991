"""How a process of ours is started, and how its end is put into words."""

import os
import signal
import site
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LAUNCHER = Path(__file__).resolve().with_name("launcher.py")


def command(lifeline: int, module: str, *arguments: str, niceness: int = 0) -> list[str]:
    """The command line that runs *module* of this package with *arguments*, isolated from the working folder.

    *lifeline* is the number of the pipe by which the process learns that this one has ended.
    """
    flags = [*_isolation(), "-X", f"utf8={sys.flags.utf8_mode}", *(["-B"] if sys.dont_write_bytecode else [])]
    return [sys.executable, *flags, str(_LAUNCHER), str(lifeline), str(niceness), module, *arguments]


def _isolation() -> list[str]:
    """No PYTHON* variable, no working folder, no folder of a script; the user's own packages only if used here."""
    in_use = site.ENABLE_USER_SITE and site.getusersitepackages() in sys.path
    return ["-E", "-P"] if in_use else ["-I"]


@contextmanager
def lifeline() -> Iterator[tuple[int, int]]:
    """A pipe's two ends: (that of the child, that of this process); both are closed when starting the child fails.

    That of this process is to be closed when the child has ended; closing it before ends the child.
    """
    theirs, ours = os.pipe()
    try:
        yield theirs, ours
    except BaseException:
        os.close(ours)
        raise
    finally:
        os.close(theirs)


def ending(code: int | None) -> str:
    """How a process ended that gave this exit *code*, as the end of a sentence; negative: the number of a signal."""
    if code is None:
        return "stopped answering"
    if code < 0:
        return f"was ended by signal {-code} ({_signal(-code)})"
    return f"ended with exit code {code}"


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return "unknown"
