"""Links of a page or a feed, as whole addresses."""

from urllib.parse import urljoin, urlsplit


def web_link(base: str, link: str) -> str:
    """The whole address that *link* means on the page at *base*; empty for one that is broken or not of the web."""
    try:
        link = link.strip()
        whole = link if link.startswith(("https://", "http://")) else urljoin(base, link)
        parts = urlsplit(whole)
        return whole if parts.scheme in {"http", "https"} and parts.hostname else ""
    except ValueError:
        return ""
