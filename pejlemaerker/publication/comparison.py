"""What a release holds in one hash, and what changed since the release before, row by row.

Why a row changed is for `reasons` to tell; `docs/versions.md` says how to read the table `changes`.
"""

import hashlib

import polars as pl

from schemas import CHANGES, PUBLISHED, SCHEMA_VERSION, Table

from .dataset import DOCUMENT, Dataset, Range, by_document
from .reasons import CORRECTIONS, Reasons, Told, names_one_of

_PLACES = ("char_start", "char_end", "ordinal", "source_path")
_ABOUT_RELEASE = ("releases", "quality", "changes")
DATA = tuple(table for table in PUBLISHED if table.name not in _ABOUT_RELEASE)
# Segments only cut the text, which `documents` accounts for, and what came of words of a theme is told by `document_themes`; an alias is a
# name, which must not stand in a key.
TRACKED = tuple(table for table in DATA if table.name not in ("segments", "theme_words", "aliases"))
_PATH = "source_path"


def content_sha256(dataset: Dataset) -> str:
    """Hash of all rows of the data tables; the same rows give the same hash on any machine."""
    digest = hashlib.sha256(SCHEMA_VERSION.encode())
    for table in DATA:
        digest.update(table.name.encode())
        for piece in dataset.pieces(table):
            digest.update(piece.write_ndjson().encode("utf-8"))
    return digest.hexdigest()


def changes(now: Dataset, before: Dataset | None, told: Told | None = None) -> pl.DataFrame:
    """Rows of the table `changes` from the release `before` to `now`; none when there was no release before.

    Both are of one edition. Tables and columns that one of them does not have are not compared. What an erasure took away is told
    of whole documents only, so that no identifier of somebody who was erased is in it.
    """
    if before is None:
        return CHANGES.frame()
    reasons, ranges = Reasons(now, before, told or Told()), now.ranges()
    found = {
        table.name: [_table_changes(table, part, reasons) for part in (ranges if by_document(table) else [Range()])]
        for table in sorted(TRACKED, key=lambda table: table.name)
        if table.name in now.tables and table.name in before.tables
    }
    # Each piece is sorted, and the pieces are in order: sorting millions of rows once more would take as much memory again.
    return pl.concat([CHANGES.frame(), *(piece for pieces in _of_documents(found).values() for piece in pieces)])


def _of_documents(found: dict[str, list[pl.DataFrame]]) -> dict[str, list[pl.DataFrame]]:
    """`found`, where what other tables tell of whole documents stands among the changes of documents, and each document once."""
    told = [piece.filter(table_name="documents") for pieces in found.values() for piece in pieces]
    kept = {
        name: [piece.filter(table_name=name) for piece in pieces]
        for name, pieces in found.items()
        if name != "documents"
    }
    own = found.get("documents", [])
    documents = pl.concat([CHANGES.frame(), *own, *told]).unique("row_id", keep="first", maintain_order=True)
    return dict(sorted({**kept, "documents": [documents.sort("row_id")]}.items()))


def row_id(table: Table) -> pl.Expr:
    """What names a row of `table`: an identifier of its own, else its whole key, joined by `|`."""
    last = table.key[-1]
    if last.endswith("_id") and table.column(last).references is None:
        return pl.col(last)
    return pl.concat_str([pl.col(name).cast(pl.String).fill_null("") for name in table.key], separator="|")


def _table_changes(table: Table, part: Range, reasons: Reasons) -> pl.DataFrame:
    """Rows of `changes` for those of one table in one part."""
    there = [_columns(reasons.before, table), _columns(reasons.now, table)]
    shared = [name for name in table.names if all(name in columns for columns in there)]
    old = _hashed(table, _part(reasons.before, table, part), shared, reasons)
    new = _hashed(table, _part(reasons.now, table, part), shared, reasons)
    both = new.join(old, on="row_id", how="full", coalesce=True, suffix="_old")
    moved = both.filter(pl.col("hash").ne_missing(pl.col("hash_old")))
    known = moved.select(
        "row_id",
        document_id=pl.coalesce(DOCUMENT, f"{DOCUMENT}_old"),
        corrected=pl.any_horizontal("corrected", "corrected_old"),
        erased=pl.any_horizontal("erased", "erased_old"),
        change=pl.when(pl.col("hash_old").is_null())
        .then(pl.lit("added"))
        .when(pl.col("hash").is_null())
        .then(pl.lit("removed"))
        .otherwise(pl.lit("changed")),
    )
    why = _skipped(known, reasons) if table.name == "skipped" else _why(table, known, reasons)
    return _listed(table, why).sort("row_id")


