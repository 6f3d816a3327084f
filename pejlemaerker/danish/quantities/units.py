"""What stands right after a number, or a sign of money before it: scales (`mio.`) and units (`pct.`, `kr.`)."""

import re
from collections.abc import Iterable

from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.quantities.windows import GAP

Unit = tuple[str, float]

_SCALES = {surface: float(factor) for surface, _, factor, kind in rows("units") if kind == "scale"}
_UNITS: dict[str, Unit] = {word: (unit, float(factor)) for word, unit, factor, kind in rows("units") if kind == "unit"}
PREFIXES = {surface: unit for surface, unit, _, kind in rows("units") if kind == "prefix"}


def _any(words: Iterable[str]) -> str:
    # A word that goes on, or is the first half of a compound (`procent-reglen`), is another word.
    edges = ((word, r"(?!\w|-[^\W\d])" if word[-1].isalnum() else "") for word in sorted(words, key=len, reverse=True))
    return "|".join(re.escape(word).replace(r"\ ", GAP) + edge for word, edge in edges)


_AFTER = re.compile(rf"(?:{GAP})?(?P<scale>{_any(_SCALES)})?(?:(?:{GAP})?(?P<unit>{_any(_UNITS)}))?")


def units_after(low: str, position: int) -> tuple[int, float, str | None, float]:
    """The end of the scale and unit words at `position`, the scale, the unit (None if there is none), its factor."""
    match = _AFTER.match(low, position)
    if not match or not (match["scale"] or match["unit"]):
        return position, 1.0, None, 1.0
    unit, factor = _UNITS[" ".join(match["unit"].split())] if match["unit"] else (None, 1.0)
    return match.end(), _SCALES[match["scale"]] if match["scale"] else 1.0, unit, factor
