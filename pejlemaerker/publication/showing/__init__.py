"""One document of a release with what was read from it, as marks on its text. How that looks on a screen belongs elsewhere."""

from .document import MARKED, Marked, Shown, load
from .finding import Found, ManyError, NoDocumentError, find
from .marks import Piece, pieces

__all__ = ["MARKED", "Found", "ManyError", "Marked", "NoDocumentError", "Piece", "Shown", "find", "load", "pieces"]
