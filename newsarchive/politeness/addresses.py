"""Tell addresses of the public internet from those of this machine and its neighbours."""

from __future__ import annotations

import ipaddress
import socket


def is_public(address: str) -> bool:
    """Say whether an IP address is one of the public internet.

    >>> [is_public(address) for address in ("93.184.216.34", "127.0.0.1", "10.1.2.3", "169.254.169.254", "::1")]
    [True, False, False, False, False]
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inner(found)
    return inner.is_global and not inner.is_multicast


def literal_address(host: str) -> str | None:
    """Return the IP address that a host name is, in any form that a resolver accepts, or ``None`` for a true name.

    >>> [literal_address(host) for host in ("2130706433", "0x7f.1", "[::1]", "example.test")]
    ['127.0.0.1', '127.0.0.1', '::1', None]
    """
    name = host.strip("[]").rstrip(".")
    try:
        return str(ipaddress.ip_address(name.partition("%")[0]))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(name))
    except OSError:
        return None


def _inner(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """Return the IPv4 address inside an IPv6 one (mapped, 6to4, NAT64), else the address."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in ipaddress.IPv6Network("64:ff9b::/96"):
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address
