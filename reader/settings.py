"""Folders of this user: where the library, the settings, and what can be fetched again are kept."""

import os
from pathlib import Path

from reader.paths import expanded


def library_path() -> Path:
    """The library's database file; `NEWSREADER_HOME` puts it elsewhere (tests, portable use).

    The folder follows the platform: XDG_DATA_HOME on Linux, Application Support on macOS, AppData on
    Windows. It is not made here: reading a path must not write.
    """
    home = os.environ.get("NEWSREADER_HOME")
    if home:
        return expanded(home) / "library.sqlite3"
    import platformdirs

    return platformdirs.user_data_path("newsreader", appauthor=False) / "library.sqlite3"


def config_path() -> Path:
    """The file of what a reader has set; `NEWSREADER_HOME` puts it elsewhere. It is not made here."""
    home = os.environ.get("NEWSREADER_HOME")
    if home:
        return expanded(home) / "config.toml"
    import platformdirs

    return platformdirs.user_config_path("newsreader", appauthor=False) / "config.toml"


def state_folder() -> Path:
    """The folder of what went wrong in newsreader itself; `NEWSREADER_HOME` puts it elsewhere. It is not made here."""
    home = os.environ.get("NEWSREADER_HOME")
    if home:
        return expanded(home)
    import platformdirs

    return platformdirs.user_state_path("newsreader", appauthor=False)


def toured_path() -> Path:
    """The file whose being there says that the first steps were made. It is not made here."""
    return library_path().with_name("toured")


def cache_folder() -> Path:
    """The folder of what can be fetched again; `NEWSREADER_HOME` puts it elsewhere. It is not made here."""
    home = os.environ.get("NEWSREADER_HOME")
    if home:
        return expanded(home) / "cache"
    import platformdirs

    return platformdirs.user_cache_path("newsreader", appauthor=False)
