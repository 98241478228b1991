"""Programs of the system: an editor, a clipboard, a browser. None is ever taken from the working folder."""

import os
import shutil
import subprocess
from collections.abc import Sequence


def program(name: str) -> str | None:
    """Where the program *name* is: by an absolute entry of PATH, or the absolute path that it is; else None."""
    folders = [folder for folder in os.get_exec_path() if os.path.isabs(folder)]  # noqa: PTH117 as PATH has it
    if os.path.isabs(name):  # noqa: PTH117
        return shutil.which(name)
    return None if os.path.dirname(name) else shutil.which(name, path=os.pathsep.join(folders) or os.defpath)  # noqa: PTH120


def run(command: Sequence[str], *, given: str | None = None, seconds: float | None = None) -> int:
    """Run a program to its end, in the reader's terminal or, with what is *given* to it, silently; its exit code.

    Raises OSError where there is no such program, TimeoutError when it takes longer than so many *seconds*.
    """
    found = program(command[0])
    if found is None:
        raise FileNotFoundError(f"there is no program {command[0]}")
    quiet = None if given is None else subprocess.DEVNULL
    data = None if given is None else given.encode()
    try:
        done = subprocess.run(
            [found, *command[1:]], input=data, stdout=quiet, stderr=quiet, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise TimeoutError(f"{command[0]} takes longer than {seconds} s") from error
    return done.returncode


def browse(address: str) -> bool:
    """Hand *address* to the system's browser; whether there is one."""
    import webbrowser

    return webbrowser.open(address)
