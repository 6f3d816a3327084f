"""Web pages: the words of the page in order, what of it is the article, and what the page claims of itself."""

from .reading import read_html

__all__ = ["read_html"]
