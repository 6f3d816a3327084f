"""What stands on the pages but is no part of the text: page numbers, and headers and footers that run on from page to page."""

import re
from collections import defaultdict
from dataclasses import dataclass

from .marks import Piece
from .pages import Page

_EDGE = 0.17  # of the height of a page, at the top and at the bottom
_SAME = 3.5  # points
_LARGE = 16  # points
_DIGITS = re.compile(r"\d+")
_STAMP = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[.:]\d\d(?![.:]?\d)")
_ADDRESS = re.compile(r"(?:https?|file)://\S+")
_NUMBER = re.compile(
    r"(?:[-–—|] ?)?(?:(?:side|s\.|p\.|page|pag\.) ?)?(\d{1,4}|[ivxlc]{1,7})(?: ?(?:af|/|of|\|) ?\d{1,4})?(?: ?[-–—|])?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Place:
    page: int
    piece: Piece
    y: float  # from the nearer edge of the page; below 0 at the foot


def drop_furniture(pages: list[Page]) -> None:
    """Takes page numbers, and headers and footers that run, off `pages`."""
    edges = [place for i, page in enumerate(pages) for place in _edges(i, page)]
    furniture = [*_repeated(edges, len(pages)), *_numbers(edges, pages), *_print_marks(edges, pages)]
    found = {id(place.piece) for place in furniture}
    if all(id(piece) in found for page in pages for piece in page.pieces):
        return  # short pages that are alike, such as signs
    for page in pages:
        page.pieces = [piece for piece in page.pieces if id(piece) not in found or _is_in_text(piece, page, found)]


def _is_in_text(piece: Piece, page: Page, found: set[int]) -> bool:
    """Whether a piece that looks like furniture is a word of a line of text."""
    room = 3 * piece.size
    beside = [other for other in page.pieces if abs(other.y - piece.y) < 3 and id(other) not in found]
    return any(other.x0 - piece.x1 < room and piece.x0 - other.x1 < room for other in beside)


def _edges(i: int, page: Page) -> list[_Place]:
    top, foot = page.height * _EDGE, page.height * (1 - _EDGE)
    found = []
    for piece in page.pieces:
        if piece.y < top:
            found.append(_Place(i, piece, piece.y))
        elif piece.y > foot:
            found.append(_Place(i, piece, piece.y - page.height))
    return found


def _repeated(edges: list[_Place], pages: int) -> list[_Place]:
    """Pieces that stand with the same words (figures aside) at the same height on several pages."""
    alike: dict[str, list[_Place]] = defaultdict(list)
    for place in edges:
        key = _DIGITS.sub("#", place.piece.text.lower())
        if any(char.isalpha() for char in key):
            alike[key].append(place)
        elif _STAMP.match(place.piece.text):
            alike[place.piece.text].append(place)
    runs = [run for places in alike.values() for level in _levels(places) for run in _pages_in_a_row(level)]
    return [place for run in runs if len({place.page for place in run}) >= _enough(run, pages) for place in run]


def _enough(run: list[_Place], pages: int) -> int:
    """On how many pages words have to stand to be furniture: large words may be a title that is used twice."""
    if pages <= 3:
        return 2
    size = max(place.piece.size for place in run)
    return max(3, pages // 2 + 1) if size >= _LARGE else 3


def _pages_in_a_row(level: list[_Place]) -> list[list[_Place]]:
    """`level` in runs that leave out one page at most, as headers of left pages do. Words that come up here and there are text."""
    runs: list[list[_Place]] = []
    for place in sorted(level, key=lambda place: place.page):
        if runs and place.page - runs[-1][-1].page <= 2:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _levels(places: list[_Place]) -> list[list[_Place]]:
    """`places` parted by their height on the page."""
    levels: list[list[_Place]] = []
    for place in sorted(places, key=lambda place: place.y):
        if levels and place.y - levels[-1][0].y <= _SAME:
            levels[-1].append(place)
        else:
            levels.append([place])
    return levels


def _numbers(edges: list[_Place], pages: list[Page]) -> list[_Place]:
    """Page numbers: alone, outermost on the page, and counting on as the pages do."""
    found = [(place, match) for place in edges if (match := _NUMBER.fullmatch(place.piece.text))]
    found = [(place, match) for place, match in found if _outermost(place, pages[place.page])]
    if len(pages) == 1:
        return [place for place, match in found if _is_alone(place.piece, pages[0]) and len(match[1]) < 4]
    steps: dict[tuple[int, bool], list[_Place]] = defaultdict(list)
    for place, match in found:
        number = int(match[1]) if match[1].isdigit() else roman(match[1])
        steps[number - place.page, place.y > 0].append(place)
    return [place for places in steps.values() if len(places) >= 2 for place in places] + [
        place for place, match in found if match[0] != match[1]
    ]


def _is_alone(piece: Piece, page: Page) -> bool:
    return not any(other is not piece and abs(other.y - piece.y) < piece.size for other in page.pieces)


def _print_marks(edges: list[_Place], pages: list[Page]) -> list[_Place]:
    """The time of printing and the address that browsers put at the edges of a page they print."""
    outer = [place for place in edges if _outermost(place, pages[place.page])]
    printed = {place.page for place in outer if place.y < 0 and _ADDRESS.fullmatch(place.piece.text)}
    stamps = [place for place in outer if place.page in printed and place.y > 0 and _STAMP.match(place.piece.text)]
    tops = {(place.page, round(place.y)) for place in stamps}
    return [
        place
        for place in outer
        if (place.page, round(place.y)) in tops or (place.page in printed and _ADDRESS.fullmatch(place.piece.text))
    ]


def _outermost(place: _Place, page: Page) -> bool:
    """Whether nothing but what stands beside it is nearer to the edge."""
    if place.y > 0:
        return all(piece.y > place.piece.y - 12 for piece in page.pieces)
    return all(piece.y < place.piece.y + 12 for piece in page.pieces)


def roman(text: str) -> int:
    """The value of a roman number."""
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[char] for char in text.lower()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
