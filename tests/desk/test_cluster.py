"""The same bytes from a cluster of two workers; one that is lost costs nothing but time."""

import asyncio
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        distributed: Any = pytest.importorskip("distributed")
    loop = asyncio.new_event_loop()  # a test before may have closed the thread's own
    asyncio.set_event_loop(loop)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        yield cluster
    loop.close()


def files(tmp_path: Path, count: int) -> list[str]:
    for number in range(count):
        text = f"“We have {number} boats,” said Anna Berg, the mayor of Oslo.\n" * 30
        (tmp_path / f"{number:03}.txt").write_text(text)
    return [str(tmp_path), str(tmp_path / "missing.txt")]


def test_the_cluster_gives_the_same_bytes(
    cluster: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["outline", "--format", "jsonl", *files(tmp_path, 12)]
    assert main(command) == 1
    alone = capsys.readouterr()
    assert main([*command, "--scheduler", cluster.scheduler_address]) == 1
    assert capsys.readouterr() == alone


def test_a_lost_worker_costs_nothing_but_time(
    cluster: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.desk import cluster as ours

    command = ["outline", "--format", "jsonl", *files(tmp_path, 40)]
    assert main(command) == 1
    alone = capsys.readouterr()
    begun = 0

    def losing(client: Any, task: Any) -> Any:
        nonlocal begun
        begun += 1
        if begun == 8:
            next(iter(cluster.workers.values())).process.process.kill()
        return real(client, task)

    real = ours._begun
    monkeypatch.setattr(ours, "_begun", losing)
    assert main([*command, "--scheduler", cluster.scheduler_address]) == 1
    told = capsys.readouterr()
    assert told.out == alone.out
    assert [line for line in told.err.splitlines() if line.startswith("newsreader")] == alone.err.splitlines()


def test_a_scheduler_that_is_not_there_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.desk.cluster._PATIENCE", 0.5)
    assert main(["outline", "--scheduler", "tcp://127.0.0.1:9", *files(tmp_path, 1)]) == 1
    assert "no Dask scheduler answers at tcp://127.0.0.1:9" in capsys.readouterr().err
