"""The descriptions for people are there and of this version, and in no description stands a contact but the stated one.

The descriptions for programs belong to `described`.
"""

import re
from collections.abc import Iterator

from pejlemaerker.danish.contacts import WHAT, contacts

from .described import json_of
from .editions import Edition
from .fault import Fault
from .files import DESCRIPTIONS, LICENCES

_ANEW = "Build the release anew."
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")


def citation_faults(edition: Edition) -> Iterator[Fault]:
    """A citation of another version, and a datasheet or licence that is empty or no text."""
    version = edition.about("version")
    texts = _texts(edition)
    if version is not None and version not in texts.get("CITATION.cff", version):
        yield Fault("descriptions", edition.place("CITATION.cff"), f"It does not cite the version {version}. {_ANEW}")
    for name, text in texts.items():
        if not text.strip():
            yield Fault("descriptions", edition.place(name), f"The file is empty. {_ANEW}")


def contact_faults(edition: Edition) -> Iterator[Fault]:
    """Contact details in descriptions, but for those that the publisher states for itself."""
    stated = _stated_contacts(edition)
    for name, text in _texts(edition).items():
        for line in text.splitlines():
            for _, _, kind in contacts(_MAIL.sub(lambda match: "" if match[0] in stated else match[0], line)):
                said = f"It holds {WHAT[kind]} that the publisher does not state for itself. Take it out."
                yield Fault("privacy", edition.place(name), said)


def _texts(edition: Edition) -> dict[str, str]:
    """The descriptions that can be read, by name."""
    names = [*DESCRIPTIONS, *(f"{LICENCES}/{path.name}" for path in sorted((edition.folder / LICENCES).glob("*")))]
    there = {name: edition.folder / name for name in names if (edition.folder / name).is_file()}
    return {
        name: path.read_text(encoding="utf-8", errors="replace")
        for name, path in there.items()
        if name not in edition.damaged
    }


def _stated_contacts(edition: Edition) -> set[str]:
    """Addresses of contributors in `datapackage.json`: meant to be public."""
    try:
        contributors = json_of(edition, "datapackage.json").get("contributors", [])
    except (OSError, ValueError):
        return set()
    return {str(item.get("email")) for item in contributors if isinstance(item, dict) and item.get("email")}
