"""A page as a tree that holds all of its text and can be worked on in a time that grows with its length."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from reader.sanitise import admitted

if TYPE_CHECKING:
    from lxml.etree import HTMLParser, _Element
    from lxml.html import HtmlElement

_Tree = TypeVar("_Tree", bound="_Element | None")

_DEEP = 80
"""Levels of elements that no ordinary page has. Extraction is slow on them, and libxml2 drops what is below 256."""
_DEEPEST = 60
"""Levels that are left of them."""
_MOST_ATTRIBUTES = 100
"""Attributes of an element: libxml2 compares each with all others."""
_ATTRIBUTE = r"""[\s/]++[^\s/>=]{1,200}+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]{0,500}+)?+)?+"""
_CROWDED = re.compile(
    rf"(?P<kept><[a-zA-Z][^\s/>]{{0,100}}+(?:{_ATTRIBUTE}){{{_MOST_ATTRIBUTES}}}+)(?:{_ATTRIBUTE})++"
)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/<>]{0,100})")
_LEVELS = {
    "table": 4,
    **dict.fromkeys(("ul", "ol", "dl", "select"), 2),
    **dict.fromkeys(
        """p li dt dd tr td th tbody thead tfoot colgroup col option optgroup html body head
        area base br embed hr img input link meta param source track wbr""".split(),
        0,
    ),
}
"""Levels that an element and those in it take; 1 for others. Those of 0 end one another or hold nothing."""
_SPOKEN = ("rt", "rp", "rtc")
_INLINE = frozenset("a abbr b big code em font i q s small span strike strong sub sup tt u".split())


def tree_of(page: str) -> "HtmlElement | None":
    """The tree of a page; None where there is none.

    How a word is spoken, which East Asian pages print above it, is left out here: extraction drops it, too, but
    piece by piece, each time looking through what stands before it.
    """
    from lxml.etree import strip_elements
    from trafilatura.utils import HTML_PARSER, load_html

    tree = whole(page, load_html, HTML_PARSER) if page.strip() else None
    if tree is not None:
        strip_elements(tree, *_SPOKEN, with_tail=False)
    return tree


def whole(page: str, parse: Callable[[str], _Tree], parser: "HTMLParser") -> _Tree:
    """What *parse* makes of a page with *parser*, none of its text dropped for standing deep."""
    source = _CROWDED.sub(
        lambda match: match["kept"], admitted(page).replace("\0", "\N{REPLACEMENT CHARACTER}")
    )
    tree = parse(source)
    is_cut = any(each.type_name == "ERR_RESOURCE_LIMIT" for each in parser.error_log)
    return parse(shallow(source)) if is_cut or _is_deep(tree) else tree


def _is_deep(tree: "_Element | None") -> bool:
    return tree is not None and bool(tree.xpath(f"boolean(/{'/'.join('*' * _DEEP)})"))


def shallow(page: str) -> str:
    """*page* with elements that stand too deep turned into empty ones beside their content."""
    return "".join(_shallow(page))


def _shallow(page: str) -> Iterator[str]:
    at = depth = 0
    kept: dict[str, list[bool]] = {}
    for match in _TAG.finditer(page):
        name = match["name"].lower()
        levels = _LEVELS.get(name, 1)
        if not levels:
            continue
        opened = kept.setdefault(name, [])
        if match["close"]:
            is_kept = opened.pop() if opened else True
            depth = max(0, depth - levels) if is_kept else depth
        else:
            is_kept = depth + levels <= _DEEPEST
            opened.append(is_kept)
            depth += levels if is_kept else 0
        if not is_kept:
            yield page[at : match.start("name")]
            yield "img" if name in _INLINE else "br"
            at = match.end("name")
    yield page[at:]
