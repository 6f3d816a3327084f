"""What a run that is killed leaves behind: kill -9 at random moments, a rerun, and the bytes beside those of a clean run.

`python benchmarks/kills.py --rounds 50 --documents 60` makes a clean run, and a second one after articles were added, changed and removed.
Then in each round a run is killed with all its processes, and the next run has to end with the same Parquet files, byte for byte, the
same rows in DuckDB and no release more, while a reader in another process reads `latest` all the time.
"""

import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import click
import duckdb
import pyarrow.parquet as pq

from pejlemaerker.publication.releases import DATABASE, LATEST, staging
from pejlemaerker.storage.files import TEMPORARY

FRESH, HALF_BUILT, CHANGED = "no outputs yet", "half-built outputs", "a release before"
STARTING, READING, RELEASING, SWITCHING = "starting", "reading", "writing the release", "between release and latest"
PLACES = (STARTING, READING, RELEASING, SWITCHING, "after the switch", "ended before")
# Of ten rounds, how many are killed in which part of the run. What comes before the lock writes nothing and gets one.
_PARTS = (READING, RELEASING, READING, SWITCHING, READING, RELEASING, READING, STARTING, READING, RELEASING)
_GOLDEN = 0.618034  # steps of this length around a circle lie evenly, however many there are
_TOWNS = ["Sundby", "Vestermose", "Lindkøbing", "Askerup", "Nørreholm", "Birkesø", "Tangvig", "Egelev"]
_NAMES = ("Ditte Lyngholm", "Rasmus Egebo", "Amina Torvegade", "Palle Strandlyst", "Signe Hvidkær", "Jonas Mosevang")
_FIELDS = ["ældreplejen", "skolerne", "børnehaverne", "jobcentret", "hjemmeplejen", "biblioteket", "borgerservice"]
_BODY = (
    "- Vi bruger {n} timer om ugen på skemaer, som ingen læser, siger {name}, centerchef i {town} Kommune.",
    '"Lederne skal have tid til at være ude i {field}," siger {name}. "Ellers mister vi {n} medarbejdere om året."',
    "Sygefraværet i {field} faldt fra {m} til {n} procent på to år.",
    "Kommunen bør afskaffe halvdelen af kravene om dokumentation i {field}, mener {name}.",
    "{town} Kommune vil ansætte {n} nye ledere og bruge {m} millioner kroner på projektet Tæt på {field}.",
    "Ifølge {name} har medarbejderne selv peget på {n} opgaver, som de gerne vil slippe for.",
    "Vi anbefaler, at\n- regionen måler trivsel i stedet for minutter\n- {town} Kommune giver hver leder højst {n} ansatte",
    "Målet er, at {n} procent af de ansatte i {field} er tilfredse med deres nærmeste leder i {year}.",
)


@dataclass(frozen=True)
class Times:
    """Seconds of a run that ends well: until it holds the lock, until it begins the release, until `latest` is switched."""

    starting: float
    reading: float
    releasing: float


@dataclass(frozen=True)
class State:
    """What a run has left for readers: bytes by Parquet file, rows and their hash by DuckDB table, names of releases."""

    parquet: dict[str, bytes]
    tables: dict[str, tuple[int, int]]
    releases: set[str]

    @classmethod
    def of(cls, outputs: Path) -> "State":
        latest = (outputs / LATEST).resolve()
        files = {path.name: path.read_bytes() for path in (latest / "parquet").iterdir()}
        with duckdb.connect(latest / DATABASE, read_only=True) as connection:
            tables = {}
            for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall():
                row = connection.execute(f"SELECT count(*), coalesce(sum(hash(t)), 0) FROM {name} t").fetchone()
                assert row is not None
                tables[name] = (row[0], int(row[1]))
        return cls(files, tables, {path.name for path in (outputs / "releases").iterdir()})

    def differences(self, other: "State") -> list[str]:
        """What is not the same in `other`, by name."""
        found = self.releases ^ other.releases
        for mine, theirs in ((self.parquet, other.parquet), (self.tables, other.tables)):
            found |= {name for name in {*mine, *theirs} if mine.get(name) != theirs.get(name)}
        return [f"{name} is not as after a clean run" for name in sorted(found)]


