"""Files, pipes and pages by their names."""

import io
import os
import sys
import threading
from pathlib import Path

import pytest

from reader import files
from reader.errors import SourceError
from reader.sources import open_article
from tests.conftest import SEEDS


def test_a_text_file_is_kept_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Title\r\n\r\n“Yes,” said Roe.\r\n".encode())
    assert open_article(str(path)).text == "Title\r\n\r\n“Yes,” said Roe.\r\n"


def test_a_page_gives_text_title_byline_site_and_date() -> None:
    article = open_article(str(SEEDS / "harbour-barrier.html"))
    assert article.title == "Esbjerg approves storm barrier after a decade of argument"
    assert (article.byline, article.site, article.published) == (
        "Ingrid Halloran",
        "The Coastal Ledger",
        "2026-03-12",
    )
    assert "cookie" not in article.text.lower()
    assert article.headings is not None
    assert [heading.span.text(article.text) for heading in article.headings] == [
        "A night in January", "Steel, mud and money", "Neighbours take notes",
    ]  # fmt: skip


def test_a_markdown_file_keeps_its_marks_and_gives_its_headings(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntags: x\n---\n# The *title*\n\nText.\n\nPart\n----\n\nMore.\n")
    article = open_article(str(path))
    assert article.text == path.read_text()
    assert article.headings is not None
    assert [(h.span.text(article.text), h.level) for h in article.headings] == [
        ("The *title*", 1),
        ("Part", 2),
    ]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<html><body><p>Hello there, all.</p></body></html>"))
    )
    assert open_article("-").text == "Hello there, all."


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=("“Yes,” said Roe.",))
    writer.start()
    assert open_article(str(path)).text == "“Yes,” said Roe."
    writer.join()


def test_a_silent_pipe_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "SILENT_SECONDS", 0.05)
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(SourceError, match="nothing more came"):
        open_article(str(path))


@pytest.mark.parametrize(
    ("name", "why"), [("missing.txt", "no such file"), (".", "folder"), ("a\0b", "cannot be read")]
)
def test_what_cannot_be_read_is_named(name: str, why: str) -> None:
    with pytest.raises(SourceError, match=why):
        open_article(name)


def test_a_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    path = tmp_path / "a.txt"
    path.write_text("more than ten bytes")
    with pytest.raises(SourceError, match="larger"):
        open_article(str(path))


@pytest.mark.parametrize("address", ["ftp://example.org/x", "file:///etc/passwd", "javascript://x"])
def test_only_http_is_opened(address: str) -> None:
    with pytest.raises(SourceError, match="only http"):
        open_article(address)
