"""What a command takes off its module path and off PATH before it does anything."""

import os
import sys
from pathlib import Path

import pytest

from reader.processes.surroundings import trusted_modules, trusted_programs
from tests.processes.folders import ROOT

INSTALLED = [entry for entry in sys.path if "site-packages" in entry]


def test_modules_of_the_working_folder_are_not_imported(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "same").symlink_to(tmp_path)
    here = ["", ".", "lib", str(tmp_path), str(tmp_path / "same")]
    assert trusted_modules([*here, *INSTALLED, "/nowhere/python311.zip"]) == [
        *INSTALLED,
        "/nowhere/python311.zip",
    ]


def test_a_checkout_is_its_own_working_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert trusted_modules(["", str(ROOT), *INSTALLED]) == [str(ROOT), *INSTALLED]


@pytest.mark.parametrize(
    ("path", "left"),
    [
        ("/usr/bin:/bin", "/usr/bin:/bin"),
        (":/usr/bin::/bin:.:bin", "/usr/bin:/bin"),
        (".", os.defpath),
        ("", os.defpath),
    ],
)
def test_programs_of_the_working_folder_are_not_found(path: str, left: str) -> None:
    assert trusted_programs(path) == left