Run = Callable[[Path, Path], Times]


class RunError(RuntimeError):
    """A run that ended by itself with an error; the message is what it said."""


@dataclass(frozen=True)
class Clean:
    """Clean runs to compare with: over `articles`, and from there over `changed`."""

    articles: Path
    changed: Path
    outputs: Path
    states: tuple[State, State]
    times: tuple[Times, Times]


@dataclass(frozen=True)
class Round:
    """One killed run and the run after it: how it began, where it was killed, what a reader saw and what is wrong."""

    begun: str
    place: str
    reads: int
    faults: list[str]
    left: list[str]


def document(number: int, dice: random.Random) -> str:
    """An article of our own words, never the same twice."""
    body = []
    for line in dice.sample(_BODY, dice.randint(4, len(_BODY))):
        words = {"town": dice.choice(_TOWNS), "name": dice.choice(_NAMES), "field": dice.choice(_FIELDS)}
        numbers = {"n": dice.randint(2, 99), "m": dice.randint(100, 900), "year": dice.randint(2027, 2035)}
        body.append(line.format(**words, **numbers))
    title = f"{dice.choice(_TOWNS)} giver {dice.choice(_FIELDS)} tid tilbage, del {number}"
    day = f"{dice.randint(1, 28)}. maj {dice.randint(2015, 2025)}"
    return "\n\n".join([title, f"Af {dice.choice(_NAMES)}", day, *body, ""])


def write_articles(folder: Path, documents: int, dice: random.Random, given: Path | None = None) -> None:
    """Fill `folder` with so many articles: files of the folder `given` as far as they go, then constructed ones."""
    folder.mkdir(parents=True)
    files = [path for path in sorted(given.iterdir()) if path.is_file()][:documents] if given else []
    for path in files:
        shutil.copyfile(path, folder / path.name)
    for number in range(len(files), documents):
        (folder / f"bygget-{number:05}.txt").write_text(document(number, dice), encoding="utf-8")


