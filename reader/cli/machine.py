"""The settings file, and what a bug report should say of this machine."""

import json
import os
import sys
from pathlib import Path

from reader.cli.arguments import Parser
from reader.cli.codes import DONE, FAILED, say
from reader.sanitise import printable


def config(arguments: list[str]) -> int:
    """Show where the settings are, open, check or describe them."""
    parser = Parser(prog="newsreader config", description="The settings file.")
    words = "where it is; open it in $VISUAL or $EDITOR; what is wrong with it; its JSON Schema"
    parser.add_argument("what", choices=("path", "edit", "check", "schema"), help=words)
    what = parser.parse_args(arguments).what
    from reader.app.themes import misnamed
    from reader.preferences.reading import Problem, read
    from reader.preferences.writing import schema, template
    from reader.settings import config_path

    path = config_path()
    if what == "schema":
        sys.stdout.write(json.dumps(schema(), indent=2) + "\n")
    elif what == "edit":
        return _edit(path, template())
    elif what == "path":
        sys.stdout.write(f"{printable(str(path))}\n")
    else:
        found, problems = read(path)
        unknown = misnamed(found.theme)
        problems += [Problem(1, unknown)] if unknown else []
        if not problems:
            say(f"nothing is wrong with {path}")
        for line, reason in problems:
            sys.stdout.write(f"{printable(str(path))}:{line}: {printable(reason)}\n")
        return FAILED if problems else DONE
    return DONE


def _edit(path: Path, template: str) -> int:
    """Open the file, made with everything as usual where there is none, in the user's editor."""
    import shlex

    from reader.processes.programs import program, run

    usual = next(filter(program, ("sensible-editor", "nano", "vim", "vi")), None)
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual
    if not path.exists():
        from reader.export import saving
        from reader.private import make_file, make_folder

        make_folder(path.parent)
        make_file(path)
        saving.save(path, template.encode())
    if not editor:
        say(f"set $EDITOR to open {path} from here")
        return FAILED
    try:
        return run([*shlex.split(editor), str(path)]) and FAILED
    except (OSError, ValueError) as error:
        say(f"{editor} cannot be run: {error}")
        return FAILED


def doctor(arguments: list[str]) -> int:
    """Print what a bug report should say."""
    Parser(prog="newsreader doctor", description="What a bug report should say.").parse_args(arguments)
    from reader import doctor

    report = doctor.report()
    width = max(len(name) for name, _ in report.lines)
    for name, value in report.lines:
        sys.stdout.write(f"{name:<{width}}  {printable(value)}\n")
    return DONE if report.healthy else FAILED
