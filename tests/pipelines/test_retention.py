"""What is thrown away after a run, and what never is."""

import os
import shutil

import pytest
from house import House

from assets.workspace import Workspace
from pejlemaerker.publication.releases import latest
from pejlemaerker.storage.retention import DAY, KEEP_PACKS, KEEP_RELEASES, leftovers, old_releases, throw_away
from pejlemaerker.tidying import Tidied, tidy


def sources(house: House) -> list[str]:
    workspace = Workspace(articles=str(house.articles), outputs=str(house.outputs), policy_folder="")
    return workspace.sources()


def pack_files(house: House) -> set[str]:
    return {path.relative_to(house.outputs).as_posix() for path in (house.outputs / "store").glob("*/*.parquet")}


@pytest.fixture
def many(copied: House) -> House:
    """A house with twelve releases, the oldest of which is the latest."""
    released = latest(copied.outputs)
    assert released is not None
    for number in range(1, 12):
        shutil.copytree(released.folder, copied.outputs / "releases" / f"release-{number:02}")
    for age, path in enumerate(sorted((copied.outputs / "releases").iterdir())):
        os.utime(path, (1_000_000 + age, 1_000_000 + age))
    os.utime(released.folder, (1, 1))
    return copied


def test_the_newest_releases_stay_and_so_does_the_latest(many):
    gone = old_releases(many.outputs)
    assert [path.name for path in gone] == ["release-01"]  # the oldest is what `latest` points to
    assert throw_away(gone) == 1
    assert len(list((many.outputs / "releases").iterdir())) == KEEP_RELEASES + 1
    assert latest(many.outputs) is not None


def test_packs_that_are_needed_stay_however_old(copied):
    before, now = pack_files(copied), 2_000_000_000.0
    assert tidy(copied.outputs, copied.outputs / "store", sources(copied), now + 400 * DAY) == Tidied(0, 0)
    assert pack_files(copied) == before


def test_packs_that_no_document_has_needed_for_a_month_go(copied):
    store = copied.outputs / "store"
    now = max(path.stat().st_mtime for path in store.glob("*/*.parquet"))
    assert tidy(copied.outputs, store, [], now + KEEP_PACKS - DAY).pack_files == 0
    found = tidy(copied.outputs, store, [], now + KEEP_PACKS + DAY)
    assert found.pack_files > 10
    assert not [name for name in pack_files(copied) if "/current/" not in name]


def test_what_was_thrown_away_is_made_anew(copied):
    store = copied.outputs / "store"
    before = latest(copied.outputs)
    tidy(copied.outputs, store, [], 9_000_000_000.0)
    assert copied.build().code == 0
    after = latest(copied.outputs)
    assert before is not None and after is not None and before.content == after.content


def test_a_run_needs_its_packs_from_now_on(copied):
    store = copied.outputs / "store"
    now = max(path.stat().st_mtime for path in store.glob("*/*.parquet"))
    tidy(copied.outputs, store, sources(copied), now + 20 * DAY)  # needed then, which puts the time anew
    assert tidy(copied.outputs, store, [], now + 40 * DAY).pack_files == 0


def test_what_a_run_left_half_written_is_found_in_the_outputs_and_not_in_the_archive(tmp_path):
    for name in (
        ".tmp-link",
        "releases/.tmp-next/parquet/a",
        "releases/0123456789ab/a",
        "store/clean/.tmp-a",
        "store/b",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / ".tmp-a").write_bytes(b"a page that is being fetched, under another lock")
    found = [path.relative_to(tmp_path).as_posix() for path in leftovers(tmp_path)]
    assert found == [".tmp-link", "releases/.tmp-next", "store/clean/.tmp-a"]


def test_what_cannot_be_removed_stays_and_stops_nothing(tmp_path):
    assert throw_away([tmp_path / "nowhere"]) == 0
