"""Filters as SQL: which articles of the library a query means."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from reader.document.moments import moment
from reader.document.names import name_key
from reader.document.query import Term, limited
from reader.errors import QueryError

FIELDS = (
    'words "exact words" begin* title: quote: note: speaker: person: place: from: folder: tag: newer:2d'
    " older:2024-01-31 unread starred is:read|opened|noted|changed, - before one for not"
)
"""The language in one line."""
_AGE = re.compile(r"(?P<count>\d{1,6})(?P<unit>[hdwmy])")
_UNITS = {"h": 3_600, "d": 86_400, "w": 7 * 86_400, "m": 30 * 86_400, "y": 365 * 86_400}
_WORD = re.compile(r"\w")
_NOTHING = '""'
_BARE = ("unread", "starred")
_Values = Callable[[Term, float], list[object]]


@dataclass
class Chosen:
    """What a query means: conditions on `article` with their values, and what is looked for in the words' index.

    `words` are the terms of that.
    """

    conditions: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)
    match: str = ""
    words: list[Term] = field(default_factory=list)

    def add(self, condition: str, values: list[object], *, wanted: bool = True) -> None:
        """One condition more."""
        self.conditions.append(f"{'' if wanted else 'not '}({condition})")
        self.values += values


def chosen(query: str, now: float | None = None) -> Chosen:
    """What *query* means at the time *now*. Raises QueryError."""
    found = Chosen()
    now = time.time() if now is None else now
    wanted: list[str] = []
    unwanted: list[str] = []
    for term in map(_spelt_out, limited(query)):
        if _is_unfinished(term):
            raise QueryError(f"{term.words} wants a word behind it")
        if term.field in {"", "title"}:
            phrase = _phrase(term)
            (wanted if term.wanted else unwanted).extend([phrase] if phrase else [])
            found.words += [term] if phrase and term.wanted else []
        elif term.field == "is":
            found.add(_state(term), [], wanted=term.wanted)
        elif term.field in _SQL:
            condition, values = _SQL[term.field]
            found.add(condition, values(term, now), wanted=term.wanted)
        else:
            raise QueryError(f"there is no field {term.field}: here; {FIELDS}")
    if wanted:
        found.match = " AND ".join(wanted) + "".join(f" NOT {phrase}" for phrase in unwanted)
    elif unwanted:
        found.add(_UNWANTED, [" OR ".join(unwanted)], wanted=False)
    return found


def _is_unfinished(term: Term) -> bool:
    """Whether a field was named and nothing that is to be in it."""
    name, sign, rest = term.words.casefold().partition(":")
    return bool(sign) and not (term.field or term.exact or rest) and (name in _SQL or name in {"is", "title"})


def _spelt_out(term: Term) -> Term:
    """A state may stand without `is:`."""
    is_state = not term.field and not term.exact and term.words.casefold() in _BARE
    return Term("is", term.words, wanted=term.wanted) if is_state else term


def _state(term: Term) -> str:
    words = term.words.casefold()
    if words not in _IS:
        raise QueryError(f"is:{term.words} means nothing here; is: takes {', '.join(_IS)}")
    return _IS[words]


def _phrase(term: Term) -> str:
    """*term* as FTS5 writes it; empty for what holds no word."""
    if not _WORD.search(term.words):
        return ""
    begins = " *" if term.words.endswith("*") and not term.exact else ""
    words = term.words.rstrip("*").replace('"', '""')
    return f'{"title: " if term.field == "title" else ""}"{words}"{begins}'


def _words(count: int) -> _Values:
    """So many times what is looked for in an index of words."""
    return lambda term, _: [_phrase(term) or _NOTHING] * count


def _like(count: int, pattern: str = "%{}%") -> _Values:
    """So many times the words in a *pattern* of SQL's `like`."""

    def values(term: Term, _: float) -> list[object]:
        words = re.sub(r"[\\%_]", r"\\\g<0>", term.words.strip("/"))
        return [pattern.format(words)] * count

    return values


def _name(count: int) -> _Values:
    """So many times a name: its words in a row, whole if they are `exact`, else from the beginning of one."""
    return lambda term, _: [f"% {name_key(term.words)}{' %' if term.exact else '%'}"] * count


def _second(term: Term, now: float) -> list[object]:
    age = _AGE.fullmatch(term.words.casefold())
    if age:
        return [int(now - int(age["count"]) * _UNITS[age["unit"]])]
    told = moment(term.words)
    if told is None:
        raise QueryError(f"{term.field}:{term.words} is no time; write 12h, 2d, 3w, 6m, 1y or 2024-01-31")
    return [int(told)]


_UNWANTED = "article.id in (select rowid from words where words match ?)"
_IS = {
    "unread": "not is_read",
    "read": "is_read",
    "starred": "is_starred",
    "opened": "opened_at is not null",
    "noted": (
        "sha256 in (select article from place) or identity in (select identity from annotation where identity != '')"
    ),
    "changed": (
        "exists (select 1 from article as other where other.beneath = article.id"
        " and other.identity = article.identity and other.of_feed = article.of_feed"
        " and not (other.of_feed and exists (select 1 from entry where entry.article = other.id)))"
    ),
}
_SQL: dict[str, tuple[str, _Values]] = {
    "quote": (
        "article.id in (select quote.article from said join quote on quote.id = said.rowid where said match ?)",
        _words(1),
    ),
    "note": (
        "sha256 in (select article from place where note in (select rowid from noted where noted match ?))"
        " or identity in (select identity from annotation where identity != ''"
        " and id in (select rowid from noted where noted match ?))",
        _words(2),
    ),
    "speaker": (
        "article.id in (select article from quote where person in"
        " (select id from person where ' ' || key || ' ' like ?))",
        _name(1),
    ),
    "person": (
        "article.id in (select article from mentioned where person in"
        " (select id from person where ' ' || key || ' ' like ?)"
        " union select article from quote where person in"
        " (select id from person where ' ' || key || ' ' like ?))",
        _name(2),
    ),
    "place": (
        "article.id in (select article from located join toponym on toponym.id = toponym"
        " where name like ? escape '\\' or country like ? escape '\\')",
        _like(2, "{}%"),
    ),
    "from": (
        "article.id in (select came.article from came where feed in (select feed.id from feed"
        " where name like ? escape '\\' or title like ? escape '\\' or uri like ? escape '\\'))"
        " or (of_feed != 1 and (site like ? escape '\\' or identity like ? escape '\\'))",
        _like(5),
    ),
    "feed": ("article.id in (select came.article from came where feed = ?)", _like(1, "{}")),
    "folder": (
        "article.id in (select came.article from came where feed in"
        " (select feed.id from feed where folder || '/' like ? escape '\\'))",
        _like(1, "{}/%"),
    ),
    "tag": (
        "article.id in (select article from article_tag where tag like ? escape '\\')"
        " or article.id in (select came.article from came where feed in"
        " (select feed.id from feed, json_each(feed.tags) where json_each.value like ? escape '\\'))",
        _like(2, "{}"),
    ),
    "newer": ("article.id >= ?", _second),
    "older": ("article.id < ?", _second),
}
