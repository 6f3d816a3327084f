"""Many documents at a time: what stages have still to read, read in batches, each filed as a pack of every stage.

A batch says where in the store its inputs lie, so that whoever reads it need not look for them. `read_batch` alone needs no
store: it may run on another machine.
"""

import errno
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from schemas import HOUSE_LINES, Table
from schemas.validation import validate

from .corpus.article import Row
from .houses import houses
from .stages import STAGES, Inputs, Outputs, keys, packs
from .storage.packs import KEY, SOURCE

# What goes wrong with the machine and not with the document: no room, no memory, no more files, no writing.
_MACHINE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM})
Tables = dict[str, pl.DataFrame]
Keys = Mapping[str, str]


@dataclass(frozen=True)
class Batch:
    """Sources that `stages` have to read, in order; `keys` by stage and source, also of the stages they stand on.

    `inputs` says for each of those which packs hold the sources' rows: by stage and pack the sources.
    """

    stages: tuple[str, ...]
    raws: tuple[str, ...]
    keys: Mapping[str, Keys]
    inputs: Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True)
class Done:
    """How many documents were read; by stage those that failed, and the seconds it took."""

    documents: int
    failed: Mapping[str, int]
    seconds: Mapping[str, float]


@dataclass(frozen=True)
class Found:
    """What stages made of a batch: by stage the rows of each of its tables, by key why sources failed, and the seconds it took."""

    tables: Mapping[str, Tables]
    failures: Mapping[str, Mapping[str, str]]
    seconds: Mapping[str, float]


class Plan:
    """The batches in which stages read what they have not read. Each is made when its turn comes: all of them take room."""

    def __init__(self, store: Path, waiting: Mapping[tuple[str, ...], Sequence[str]]) -> None:
        """`waiting` holds, by the stages that have to read them together, the sources."""
        self._store = store
        self._cuts = [
            (stages, tuple(raws[i : i + size]))
            for stages, raws in sorted(waiting.items())
            for size in [min(STAGES[stage].batch for stage in stages)]
            for i in range(0, len(raws), size)
        ]
        self._filed = {name: packs(store, name).index() for stages in waiting for name in _upstream(stages)}

    def __len__(self) -> int:
        return len(self._cuts)

    def documents(self, stage: str) -> int:
        """How many documents `stage` has to read."""
        return sum(len(raws) for stages, raws in self._cuts if stage in stages)

    def __iter__(self) -> Iterator[Batch]:
        """The batches; KeyError when something they read has not been read itself."""
        return (self._batch(stages, raws) for stages, raws in self._cuts)

    def _batch(self, stages: tuple[str, ...], raws: tuple[str, ...]) -> Batch:
        key_of = {name: keys(self._store, name, raws) for name in (*stages, *_upstream(stages))}
        inputs: dict[str, dict[str, list[str]]] = {name: {} for name in _upstream(stages)}
        for name, by_pack in inputs.items():
            for raw, key in key_of[name].items():
                by_pack.setdefault(self._filed[name][key], []).append(raw)
        return Batch(stages, raws, key_of, inputs)


def plan(store: Path, stages: Sequence[str], raws: Sequence[str]) -> Plan:
    """What `stages`, of which later ones may read what earlier ones find, have not read of `raws`."""
    waiting: dict[str, list[str]] = defaultdict(list)
    for stage in stages:
        filed = packs(store, stage).index()
        for raw, key in keys(store, stage, raws).items():
            if key not in filed:
                waiting[raw].append(stage)
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for raw in raws:
        if raw in waiting:
            alike[tuple(waiting[raw])].append(raw)
    return Plan(store, alike)


def _upstream(stages: Sequence[str]) -> list[str]:
    """The stages that `stages` read, but for themselves."""
    return sorted({name for stage in stages for name in STAGES[stage].upstream} - set(stages))


def run_batch(store: Path, batch: Batch) -> Done:
    """Read `batch` and file what was found."""
    return file_batch(store, batch, read_batch(batch, load_batch(store, batch)))


def load_batch(store: Path, batch: Batch) -> Tables:
    """The rows of the tables that `batch` reads, by table name, with their source in the column `_raw`."""
    found = {}
    for name, by_pack in batch.inputs.items():
        filed = packs(store, name)
        wanted = {raw: batch.keys[name][raw] for raw in batch.raws}
        for table in _tables_read(batch, name):
            frames = [filed.read_pack(table, pack, [wanted[raw] for raw in raws]) for pack, raws in by_pack.items()]
            found[table.name] = _with_source(pl.concat([filed.empty(table), *frames]), wanted)
    if "segment" in batch.stages:
        known = houses(store)
        lines = [HOUSE_LINES.row(source_id=raw, line=line) for raw in batch.raws for line in sorted(known.get(raw, ()))]
        found[HOUSE_LINES.name] = HOUSE_LINES.frame(lines).with_columns(pl.col("source_id").alias(SOURCE))
    return found


