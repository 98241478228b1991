"""How a command ends, and how it says why."""

import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial

from reader.cli.streams import OutputError
from reader.errors import NewsreaderError, SourceError
from reader.faults import debugging, fault
from reader.sanitise import printable, without_logins

DONE, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
_LONGEST = 1_000
"""Characters of a sentence: a name or address in it may have millions."""


def say(sentence: str) -> None:
    """Write one line of narration; where nobody can read it, nothing."""
    line = printable(without_logins(sentence))
    if len(line) > _LONGEST:
        line = f"{line[: _LONGEST // 2]} … {line[-_LONGEST // 2 :]}"
    with suppress(OSError, ValueError):
        sys.stderr.write(f"newsreader: {line}\n")


def failed(error: NewsreaderError) -> int:
    """Say what went wrong, in its one sentence; the exit code that says so too."""
    say(str(error))
    return FAILED


def guarded(do: Callable[[], int], about: str = "") -> int:
    """The exit code of *do*, done with the input *about*; what goes wrong is said, even where nobody foresaw it."""
    try:
        return do()
    except NewsreaderError as error:
        return failed(error)
    except (BrokenPipeError, OutputError):
        raise  # not this input's trouble: nothing more can be printed
    except OSError as error:
        if debugging():
            raise
        reason = error.strerror or type(error).__name__
        return failed(SourceError(about or str(error.filename or "this was not finished"), reason))
    except Exception as error:
        if debugging():
            raise
        return failed(fault(error, about))


def each(inputs: Iterable[str], do: Callable[[str], int]) -> int:
    """Do something with each of *inputs*; one that fails is said, and the rest is still done."""
    return max((guarded(partial(do, one), one) for one in inputs), default=DONE)
