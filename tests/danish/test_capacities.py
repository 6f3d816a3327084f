"""In what capacity a role lets somebody be seen; where in doubt, as a private person."""

import pytest

from pejlemaerker.danish.capacities import AT_WORK, PRIVATE, PUBLIC, capacity


@pytest.mark.parametrize(
    ("role", "told"),
    [
        ("borgmester", PUBLIC),
        ("kommunaldirektøren", PUBLIC),
        ("HR-chef", PUBLIC),
        ("folketingsmedlem", PUBLIC),
        ("formand for skoleudvalget", PUBLIC),
        ("social- og sundhedshjælper", AT_WORK),
        ("journalist", AT_WORK),
        ("tillidsrepræsentant", AT_WORK),
        ("patient", PRIVATE),
        ("forælder og lærer", PRIVATE),
        ("mor til tre og direktør", PRIVATE),
        ("elevrådsformand", PRIVATE),
        ("pårørende", PRIVATE),
        ("stjernekigger", None),
    ],
)
def test_a_role_says_how_somebody_is_seen(role: str, told: str | None):
    assert capacity(role) == told
