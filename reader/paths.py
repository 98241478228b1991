"""Names of files as people write them, made into paths; nothing here fails where the system does not know a folder."""

import os
from pathlib import Path

from reader.errors import ExportError


def expanded(words: str | Path) -> Path:
    """*words* with `~` and `~name` as the home folder meant; as they are where nobody has that name."""
    return Path(os.path.expanduser(words))  # noqa: PTH111  Path.expanduser raises for a name that nobody has


def absolute(path: str | Path) -> Path:
    """*path* from the root on; as it is where the working folder has been deleted."""
    try:
        return Path(path).absolute()
    except OSError:
        return Path(path)


def working_folder() -> Path:
    """The folder that newsreader was started in. Raises ExportError where it has been deleted."""
    try:
        return Path.cwd()
    except OSError as error:
        raise ExportError(
            "the working folder is no longer there; change to another, or name a file"
        ) from error


def seen_from_here(path: Path) -> str:
    """*path* as it is called in the working folder, if it lies there; else from the root on."""
    here = absolute(".")
    whole = absolute(path)
    return str(whole.relative_to(here) if whole.is_relative_to(here) else whole)
