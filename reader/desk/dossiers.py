"""A speaker's dossier as data: quotes in the order of time, those that are one printed in several places together."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from reader.desk.printings import Printing, compared, groups

if TYPE_CHECKING:
    from reader.library.people import Dossier, Said


def printed_together(dossier: "Dossier") -> "list[list[Said]]":
    """The quotes of *dossier*, the earliest first; one that several outlets print in one list, the longest first."""
    by_id = {each.id: each for each in dossier.said}
    found = groups([Printing(each.id, each.words, each.name) for each in dossier.said])
    together = [[by_id[each.id] for each in group] for group in found]
    return sorted(together, key=lambda group: min((each.number, each.span.start) for each in group))


def to_json(dossier: "Dossier") -> dict[str, object]:
    """*dossier* as plain values; every quote with its source."""
    return {
        "name": dossier.name,
        "names": list(dossier.names),
        "merged": list(dossier.merged),
        "perhaps": [{"name": name, "quotes": count} for name, count in dossier.perhaps],
        "roles": [{"role": role, "times": count} for role, count in dossier.roles],
        "beside": [{"name": name, "articles": count} for name, count in dossier.beside],
        "quotes": [_group(group) for group in printed_together(dossier)],
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
