"""The libraries that web pages are read with, loaded when the first page is read and kept from talking to the user."""

import logging
import warnings
from functools import cache
from types import ModuleType


@cache
def trafilatura() -> ModuleType:
    """trafilatura with its metadata module; it takes half a second to load, and most articles are no web pages."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it loads what can fetch pages too, which misses parts nobody needs here
        import trafilatura.metadata
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return trafilatura
