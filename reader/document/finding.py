"""Words of a query in a text, as SQLite's full-text search takes them: without case and accents, words whole."""

import re
import unicodedata
from collections.abc import Sequence

from reader.document.query import Term
from reader.document.span import Span

_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_WORD = re.compile(r"[^\W_]+")


def first_of(text: str, terms: Sequence[Term]) -> Span | None:
    """The first passage of *text* that fits one of *terms*, each a word, some in a row, or, with `*`, a beginning."""
    patterns = [pattern for pattern in map(_pattern, terms) if pattern]
    found = re.search("|".join(patterns), folded(text)) if patterns else None
    return Span(*found.span()) if found else None


def folded(text: str) -> str:
    """*text* in small letters without accents, each character in its place."""
    return _BEYOND_ASCII.sub(_plain, text).lower()


def _plain(match: re.Match[str]) -> str:
    small = unicodedata.normalize("NFKD", match[0])[0].lower()
    return small if len(small) == 1 else match[0]


def _pattern(term: Term) -> str:
    words = _WORD.findall(folded(term.words))
    end = "" if term.words.endswith("*") and not term.exact else r"(?![^\W_])"
    return r"(?<![^\W_])" + r"[\W_]+".join(words) + end if words else ""
