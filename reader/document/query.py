"""The little language of filters: words, "exact words", fields with a colon, - before what must not be."""

import re
from dataclasses import dataclass

from reader.errors import QueryError

MOST_TERMS, MOST_CHARACTERS = 50, 2_000
"""Conditions and characters of a filter, at most: SQLite takes no more nested ones than this in a moment."""
_TERM = re.compile(r'(?P<no>-?)(?:(?P<field>\w+):)?(?:"(?P<exact>[^"]*)"?|(?P<word>\S+))')


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: `words` in a `field` or anywhere; `exact`: in quotation marks; not `wanted`: it must not hold."""

    field: str
    words: str
    exact: bool = False
    wanted: bool = True


def terms(query: str) -> list[Term]:
    """The conditions of *query*, all of which must hold. An address is words, not a field."""
    plain = query.encode("utf-8", "replace").decode().replace("\0", " ")
    return [_term(match) for match in _TERM.finditer(plain)]


def limited(query: str) -> list[Term]:
    """The conditions of a *query* that somebody typed. Raises QueryError for more of it than can be meant."""
    if len(query) > MOST_CHARACTERS:
        raise QueryError(f"a filter has {MOST_CHARACTERS:,} characters at most; this one has {len(query):,}")
    found = terms(query)
    if len(found) > MOST_TERMS:
        raise QueryError(f"a filter has {MOST_TERMS} conditions at most; this one has {len(found):,}")
    return found


def _term(match: re.Match[str]) -> Term:
    field, word, wanted = match["field"] or "", match["word"], not match["no"]
    if word is None:
        return Term(field.casefold(), match["exact"], True, wanted)
    if word.startswith("//"):
        return Term("", f"{field}:{word}", False, wanted)
    return Term(field.casefold(), word, False, wanted)
