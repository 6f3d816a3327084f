"""Addresses of web pages in one form, so that the same page has one name."""

from urllib.parse import urlsplit, urlunsplit

from courlan import is_valid_url, normalize_url

from pejlemaerker.danish.contacts import without_contacts

MAX_LENGTH = 2000


def canonical(address: str | None) -> str | None:
    """`address` without what only one visit needs (trackers, fragments); None for what is no address of a page."""
    stated = (address or "").strip().partition("#")[0].replace(" ", "%20")
    if not stated.lower().startswith(("http://", "https://")) or len(stated) > MAX_LENGTH or not is_valid_url(stated):
        return None
    parts = urlsplit(stated)
    named = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))  # never a name and a password
    # An archive has the address of what it keeps in its own; that must not be put in order too.
    cleaned = named if named.count("://") > 1 else str(normalize_url(named, trailing_slash=True))
    if urlsplit(cleaned).path == "/" and not urlsplit(cleaned).query:
        cleaned = cleaned.removesuffix("/")
    return cleaned if _is_printable(cleaned) and without_contacts(cleaned) == cleaned else None


def _is_printable(address: str) -> bool:
    return address.isprintable() and not any("\ud800" <= char <= "\udfff" for char in address)
