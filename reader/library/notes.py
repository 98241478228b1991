"""Notes in the library: what is written about a passage, and where in each version of its article that stands."""

import json
from dataclasses import dataclass, replace
from typing import Any, cast

from reader.document.article import Article
from reader.document.note import NOWHERE, Note, Status
from reader.document.span import Span
from reader.library.articles import Articles

_NOTE = (
    "select annotation.id, coalesce(place.article, ''), coalesce(start, 0), coalesce(end, 0), quoted, body, tags,"
    " status, evidence, checked_at, before, after, share, origin, annotation.identity, annotation.title"
)
_COLUMNS = 16
_PUT = (
    "insert or replace into annotation (id, identity, title, quoted, before, after, share, body, tags, status,"
    " evidence, checked_at, origin, created_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A note of the library with the article it is about: its address or file, and its title."""

    note: Note
    identity: str
    title: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A note that was taken away, with all that brings it back: where it stood in each version of its article."""

    kept: Kept
    places: tuple[tuple[str, Span], ...]


class Notes(Articles):
    """The notes on all articles."""

    def add_note(
        self,
        article: Article,
        span: Span,
        body: str,
        *,
        status: Status = "unchecked",
        tags: tuple[str, ...] = (),
        evidence: str = "",
        checked_at: float = 0.0,
    ) -> Note:
        """Write a note on the passage *span* of *article*."""
        from reader.anchoring import Passage

        self._known(article)
        passage = Passage.of(article.text, span)
        note = Note(
            0, article.sha256, span, passage.quoted, body, tags, status, evidence, checked_at,
            before=passage.before, after=passage.after, share=passage.share,
        )  # fmt: skip
        return self._insert(note, article.identity, article.title or "")

    def wait(self, note: Note, identity: str, title: str) -> Note:
        """Take in a *note* about an article of this *identity*, to be placed when that is opened."""
        return self._insert(replace(note, article="", span=NOWHERE), identity, title)

    def _insert(self, note: Note, identity: str, title: str) -> Note:
        now = self.clock()
        with self.writing() as database:
            cursor = database.execute(_PUT, (None, identity, title, *_values(note), now, now))
            note = replace(note, id=int(cursor.lastrowid or 0))
            if note.article:
                database.execute("insert into place values (?, ?, ?, ?)", (note.id, note.article, *note.span))
        return note

    def change_note(self, after: Note, before: Note | None = None) -> bool:
        """Write what is other in *after* than it was *before*; its passage and place stay. False where it is gone.

        What another newsreader has changed meanwhile stays; where both changed the words, both are kept.
        """
        change = (
            "update annotation set body = ?, tags = ?, status = ?, evidence = ?, checked_at = ?, changed_at = ?"
            " where id = ?"
        )
        with self.writing() as database:
            now = self.note(after.id)
            if now is None:
                return False
            note = _merged(now, before or now, after)
            values = (note.body, json.dumps(note.tags), note.status, note.evidence, note.checked_at)
            database.execute(change, (*values, self.clock(), note.id))
        return True

    def remove_note(self, note: Note) -> Removed | None:
        """Take *note* away; the answer brings it back with `restore_note`. None where it is gone already."""
        kept = next(iter(self._kept("where annotation.id = ? limit 1", note.id)), None)
        places = self.places(note)
        with self.writing() as database:
            database.execute("delete from annotation where id = ?", (note.id,))
        return Removed(kept, tuple(places)) if kept else None

    def restore_note(self, removed: Removed) -> None:
        """Bring a note back that was removed, with its id and its places."""
        now, kept = self.clock(), removed.kept
        with self.writing() as database:
            database.execute(_PUT, (kept.note.id, kept.identity, kept.title, *_values(kept.note), now, now))
            rows = [(kept.note.id, article, *span) for article, span in removed.places]
            database.executemany("insert or replace into place values (?, ?, ?, ?)", rows)

    def place_note(self, note: Note, article: Article, span: Span) -> Note:
        """Say where in *article* the passage of *note* stands; an empty *span* says that it is not there."""
        self._known(article)
        with self.writing() as database:
            database.execute(
                "insert or replace into place values (?, ?, ?, ?)", (note.id, article.sha256, *span)
            )
        return replace(note, article=article.sha256, span=span)

    def places(self, note: Note) -> list[tuple[str, Span]]:
        """Where *note* stands in each version of its article."""
        rows = self.rows("select article, start, end from place where note = ?", note.id)
        return [(str(article), Span(cast(int, start), cast(int, end))) for article, start, end in rows]

    def note(self, number: int) -> Note | None:
        """The note of this id, in the first version that it stands in."""
        return next((kept.note for kept in self._kept("where annotation.id = ? limit 1", number)), None)

    def notes(self, sha256: str) -> list[Note]:
        """The notes on one article, in the order of its text; those that are not placed come first."""
        return [
            kept.note
            for kept in self._kept("where place.article = ? order by start, end, annotation.id", sha256)
        ]

    def homeless(self, article: Article) -> list[Note]:
        """Notes on other versions of *article* that were not looked for in this one."""
        clause = (
            "where ((annotation.identity != '' and annotation.identity = ?)"
            " or (annotation.identity = '' and annotation.title != '' and annotation.title = ?))"
            " and annotation.id not in (select note from place where article = ?) group by annotation.id"
        )
        values = (article.identity, article.title or "", article.sha256)
        return [kept.note for kept in self._kept(clause, *values)]

    def all_notes(self) -> list[Kept]:
        """Every note once, in the version of its article that was opened last; the latest change first."""
        clause = (
            "left join article on article.sha256 = place.article group by annotation.id"
            " order by changed_at desc, annotation.id desc"
        )
        # Of a group SQLite gives the row in which max() found its value.
        return self._kept(clause, latest=", max(coalesce(opened_at, 0))")

    def origins(self) -> set[str]:
        """Where the notes that were imported come from."""
        return {str(name) for (name,) in self.rows("select origin from annotation where origin != ''")}

    def tags(self) -> list[str]:
        """Every tag that was used, in order."""
        rows = self.rows("select distinct value from annotation, json_each(tags) order by value")
        return [str(tag) for (tag,) in rows]

    def _kept(self, clause: str, *values: object, latest: str = "") -> list[Kept]:
        # The clause is one of the constants above; values are always bound.
        query = f"{_NOTE}{latest} from annotation left join place on place.note = annotation.id {clause}"
        return [_kept(row[:_COLUMNS]) for row in self.rows(query, *values)]


def _merged(now: Note, before: Note, after: Note) -> Note:
    """*now* with what is other in *after* than *before*."""
    body = now.body if before.body == after.body else after.body
    if before.body != after.body and now.body.strip() and now.body not in {before.body, after.body}:
        body = f"{after.body}\n\n{now.body}"
    status = now if (before.status, before.checked_at) == (after.status, after.checked_at) else after
    return replace(
        now,
        body=body,
        tags=now.tags if before.tags == after.tags else after.tags,
        status=status.status,
        checked_at=status.checked_at,
        evidence=now.evidence if before.evidence == after.evidence else after.evidence,
    )


def _values(note: Note) -> tuple[object, ...]:
    return (
        note.quoted, note.before, note.after, note.share, note.body, json.dumps(note.tags), note.status,
        note.evidence, note.checked_at, note.origin,
    )  # fmt: skip


def _kept(row: tuple[object, ...]) -> Kept:
    id_, article, start, end, quoted, body, tags, status, evidence, checked, *more = cast(Any, row)
    before, after, share, origin, identity, title = more
    note = Note(
        id_, article, Span(start, end), quoted, body, tuple(json.loads(tags)), status, evidence, checked,
        before, after, share, origin,
    )  # fmt: skip
    return Kept(note, identity, title)
