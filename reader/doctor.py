"""What a bug report should say: versions, folders, terminal, and whether the library is sound."""

import locale
import os
import platform
import shutil
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from reader import __version__
from reader.errors import NewsreaderError
from reader.library import Library
from reader.resources import folder
from reader.settings import config_path, library_path

_PACKAGES = (
    "textual",
    "sumy",
    "nltk",
    "httpx",
    "trafilatura",
    "charset-normalizer",
    "markdown-it-py",
    "platformdirs",
    "python-crfsuite",
    "textual-image",
    "pillow",
    "python-bidi",
)


@dataclass(frozen=True, slots=True)
class Report:
    """Names and values to print, and whether all is well."""

    lines: tuple[tuple[str, str], ...]
    healthy: bool


def report() -> Report:
    """Look at this installation; makes nothing and changes nothing but an empty library."""
    library, healthy = _library()
    size = shutil.get_terminal_size()
    lines = (
        ("newsreader", __version__),
        ("python", f"{platform.python_version()} ({sys.executable})"),
        ("system", platform.platform()),
        *((name, _version(name)) for name in _PACKAGES),
        ("locale", f"{locale.getpreferredencoding(False)}"),
        ("terminal", f"{os.environ.get('TERM', 'none')}, {size.columns}x{size.lines}"),
        (
            "colours",
            "none (NO_COLOR)"
            if os.environ.get("NO_COLOR")
            else os.environ.get("COLORTERM") or "as TERM says",
        ),
        ("styles", str(folder("styles"))),
        ("seeds", str(folder("seeds"))),
        ("settings", str(config_path())),
        ("library", library),
    )
    return Report(lines, healthy)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def _library() -> tuple[str, bool]:
    path = library_path()
    if not path.exists():
        return f"{path} (not made yet)", True
    try:
        with Library(path) as library:
            state = library.integrity()
            return f"{path} ({state})", state == "ok"
    except NewsreaderError as error:
        return str(error), False
