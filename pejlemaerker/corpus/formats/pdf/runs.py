"""Runs: characters that follow each other in the file and on the page, put together to stretches on one baseline."""

from collections.abc import Iterator

from .glyphs import Glyph


def runs_of(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Characters that follow each other in the file and on the page."""
    run: list[Glyph] = []
    last: Glyph | None = None
    spaces = 0
    for glyph in glyphs:
        blank = glyph.char.isspace()
        if last is not None and blank and abs(glyph.y - last.y) < glyph.style.size * 0.3:
            run.append(glyph)
            spaces += 1
        elif not blank:
            if last is not None and not _follows(last, glyph, spaces):
                yield run
                run = []
            if not (run and last is not None and _printed_twice(last, glyph)):
                run.append(glyph)
            last, spaces = glyph, 0
    if run:
        yield run


def _follows(last: Glyph, glyph: Glyph, spaces: int) -> bool:
    size, small = max(last.style.size, glyph.style.size), min(last.style.size, glyph.style.size)
    if abs(last.y - glyph.y) > (size * 0.12 if small > size * 0.8 else small * 0.75):
        return False
    if size > small * 1.8 and last.style.size == size and last.char.isupper():
        return False  # an initial
    reach = 0.85 if not spaces else 1.5
    return -size <= glyph.x0 - last.x1 <= reach * small


def _printed_twice(last: Glyph, glyph: Glyph) -> bool:
    return last.char == glyph.char and abs(last.x0 - glyph.x0) < glyph.style.size * 0.15


def merged(runs: list[list[Glyph]]) -> list[list[Glyph]]:
    """`runs` of which those that go on each other on one baseline are one."""
    done: list[list[Glyph]] = []
    rows: list[list[Glyph]] = []
    row_y = -1e9
    for run in runs:
        if run[0].y - row_y > run[0].style.size * 0.12:
            done += rows
            rows, row_y = [], run[0].y
        ends = [i for i, other in enumerate(rows) if _goes_on(other, run)]
        if ends:
            rows[ends[-1]] += run
        else:
            rows.append(list(run))
    return [run for run in done + rows if not all(glyph.char.isspace() for glyph in run)]


def _goes_on(left: list[Glyph], right: list[Glyph]) -> bool:
    if all(glyph.char.isspace() for glyph in right):
        return False
    last = next((glyph for glyph in reversed(left) if not glyph.char.isspace()), left[-1])
    return _follows(last, right[0], 0)
