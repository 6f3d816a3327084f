"""Which quote a stretch of an article stands in."""

from bisect import bisect_right
from collections.abc import Sequence

from pejlemaerker.corpus.article import Row


class QuoteIndex:
    """The quotes of one article by place."""

    def __init__(self, quotes: Sequence[Row]) -> None:
        self._quotes = sorted(quotes, key=lambda row: row["char_start"])
        self._starts = [row["char_start"] for row in self._quotes]

    def at(self, start: int, end: int) -> Row | None:
        """The innermost quote that holds text[start:end], or of which the stretch holds all; None when there is none."""
        for row in reversed(self._quotes[: bisect_right(self._starts, end)]):
            inside = row["char_start"] <= start + 2 and end - 2 <= row["char_end"]
            around = start <= row["char_start"] and row["char_end"] <= end
            if inside or around:
                return row
            if row["char_end"] < start - 20_000:
                break
        return None