def _with_source(rows: pl.DataFrame, key_of: Keys) -> pl.DataFrame:
    """`rows` with their source in the place of the key that they are filed under."""
    source = {KEY: list(key_of.values()), SOURCE: list(key_of)}
    named = pl.DataFrame(source, schema={KEY: pl.String(), SOURCE: pl.String()})
    return rows.join(named, on=KEY, maintain_order="left").drop(KEY)


def _tables_read(batch: Batch, upstream: str) -> list[Table]:
    read = {table for stage in batch.stages for table in STAGES[stage].reads}
    return [table for table in STAGES[upstream].tables if table in read]


def read_batch(batch: Batch, tables: Mapping[str, pl.DataFrame]) -> Found:
    """What the stages of `batch` make of it, `tables` being what they read.

    A document that a stage cannot read is noted as a failure and takes nothing else down. InvalidTableError when the rows
    break their schema.
    """
    known = _by_source(batch.raws, tables)
    seconds = dict.fromkeys(batch.stages, 0.0)
    rows: dict[str, list[tuple[str, Row]]] = {
        table.name: [] for stage in batch.stages for table in STAGES[stage].tables
    }
    failures: dict[str, dict[str, str]] = {stage: {} for stage in batch.stages}
    for raw in batch.raws:
        inputs = known.pop(raw)  # an article takes room, and none needs it again
        for stage in batch.stages:
            started, key = time.perf_counter(), batch.keys[stage][raw]
            made, reason = _read(stage, raw, inputs)
            if reason:
                failures[stage][key] = reason
            for name, own in made.items():
                rows[name] += ((key, row) for row in own)
            seconds[stage] += time.perf_counter() - started
    frames = {
        stage: {table.name: _frame(table, rows[table.name]) for table in STAGES[stage].tables} for stage in batch.stages
    }
    return Found(frames, failures, seconds)


def _by_source(raws: Sequence[str], tables: Mapping[str, pl.DataFrame]) -> dict[str, Inputs]:
    known = {raw: Inputs({table: [] for table in tables}) for raw in raws}
    for table, frame in tables.items():
        for row in frame.iter_rows(named=True):
            known[row.pop(SOURCE)][table].append(row)
    return known


def _read(stage: str, raw: str, inputs: Inputs) -> tuple[Outputs, str]:
    """Rows by table, which also become known to the stages after it; or none, and why it failed."""
    made, reason = {}, ""
    try:
        made = STAGES[stage].read(raw, inputs)
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _MACHINE:
            raise
        reason = f"{type(error).__name__}: {error}"[:300]
    inputs.update({table.name: made.get(table.name, []) for table in STAGES[stage].tables})
    return made, reason


def _frame(table: Table, rows: list[tuple[str, Row]]) -> pl.DataFrame:
    columns = {name: [row[name] for _, row in rows] for name in table.names}
    frame = pl.DataFrame({KEY: [key for key, _ in rows], **columns}, schema={KEY: pl.String(), **table.polars})
    return validate(table, frame, filed_under=KEY)


def file_batch(store: Path, batch: Batch, found: Found) -> Done:
    """File what was found as one pack for each stage."""
    for stage, tables in found.tables.items():
        packs(store, stage).write(list(batch.keys[stage].values()), tables, found.failures[stage])
    failed = {stage: len(by_key) for stage, by_key in found.failures.items()}
    return Done(len(batch.raws), failed, found.seconds)


def filed_rows(
    store: Path, table: Table, raws: Sequence[str], columns: Sequence[str] | None = None
) -> Iterator[pl.DataFrame]:
    """The rows of `table`, or some of their columns, that its stage made of the sources `raws`, pack by pack.

    Their source stands in the column `_raw`.
    """
    stage = next(stage.name for stage in STAGES.values() if table in stage.tables)
    filed = packs(store, stage)
    by_key = {key: raw for raw, key in keys(store, stage, raws).items()}
    for pack, wanted in filed.by_pack(by_key).items():
        yield _with_source(filed.read_pack(table, pack, wanted, columns), {by_key[key]: key for key in wanted})


def failures(store: Path, raws: Sequence[str]) -> dict[str, tuple[str, str]]:
    """By source, the first stage that could not read it and why."""
    found: dict[str, tuple[str, str]] = {}
    for stage in STAGES:
        by_key = {key: raw for raw, key in keys(store, stage, raws).items()}
        for key, reason in packs(store, stage).failures(by_key).items():
            found.setdefault(by_key[key], (stage, reason))
    return found
