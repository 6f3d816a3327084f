"""What a direct quote is while an article is read: a stretch of a segment, and the clause that reports it."""

from dataclasses import dataclass

_TRIM = " \t,–—-"


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words at text[start:end] of a segment that somebody utters.

    `clause` is where the subject of its reporting clause begins, None without one, and `clause_end` where the clause ends, if known;
    `verb` is its verb; `announced` says that the words before lead up to it; `later` that the clause is a sentence of its own behind it.
    """

    start: int
    end: int
    rule: str
    clause: int | None = None
    verb: str | None = None
    announced: bool = False
    later: bool = False
    clause_end: int | None = None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """text[start:end] without spaces, commas and dashes at either end."""
    while start < end and text[start] in _TRIM:
        start += 1
    while start < end and text[end - 1] in _TRIM:
        end -= 1
    return start, end
