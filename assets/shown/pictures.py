"""Pictures as the page shows them: drawn by Altair, handed over in the metadata itself, so that nothing is asked of another host.

Altair takes a second to load, so it is loaded where something is drawn.
"""

import base64
from collections.abc import Sequence
from typing import Any

import dagster as dg
import polars as pl

_WIDTH = 560
_COLOUR = "#1f5f8b"
_LOOK = {"background": "white", "view": {"stroke": None}, "axis": {"grid": True, "gridColor": "#e6e6e6"}}


def bars(frame: pl.DataFrame, name: str, value: str, group: str, said: str) -> dg.MarkdownMetadataValue:
    """Bars of the column `value` for each `name`, under headings by `group`, each with its figure. `said` is the text instead."""
    import altair as alt

    base = alt.Chart(frame).encode(
        x=alt.X(f"{value}:Q", title=None, axis=alt.Axis(labels=False, ticks=False, grid=False)),
        y=alt.Y(f"{name}:N", title=None, sort="-x"),
    )
    layers = base.mark_bar(color=_COLOUR) + base.mark_text(align="left", dx=4).encode(
        text=alt.Text(f"{value}:Q", format=",")
    )
    rows = alt.Row(f"{group}:N", title=None, header=alt.Header(labelAngle=0, labelAlign="left", labelFontWeight="bold"))
    return _drawn(
        layers.properties(width=_WIDTH - 160).facet(row=rows).resolve_scale(x="independent", y="independent"), said
    )


def intervals(frame: pl.DataFrame, name: str, group: str, said: str) -> dg.MarkdownMetadataValue:
    """Points `value` with their 95 % interval from `low` to `high`, all from 0 to 1, for each `name`, coloured by `group`."""
    import altair as alt

    rows = alt.Y(f"{name}:N", title=None, axis=alt.Axis(labelLimit=280))
    shift = alt.YOffset(f"{group}:N")
    colour = alt.Color(f"{group}:N", title=None, legend=alt.Legend(orient="top"))
    axis = alt.Axis(format="%")
    scale = alt.Scale(domain=[0, 1])
    base = alt.Chart(frame).encode(y=rows, yOffset=shift, color=colour)
    lines = base.mark_rule().encode(x=alt.X("low:Q", title=None, scale=scale, axis=axis), x2="high:Q")
    points = base.mark_point(filled=True, size=45).encode(x="value:Q")
    return _drawn((lines + points).properties(width=_WIDTH - 240, height={"step": 12}), said)


def lines(
    frame: pl.DataFrame, x: str, value: str, group: str, order: Sequence[str], said: str
) -> dg.MarkdownMetadataValue:
    """A small line for each `group`: `value` over the steps `x`, in their `order`. Each has a scale of its own, which starts at 0."""
    import altair as alt

    chart = (
        alt.Chart(frame)
        .mark_line(point=True, color=_COLOUR)
        .encode(
            x=alt.X(f"{x}:N", title=None, sort=list(order), axis=alt.Axis(labelAngle=-60)),
            y=alt.Y(f"{value}:Q", title=None, axis=alt.Axis(tickCount=3, format=",.0f")),
        )
        .properties(width=170, height=70)
        .facet(facet=alt.Facet(f"{group}:N", title=None), columns=3)
        .resolve_scale(y="independent")
    )
    return _drawn(chart, said)


def _drawn(chart: Any, said: str) -> dg.MarkdownMetadataValue:  # noqa: ANN401 - a chart of Altair, which is not loaded here
    import vl_convert

    svg = vl_convert.vegalite_to_svg(chart.configure(**_LOOK).to_dict())
    encoded = base64.b64encode(svg.encode()).decode()
    return dg.MetadataValue.md(f"![{said}](data:image/svg+xml;base64,{encoded})")
