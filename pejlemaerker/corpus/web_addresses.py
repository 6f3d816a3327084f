"""Addresses of web pages in one form, so that the same page has one name."""

from courlan import clean_url, is_valid_url

MAX_LENGTH = 2000


def canonical(address: str | None) -> str | None:
    """`address` without what only one visit needs (trackers, fragments); None for what is no address of a page."""
    if not address or len(address) > MAX_LENGTH or not is_valid_url(address.strip()):
        return None
    cleaned = clean_url(address.strip())
    if not cleaned or not cleaned.startswith(("http://", "https://")):
        return None
    return str(cleaned).partition("#")[0]
