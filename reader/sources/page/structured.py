"""What a page says of itself to machines: JSON-LD (schema.org), OpenGraph and other meta elements."""

import html
import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reader.sources.page.lines import squeezed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES = ("Article", "Posting", "Report", "Recipe", "Review", "Analysis")
"""Ends of the names of schema.org's types of articles."""
_MOST = 2_000
"""Objects of a page's JSON-LD that are looked at."""
Json = dict[str, Any]  # Any: other people's JSON


@dataclass(frozen=True)
class Structured:
    """The machine-readable data of a page."""

    tree: "HtmlElement"

    @cached_property
    def metas(self) -> dict[str, list[str]]:
        """Contents of meta elements by their property or name, in small letters."""
        found: dict[str, list[str]] = {}
        for element in self.tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            content = squeezed(element.get("content") or "")
            if name and content:
                found.setdefault(name.lower(), []).append(content)
        return found

    def meta(self, *names: str) -> str | None:
        """The content of the first of these meta elements that the page has."""
        return next((self.metas[name][0] for name in names if name in self.metas), None)

    @cached_property
    def article(self) -> Json:
        """The JSON-LD object of the article; empty where there is none."""
        return next((each for each in self.objects if _is_article(each)), {})

    @cached_property
    def objects(self) -> tuple[Json, ...]:
        """Every object of the page's JSON-LD, outer ones first."""
        return tuple(self._objects())

    def _objects(self) -> Iterator[Json]:
        """Broken scripts say nothing."""
        waiting: deque[Any] = deque()
        for script in self.tree.iter("script"):
            if script.get("type") == "application/ld+json":
                try:
                    waiting.append(json.loads(script.text or "", strict=False, parse_int=float))
                except (ValueError, RecursionError):
                    continue
        for _ in range(_MOST):
            if not waiting:
                return
            each = waiting.popleft()
            if isinstance(each, list):
                waiting.extendleft(reversed(each))
            elif isinstance(each, dict):
                yield each
                waiting += [value for value in each.values() if isinstance(value, dict | list)]

    def text(self, key: str) -> str | None:
        """A string of the article's JSON-LD."""
        value = self.article.get(key)
        return squeezed(html.unescape(value)) or None if isinstance(value, str) else None

    def names(self, key: str) -> list[str]:
        """The names of people or organisations of the article's JSON-LD."""
        value = self.article.get(key)
        found = []
        for each in value if isinstance(value, list) else [value]:
            name = self._name(each) if isinstance(each, dict) else each
            for one in name if isinstance(name, list) else [name]:
                if isinstance(one, str) and one.strip():
                    found.append(squeezed(html.unescape(one)))
        return found

    def _name(self, each: Json) -> object:
        """The name of an object, or of the one that it refers to."""
        if "name" in each or "@id" not in each:
            return each.get("name")
        return self._names_by_id.get(each["@id"]) if isinstance(each["@id"], str) else None

    @cached_property
    def _names_by_id(self) -> dict[str, object]:
        named = (each for each in self.objects if isinstance(each.get("@id"), str) and "name" in each)
        return {each["@id"]: each["name"] for each in named}


def _is_article(each: Json) -> bool:
    kinds = each.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(_ARTICLES) for name in names)
