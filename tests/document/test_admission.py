"""Whatever a record is made of, its texts can be stored and printed."""

from reader.document.article import Article, Media
from reader.document.feed import Entry, Feed, Listed
from reader.document.note import NOWHERE, Note

HALF = "a\ud83db"
WHOLE = "a\ufffdb"


def test_half_an_emoji_is_replaced_in_every_record() -> None:
    made, expected = (
        Article(sign, sign, sign, sign, sign, sign, sign, media=(Media("lead", sign, sign),), notice=sign)
        for sign in (HALF, WHOLE)
    )
    assert made == expected
    assert made.notice == WHOLE
    entry = Entry(HALF, HALF, HALF, HALF, HALF, HALF, HALF)
    assert entry == Entry(*[WHOLE] * 7)
    assert Feed(HALF, HALF, HALF, ()) == Feed(WHOLE, WHOLE, WHOLE, ())
    assert Listed(HALF, HALF, HALF, HALF, (HALF,)) == Listed(WHOLE, WHOLE, WHOLE, WHOLE, (WHOLE,))
    note = Note(1, "", NOWHERE, HALF, HALF, (HALF,), evidence=HALF, before=HALF, after=HALF, origin=HALF)
    assert (note.body, note.tags, note.evidence) == (WHOLE, (WHOLE,), WHOLE)


def test_a_title_has_an_end() -> None:
    assert len(Article("text", "a", "title " * 100_000).title or "") == 1_000
