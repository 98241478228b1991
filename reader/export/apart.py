"""A template of somebody's own, in a process of its own: it ends when it takes too long or too much memory.

A template is a program. Its loops, its powers and its strings cannot be counted beforehand; a process can be ended.
"""

import json
import pickle
import sys
from base64 import b64decode, b64encode
from collections.abc import Mapping

from reader.errors import ExportError, ProcessError
from reader.export.sandbox import TOO_MUCH, rendered
from reader.processes.child import Child

MODULE = "reader.export.apart"
"""What such a process runs."""

CPU_SECONDS = 5
SECONDS = 30.0
"""By the clock, where a process's own time cannot be limited, or other work keeps it waiting."""
MEMORY_BYTES = 600 << 20


def rendered_apart(source: str, name: str, values: Mapping[str, object]) -> str:
    """As `sandbox.rendered`, in a process that is ended at its limits. Raises ExportError."""
    given = b64encode(pickle.dumps(dict(values))).decode()
    try:
        child = Child(MODULE, asked=True)
    except OSError as error:
        raise ExportError(f"the template {name} cannot be used: {error.strerror or error}") from error
    try:
        rows = list(
            child.ask({"source": source, "name": name, "values": given, "seconds": CPU_SECONDS}, SECONDS)
        )
    except ProcessError as error:
        too_long = child.end() < 0
        raise ExportError(
            f"the template {name} was stopped because it takes too long; perhaps a loop in it has no end"
            if too_long
            else f"the template {name} cannot be used: {TOO_MUCH}"
        ) from error
    child.end()
    if "problem" in rows[0]:
        raise ExportError(str(rows[0]["problem"]))
    return str(rows[0]["text"])


def main() -> None:
    """Be that process: a template and its values come in, what was made of them goes out."""
    asked = json.loads(sys.stdin.buffer.readline())
    values = pickle.loads(b64decode(asked["values"]))  # noqa: S301  from the newsreader that started this
    _limit(asked["seconds"])
    try:
        row = {"text": rendered(asked["source"], asked["name"], values)}
    except ExportError as error:
        row = {"problem": str(error)}
    sys.stdout.write(json.dumps(row) + "\n{}\n")


def _limit(seconds: int) -> None:
    """Take no more CPU *seconds* and memory than a summary may, and write no file, where the system knows limits."""
    try:
        import resource
    except ImportError:
        return
    limits = {
        resource.RLIMIT_CPU: seconds,
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


if __name__ == "__main__":
    main()
