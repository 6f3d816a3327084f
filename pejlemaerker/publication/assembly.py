"""The published tables, put together from what the stages filed for the sources that are there now."""

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from pejlemaerker.batches import failures, read_stage
from pejlemaerker.corpus.article import Row
from pejlemaerker.extraction.actors import resolve
from pejlemaerker.stages import STAGES
from pejlemaerker.storage.packs import SOURCE
from schemas import DOCUMENTS, FINGERPRINTS, SEGMENTS, SKIPPED, TABLES

from .duplicates import with_duplicates

# The names of columns that hold identifiers made from the document's own.
_SCOPED = tuple(
    sorted(
        {
            column.name
            for table in TABLES.values()
            for column in table.columns
            if "[0-9a-f]{16}" in (column.pattern or "")
        }
    )
)


def assemble(store: Path, sources: pl.DataFrame, skipped: pl.DataFrame) -> tuple[dict[str, pl.DataFrame], pl.DataFrame]:
    """All tables of a release but those about the release itself, and the clean texts by `document_id`.

    `sources` and `skipped` are the tables of that name as the articles folder gave them.
    """
    sources = sources.select(pl.col("source_id").alias(SOURCE), "source_path")
    filed = _filed(store, sources[SOURCE].to_list())
    broken = _broken(store, sources)
    texts = filed.pop("texts").join(broken.select(SOURCE), on=SOURCE, how="anti")
    documents = _with_paths(filed["documents"], sources).join(broken.select(SOURCE), on=SOURCE, how="anti")
    documents, repeated = _without_repeats(documents)
    documents = with_duplicates(documents, filed.pop(FINGERPRINTS.name), filed[SEGMENTS.name])
    renamed = _renamed(documents)
    documents = _original_renamed(documents, renamed)
    tables = {name: _of(frame, renamed, TABLES[name].names) for name, frame in filed.items() if name != DOCUMENTS.name}
    tables[DOCUMENTS.name] = _of(documents, renamed, DOCUMENTS.names)
    resolved = resolve(tables)
    unread = _unread(texts, sources)
    resolved[SKIPPED.name] = pl.concat([skipped, unread, broken.select(SKIPPED.names), repeated])
    clean = texts.join(renamed, on=SOURCE).select(document_id="_new", clean_text="clean_text")
    return {name: TABLES[name].sort(frame) for name, frame in resolved.items()}, clean


def _filed(store: Path, raws: Sequence[str]) -> dict[str, pl.DataFrame]:
    found: dict[str, pl.DataFrame] = {}
    for name in STAGES:
        if name != "raw":
            found |= read_stage(store, name, raws)
    found.pop("blocks")
    return found


def _with_paths(documents: pl.DataFrame, sources: pl.DataFrame) -> pl.DataFrame:
    return documents.drop("source_path").join(sources, on=SOURCE).sort("source_path")


def _unread(texts: pl.DataFrame, sources: pl.DataFrame) -> pl.DataFrame:
    """Rows of `skipped` for the sources that hold no text."""
    none = texts.filter(pl.col("clean_text").is_null()).join(sources, on=SOURCE)
    return none.select("source_path", code="skip_code", reason="skip_reason")


def _broken(store: Path, sources: pl.DataFrame) -> pl.DataFrame:
    """Rows of `skipped`, with the source, for the documents that a stage failed on."""
    found = failures(store, sources[SOURCE].to_list())
    rows = [
        {
            SOURCE: raw,
            "source_path": path,
            "code": "failed",
            "reason": f"The step '{found[raw][0]}' failed: {found[raw][1]}. Please report it.",
        }
        for raw, path in sources.select(SOURCE, "source_path").iter_rows()
        if raw in found
    ]
    return pl.DataFrame(rows, schema={SOURCE: pl.String(), **SKIPPED.polars})


def _without_repeats(documents: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """`documents` without those that have text and identifier of one before; and the rows of `skipped` for them.

    The same text under another name (another address, another publisher) is a document of its own, which repeats the first.
    """
    same = ["text_sha256", "document_id"]
    first = documents.unique(same, keep="first", maintain_order=True)
    again = documents.join(first.select(SOURCE), on=SOURCE, how="anti")
    twins = again.join(first.select(*same, original="source_path"), on=same)
    rows: list[Row] = [
        SKIPPED.row(source_path=path, code="same_text", reason=f"It holds the same text as {original}.")
        for path, original in twins.select("source_path", "original").iter_rows()
    ]
    return first, SKIPPED.frame(rows)


def _renamed(documents: pl.DataFrame) -> pl.DataFrame:
    """Old and new identifier of each document by source: of two with one identifier the later path gets a number."""
    nth = pl.int_range(pl.len()).over("document_id") + 1
    new = pl.when(nth == 1).then(pl.col("document_id")).otherwise(pl.col("document_id") + "-" + nth.cast(pl.String))
    return documents.select(SOURCE, _old="document_id", _new=new)


def _original_renamed(documents: pl.DataFrame, renamed: pl.DataFrame) -> pl.DataFrame:
    """`documents` in which `duplicate_of` holds the identifier of a document, no longer its source."""
    names = renamed.select(pl.col(SOURCE).alias("duplicate_of"), _original="_new")
    named = documents.join(names, on="duplicate_of", how="left", maintain_order="left")
    return named.drop("duplicate_of").rename({"_original": "duplicate_of"})


def _of(frame: pl.DataFrame, renamed: pl.DataFrame, columns: list[str]) -> pl.DataFrame:
    """Rows of the documents that are kept, with identifiers as `renamed`."""
    kept = frame.join(renamed, on=SOURCE, how="inner", maintain_order="left")
    scoped = [name for name in _SCOPED if name in columns]
    fresh = [pl.col("_new") + pl.col(name).str.slice(pl.col("_old").str.len_chars()) for name in scoped]
    changed = pl.col("_old") != pl.col("_new")
    return kept.with_columns(
        pl.when(changed).then(new).otherwise(pl.col(name)).alias(name) for name, new in zip(scoped, fresh, strict=True)
    ).select(columns)
