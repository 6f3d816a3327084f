"""The published tables, put together from what the stages filed for the sources that are there now.

What is told of all documents together (which repeat another, who is who) is told from a few narrow columns. The rows
themselves are first spread over parts of some thousand documents, then completed and sorted part by part.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl

from pejlemaerker.batches import failures, filed_rows
from pejlemaerker.corpus.article import Row
from pejlemaerker.extraction import actors
from pejlemaerker.storage.files import TEMPORARY, to_arrow, write_parquet, write_parquet_stream
from pejlemaerker.storage.memory import give_back
from pejlemaerker.storage.packs import SOURCE
from schemas import AUTHORS, CORRECTIONS, DOCUMENTS, FINGERPRINTS, SEGMENTS, SKIPPED, TABLES, THEMES, Table
from schemas import TEXTS as FILED_TEXTS

from .applied import applied_table, same_rows
from .correcting import Correcting
from .dataset import BY_DOCUMENT, TEXTS, Dataset, Range, ranges
from .duplicates import with_duplicates
from .erasing import told_nothing, unnamed, without_erased, without_persons
from .policy.corrections import NONE as NO_CORRECTIONS
from .policy.corrections import Corrections
from .policy.erasures import NONE as NO_ERASURES
from .policy.erasures import Erasures
from .spreading import PART, Spread
from .taxonomy import themes_table

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
_CLEAN = pl.DataFrame(schema={"document_id": pl.String(), "clean_text": pl.String()})
_UNREAD = pl.DataFrame(schema={"skip_code": pl.String(), "skip_reason": pl.String(), SOURCE: pl.String()})
_SPREAD = tuple(table for table in BY_DOCUMENT if table is not DOCUMENTS)


def files(folder: Path) -> dict[str, Path]:
    """Where `assemble` puts each table."""
    names = [table.name for table in BY_DOCUMENT] + [*actors.MADE, CORRECTIONS.name, SKIPPED.name, THEMES.name, TEXTS]
    return {name: folder / f"table_{name}.parquet" for name in names}


def assemble(
    store: Path,
    sources: pl.DataFrame,
    skipped: pl.DataFrame,
    folder: Path,
    corrections: Corrections = NO_CORRECTIONS,
    erasures: Erasures = NO_ERASURES,
) -> Dataset:
    """All tables of a release but those about the release itself, and the clean texts, written to `folder`.

    `sources` and `skipped` are the tables of that name as the articles folder gave them. Of what is on the list of `erasures`
    nothing gets in. StaleCorrectionError when the text under one of `corrections` has changed.
    """
    sources = sources.select(pl.col("source_id").alias(SOURCE), "source_path")
    raws = sources[SOURCE].to_list()
    broken = _broken(store, sources)
    documents, unread, repeated, erased = _documents(store, sources, broken, erasures)
    renamed = _renamed(documents)
    documents = _of(_original_renamed(documents, renamed), renamed, DOCUMENTS.names)
    present = frozenset(documents["document_id"])
    correcting, same = Correcting(corrections, present), actors.Said([item.said for item in corrections.same], present)
    (documents,) = correcting.rows(DOCUMENTS, [documents])
    parts = ranges(documents["document_id"])
    placed = renamed.with_columns(_numbers(renamed["_new"], parts).alias(PART))
    place = files(folder)
    with Spread(folder / f"{TEMPORARY}parts") as spread:
        for table in _SPREAD:
            pieces = (_of(rows, placed, [*table.names, PART]) for rows in filed_rows(store, table, raws))
            spread.add(table.name, table.frame(), correcting.rows(table, pieces), len(parts))
        correcting.check()
        texts = (_clean(rows, placed) for rows in filed_rows(store, FILED_TEXTS, raws))
        spread.add(TEXTS, _CLEAN, texts, len(parts))
        if erasures.people:
            documents = _without_persons(spread, documents, parts, erasures)
        resolved = _resolved(spread, documents, len(parts), same)
        corrected = unnamed(applied_table([*correcting.applied, *same_rows(corrections, same)]), erasures)
        for table in _SPREAD:
            _write(place[table.name], table.frame(), _completed(spread, table, resolved.get(table.name), len(parts)))
        _write(place[TEXTS], _CLEAN, (spread.read(TEXTS, i).sort("document_id") for i in range(len(parts))))
    left_out = pl.concat([skipped, unread, broken.select(SKIPPED.names), repeated])
    left_out = told_nothing(left_out, erased, erasures)
    for name, frame in {
        DOCUMENTS.name: documents,
        SKIPPED.name: left_out,
        THEMES.name: themes_table(),
        CORRECTIONS.name: corrected,
        **{made: resolved[made] for made in actors.MADE},
    }.items():
        write_parquet(place[name], to_arrow(TABLES[name].sort(frame)), durable=False)
    return Dataset.filed(place)


def _write(path: Path, empty: pl.DataFrame, pieces: Iterator[pl.DataFrame]) -> None:
    write_parquet_stream(path, to_arrow(empty).schema, map(to_arrow, pieces), rows=None, durable=False)


def _documents(
    store: Path, sources: pl.DataFrame, broken: pl.DataFrame, erasures: Erasures
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """The documents to publish; and rows of `skipped` for the sources without text, for those that repeat one to the letter, and for
    those that are erased.
    """
    raws = sources[SOURCE].to_list()
    read = _all(store, DOCUMENTS, raws)
    documents = _with_paths(read, sources).join(broken.select(SOURCE), on=SOURCE, how="anti")
    documents, erased = without_erased(documents, _all(store, AUTHORS, raws if erasures.people else ()), erasures)
    documents, repeated = _without_repeats(documents)
    documents = with_duplicates(
        documents, _all(store, FINGERPRINTS, raws), filed_rows(store, SEGMENTS, raws, ("ordinal", "kind", "text"))
    )
    why = pl.concat([_UNREAD, *filed_rows(store, FILED_TEXTS, raws, _UNREAD.columns[:2])]).drop_nulls("skip_code")
    unread = _unread(why.join(broken.select(SOURCE), on=SOURCE, how="anti"), sources)
    return documents, unread, repeated, erased


def _without_persons(
    spread: Spread, documents: pl.DataFrame, parts: Sequence[Range], erasures: Erasures
) -> pl.DataFrame:
    """`documents` without erased persons, whose rows and names also leave the parts that are spread."""
    found = []
    for number, part in enumerate(parts):
        own = part.of(documents.lazy()).collect()
        tables = {name: spread.read(name, number) for name in (*(table.name for table in _SPREAD), TEXTS)}
        left = without_persons({**tables, DOCUMENTS.name: own}, erasures)
        found.append(left[DOCUMENTS.name])
        for name, frame in tables.items():
            if left[name] is not frame:
                spread.replace(name, number, left[name])
    return pl.concat(found)


def _all(store: Path, table: Table, raws: Sequence[str]) -> pl.DataFrame:
    """The rows of `table` of all sources."""
    return pl.concat([table.frame().with_columns(pl.lit("").alias(SOURCE)), *filed_rows(store, table, raws)])


def _numbers(documents: pl.Series, parts: Sequence[Range]) -> pl.Series:
    """The number of the part that each document falls into."""
    lows = pl.Series([part.low for part in parts[1:]], dtype=pl.String())
    return lows.search_sorted(documents, side="right").cast(pl.Int64())


def _clean(texts: pl.DataFrame, placed: pl.DataFrame) -> pl.DataFrame:
    return texts.join(placed, on=SOURCE).select("clean_text", PART, document_id="_new")


def _resolved(spread: Spread, documents: pl.DataFrame, parts: int, same: actors.Said) -> dict[str, pl.DataFrame]:
    """The columns that say who is who, of all rows in the order in which they are spread; and the tables of actors."""
    give_back()
    number = pl.Enum(documents["document_id"].sort())  # millions of rows repeat their document's identifier
    short = dict.fromkeys(("document_id", "duplicate_of"), number) | dict.fromkeys(("kind", "rule"), pl.Categorical())

    def narrowed(rows: pl.DataFrame) -> pl.DataFrame:
        return rows.cast({name: dtype for name, dtype in short.items() if name in rows.columns})

    narrow = {
        name: pl.concat([narrowed(spread.read(name, part, columns)) for part in range(parts)], rechunk=True)
        for name, columns in actors.READ.items()
        if name != DOCUMENTS.name
    }
    narrow[DOCUMENTS.name] = narrowed(documents.select(actors.READ[DOCUMENTS.name]))
    explanations: actors.Explained = {}
    for part in range(parts):
        mentions = spread.read("mentions", part, ("document_id", "segment_id", "kind", "surface", "char_end"))
        explanations |= actors.explained(mentions, spread.read("segments", part, ("segment_id", "char_start", "text")))
    found = actors.resolve(narrow, explanations, same)
    return {
        name: rows.drop([column for column in short if column in rows.columns])
        for name, rows in found.items()
        if name in narrow
    } | {name: found[name] for name in actors.MADE}


def _completed(spread: Spread, table: Table, resolved: pl.DataFrame | None, parts: int) -> Iterator[pl.DataFrame]:
    """The rows of `table`, part by part, with what was `resolved` of them."""
    done = 0
    for part in range(parts):
        rows = spread.read(table.name, part)
        if resolved is not None:
            rows, done = rows.with_columns(resolved.slice(done, rows.height).get_columns()), done + rows.height
        yield table.sort(rows)


def _with_paths(documents: pl.DataFrame, sources: pl.DataFrame) -> pl.DataFrame:
    return documents.drop("source_path").join(sources, on=SOURCE).sort("source_path")


def _unread(texts: pl.DataFrame, sources: pl.DataFrame) -> pl.DataFrame:
    """Rows of `skipped` for the sources that hold no text."""
    return texts.join(sources, on=SOURCE).select("source_path", code="skip_code", reason="skip_reason")


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
