"""No control sequence passes, and positions stay."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.sanitise import admitted, printable, printable_lines


@given(st.text(st.characters(codec=None)))
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(c) == "Cc" or c in "\u202a\u202e\u2066\u2069" for c in shown)
    assert not any("\ud800" <= c <= "\udfff" for c in shown)
    assert all(unicodedata.category(c) != "Cc" or c == "\n" for c in printable_lines(text))


def test_an_escape_is_shown_as_a_symbol() -> None:
    assert printable("a\x1b[31mb\x9bc") == "a␛[31mb\N{REPLACEMENT CHARACTER}c"


def test_ordinary_text_is_untouched() -> None:
    text = "“Grüße” 👩‍👩‍👧 「はい」 e\u0301 قال"
    assert printable(text) == text


def test_piles_of_combining_marks_are_thinned() -> None:
    assert printable("Z" + "\u0301" * 400).count("\u0301") == 8


def test_an_error_is_one_safe_line() -> None:
    error = SourceError("fi\x1ble\n.txt", "no\x07 such file")
    assert str(error) == "fi␛le .txt: no␇ such file"


@given(st.text(st.characters(codec=None)))
def test_what_is_taken_in_can_be_written_as_utf_8(text: str) -> None:
    taken = admitted(text)
    assert len(taken) == len(text)
    assert taken.encode().decode() == taken


def test_what_is_too_long_is_cut_visibly() -> None:
    assert admitted("abcdef", 4) == "abc…"
    assert admitted("abcd", 4) == "abcd"
