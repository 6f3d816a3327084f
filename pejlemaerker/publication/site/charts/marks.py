"""What a drawing is made of: boxes, lines, dots and words at places of their own.

Where they stand is told by whoever draws, in pixels from the upper left corner, and never by Vega: its own layout measures text, and
would differ between machines with other fonts. How they are drawn is for `vega`.
"""

from dataclasses import dataclass, field

NARROW, WIDE = 300, 480  # widths at which letters have their own size: in a phone's page, and in half of a desk's
INK, SOFT, GRID = "var(--ink)", "var(--soft)", "var(--grid)"


def series(number: int) -> str:
    """The colour of a series, 1 to 6."""
    return f"var(--series-{number})"


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; `strength` 0 to 1 says how much of the colour is seen."""

    x: float
    y: float
    width: float
    height: float
    colour: str = series(1)
    strength: float = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x: float
    y: float
    x2: float
    y2: float
    colour: str = GRID
    width: float = 1
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled mark with its middle at x, y; `size` is its area."""

    x: float
    y: float
    colour: str = series(1)
    shape: str = "circle"
    size: float = 60


@dataclass(frozen=True, slots=True)
class Label:
    """Words whose beginning, middle or end (`anchor`: left, center, right) and half height stand at x, y."""

    x: float
    y: float
    text: str
    anchor: str = "left"
    colour: str = INK
    size: float = 12
    weight: str = "normal"


Mark = Box | Line | Dot | Label


@dataclass(slots=True)
class Drawing:
    """A drawing `width` wide, to which marks are added; later ones lie above earlier ones of their sort, and words above all."""

    width: float
    height: float = 0
    marks: list[Mark] = field(default_factory=list)

    def add(self, *marks: Mark) -> None:
        """Put marks in."""
        self.marks.extend(marks)
