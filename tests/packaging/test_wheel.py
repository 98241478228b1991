"""What users install: everything that runs, nothing that trains."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_the_wheel_made_from_the_sdist_holds_what_is_needed(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("styles", "seeds"):
        assert {f"reader/{folder}/{path.name}" for path in (ROOT / folder).iterdir()} <= names
    trained = (ROOT / "reader" / "analysis" / "trained").iterdir()
    assert {f"reader/analysis/trained/{path.name}" for path in trained if path.is_file()} <= names
    assert {"reader/py.typed", "reader/document/outline.schema.json"} <= names
    assert not any("training" in name or name.startswith("tests") for name in names)
