"""Identifiers that do not move: of documents by what names them, of rows by the words they stand on."""

import hashlib
import re
import unicodedata
from collections import Counter
from datetime import date

_WORDS = re.compile(r"[^\W_]+")


def normalised(text: str) -> str:
    """`text` without what a new layout may change: case, marks and white space."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return folded if folded.isalnum() else " ".join(_WORDS.findall(folded))


def document_id(url: str | None, publisher: str | None, title: str | None, published: date | None, opening: str) -> str:
    """Identifier of a document: by its canonical `url`, else by publisher, title and date.

    Where title or date is missing the `opening` words of its text stand in, since many texts share the rest.
    """
    if url:
        parts = ["url", url]
    else:
        parts = ["named", publisher or "", title or "", str(published or "")]
        if title is None or published is None:
            parts.append(opening)
    return "d" + _hash(*map(normalised, parts))[:16]


class RowIdentifiers:
    """Identifiers of the rows of one table in one document: the letter of the table, and a hash of the words.

    Equal words count on, so that a new menu around an article does not rename what stands below it.
    """

    def __init__(self, document: str, letter: str) -> None:
        self._prefix = f"{document}-{letter}"
        self._times: Counter[str] = Counter()

    def next(self, text: str) -> str:
        """The identifier of the next row that stands on `text`."""
        words = normalised(text)
        self._times[words] += 1
        return self._prefix + _hash(words, str(self._times[words]))[:12]


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()
