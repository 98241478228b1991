"""A working folder in which every module name that Python or newsreader may ask for is a trap."""

import os
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OTHERS = (
    "reader",
    "tests",
    "sitecustomize",
    "usercustomize",
    "readline",
    "nltk_data",
    "uvloop",
    "numpy",
    "dotenv",
)
MODULE_PATHS = (None, ":")
"""What PYTHONPATH may say; all but None and nothing mean the working folder."""
_TRAP = """
import posix
posix.write(posix.open({sprung!r}, posix.O_WRONLY | posix.O_CREAT | posix.O_APPEND), __name__.encode() + b"\\n")
raise SystemExit(99)
"""


class Trapped:
    """A folder of traps but for the names in *spared*, and what was caught in it."""

    def __init__(self, folder: Path, spared: Iterable[str] = ()) -> None:
        self.folder = folder / "trapped"
        self._sprung = folder / "sprung"
        for name in _names() - {*spared}:
            for path in (self.folder / f"{name}.py", self.folder / name / "__init__.py"):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(_TRAP.format(sprung=str(self._sprung)), encoding="utf-8")
        (self.folder / "pyvenv.cfg").write_text(f"home = {self.folder}\n", encoding="utf-8")

    @property
    def sprung(self) -> set[str]:
        """The modules that were run."""
        return {*self._sprung.read_text().split()} if self._sprung.exists() else set()


def environment(module_path: str | None, home: Path, **more: str) -> dict[str, str]:
    """This process's environment with another PYTHONPATH and a home of its own."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    said = {} if module_path is None else {"PYTHONPATH": module_path}
    return {**kept, "NEWSREADER_HOME": str(home), **said, **more}


@cache
def loaded_by_python() -> frozenset[str]:
    """What Python itself imports before the first line of a program, so that no program can do anything about it."""
    code = "import runpy, contextlib, warnings, traceback, sys; print(*sys.modules)"
    listed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return frozenset(
        {
            *(name.partition(".")[0] for name in listed.stdout.split()),
            "reader",
            "sitecustomize",
            "usercustomize",
            "_distutils_hack",
        }
    )


@cache
def _names() -> frozenset[str]:
    installed = metadata.packages_distributions()
    names = {*sys.stdlib_module_names, *installed, *OTHERS}
    return frozenset(name for name in names if name.isidentifier() and name != "__main__")
