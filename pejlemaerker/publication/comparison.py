"""What a release holds in one hash, and what changed since the release before."""

import hashlib

import polars as pl

from schemas import CHANGES, PUBLISHED, SCHEMA_VERSION, Table

from .dataset import BY_DOCUMENT, Dataset, Range

_PLACES = ("char_start", "char_end", "ordinal", "source_path")
_ABOUT_RELEASE = ("releases", "quality", "changes")
DATA = tuple(table for table in PUBLISHED if table.name not in _ABOUT_RELEASE)
# Tables whose rows have an identifier of their own.
TRACKED = tuple(
    table for table in DATA if table.key[-1].endswith("_id") and table.column(table.key[-1]).references is None
)


def content_sha256(dataset: Dataset) -> str:
    """Hash of all rows of the data tables; the same rows give the same hash on any machine."""
    digest = hashlib.sha256(SCHEMA_VERSION.encode())
    for table in DATA:
        digest.update(table.name.encode())
        for piece in dataset.pieces(table):
            digest.update(piece.write_ndjson().encode("utf-8"))
    return digest.hexdigest()


def changes(now: Dataset, before: Dataset | None) -> pl.DataFrame:
    """Rows of the table `changes` from the release `before` to `now`; none when there was no release before."""
    if before is None:
        return CHANGES.frame()
    words = ("document_id", "text_sha256")
    documents = _document_changes(now.whole("documents", *words), before.whole("documents", *words))
    found = [
        _table_changes(table, _part(now, table, part), _part(before, table, part), documents)
        for table in TRACKED
        for part in (now.ranges() if table in BY_DOCUMENT else [Range()])
    ]
    return CHANGES.sort(pl.concat([CHANGES.frame(), *found]))


def _part(dataset: Dataset, table: Table, documents: Range) -> pl.DataFrame:
    if table in BY_DOCUMENT:
        return dataset.part(documents, table.name)[table.name]
    return dataset.whole(table.name)


def _document_changes(now: pl.DataFrame, before: pl.DataFrame) -> pl.DataFrame:
    """For each document the reason why its rows changed."""
    both = now.select("document_id", new="text_sha256").join(
        before.select("document_id", old="text_sha256"), on="document_id", how="full", coalesce=True
    )
    reason = (
        pl.when(pl.col("old").is_null())
        .then(pl.lit("new_article"))
        .when(pl.col("new").is_null())
        .then(pl.lit("removed_article"))
        .when(pl.col("old") != pl.col("new"))
        .then(pl.lit("changed_article"))
        .otherwise(pl.lit("new_context"))
    )
    return both.select("document_id", reason=reason)


def _table_changes(table: Table, now: pl.DataFrame, before: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    shared = [name for name in table.names if name in before.columns]
    old, new = _hashed(table, before, shared), _hashed(table, now, shared)
    both = new.join(old, on="row_id", how="full", coalesce=True, suffix="_old")
    change = (
        pl.when(pl.col("hash_old").is_null())
        .then(pl.lit("added"))
        .when(pl.col("hash").is_null())
        .then(pl.lit("removed"))
        .otherwise(pl.lit("changed"))
    )
    moved = both.filter(
        pl.col("hash").is_null() | pl.col("hash_old").is_null() | (pl.col("hash") != pl.col("hash_old"))
    )
    reasoned = moved.with_columns(document_id=pl.coalesce("document_id", "document_id_old")).join(
        documents, on="document_id", how="left"
    )
    return reasoned.select(
        table_name=pl.lit(table.name), row_id="row_id", change=change, reason=pl.col("reason").fill_null("new_context")
    )


def _hashed(table: Table, frame: pl.DataFrame, columns: list[str]) -> pl.DataFrame:
    """Key, document and content of each row, by those of its `columns` that the release before has too.

    Places are left out, in the text and on the disk: they move with every new menu above it and with every renamed file.
    """
    key = table.key[-1]
    content = [name for name in columns if name not in (*_PLACES, key)]
    document = pl.col("document_id") if "document_id" in table.names else pl.lit(None, dtype=pl.String)
    return frame.select(
        row_id=pl.col(key),
        document_id=document,
        hash=pl.struct(content).struct.json_encode() if content else pl.lit(""),
    )