def change_articles(folder: Path, dice: random.Random) -> None:
    """Remove one article, change another and add a tenth."""
    files = sorted(path for path in folder.iterdir() if path.suffix == ".txt")
    files[0].unlink()
    files[1].write_bytes(files[1].read_bytes() + b"\nDet skriver vi mere om i morgen.\n")
    for number in range(len(files) // 10 + 1):
        (folder / f"ny-{number:05}.txt").write_text(document(number, dice), encoding="utf-8")


def clean_runs(folder: Path, run: Run, dice: random.Random, documents: int, given: Path | None = None) -> Clean:
    """Run over new articles and again after a change, with nothing in the way."""
    articles, changed, outputs = folder / "articles", folder / "changed", folder / "clean"
    write_articles(articles, documents, dice, given)
    shutil.copytree(articles, changed)
    change_articles(changed, dice)
    first = run(articles, outputs)
    shutil.copytree(outputs, folder / "clean-changed", symlinks=True)
    second = run(changed, folder / "clean-changed")
    states = State.of(outputs), State.of(folder / "clean-changed")
    return Clean(articles, changed, outputs, states, (first, second))


# one round


def killed_and_run_again(clean: Clean, outputs: Path, run: Run, begun: str, part: str, share: float) -> Round:
    """Kill a run in a `part`, after a `share` (0 to 1) of the time it takes; `run` again; compare with the clean runs.

    Half-built outputs are those of a run that was killed before, while it was reading.
    """
    after_change = begun == CHANGED
    articles = clean.changed if after_change else clean.articles
    times, wanted = clean.times[after_change], clean.states[after_change]
    if after_change:
        shutil.copytree(clean.outputs, outputs, symlinks=True)
    with reader(outputs) as seen:
        if begun == HALF_BUILT:
            kill(articles, outputs, READING, 1 - share, times)
        place = kill(articles, outputs, part, share, times)
        try:
            run(articles, outputs)
            faults = wanted.differences(State.of(outputs))
        except RunError as error:
            faults = [str(error)]
    faults += seen.errors
    if unknown := seen.versions - wanted.releases:
        faults.append(f"a reader saw releases that no clean run makes: {', '.join(sorted(unknown))}")
    if after_change and not seen.reads:
        faults.append("the reader read nothing")
    left = [str(path.relative_to(outputs)) for path in outputs.rglob(f"{TEMPORARY}*")]
    return Round(begun, place, seen.reads, faults, left)


def kill(articles: Path, outputs: Path, part: str, share: float, times: Times) -> str:
    """Start a run and kill it with all its processes; the place in which it was, of PLACES."""
    before = _marks(outputs)
    with _started(articles, outputs, dies_switching=part == SWITCHING) as child:
        if part in (READING, RELEASING):
            _until(child, lambda: _marks(outputs)[0] == str(child.pid))
        if part == RELEASING:
            _until(child, lambda: _marks(outputs)[1] not in (None, before[1]))
        allowed = {STARTING: times.starting, READING: times.reading, RELEASING: times.releasing, SWITCHING: 300.0}
        with suppress(subprocess.TimeoutExpired):
            child.wait(allowed[part] * (1.0 if part == SWITCHING else share))
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
    now = _marks(outputs)
    if child.returncode == 0:
        return "ended before"
    if child.returncode != -signal.SIGKILL:
        raise RunError(f"the run ended by itself with exit code {child.returncode}: {_errors(outputs)}")
    if now[2] != before[2]:
        return "after the switch"
    if part == SWITCHING:
        return SWITCHING
    if now[0] != str(child.pid):
        return STARTING
    return RELEASING if now[1] not in (None, before[1]) else READING


def watch(articles: Path, outputs: Path) -> Times:
    """Run in a process of its own to a good end; how long its parts took."""
    before, started = _marks(outputs), time.monotonic()
    with _started(articles, outputs) as child:
        _until(child, lambda: _marks(outputs)[0] == str(child.pid))
        held = time.monotonic()
        _until(child, lambda: _marks(outputs)[1] not in (None, before[1]))
        staged = time.monotonic()
        _until(child, lambda: _marks(outputs)[2] != before[2])
        switched = time.monotonic()
        if child.wait():
            raise RunError(f"a run that nothing disturbed ended with exit code {child.returncode}: {_errors(outputs)}")
    return Times(held - started, staged - held, switched - staged)


def _marks(outputs: Path) -> tuple[str | None, int | None, str | None]:
    """Who last held the lock, when the staging folder was last changed, where `latest` points to; None without one."""
    holder = stamp = link = None
    with suppress(OSError):
        holder = (outputs / ".lock").read_text().strip()
    with suppress(OSError):
        stamp = staging(outputs).stat().st_ctime_ns
    with suppress(OSError):
        link = str((outputs / LATEST).readlink())
    return holder, stamp, link


def _until(child: subprocess.Popen[bytes], seen: Callable[[], bool]) -> None:
    while child.poll() is None and not seen():
        with suppress(subprocess.TimeoutExpired):
            child.wait(0.002)


# Ends itself where the new release stands under its name, and the link to it lies beside `latest` but not yet in its place.
_DIES_SWITCHING = """
import os, pathlib, signal
def die(link, *given, **named):
    symlink_to(link, *given, **named)
    os.killpg(0, signal.SIGKILL)
symlink_to, pathlib.Path.symlink_to = pathlib.Path.symlink_to, die
from pipelines.command_line import main
main()
"""


def _errors(outputs: Path) -> str:
    return outputs.with_name(f"{outputs.name}.stderr").read_text()


@contextmanager
def _started(articles: Path, outputs: Path, *, dies_switching: bool = False) -> Iterator[subprocess.Popen[bytes]]:
    """A run that leads a process group of its own."""
    program = [sys.executable, "-c", _DIES_SWITCHING] if dies_switching else [Path(sys.executable).parent / "pejl"]
    command = [*program, "build", "--quiet", "--articles", articles, "--outputs", outputs]
    env = {**os.environ, "DAGSTER_DISABLE_TELEMETRY": "yes"}
    with outputs.with_name(f"{outputs.name}.stderr").open("wb") as errors:
        yield subprocess.Popen(command, stderr=errors, env=env, start_new_session=True)


# the reader


@dataclass
class Seen:
    """What the reader saw: how often it read without a fault, which releases, and each error."""

    reads: int
    versions: set[str]
    errors: list[str]


@contextmanager
def reader(outputs: Path) -> Iterator[Seen]:
    """Read `latest` in another process until the end of the block; then what it saw is filled in."""
    seen = Seen(0, set(), [])
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_read_on, args=(outputs, theirs), daemon=True)
    process.start()
    ours.recv()  # it is reading now
    try:
        yield seen
    finally:
        ours.send(None)
        seen.__dict__.update(ours.recv().__dict__)
        process.join()


