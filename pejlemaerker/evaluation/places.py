"""Where the words of a record stand in an article's clean text."""

from itertools import accumulate

from .words import TOKEN, joined, tokens

Span = tuple[int, int]


class Places:
    """A text in which words can be looked up; case, punctuation and white space do not count."""

    def __init__(self, text: str) -> None:
        found = list(TOKEN.finditer(text))
        words = [match.group().lower() for match in found]
        self._spans = [match.span() for match in found]
        self._joined = f" {' '.join(words)} "
        starts = accumulate((len(word) + 1 for word in words), initial=0)
        self._number = {start: i for i, start in enumerate(starts)}

    def of(self, text: str) -> list[Span]:
        """Every place where `text` stands, from its first word to the end of its last (0-based, half-open, code points)."""
        wanted, spans, position = f" {joined(text)} ", [], -1
        if not wanted.strip():
            return []
        while (position := self._joined.find(wanted, position + 1)) >= 0:
            first = self._number[position]
            spans.append((self._spans[first][0], self._spans[first + len(tokens(text)) - 1][1]))
        return spans

    def in_order(self, texts: list[str]) -> list[Span | None]:
        """A place for each of `texts`: what is named twice gets the first and the second; None where it does not stand."""
        seen: dict[str, int] = {}
        places: list[Span | None] = []
        for text in texts:
            spans, nth = self.of(text), seen.get(joined(text), 0)
            seen[joined(text)] = nth + 1
            places.append(spans[min(nth, len(spans) - 1)] if spans else None)
        return places
