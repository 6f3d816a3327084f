"""PDF: from characters at places on a page to paragraphs in reading order."""

from .reading import read_pdf

__all__ = ["read_pdf"]
