"""Proxies that the reader set in the environment.

Who reaches the web only through a proxy, or hides behind one, must not be connected past it. A proxy looks names up by
itself, so that only addresses that are private as they are written can be refused here.
"""

import re
import socket
from ipaddress import IPv4Address
from urllib.request import getproxies, proxy_bypass

import httpx

from reader.errors import SourceError
from reader.sources.public import is_public

_HERE = re.compile(r"[^.]+\.?|.*\.(?:localhost|local|internal|lan|home\.arpa)\.?", re.IGNORECASE)
"""Names of this machine and of private networks (RFC 6761, 6762, 8375); those without a dot are an intranet's."""


def proxies() -> dict[str, str]:
    """The addresses of the proxies that the reader set, by the scheme of what is asked for, or `all`."""
    found = {scheme: each for scheme, each in getproxies().items() if each and scheme != "no"}
    return {scheme: each if "://" in each else f"http://{each}" for scheme, each in found.items()}


def proxy_for(url: httpx.URL, proxies: dict[str, str]) -> str:
    """Which of *proxies* is meant for *url*; empty for none."""
    proxy = proxies.get(url.scheme) or proxies.get("all") or ""
    return "" if not proxy or proxy_bypass(url.host) else proxy


def through(proxy: str, url: str, secure: object) -> httpx.AsyncHTTPTransport:
    """What sends requests through *proxy*. Raises SourceError for one that cannot be used to fetch *url*."""
    try:
        return httpx.AsyncHTTPTransport(proxy=proxy, verify=secure)  # type: ignore[arg-type]  # httpx's own kinds
    except (ImportError, ValueError, httpx.InvalidURL) as error:
        raise SourceError(url, f"the proxy {proxy} of the environment cannot be used: {error}") from error


def is_private_name(host: str) -> bool:
    """Whether *host* is private as it is written, without a look-up."""
    try:
        return not is_public(str(IPv4Address(socket.inet_aton(host))))
    except (OSError, ValueError):
        return not is_public(host) if ":" in host else _HERE.fullmatch(host) is not None
