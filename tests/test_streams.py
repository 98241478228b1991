"""Whatever a command writes comes out printable: names, words of others, wrong usage, templates, tracebacks."""

import io
import json
import sys
import threading
import traceback
from contextlib import suppress
from pathlib import Path
from typing import TextIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import main, streams
from reader.desk.home import open_library
from reader.desk.verifying import Verdict
from reader.document.article import Article
from reader.document.feed import Answer, Arrival, Listed
from reader.document.note import Note
from reader.document.span import Span
from reader.errors import NewsreaderError, SourceError
from tests.hostile import PAYLOAD, hostile, is_harmless

SENTENCE = f"“We will {PAYLOAD} go,” said Anna Berg, the mayor of Oslo. It costs $40 million {PAYLOAD}."


TYPED = PAYLOAD.replace("\ud800", "\udc9b")
"""As an argument: a byte that is no UTF-8 arrives as such a half sign."""


class Stream(io.StringIO):
    """A terminal's file that remembers what came."""

    encoding = "utf-8"


@given(st.text(st.characters(codec=None)))
def test_only_what_is_printable_comes_through(text: str) -> None:
    stream = Stream()
    guarded = streams.Printable(cast(TextIO, stream))
    guarded.write(text)
    guarded.writelines([text, text])
    print(text, file=cast(TextIO, guarded))
    assert is_harmless(stream.getvalue())
    assert len(stream.getvalue()) == 4 * len(text) + 1


def test_json_comes_out_unchanged() -> None:
    stream = Stream()
    line = json.dumps({"text": PAYLOAD}) + "\n"
    streams.Printable(cast(TextIO, stream)).write(line)
    assert stream.getvalue() == line


def test_all_else_is_the_streams_own() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    guarded = cast(TextIO, streams.Printable(stream))
    assert guarded.buffer is stream.buffer
    assert (guarded.encoding, guarded.isatty(), guarded.closed) == ("utf-8", False, False)


def test_only_a_line_that_is_redrawn_moves_the_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream := Stream())
    streams.redraw(f"3 of 4 {PAYLOAD}")
    streams.redraw("")
    first, second, third = stream.getvalue().split("\r\x1b[K")
    assert (first, third) == ("", "")
    assert is_harmless(second)


def test_a_stream_is_guarded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Stream())
    streams.guard()
    guarded = sys.stdout
    streams.guard()
    assert sys.stdout is guarded


def test_the_tracebacks_of_threads_take_the_same_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream := Stream())
    streams.guard()

    def fail() -> None:
        try:
            raise ValueError(PAYLOAD)
        except ValueError:
            traceback.print_exc()

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "OWNED" in stream.getvalue()
    assert is_harmless(stream.getvalue())


def article() -> Article:
    """One whose every word of others is hostile."""
    return cast(Article, hostile(Article, text=SENTENCE, headings=None, blocks=(), language="en"))


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """Files of every sort that can be named, hostile inside and in their names."""
    odd = PAYLOAD.replace("\ud800", "").replace("/", "")[:60]
    contents = {
        f"{odd}.md": f"# {PAYLOAD.replace(chr(0xD800), '')}\n\n{SENTENCE.replace(chr(0xD800), '')}\n",
        f"{odd}.html": f"<title>{SENTENCE.replace(chr(0xD800), '')}</title><p>{SENTENCE.replace(chr(0xD800), '')}</p>",
        f"{odd}.xml": f"<rss version='2.0'><channel><title>\x9b31m\u202e {odd[-9:]}</title>"
        "<item><title>\x9d0;OWNED\x9c</title><link>https://x.example/\x9b</link></item></channel></rss>",
        f"{odd}.csv": f"Highlight,Note\n{odd},{odd}\n",
        f"{odd}.j2": "\x1b]0;OWNED\x07{{ title | raw }}{% for each in quotes %}{{ each.words | raw }}{% endfor %}",
        "saved.md": f'---\nsource: "{odd}"\nsha256: "0"\nnewsreader: "0.1.0"\n---\n> “{odd}” \n— x · 0–9 ^q1\n',
    }
    for name, words in contents.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    return {Path(name).suffix if name != "saved.md" else "saved": str(tmp_path / name) for name in contents}


@pytest.fixture
def shelved(files: dict[str, str]) -> Article:
    """A library in which every text of others is hostile."""
    shown = article()
    with open_library() as library:
        library.feeds.add(hostile(Listed, uri="https://x.example/feed"))
        (feed,) = library.feeds.all()
        library.feeds.take([(feed, hostile(Answer, asked=feed.uri, arrivals=(Arrival(PAYLOAD, shown),)))])
        note = hostile(Note, id=0, span=Span(0, 4))
        library.add_note(shown, Span(0, 4), note.body, tags=note.tags)
    return shown


COMMANDS = (
    "read --linear .md", "read --linear .html", "outline .md", "outline .html", "outline --format json .md",
    "export -o - .md", "export -o - --template .j2 .md", "export .md", "verify saved", "verify --json saved",
    "feeds list", "feeds list --json", "feeds preview .xml", "feeds preview --json .xml", "feeds import .xml",
    "feeds import .md", "feeds export", "feeds set X --name X", "feeds remove X", "search mayor", "search X",
    "search --json mayor", "dossier Berg", "dossier X", "notes list", "notes list --json", "notes import .csv",
    "notes import X", "library check", "library export", "library backup X", "library analyse", "doctor",
    "config path", "config check", "outline X", "outline --from X", "outline --jobs X .md", "outline --scheduler X .md",
    "export --template X .md", "verify X", "-X", "read -X", "outline -X", "export -X", "verify -X", "notes -X",
    "feeds -X", "search -X", "dossier -X", "library -X", "config X", "doctor X", "tour X",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_lets_a_control_sequence_out(
    command: str,
    files: dict[str, str],
    shelved: Article,
    monkeypatch: pytest.MonkeyPatch,
    home: Path,
) -> None:
    (home / "config.toml").write_text(f'theme = "{PAYLOAD[:40]!a}"\n"\x9b" = 1\n', encoding="utf-8")
    monkeypatch.setenv("TERM", PAYLOAD.replace("\ud800", ""))
    arguments = [files.get(word, word.replace("X", TYPED)) for word in command.split()]
    out, err = Stream(), Stream()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    with suppress(SystemExit):
        main(arguments)
    assert is_harmless(out.getvalue())
    assert is_harmless(err.getvalue())
    assert out.getvalue() or err.getvalue()
    assert not list(Path.cwd().glob("saved*.part"))


def test_a_failure_and_a_verdict_are_harmless_on_their_own() -> None:
    for error in (NewsreaderError(PAYLOAD), SourceError(PAYLOAD, PAYLOAD)):
        assert is_harmless(str(error))
    stream = Stream()
    streams.Printable(cast(TextIO, stream)).write("\n".join(hostile(Verdict).lines()))
    assert is_harmless(stream.getvalue())


def test_the_first_line_and_the_notice_of_the_lines_are_one_line_each() -> None:
    from reader.analysis import outline_of
    from reader.linear import Listing

    shown = hostile(
        Article, text="“We go,” said Anna Berg.", headings=None, blocks=(), title=f"a\n\nOUTLINE\n{PAYLOAD}"
    )
    lines = [*Listing(shown, outline_of(shown)).lines()]
    assert lines[0].startswith("a OUTLINE ␛]0;")
    assert all(is_harmless(line) and "\n" not in line for line in lines)
