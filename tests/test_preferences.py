"""The settings file: what is right counts, what is wrong is said with its line and stops nothing."""

import json
import os
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.app.app import Newsreader
from reader.app.screens.reading import ReadingScreen
from reader.cli import main
from reader.document.article import Article
from reader.document.summaries import Choice
from reader.preferences.reading import parsed, read
from reader.preferences.settings import BY_NAME, Preferences
from reader.preferences.writing import schema, template


def test_without_a_file_everything_is_as_the_table_says() -> None:
    usual = {name: setting.usual for name, setting in BY_NAME.items()}
    assert {name: getattr(Preferences(), name) for name in BY_NAME} == usual


def test_the_template_is_a_file_of_which_every_line_may_count() -> None:
    assert parsed(template()) == (Preferences(), [])
    lines = [
        line.removeprefix("# ") if " = " in line or line == "# [bind]" else line
        for line in template().splitlines()
    ]
    assert parsed("\n".join(lines)) == (Preferences(), [])


def test_what_is_set_counts() -> None:
    found, problems = parsed(
        'theme = "nord"\nmeasure = 60\nreported = true\nmethod = "luhn"\nsentences = 5\n'
    )
    assert found == Preferences(theme="nord", measure=60, reported=True, method="luhn", sentences=5)
    assert found.choice == Choice("luhn", 5)
    assert problems == []


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("measure = 60\nmesure = 70\n", 2, "no setting mesure; did you mean measure?"),
        ("zzz = 1", 1, "no setting zzz; there are theme, "),
        ('\nmethod = "lexranc"', 2, "did you mean lexrank?"),
        ("measure = 4", 1, "measure must be a number from 40 to 120, not 4"),
        ('measure = "wide"', 1, "must be a number"),
        ("reported = 1", 1, "must be true or false"),
        ("sentences = true", 1, "must be a number"),
        ("theme = 3", 1, "must be a word"),
        ("a = 1\nb = = 2", 2, "this is not TOML"),
        ("[keys]\nx = 1", 1, "keys must be a word"),
        ("bind = 3", 1, "[bind] is a table"),
        ('[bind]\n"next.quot" = "x"', 2, "did you mean next.quote?"),
        ('measure = 60\n[bind]\nnext.quote = "ctrl+"', 3, "there is no key"),
        ('[bind]\nnote = "x"\nsave = "x"', 3, "was given to note already"),
        ('[bind]\nnote = "ctrl+x y"', 2, "a single character"),
        ("[bind]\nnote = 3", 2, "must be a key in quotation marks"),
        ('keys = "emacs"', 1, "must be one of default, newsboat, arrows"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, reason: str) -> None:
    found, problems = parsed(text)
    assert any(problem.line == line and reason in problem.reason for problem in problems)
    assert found.method == "lead-centroid"


@given(st.text(max_size=80))
def test_no_file_stops_anything(text: str) -> None:
    found, problems = parsed(text)
    assert 40 <= found.measure <= 120
    assert all(1 <= problem.line <= len(text) + 1 for problem in problems)


def test_the_schema_says_what_the_table_says() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    usual = {name: setting.usual for name, setting in BY_NAME.items()}
    jsonschema.validate(usual, schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"mesure": 1}, schema())


def test_the_command_tells_path_schema_and_problems(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    assert main(["config", "path"]) == 0
    assert capsys.readouterr().out.strip() == str(home / "config.toml")
    assert main(["config", "check"]) == 0
    home.mkdir(parents=True, exist_ok=True)
    (home / "config.toml").write_text("measure = 60\nmesure = 60\n")
    capsys.readouterr()
    assert main(["config", "check"]) == 1
    assert capsys.readouterr().out.startswith(f"{home / 'config.toml'}:2: there is no setting mesure")
    assert main(["config", "schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Settings of newsreader"


def test_edit_makes_the_file_and_opens_it(
    capsys: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = os.environ["PATH"]
    monkeypatch.setenv("PATH", str(home))  # nothing is there
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    assert main(["config", "edit"]) == 1
    assert "$EDITOR" in capsys.readouterr().err
    assert (home / "config.toml").read_text() == template()
    monkeypatch.setenv("PATH", path)
    monkeypatch.setenv("EDITOR", "true")
    assert main(["config", "edit"]) == 0
    monkeypatch.setenv("EDITOR", "no-such-editor")
    assert main(["config", "edit"]) == 1


async def test_the_screen_is_as_it_was_set(seed: Article) -> None:
    app = Newsreader([seed], Preferences(theme="textual-light", measure=50, reported=True))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.theme == "textual-light"
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        assert screen.view.measure == 50
        assert max(line.end - line.start for line in screen.view.layout_.lines) <= 50
        assert screen.session.reported


async def test_a_theme_that_is_none_is_said_and_stops_nothing(seed: Article) -> None:
    app = Newsreader([seed], Preferences("mauve"))
    app.complaints += ["config.toml, line 2: there is no setting [red]x[/red]."]
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        said = " ".join(each.message for each in app._notifications)
        assert "no theme mauve" in said
        assert "[red]x[/red]" in said


def test_a_theme_that_is_none_is_found_by_the_check(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    home.mkdir(parents=True, exist_ok=True)
    (home / "config.toml").write_text('theme = "papper"\n')
    assert main(["config", "check"]) == 1
    assert "there is no theme papper; did you mean paper?" in capsys.readouterr().out
    (home / "config.toml").write_text('theme = "paper"\n')
    assert main(["config", "check"]) == 0
    assert "nothing is wrong" in capsys.readouterr().err


_ODD = [
    "1",
    "-1",
    '"x"',
    '"\\u001b]0;x"',
    "true",
    "[]",
    "[1]",
    "{a=1}",
    "1.5",
    "nan",
    "2020-01-01",
    "9" * 900,
    "0x" + "f" * 900,
    '"' + "x" * 900 + '"',
    "[" * 400 + "]" * 400,
    "{a=" * 200 + "1" + "}" * 200,
    '""',
]


@pytest.mark.parametrize("name", [*BY_NAME, "bind", "nothing", '"\\u001b"'])
@pytest.mark.parametrize("value", _ODD)
def test_a_value_of_any_sort_is_taken_or_said_shortly(name: str, value: str) -> None:
    found, problems = parsed(f"{name} = {value}\n")
    assert isinstance(found.measure, int)
    assert all(len(problem.reason) < 600 for problem in problems)


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"a{number} = 1\n" for number in range(8_000)),
        "[bind]\n" + "".join(f"a{number} = 1\n" for number in range(8_000)),
        "bind." + ".".join("a" * 40_000) + " = 1\n",
        "mesure" + " " * 90_000 + "= 1\n",
        "a = " + "[" * 90_000,
    ],
    ids=["settings", "keys", "dots", "spaces", "brackets"],
)
def test_a_file_full_of_mistakes_is_said_in_a_few(text: str) -> None:
    assert 1 <= len(parsed(text)[1]) <= 20


@pytest.mark.parametrize("data", [b"\xff\xfe", b"#" * 200_000, None], ids=["no text", "huge", "a pipe"])
def test_a_file_that_is_no_settings_file_changes_nothing(data: bytes | None, home: Path) -> None:
    home.mkdir()
    path = home / "config.toml"
    os.mkfifo(path) if data is None else path.write_bytes(data)
    found, problems = read(path)
    assert found == Preferences()
    assert len(problems) == 1
