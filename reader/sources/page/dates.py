"""When an article was published, as its page says."""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

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
_IN_WORDS = re.compile(
    r"(?<!\d)(?:(?P<day>[0-3]?\d)\s)?(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6})\.?"
    r"(?(day)|\s(?P<late>[0-3]?\d),)\s(?P<year>(?:19|20)\d\d)(?!\d)"
)
_NEAR = 1_000
"""Code points around the heading in which the date may stand."""
_PUBLISHED = re.compile(r"publish|pubdate|entry-date|post-date|dateline|created", re.IGNORECASE)


def published_on(tree: "HtmlElement", told: Structured, uri: str) -> str | None:
    """The day of publication as YYYY-MM-DD, in the page's own time zone; else what htmldate finds in the text."""
    for text in (told.text("datePublished"), told.meta(*_METAS)):
        day = _day(text)
        if day:
            shown = next((_day(each.get("datetime")) for each in tree.iter("time")), None)
            return shown if shown and _is_eve(shown, day) else day
    loose = _day(told.meta(*_LOOSE_METAS))
    return _beside_title(tree) or loose or _day(_time(tree)) or _searched(tree, uri)


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
    """The only date that stands in words near the page's heading."""
    heading = tree.find(".//h1")
    around = (
        heading.getparent().getparent() if heading is not None and heading.getparent() is not None else None
    )
    text = squeezed(around.text_content())[:_NEAR] if around is not None else ""
    found = set()
    for match in _IN_WORDS.finditer(text):
        month = _MONTHS.index(match["month"][:3].lower()) + 1
        found.add(f"{match['year']}-{month:02}-{int(match['day'] or match['late']):02}")
    return found.pop() if len(found) == 1 else None


def _time(tree: "HtmlElement") -> str | None:
    """The time element that is marked as the publication's, or the only one."""
    times = [each for each in tree.iter("time") if _ISO.match(each.get("datetime") or "")]
    marked = [each for each in times if _PUBLISHED.search(f"{each.get('class')} {each.get('itemprop')}")]
    days = {(each.get("datetime") or "")[:10] for each in times}
    chosen = marked[:1] or (times if len(days) == 1 else [])
    return chosen[0].get("datetime") if chosen else None


def _searched(tree: "HtmlElement", uri: str) -> str | None:
    from htmldate import find_date

    url = uri if uri.startswith(("http://", "https://")) else None
    found = find_date(tree, url=url, original_date=True, extensive_search=True, outputformat="%Y-%m-%d")
    return str(found) if found else None
