"""Whether a text was broken into lines by the width of a page, and at which width."""

from itertools import pairwise

MIN_WIDTH = 50
MAX_WIDTH = 130


def wrap_width(lines: list[str]) -> int | None:
    """The width at which `lines` were broken; None when each line is a paragraph of its own.

    A wrapped text has many neighbouring lines, nearly none longer than the width, and nearly each break of theirs is
    forced: the first word of the next line would not have fitted.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    widths = sorted(len(a.rstrip()) for a, _ in pairs)
    if len(pairs) < 5 or len(pairs) < len([line for line in lines if line.strip()]) * 0.4:
        return None
    width = max(len(line.rstrip()) for line in lines if len(line.rstrip()) <= widths[int(len(widths) * 0.98)] + 8)
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return None
    forced = sum(1 for a, b in pairs if len(a.rstrip()) + 1 + len(b.split(None, 1)[0]) > width - 4)
    return width - 4 if forced >= len(pairs) * 0.6 else None
