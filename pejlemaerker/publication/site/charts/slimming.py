"""From the SVG that Vega writes to what stands in a page: nothing but shapes, words, and colours that the page decides.

Vega's is for a file of its own. In a page it would bring English descriptions of each mark, fonts, and colours for paper; what is left
here scales with the page, takes its letters and colours from it, and is one picture with a name to those who listen to it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from xml.etree import ElementTree as Xml

from markupsafe import Markup

from pejlemaerker.publication.site.texts import danish

from .words import spelled

# What shows something and stays; all other attributes are left out.
_SHAPE = ("transform", "d", "x", "y", "x2", "y2")
_LOOK = ("fill", "stroke", "stroke-width", "stroke-dasharray")
_LETTERS = ("text-anchor", "font-size", "font-weight")
_STRENGTH = "fill-opacity"
_WORDS = {"font-size": "12", "fill": "var(--ink)"}  # as most words have it, said once
_DEFAULTS = {_STRENGTH: "1", "stroke-width": "1", "text-anchor": "start", "font-weight": "normal"}
_COLOUR = re.compile(r"none|var\(--[a-z0-9-]+\)")
_LONG = re.compile(r"-?\d+\.\d+")
_MOVED = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")


def slim(svg: str, name: str, key: str, values: Mapping[str, object], size: tuple[float, float]) -> Markup:
    """`svg` for a page, as class `name`, titled by the texts of the chart `key`. ValueError for a colour that is not the page's."""
    ids = f"{name}-{key}-title", f"{name}-{key}-text"
    box = " ".join(map(_short, (0, 0, *size)))
    root = Xml.Element(
        "svg", {"class": name, "viewBox": box, "role": "img", "aria-labelledby": " ".join(ids), **_WORDS}
    )
    for tag, place, part in zip(("title", "desc"), ids, ("title", "text"), strict=True):
        _say(Xml.SubElement(root, tag, {"id": place}), f"chart_{key}_{part}", values)
    root.extend(list(_together(_shown(Xml.fromstring(svg)))))
    return Markup(Xml.tostring(root, encoding="unicode"))


def _say(element: Xml.Element, key: str, values: Mapping[str, object]) -> None:
    """Put a text of the frame into `element`, marked so that the page can put the English in its place."""
    element.set("data-t", key)
    for name, value in values.items():
        element.set(f"data-{name}", str(value))
    element.text = danish(key, **values)


def _shown(parent: Xml.Element) -> Iterator[Xml.Element]:
    """What is seen below `parent`, without the groups it stands in: in a drawing all of them lie at its corner."""
    for child in parent:
        tag = child.tag.rpartition("}")[2]
        if tag == "g":
            yield from _shown(child)
        elif child.get("class") not in ("background", "foreground"):
            made = Xml.Element(tag, _attributes(tag, child))
            own = spelled(child.text or "")
            if own is None:
                made.text = child.text
            else:
                _say(made, *own)
            yield made


def _attributes(tag: str, element: Xml.Element) -> dict[str, str]:
    found = {name: value for name in (*_SHAPE, *_LOOK, _STRENGTH) if (value := element.get(name))}
    for name in ("fill", "stroke"):
        if not _COLOUR.fullmatch(found.get(name, "none")):
            raise ValueError(f"a drawing has the colour {found[name]}, which would be the same in light and dark")
    if tag == "text":
        found |= {name: value.removesuffix("px") for name in _LETTERS if (value := element.get(name))}
        if moved := _MOVED.fullmatch(found.get("transform", "")):
            del found["transform"]
            found |= {"x": moved[1], "y": moved[2]}
    defaults = _DEFAULTS | _WORDS if tag == "text" else _DEFAULTS
    return {name: _rounded(name, value) for name, value in found.items() if defaults.get(name) != value}


def _together(elements: Iterable[Xml.Element]) -> Iterator[Xml.Element]:
    """Elements that follow one another and look alike as one group that says how they look."""
    alike = (*_LOOK, *_LETTERS)
    for (_, *look), found in groupby(elements, lambda made: (made.tag, *(made.get(name) for name in alike))):
        same = list(found)
        said = {name: value for name, value in zip(alike, look, strict=True) if value is not None}
        if len(same) < 3 or not said:
            yield from same
            continue
        group = Xml.Element("g", said)
        for element in same:
            for name in said:
                del element.attrib[name]
        group.extend(same)
        yield group


def _rounded(name: str, value: str) -> str:
    digits = 2 if name == _STRENGTH else 1  # less than a reader can see
    return _LONG.sub(lambda number: _short(float(number[0]), digits), value)


def _short(number: float, digits: int = 1) -> str:
    return f"{round(number, digits) + 0:g}"
