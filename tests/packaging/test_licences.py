"""docs/licences.md names every direct dependency, and every package with a copyleft licence that comes with them."""

import re
from collections import deque
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

from tests.conftest import SEEDS

PAGE = (SEEDS.parent / "docs" / "licences.md").read_text(encoding="utf-8")
COPYLEFT_PART, PERMISSIVE_PART = PAGE.split("## Packages with a permissive licence")
COPYLEFT = re.compile(r"GPL|MPL|Mozilla|GNU|EUPL|CDDL|EPL", re.IGNORECASE)


def name_of(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", requirement).lower()


def installed() -> Iterator[tuple[str, Distribution]]:
    """Every package that a plain installation brings, by name."""
    waiting, seen = deque(["newsreader"]), {"newsreader"}
    while waiting:
        try:
            found = distribution(waiting.popleft())
        except PackageNotFoundError:
            continue  # for another system
        if found.name != "newsreader":
            yield name_of(found.name), found
        for each in map(Requirement, found.requires or []):
            needed = each.marker is None or each.marker.evaluate({"extra": ""})
            if needed and name_of(each.name) not in seen:
                seen.add(name_of(each.name))
                waiting.append(each.name)


def licence(found: Distribution) -> str:
    about = found.metadata
    said = [*(about.get_all("License-Expression") or []), *(about.get_all("License") or [])]
    classified = [each for each in about.get_all("Classifier") or [] if each.startswith("License")]
    return " ".join([*(each.split("\n")[0] for each in said), *classified])


def test_packages_with_a_copyleft_licence_are_named() -> None:
    named = {name for name, found in installed() if COPYLEFT.search(licence(found))}
    assert named
    assert {name for name in named if f"| {name} |" not in COPYLEFT_PART} == set()


def test_every_direct_dependency_is_named() -> None:
    direct = {
        name_of(Requirement(each).name)
        for each in distribution("newsreader").requires or []
        if "extra ==" not in each
    }
    assert {name for name in direct if not re.search(rf"\b{re.escape(name)}\b", PAGE)} == set()
