"""Templates: three that come along, any that the reader writes, none that can do harm or let a value out unescaped."""

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import main
from reader.desk.home import open_library
from reader.desk.summaries import save_summary
from reader.desk.verifying import verify
from reader.document.article import Article
from reader.document.note import Note
from reader.document.outline import Outline
from reader.document.span import Span
from reader.errors import ExportError
from reader.export.markdown import summary
from reader.export.templates import SHIPPED, names
from reader.sanitise import printable
from tests.export.test_markdown import PARSER, _text

HOSTILE = [
    "---", "]]", "```", "`x`", "<b>x</b>", "<script>alert(1)</script>", "[x](javascript:alert(1))", "%%hidden%%",
    "==x==",
    "^q1", "> quoted", "# Title", "#tag", "| a | b |", "- list", "1. one", "a) one", "(1) one", "i. e. so", "~~x~~",
    "$x$", "*x*", "__x__", "&amp;", "{{ 7 * 7 }}", "{% for %}", "\\", "a\\", ":smile:", "@roe", "+ one",
    ": one", "![x](y)", "https://e.example/a_b_c", "www.e.example/a_b",
    "a_b@e.example", "x" * 5_000, "null", "true", "'", '"', "key: value", "@", "!tag",
    "&anchor", "*alias",
]  # fmt: skip


def _words(markdown: str) -> str:
    """All that a CommonMark parser shows of a summary, without its front matter."""
    return _text(PARSER.parse(markdown.split("\n---\n", 1)[1]))


