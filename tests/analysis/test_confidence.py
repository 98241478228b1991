"""A speaker is a fact only where everything on the way to the name is as good as sure."""

import pytest

from reader.analysis import outline_of
from reader.analysis.quotes.confidence import FACT, NAMED, Evidence, confidence
from reader.document.article import Article
from reader.document.outline import SURE, Speaker

BESIDE, CUE, NEAR = (
    "cue and source stand beside it", "a cue joins it to this source", "the likeliest source near it"
)  # fmt: skip
THERE, SPOKE = "the name stands there", "the pronoun suits who spoke before"


def test_a_name_beside_the_quotation_is_a_fact() -> None:
    assert confidence(Evidence(BESIDE, 0.99, THERE, 1.0, "name", direct=True)) >= FACT


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence(NEAR, 0.35, THERE, 1.0, "name", direct=True),
        Evidence(CUE, 0.4, THERE, 1.0, "organisation", direct=True),
        Evidence(BESIDE, 0.99, SPOKE, NAMED - 0.01, "name", direct=True),
    ],
)
def test_what_is_doubtful_is_less_than_one_half(evidence: Evidence) -> None:
    assert confidence(evidence) < SURE


@pytest.mark.parametrize("rule", [BESIDE, CUE, NEAR])
def test_who_is_likelier_is_no_less_sure(rule: str) -> None:
    found = [
        confidence(Evidence(rule, share, THERE, 1.0, "name", direct=True)) for share in (0.2, 0.6, 0.9, 0.995)
    ]
    assert found == sorted(found)


def test_of_two_whom_she_may_mean_none_is_a_fact() -> None:
    text = (
        "Anna Berg and Berta Falk met in Oslo. They spoke of the bridge.\n\n“We will rebuild it,” she said."
    )
    speaker = outline_of(Article(text, "")).direct[0].speaker
    assert speaker is None or not speaker.is_named or not speaker.is_sure


def _reported(text: str) -> Speaker:
    speaker = outline_of(Article(text, "")).indirect[0].speaker
    assert speaker is not None
    return speaker


@pytest.mark.parametrize(
    "text",
    [
        "The baker Ann Lee said that the oven would be lit on Sunday.",
        "Rolf Hansen, the ferry's captain, said the crossing would be closed until noon.",
    ],
)
def test_a_name_beside_its_verb_of_saying_is_a_fact(text: str) -> None:
    assert _reported(text).is_sure


def test_a_reported_statement_is_weighed_by_how_its_parts_lie() -> None:
    sure = Evidence(CUE, 0.99, THERE, 1.0, "name", direct=False, joined=("cue 1", "cue 2", "cue 3"))
    assert confidence(sure) != confidence(sure._replace(joined=("rivals 2", "apart True")))
