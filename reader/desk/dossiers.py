"""A speaker's dossier as data: quotes in the order of time, those that are one printed in several places together."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from reader.desk.printings import Printing, compared, disputed, groups

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.people import Dossier, Said

_MARKS = "“”„«»‘’\"', "
"""What stands around a quote and is no part of what was said."""


def printed_together(dossier: "Dossier") -> "list[list[Said]]":
    """The quotes of *dossier*, the earliest first; one that several outlets print in one list, the longest first."""
    by_id = {each.id: each for each in dossier.said}
    found = groups([Printing(each.id, each.words, each.name) for each in dossier.said])
    together = [[by_id[each.id] for each in group] for group in found]
    return sorted(together, key=lambda group: min((each.number, each.span.start) for each in group))


def given_to_others(library: "Library", dossier: "Dossier") -> "list[Said]":
    """Quotes with the words of one in *dossier* that an article gives to somebody else. Raises LibraryError."""
    others = {each.id: each for each in library.people.echoes(dossier)}
    found = disputed([Printing(each.id, each.words, each.name) for each in (*dossier.said, *others.values())])
    mine = {each.id for each in dossier.said}
    crossing = {other.id for pair in found for one, other in (pair, pair[::-1]) if one.id in mine}
    return [each for number, each in others.items() if number in crossing]


def word_diff(longer: str, shorter: str) -> str:
    """The *shorter* printing of a quote; what it left out as `[−words−]`, what it has otherwise as `[+words+]`."""
    signs = {"both": "{}", "longer": "[−{}−]", "shorter": "[+{}+]"}
    bare = (words.strip(_MARKS) for words in (longer, shorter))
    return " ".join(signs[change.kind].format(change.words) for change in compared(*bare))


def to_json(dossier: "Dossier", others: "Sequence[Said]" = ()) -> dict[str, object]:
    """*dossier* as plain values; every quote with its source; *others*: those given to other speakers."""
    return {
        "name": dossier.name,
        "names": list(dossier.names),
        "merged": list(dossier.merged),
        "perhaps": [{"name": name, "quotes": count} for name, count in dossier.perhaps],
        "roles": [{"role": role, "times": count} for role, count in dossier.roles],
        "beside": [{"name": name, "articles": count} for name, count in dossier.beside],
        "quotes": [_group(group) for group in printed_together(dossier)],
        "given_to_others": [_row(each) for each in others],
    }


def _group(group: "list[Said]") -> dict[str, Any]:
    longest, *others = group
    return {
        **_row(longest),
        "printings": [
            {**_row(each), "changes": [asdict(change) for change in compared(longest.words, each.words)]}
            for each in others
        ],
    }


def _row(each: "Said") -> dict[str, Any]:
    start, end = each.span
    return {
        "text": each.words,
        "speaker": each.name,
        "role": each.role or None,
        "kind": "direct" if each.is_direct else "indirect",
        "probability": each.probability,
        "published": each.published,
        "site": each.site or None,
        "title": each.title or None,
        "uri": each.uri,
        "sha256": each.sha256,
        "start": start,
        "end": end,
    }
