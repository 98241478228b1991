"""The same outlines on a Dask cluster that is there already: newsreader has to be installed on its workers.

Articles are read here and analysed there, so that workers need neither the files nor the web. What a lost worker had
under way is done again by another.
"""

import socket
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any

from reader.desk.articles import open_article
from reader.desk.batch import AHEAD, Outcome, Task, outline_for
from reader.document.origin import Origin
from reader.errors import ClusterError, NewsreaderError

_PORT = 8786
"""Of a Dask scheduler whose address names none."""
_PATIENCE = 15.0
"""Seconds to wait for the scheduler."""


def outlines(tasks: Iterable[Task], scheduler: str) -> Iterator[Outcome]:
    """What comes of *tasks*, in their order, on the cluster of the *scheduler* at an address. Raises ClusterError."""
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise ClusterError("Dask is not installed: pip install 'newsreader[dask]'") from error
    try:
        _reach(scheduler)
        client = distributed.Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(f"no Dask scheduler answers at {scheduler}: {error}") from error
    with client:
        waiting: deque[Outcome | tuple[Task, Any]] = deque()
        for task in tasks:
            if len(waiting) >= AHEAD * max(1, sum(client.ncores().values())):
                yield _result(waiting.popleft())
            waiting.append(_begun(client, task))
        while waiting:
            yield _result(waiting.popleft())


def _reach(scheduler: str) -> None:
    """Connect once: Dask itself tries for long, and leaves threads behind where nobody answers.

    Raises OSError and ValueError.
    """
    addressing: Any = import_module("distributed.comm.addressing")
    protocol, where = addressing.parse_address(scheduler)
    if protocol in {"tcp", "tls", "ws", "wss"}:
        socket.create_connection(addressing.parse_host_port(where, _PORT), _PATIENCE).close()


def _begun(client: Any, task: Task) -> Outcome | tuple[Task, Any]:
    """The task under way; its outcome where its article cannot be read."""
    asked = task.input
    if asked.problem:
        return outline_for(task)
    try:
        article = asked.article or open_article(asked.name, Origin.TYPED)
    except NewsreaderError as error:
        return Outcome(asked.name, problem=str(error))
    whole = replace(task, input=replace(asked, article=article))
    return whole, client.submit(outline_for, whole, pure=False, retries=2)


def _result(begun: Outcome | tuple[Task, Any]) -> Outcome:
    if isinstance(begun, Outcome):
        return begun
    task, future = begun
    try:
        outcome: Outcome = future.result()
    except Exception as error:  # noqa: BLE001 whatever happened on a worker is that article's outcome
        return Outcome(
            task.input.name, problem=f"{task.input.name}: {type(error).__name__} on the cluster: {error}"
        )
    return outcome
