"""Bytes to text."""

import pytest

from reader.errors import SourceError
from reader.sources.plain import decode, looks_like_html

TEXT = "“We are on time,” said Anna Berg. It costs 3 € – about.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_encodings_of_the_west_are_read(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "x") == TEXT


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_a_byte_order_mark_decides(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding), "x") == TEXT


def test_russian_in_windows_1251_is_detected() -> None:
    text = "Министр обороны заявил, что война закончится нескоро. " * 5
    assert decode(text.encode("cp1251"), "x") == text


def test_utf8_with_damage_stays_utf8() -> None:
    data = TEXT.encode() * 3 + b"\xff\xfe broken"
    assert decode(data, "x").startswith(TEXT)


def test_line_ends_are_kept() -> None:
    assert decode(b"a\r\nb\rc\n", "x") == "a\r\nb\rc\n"


def test_binary_is_no_text() -> None:
    with pytest.raises(SourceError, match="not text"):
        decode(bytes(range(256)) * 40, "x")


def test_an_unknown_declared_encoding_is_passed_over() -> None:
    assert decode("Tromsø".encode("latin-1"), "x", "no-such-thing") == "Tromsø"


def test_html_is_told_by_its_beginning() -> None:
    assert looks_like_html(b"\n<!DOCTYPE html><html>")
    assert not looks_like_html(b"The <html> tag")
