"""The saved summary: what renders are the article's words; what is saved twice is the same."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.analysis import outline_of
from reader.document.article import Article
from reader.document.note import Note
from reader.document.outline import Figure, Outline
from reader.document.span import Span
from reader.export import escape
from reader.export.anchors import anchors
from reader.export.markdown import summary
from reader.export.wording import amount
from reader.sanitise import printable
from tests.strategies import texts

PARSER = MarkdownIt("commonmark").enable("table")


def _text(tokens: list[Token]) -> str:
    parts = []
    for token in tokens:
        if token.type in {"text", "code_inline", "html_inline", "html_block", "text_special"}:
            parts.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        parts.append(_text(token.children or []))
    return "".join(parts)


def _quoted(markdown: str) -> list[str]:
    """The words of every block quote, as a CommonMark parser renders them."""
    tokens = PARSER.parse(markdown.split("\n---\n", 1)[1])
    found, depth = [], 0
    for token in tokens:
        depth += token.nesting if token.type.startswith("blockquote") else 0
        if token.type == "inline" and depth:
            found.append(_text(token.children or []))
    return found


def test_every_quoted_string_is_in_the_article(seed: Article, seed_outline: Outline) -> None:
    quoted = _quoted(summary(seed, seed_outline.without_reported()))
    assert len(quoted) == 11
    assert all(words in seed.text for words in quoted)


def test_reported_speech_has_a_part_of_its_own(seed: Article, seed_outline: Outline) -> None:
    text = summary(seed, seed_outline)
    reported = text.partition("## Reported speech")[2]
    assert f"^{anchors(seed, seed_outline)[seed_outline.indirect[0].id]}" in reported
    for each in seed_outline.indirect:
        for part in each.parts or (each.span,):
            assert part.text(seed.text).splitlines()[0].split()[0] in reported
    assert all(part in seed.text for words in _quoted(text) for part in words.split(" […] "))


def test_a_speaker_who_is_not_sure_is_called_probable(seed: Article, seed_outline: Outline) -> None:
    quote = seed_outline.direct[0]
    assert quote.speaker
    unsure = replace(quote, speaker=replace(quote.speaker, probability=0.3))
    text = summary(seed, replace(seed_outline, quotes=(unsure,)))
    assert "### Probably Hanna Maliar, Deputy Minister of Defense of Ukraine\n" in text


def test_the_summary_of_the_seed_article(seed: Article, seed_outline: Outline) -> None:
    note = Note(1, seed.sha256, seed_outline.direct[0].span, "", "first official confirmation")
    text = summary(seed, seed_outline, [note])
    assert "### Hanna Maliar, Deputy Minister of Defense of Ukraine\n" in text
    assert f"^{anchors(seed, seed_outline)['q1']}\n\n**Note:** first official confirmation ^n1\n" in text
    assert f'sha256: "{seed.sha256}"' in text
    assert r"| \> 600 | enemy soldiers | 600 |" in text
    assert text == summary(seed, seed_outline, [note])


def test_a_note_on_a_passage_without_an_item_is_at_the_end(seed: Article, seed_outline: Outline) -> None:
    span = Span(80, 100)
    text = summary(seed, seed_outline, [Note(1, seed.sha256, span, "", "odd")])
    assert text.endswith(
        f"## Notes\n\n> \\[…\\] {span.text(seed.text).strip()} \\[…\\]\n\n80–100\n\n**Note:** odd ^n1\n"
    )


@given(st.text(max_size=80))
def test_escaped_words_render_as_themselves(words: str) -> None:
    shown = " ".join(printable(" ".join(words.split())).split())
    tokens = PARSER.parse(f"x {escape.markdown(words)}")
    rendered = _text(tokens)
    assert rendered.removeprefix("x").split() == shown.split()
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]


@given(
    st.sampled_from(
        [
            "- x",
            "+ x",
            "12. x",
            "1) x",
            "# x",
            "> x",
            "---",
            "***",
            "===",
            "~~~",
            "```",
            "    x",
            "| a | b |",
            "[x]: y",
        ]
    )
)
def test_what_begins_a_block_is_text_at_the_start_of_a_line(words: str) -> None:
    tokens = PARSER.parse(escape.markdown(words))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert _text(tokens) == words.strip()


@given(texts)
def test_any_article_gives_markdown_whose_quotes_are_its_words(text: str) -> None:
    article = Article(text, "https://news.example/a?b=1")
    markdown = summary(article, outline_of(article))
    plain = "".join(printable(" ".join(text.split())).split())
    assert all("".join(words.split()) in plain for words in _quoted(markdown))
    assert "\x1b" not in markdown


@given(st.text())
def test_yaml_scalars_are_json_strings(words: str) -> None:
    assert json.loads(escape.yaml(words)) == printable(words)


def test_amounts_in_words() -> None:
    def figure(value: float, unit: str | None, upper: float | None = None) -> Figure:
        return Figure("f1", Span(0, 1), value, upper, ">", unit, "count", None)

    assert amount(figure(11919, None)) == "> 11,919"
    assert amount(figure(1.9e9, "NOK")) == "> 1.9 billion NOK"
    assert amount(figure(4, "year", 5)) == "> 4–5 years"
    assert amount(figure(1, "day")) == "> 1 day"