@pytest.mark.parametrize("template", SHIPPED)
def test_what_is_saved_is_verified(
    template: str, seed: Article, seed_outline: Outline, tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    with open_library() as library:
        notes = [library.add_note(seed, seed_outline.direct[0].span, "first", tags=("vote",))]
        save_summary(library, seed, seed_outline, notes, path, template=template)
        verdict = verify(str(path), library)
        assert verdict.is_verified, [*verdict.lines()]
        assert verdict.quotations >= len(seed_outline.direct)
        path.write_text(path.read_text().replace("most active", "most actíve"))
        assert not verify(str(path), library).is_verified


@pytest.mark.parametrize("template", SHIPPED)
@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_as_they_are(words: str, template: str) -> None:
    text = f"{words}\n\n“{words} we say,” said Roe.\n\nThe end of it."
    note = Note(1, "", Span(0, len(words)), words, f"{words}\n{words}", (words[:40],), evidence=words[:200])
    article = Article(text, words[:200], title=words, byline=words, site=words)
    made = summary(article, Outline(), [note], template)
    assert _words(made).count(printable(" ".join(words.split()))) >= 3
    kinds = {token.type for token in PARSER.parse(made.split("\n---\n", 1)[1])}
    assert not kinds & {"html_block", "fence", "code_block", "hr", "ordered_list_open"}
    assert "<script" not in PARSER.render(made.split("\n---\n", 1)[1])


@given(st.text(max_size=60))
def test_front_matter_gives_every_value_back(words: str) -> None:
    article = Article("Text.", "a.txt", title=words or "t", byline=words, site=words)
    head = summary(article, Outline()).split("\n---\n", 1)[0].splitlines()[1:]
    values = dict(line.split(": ", 1) for line in head)
    assert json.loads(values["title"]) == printable(words or "t")
    if words:
        assert json.loads(values["site"]) == printable(words)


def test_a_template_of_the_readers_own(seed: Article, seed_outline: Outline, home: Path) -> None:
    folder = home / "templates"
    folder.mkdir(parents=True)
    (folder / "mine.md.j2").write_text(
        '{% from "parts.md.j2" import passage %}'
        "{{ title }}\n{% for who in speakers if 'Maliar' in who.name %}\n"
        "{{ who.name | upper }}: {{ passage(who.quotes[0]) | raw }}\n{% endfor %}\n"
    )
    assert names() == [*SHIPPED, "mine"]
    made = summary(seed, seed_outline, (), "mine")
    assert made.splitlines()[1] == "HANNA MALIAR: 286–379"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{{ nothing_like_it }}", "nothing_like_it"),
        ("{{ title.__class__.__mro__ }}", "unsafe"),
        ("{{ ''.__class__ }}", "unsafe"),
        ("{% for %}", "line 1"),
        ("{% include '../../../etc/passwd' %}", "cannot be used"),
        ("{% include '/etc/passwd' %}", "cannot be used"),
        ("{{ range(999999999) }}", "cannot be used"),
        (
            "{% for a in range(99999) %}{% for b in range(99999) %}xxxxxxxxxx{% endfor %}{% endfor %}",
            "no end",
        ),
        ("{{ 1 / 0 }}", "cannot be used"),
        ("{{ title | nofilter }}", "nofilter"),
        ("{{ ('x' * 999999999) * 99 }}", "cannot be used"),
    ],
)
def test_a_template_that_cannot_be_used_is_a_sentence(template: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.md.j2"
    path.write_text(template)
    with pytest.raises(ExportError, match=reason):
        summary(Article("Text.", "a"), Outline(), (), str(path))


ENDLESS = [
    '{{ "a".ljust(3000000000) }}',
    "{{ 'a' * 10**10 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '{:>3000000000}'.format(1) }}",
    "{{ [1] | batch(10**10, 0) | list }}",
    "{{ range(99999) | join('x' * 99999) }}",
    "{% set ns = namespace(x='aa') %}{% for i in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% macro f(n) %}{% if n %}{{ f(n-1) }}{{ f(n-1) }}{% endif %}{% endmacro %}{{ f(60) }}",
]


@pytest.mark.slow
@pytest.mark.parametrize("template", ENDLESS)
def test_a_template_without_measure_is_ended_and_takes_nothing_along(
    template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.export.apart.CPU_SECONDS", 1)
    path = tmp_path / "bad.md.j2"
    path.write_text(template)
    with pytest.raises(ExportError, match=r"bad\.md\.j2.*(cannot be used|has no end)"):
        summary(Article("Text.", "a"), Outline(), (), str(path))


@pytest.mark.slow
@pytest.mark.parametrize("way", ["{% include NAME %}", "{% extends NAME %}", "{% import NAME as x %}"])
@pytest.mark.parametrize("name", ["secret.txt", "link", "t.md.j2", "private/key", "../secret.txt"])
def test_a_template_reads_no_file_of_its_folder(way: str, name: str, tmp_path: Path) -> None:
    (tmp_path / "private").mkdir()
    for each in ("secret.txt", "private/key"):
        (tmp_path / each).write_text("a secret")
    (tmp_path / "link").symlink_to("secret.txt")
    path = tmp_path / "t.md.j2"
    path.write_text(f"one\n{way.replace('NAME', json.dumps(name))}")
    with pytest.raises(ExportError, match=r"line 2, cannot be used: .*only the parts that come with"):
        summary(Article("Text.", "a"), Outline(), (), str(path))


def test_a_template_cannot_let_a_control_sequence_out(tmp_path: Path) -> None:
    path = tmp_path / "t.md.j2"
    path.write_text("\t\x1b[31m{{ '\\x1b]0;x\\x07\\x9b' | raw }}")
    assert summary(Article("Text.", "a"), Outline(), (), str(path)) == "\t␛[31m␛]0;x␇�\n"


@pytest.mark.parametrize("data", [b"\xff", b"x" * 1_000_001], ids=["no text", "too large"])
def test_a_file_that_is_no_template_is_a_sentence(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "t").write_bytes(data)
    with pytest.raises(ExportError, match=r"t cannot be read: this is (not UTF-8|larger)"):
        summary(Article("Text.", "a"), Outline(), (), str(tmp_path / "t"))


@pytest.mark.parametrize("arguments", [["-o", "out.md"], ["-o", "-"]])
def test_the_template_of_the_settings_is_used(
    arguments: list[str], seed: Article, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.mkdir()
    (home / "config.toml").write_text('template = "brief"\n')
    assert main(["export", seed.uri, *arguments]) == 0
    out = capsys.readouterr().out
    assert "## Figures" not in (out if arguments[1] == "-" else (tmp_path / "out.md").read_text())


def test_a_template_that_is_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One. Two.")
    assert main(["export", str(tmp_path / "a.txt"), "--template", "missing"]) == 1
    assert "default, obsidian, brief" in capsys.readouterr().err


def test_the_same_file_is_saved_by_the_same_template(seed: Article, seed_outline: Outline) -> None:
    with open_library() as library:
        path = save_summary(library, seed, seed_outline, [], template="brief").path
        before = path.read_bytes()
        assert save_summary(library, seed, seed_outline, []).path == path
        assert path.read_bytes() == before
        save_summary(library, seed, seed_outline, [], path, template="obsidian")
        assert b"[!quote]" in path.read_bytes()


def test_ids_stay_when_a_passage_is_found_otherwise_or_the_article_changes(
    seed: Article, seed_outline: Outline, tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    quote = seed_outline.direct[0]
    with open_library() as library:
        save_summary(library, seed, seed_outline, [], path)
        name = next(line for line in path.read_text().splitlines() if "286–379" in line).rpartition("^")[2]
        shorter = replace(quote, span=Span(quote.span.start + 1, quote.span.end - 2))
        outline = replace(seed_outline, quotes=(shorter, *seed_outline.quotes[1:]))
        save_summary(library, seed, outline, [], path)
        assert f"287–377 ^{name}" in path.read_text()
        path.write_text(path.read_text().replace(f"287–377 ^{name}\n", f"287–377 ^{name}\n\nmine\n"))
        new = Article(f"New first.\n{seed.text.replace('most active', 'most violent')}", seed.uri)
        moved = replace(quote, span=Span(quote.span.start + 11, quote.span.end + 12))
        save_summary(library, new, replace(Outline(), quotes=(moved,)), [], path, keep="both")
        assert f"297–391 ^{name}\n" in path.read_text()
        assert "\nmine\n" in path.read_text()


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("template", ["default", "brief"])
def test_pandoc_shows_the_same_words(template: str, seed: Article, seed_outline: Outline) -> None:
    lines = "\n\n".join(HOSTILE)
    note = Note(1, "", Span(0, 3), "", lines)
    made = summary(seed, seed_outline, [note], template)
    for form in ("markdown-smart", "gfm", "commonmark_x-smart"):
        done = subprocess.run(
            ["pandoc", "-f", form, "-t", "json"], input=made, capture_output=True, text=True, check=True
        )
        shown = "".join(_pandoc(json.loads(done.stdout)["blocks"]).split())
        assert shown == "".join(_words(made).split()), form


def _pandoc(node: Any) -> str:
    """The words of pandoc's own tree."""
    if isinstance(node, list):
        return "".join(map(_pandoc, node))
    if not isinstance(node, dict):
        return ""
    kind, inside = node.get("t"), node.get("c", [])
    if kind in {"Str"}:
        return str(inside)
    if kind in {"Space", "SoftBreak", "LineBreak"}:
        return " "
    if kind in {"Link", "Image", "Span", "Header", "Div"}:
        return _pandoc(inside[-1] if kind in {"Header", "Span", "Div"} else inside[1]) + (
            " " if kind in {"Header", "Div"} else ""
        )
    if kind in {"Para", "Plain", "BlockQuote"}:
        return _pandoc(inside) + " "
    if kind == "Table":
        return _pandoc(inside)
    return _pandoc(inside)
