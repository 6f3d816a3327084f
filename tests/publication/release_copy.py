"""A copy of a release in which faults can be planted: files are shared with the good one until one is changed.

After a fault in content the hashes in descriptions and SHA256SUMS can be set right again, so that not they alone tell of it.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from pejlemaerker.publication.writing import described
from pejlemaerker.storage.files import to_arrow
from schemas import published

DESCRIBED = ("datapackage.json", "croissant.json", "dcat.ttl")
SUMS = "SHA256SUMS"
Rows = Callable[[pl.DataFrame], pl.DataFrame]


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@dataclass
class Copy:
    """A copy of a release in `folder`, whose files are shared with others."""

    folder: Path
    before: dict[str, tuple[str, int]] = field(default_factory=dict)

    def write(self, name: str, content: bytes) -> None:
        """Put other bytes in the place of a file, and note what it was."""
        path = self.folder / name
        if path.is_file():
            self.before.setdefault(name, (sha256(path), path.stat().st_size))
            path.unlink()
        path.write_bytes(content)

    def text(self, name: str, changed: Callable[[str], str]) -> None:
        old = (self.folder / name).read_bytes().decode()
        new = changed(old)
        assert new != old, f"nothing is planted in {name}"
        self.write(name, new.encode())

    def own(self, name: str) -> Path:
        """A file that may be changed in its place."""
        self.write(name, (self.folder / name).read_bytes())
        return self.folder / name

    def rows(self, name: str, changed: Rows) -> None:
        """Other rows in a Parquet file that is described as before."""
        edition = "open" if name.startswith("open/") else "full"
        table = next(table for table in published(edition) if name.endswith(f"/{table.name}.parquet"))
        old = pl.read_parquet(self.folder / name, glob=False)
        new = changed(old)
        assert not new.equals(old), f"nothing is planted in {name}"
        schema = described(table)
        fields = [item.with_nullable(True) if new[item.name].null_count() else item for item in schema]
        self.arrow(name, pa.Table.from_arrays(to_arrow(new).columns, schema=pa.schema(fields, schema.metadata)))

    def arrow(self, name: str, table: pa.Table) -> None:
        self.write(name, b"")
        pq.write_table(table, self.folder / name, compression="zstd")

    def schema(self, name: str, changed: Callable[[pa.Table], pa.Table]) -> None:
        """A Parquet file of other columns, or otherwise described."""
        self.arrow(name, changed(pq.read_table(self.folder / name)))

    def sql(self, name: str, *statements: str) -> None:
        """A DuckDB file after some statements."""
        path = self.own(name)
        path.chmod(0o644)
        with duckdb.connect(path) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.execute("CHECKPOINT")

    def describe(self) -> None:
        """Set right the hashes and sizes of what was changed in the descriptions of its edition."""
        for name, (digest, size) in list(self.before.items()):
            prefix = "open/" if name.startswith("open/") else ""
            path = self.folder / name
            for description in DESCRIBED if path.is_file() else ():
                old = (self.folder / prefix / description).read_text(encoding="utf-8")
                new = old.replace(digest, sha256(path)).replace(f'"bytes": {size},', f'"bytes": {path.stat().st_size},')
                if new != old and digest in old:
                    self.write(prefix + description, new.encode())

    def sum(self) -> None:
        """Set right the lines of SHA256SUMS of what was changed, of the inner edition first."""
        for prefix in ("open/", ""):
            path = self.folder / prefix / SUMS
            lines = [line.partition("  ") for line in path.read_text().splitlines()]
            names = {prefix + name for _, _, name in lines}
            fresh = {
                name: self.folder / name for name in self.before if name in names and (self.folder / name).is_file()
            }
            sums = {name: sha256(fresh[prefix + name]) if prefix + name in fresh else old for old, _, name in lines}
            if fresh:
                self.write(prefix + SUMS, "".join(f"{digest}  {name}\n" for name, digest in sums.items()).encode())
