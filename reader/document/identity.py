"""What all versions of an article have in common, however its address is spelt."""

import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from reader.paths import absolute

_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref_src|cmpid)(?:=|\Z)", re.IGNORECASE)


def is_web_address(uri: str) -> bool:
    """Whether *uri* is an address of the web, however its scheme is written; anything else is a file's path or `-`."""
    return uri[:8].lower().startswith(("http://", "https://"))


def identity_of(uri: str) -> str:
    """The identity of what is at *uri*: a page's address without scheme, `www.`, fragment, tracking and last slash; a
    file's absolute path; nothing for a pipe."""
    if not is_web_address(uri):
        return _file(uri) if uri not in {"", "-"} else ""
    try:
        parts = urlsplit(uri)
        site = _site(parts.netloc)
    except ValueError:
        return uri
    query = "&".join(each for each in parts.query.split("&") if each and not _TRACKING.match(each))
    return f"{site}{parts.path.rstrip('/')}{'?' + query if query else ''}"


@lru_cache(maxsize=1_024)
def _site(netloc: str) -> str:
    """Host and port of *netloc*; a feed's addresses have few others. Raises ValueError."""
    parts = SplitResult("", netloc, "", "", "")
    return (parts.hostname or "").removeprefix("www.") + (f":{parts.port}" if parts.port else "")


def _file(path: str) -> str:
    """The one path of a file, whatever folders and links lead to it."""
    try:
        return str(Path(path).resolve())
    except (OSError, RuntimeError, ValueError):  # links that go round, a name that no file can have
        return str(absolute(path))
