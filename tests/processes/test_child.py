"""What is said of a process that ends too early, takes too long, or answers nonsense; and that the next one works."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.document.article import Article
from reader.document.codec import to_json
from reader.document.outline import Outline
from reader.errors import ProcessError
from reader.processes.child import Child
from reader.processes.command import ending
from reader.processes.crew import Crew

REQUEST = {"outline": to_json(Article("“We have 40 boats,” said Anna Berg.\n", "a"), Outline())}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (3, "ended with exit code 3"),
        (-9, "was ended by signal 9 (SIGKILL)"),
        (-11, "was ended by signal 11 (SIGSEGV)"),
        (-99, "was ended by signal 99 (unknown)"),
        (None, "stopped answering"),
    ],
)
def test_how_a_process_ended_is_put_into_words(code: int | None, words: str) -> None:
    assert ending(code) == words


@pytest.fixture
def child() -> Iterator[Child]:
    child = Child("reader.analysis", asked=True)
    yield child
    child.end()


@pytest.mark.slow
def test_a_process_that_takes_too_long_is_ended_and_that_is_said(child: Child) -> None:
    assert [*child.ask(REQUEST, 60)]
    os.kill(child.pid, signal.SIGSTOP)
    with pytest.raises(ProcessError, match="it took longer than 1 s"):
        list(child.ask(REQUEST, 0.6))
    assert not child.is_ready


@pytest.mark.slow
def test_a_process_that_dies_is_said_with_its_signal(child: Child) -> None:
    assert [*child.ask(REQUEST)]
    os.kill(child.pid, signal.SIGSEGV)
    with pytest.raises(ProcessError, match=r"the process that did it was ended by signal 11 \(SIGSEGV\)"):
        list(child.ask(REQUEST))


@pytest.mark.slow
def test_a_process_that_writes_something_else_is_ended() -> None:
    child = Child("reader", "outline", "--format", "markdown", "/dev/stdin", asked=True)
    assert child._process.stdin is not None
    child._process.stdin.write("Words of an article.\n")
    child._process.stdin.close()
    with pytest.raises(ProcessError):
        list(child.ask({}))
    child.end()


@pytest.mark.slow
def test_what_a_command_says_and_how_it_ended_is_heard() -> None:
    child = Child("reader", "outline", "nothing.txt")
    assert [*child.rows()] == []
    assert child.ended() == 1
    assert child.said.startswith("nothing.txt: ")


@pytest.mark.slow
def test_a_crew_replaces_a_process_that_died() -> None:
    crew = Crew("reader.analysis")
    assert "outline" in crew.ask(REQUEST)
    os.kill(crew._free[0].pid, signal.SIGKILL)
    assert crew._free[0].ended() == -signal.SIGKILL
    with pytest.raises(ProcessError, match="signal 9"):
        crew.ask(REQUEST)
    assert "outline" in crew.ask(REQUEST)
    crew.end()
    with pytest.raises(ProcessError, match="stopped"):
        crew.ask(REQUEST)


@pytest.mark.slow
def test_no_pipe_is_left_open() -> None:
    def pipes() -> int:
        return len([*Path("/proc/self/fd").iterdir()])

    before = pipes()
    for _ in range(3):
        Child("reader.analysis", asked=True).end()
    assert pipes() == before
