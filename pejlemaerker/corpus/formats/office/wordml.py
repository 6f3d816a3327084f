"""The XML vocabulary of Word files: names, values, switches."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OFF = ("0", "false", "off", "none")


def value_of(element: etree._Element | None, name: str) -> str | None:
    """The `w:val` of the child `w:name`; None when there is none."""
    child = element.find(f"{W}{name}") if element is not None else None
    return None if child is None else child.get(f"{W}val")


def is_on(element: etree._Element | None, name: str) -> bool | None:
    """Whether the switch `w:name` is on; None when the element says nothing of it."""
    child = element.find(f"{W}{name}") if element is not None else None
    return None if child is None else child.get(f"{W}val", "1") not in _OFF


def whole(text: str | None, default: int) -> int:
    """A whole number as XML has it; `default` for anything else."""
    try:
        return int(text) if text is not None and len(text) < 12 else default
    except ValueError:
        return default


def branch(alternatives: etree._Element) -> etree._Element | None:
    """The one of `mc:AlternateContent`'s branches to read: the first that holds words. They all say the same."""
    return next((child for child in alternatives if next(child.iter("{*}t"), None) is not None), None)


def is_contents(sdt: etree._Element) -> bool:
    """Whether a content control holds the table of contents, or a prompt that nobody has filled in."""
    properties = sdt.find(f"{W}sdtPr")
    if properties is None:
        return False
    galleries = (found.get(f"{W}val", "") for found in properties.iter(f"{W}docPartGallery"))
    return is_on(properties, "showingPlcHdr") is True or any(name == "Table of Contents" for name in galleries)