def _columns(dataset: Dataset, table: Table) -> list[str]:
    return dataset.scan(table.name).collect_schema().names()


def _part(dataset: Dataset, table: Table, documents: Range) -> pl.DataFrame:
    if by_document(table):
        return dataset.part(documents, table.name)[table.name]
    return dataset.whole(table.name)


def _hashed(table: Table, frame: pl.DataFrame, columns: list[str], reasons: Reasons) -> pl.DataFrame:
    """Of each row what names it, its document, a hash of its content, and whether it names somebody corrected or erased.

    Places are left out, in the text and on the disk: they move with every new menu above it and with every renamed file.
    """
    content = [name for name in columns if name not in (*_PLACES, *table.key)]
    document = pl.col(DOCUMENT) if DOCUMENT in table.names else pl.lit(None, dtype=pl.String)
    frame = frame.with_columns(row_id=row_id(table))
    return frame.select(
        "row_id",
        document_id=document,
        hash=pl.struct(content).hash() if content else pl.lit(0, dtype=pl.UInt64),
        corrected=names_one_of(table, columns, reasons.corrected),
        erased=names_one_of(table, columns, () if by_document(table) else reasons.erased_actors),
    )


def _why(table: Table, known: pl.DataFrame, reasons: Reasons) -> pl.DataFrame:
    """`known` with the reason: of the document, of a correction, or the one that is left."""
    corrected = pl.col("corrected") | pl.lit(table.name == CORRECTIONS)
    return known.join(reasons.documents, on=DOCUMENT, how="left").with_columns(
        pl.when("erased")
        .then(pl.lit("erasure"))
        .when(pl.col("reason").is_not_null())
        .then("reason")
        .when(corrected)
        .then(pl.lit("correction"))
        .otherwise(pl.lit(reasons.otherwise))
        .alias("reason")
    )


def _skipped(known: pl.DataFrame, reasons: Reasons) -> pl.DataFrame:
    """`known` rows of `skipped` with the reason: a file that was read before, or is read now, is no new one."""
    read = [dataset.whole("documents", _PATH)[_PATH].implode() for dataset in (reasons.before, reasons.now)]
    erased = reasons.now.whole("skipped").filter(code="erased")[_PATH].implode()
    path = pl.col("row_id")
    same_file = pl.col("change").eq("changed") | path.is_in(read[0]) | path.is_in(read[1])
    return known.with_columns(
        reason=pl.when(path.is_in(erased))
        .then(pl.lit("erasure"))
        .when(same_file)
        .then(pl.lit("new_extractor" if reasons.new_rules else "changed_article"))
        .when(pl.col("change") == "added")
        .then(pl.lit("new_article"))
        .otherwise(pl.lit("removed_article"))
    )


def _listed(table: Table, why: pl.DataFrame) -> pl.DataFrame:
    """Rows of `changes`; for what an erasure took from a document, the document stands, and for the rest of it nothing."""
    taken = (pl.col("reason") == "erasure") & (pl.col("change") == "removed")
    own = why.filter(~taken | pl.lit(table.name == "documents")).with_columns(table_name=pl.lit(table.name))
    instead = why.filter(taken & pl.col(DOCUMENT).is_not_null()).select(
        table_name=pl.lit("documents"), row_id=DOCUMENT, change=pl.lit("changed"), reason="reason"
    )
    return pl.concat([own.select(CHANGES.names), instead.unique()])
