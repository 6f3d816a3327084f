"""The order of the paragraphs of a document: those put together that a column or a page had parted, footnotes last on a page."""

import re
from dataclasses import replace

from .body import Type
from .paragraphs import Paragraph

_END_MARKS = tuple('.!?:;…"”»')
_NOTE = re.compile(r"(?:\d{1,3}|\*{1,3}|†)(?:[.)]?\s|(?=[A-ZÆØÅ]))")
_RAISED = re.compile(r"^(\d{1,3}|\*{1,3}|†)(?=[A-ZÆØÅ])")
_LONG = 60


def in_order(columns: list[list[Paragraph]], kind: Type) -> list[Paragraph]:
    """The paragraphs of `columns` (in reading order) as one list."""
    ordered: list[Paragraph] = []
    notes: list[Paragraph] = []
    page = 0
    for column in columns:
        body, foot = _parted(column, kind)
        start = 0
        if body and (last := _open_end(ordered)) is not None and _goes_on(last, body[0]):
            last.lines += body[0].lines
            last.full = body[0].full
            start = 1
        if column and column[0].page != page:
            ordered, notes, page = [*ordered, *notes], [], column[0].page
        ordered += body[start:]
        for note in foot:
            note.lines[0] = replace(note.lines[0], text=_RAISED.sub(r"\1 ", note.lines[0].text))
        notes += foot
    return [*ordered, *notes]


def _open_end(ordered: list[Paragraph]) -> Paragraph | None:
    return next((p for p in reversed(ordered) if not _is_note(p)), None)


def _is_note(paragraph: Paragraph) -> bool:
    return bool(_NOTE.match(paragraph.lines[0].text))


def _parted(column: list[Paragraph], kind: Type) -> tuple[list[Paragraph], list[Paragraph]]:
    """The body of a column, and the footnotes below it: small type that opens with a number or a star."""
    small = len(column)
    while small and column[small - 1].size < kind.body * 0.93 and not column[small - 1].lines[0].is_row:
        small -= 1
    while small < len(column) and not _is_note(column[small]):
        small += 1
    return column[:small], column[small:]


def _goes_on(last: Paragraph, first: Paragraph) -> bool:
    """Whether `first`, on top of a column, goes on with the sentence that `last` had begun."""
    if "heading" in (last.shape, first.shape) or first.shape == "list_item" or abs(last.size - first.size) > 0.6:
        return False
    if last.lines[-1].is_row or first.lines[0].is_row:
        return False
    end, start = last.lines[-1].text, first.lines[0].text
    if end.endswith("-") and start[0].isalpha():
        return True
    if end.endswith(_END_MARKS):
        return False
    return start[0].islower() or (last.full and sum(len(line.text) for line in last.lines) >= _LONG)
