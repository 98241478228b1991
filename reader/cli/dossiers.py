"""What somebody said, across all articles."""

import json
import sys
from typing import TYPE_CHECKING

from reader.cli import arguments as taking
from reader.cli.codes import DONE, FAILED, say
from reader.document.outline import SURE
from reader.sanitise import printable

if TYPE_CHECKING:
    from reader.library.people import Dossier, Said


def dossier(arguments: list[str]) -> int:
    """Print all that a speaker is quoted with, or say that two names are one."""
    parser = taking.Parser(prog="newsreader dossier", description="What somebody said, in all articles.")
    parser.add_argument("name", nargs="+", type=taking.name, metavar="NAME")
    parser.add_argument("--json", action="store_true", help="as one JSON object")
    words = "from now on NAME is another name of this speaker"
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--same-as", type=taking.name, metavar="SPEAKER", help=words)
    either.add_argument("--not-same", action="store_true", help="NAME is nobody else's name any more")
    options = parser.parse_args(arguments)
    name = " ".join(options.name)
    from reader.desk.home import open_library

    with open_library() as library:
        if options.not_same:
            done = library.people.part(name)
            words = "stands for itself again" if done else "was merged with nobody"
            say(f"{name} {words}")
            return DONE if done else FAILED
        if options.same_as:
            library.people.merge(name, options.same_as)
            say(f"{name} is {options.same_as} from now on; --not-same takes that back")
            return DONE
        found = library.people.dossier(name)
        if not found.said:
            return _nobody(name, library.people.named(name))
        from reader.desk.dossiers import given_to_others, to_json

        others = given_to_others(library, found)
    if options.json:
        sys.stdout.write(json.dumps(to_json(found, others)) + "\n")
    else:
        _print(found, others)
    return DONE


def _nobody(name: str, others: list[tuple[str, int]]) -> int:
    near = ", ".join(f"{other} ({count})" for other, count in others[:10] if count)
    more = (
        f"; there are {near}"
        if near
        else "; `newsreader library analyse` makes the outlines that are missing"
    )
    say(f"nobody called {name} is quoted in the library{more}")
    return FAILED


def _print(found: "Dossier", others: "list[Said]") -> None:
    from reader.desk.dossiers import printed_together

    lines = [found.name]
    lines += [f"  merged: {', '.join(found.merged)}"] if found.merged else []
    lines += (
        [f"  also: {', '.join(each for each in found.names if each != found.name)}"]
        if len(found.names) > 1
        else []
    )
    lines += [f"  {role} ({count})" for role, count in found.roles[:6]]
    beside = ", ".join(f"{name} ({count})" for name, count in found.beside[:8])
    lines += [f"  quoted beside: {beside}"] if beside else []
    perhaps = ", ".join(f"{name} ({count})" for name, count in found.perhaps[:8])
    lines += [f"  perhaps the same (--same-as merges): {perhaps}"] if perhaps else []
    for group in printed_together(found):
        lines += ["", *_quote(group)]
    lines += ["", "Given to others:"] if others else []
    for each in others:
        lines += [each.words, f"    {each.name} · {_where(each)}"]
    sys.stdout.write("".join(f"{printable(line)}\n" for line in lines))


def _quote(group: "list[Said]") -> list[str]:
    from reader.desk.dossiers import word_diff

    longest, *others = group
    lines = [longest.words, f"    {_where(longest)}"]
    for each in others:
        lines.append(f"    {_where(each)}")
        if each.words != longest.words:
            lines.append(f"        {word_diff(longest.words, each.words)}")
    return lines


def _where(each: "Said") -> str:
    probably = "probably · " if each.probability < SURE else ""
    day = (each.published or "")[:10]
    about = " · ".join(filter(None, (day, each.site, each.role, f"{each.span.start}–{each.span.end}")))
    return f"{probably}{about}  {each.uri}"
