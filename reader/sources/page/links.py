"""Addresses that a page gives: some are none."""

from urllib.parse import urljoin, urlsplit

from reader.document.admission import LONGEST_ADDRESS


def on_web(given: str | None, base: str) -> str | None:
    """The http(s) address that *given* is on the page at *base*; None for what is no address, or leads elsewhere."""
    words = (given or "").strip()
    if not words or len(words) > LONGEST_ADDRESS:
        return None
    try:
        whole = urljoin(base, words)
        parts = urlsplit(whole)
        has_host = bool(parts.hostname) and parts.port != 0
    except (
        ValueError
    ):  # brackets without an IPv6 address, signs that are slashes once normalised, no such port
        return None
    return whole if parts.scheme in {"http", "https"} and has_host else None
