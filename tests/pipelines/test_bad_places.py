"""Places that let a run down: a full disk, folders that may not be written or that go away, a clock that jumps.

In each case the run says what is wrong and what to do, the last release stays and can be read, and when the trouble is over the next run
ends as if there had been none. Articles that cannot be read belong to `test_folders.py`, runs that are killed to `test_killed_runs.py`.
"""

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner
from house import NEW, House, Run, parquet, run, state

from pejlemaerker import read
from pejlemaerker.publication.releases import DATABASE
from pejlemaerker.stages import STAGES, Inputs, Outputs
from pipelines.command_line import main

NEXT_STEP = r"--outputs|--articles|\bpermissions\b|[Ff]ree |[Mm]ake room"
FULL_AT_ONCE, FULL_AT_THE_RELEASE = "a full disk", "a disk that is full before the release is written"
READ_ONLY, RELEASES_READ_ONLY = "a read-only outputs folder", "a read-only folder of releases"
GONE, GOING = "articles that are gone", "articles that go while they are read"
NO_ROOM_TO_READ = "a folder for temporary files that is full"
DISK_BYTES = 64_000_000
ROOM = {FULL_AT_ONCE: 0, FULL_AT_THE_RELEASE: 400_000}
# Without the right of root to write everywhere, which would hide what other users meet.
AS_OTHERS = "import ctypes, os, sys; ctypes.CDLL(None).prctl(24, 1, 0, 0, 0); os.execv(sys.argv[1], sys.argv[1:])"
# A year earlier for all modules that ask Python for the time; they are loaded first, since compiled ones build on the real class.
A_YEAR_EARLIER = """
import datetime, sys, time
import pipelines.building
from pipelines.command_line import main
real, now, now_ns, YEAR = datetime.datetime, time.time, time.time_ns, 366 * 86_400
class AsBefore(type(real)):
    def __instancecheck__(cls, value):
        return isinstance(value, real)
class Earlier(real, metaclass=AsBefore):
    @classmethod
    def now(cls, tz=None):
        return real.fromtimestamp(now() - YEAR, tz)
    @classmethod
    def utcnow(cls):
        return real.fromtimestamp(now() - YEAR, datetime.timezone.utc).replace(tzinfo=None)
earlier = {real: Earlier, now: lambda: now() - YEAR, now_ns: lambda: now_ns() - YEAR * 10**9}
for module in [module for module in sys.modules.values() if getattr(module, "AsBefore", None) is not AsBefore]:
    for name, value in list(vars(module).items()):
        if value is real or value is now or value is now_ns:
            setattr(module, name, earlier[value])
assert datetime.datetime.now() < real.now() - datetime.timedelta(days=365) and time.time() < now() - YEAR + 1
main()
"""


@dataclass(frozen=True)
class Happened:
    """A run in trouble: its exit code and message, whether the last release stayed, and whether the next run was a clean one."""

    code: int
    err: str
    intact: bool
    clean: bool


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A release of one article, and another article that no run has seen."""
    folder = tmp_path_factory.mktemp("begun")
    house = House(folder / "articles", folder / "outputs")
    house.put("a.txt", NEW.replace("Biblioteket", "Svømmehallen").replace("klokken syv", "klokken otte"))
    assert house.build().code == 0, house.runs[0].err
    house.put("nyt.txt")
    return house


def moved(begun: House, articles: Path, outputs: Path) -> House:
    """A copy of `begun` with its two folders in those places."""
    shutil.copytree(begun.articles, articles)
    shutil.copytree(begun.outputs, outputs, symlinks=True)
    return House(articles, outputs)


@pytest.fixture(scope="module")
def wanted(begun: House, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the next run makes where there is no trouble."""
    folder = tmp_path_factory.mktemp("wanted")
    house = moved(begun, folder / "articles", folder / "outputs")
    assert house.build().code == 0, house.runs[0].err
    return parquet(house.latest)