def _read_on(outputs: Path, pipe: Connection) -> None:
    seen, stands, latest = Seen(0, set(), []), False, outputs / LATEST
    pipe.send(None)
    while True:
        stands = stands or os.path.lexists(latest)  # from then on it must never be gone again
        if stands:
            try:
                _read(latest, seen)
            except Exception as error:
                seen.errors.append(f"reader: {type(error).__name__}: {error}")
        if pipe.poll(0.02):
            pipe.send(seen)
            return


def _read(latest: Path, seen: Seen) -> None:
    with duckdb.connect(latest / DATABASE, read_only=True) as connection:
        rows = connection.execute("SELECT version, (SELECT count(*) FROM quotes_full) FROM releases").fetchall()
    files = sorted((latest / "parquet").iterdir())
    pq.read_table(files[seen.reads % len(files)])
    seen.versions.update(version for version, _ in rows)
    seen.reads += 1


# the table


def plan(rounds: int, dice: random.Random) -> list[tuple[str, str, float]]:
    """How each round begins, in which part it is killed, and after which share of that part: spread evenly over all."""
    offset = dice.random()
    begun = (CHANGED, HALF_BUILT, CHANGED, FRESH)
    return [
        (begun[number % 4], _PARTS[number // 2 % len(_PARTS)], (offset + number * _GOLDEN) % 1)
        for number in range(rounds)
    ]


def table(rounds: list[Round]) -> str:
    """Rounds and those that failed, by how they began and by where the run was killed."""
    lines = [f"{'':<28}{'rounds':>8}{'failed':>8}"]
    for title, of, names in (
        ("the outputs at first:", lambda item: item.begun, (FRESH, HALF_BUILT, CHANGED)),
        ("killed while:", lambda item: item.place, PLACES),
    ):
        counted = Counter(of(item) for item in rounds)
        failed = Counter(of(item) for item in rounds if item.faults)
        lines += [title, *(f"  {name:<26}{counted[name]:>8}{failed[name]:>8}" for name in names)]
    reads, left = sum(item.reads for item in rounds), sum(bool(item.left) for item in rounds)
    lines.append(f"{'all':<28}{len(rounds):>8}{sum(bool(item.faults) for item in rounds):>8}")
    lines.append(f"{reads} reads of the last release. Rounds that left temporary files behind: {left}.")
    return "\n".join(lines)


_GIVEN = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--rounds", type=click.IntRange(min=1), default=50, show_default=True)
@click.option("--documents", type=click.IntRange(min=5), default=60, show_default=True, help="Articles in the folder.")
@click.option("--articles", type=_GIVEN, help="Folder whose files come first; the rest is constructed.")
@click.option("--seed", default=1, show_default=True, help="Of the articles and the moments.")
def main(rounds: int, documents: int, articles: Path | None, seed: int) -> None:
    """Kill runs at random moments and see whether the next run ends as a clean one. Exit code 1 if one does not."""
    dice, done = random.Random(seed), []
    with tempfile.TemporaryDirectory() as name:
        clean = clean_runs(Path(name), watch, dice, documents, articles)
        for number, (begun, part, share) in enumerate(plan(rounds, dice), 1):
            outputs = Path(name) / f"round-{number}"
            item = killed_and_run_again(clean, outputs, watch, begun, part, share)
            faults = "; ".join(item.faults) or "as a clean run"
            click.echo(f"{number:>4} of {rounds}: {begun}, killed {item.place} ({share:.2f}): {faults}", err=True)
            done.append(item)
            shutil.rmtree(outputs)
    click.echo(table(done))
    sys.exit(any(item.faults for item in done))


if __name__ == "__main__":
    main()
