"""No control sequence passes, and positions stay."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size

from reader.errors import SourceError
from reader.sanitise import MARKS_IN_A_ROW, admitted, printable, printable_file, printable_lines

ANYTHING = st.text(st.characters(codec=None))
PILED = st.text(
    st.sampled_from("e ु\u0301\u200d\u200e\ufe0f\U000e0061\U0001f3f4\u1161\U000e0101"), max_size=60
)


@given(ANYTHING)
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(c) == "Cc" or c in "\u202a\u202e\u2066\u2069" for c in shown)
    assert not any("\ud800" <= c <= "\udfff" for c in shown)
    assert all(unicodedata.category(c) != "Cc" or c == "\n" for c in printable_lines(text))
    assert all(unicodedata.category(c) != "Cc" or c in "\n\t" for c in printable_file(text))


@given(ANYTHING | PILED)
def test_what_is_printable_stays_as_it_is(text: str) -> None:
    shown = printable(text)
    assert printable(shown) == printable_lines(shown) == printable_file(shown) == shown


def test_an_escape_is_shown_as_a_symbol() -> None:
    assert printable("a\x1b[31mb\x9bc") == "a␛[31mb\N{REPLACEMENT CHARACTER}c"


@pytest.mark.parametrize(
    "text",
    [
        "“Grüße” 👩‍👩‍👧 「はい」 e\u0301 قال",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f 👍🏽 ❤️‍🔥 1️⃣ 葛\U000e0101",
        "Tiếng Việt, ế, ổ̃, Việt Nam".replace("ế", unicodedata.normalize("NFD", "ế")),
        "वर्त्स्न्य, किन्तु, श्रीमान् राष्ट्रपति",
        "ที่นี่ น้ำ กตัญญูกตเวที",
        "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים אֵ֥ת הַשָּׁמַ֖יִם",
        "ཧྐྵྨླྺྼྻྂ",
        "ᄒᆞᆫ글 " + unicodedata.normalize("NFD", "대한민국 대통령"),
        "مَرْحَبًا نمی‌خواهم",
        "hy\xadphen\xadation, a\u2060b, \ufeffc",
    ],
)
def test_ordinary_text_is_untouched(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize("joint", ["", "\u200d", "\u200e", "\ufe0f", "\u2060", "\xad"], ids=ascii)
@pytest.mark.parametrize(
    "mark", ["\u0301", "\u0489", "\u05b0", "ु", "ं", "่", "\u1dc0", "\ua6f0", "\U000e0101", "ᅡ"], ids=ascii
)
def test_piles_of_marks_of_every_block_are_thinned(mark: str, joint: str) -> None:
    shown = printable("Z" + f"{mark}{joint}" * 5_000)
    assert len(shown) == 1 + 5_000 * len(mark + joint)
    assert len(shown.replace("\u200b", "")) <= 1 + MARKS_IN_A_ROW


@pytest.mark.slow
def test_whatever_takes_no_cell_is_thinned() -> None:
    for code in range(0xA1, sys.maxunicode + 1):
        char = chr(code)
        if unicodedata.category(char).startswith("M") or get_character_cell_size(char) == 0:
            assert len(printable("Z" + char * 40).strip("Z\u200b\ufffd ")) <= MARKS_IN_A_ROW, hex(code)


def test_words_hidden_in_tags_are_seen() -> None:
    hidden = "".join(chr(0xE0000 + ord(c)) for c in "send it")
    assert printable(f"a{hidden}b") == "a" + "\N{REPLACEMENT CHARACTER}" * 7 + "b"


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
