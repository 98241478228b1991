"""Folders of this user: where the library is kept."""

import os
from pathlib import Path


def library_path() -> Path:
    """The library's database file; `NEWSREADER_HOME` puts it elsewhere (tests, portable use).

    The folder follows the platform: XDG_DATA_HOME on Linux, Application Support on macOS, AppData on
    Windows. It is not made here: reading a path must not write.
    """
    home = os.environ.get("NEWSREADER_HOME")
    if home:
        return Path(home).expanduser() / "library.sqlite3"
    import platformdirs

    return platformdirs.user_data_path("newsreader", appauthor=False) / "library.sqlite3"
