"""Runs one module of this package, in a process that finds this package and what is installed, and nothing else.

    python -I launcher.py LIFELINE NICENESS MODULE ARGUMENT…

Started by `reader.processes.command`. Neither the working folder nor the folder of this package is on the module path:
the package is loaded from where this file is. LIFELINE is the number of an open pipe whose other end the parent holds;
when the parent ends, however it ends, so does this process.
"""

import os
import sys
from importlib.util import module_from_spec, spec_from_file_location


def main() -> None:
    """Do what the command line says."""
    lifeline, niceness, module, *arguments = sys.argv[1:]
    _end_with_parent(int(lifeline))
    if hasattr(os, "nice"):
        os.nice(int(niceness))
    _load_package()
    sys.argv = [module, *arguments]
    from runpy import run_module

    run_module(module, run_name="__main__", alter_sys=True)


def _load_package() -> None:
    folder = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 pathlib costs time
    spec = spec_from_file_location("reader", f"{folder}/__init__.py", submodule_search_locations=[folder])
    assert spec is not None
    assert spec.loader is not None
    sys.modules["reader"] = package = module_from_spec(spec)
    spec.loader.exec_module(package)


def _end_with_parent(lifeline: int) -> None:
    """Have this process killed when the other end of *lifeline* is closed, whatever it is doing then."""
    try:
        _have_system_kill(lifeline)
    except (ImportError, AttributeError, OSError):  # no Linux
        _watch_in_thread(lifeline)


def _have_system_kill(lifeline: int) -> None:
    """By the system: a thread of Python's would wait for a regular expression that takes minutes."""
    import fcntl
    import select
    import signal

    fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(lifeline, fcntl.F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([lifeline], [], [], 0)[0]:  # closed before there was anybody to signal
        os._exit(1)


def _watch_in_thread(lifeline: int) -> None:
    import threading

    def watch() -> None:
        os.read(lifeline, 1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    main()
