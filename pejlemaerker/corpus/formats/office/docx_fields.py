"""Fields of Word files: their codes are never shown, their results are, unless the field is an index."""

import re

_INDEX = re.compile(r"\s*(?:TOC|TOA|INDEX)\b")
_ENOUGH = 50


class Fields:
    """The fields that are open while a document is read; they can stand in each other and span paragraphs."""

    def __init__(self) -> None:
        self._codes: list[str] = []
        self._mute: list[bool] = []
        self._n_mute = 0

    @property
    def are_mute(self) -> bool:
        """Whether text that stands here is no text of the document."""
        return self._n_mute > 0

    def mark(self, kind: str | None) -> None:
        """Take in a mark: `begin`, `separate` (the result follows) or `end`."""
        if kind == "begin":
            self._codes.append("")
            self._mute.append(True)
            self._n_mute += 1
        elif kind == "separate" and self._codes and not is_index(self._codes[-1]):
            self._n_mute -= self._mute[-1]
            self._mute[-1] = False
        elif kind == "end" and self._codes:
            self._codes.pop()
            self._n_mute -= self._mute.pop()

    def add_code(self, text: str) -> None:
        """Take in a stretch of the innermost field's code."""
        if self._codes and len(self._codes[-1]) < _ENOUGH:
            self._codes[-1] += text

    def close_all(self) -> None:
        """Forget what is open."""
        self._codes, self._mute, self._n_mute = [], [], 0


def is_index(code: str) -> bool:
    """Whether a field's code makes a table of contents or an index."""
    return _INDEX.match(code) is not None
