"""The stages that read one document after another, and what each hands on to the next.

A stage is a function of a document's rows so far; `run_batch` runs it over a batch and files the result in a pack. Dagster
knows a stage by its name only. What needs all documents at once (actors, release) is no stage of this kind.
"""

import errno
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from schemas import (
    AUTHORS,
    BLOCKS,
    DOCUMENTS,
    FINGERPRINTS,
    HOUSE_LINES,
    KPIS,
    QUOTES,
    RAW,
    RECOMMENDATIONS,
    SEGMENTS,
    TEXTS,
    Table,
)
from schemas.validation import validate

from .corpus.article import Article, Row
from .corpus.blocks import Block, clean_text
from .corpus.claims import Claims
from .corpus.decoding import UnreadableError
from .corpus.likeness import signature
from .corpus.limits import open_within_limits
from .corpus.segmenting import Source, segment
from .corpus.statements import read_sidecar
from .houses import digest, houses
from .reading import EXTRACTORS
from .storage.packs import KEY, SOURCE, Packs, derived_key
from .storage.versions import code_version, library_versions

# What goes wrong with the machine and not with the document: no room, no memory, no more files, no writing.
_MACHINE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM})
Inputs = Mapping[str, list[Row]]
Outputs = dict[str, list[Row]]
BATCH = 400


@dataclass(frozen=True)
class Stage:
    """A step of the reading: which stages it reads and which `tables` it fills.

    `modules` and `libraries` are those whose code it runs, `batch` is how many documents it reads at a time.
    """

    name: str
    upstream: tuple[str, ...]
    tables: tuple[Table, ...]
    modules: tuple[str, ...]
    read: Callable[[str, Inputs], Outputs]
    libraries: tuple[str, ...] = ()
    batch: int = BATCH

    @property
    def version(self) -> str:
        """Version of the code that makes the rows, and of the libraries it leaves a part of the reading to."""
        own = code_version(*self.modules)
        if not self.libraries:
            return own
        return hashlib.sha256(f"{own} {library_versions(*self.libraries)}".encode()).hexdigest()[: len(own)]


def _raw(raw: str, inputs: Inputs) -> Outputs:
    raise NotImplementedError("raw bytes are filed when the articles folder is read")


def _clean(raw: str, inputs: Inputs) -> Outputs:
    file = inputs[RAW.name][0]
    named = {"source_id": raw, "raw_sha256": hashlib.sha256(file["content"]).hexdigest()}
    try:
        opened = open_within_limits(file["content"])
        stated = read_sidecar(file["sidecar"]).over(opened.stated) if file["sidecar"] else opened.stated
    except UnreadableError as error:
        text = TEXTS.row(**named, skip_code=error.code, skip_reason=error.reason)
        return {TEXTS.name: [text], BLOCKS.name: []}
    text = TEXTS.row(
        **named,
        format=opened.format,
        clean_text=clean_text(opened.blocks),
        encoding=opened.encoding,
        stated=stated.to_json(),
        claims=opened.claims.to_json(),
    )
    rows = [
        BLOCKS.row(source_id=raw, ordinal=i, **{name: getattr(block, name) for name in _BLOCK_FIELDS})
        for i, block in enumerate(opened.blocks, 1)
    ]
    return {TEXTS.name: [text], BLOCKS.name: rows}


def _segment(raw: str, inputs: Inputs) -> Outputs:
    read = inputs[TEXTS.name][0]
    text = read["clean_text"]
    if text is None:
        return {DOCUMENTS.name: [], AUTHORS.name: [], SEGMENTS.name: [], FINGERPRINTS.name: []}
    blocks = [
        Block(text[row["char_start"] : row["char_end"]], **{name: row[name] for name in _BLOCK_FIELDS})
        for row in inputs[BLOCKS.name]
    ]
    source = Source("", read["raw_sha256"], read["format"])
    house = frozenset(row["line"] for row in inputs[HOUSE_LINES.name])
    article = segment(source, text, blocks, Claims.from_json(read["claims"]), Claims.from_json(read["stated"]), house)
    rows = [item.row for item in article.segments]
    content = "\n".join(item.text for item in article.segments if item.row["is_content"])
    return {
        DOCUMENTS.name: [article.document],
        AUTHORS.name: article.authors,
        SEGMENTS.name: rows,
        FINGERPRINTS.name: [FINGERPRINTS.row(source_id=raw, signature=signature(content))],
    }


_BLOCK_FIELDS = ("shape", "level", "marker", "gap", "zone", "char_start", "char_end")


def _extract(table: Table, extractor: Callable[[Article, list[Row]], list[Row]]) -> Callable[[str, Inputs], Outputs]:
    def read(raw: str, inputs: Inputs) -> Outputs:
        if not inputs[DOCUMENTS.name]:
            return {table.name: []}
        article = Article.from_rows(
            inputs[DOCUMENTS.name][0], inputs[AUTHORS.name], inputs[SEGMENTS.name], inputs[TEXTS.name][0]["clean_text"]
        )
        return {table.name: extractor(article, inputs.get(QUOTES.name, []))}

    return read


