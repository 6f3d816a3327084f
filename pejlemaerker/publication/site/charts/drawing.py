"""Both drawings of a chart, for a phone and for a desk, as the SVG that stands in the page."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from .marks import NARROW, WIDE, Drawing
from .slimming import slim


def drawn(key: str, values: Mapping[str, object], draw: Callable[[float], Drawing]) -> Markup:
    """What `draw` makes at both widths, as inline SVG with the texts of the chart `key` for those who do not see it."""
    from .vega import svg  # half a second to load, which a build that finds nothing new should not take

    both = (("narrow", draw(NARROW)), ("wide", draw(WIDE)))
    return Markup("\n").join(
        slim(svg(drawing), f"chart-{name}", key, values, (drawing.width, drawing.height)) for name, drawing in both
    )
