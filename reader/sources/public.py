"""Which IP addresses are on the public internet.

The table is our own: what Python's `is_global` says differs between 3.11.7 and later versions. Sources: IANA's IPv4 and
IPv6 Special-Purpose Address Registries (RFC 6890 and its updates), IPv4 Multicast and IPv6 Global Unicast assignments.
Where a registry has exceptions inside a block (anycast for translation, AS112), the whole block counts as not public.
"""

import ipaddress
from typing import Final

_NOT_PUBLIC_4: Final = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "0.0.0.0/8",  # this network (RFC 791)
            "10.0.0.0/8",  # private use (RFC 1918)
            "100.64.0.0/10",  # shared by a provider's customers (RFC 6598)
            "127.0.0.0/8",  # this machine (RFC 1122)
            "169.254.0.0/16",  # link local; a cloud's metadata (RFC 3927)
            "172.16.0.0/12",  # private use (RFC 1918)
            "192.0.0.0/24",  # protocol assignments (RFC 6890)
            "192.0.2.0/24",  # documentation (RFC 5737)
            "192.88.99.0/24",  # 6to4 relays, deprecated (RFC 7526)
            "192.168.0.0/16",  # private use (RFC 1918)
            "198.18.0.0/15",  # benchmarks (RFC 2544)
            "198.51.100.0/24",  # documentation (RFC 5737)
            "203.0.113.0/24",  # documentation (RFC 5737)
            "224.0.0.0/4",  # multicast (RFC 5771)
            "240.0.0.0/4",  # reserved, and broadcast (RFC 1112, RFC 919)
        ),
    )
)
_UNICAST_6: Final = ipaddress.IPv6Network("2000::/3")
"""All that was ever assigned as global unicast (RFC 4291). Outside of it, among others: this machine, IPv4-compatible
(::/96), NAT64 (64:ff9b::/96, 64:ff9b:1::/48), discard (100::/64), SRv6 (5f00::/16), unique local, link local, site
local, multicast."""
_NOT_PUBLIC_6: Final = tuple(
    map(
        ipaddress.IPv6Network,
        (
            "2001::/23",  # protocol assignments: Teredo, benchmarks, ORCHID (RFC 2928)
            "2001:db8::/32",  # documentation (RFC 3849)
            "2002::/16",  # 6to4, which holds an IPv4 address (RFC 3056)
            "3fff::/20",  # documentation (RFC 9637)
        ),
    )
)


def is_public(address: str) -> bool:
    """Whether the IP *address* is on the public internet. One that is no address is not."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is None:
            return ip in _UNICAST_6 and not any(ip in each for each in _NOT_PUBLIC_6)
        ip = ip.ipv4_mapped
    return not any(ip in each for each in _NOT_PUBLIC_4)
