"""The version of the schema follows from what differs: each kind of difference gives the step that its readers need."""

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import PUBLISHED, SCHEMA_VERSION, Column, Table, published
from schemas import __main__ as command
from schemas.snapshot import Snapshot, description, released
from schemas.versioning import Change, difference, next_version, version_faults

SHIP = Table(
    "ships",
    "Ships.",
    ("ship_id",),
    (
        Column("ship_id", "text", "The ship.", pattern="s[0-9]+"),
        Column("kind", "text", "What it is.", enum=("ferry", "barge")),
        Column("length", "number", "How long it is.", minimum=0, unit="metres"),
        Column("port", "text", "Where it lies.", optional=True),
    ),
)
PORT = Table("ports", "Ports.", ("name",), (Column("name", "text", "The port."),))
OLD = (SHIP, PORT)


def with_column(which: str, **said: Any) -> tuple[Table, ...]:
    columns = tuple(replace(column, **said) if column.name == which else column for column in SHIP.columns)
    return (replace(SHIP, columns=columns), PORT)


def with_columns(*columns: Column) -> tuple[Table, ...]:
    return (replace(SHIP, columns=columns), PORT)


STEPS: dict[str, tuple[tuple[Table, ...], str]] = {
    "a table is gone": ((SHIP,), "major"),
    "a table is renamed": ((SHIP, replace(PORT, name="harbours")), "major"),
    "a table is new": ((*OLD, replace(PORT, name="quays", description="Quays.")), "minor"),
    "a table is described anew": ((replace(SHIP, description="All ships."), PORT), "patch"),
    "another key": ((replace(SHIP, key=("ship_id", "port")), PORT), "major"),
    "a column is gone": (with_columns(*SHIP.columns[:-1]), "major"),
    "a column is renamed": (with_column("port", name="harbour"), "major"),
    "a column is new": (with_columns(*SHIP.columns, Column("built", "date", "When it was built.")), "minor"),
    "columns in another order": (with_columns(*SHIP.columns[::-1]), "patch"),
    "another type": (with_column("length", type="integer"), "major"),
    "it may be null": (with_column("kind", optional=True), "major"),
    "it may no longer be null": (with_column("port", optional=False), "major"),
    "another unit": (with_column("length", unit="feet"), "major"),
    "no unit any more": (with_column("length", unit=None), "major"),
    "a unit is told": (with_column("port", unit="ports"), "patch"),
    "a value of an enum is gone": (with_column("kind", enum=("ferry",)), "major"),
    "a value of an enum is new": (with_column("kind", enum=("ferry", "barge", "tug")), "minor"),
    "a value of an enum is renamed": (with_column("kind", enum=("ferry", "lighter")), "major"),
    "an enum in another order": (with_column("kind", enum=("barge", "ferry")), "patch"),
    "any value is allowed": (with_column("kind", enum=()), "major"),
    "only some values are allowed": (with_column("port", enum=("Ry",)), "minor"),
    "it points to a table": (with_column("port", references="ports.name"), "minor"),
    "another pattern": (with_column("ship_id", pattern="s[0-9]{4}"), "patch"),
    "another bound": (with_column("length", maximum=900), "minor"),
    "described anew": (with_column("port", description="Its home port."), "patch"),
    "it may be withheld": (with_column("port", excerpt=True), "major"),
}
LEVELS = ("patch", "minor", "major")


def highest(found: list[Change]) -> str:
    return max((change.level for change in found), key=LEVELS.index)


@pytest.mark.parametrize(("new", "level"), STEPS.values(), ids=STEPS)
def test_each_kind_of_difference_gives_its_step(new: tuple[Table, ...], level: str):
    found = difference(description(OLD), description(new))
    assert highest(found) == level and all(change.words for change in found)
    expected = {"major": "3.0.0", "minor": "2.5.0", "patch": "2.4.8"}[level]
    assert next_version("2.4.7", found) == expected


def test_nothing_differs_and_the_version_stays():
    assert difference(description(PUBLISHED), description(deepcopy(PUBLISHED))) == []
    assert next_version("2.4.7", []) == "2.4.7" and next_version("0.4.0", []) == "0.4.0"


