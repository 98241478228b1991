"""Lists of subscriptions: OPML 2.0 (opml.org/spec2.opml) and newsboat's `urls` file, read; OPML written."""

import re
import shlex
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from reader import files
from reader.document.feed import Listed
from reader.errors import SourceError
from reader.sources import plain
from reader.sources.feeds.mending import mended

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_XML = re.compile("[^\t\n\r -~\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"'](?P<name>[\w.:-]+)")
_DEEPEST = 20
_NO_LIST = "this is no list of feeds: neither OPML nor a file with an address on each line"


def read_list(uri: str) -> tuple[list[Listed], list[str]]:
    """The feeds in the list at *uri* (a file or `-`), and what in it is none. Raises SourceError."""
    data = files.standard_input() if uri == "-" else files.read(uri)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        found = _opml(data, uri)
        left: list[str] = []
    else:
        found, left = _lines(plain.decode(data, uri))
    webbed = [each for each in found if _is_web(each.uri)]
    left += [each.uri for each in found if not _is_web(each.uri)]
    if not webbed:
        raise SourceError(uri, _NO_LIST)
    return webbed, left


def to_opml(feeds: Iterable[Listed], title: str = "newsreader") -> str:
    """OPML of *feeds*, folders as outlines around them."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = title
    body = ElementTree.SubElement(root, "body")
    folders: dict[str, ElementTree.Element] = {"": body}
    for feed in feeds:
        kind = {
            "type": "rss",
            "text": feed.name or feed.uri,
            "title": feed.name or feed.uri,
            "xmlUrl": feed.uri,
        }
        more = {"htmlUrl": feed.link, "category": ",".join(feed.tags)}
        told = {**kind, **{name: value for name, value in more.items() if value}}
        shown = {name: _xml(value) for name, value in told.items()}
        ElementTree.SubElement(_folder(feed.folder, folders), "outline", shown)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def _folder(path: str, folders: dict[str, ElementTree.Element]) -> ElementTree.Element:
    """The outline of a folder, made with those around it."""
    if path not in folders:
        above, _, name = path.rpartition("/")
        shown = _xml(name)
        folders[path] = ElementTree.SubElement(_folder(above, folders), "outline", text=shown, title=shown)
    return folders[path]


def _xml(text: str) -> str:
    """*text* without what XML cannot hold or a terminal obeys."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _opml(data: bytes, uri: str) -> list[Listed]:
    from lxml import etree

    data = _whole(mended(data))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(uri, f"this is no OPML: {error}") from error
    body = root.find("body") if root is not None else None
    if body is None:
        raise SourceError(uri, _NO_LIST)
    return list(_outlines(body, ()))


def _whole(data: bytes) -> bytes:
    """*data* with U+FFFD for what is no UTF-8 in it, where it is said to be that."""
    named = _ENCODING.search(data[:200])
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (
        named and named["name"].lower() not in {b"utf-8", b"utf8"}
    ):
        return data
    return data.decode("utf-8", "replace").encode()


def _outlines(above: "_Element", folder: tuple[str, ...]) -> Iterator[Listed]:
    for each in above:
        told: dict[str, str] = {str(name).lower(): str(value).strip() for name, value in each.attrib.items()}
        name = " ".join((told.get("title") or told.get("text") or "").split())
        if told.get("xmlurl"):
            tags = tuple(
                filter(None, (tag.strip().strip("/") for tag in told.get("category", "").split(",")))
            )
            yield Listed(told["xmlurl"], name, told.get("htmlurl", ""), "/".join(folder), tags)
        elif len(folder) < _DEEPEST:
            yield from _outlines(each, (*folder, name.replace("/", "-")) if name else folder)


def _lines(text: str) -> tuple[list[Listed], list[str]]:
    """Of newsboat's file: an address on each line, then tags; `~name` is a title, `!` hides."""
    found: list[Listed] = []
    left: list[str] = []
    for line in text.splitlines():
        words = _words(line)
        if not words:
            continue
        if words[0].startswith(("query:", "exec:", "filter:", '"query:')):
            left.append(line.strip())
            continue
        names = [word[1:] for word in words[1:] if word.startswith("~")]
        tags = tuple(word for word in words[1:] if word and not word.startswith(("~", "!")))
        found.append(Listed(words[0], names[0] if names else "", tags=tags))
    return found, left


def _words(line: str) -> list[str]:
    if line.lstrip().startswith("#"):
        return []
    try:
        return shlex.split(line)
    except ValueError:
        return line.split()


def _is_web(uri: str) -> bool:
    try:
        parts: Any = urlsplit(uri)
        return parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return False
