"""What a quotation does with the words, and sources without a name."""

import pytest

from reader.analysis import outline_of
from reader.document.anonymity import unnamed
from reader.document.article import Article
from reader.document.outline import Quote
from reader.document.span import Span
from reader.document.wording import edits


def of(words: str) -> tuple[str, ...]:
    return edits(words, Quote("q1", Span(0, len(words)), "direct", None, None, ""))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“We will go.”", ()),
        ("“were successful”", ("partial",)),
        ("“We will […] go.”", ("[…]",)),
        ("“We will [...] go.”", ("[…]",)),
        ("“We … will go.”", ("[…]",)),
        ("“We will go…”", ()),
        ("“[The minister] will go.”", ("[inserted]",)),
        ("“They was [sic] there.”", ("[sic]",)),
        ("“it [the bridge] will […] stand”", ("[…]", "[inserted]", "partial")),
        ("“2,000 of them”", ("partial",)),
        ("「計画は順調だ」", ()),
        ("“”", ()),
    ],
)
def test_what_was_done_to_the_words(words: str, expected: tuple[str, ...]) -> None:
    assert of(words) == expected


def test_reported_speech_is_no_quotation() -> None:
    assert edits("they were late", Quote("r1", Span(0, 14), "indirect", None, None, "")) == ()


@pytest.mark.parametrize(
    ("text", "speaker", "reason"),
    [
        (
            "“The talks are over,” said a senior official, who spoke on condition of anonymity because he was not "
            "allowed to discuss them.",
            "a senior official",
            "who spoke on condition of anonymity because he was not allowed to discuss them",
        ),
        (
            "“We saw nothing,” said a neighbour who asked not to be named.",
            "a neighbour",
            "who asked not to be named",
        ),
        (
            "“It was over quickly,” said one diplomat, who was not authorized to speak publicly.",
            "one diplomat",
            "who was not authorized to speak publicly",
        ),
        ("“We saw nothing,” said a neighbour.", "a neighbour", None),
    ],
)
def test_a_source_without_a_name_comes_with_the_reason_that_is_given(
    text: str, speaker: str, reason: str | None
) -> None:
    (found,) = (each for each in unnamed(text, outline_of(Article(text, "a"))) if each.quote.kind == "direct")
    assert found.quote.speaker is not None
    assert found.quote.speaker.name.text(text).startswith(speaker)
    assert (found.reason.text(text) if found.reason else None) == reason


def test_who_has_a_name_is_not_among_them_and_words_that_were_said_give_no_reason() -> None:
    text = "“They asked not to be named,” said Anna Berg.\n“I asked not to be named,” said a clerk.\n"
    found = unnamed(text, outline_of(Article(text, "a")))
    assert [each.quote.span.text(text) for each in found] == ["“I asked not to be named,”"]
    assert found[0].reason is None
