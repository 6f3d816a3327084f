"""What has to hold between tables before a release: keys point to rows, spans give the words they claim, nothing private is in it.

Each check returns messages, empty when all is well; one message for each kind of fault, with an example.
"""

from collections.abc import Mapping

import polars as pl

from schemas import PUBLISHED, Table, published
from schemas.validation import InvalidTableError, validate

from .dataset import TEXTS, Dataset, by_document
from .privacy import private_faults

Tables = Mapping[str, pl.DataFrame]
CHECKS = {
    "schema": "Each table keeps its schema.",
    "keys": "Each key points to a row.",
    "spans": "Each row stands in the text where it says.",
    "privacy": "No contact details are in any table.",
}
_MOST = 20  # messages of one check
# By table the columns that tell whether an actor is one: small enough to be looked at for all documents at once.
ACTORS = {
    "people": ("person_id",),
    "organisations": ("organisation_id",),
    "mentions": ("actor_id",),
    "aliases": ("actor_id",),
    "positions": ("person_id", "organisation_id"),
    "affiliations": ("person_id", "organisation_id", "party_id"),
    "authors": ("person_id", "organisation_id"),
}


def faults(dataset: Dataset, edition: str = "full") -> dict[str, list[str]]:
    """Messages of each of the `CHECKS` over all tables of an edition, part by part.

    `dataset` also holds `clean_texts` (document_id, clean_text).
    """
    found: dict[str, list[str]] = {check: [] for check in CHECKS}
    beside = {table.name: dataset.whole(table.name) for table in PUBLISHED if not by_document(table)}
    beside["documents"] = dataset.whole("documents", "document_id")
    own = {name: frame for name, frame in beside.items() if name != "documents"}
    found["schema"] += schema_faults(own, edition)
    found["privacy"] += private_faults(own)
    for documents in dataset.ranges():
        part = dataset.part(documents)
        broken = schema_faults(part, edition)
        found["schema"] += broken
        texts = dataset.part(documents, TEXTS)[TEXTS]
        found["privacy"] += private_faults(part, texts)
        if not broken:
            found["keys"] += key_faults(part, beside)
            found["spans"] += span_faults(part, texts)
    if not found["schema"]:
        found["keys"] += key_faults(own, beside)
        found["keys"] += actor_faults({name: dataset.whole(name, *columns) for name, columns in ACTORS.items()})
    return {check: messages[:_MOST] for check, messages in found.items()}


def schema_faults(tables: Tables, edition: str = "full") -> list[str]:
    """Tables that break their schema, as it is in an edition."""
    found = []
    for table in published(edition):
        if table.name in tables:
            try:
                validate(table, tables[table.name])
            except InvalidTableError as error:
                found.append(str(error))
    return found


def key_faults(tables: Tables, beside: Tables | None = None) -> list[str]:
    """Columns that point to a row that is not there, neither in `tables` nor in those `beside` them.

    What points to no such table is let be.
    """
    there, found = {**tables, **(beside or {})}, []
    for table in PUBLISHED:
        for column in table.columns:
            target, _, name = (column.references or "").partition(".")
            if target in there and table.name in tables:
                dangling = (
                    tables[table.name]
                    .filter(pl.col(column.name).is_not_null())
                    .join(there[target], left_on=column.name, right_on=name, how="anti")
                )
                if dangling.height:
                    value = dangling[column.name][0]
                    found.append(
                        f"{table.name}.{column.name}: {dangling.height} values are not in {column.references}, for example {value!r}"
                    )
    return found


def actor_faults(tables: Tables) -> list[str]:
    """Columns that point to neither a person nor an organisation, and positions that no affiliation and no byline gives."""
    people = tables["people"].select(actor_id="person_id")
    actors = pl.concat([people, tables["organisations"].select(actor_id="organisation_id")])
    found = []
    for name in ("mentions", "aliases"):
        lost = tables[name].filter(pl.col("actor_id").is_not_null()).join(actors, on="actor_id", how="anti")
        if lost.height:
            value = lost["actor_id"][0]
            found.append(
                f"{name}.actor_id: {lost.height} values are no person and no organisation, for example {value!r}"
            )
    held = ["person_id", "organisation_id"]
    said = [tables["affiliations"].select(held), tables["authors"].select(held)]
    party = tables["affiliations"].select("person_id", organisation_id="party_id")
    lost = tables["positions"].join(pl.concat([*said, party]), on=held, how="anti", nulls_equal=True)
    if lost.height:
        found.append(f"positions: {lost.height} rows are said nowhere, for example {lost['person_id'][0]!r}")
    return found


def span_faults(tables: Tables, texts: pl.DataFrame) -> list[str]:
    """Rows whose `text` is not what the clean text of their document holds at their span, or that stand outside content.

    `texts` holds `document_id` and `clean_text`.
    """
    found = []
    for table in PUBLISHED:
        if table.has_span and table.name in tables:
            found += _wrong_words(table, tables[table.name], texts)
            if table.name != "segments":
                found += _outside_content(table, tables)
    return found


def _wrong_words(table: Table, frame: pl.DataFrame, texts: pl.DataFrame) -> list[str]:
    start, end = pl.col("char_start"), pl.col("char_end")
    there = pl.col("clean_text").str.slice(start, end - start)
    wrong = (
        frame.join(texts, on="document_id", how="left")
        .filter(pl.col("text").is_not_null())
        .filter((there != pl.col("text")) | pl.col("clean_text").is_null() | (start >= end))
    )
    if not wrong.height:
        return []
    row = wrong.row(0, named=True)
    place = f"{row['document_id']} [{row['char_start']}:{row['char_end']}]"
    return [
        f"{table.name}: {wrong.height} rows do not stand at their span, for example {row['text'][:60]!r} at {place}"
    ]


def _outside_content(table: Table, tables: Tables) -> list[str]:
    segments = tables["segments"].select(
        "document_id", "segment_id", "is_content", seg_start="char_start", seg_end="char_end"
    )
    wrong = (
        tables[table.name]
        .join(segments, on=["document_id", "segment_id"], how="left")
        .filter(
            ~pl.col("is_content").fill_null(value=False)
            | (pl.col("char_start") < pl.col("seg_start"))
            | (pl.col("char_end") > pl.col("seg_end"))
        )
    )
    if not wrong.height:
        return []
    words = wrong["text"].drop_nulls().head(1).to_list() or [wrong["document_id"][0]]
    return [f"{table.name}: {wrong.height} rows stand outside a segment of content, for example {words[0][:60]!r}"]
