"""Which network addresses a report may come from: public ones, and no others.

A link in a mail or a redirect of a stranger's server could else make this program fetch from the reader's own
network (a router's page, a cloud's metadata service). Every address of a host is checked, and the connection then
goes to a checked address and not to the name, whose answer could change in between.
"""

from __future__ import annotations

import ipaddress
import socket

from tabellino.errors import AddressRefused, SourceNotFound

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
#: IPv6 prefix under which translators reach IPv4 hosts (RFC 6052).
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Whether an address belongs to the public internet, also when an IPv4 address is wrapped in an IPv6 one."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


def resolve(host: str, port: int, *, allow_private: bool = False) -> str:
    """The address to connect to for a host, the first of those found.

    Raises SourceNotFound when the name has none, AddressRefused when any of them is not public.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise SourceNotFound(f"the host {host} cannot be found; check the address and the network") from problem
    addresses = [str(entry[4][0]).split("%")[0] for entry in found]
    for text in addresses:
        if not allow_private and not is_public(ipaddress.ip_address(text)):
            where = host if host == text else f"{host} at {text}"
            raise AddressRefused(f"leads to {where}, which is not a public address; save the page and give the file")
    return addresses[0]
