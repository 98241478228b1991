"""Who said what across all articles: dossiers of speakers, and names that the reader said are one."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any, cast

from reader.document.names import name_key
from reader.document.span import Span
from reader.library.database import Database

_QUOTES = """
    select quote.id, article.id, sha256, uri, coalesce(title, ''), coalesce(site, ''), published, start, end,
        substr(text, start + 1, end - start), is_direct, coalesce(role, ''), person.name, probability
    from quote join person on person.id = quote.person join article on article.id = quote.article
    join body on body.id = body_id
"""
# Of the versions of an article the one that is shown; the same text elsewhere is somebody else's printing of it.
_OF_PEOPLE = """
    where person.key in (select value from json_each(?))
        and (beneath is null or identity != (select identity from article as lead where lead.id = article.beneath))
    order by article.id, start
"""
_ECHOING = """
    where person.key not in (select value from json_each(?))
        and quote.id in (select rowid from said where said match ?) and beneath is null
    order by article.id desc, start limit 200
"""
_RUN = 5
"""Words with which a quote begins or ends by which it is looked for elsewhere."""
_MOST_ECHOES = 300
"""Quotes that are looked for, the latest."""
_BESIDE = (
    "select person.name, count(distinct quote.article) from quote join person on person.id = quote.person"
    " where article in (select article from quote join person on person.id = quote.person"
    " where key in (select value from json_each(?1))) and key not in (select value from json_each(?1))"
    " group by person.id order by 2 desc, 1 limit 30"
)
_IS_QUOTED = (
    "select 1 from quote join person on person.id = quote.person where key = ?1"
    " or key in (select key from alias where whole = ?1) limit 1"
)
_NAMES = (
    "select person.name, person.key, count(quote.id) from person left join quote on quote.person = person.id"
    " where ' ' || key || ' ' like ? group by person.id order by 3 desc, 1 limit 50"
)

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Said:
    """A quote with its source: `words` as they stand at `span` of the article of this digest.

    `role` is what the article says the speaker is, `name` how it calls them, `probability` how likely it is them.
    """

    id: int
    number: int
    sha256: str
    uri: str
    title: str
    site: str
    published: str | None
    span: Span
    words: str
    is_direct: bool
    role: str
    name: str
    probability: float


@dataclass(frozen=True, slots=True)
class Dossier:
    """A speaker: the `names` that are one, and all that they said, the earliest first.

    `merged` are names that the reader said are the same, `perhaps` other names that may be; `roles` with how often
    each was given; `beside`: who is quoted in the same articles, and in how many.
    """

    name: str
    names: tuple[str, ...]
    merged: tuple[str, ...]
    perhaps: tuple[tuple[str, int], ...]
    roles: tuple[tuple[str, int], ...]
    said: tuple[Said, ...]
    beside: tuple[tuple[str, int], ...]


class People:
    """The speakers in *database*. Raises LibraryError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def named(self, words: str) -> list[tuple[str, int]]:
        """Names that hold *words*, with how many quotes are theirs, the most first."""
        rows = self._database.rows(_NAMES, f"% {name_key(words)}%")
        return [(str(name), cast(int, count)) for name, _, count in rows]

    def dossier(self, name: str) -> Dossier:
        """All that is known of the speaker of this *name*: of those whose whole name it is, and of merged ones.

        Where nobody has it for a whole name, of the only speaker of that surname.
        """
        whole = self._whole(name_key(name))
        if not self._database.rows(_IS_QUOTED, whole):
            whole = self._surnamed(whole) or whole
        merged = [str(key) for (key,) in self._database.rows("select key from alias where whole = ?", whole)]
        keys = json.dumps([whole, *merged])
        said = [_said(row) for row in self._database.rows(_QUOTES + _OF_PEOPLE, keys)]
        names = Counter(each.name for each in said)
        roles = Counter(each.role for each in said if each.role)
        beside = cast(Any, self._database.rows(_BESIDE, keys))
        return Dossier(
            max(names, key=lambda each: (names[each], len(each)), default=name),
            tuple(sorted(names)),
            tuple(merged),
            tuple(self._perhaps({whole, *merged})),
            tuple(roles.most_common()),
            tuple(said),
            tuple((str(other), int(count)) for other, count in beside),
        )

    def echoes(self, dossier: Dossier) -> list[Said]:
        """Quotes of other speakers that hold the words with which one in *dossier* begins or ends."""
        every = [_WORD.findall(each.words) for each in dossier.said[-_MOST_ECHOES:]]
        runs = {tuple(run) for words in every for run in (words[:_RUN], words[-_RUN:])}
        phrases = ['"' + " ".join(run) + '"' for run in sorted(runs) if len(run) == _RUN]
        if not phrases:
            return []
        keys = json.dumps(sorted({*map(name_key, dossier.names), *dossier.merged}))
        return [_said(row) for row in self._database.rows(_QUOTES + _ECHOING, keys, " OR ".join(phrases))]

    def merge(self, name: str, into: str) -> None:
        """Take *name* for another name of the speaker *into*, from now on."""
        key, whole = name_key(name), self._whole(name_key(into))
        if key != whole:
            with self._database.writing() as database:
                database.execute("update alias set whole = ? where whole = ?", (whole, key))
                database.execute("insert or replace into alias values (?, ?)", (key, whole))

    def part(self, name: str) -> bool:
        """Take *name* for nobody else's any more; whether it was."""
        with self._database.writing() as database:
            return database.execute("delete from alias where key = ?", (name_key(name),)).rowcount > 0

    def _surnamed(self, surname: str) -> str | None:
        """The key of the only speaker whose name ends with *surname*; None where there are several, or none."""
        if not surname:
            return None
        found = self._database.rows(_NAMES, f"% {surname} %")
        keys = {
            self._whole(str(key)) for _, key, count in found if count and str(key).endswith(f" {surname}")
        }
        return keys.pop() if len(keys) == 1 else None

    def _whole(self, key: str) -> str:
        rows = self._database.rows("select whole from alias where key = ?", key)
        return str(rows[0][0]) if rows else key

    def _perhaps(self, keys: set[str]) -> list[tuple[str, int]]:
        """Names that share the last word with one of *keys*, and lack or add others."""
        found: dict[str, int] = {}
        for last in {key.split()[-1] for key in keys if key}:
            for name, key, count in self._database.rows(_NAMES, f"% {last} %"):
                words = set(str(key).split())
                alike = any(words <= set(each.split()) or words >= set(each.split()) for each in keys)
                if alike and key not in keys and count:
                    found[str(name)] = cast(int, count)
        return sorted(found.items(), key=lambda each: -each[1])


def _said(row: tuple[Any, ...]) -> Said:
    values: Any = (*row[:7], Span(*row[7:9]), row[9], bool(row[10]), *row[11:])
    return Said(*values)
