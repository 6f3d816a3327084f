"""An article that has been read: its clean text, its segments and what is known of it as a document.

This is what the extractors take. It can be made from bytes (`reading`) and from the rows of a store (`from_rows`).
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from pejlemaerker.danish import sentences
from schemas.segments import CONTENT_KINDS

Row = dict[str, Any]


_LONGEST = 2_000  # characters of a sentence


class Sentence(NamedTuple):
    """A sentence at clean_text[start:end], and the segment it stands in. A tuple, because there are many of them."""

    start: int
    end: int
    text: str
    segment: "Segment"


@dataclass(frozen=True)
class Segment:
    """A row of the table `segments`, with its words also where they are not content; identifier, kind and first character as in the row."""

    row: Row
    text: str
    id: str = field(init=False)
    kind: str = field(init=False)
    start: int = field(init=False)

    def __post_init__(self) -> None:
        """Take from the row what is asked for again and again."""
        for name, column in (("id", "segment_id"), ("kind", "kind"), ("start", "char_start")):
            object.__setattr__(self, name, self.row[column])

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Its sentences."""
        return [Sentence(self.start + a, self.start + b, self.text[a:b], self) for a, b in sentences(self.text)]

    @cached_property
    def passages(self) -> list[Sentence]:
        """Its sentences; one longer than anybody writes comes in pieces, so that no rule looks farther than that."""
        if len(self.text) <= _LONGEST:
            return self.sentences
        found = []
        for sentence in self.sentences:
            start = sentence.start
            while sentence.end - start > _LONGEST:
                at = start - sentence.start
                cut = sentence.text.rfind(" ", at, at + _LONGEST)
                cut = cut + 1 if cut > at else at + _LONGEST
                found.append(Sentence(start, sentence.start + cut, sentence.text[at:cut], self))
                start = sentence.start + cut
            rest = sentence.text[start - sentence.start :]
            found.append(Sentence(start, sentence.end, rest, self) if found or start > sentence.start else sentence)
        return found


@dataclass(frozen=True)
class Article:
    """One article: rows of `documents`, `authors` and `segments`, and the clean text they stand on."""

    document: Row
    authors: list[Row]
    segments: list[Segment]
    clean_text: str
    cache: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def id(self) -> str:
        """Identifier of the document."""
        return str(self.document["document_id"])

    @cached_property
    def content(self) -> list[Segment]:
        """The segments that are read for statements: content, in a language that is understood."""
        if self.document["language"] not in ("da", "und"):
            return []
        return [segment for segment in self.segments if segment.kind in CONTENT_KINDS]

    @cached_property
    def body(self) -> list[Segment]:
        """Content but for the title, which repeats what the text says."""
        return [segment for segment in self.content if segment.kind != "title"]

    @cached_property
    def _starts(self) -> list[int]:
        return [segment.start for segment in self.segments]

    def place_of(self, position: int) -> int:
        """The number of the segment that clean_text[position] stands in."""
        return bisect_right(self._starts, position) - 1

    @staticmethod
    def from_rows(
        document: Row, authors: list[Row], segments: Iterable[Mapping[str, Any]], clean_text: str
    ) -> "Article":
        """The article that rows of a store describe."""
        found = [Segment(dict(row), clean_text[row["char_start"] : row["char_end"]]) for row in segments]
        return Article(document, authors, found, clean_text)