def in_trouble(house: House, wanted: dict[str, bytes], trouble: Callable[[House], Run]) -> Happened:
    """Run in trouble, which is over when `trouble` returns, and again without."""
    before = state(house.outputs)
    met = trouble(house)
    intact = state(house.outputs) == before and readable(house)
    clean = house.build().code == 0 and parquet(house.latest) == wanted
    return Happened(met.code, met.err, intact, clean)


def readable(house: House) -> bool:
    with duckdb.connect(house.outputs / "latest" / DATABASE, read_only=True) as connection:
        rows = connection.execute("SELECT count(*) FROM documents").fetchone()
    return rows == (1,) and house.table("documents").height == 1


# the troubles


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing below `folder` may be written, by users who are not root."""
    modes = {path: path.stat().st_mode for path in [folder, *folder.rglob("*")] if not path.is_symlink()}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


def writes_where_it_may_not(house: House, folder: Path) -> Run:
    command = [Path(sys.executable).parent / "pejl", "build", "--articles", house.articles, "--outputs", house.outputs]
    with read_only(folder):
        probe = run(sys.executable, "-c", AS_OTHERS, shutil.which("touch") or "touch", folder / "probe", cwd=folder)
        if probe.returncode == 0:
            pytest.skip("this system lets every process write everywhere")
        done = run(sys.executable, "-c", AS_OTHERS, *command, cwd=house.articles)
    return Run(done.returncode, done.stdout, done.stderr, {})


def articles_are_gone(house: House) -> Run:
    away = house.articles.rename(house.articles.with_name("away"))
    try:
        return house.build()
    finally:
        away.rename(house.articles)


def articles_go_while_they_are_read(house: House) -> Run:
    """As when a network drive is lost: the first file is read, the second is not there any more, nor is the folder."""
    away, read_bytes = house.articles.with_name("away"), Path.read_bytes

    def last_read(path: Path) -> bytes:
        content = read_bytes(path)
        if path.parent == house.articles:
            house.articles.rename(away)
        return content

    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Path, "read_bytes", last_read)
            return house.build()
    finally:
        away.rename(house.articles)


def no_room_to_read(house: House) -> Run:
    """What the model that tells languages is unpacked into has no room: the fault of the machine, not of the article."""

    def fails(raw: str, inputs: Inputs) -> Outputs:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(STAGES, "segment", replace(STAGES["segment"], read=fails))
        return house.build()


def disk_is_full(begun: House, wanted: dict[str, bytes], folder: Path, case: str) -> Happened:
    """In a process with a small disk of its own where the system gives it one, else with a limit to the size of its files."""
    (folder / "disk").mkdir()
    (folder / "wanted.json").write_text(json.dumps({name: content.hex() for name, content in wanted.items()}))
    own_disk = ["unshare", "--map-root-user", "--mount"]
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "none", str(folder / "disk")]
    mounts = bool(shutil.which("unshare")) and run(*own_disk, *mount, cwd=folder).returncode == 0
    code = "import sys, test_bad_places; test_bad_places.fill_a_disk(*sys.argv[1:])"
    command = [sys.executable, "-c", code, str(begun.articles.parent), str(folder), case, *(mount if mounts else [])]
    path = os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])
    done = run(*(own_disk if mounts else []), *command, cwd=folder, PYTHONPATH=path)
    assert done.returncode == 0, done.stderr
    return Happened(**json.loads(done.stdout))


def fill_a_disk(begun: str, folder: str, case: str, *mount: str) -> None:
    """Meet the full disk, in a process of its own; prints what happened."""
    disk = Path(folder, "disk")
    if mount:
        subprocess.run(mount, check=True)
    wanted = {
        name: bytes.fromhex(content) for name, content in json.loads(Path(folder, "wanted.json").read_text()).items()
    }
    house = moved(House(Path(begun, "articles"), Path(begun, "outputs")), Path(folder, "articles"), disk / "outputs")
    read(house.articles / "nyt.txt")  # unpacks the model of languages in the folder for temporary files, another case

    def full(house: House) -> Run:
        with ballast(disk, ROOM[case]) if mount else small_files(ROOM[case]):
            return house.build()

    print(json.dumps(asdict(in_trouble(house, wanted, full))))


@contextmanager
def ballast(disk: Path, room: int) -> Iterator[None]:
    """Fill the disk but for `room` bytes."""
    free = shutil.disk_usage(disk).free
    (disk / "ballast").write_bytes(bytes(free - room))
    yield
    (disk / "ballast").unlink()


@contextmanager
def small_files(room: int) -> Iterator[None]:
    """Let no file grow beyond `room` bytes."""
    import resource  # not on every system

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


TROUBLES: dict[str, Callable[[House], Run]] = {
    READ_ONLY: lambda house: writes_where_it_may_not(house, house.outputs),
    RELEASES_READ_ONLY: lambda house: writes_where_it_may_not(house, house.outputs / "releases"),
    GONE: articles_are_gone,
    GOING: articles_go_while_they_are_read,
    NO_ROOM_TO_READ: no_room_to_read,
}


@pytest.fixture(scope="module")
def happened(
    begun: House, wanted: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Happened]:
    """What happens in a case, which is tried once."""

    @cache
    def tried(case: str) -> Happened:
        folder = tmp_path_factory.mktemp("trouble")
        if case in ROOM:
            return disk_is_full(begun, wanted, folder, case)
        return in_trouble(moved(begun, folder / "articles", folder / "outputs"), wanted, TROUBLES[case])

    return tried


# what a user meets


CASES = [
    FULL_AT_ONCE,
    FULL_AT_THE_RELEASE,
    READ_ONLY,
    RELEASES_READ_ONLY,
    GONE,
    GOING,
    NO_ROOM_TO_READ,
]


@pytest.mark.parametrize("case", CASES)
def test_the_last_release_stays_and_the_next_run_is_a_clean_one(happened: Callable[[str], Happened], case: str):
    met = happened(case)
    assert met.code == 1, met.err
    assert met.intact and met.clean
    assert "Traceback" not in met.err and len(met.err) < 1000


@pytest.mark.parametrize("case", CASES)
def test_the_message_names_the_place_and_the_next_step(happened: Callable[[str], Happened], case: str):
    said = happened(case).err
    assert case == NO_ROOM_TO_READ or ("articles" if case in (GONE, GOING) else "outputs") in said
    assert re.search(NEXT_STEP, said), said


@pytest.mark.parametrize("outputs", ["fil", "fil/ud"])
def test_outputs_in_the_place_of_a_file_or_below_one_are_refused_with_the_next_step(tmp_path: Path, outputs: str):
    (tmp_path / "articles").mkdir()
    (tmp_path / "fil").write_text("her ligger noget andet")
    given = ["--articles", str(tmp_path / "articles"), "--outputs", str(tmp_path / outputs)]
    done = CliRunner().invoke(main, ["build", *given])
    assert done.exit_code in (1, 2)
    assert str(tmp_path / outputs) in done.output and re.search(NEXT_STEP, done.output)
    assert (tmp_path / "fil").read_text() == "her ligger noget andet"


def test_a_clock_that_jumps_back_a_year_changes_nothing(begun: House, wanted: dict[str, bytes], tmp_path: Path):
    house = moved(begun, tmp_path / "articles", tmp_path / "outputs")
    before = house.latest
    folders = ["--articles", house.articles, "--outputs", house.outputs]
    done = run(sys.executable, "-c", A_YEAR_EARLIER, "build", *folders, cwd=tmp_path)
    assert done.returncode == 0 and done.stderr == "", done.stderr
    assert parquet(house.latest) == wanted and house.latest != before
    assert house.table("releases")["previous_version"].to_list() == [before.name]
    again = house.build()
    assert again.code == 0 and "Nothing has changed" in again.out
