"""Links of a page or a feed, as whole addresses."""

from urllib.parse import urljoin, urlsplit

from reader.document.admission import LONGEST_ADDRESS

_WEB = ("https://", "http://")


def web_link(base: str, link: str) -> str:
    """The whole address that *link* means on the page at *base*; empty for one that is broken or not of the web."""
    link = link.strip()
    if not link or len(link) > LONGEST_ADDRESS:
        return ""
    try:
        whole = link if link.startswith(_WEB) else urljoin(base, link)
        parts = urlsplit(whole)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0:
            return ""
        return whole if whole.startswith(_WEB) else parts.geturl()
    except ValueError:
        return ""
