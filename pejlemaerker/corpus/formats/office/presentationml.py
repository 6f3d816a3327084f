"""The XML vocabulary of PowerPoint files: names, placeholders, alternatives."""

from collections.abc import Iterator

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


def placeholder(shape: etree._Element) -> etree._Element | None:
    """The `p:ph` of a shape that is a placeholder."""
    properties = shape[0] if len(shape) else None
    return properties.find(f"{P}nvPr/{P}ph") if properties is not None else None


def placeholder_type(shape: etree._Element) -> str | None:
    """The type of a placeholder (`obj` where it says none); None for other shapes."""
    found = placeholder(shape)
    return None if found is None else found.get("type", "obj")


def is_hidden(shape: etree._Element) -> bool:
    """Whether a shape is switched off."""
    properties = shape.find(f"*/{P}cNvPr")
    return properties is not None and properties.get("hidden") in ("1", "true")


def children(element: etree._Element) -> Iterator[etree._Element]:
    """The children of `element`, of alternatives those of the first branch that holds words or shapes."""
    for child in element:
        if child.tag == _ALTERNATIVES:
            yield from next((branch for branch in child if _says_something(branch)), ())
        else:
            yield child


def _says_something(branch: etree._Element) -> bool:
    return next(branch.iter(f"{A}t", f"{P}graphicFrame"), None) is not None
