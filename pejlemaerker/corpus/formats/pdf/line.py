"""The line of a column, as it is handed from step to step."""

from dataclasses import dataclass

from .marks import Mark


@dataclass(slots=True)
class Line:
    """A line of text, or a row of a table (`is_row`); places as in `Piece`."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    mark: Mark | None
    text_x: float
    is_row: bool = False
