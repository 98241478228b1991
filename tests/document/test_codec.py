"""Outlines as JSON: schema, round trip, refusals."""

import json

import jsonschema
import pytest
from hypothesis import given, settings

from reader.analysis import outline_of
from reader.document.article import Article, MarkedHeading
from reader.document.codec import from_json, schema, to_json
from reader.document.outline import Outline
from reader.document.span import Span
from reader.errors import OutlineError
from tests.strategies import texts


def test_the_published_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_seed_article_follows_the_schema(seed: Article, seed_outline: Outline) -> None:
    jsonschema.validate(to_json(seed, seed_outline), schema())


@settings(max_examples=25)
@given(texts)
def test_out_and_in_is_the_same_and_follows_the_schema(text: str) -> None:
    article = Article(text=text, uri="any")
    outline = outline_of(article)
    data = to_json(article, outline)
    jsonschema.validate(data, schema())
    again = json.loads(json.dumps(data))
    assert from_json(again) == (article, outline)


def test_headings_of_the_source_survive() -> None:
    marked = Article("Title\nText.", "page", headings=(MarkedHeading(Span(0, 5), 1),))
    assert from_json(to_json(marked, Outline()))[0].headings == marked.headings
    bare = Article("Text.", "page", headings=())
    assert from_json(to_json(bare, Outline()))[0].headings == ()


@pytest.mark.parametrize("data", [{}, {"schema": "newsreader-outline/1"}, {"schema": "newsreader-outline/2"}])
def test_what_is_no_outline_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(OutlineError):
        from_json(data)


def test_every_passage_carries_the_words_at_its_range(seed: Article, seed_outline: Outline) -> None:
    def walk(value: object) -> None:
        if isinstance(value, dict):
            if "start" in value and "text" in value:
                assert seed.text[value["start"] : value["end"]] == value["text"]
            for each in value.values():
                walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)

    walk(to_json(seed, seed_outline))


def test_an_unnamed_speaker_carries_the_reason_that_the_article_gives() -> None:
    text = "“It will not open,” said an engineer, who asked not to be named because the tender is secret."
    article = Article(text, "a")
    speaker = to_json(article, outline_of(article))["quotes"][0]["speaker"]
    assert speaker["kind"] == "unnamed"
    assert speaker["reason"]["text"] == "who asked not to be named because the tender is secret"
