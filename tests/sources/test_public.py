"""The table of what is on the public internet, against samples and against every Python's own."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.public import is_public

PUBLIC = """
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 93.184.216.34 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.1
169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.0.3.0 192.88.98.255 192.88.100.0 192.167.255.255
192.169.0.0 198.17.255.255 198.20.0.0 198.51.99.255 198.51.101.0 203.0.112.255 203.0.114.0 223.255.255.255
::ffff:93.184.216.34 2001:200:: 2001:4860:4860::8888 2606:2800:220:1:248:1893:25c8:1946 2620:fe::fe 2a00:1450::1 3ffe::1
""".split()
NOT_PUBLIC = """
0.0.0.0 0.255.255.255 10.0.0.0 10.255.255.255 100.64.0.0 100.127.255.255 127.0.0.1 127.255.255.255 169.254.0.0
169.254.255.255 172.16.0.0 172.31.255.255 192.0.0.0 192.0.0.9 192.0.0.170 192.0.2.0 192.88.99.1 192.168.0.0
192.168.255.255 198.18.0.0 198.19.255.255 198.51.100.0 203.0.113.255 224.0.0.0 239.255.255.255 240.0.0.0
255.255.255.255 :: ::1 ::2 ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:0:7f00:1 64:ff9b:: 64:ff9b::5db8:d822
64:ff9b:1::1 100::1 1fff:ffff::1 2001:: 2001::1 2001:2::1 2001:10::1 2001:1ff:ffff::1 2001:db8::1 2002::1
2002:5db8:d822::1 3fff::1 3fff:fff:ffff::1 4000::1 5f00::1 fc00::1 fd00::1 fe80::1 fe80::1%eth0 febf::1 fec0::1 ff00::1
ff02::1 ff0e::1
""".split()


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", [*NOT_PUBLIC, "", "localhost", "1.2.3", "127.1", "0x7f.0.0.1", "::1::"])
def test_not_public(address: str) -> None:
    assert not is_public(address)


@given(st.ip_addresses())
def test_what_python_holds_for_private_is_never_public(
    ip: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if is_public(str(ip)):
        assert ip.is_global or getattr(ip, "ipv4_mapped", None)
        assert not ip.is_multicast


@given(st.ip_addresses(v=4))
def test_an_address_is_judged_alike_inside_another(ip: ipaddress.IPv4Address) -> None:
    assert is_public(f"::ffff:{ip}") == is_public(str(ip))
    assert not is_public(f"::{ip}")
    assert not is_public(f"64:ff9b::{ip}")
    assert not is_public(f"2002:{int(ip) >> 16:x}:{int(ip) & 0xFFFF:x}::1")