_UPSTREAM = {RECOMMENDATIONS.name: ("quotes",), KPIS.name: ("quotes",)}
STAGES = {
    stage.name: stage
    for stage in (
        Stage("raw", (), (RAW,), (), _raw),
        Stage(
            "clean",
            ("raw",),
            (TEXTS, BLOCKS),
            ("pejlemaerker.corpus.limits", "pejlemaerker.corpus.opening_process", "pejlemaerker.corpus.statements"),
            _clean,
            ("courlan", "ftfy", "htmldate", "lxml", "pypdfium2", "pyyaml", "trafilatura"),
            batch=100,  # opening a PDF takes a second; who waits wants to see it go on
        ),
        Stage(
            "segment",
            ("clean",),
            (DOCUMENTS, AUTHORS, SEGMENTS, FINGERPRINTS),
            ("pejlemaerker.corpus.segmenting", "pejlemaerker.corpus.likeness"),
            _segment,
            ("py3langid", "rensa"),
        ),
        *(
            Stage(
                table.name,
                ("clean", "segment", *_UPSTREAM.get(table.name, ())),
                (table,),
                (f"pejlemaerker.extraction.{table.name}",),
                _extract(table, extractor),
            )
            for table, extractor in EXTRACTORS
        ),
    )
}


def stage_key(store: Path, stage: str, raw: str) -> str:
    """The key under which `stage` files what it makes of the source `raw`."""
    return _key(stage, raw, digest(houses(store).get(raw, frozenset())))


@cache
def _key(stage: str, raw: str, house: str) -> str:
    if stage == "raw":
        return raw
    version = STAGES[stage].version + (house if stage == "segment" else "")
    return derived_key((_key(name, raw, house) for name in STAGES[stage].upstream), version)


def packs(store: Path, stage: str) -> Packs:
    """The packs of `stage` in the folder `store`."""
    return Packs(store / stage, STAGES[stage].tables)


def missing(store: Path, stage: str, raws: Sequence[str]) -> list[str]:
    """Those of `raws` that `stage` has not read with its present version, in order."""
    by_key = {stage_key(store, stage, raw): raw for raw in raws}
    return [by_key[key] for key in packs(store, stage).missing(by_key)]


def run_batch(store: Path, stage_name: str, raws: Sequence[str]) -> int:
    """Read the sources `raws` with a stage and file the result as one pack; the number of documents that failed.

    A document that a stage cannot read is filed as a failure and takes nothing else down. InvalidTableError when the rows
    break their schema: then nothing is filed.
    """
    stage = STAGES[stage_name]
    inputs = _inputs(store, stage, raws)
    rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in stage.tables}
    failures: dict[str, str] = {}
    for raw in raws:
        key = stage_key(store, stage_name, raw)
        try:
            outputs = stage.read(raw, inputs[raw])
        except Exception as error:
            if isinstance(error, OSError) and error.errno in _MACHINE:
                raise
            failures[key] = f"{type(error).__name__}: {error}"[:300]
            continue
        for name, found in outputs.items():
            rows[name] += ({KEY: key, **row} for row in found)
    frames = {table.name: _frame(table, rows[table.name]) for table in stage.tables}
    keys = [stage_key(store, stage_name, raw) for raw in raws]
    packs(store, stage_name).write(keys, frames, failures)
    return len(failures)


def _frame(table: Table, rows: list[dict[str, Any]]) -> pl.DataFrame:
    frame = pl.DataFrame(rows, schema={KEY: pl.String(), **table.polars}, orient="row")
    return validate(table, frame, filed_under=KEY)


def _inputs(store: Path, stage: Stage, raws: Sequence[str]) -> dict[str, dict[str, list[Row]]]:
    """Rows of all upstream tables, by source and table."""
    found: dict[str, dict[str, list[Row]]] = {raw: {} for raw in raws}
    for name in stage.upstream:
        for table, frame in read_stage(store, name, raws).items():
            for raw in raws:
                found[raw].setdefault(table, [])
            for row in frame.iter_rows(named=True):
                found[row.pop(SOURCE)][table].append(row)
    if stage.name == "segment":
        known = houses(store)
        for raw in raws:
            found[raw][HOUSE_LINES.name] = [HOUSE_LINES.row(source_id=raw, line=line) for line in known.get(raw, ())]
    return found


def read_stage(store: Path, stage_name: str, raws: Sequence[str]) -> dict[str, pl.DataFrame]:
    """All rows that a stage made of the sources `raws`, by table name, with the source's hash in the column `_raw`."""
    stage = STAGES[stage_name]
    keys = pl.DataFrame(
        {KEY: [stage_key(store, stage_name, raw) for raw in raws], SOURCE: list(raws)},
        schema={KEY: pl.String(), SOURCE: pl.String()},
    )
    filed = packs(store, stage_name)
    return {
        table.name: filed.read(table, keys[KEY].to_list())
        .join(keys, on=KEY, how="inner", maintain_order="left")
        .drop(KEY)
        for table in stage.tables
    }


def failures(store: Path, raws: Sequence[str]) -> dict[str, tuple[str, str]]:
    """By source, the first stage that could not read it and why."""
    found: dict[str, tuple[str, str]] = {}
    for stage_name in STAGES:
        by_key = {stage_key(store, stage_name, raw): raw for raw in raws}
        for key, reason in packs(store, stage_name).failures(by_key).items():
            found.setdefault(by_key[key], (stage_name, reason))
    return found
