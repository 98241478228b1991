"""The process that analyses for the screen: kept for the next article, ended at any moment, missed by nobody."""

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from reader.analysis import outline_of
from reader.desk import worker
from reader.desk.analysing import Analysis
from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.summaries import Choice
from reader.errors import AnalysisError, ProcessError
from reader.processes.child import Child

OTHER = Article("“We will stay,” said Anna Berg, the mayor of Oslo. “All 40 of us.”\n", "other.txt")

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def dismissed() -> Iterator[None]:
    yield
    worker.dismiss()


def test_one_process_answers_for_one_article_after_another(seed: Article, seed_outline: Outline) -> None:
    *_, (_, first) = Analysis(seed)
    kept = worker.take()
    worker.give_back(kept)
    *_, (_, second) = Analysis(OTHER)
    assert worker.take() is kept
    worker.give_back(kept)
    assert first == seed_outline
    assert second == outline_of(OTHER)


def test_key_sentences_alone_are_chosen_anew(seed: Article, seed_outline: Outline) -> None:
    ((_, outline),) = Analysis(seed, seed_outline, Choice(wanted=2))
    assert len(outline.summary) == 2
    assert outline.direct == seed_outline.direct


def test_a_process_that_dies_is_said_and_the_next_article_has_another(seed: Article) -> None:
    worker.warm()
    first = worker.take()
    worker.give_back(first)
    analysis = Analysis(seed)
    os.kill(first.pid, signal.SIGSTOP)
    threading.Timer(0.2, first.kill).start()
    with pytest.raises(AnalysisError, match="the text can still be read"):
        list(analysis)
    assert [*Analysis(OTHER)]


def test_who_stops_an_analysis_hears_no_more_of_it(seed: Article) -> None:
    analysis = Analysis(seed)
    analysis.stop()
    assert [*analysis] == []


def test_a_request_that_is_none_ends_the_process_and_no_other() -> None:
    one = Child(worker.MODULE, asked=True)
    with pytest.raises(ProcessError, match="ended with exit code 1"):
        list(one.ask({"outline": {}}))
    assert not one.is_ready
    one.end()
