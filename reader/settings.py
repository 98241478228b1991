"""Folders of this user: where the library, the settings, and what can be fetched again are kept."""

import os
import re
from pathlib import Path

from reader.paths import expanded

_OURS = re.compile(r"library\..*|\.?config\.toml.*|toured|cache|templates")
"""What lies in a folder that is this program's alone: the library with its copies, the settings, what editors leave."""


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


def folders() -> list[Path]:
    """The folders that are this program's alone, of those that are there.

    `NEWSREADER_HOME` may name one in which the user has other things too: that is not one of them.
    """
    found = {library_path().parent, config_path().parent, cache_folder()}
    return sorted(each for each in found if each.is_dir() and (not _is_named() or _is_ours(each)))


def kept_files() -> list[Path]:
    """What this program has in its folders, of that which is there: no links, and nothing of the user's own."""
    places = {library_path().parent, config_path().parent}
    ours = (
        each for place in places if place.is_dir() for each in place.iterdir() if _OURS.fullmatch(each.name)
    )
    cached = cache_folder().iterdir() if cache_folder().is_dir() else ()
    return sorted(each for each in (*ours, *cached) if each.is_file() and not each.is_symlink())


def _is_named() -> bool:
    return bool(os.environ.get("NEWSREADER_HOME"))


def _is_ours(folder: Path) -> bool:
    return folder == cache_folder() or all(_OURS.fullmatch(each.name) for each in folder.iterdir())
