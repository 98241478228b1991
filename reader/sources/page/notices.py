"""Pages that are not an article, or not all of one: what is said of them in plain words."""

import re
from typing import TYPE_CHECKING

from reader.sources.links import web_link
from reader.sources.page.structured import Structured
from reader.sources.page.tree import tree_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LITTLE = 120
"""Words of a text that is too short to be what a page is for."""
_OPENING = 300
"""Words of an article of which subscribers would see more."""
_MANY_LINKS = 25
_TEASER = 4
"""Words of a link that can be another story's headline."""
_PAID = re.compile(
    r"subscribers only|subscribe (?:now )?to (?:read|continue)|for subscribers|already a subscriber|"
    r"log ?in to (?:read|continue)|to continue reading|create a free account|register to (?:read|continue)|"
    r"this article is (?:only )?for",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"before you continue|we (?:and our (?:\d+ )?partners )?(?:use|store|value)[^.]{0,60}(?:cookies|privacy)|"
    r"accept all|cookie (?:consent|settings|preferences)|consent to",
    re.IGNORECASE,
)
_PLAYERS = re.compile(r"youtube|vimeo|dailymotion|brightcove|jwplayer|player", re.IGNORECASE)


def notice(tree: "HtmlElement", told: Structured, text: str) -> str:
    """What a reader should know of the page beyond its *text*, which is without links; empty for an article."""
    words = len(text.split())
    visible = " ".join(tree.text_content().split())[:20_000] if words < _OPENING else ""
    if words < _OPENING and (_is_paid(told) or (words < LITTLE and _PAID.search(visible))):
        return "Only the part that the site shows to everybody: the rest is for its subscribers."
    if words >= LITTLE:
        return ""
    teasers = sum(len(each.text_content().split()) >= _TEASER for each in tree.iter("a"))
    if teasers >= _MANY_LINKS:
        return f"This looks like an index page: {teasers} links to other pages and no article of its own."
    if _CONSENT.search(visible):
        return "The site asks for consent to cookies before it shows the article; this is all that it gave."
    if _has_video(tree, told):
        return "This page is there for a video; there is little or no text in it."
    return "" if words else "No article text was found in this page."


def others(page: str, url: str) -> list[str]:
    """Addresses at which a page says that its article stands too: for phones (AMP), for print, its canonical one."""
    tree = tree_of(page)
    if tree is None:
        return []
    found = [
        each.get("href") or ""
        for each in tree.iter("link")
        if (each.get("rel") or "").lower() in {"amphtml", "canonical"}
        or ((each.get("media") or "").lower() == "print" and (each.get("rel") or "").lower() == "alternate")
    ]
    whole = (web_link(url, each) for each in found if each.strip())
    return [each for each in dict.fromkeys(whole) if each not in {"", url}]


def _is_paid(told: Structured) -> bool:
    free = told.article.get("isAccessibleForFree")
    return free is False or (isinstance(free, str) and free.lower() == "false")


def _has_video(tree: "HtmlElement", told: Structured) -> bool:
    kind = told.meta("og:type") or ""
    frames = any(_PLAYERS.search(each.get("src") or "") for each in tree.iter("iframe"))
    return kind.startswith("video") or frames or tree.find(".//video") is not None
