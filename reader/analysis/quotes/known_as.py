"""Names that an article prints in quotation marks: a pupil who gave his name as “Kip”, and later, “Kip” nodded."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from reader.analysis.languages import word_sets
from reader.analysis.roles import ROLE_NOUNS
from reader.document.span import Span

_GIVEN = re.compile(
    r"\b(?:(?:known|knew|know|referred|refers?)(?: [^,.;:!?“”\"]{1,40})? as|"
    r"(?:names?|himself|herself|themselves|themself|identified|introduced)(?: \w+)? as|"
    r"(?:call(?:ed|s)?|nam(?:ed|es)|styl(?:ed|es)) (?:him|her|them)(?:self|selves)?|"
    r"(?:goes|go|going|went) by(?: the (?:\w+ )?name(?: of)?)?|answers? to|answered to|"
    r"(?:is|are|was|were|be|been|being|so|also|better|everyone|everybody|friends|colleagues|comrades) "
    r"(?:called|named|calls?)|nicknamed|dubbed|alias|a\.?k\.?a\.?|pseudonym|nickname|call[- ]?sign|code[- ]?name|"
    r"nom de guerre|stage name)(?: (?:is|was|of|only|just|simply))?[\s,:(]*$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[“\"‘'«„](?P<name>[A-ZÀ-ÞŠŽ][\w’'-]*(?:[^\S\n][A-ZÀ-ÞŠŽ][\w’'-]*){0,2}),?[”\"’'»“]\Z")
_WORD = re.compile(r"[\w’'-]+")
_SOMEBODY = ROLE_NOUNS | word_sets("en_quoted")["somebody"]
_REACH = 80


def names_in_marks(text: str, quoted: Sequence[Span]) -> dict[str, list[Span]]:
    """The passages that are a name: given as one somewhere, and printed in marks more than once."""
    matches = [(span, _NAME.match(text, *span)) for span in quoted]
    names = [(span, match["name"]) for span, match in matches if match]
    times = Counter(name for _, name in names)
    given = {name for span, name in names if times[name] > 1 and _GIVEN.search(_before(text, span))}
    found: dict[str, list[Span]] = {name: [] for name in sorted(given)}
    for span, name in names:
        if name in given:
            found[name].append(span)
    return found


def without_names(text: str, quoted: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """The passages but those that are a name, and these names without their marks."""
    named = names_in_marks(text, quoted)
    dropped = set(chain.from_iterable(named.values()))
    names = [Span(span.start + 1, span.start + 1 + len(name)) for name in named for span in named[name]]
    return [span for span in quoted if span not in dropped], sorted(names)


def is_somebody(text: str, name: Span) -> bool:
    """Whether the words before a name in marks give it to somebody: a man known as “Pepper”."""
    before = _before(text, Span(name.start - 1, name.end))
    return _GIVEN.search(before) is not None and not _SOMEBODY.isdisjoint(_WORD.findall(before.lower()))


def _before(text: str, passage: Span) -> str:
    """The words before a passage in its paragraph."""
    start = text.rfind("\n", max(0, passage.start - _REACH), passage.start) + 1
    return text[max(start, passage.start - _REACH) : passage.start]
