"""Addresses of the web: read by one parser, resolved once, and private ones only where the reader typed them."""

import asyncio
import ipaddress
import re
import socket
from collections.abc import Callable, Iterable
from urllib.parse import urljoin, urlsplit

import httpx

from reader.document.origin import Origin
from reader.errors import SourceError
from reader.sources.public import is_public

Resolve = Callable[[str], Iterable[str]]
"""Host name to its IP addresses, as strings; empty when it has none."""
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
_BROKEN = "this is not a web address; check how it is written"
_DOWNGRADE = (
    "the page redirects from https to http, which anybody on the way can read and change; it is not followed"
)


class PrivateError(SourceError):
    """An address that the reader did not type is in a private network."""

    def __init__(self, uri: str) -> None:
        super().__init__(
            uri, "this is in a private network, where only addresses that you type yourself are opened"
        )


def resolve(host: str) -> list[str]:
    """The addresses of *host* by the system's resolver."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, ValueError):
        return []
    return [*dict.fromkeys(str(info[4][0]) for info in found)]


class Names:
    """The addresses of hosts. Each host is asked for once: what is judged is what is connected to."""

    def __init__(self, resolver: Resolve = resolve) -> None:
        self._resolver = resolver
        self._known: dict[str, tuple[str, ...]] = {}

    async def of(self, host: str) -> tuple[str, ...]:
        """The IP addresses of *host*, in the order in which they are to be tried. Raises httpx.ConnectError."""
        if host not in self._known:
            found = (host,) if is_literal(host) else tuple(await asyncio.to_thread(self._asked, host))
            if not found:
                raise httpx.ConnectError(f"no server has the name {host}")
            self._known.setdefault(host, found)
        return self._known[host]

    def _asked(self, host: str) -> list[str]:
        return [*self._resolver(host)]


def is_literal(host: str) -> bool:
    """Whether *host* is an IP address as it is usually written."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def judged(url: str, addresses: Iterable[str], origin: Origin) -> bool:
    """Whether a host of *addresses* is private: none of them is public.

    Raises PrivateError where not all are, and the *origin* of *url* is not the reader.
    """
    public = [is_public(address) for address in addresses]
    if origin is not Origin.TYPED and not all(public):
        raise PrivateError(url)
    return not any(public)


def web_address(url: str) -> httpx.URL:
    """*url* as it is connected to. Raises SourceError for one that is not of the web.

    So is one that another parser would read otherwise: an address means one host to everybody, or is not opened.
    """
    try:
        parsed, other = httpx.URL(url), urlsplit(url)
        if parsed.scheme not in {"http", "https"}:
            raise SourceError(url, "only http and https addresses are opened")
        host = parsed.raw_host.decode("ascii")
        theirs = other.hostname or ""
        theirs = theirs if theirs == host else httpx.URL(scheme="http", host=theirs).raw_host.decode("ascii")
        ports = {parsed.port, {"http": 80, "https": 443}[parsed.scheme]}
        same = theirs == host and other.port in ports
    except (httpx.InvalidURL, ValueError) as error:
        raise SourceError(url, _BROKEN) from error
    if not same or "\\" in other.netloc or not _HOST.fullmatch(host):
        raise SourceError(url, _BROKEN)
    return parsed


def host_of(url: str) -> str:
    """The host of *url*, in small letters. Raises SourceError for one that is not of the web."""
    return web_address(url).raw_host.decode("ascii")


def is_downgrade(source: str, target: str) -> bool:
    """Whether *target* is open to be read on its way, where *source* is not."""
    return urlsplit(source).scheme == "https" and urlsplit(target).scheme == "http"


def redirected(url: str, source: httpx.URL, location: str) -> httpx.URL:
    """Where a redirect leads from *source*, on the way to *url*. Raises SourceError where it is not followed."""
    try:
        target = urljoin(str(source), location)
        scheme = urlsplit(target).scheme
        if scheme not in {"http", "https"}:
            raise SourceError(
                url, f"the page redirects to a {scheme or 'broken'} address, which is not opened"
            )
        if is_downgrade(str(source), target):
            raise SourceError(url, _DOWNGRADE)
        return web_address(target)
    except ValueError as error:
        raise SourceError(url, "the page redirects to a broken address, which is not opened") from error
    except SourceError as error:
        raise SourceError(url, error.reason) from None
