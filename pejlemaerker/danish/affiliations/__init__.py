"""Roles and organisations beside a name: `formand for X og direktør i Y Kommune`, `KL’s direktør`, `, der er borgmester i Y Kommune`.

Where a name is belongs to `people`; here is what stands before it (`before`) and behind it (`after`). `complements` reads what follows a
role, `owners` whose somebody is.
"""

from ..roles import ROLES
from .after import organisation_at, right
from .before import left
from .bodies import is_body
from .complements import chain
from .model import Affiliation, merged
from .scene import LINKS, Scene

__all__ = ["LINKS", "Affiliation", "Scene", "is_body", "left", "merged", "organisation_at", "right", "roles_in"]


def roles_in(text: str) -> list[Affiliation]:
    """Roles and organisations of a phrase that holds nothing else: `formand for X og direktør i Y Kommune`."""
    return chain(text, [match.span() for match in ROLES.finditer(text)], len(text))
