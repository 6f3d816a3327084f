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
        for i in range(bisect_right(self._starts, end) - 1, -1, -1):
            row = self._quotes[i]
            inside = row["char_start"] <= start + 2 and end - 2 <= row["char_end"]
            around = start <= row["char_start"] and row["char_end"] <= end
            if inside or around:
                return row
            if row["char_end"] < start - 20_000:
                break
        return None

    def overlapping(self, start: int, end: int) -> Row | None:
        """The quote that shares most characters with text[start:end], if it holds the first of them or a third of them; else None."""
        last = bisect_right(self._starts, end)
        found, most = None, 0
        for row in self._quotes[max(0, last - 40) : last]:
            if row["char_end"] - start > most:  # else it shares no more, wherever it begins
                shared = min(end, row["char_end"]) - max(start, row["char_start"])
                found, most = (row, shared) if shared > most else (found, most)
        if found is None:
            return None
        opens_inside = found["char_start"] <= start < found["char_end"] - 10
        return found if opens_inside or most * 3 >= end - start else None
