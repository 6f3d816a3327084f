"""Hundreds of planted faults, and each is named by the check whose business it is; and a good release, of which nothing is said.

What belongs here: that `verify` names them. Which there are stands in `planted`, how they are made in `planting`.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import planted
import pytest
from planting import Fault as Planted
from planting import grouped, plant
from release_copy import Copy
from sound_release import linked

from pejlemaerker.publication.verifying import Fault, verify

AT_ONCE = 24  # looking at a copy takes as long as planting fifty
GROUPS = grouped(planted.ALL, AT_ONCE)
NUMBERED = [(number, fault) for number, group in enumerate(GROUPS) for fault in group]


@pytest.fixture(scope="session")
def found(good: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], list[Fault]]:
    """What is said of the copy with the faults of a group, which is looked at once."""

    @cache
    def faults(number: int) -> list[Fault]:
        folder = linked(good, tmp_path_factory.mktemp("planted") / good.parent.name / good.name)
        for older in good.parent.iterdir():
            if older != good:
                (folder.parent / older.name).symlink_to(older)
        plant(Copy(folder), GROUPS[number])
        return verify(folder)

    return faults


def test_nothing_is_said_of_a_good_release(good: Path):
    assert verify(good) == []
    assert verify(good / "open") == []


def test_there_are_hundreds_of_faults_and_no_two_are_the_same():
    assert len({fault.name for fault in planted.ALL}) == len(planted.ALL) >= 200


@pytest.mark.parametrize(("number", "fault"), NUMBERED, ids=[fault.name for _, fault in NUMBERED])
def test_a_planted_fault_is_named(number: int, fault: Planted, found: Callable[[int], list[Fault]]):
    said = found(number)
    named = [
        item for item in said if item.check == fault.check and item.place == fault.place and fault.says in item.message
    ]
    assert named, "\n".join(f"{item.check} | {item.place} | {item.message[:150]}" for item in said)
