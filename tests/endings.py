"""Which processes are there: nothing that was started may be left behind."""

import os
import time
from pathlib import Path


def of_home(home: Path) -> list[int]:
    """The processes, but for this one, whose `NEWSREADER_HOME` is *home*."""
    wanted = f"NEWSREADER_HOME={home}".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            is_ours = wanted in (folder / "environ").read_bytes().split(b"\0")
            is_running = (folder / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
        except OSError:  # it has just ended, or is somebody else's
            continue
        if is_ours and is_running and int(folder.name) != os.getpid():
            found.append(int(folder.name))
    return found


def none_left(home: Path, seconds: float = 60) -> bool:
    """Whether all processes of *home* end by themselves within some seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not of_home(home):
            return True
        time.sleep(0.05)
    return False
