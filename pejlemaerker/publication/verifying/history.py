"""Where a release comes from: its version follows from its content and the release before, and so does its list of changes.

The release before is looked at where it lies beside this one. Why a row changed belongs to `comparison`.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import polars as pl
import pyarrow.parquet as pq

from schemas import EDITIONS, Table

from ..comparison import TRACKED, row_id
from ..dataset import Dataset, Range, by_document, ranges
from ..releases import version_of
from ..writing import parquet_file
from .editions import Edition
from .fault import Fault

_ANEW = "Build the release anew."
_RELEASES = "releases"


def version_faults(edition: Edition, editions: Iterable[Edition]) -> Iterator[Fault]:
    """Whether version, folder, the contents of all `editions` and the release before belong together.

    The edition for publication does not tell by itself what the full one holds.
    """
    version, said = edition.about("version"), edition.about("about_sha256")
    contents = {item.name: item.about("content_sha256") or "" for item in editions}
    if version is None or said is None or not all(contents.values()):
        return
    place = edition.place("parquet/releases.parquet")
    if edition.name == EDITIONS[0] and version != version_of(contents, said, edition.about("previous_version")):
        text = f"The version {version} does not follow from content_sha256, about_sha256 and previous_version. {_ANEW}"
        yield Fault("history", place, text)
    folder = edition.folder.resolve()
    if folder.parent.name == _RELEASES and not folder.name.startswith(".") and folder.name != version:
        yield Fault(
            "history",
            place,
            f"It says that it is version {version}, and it lies in the folder of {folder.name}. {_ANEW}",
        )


def edition_faults(edition: Edition, full: Edition) -> Iterator[Fault]:
    """Whether two editions in one release belong together."""
    for column in ("version", "previous_version"):
        if edition.sound and full.sound and edition.about(column) != full.about(column):
            text = f"{column} is {edition.about(column)}, and {full.about(column)} in the full edition. {_ANEW}"
            yield Fault("history", edition.place("parquet/releases.parquet"), text)


def before(edition: Edition) -> Path | None:
    """The folder of the same edition of the release before, where it lies beside this one."""
    previous = edition.about("previous_version")
    folder = edition.folder.resolve()
    inner = Path() if edition.prefix == "" else Path(folder.name)
    place = (folder if edition.prefix == "" else folder.parent).parent / (previous or "") / inner
    return place if previous and (place / "parquet").is_dir() else None


def change_faults(edition: Edition) -> Iterator[Fault]:
    """Rows of `changes` that did not come about, and rows that came and are not in it."""
    if "changes" not in edition.sound or "documents" not in edition.sound:
        return
    place, changes = edition.place("parquet/changes.parquet"), edition.dataset.whole("changes")
    if edition.about("previous_version") is None and changes.height:
        yield Fault("history", place, f"The first release has no changes, and here are {changes.height}. {_ANEW}")
    folder = before(edition)
    if folder is None:
        return
    past = _identifiers(folder)
    both = pl.concat([edition.dataset.whole("documents", "document_id"), past.whole("documents", "document_id")])
    parts = ranges(both["document_id"])
    for table in TRACKED:
        if table.name in edition.sound and table.name in past.tables:
            said = changes.filter(pl.col("table_name") == table.name)
            for part in parts if by_document(table) else [Range()]:
                yield from _table_faults(
                    table, place, _within(said, part), _rows(edition.dataset, table, part), _rows(past, table, part)
                )


def _identifiers(folder: Path) -> Dataset:
    """The tables of a release, also of an older one, as far as they can be read."""
    files = {table.name: parquet_file(folder, table.name) for table in TRACKED}
    return Dataset.filed({name: path for name, path in files.items() if _readable(path)})


def _readable(path: Path) -> bool:
    try:
        return path.is_file() and bool(pq.read_schema(path).names)
    except Exception:  # a release before that is broken is told when it is verified itself
        return False


def _rows(dataset: Dataset, table: Table, documents: Range) -> pl.Series:
    lazy = dataset.scan(table.name)
    if by_document(table):
        lazy = documents.of(lazy)
    return lazy.select(row_id=row_id(table)).collect()["row_id"]


def _within(changes: pl.DataFrame, documents: Range) -> pl.DataFrame:
    """The changes of rows of some documents: a row's identifier begins with its document's."""
    return documents.of(changes.lazy().with_columns(document_id="row_id")).collect()


def _table_faults(table: Table, place: str, said: pl.DataFrame, now: pl.Series, past: pl.Series) -> Iterator[Fault]:
    here, there = pl.col("row_id").is_in(now.implode()), pl.col("row_id").is_in(past.implode())
    untrue = {"added": ~here | there, "removed": here | ~there, "changed": ~here | ~there}
    for change, wrong in untrue.items():
        rows = said.filter(pl.col("change") == change).filter(wrong)
        if rows.height:
            text = f"{rows.height} rows of {table.name} were not {change}, for example {rows['row_id'][0]}. {_ANEW}"
            yield Fault("history", place, text)
    named = said.filter(pl.col("change") == "added")["row_id"]
    unsaid = now.filter(~now.is_in(past.implode()) & ~now.is_in(named.implode()))
    if unsaid.len():
        text = f"{unsaid.len()} rows of {table.name} are new and not named, for example {unsaid[0]}. {_ANEW}"
        yield Fault("history", place, text)
