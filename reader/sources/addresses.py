"""Which redirects are followed: never from a public page into a private network."""

import ipaddress
import socket
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

Resolve = Callable[[str], Iterable[str]]
"""Host name to its IP addresses, as strings; empty when it has none."""


def resolve(host: str) -> list[str]:
    """The addresses of *host* by the system's resolver."""
    try:
        return [str(info[4][0]) for info in socket.getaddrinfo(host, None)]
    except (OSError, UnicodeError):
        return []


def redirect_refusal(source: str, target: str, resolver: Resolve = resolve) -> str | None:
    """Why a redirect from *source* to *target* is not followed; None where it may be.

    An address that the reader typed is never judged; what a public page sends them to is.
    """
    to = urlsplit(target)
    if to.scheme not in {"http", "https"}:
        return f"the page redirects to a {to.scheme or 'broken'} address, which is not opened"
    if is_private(to.hostname or "", resolver) and not is_private(urlsplit(source).hostname or "", resolver):
        return "the page redirects into a private network, which is refused; name that address yourself"
    return None


def is_private(host: str, resolver: Resolve) -> bool:
    """Whether *host* is, or resolves to, an address that is not on the public internet."""
    return any(not _is_public(address) for address in _addresses(host, resolver))


def _addresses(host: str, resolver: Resolve) -> Iterable[str]:
    try:
        return [str(ipaddress.ip_address(host))]
    except ValueError:
        return resolver(host)


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    return (mapped or ip).is_global
