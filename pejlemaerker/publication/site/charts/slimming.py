"""From the SVG that Vega writes to what stands in a page: nothing but shapes, words, and colours that the page decides.

Vega's is for a file of its own. In a page it would bring English descriptions of each mark, fonts, and colours for paper; what is left
here scales with the page, takes its letters and colours from it, and is one picture with a name to those who listen to it.
"""

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as Xml

from markupsafe import Markup

from pejlemaerker.publication.site.texts import danish

from .words import spelled

_SVG = "{http://www.w3.org/2000/svg}"
# What shows something and stays; all other attributes are left out.
_KEPT = ("transform", "d", "x", "y", "x2", "y2", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray")
_KEPT_BY_WORDS = ("text-anchor", "font-size", "font-weight")
_WORDS = {"font-size": "12", "fill": "var(--ink)"}  # as most words have it, said once
_DEFAULTS = {"fill-opacity": "1", "stroke-width": "1", "text-anchor": "start", "font-weight": "normal"}
_COLOUR = re.compile(r"none|var\(--[a-z0-9-]+\)")
_LONG = re.compile(r"-?\d+\.\d+")


def slim(svg: str, name: str, key: str, values: Mapping[str, object], size: tuple[float, float]) -> Markup:
    """`svg` for a page, as class `name`, titled by the texts of the chart `key`. ValueError for a colour that is not the page's."""
    width, height = size
    ids = f"{name}-{key}-title", f"{name}-{key}-text"
    root = Xml.Element(
        "svg", {"class": name, "viewBox": f"0 0 {_short(width)} {_short(height)}", "role": "img", **_WORDS}
    )
    root.set("aria-labelledby", " ".join(ids))
    for tag, place, part in zip(("title", "desc"), ids, ("title", "text"), strict=True):
        _say(Xml.SubElement(root, tag, {"id": place}), f"chart_{key}_{part}", values)
    root.extend(list(_shown(Xml.fromstring(svg))))
    return Markup(Xml.tostring(root, encoding="unicode"))


def _say(element: Xml.Element, key: str, values: Mapping[str, object]) -> None:
    """Put a text of the frame into `element`, marked so that the page can put the English in its place."""
    element.set("data-t", key)
    for name, value in values.items():
        element.set(f"data-{name}", str(value))
    element.text = danish(key, **values)


def _shown(parent: Xml.Element) -> Iterator[Xml.Element]:
    """What is seen of the children of `parent`; groups that do nothing but hold others are left out."""
    for child in parent:
        tag = child.tag.removeprefix(_SVG)
        if child.get("class") in ("background", "foreground"):
            continue
        made = Xml.Element(tag, _attributes(child, (*_KEPT, *_KEPT_BY_WORDS) if tag == "text" else _KEPT))
        if tag != "g":
            _write(made, child.text or "")
            yield made
            continue
        inner = list(_shown(child))
        if made.keys():
            made.extend(inner)
            inner = [made] if inner else []
        yield from inner


def _write(element: Xml.Element, text: str) -> None:
    own = spelled(text)
    if own is None:
        element.text = text or None
    else:
        _say(element, own[0], own[1])


def _attributes(element: Xml.Element, kept: tuple[str, ...]) -> dict[str, str]:
    found = {
        name: _LONG.sub(lambda number: _short(float(number[0])), value)
        for name, value in element.items()
        if name in kept
    }
    for name in ("fill", "stroke"):
        if not _COLOUR.fullmatch(found.get(name, "none")):
            raise ValueError(f"a drawing has the colour {found[name]}, which would be the same in light and dark")
    if element.tag == f"{_SVG}g":
        found.pop("fill", None)  # no group of ours has a colour of its own
    if found.get("transform") == "translate(0,0)":
        del found["transform"]
    defaults = _DEFAULTS | _WORDS if element.tag == f"{_SVG}text" else _DEFAULTS
    found = {name: value.removesuffix("px") for name, value in found.items()}
    return {name: value for name, value in found.items() if defaults.get(name) != value}


def _short(number: float) -> str:
    """With one decimal at most: less than a reader can see."""
    return (
        f"{number:.1f}".removesuffix(".0").replace("-0", "0")
        if abs(number) < 0.05
        else f"{number:.1f}".removesuffix(".0")
    )
