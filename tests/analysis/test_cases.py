"""Cases as files: an article and what should be found. Adding one needs no Python.

A file in cases/ holds cases set apart by lines of `===`. A case is a title that says why, then the
text, then, after `---`, one expectation a line:

    quote WORDS by NAME         a direct quote with its speaker; `by nobody` where none is named
    not a quote WORDS           these words are in no quote
    not reported WORDS          these words are in no reported speech
    figure WORDS is BOUND VALUE[..UPPER] [UNIT] [total WHOLE] [of WHAT]
    not a figure WORDS
    no figures
    place WORDS is NAME COUNTRY
    no place WORDS
    person NAME [, ROLE]
    no person WORDS
    heading WORDS | no headings | title WORDS | no title
    language CODE               what the text is in
    sentence WORDS              these words are one sentence
    key WORDS | not key WORDS   a key sentence begins with these words; none does
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.analysis import outline_of
from reader.analysis.pipeline import begin
from reader.analysis.sentences import split_sentences
from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.span import Span


class Case(NamedTuple):
    """One case of a file."""

    title: str
    text: str
    expected: tuple[str, ...]


def _cases() -> Iterator[Case]:
    for path in sorted((Path(__file__).parent / "cases").glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n===\n"):
            head, _, expected = block.partition("\n---\n")
            title, _, text = head.strip("\n").partition("\n")
            yield Case(
                f"{path.stem}: {title}",
                text,
                tuple(" ".join(line.split()) for line in expected.strip().splitlines() if line),
            )


CASES = list(_cases())


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_case(case: Case) -> None:
    outline = outline_of(Article(case.text, "case"))
    assert case.expected
    for line in case.expected:
        assert line in _said(case.text, outline, line), f"{line!r} is not among what was found"


def _said(text: str, outline: Outline, line: str) -> set[str]:
    """Everything that the outline says, in the words of the expectations."""

    def words(span: Span) -> str:
        return span.phrase(text)

    said = {
        f"quote {words(q.span)} by {words(q.speaker.name) if q.speaker else 'nobody'}" for q in outline.direct
    }
    for figure in outline.figures:
        far = f"..{figure.upper:g}" if figure.upper is not None else ""
        unit = f" {figure.unit}" if figure.unit else ""
        whole = f" total {figure.total:g}" if figure.total is not None else ""
        base = f"figure {words(figure.span)} is {figure.bound} {figure.value:g}{far}{unit}{whole}"
        said |= {base, f"{base} of {words(figure.of)}"} if figure.of else {base}
    said |= {
        f"place {words(span)} is {place.name} {place.country}"
        for place in outline.locations
        for span in place.mentions
    }
    for person in outline.people:
        said |= {f"person {words(person.name)}"}
        said |= {f"person {words(person.name)}, {words(person.role)}"} if person.role else set()
    said |= {f"heading {words(each.heading)}" for each in outline.sections if each.heading}
    said |= {f"title {words(outline.title)}"} if outline.title else {"no title"}
    said |= {f"language {outline.language}"}
    said |= {f"sentence {words(each)}" for each in split_sentences(begin(Article(text, "case"))).sentences}
    said |= _absent(text, outline, line)
    return said


def _absent(text: str, outline: Outline, line: str) -> set[str]:
    """The line itself, if it says that something is not there and it is not, or how something begins."""
    quotes = [each.span.text(text) for each in outline.direct]
    reported = [each.span.text(text) for each in outline.indirect]
    places = [span.text(text) for each in outline.locations for span in each.mentions]
    people = [span.text(text) for each in outline.people for span in each.mentions]
    figures = [each.span.phrase(text) for each in outline.figures]
    keys = [each.span.phrase(text) for each in outline.summary]
    inner = [each for each in outline.sections if each.heading and each.heading != outline.title]
    true = {
        "no figures": not outline.figures,
        f"not a figure {line.removeprefix('not a figure ')}": line.removeprefix("not a figure ")
        not in figures,
        "no headings": not inner,
        f"not a quote {line.removeprefix('not a quote ')}": not any(
            line.removeprefix("not a quote ") in q for q in quotes
        ),
        f"not reported {line.removeprefix('not reported ')}": not any(
            line.removeprefix("not reported ") in words for words in reported
        ),
        f"key {line.removeprefix('key ')}": any(key.startswith(line.removeprefix("key ")) for key in keys),
        f"not key {line.removeprefix('not key ')}": not any(
            key.startswith(line.removeprefix("not key ")) for key in keys
        ),
        f"no person {line.removeprefix('no person ')}": line.removeprefix("no person ") not in people,
        f"no place {line.removeprefix('no place ')}": line.removeprefix("no place ") not in places,
    }
    return {words for words, holds in true.items() if holds}
