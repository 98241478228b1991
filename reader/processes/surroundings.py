"""What a process of ours takes from where it was started: nothing of the working folder."""

import os
import sys

# Nothing else is imported here: it might come from the working folder.


def leave_working_folder_out() -> None:
    """Take the working folder off the module path and off PATH, before anything is imported or run from there."""
    sys.path[:] = trusted_modules(sys.path)
    if "PATH" in os.environ:
        os.environ["PATH"] = trusted_programs(os.environ["PATH"])


def trusted_modules(entries: list[str]) -> list[str]:
    """Those *entries* of a module path that are not the working folder, unless this package or Python lies in it."""
    return [entry for entry in entries if os.path.isabs(entry) and (not _is_here(entry) or _is_ours(entry))]  # noqa: PTH117


def trusted_programs(path: str) -> str:
    """A PATH without entries that mean the working folder or follow it; if none is left, the system's usual one."""
    return os.pathsep.join(filter(os.path.isabs, path.split(os.pathsep))) or os.defpath


def _is_here(entry: str) -> bool:
    try:
        return os.path.samefile(entry, os.curdir)  # noqa: PTH121
    except OSError:
        return False


def _is_ours(entry: str) -> bool:
    """Whether the folder belongs to this package's installation or to Python's."""
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120
    return entry == package or entry.startswith((sys.prefix + os.sep, sys.base_prefix + os.sep))
