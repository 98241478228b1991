"""The same text in several outlets: one of them is shown, the others stand beneath it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from reader.library.database import Database

WINDOW = 30 * 86_400
"""Seconds in which the same text comes from several outlets."""
_ALIKE = (
    "select distinct band.article from band join article on article.id = band.article"
    " join article as mine on mine.id = ?2 where band.key in (select value from json_each(?1))"
    " and article.id != ?2 and article.identity != mine.identity and abs(article.id - ?2) < ?3 limit 50"
)
_OUTLETS = (
    "select article.id, coalesce(site, ''), uri, published from article"
    " where article.beneath = ? and identity != (select identity from article as lead where lead.id = article.beneath)"
    " order by article.id"
)

_RELATED = (
    "select article from (select article, 2 as weight from mentioned where person in"
    " (select person from mentioned where article = ?1) union all select article, 1 from located where toponym in"
    " (select toponym from located where article = ?1)) join article as other on other.id = article"
    " where article != ?1 and beneath is null and abs(article - ?1) < ?2 group by article having sum(weight) >= ?3"
    " order by sum(weight) desc, article desc limit ?4"
)
# What the reader has marked or opened is not put away.
_MARKED = (
    "select 1 from article where id = ? and (is_starred or opened_at is not null"
    " or id in (select article from article_tag) or (sha256 in (select article from place)"
    " and sha256 != (select sha256 from article as lead where lead.id = ?)))"
)
_LEAD = (
    "select lead.id, lead.came_at from article join article as lead"
    " on lead.id = coalesce(article.beneath, article.id) where article.id = ?"
)
_WHILE = 3_600.0
_DAYS = 4 * 86_400
_COMMON = 3


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who else has the text of an article."""

    number: int
    site: str
    uri: str
    published: str | None


class Stories:
    """What belongs together in *database*. Raises LibraryError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sketch(self, number: int, bands: Sequence[int]) -> None:
        """Keep by which *bands* of its sketch an article is found; those of long ago go."""
        with self._database.writing() as database:
            database.execute("delete from band where article = ?", (number,))
            database.executemany(
                "insert or ignore into band values (?, ?)", [(band, number) for band in bands]
            )

    def forget(self, before: int) -> None:
        """Look no more for the texts of articles that came out *before* a second."""
        with self._database.writing() as database:
            database.execute("delete from band where article < ?", (before,))

    def alike(self, number: int, bands: Sequence[int]) -> list[int]:
        """Articles elsewhere, of about the same time, of which a band is the same."""
        rows = self._database.rows(_ALIKE, json.dumps(list(bands)), number, WINDOW)
        return [cast(int, other) for (other,) in rows]

    def fold(self, number: int, other: int) -> None:
        """Show the earlier of two articles with the same text, with the later one beneath it.

        That is what came here first; of what came within an hour, what says that it came out first: a date is easily
        given, and what has been shown for a while does not change hands.
        """
        with self._database.writing() as database:
            leads = [database.execute(_LEAD, (each,)).fetchone() for each in (number, other)]
            if not all(leads) or leads[0] == leads[1]:
                return
            (lead, came), (under, other_came) = sorted(leads)
            if came > other_came + _WHILE:
                lead, under = under, lead
            if database.execute(_MARKED, (under, lead)).fetchone():
                return
            database.execute("update article set beneath = ?1 where id = ?2 or beneath = ?2", (lead, under))

    def unfold(self, number: int) -> list[int]:
        """Show all that stand beneath an article by themselves, and fold none of them again; which those are."""
        numbers = [outlet.number for outlet in self.outlets(number)]
        with self._database.writing() as database:
            for each in (number, *numbers):
                database.execute("delete from band where article = ?", (each,))
            for each in numbers:
                database.execute("update article set beneath = null where id = ?", (each,))
        return numbers

    def put_beneath(self, number: int, numbers: Sequence[int]) -> None:
        """Show these articles, with what is beneath them, beneath the one of this *number* or the one above that."""
        with self._database.writing() as database:
            row = database.execute(
                "select coalesce(beneath, id) from article where id = ?", (number,)
            ).fetchone()
            under = [each for each in numbers if row and each != row[0]]
            database.executemany(
                "update article set beneath = ?1 where id = ?2 or beneath = ?2",
                [(row[0], each) for each in under],
            )

    def related(self, number: int, most: int = 12) -> list[int]:
        """Articles of about the same days that name the same people and places, those with the most first."""
        rows = self._database.rows(_RELATED, number, _DAYS, _COMMON, most)
        return [cast(int, other) for (other,) in rows]

    def outlets(self, number: int) -> list[Outlet]:
        """Who else has the text of the article of this number."""
        return [Outlet(*cast(Any, row)) for row in self._database.rows(_OUTLETS, number)]
