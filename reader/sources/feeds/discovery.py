"""The feeds that a page names: `<link rel="alternate">` of a feed's type (RSS Autodiscovery, RSS Advisory Board)."""

from reader.sources.links import web_link

_TYPES = (
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/xml",
    "text/xml",
)  # fmt: skip
_COMMENTS = ("comment", "kommentar", "commentaire")
"""What a feed of comments is called by, in its title or address: it is offered last."""


def feeds_of(html: str, uri: str) -> list[str]:
    """The addresses of the feeds of the page *html* at *uri*, the site's own before those of its comments."""
    from lxml import html as parser
    from lxml.etree import ParserError

    try:
        tree = parser.document_fromstring(
            html.encode("utf-8", "replace"), parser=parser.HTMLParser(encoding="utf-8")
        )
    except (ParserError, ValueError):
        return []
    base = web_link(uri, next(iter(tree.xpath("//base/@href")), "")) or uri
    found: dict[str, bool] = {}
    for link in tree.xpath("//link[@href and @rel]"):
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        if kind not in _TYPES or "alternate" not in link.get("rel").lower().split():
            continue
        address = web_link(base, link.get("href"))
        if address:
            words = f"{link.get('title') or ''} {address}".lower()
            found.setdefault(address, any(word in words for word in _COMMENTS))
    return sorted(found, key=lambda address: found[address])
