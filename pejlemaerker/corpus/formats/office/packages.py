"""Packages of Office (OPC): which parts an archive has, and which part another one relates to.

Read here and not by a library, because files of the wild relate to parts that are not there (a picture named NULL), hold
macros or are written in the strict standard, and are perfectly readable all the same.
"""

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from .zipped import Archive

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship: its `kind` (the last step of its type, `styles`) and the `target` part's name in the archive."""

    kind: str
    target: str


def main_part(archive: Archive) -> str | None:
    """The name of the part that holds the document; None when the archive is no package."""
    return related(archive, "", "officeDocument")


def related(archive: Archive, part: str, kind: str) -> str | None:
    """The first part of `kind` that `part` relates to and that the archive holds."""
    for relationship in relationships(archive, part).values():
        if relationship.kind == kind and archive.holds(relationship.target):
            return relationship.target
    return None


def relationships(archive: Archive, part: str) -> dict[str, Relationship]:
    """The relationships of `part` by their ids; `part` is "" for those of the package itself. Links outwards are left out."""
    folder, name = posixpath.split(part)
    root = archive.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
    found = {}
    for element in root.iter(_RELATIONSHIP) if root is not None else ():
        if element.get("TargetMode") != "External":
            target = _resolved(folder, element.get("Target", ""))
            found[element.get("Id", "")] = Relationship(element.get("Type", "").rsplit("/", 1)[-1], target)
    return found


def _resolved(folder: str, target: str) -> str:
    path = unquote(target.split("#")[0])
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
