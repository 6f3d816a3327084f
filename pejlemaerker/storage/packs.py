"""Packs: what one stage made of a few hundred documents, one Parquet file for each of its tables.

A pack is written once and never changed. The keys of its documents stand in the footer of its first table's file, which
is written last: a pack without that file does not count, and a document that gave no rows still counts as done.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq

from schemas import Table

from .files import TEMPORARY, read_parquet, to_arrow, write_parquet

KEYS = b"pejlemaerker.keys"
FAILURES = b"pejlemaerker.failures"
KEY = "_key"
# The column that holds the source of each row, where rows of many documents stand together.
SOURCE = "_raw"


def derived_key(source: str, *versions: str) -> str:
    """The key under which stages of these `versions` file what they make of a `source`."""
    return hashlib.sha256("|".join([source, *versions]).encode()).hexdigest()[:32]


class Packs:
    """The packs of one stage in `folder`, which holds the given tables, the first of which carries the keys."""

    def __init__(self, folder: Path, tables: tuple[Table, ...]) -> None:
        self.folder = folder
        self.tables = tables
        self._index: dict[str, str] = {}
        self._failed: dict[str, str] = {}
        self._seen: set[Path] = set()

    def index(self) -> dict[str, str]:
        """Pack name by document key, for all packs on disk now."""
        suffix = f".{self.tables[0].name}.parquet"
        for path in sorted(self.folder.glob(f"*{suffix}")):
            if path not in self._seen and not path.name.startswith(TEMPORARY):
                self._seen.add(path)
                footer = pq.read_metadata(path)
                if not set(self.tables[0].names) <= set(footer.schema.names):
                    continue  # written by a version of the project whose table had other columns
                metadata = footer.metadata or {}
                self._failed.update(json.loads(metadata[FAILURES]))
                self._index.update(dict.fromkeys(json.loads(metadata[KEYS]), path.name.removesuffix(suffix)))
        return self._index

    def missing(self, keys: Iterable[str]) -> list[str]:
        """Those of `keys` that no pack holds, in the order given."""
        done = self.index()
        return [key for key in keys if key not in done]

    def write(
        self, keys: Collection[str], frames: Mapping[str, pl.DataFrame], failures: Mapping[str, str] | None = None
    ) -> None:
        """File `frames`, by table name and each with a column `_key`, as the whole result for `keys`.

        `failures` says, by key, why a document could not be read; it counts as done until the stage has a new version.
        """
        name = hashlib.sha256("\n".join(sorted(keys)).encode()).hexdigest()[:24]
        for table in reversed(self.tables):
            arrow = to_arrow(frames[table.name])
            if table is self.tables[0]:
                footer = {KEYS: json.dumps(sorted(keys)), FAILURES: json.dumps(failures or {}, sort_keys=True)}
                arrow = arrow.replace_schema_metadata(footer)
            write_parquet(self._path(name, table), arrow)

    def read(self, table: Table, keys: Collection[str]) -> pl.DataFrame:
        """Rows of `table` filed under `keys`, with their `_key`. KeyError if a key is in no pack."""
        frames = [self.read_pack(table, pack, wanted) for pack, wanted in self.by_pack(keys).items()]
        return pl.concat([self.empty(table), *frames])

    def by_pack(self, keys: Collection[str]) -> dict[str, list[str]]:
        """The packs that hold `keys`, by name, with the keys of each. KeyError if a key is in no pack."""
        index = self.index()
        found: dict[str, list[str]] = {}
        for key in keys:
            found.setdefault(index[key], []).append(key)
        return dict(sorted(found.items()))

    def read_pack(
        self, table: Table, pack: str, keys: Collection[str], columns: Collection[str] | None = None
    ) -> pl.DataFrame:
        """Rows of `table`, or some of their columns, in one pack filed under `keys`, with their `_key`."""
        wanted = [KEY, *(columns or table.names)]
        return read_parquet(self._path(pack, table), wanted).filter(pl.col(KEY).is_in(list(keys)))

    @staticmethod
    def empty(table: Table) -> pl.DataFrame:
        """`table` without rows, as it is filed."""
        return pl.DataFrame(schema={KEY: pl.String(), **table.polars})

    def failures(self, keys: Collection[str]) -> dict[str, str]:
        """Why there are no rows for those of `keys` whose document the stage could not read."""
        self.index()
        return {key: self._failed[key] for key in keys if key in self._failed}

    def _path(self, pack: str, table: Table) -> Path:
        return self.folder / f"{pack}.{table.name}.parquet"
