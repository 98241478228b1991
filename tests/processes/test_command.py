"""How a process of ours is started: isolated, with the user's own packages only where they are in use."""

import site
import sys
from pathlib import Path

import pytest

from reader.processes.command import command


def test_a_process_of_ours_takes_nothing_from_its_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "ENABLE_USER_SITE", False)
    line = command(7, "reader.analysis", "--quick", niceness=10)
    assert line[:2] == [sys.executable, "-I"]
    assert Path(line[-5]).is_absolute()
    assert line[-4:] == ["7", "10", "reader.analysis", "--quick"]


@pytest.mark.parametrize(("entry", "flags"), [("/home/ann/packages", ["-E", "-P"]), ("/elsewhere", ["-I"])])
def test_packages_that_the_user_has_installed_for_herself_are_found_where_they_are_in_use(
    entry: str, flags: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "ENABLE_USER_SITE", True)
    monkeypatch.setattr(site, "getusersitepackages", lambda: "/home/ann/packages")
    monkeypatch.setattr(sys, "path", [entry])
    assert command(7, "reader")[1 : 1 + len(flags)] == flags
