"""How Altair draws: the marks of a drawing as they stand, in one layer a sort, and colours as the names that the page has for them."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

import altair as alt
import vl_convert

from .marks import Box, Dot, Drawing, Label, Line, Mark

_VEGA_LITE = alt.SCHEMA_VERSION.removeprefix("v").rpartition(".")[0]
_Layer = Any  # altair does not say what its charts become when they are encoded


def svg(drawing: Drawing) -> str:
    """The drawing as an SVG file, with all that Vega writes around it."""
    layers = [
        make(found) for sort, make in _LAYERS if (found := [mark for mark in drawing.marks if isinstance(mark, sort)])
    ]
    chart = (
        alt.layer(*layers)
        .properties(width=drawing.width, height=drawing.height, padding=0, background="transparent")
        .configure_view(stroke=None)
        .configure(autosize=alt.AutoSizeParams(type="none"))
    )
    return vl_convert.vegalite_to_svg(chart.to_dict(), vl_version=_VEGA_LITE)


def _data(marks: Sequence[Mark], **more: Callable[[Any], object]) -> alt.InlineData:
    return alt.InlineData(values=[asdict(mark) | {name: tell(mark) for name, tell in more.items()} for mark in marks])


def _at(**names: str) -> dict[str, Any]:
    """Channels that take the values of columns as they are, as pixels or colours."""
    channels = {"x": alt.X, "y": alt.Y, "fill": alt.Fill, "stroke": alt.Stroke, "size": alt.Size, "shape": alt.Shape}
    channels |= {"fillOpacity": alt.FillOpacity, "strokeWidth": alt.StrokeWidth}
    return {
        name: channels[name](column, scale=None, **({"axis": None} if name in "xy" else {"legend": None}))
        for name, column in names.items()
    }


def _boxes(marks: Sequence[Any]) -> _Layer:
    data = _data(marks, x2=lambda box: box.x + box.width, y2=lambda box: box.y + box.height)
    channels = _at(x="x:Q", y="y:Q", fill="colour:N", fillOpacity="strength:Q")
    return alt.Chart(data).mark_rect().encode(x2="x2:Q", y2="y2:Q", **channels)


def _lines(marks: Sequence[Any]) -> _Layer:
    channels = _at(x="x:Q", y="y:Q", stroke="colour:N", strokeWidth="width:Q")
    dashes = alt.expr("datum.dashed ? [4, 3] : null")
    return alt.Chart(_data(marks)).mark_rule(strokeDash=dashes).encode(x2="x2:Q", y2="y2:Q", **channels)


def _dots(marks: Sequence[Any]) -> _Layer:
    channels = _at(x="x:Q", y="y:Q", fill="colour:N", size="size:Q", shape="shape:N")
    return alt.Chart(_data(marks)).mark_point(filled=True, opacity=1).encode(**channels)


def _labels(marks: Sequence[Any]) -> _Layer:
    anchor, weight = alt.expr("datum.anchor"), alt.expr("datum.weight")
    channels = _at(x="x:Q", y="y:Q", fill="colour:N", size="size:Q")
    mark = alt.Chart(_data(marks)).mark_text(align=anchor, fontWeight=weight, baseline="middle", limit=0)
    return mark.encode(text="text:N", **channels)


_LAYERS: tuple[tuple[type[Any], Callable[[Sequence[Any]], _Layer]], ...] = (
    (Box, _boxes),
    (Line, _lines),
    (Dot, _dots),
    (Label, _labels),
)
