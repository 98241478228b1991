"""A yardstick of our own for quotes: invented passages, one trap each, in files by theme.

The corpus that the models learn from has few passages that look like quotes and are none, and few names
and customs from outside one country. A case is a title that says what the trap is, the passage, and after
`---` what a careful reader would say:

    quote WORDS by NAME     a direct quote and its speaker, `nobody` where the text names none
    not a quote WORDS       no quote holds these words
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.analysis import outline_of
from reader.document.article import Article
from reader.document.outline import Outline

HELD = 0.95
"""Share of the traps that must hold."""


class Trap(NamedTuple):
    """One passage; `holds` needs all that is expected."""

    theme: str
    title: str
    text: str
    expected: tuple[str, ...]

    def holds(self) -> bool:
        outline = outline_of(Article(self.text, "trap"))
        return all(_is_true(line, self.text, outline) for line in self.expected)


def _traps() -> Iterator[Trap]:
    for path in sorted((Path(__file__).parent / "traps").glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n===\n"):
            head, _, expected = block.partition("\n---\n")
            title, _, text = head.strip("\n").partition("\n")
            yield Trap(path.stem, title, text, tuple(filter(None, expected.strip().splitlines())))


def _is_true(line: str, text: str, outline: Outline) -> bool:
    """Whether the outline says so; a mention at a sentence's beginning keeps its capital."""
    if line.startswith("not a quote "):
        words = " ".join(line.removeprefix("not a quote ").split())
        return not any(words in quote.span.phrase(text) for quote in outline.direct)
    said = {
        f"quote {q.span.phrase(text)} by {q.speaker.name.phrase(text) if q.speaker else 'nobody'}".lower()
        for q in outline.direct
    }
    return " ".join(line.split()).lower() in said


TRAPS = list(_traps())


def test_the_traps_are_well_made() -> None:
    assert len(TRAPS) >= 150
    assert len({trap.title for trap in TRAPS}) == len(TRAPS)
    for trap in TRAPS:
        whole = " ".join(trap.text.split())
        assert trap.expected, trap.title
        for line in trap.expected:
            words, _, name = line.removeprefix("quote ").rpartition(" by ")
            if line.startswith("not a quote "):
                words, name = line.removeprefix("not a quote "), "nobody"
            assert " ".join(words.split()) in whole, trap.title
            assert name == "nobody" or name in whole, trap.title


@pytest.mark.slow
def test_traps_hold() -> None:
    fallen = [f"{trap.theme}: {trap.title}" for trap in TRAPS if not trap.holds()]
    assert len(fallen) <= (1 - HELD) * len(TRAPS), "\n".join(fallen)
