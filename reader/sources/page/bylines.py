"""Who wrote an article, as its page says."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from reader.sources.page.lines import squeezed
from reader.sources.page.structured import Structured

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_METAS = (
    "author",
    "article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "citation_author",
)
_MARKED = (
    ".//*[@rel='author' or @itemprop='author' or contains(@class,'byline') or contains(@class,'author')]"
)
_MOST_MARKED = 40
"""Marked elements that are looked at: comments have authors too."""
_ASIDE = re.compile(r"comment|related|sidebar|footer|popular|recommend", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:(?:\W*\b(?:posted|written|published|reported|story|words|text|article|view all posts|all posts|more))?"
    r"\W*\b(?:by|von|par|por|di|authors?)\b:?\s*)+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:[|•·–—@\d]|\s-\s|\b(?:published|updated|posted|more articles|follow|staff writer)\b|"
    r",\s*(?:staff|senior|special|science|political|news)\b|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s\d|\bfor\s(?:the\s)?(?-i:[A-Z])).*",
    re.IGNORECASE | re.DOTALL,
)
_NAME = re.compile(r"[^\W\d_][^\d@/:<>{}\[\]]{1,60}(?:/[^\W\d_][^\d@/:<>{}\[\]]{1,40})?")
_NOBODY = frozenset(["admin", "administrator", "editor", "author", "unknown", "no author", "guest", "by"])
_MOST_WORDS = 12
_LONGEST = 160
"""Code points of a text that can be a byline."""
_BY_LINE = re.compile(r"(?:Posted\s)?[Bb]y\s+(?P<names>[A-Z].{2,100})")


def byline_of(tree: "HtmlElement", told: Structured, site: str | None) -> str | None:
    """The names of the authors, set apart by `; ` where the page tells them apart; None where it names nobody."""
    candidates = [
        told.names("author"),
        *(told.metas.get(name, []) for name in _METAS),
        *([each] for each in islice(_marked(tree), _MOST_MARKED)),
        *([each] for each in islice(_lines(tree), _MOST_MARKED)),
        [
            each["name"]
            for each in told.objects
            if each.get("@type") == "Person" and isinstance(each.get("name"), str)
        ],
    ]
    found = [names for each in candidates if (names := _clean(each))]
    people = [names for names in found if not _is_site(names, site)]
    best = next(iter(people or found), None)
    if not best:
        return None
    fuller = (each for each in people if len(each) == 1 and each[0].startswith(f"{best[0]} "))
    return "; ".join(next(fuller, best) if len(best) == 1 and " " not in best[0] else best)


def _marked(tree: "HtmlElement") -> Iterator[str]:
    """Texts of elements that the page marks as the author's, the innermost first."""
    for element in tree.xpath(_MARKED):
        around = (each for each in (element, *element.iterancestors()) if each.tag != "body")
        if not any(_ASIDE.search(each.get("class") or "") for each in around):
            inner = [squeezed(each.text_content()) for each in islice(element.iter("a", "span"), 8)]
            yield from (text for text in inner if 1 < len(text.split()) < 5)
            yield squeezed(element.text_content())


def _lines(tree: "HtmlElement") -> Iterator[str]:
    """Short lines such as “By Ann Bell” in the page's text."""
    for element in tree.iter("p", "div", "span", "li", "time"):
        if (element.text or "").lstrip()[:2] in {"By", "by", "Po"}:
            match = _BY_LINE.fullmatch(squeezed(element.text_content())[:_LONGEST])
            if match:
                yield match["names"]


def _clean(names: list[str]) -> list[str]:
    """Those that can be names, without what stands around them; each once."""
    found: list[str] = []
    for name in names:
        before = _BEFORE.match(name)
        rest = name[before.end() :] if before else name
        plain = (_AFTER.sub("", rest).strip(" ,;.-") or rest).strip(" ,;.-") if len(name) <= _LONGEST else ""
        good = 0 < len(plain.split()) <= _MOST_WORDS and _NAME.fullmatch(plain)
        if good and plain.lower() not in _NOBODY and plain not in found:
            found.append(plain)
    return found


def _is_site(names: list[str], site: str | None) -> bool:
    """Whether the names are only that of the site."""
    plain = re.sub(r"\W", "", site or "").casefold()
    return bool(plain) and all(re.sub(r"\W", "", name).casefold() in plain for name in names)
