"""What a chart is to the page that shows it: a picture, and the numbers in it as a table."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Linked:
    """Words that lead to the page at `path`, counted from the folder of the site; no link where that is None."""

    text: str
    path: str | None


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the frame: a key of the texts, and the values that stand in it."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


Cell = str | int | float | Linked | Word | None


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of a chart: the heads of columns, and rows of as many cells, the first of which says what the row is about."""

    columns: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with its numbers. `svg` holds a wide drawing and a narrow one, of which the page shows the one that fits.

    The texts `chart_<key>_title` and `chart_<key>_text` say what is seen, with `values` in their places. `key` may hold more than the
    name of the kind of chart where a page has several of one kind: the identifiers of its drawings then differ.
    """

    key: str
    svg: Markup
    table: Figures
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The key of its title."""
        return f"chart_{self.key}_title"

    @property
    def text(self) -> str:
        """The key of what it says beneath the title."""
        return f"chart_{self.key}_text"
