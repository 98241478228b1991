"""A template of somebody's own, in a process of its own: it ends when it takes too long or too much memory.

A template is a program. Its loops, its powers and its strings cannot be counted beforehand; a process can be ended.
"""

import pickle
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from reader.errors import ExportError
from reader.export.sandbox import TOO_MUCH, rendered

CPU_SECONDS = 5
SECONDS = 30.0
"""By the clock, where a process's own time cannot be limited, or other work keeps it waiting."""
MEMORY_BYTES = 600 << 20
_PROGRAM = "import sys; sys.path += sys.argv[1:]; from reader.export.apart import serve; serve()"
_MADE, _FAILED = b"+", b"-"


def rendered_apart(source: str, name: str, values: Mapping[str, object]) -> str:
    """As `sandbox.rendered`, in a process that is ended at its limits. Raises ExportError."""
    command = [sys.executable, "-I", "-c", _PROGRAM, *_folders()]
    try:
        done = subprocess.run(
            command,
            input=pickle.dumps((source, name, dict(values))),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ExportError(_too_long(name)) from error
    except OSError as error:
        raise ExportError(f"the template {name} cannot be used: {error.strerror or error}") from error
    said, text = done.stdout[:1], done.stdout[1:].decode("utf-8", "surrogatepass")
    if done.returncode == 0 and said == _MADE:
        return text
    if done.returncode == 0 and said == _FAILED:
        raise ExportError(text)
    raise ExportError(
        _too_long(name) if done.returncode < 0 else f"the template {name} cannot be used: {TOO_MUCH}"
    )


def serve() -> None:
    """Be that process: a template and its values come in, what was made of them goes out."""
    source, name, values = pickle.loads(sys.stdin.buffer.read())  # noqa: S301  from the newsreader that started this
    _limit()
    try:
        answer = _MADE + rendered(source, name, values).encode("utf-8", "surrogatepass")
    except ExportError as error:
        answer = _FAILED + str(error).encode("utf-8", "surrogatepass")
    sys.stdout.buffer.write(answer)


def _limit() -> None:
    """Take no more time and memory than a summary may need, and write no file, where the system knows limits."""
    try:
        import resource
    except ImportError:
        return
    limits = {
        resource.RLIMIT_CPU: CPU_SECONDS,
        resource.RLIMIT_AS: MEMORY_BYTES,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for limit, most in limits.items():
        hard = resource.getrlimit(limit)[1]
        within = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(limit, (within, within))
        except (OSError, ValueError):
            continue  # macOS has no limit of memory; the others hold


def _too_long(name: str) -> str:
    return f"the template {name} was stopped because it takes too long; perhaps a loop in it has no end"


def _folders() -> list[str]:
    """Where this very newsreader and its Jinja are: the process looks nowhere else but in Python's own folders."""
    import jinja2
    import markupsafe

    files = (Path(__file__).parent, Path(jinja2.__file__), Path(markupsafe.__file__))
    return [*dict.fromkeys(str(each.resolve().parent.parent) for each in files)]
