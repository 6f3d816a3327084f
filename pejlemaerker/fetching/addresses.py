"""Which addresses may be asked: of the web by their form, of the network by their number."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network

import httpx

from .errors import AddressRefusedError

MAX_LENGTH = 2000
_NAT64 = IPv6Network("64:ff9b::/96")


def checked(address: str) -> httpx.URL:
    """`address` as it will be asked, without its fragment; AddressRefusedError when it is none to ask."""
    if len(address) > MAX_LENGTH:
        raise AddressRefusedError(f"The address is longer than {MAX_LENGTH} characters.")
    try:
        url = httpx.URL(address).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError, TypeError):
        raise AddressRefusedError("It is no address of a page.") from None
    if url.scheme not in ("http", "https") or not url.host:
        raise AddressRefusedError("Only addresses with http:// or https:// are asked.")
    if url.port is not None and not 0 < url.port < 65536:
        raise AddressRefusedError("The address has a port that does not exist.")
    if url.userinfo:
        raise AddressRefusedError("The address has a name or a password in it. Only open pages are fetched.")
    return url


def is_public(number: IPv4Address | IPv6Address) -> bool:
    """Whether `number` is an address of the open internet; those that carry another one in them are judged by that too."""
    if isinstance(number, IPv6Address):
        inner = _carried(number)
        if number.ipv4_mapped is not None or number in _NAT64:
            return inner is not None and is_public(inner)
        if number.is_site_local or (inner is not None and not is_public(inner)):
            return False
    return number.is_global and not (number.is_multicast or number.is_reserved or number.is_unspecified)


def _carried(number: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that `number` leads to through a translator or a tunnel."""
    if number in _NAT64:
        return IPv4Address(int(number) & 0xFFFFFFFF)
    teredo = number.teredo
    return number.ipv4_mapped or number.sixtofour or (teredo[1] if teredo else None)
