"""When an article was published, as its page says."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from reader.document.identity import is_web_address
from reader.sources.page.lines import squeezed
from reader.sources.page.structured import Structured

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ISO = re.compile(r"(?P<day>(?:19|20)\d\d-[01]\d-[0-3]\d)(?!\d)")
_METAS = ("article:published_time", "datepublished", "og:published_time", "rnews:datepublished")
_LOOSE_METAS = (
    "date", "pubdate", "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date",
    "dcterms.created",
)  # fmt: skip
"""Those that some sites use for the day of an edition, or of a file."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_SHOWN = re.compile(
    rf"(?<!\d)(?:(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)|(?:(?P<day>[0-3]?\d)\s)?(?P<month>{_MONTH})\.?"
    r"(?(day)|\s(?P<late>[0-3]?\d),)\s(?P<year>(?:19|20)\d\d))(?!\d)"
)
"""2024-05-12, 12 May 2024, May 12, 2024."""
_WRITTEN = re.compile(r"\b(?:first )?(?:published|posted|written)(?: on)?:?\s*$", re.IGNORECASE)
_UPDATED = re.compile(r"\b(?:last )?(?:updated|modified|edited)(?: on)?:?\s*$", re.IGNORECASE)
_NEAR = 1_000
"""Code points around the heading in which the date may stand."""
_READ = 100_000
"""Code points of a page in which a date with its label is looked for."""
_LABEL = 24
_PUBLISHED = re.compile(r"publish|pubdate|entry-date|post-date|dateline|created", re.IGNORECASE)


def published_on(tree: "HtmlElement", told: Structured, uri: str) -> str | None:
    """The day of publication as YYYY-MM-DD, in the page's own time zone; else what htmldate finds in the text.

    What the page tells machines comes first, then what it shows: beside its heading, then with a label.
    """
    for text in (told.text("datePublished"), told.meta(*_METAS)):
        day = _day(text)
        if day:
            shown = next((_day(each.get("datetime")) for each in tree.iter("time")), None)
            return shown if shown and _is_eve(shown, day) else day
    beside = _beside_title(tree)
    if beside:
        return beside
    words = _words(tree)
    return (
        _labelled(words, _WRITTEN)
        or _day(told.meta(*_LOOSE_METAS))
        or _day(_time(tree))
        or _labelled(words, _UPDATED)
        or _searched(tree, uri)
    )


def _day(text: str | None) -> str | None:
    match = _ISO.match(text or "")
    return match["day"] if match else None


def _is_eve(one: str, other: str) -> bool:
    """Whether a day is the one before: machines are told the time in Greenwich, readers that of the newsroom."""
    try:
        return date.fromisoformat(other) - date.fromisoformat(one) == timedelta(days=1)
    except ValueError:
        return False


def _beside_title(tree: "HtmlElement") -> str | None:
    """The only day that is shown near the page's heading."""
    heading = tree.find(".//h1")
    above = heading.getparent() if heading is not None else None
    around = above.getparent() if above is not None else None
    text = squeezed(around.text_content())[:_NEAR] if around is not None else ""
    found = {day for _, day in _days(text)}
    return found.pop() if len(found) == 1 else None


def _labelled(text: str, label: re.Pattern[str]) -> str | None:
    """The first day behind a label such as “Published:” in a page's *text*."""
    return next((day for at, day in _days(text) if label.search(text, max(0, at - _LABEL), at)), None)


def _words(tree: "HtmlElement") -> str:
    """The first words of a page that can be seen. XPath would sort all of them, which costs their square."""
    from lxml.etree import iterwalk

    body = tree.find("body")
    parts: list[str] = []
    size = 0
    for event, element in iterwalk(body, events=("start", "end")) if body is not None else ():
        hidden = event == "start" and element.tag in {"script", "style"}
        text = "" if hidden else (element.text if event == "start" else element.tail) or ""
        parts.append(text)
        size += len(text) + 1
        if size > _READ:
            break
    return squeezed(" ".join(filter(None, parts))[:_READ])


def _days(text: str) -> Iterator[tuple[int, str]]:
    """Where days are shown in a text, and which."""
    for match in _SHOWN.finditer(text):
        if match["iso"]:
            yield match.start(), match["iso"]
        else:
            month = _MONTHS.index(match["month"][:3].lower()) + 1
            yield match.start(), f"{match['year']}-{month:02}-{int(match['day'] or match['late']):02}"


def _time(tree: "HtmlElement") -> str | None:
    """The time element that is marked as the publication's, or the only one."""
    times = [each for each in tree.iter("time") if _ISO.match(each.get("datetime") or "")]
    marked = [each for each in times if _PUBLISHED.search(f"{each.get('class')} {each.get('itemprop')}")]
    days = {(each.get("datetime") or "")[:10] for each in times}
    chosen = marked[:1] or (times if len(days) == 1 else [])
    return chosen[0].get("datetime") if chosen else None


def _searched(tree: "HtmlElement", uri: str) -> str | None:
    """What htmldate finds without reading words as dates of every language: that takes seconds for each."""
    from htmldate import find_date

    url = uri if is_web_address(uri) else None
    found = find_date(tree, url=url, original_date=True, extensive_search=False, outputformat="%Y-%m-%d")
    return str(found) if found else None