def test_a_rename_is_told_as_one_and_not_as_a_loss_and_a_gain():
    (found,) = difference(description(OLD), description(with_column("port", name="harbour")))
    assert found.words == "ships.port is now called harbour"


@pytest.mark.parametrize("level", LEVELS)
def test_whatever_changes_before_the_first_public_version_leads_to_it(level):
    assert next_version("0.4.0", [Change(level, "")]) == "1.0.0"


@pytest.mark.parametrize("version", ["1.0", "1.0.0.0", "v1.0.0", "1.0.x", "", "1.-1.0"])
def test_what_is_no_version_is_refused(version: str):
    with pytest.raises(ValueError, match="no version"):
        next_version(version, [])


@given(st.lists(st.sampled_from(LEVELS), min_size=1), st.tuples(*[st.integers(0, 99)] * 3))
def test_a_version_always_rises_and_by_the_gravest_change(levels, numbers):
    version = ".".join(map(str, numbers))
    following = tuple(map(int, next_version(version, [Change(level, "") for level in levels]).split(".")))
    assert following > numbers
    if numbers >= (1, 0, 0):
        assert (following[0] > numbers[0]) == ("major" in levels)


@given(st.sampled_from(list(STEPS)), st.sampled_from(list(STEPS)))
def test_two_schemas_differ_both_ways_or_not_at_all(one: str, two: str):
    first, second = description(STEPS[one][0]), description(STEPS[two][0])
    assert bool(difference(first, second)) == bool(difference(second, first)) == (first != second)


# the project's own schema


def test_the_version_follows_from_the_schema_published_last():
    """It is derived; this says that what was published can be read, and that no one has to remember a number."""
    last = released()
    assert next_version(last.version, difference(last.tables, description(PUBLISHED))) == SCHEMA_VERSION
    assert tuple(map(int, SCHEMA_VERSION.split("."))) >= (1, 0, 0)


@pytest.mark.parametrize("edition", ["full", "open"])
def test_a_schema_comes_back_from_its_file_as_it_was_and_is_written_the_same_again(edition: str):
    written = Snapshot(SCHEMA_VERSION, description(published(edition))).to_json()
    read = Snapshot.from_json(written)
    assert read.tables == description(published(edition)) and read.to_json() == written
    assert json.loads(written)["tables"]["quotes"]["columns"]["kind"]["enum"] == ["direct", "unmarked", "indirect"]


def test_the_command_tells_what_has_changed_and_notes_a_release_once(tmp_path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "released.json"
    file.write_text(Snapshot("1.2.0", description(PUBLISHED[1:])).to_json(), encoding="utf-8")
    monkeypatch.setattr("schemas.snapshot.RELEASED", file)
    monkeypatch.setattr(command, "RELEASED", file)
    monkeypatch.setattr(command, "SCHEMA_VERSION", "1.3.0")
    before = file.read_bytes()
    assert command.main([]).splitlines() == ["minor: table documents is new", "published last: 1.2.0; now: 1.3.0"]
    assert file.read_bytes() == before
    assert "holds 1.3.0 now" in command.main(["--release"])
    assert Snapshot.from_json(file.read_text(encoding="utf-8")).tables == description(PUBLISHED)
    assert command.main(["--release"]) == "published last: 1.3.0; now: 1.3.0"


# a release after another


def snapshots(change: Callable[[], tuple[Table, ...]], version: str) -> tuple[Snapshot, Snapshot]:
    return Snapshot("1.3.0", description(OLD)), Snapshot(version, description(change()))


def test_a_breaking_schema_without_a_higher_version_is_a_fault():
    for version in ("1.3.0", "1.4.0", "0.9.0"):
        (said,) = version_faults(*snapshots(lambda: with_column("port", name="harbour"), version))
        assert "ships.port is now called harbour" in said and version in said and "python -m schemas --release" in said


def test_a_breaking_schema_with_the_next_version_and_any_other_change_are_none():
    assert not version_faults(*snapshots(lambda: with_column("port", name="harbour"), "2.0.0"))
    assert not version_faults(*snapshots(lambda: (*OLD, replace(PORT, name="quays")), "1.3.0"))
    assert not version_faults(*snapshots(lambda: OLD, "1.3.0"))
