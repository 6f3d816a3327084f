"""Releases on disk: built in a folder of their own, checked, put under their version, and `latest` switched last."""

import hashlib
import shutil
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version as package_version
from pathlib import Path

import polars as pl
import pyarrow as pa

from pejlemaerker.storage.files import TEMPORARY, read_parquet, to_arrow, write_parquet
from schemas import PUBLISHED, RELEASES, SCHEMA_VERSION, TABLES, Table

from .comparison import TRACKED, changes, content_sha256
from .database import describe, write_database
from .integrity import schema_faults
from .quality import quality

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
        path = self.folder / "parquet" / f"{name}.parquet"
        return read_parquet(path) if path.is_file() else TABLES[name].frame()


def latest(outputs: Path) -> Release | None:
    """The release that `latest` points to; None when there is none."""
    folder = (outputs / LATEST).resolve()
    path = folder / "parquet" / "releases.parquet"
    if not path.is_file():
        return None
    row = read_parquet(path).row(0, named=True)
    return Release(row["version"], folder, row["content_sha256"])


def whole(tables: Mapping[str, pl.DataFrame], before: Release | None) -> dict[str, pl.DataFrame]:
    """`tables` with those about the release itself."""
    content = content_sha256(tables)
    row = RELEASES.row(
        version=_version(content, before),
        previous_version=before.version if before else None,
        content_sha256=content,
        schema_version=SCHEMA_VERSION,
        code_version=package_version("pejlemaerker"),
    )
    previous = {table.name: before.table(table.name) for table in TRACKED} if before else None
    about = {"releases": RELEASES.frame([row]), "quality": quality(tables), "changes": changes(tables, previous)}
    if found := schema_faults(about):
        raise FaultyReleaseError("\n".join(found))
    return {**tables, **about}


def _version(content: str, before: Release | None) -> str:
    return hashlib.sha256(f"{content}|{before.version if before else ''}".encode()).hexdigest()[:12]


def write_tables(folder: Path, tables: Mapping[str, pl.DataFrame]) -> None:
    """Write the published tables as Parquet, described in the file itself."""
    for table in PUBLISHED:
        write_parquet(
            folder / "parquet" / f"{table.name}.parquet", _described(table, to_arrow(table.sort(tables[table.name])))
        )


def _described(table: Table, arrow: pa.Table) -> pa.Table:
    fields = [
        pa.field(column.name, arrow.schema.field(column.name).type, column.optional, {"description": describe(column)})
        for column in table.columns
    ]
    schema = pa.schema(fields, metadata={"description": table.description, "schema_version": SCHEMA_VERSION})
    return pa.Table.from_arrays(arrow.columns, schema=schema)


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
    tables = {table.name: read_parquet(folder / "parquet" / f"{table.name}.parquet") for table in PUBLISHED}
    write_database(folder / DATABASE, tables)


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
