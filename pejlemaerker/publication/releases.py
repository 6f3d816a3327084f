"""Releases on disk: built in a folder of their own, checked, put under their version, and `latest` switched last."""

import hashlib
import shutil
import uuid
from dataclasses import dataclass
from importlib.metadata import version as package_version
from pathlib import Path

import polars as pl
import pyarrow as pa

from pejlemaerker.storage.files import TEMPORARY, n_rows, read_parquet, to_arrow, write_parquet_stream
from schemas import PUBLISHED, RELEASES, SCHEMA_VERSION, TABLES, Table

from .comparison import changes, content_sha256
from .database import describe, write_database
from .dataset import Dataset
from .integrity import schema_faults
from .quality import quality
from .reasons import Told
from .rules import reading_version

DATABASE = "pejlemaerker.duckdb"
LATEST = "latest"


class FaultyReleaseError(ValueError):
    """Tables that must not be published; the message lists every fault."""


@dataclass(frozen=True)
class Release:
    """A release on disk."""

    version: str
    folder: Path
    content: str

    def table(self, name: str) -> pl.DataFrame:
        """One of its tables; empty where the release is older than the table."""
        path = self._file(name)
        return read_parquet(path) if path.is_file() else TABLES[name].frame()

    def rows(self, name: str) -> int:
        """The number of rows of one of its tables."""
        path = self._file(name)
        return n_rows(path) if path.is_file() else 0

    def dataset(self) -> Dataset:
        """All its tables, not yet read."""
        return _released(self.folder)

    def _file(self, name: str) -> Path:
        return self.folder / "parquet" / f"{name}.parquet"


def latest(outputs: Path) -> Release | None:
    """The release that `latest` points to; None when there is none."""
    folder = (outputs / LATEST).resolve()
    path = folder / "parquet" / "releases.parquet"
    if not path.is_file():
        return None
    row = read_parquet(path).row(0, named=True)
    return Release(row["version"], folder, row["content_sha256"])


def _released(folder: Path) -> Dataset:
    return Dataset.filed({table.name: folder / "parquet" / f"{table.name}.parquet" for table in PUBLISHED})


def whole(dataset: Dataset, before: Release | None, content: str | None = None) -> Dataset:
    """`dataset` with the tables about the release itself; `content` is its `content_sha256`, where that is known."""
    content = content or content_sha256(dataset)
    row = RELEASES.row(
        version=_version(content, before),
        previous_version=before.version if before else None,
        content_sha256=content,
        edition="full",
        schema_version=SCHEMA_VERSION,
        reading_version=reading_version(),
        code_version=package_version("pejlemaerker"),
    )
    changed = changes(dataset, before.dataset() if before else None, Told(reading_version=reading_version()))
    about = {"releases": RELEASES.frame([row]), "quality": quality(dataset), "changes": changed}
    if found := schema_faults(about):
        raise FaultyReleaseError("\n".join(found))
    return dataset.with_tables(about)


def _version(content: str, before: Release | None) -> str:
    return hashlib.sha256(f"{content}|{before.version if before else ''}".encode()).hexdigest()[:12]


def write_tables(folder: Path, dataset: Dataset) -> None:
    """Write the published tables as Parquet, described in the file itself."""
    for table in PUBLISHED:
        pieces = (to_arrow(piece) for piece in dataset.pieces(table))
        write_parquet_stream(folder / "parquet" / f"{table.name}.parquet", _described(table), pieces)


def _described(table: Table) -> pa.Schema:
    types = to_arrow(table.frame()).schema
    fields = [
        pa.field(column.name, types.field(column.name).type, column.optional, {"description": describe(column)})
        for column in table.columns
    ]
    return pa.schema(fields, metadata={"description": table.description, "schema_version": SCHEMA_VERSION})


def staging(outputs: Path) -> Path:
    """The folder in which the next release is built."""
    return outputs / "releases" / f"{TEMPORARY}next"


def begin(outputs: Path) -> Path:
    """An empty staging folder; what a run that was cut off had left there is thrown away."""
    folder = staging(outputs)
    discard(outputs)
    folder.mkdir(parents=True)
    return folder


def discard(outputs: Path) -> None:
    """Throw the staging folder away."""
    shutil.rmtree(staging(outputs), ignore_errors=True)


def build_database(folder: Path) -> None:
    """Write the DuckDB file of the release in `folder` from its Parquet files."""
    write_database(folder / DATABASE, _released(folder))


def switch(outputs: Path) -> Release:
    """Put the staged release in its place and let `latest` point to it, which readers see as one step."""
    staged = staging(outputs)
    version = read_parquet(staged / "parquet" / "releases.parquet")["version"][0]
    folder = outputs / "releases" / version
    if folder.exists():  # a run was cut off between here and the switch; the same version holds the same rows
        shutil.rmtree(staged)
    else:
        staged.rename(folder)
    link = outputs / f"{TEMPORARY}{uuid.uuid4().hex}"
    link.symlink_to(folder.relative_to(outputs), target_is_directory=True)
    link.replace(outputs / LATEST)
    released = latest(outputs)
    assert released is not None
    return released
