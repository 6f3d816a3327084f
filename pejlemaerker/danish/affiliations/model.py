"""A role in an organisation, as the words beside a name give it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A role in an organisation, as written; either may be missing."""

    role: str | None
    organisation: str | None


def merged(found: list[Affiliation]) -> list[Affiliation]:
    """A role without an organisation takes the one that stands alone (`professor X fra Y Universitet`)."""
    alone = [item for item in found if item.role is None]
    roles = [item for item in found if item.role is not None]
    if alone and len(roles) == 1 and roles[0].organisation is None:
        return [Affiliation(roles[0].role, alone[0].organisation)]
    return roles + [item for item in alone if item.organisation not in {role.organisation for role in roles}]
