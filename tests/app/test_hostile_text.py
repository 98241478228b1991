"""The real program on a terminal of its own, with words that mean harm: none of their sequences is among the bytes."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from reader.analysis import outline_of
from reader.desk.home import open_library
from reader.desk.summaries import save_summary
from reader.document.span import Span
from reader.sources import open_article
from tests.app.terminals import Terminal

pytestmark = pytest.mark.slow
SEQUENCES = (
    "\x1b]0;OWNED\x07", "\x1b]2;OWNED\x1b\\", "\x1b]52;c;T1dORUQ=\x07", "\x1b]8;;https://x.example\x1b\\",
    "\x1bPOWNED\x1b\\", "\x1b[5;31mOWNED", "\x9b5;31mOWNED", "\x9d0;OWNED\x9c", "\x1b_GOWNED\x1b\\", "\x1bc",
    "\b\x7f\x0e",
)  # fmt: skip
HARM = "".join(SEQUENCES)
TEXT = f"# Budget {HARM}\n\n“We will {HARM} go,” said Anna Berg, the mayor of Oslo {HARM}.\n\nIt costs $40 million.\n"
TEXTUALS_OWN = re.compile(
    rb"\x1b\[[\d;]*[mHJKA]|\x1b\[\?[\d;]*(?:[hl]|\$p)|\x1b\[[<>][\d]*u|\x1b\[[\d;]*[ctn]|\x1b\]22;[a-z-]*\x07|\x1b_G(?:[a-zA-Z]=\d+|a=q|t=d|,)*;AAAA\x1b\\"
)
KEYS = (
    b"]a", b"a", b"!", b"\x13", b"t", b"!\r", b"c", b"i", b"\x1b", b"y", b"?", b"\x1b", b"N", b"\x1b", b"S", b"\x1b",
    b":", b"\x1b",
)  # fmt: skip


def foreign(seen: bytes) -> list[bytes]:
    """What of *seen* a terminal would obey though Textual did not write it, each with what follows."""
    rest = TEXTUALS_OWN.sub(b"", seen)
    return re.findall(rb"(?:[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]).{0,12}", rest)


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "harm\x1b]0;OWNED\x07\x9b5m.md"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_the_lines(article: str) -> None:
    terminal = Terminal("read", "--linear", article)
    terminal.wait_for(b"> ")
    for line in (HARM.replace("\x7f", "").replace("\b", ""), f"/{'OWNED'}", "q1", "quit"):
        os.write(terminal.screen, f"{line}\n".encode())
        terminal.rest(0.5)
    terminal.ended()
    answers = terminal.seen.split(b"> ")[0] + b"".join(
        part.partition(b"\n")[2] for part in terminal.seen.split(b"> ")[1:]
    )
    assert b"Budget" in answers
    assert foreign(answers) == []


@pytest.mark.parametrize(
    "arguments",
    [("-HARM",), ("outline", "--format", "json", "-HARM"), ("verify", "HARM"), ("outline", "ARTICLE"),
     ("feeds", "HARM"), ("export", "-o", "-", "ARTICLE"), ("export", "-o", "-", "--template", "TEMPLATE", "ARTICLE")],
    ids=" ".join,
)  # fmt: skip
def test_commands(arguments: tuple[str, ...], article: str, tmp_path: Path) -> None:
    template = tmp_path / "own.md.j2"
    template.write_text(f"{HARM}{{{{ title | raw }}}}", encoding="utf-8")
    words = {"HARM": HARM, "-HARM": f"-{HARM}", "ARTICLE": article, "TEMPLATE": str(template)}
    terminal = Terminal(*(words.get(each, each) for each in arguments))
    terminal.ended()
    assert b"OWNED" in terminal.seen
    assert foreign(terminal.seen) == []


def test_the_screen_with_notes_tags_and_evidence(article: str) -> None:
    opened = open_article(article)
    with open_library() as library:
        note = library.add_note(opened, Span(2, 8), f"{HARM} note", tags=(f"{HARM}tag",))
        saved = save_summary(library, opened, outline_of(opened), [note])
        library.change_note(replace(note, evidence=f"https://x.example/{HARM}", status="confirmed"))
    assert not re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", saved.path.read_bytes())
    terminal = Terminal(article, environ={"SSH_TTY": "/dev/pts/0"})
    terminal.wait_for(b"Budget")
    terminal.rest(1)
    for keys in KEYS:
        os.write(terminal.screen, keys)
        terminal.rest(0.4)
    os.write(terminal.screen, b"\x11")
    terminal.ended()
    copied = re.compile(rb"\x1b\]52;c;(?P<words>[A-Za-z0-9+/=]*)\x07")
    assert b"T1dORUQ=\x07" not in terminal.seen
    assert foreign(copied.sub(b"", terminal.seen)) == []
