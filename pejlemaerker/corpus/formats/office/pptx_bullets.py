"""Which marks stand before the paragraphs of a shape: its own, or those of its layout, its master and the presentation."""

from lxml import etree

from .presentationml import A, P, placeholder

_MARKS = {f"{A}buNone": "none", f"{A}buChar": "bullet", f"{A}buBlip": "bullet", f"{A}buAutoNum": "number"}
_TITLES = ("title", "ctrTitle")
_BODIES = ("body", "obj", "subTitle", "tbl", "chart", "dgm", "media", "clipArt", "pic", "half")


class Bullets:
    """The inheritance of marks on one slide, given the roots of its layout, its master and the presentation."""

    def __init__(
        self, layout: etree._Element | None, master: etree._Element | None, presentation: etree._Element
    ) -> None:
        self._layout = list(layout.iter(f"{P}sp")) if layout is not None else []
        self._master = list(master.iter(f"{P}sp")) if master is not None else []
        self._styles = master.find(f"{P}txStyles") if master is not None else None
        self._default = presentation.find(f"{P}defaultTextStyle")
        self._lists: dict[etree._Element, list[etree._Element]] = {}

    def mark(self, shape: etree._Element, paragraph: etree._Element, level: int) -> etree._Element | None:
        """The element that says which mark a paragraph at `level` (from 0) has; None for none."""
        own = paragraph.find(f"{A}pPr")
        if own is not None and (found := _mark(own)) is not None:
            return _shown(found)
        if shape not in self._lists:
            self._lists[shape] = self._list_styles(shape)
        for style in self._lists[shape]:
            properties = style.find(f"{A}lvl{level + 1}pPr")
            if properties is not None and (found := _mark(properties)) is not None:
                return _shown(found)
        return None

    def parents(self, shape: etree._Element) -> list[etree._Element]:
        """The placeholders that a placeholder takes after, the nearest first."""
        own = placeholder(shape)
        if own is None:
            return []
        on_layout = next((sp for sp in self._layout if _same_place(own, placeholder(sp))), None)
        kind = own.get("type", "obj")
        if on_layout is not None and (there := placeholder(on_layout)) is not None:
            kind = there.get("type", kind)
        on_master = next((sp for sp in self._master if _same_kind(kind, placeholder(sp))), None)
        return [sp for sp in (on_layout, on_master) if sp is not None]

    def _list_styles(self, shape: etree._Element) -> list[etree._Element]:
        own = placeholder(shape)
        bodies = [sp.find(f"{P}txBody/{A}lstStyle") for sp in (shape, *self.parents(shape))]
        if own is None:
            return [style for style in (*bodies, self._default) if style is not None]
        kind = own.get("type", "obj")
        name = "titleStyle" if kind in _TITLES else "bodyStyle" if kind in _BODIES else "otherStyle"
        of_master = self._styles.find(f"{P}{name}") if self._styles is not None else None
        return [style for style in (*bodies, of_master) if style is not None]


def _mark(properties: etree._Element) -> etree._Element | None:
    return next((child for child in properties if child.tag in _MARKS), None)


def _shown(mark: etree._Element) -> etree._Element | None:
    # A bullet of nothing but white space is how some turn bullets off.
    empty = mark.tag == f"{A}buNone" or (mark.tag == f"{A}buChar" and not mark.get("char", "").strip())
    return None if empty else mark


def _same_place(own: etree._Element, other: etree._Element | None) -> bool:
    if other is None:
        return False
    if own.get("type") in _TITLES or other.get("type") in _TITLES:
        return bool(own.get("type") in _TITLES and other.get("type") in _TITLES)
    return bool(own.get("idx", "0") == other.get("idx", "0"))


def _same_kind(kind: str, other: etree._Element | None) -> bool:
    if other is None:
        return False
    wanted = "title" if kind in _TITLES else "body" if kind in _BODIES else kind
    return bool(other.get("type", "obj") == wanted)
