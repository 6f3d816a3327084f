"""A good release, in both editions and with a release before it, from the sample of this folder.

What belongs here: what verification is tried on, and nothing that is tested. The edition for publication is made by hand: one document
is licensed, in another a person is private, so that rows are left out, words withheld and letters masked.
"""

import os
from pathlib import Path

import polars as pl

from pejlemaerker.publication import releases
from pejlemaerker.publication.comparison import changes, content_sha256
from pejlemaerker.publication.csv_files import write_csv
from pejlemaerker.publication.database import write_database
from pejlemaerker.publication.dataset import Dataset
from pejlemaerker.publication.descriptions import write_descriptions, write_sums
from pejlemaerker.publication.policy.about import About, Agent, read_about
from pejlemaerker.publication.quality import quality
from pejlemaerker.publication.writing import described
from pejlemaerker.storage.files import to_arrow, write_parquet_stream
from schemas import RELEASES, SCHEMA_VERSION, TABLES, published

Tables = dict[str, pl.DataFrame]
PLAIN = read_about(Path("no such file"))
MAIL = "data@sundby.example.dk"
ABOUT = About(
    PLAIN.title, PLAIN.description, Agent("Sundby Kommune", email=MAIL), PLAIN.creators, PLAIN.contact, "CC-BY-4.0", ()
)
SAID = "0" * 64
_WORDS, _MASKED = "Vi sejler", "Vi ██jler"


def full_tables(rows: Tables, *, older: bool = False) -> Tables:
    """The tables of the full edition: the sample's, with names that a spreadsheet would take for a formula.

    In the `older` release a recommendation stands that is not in the newer one, and a figure is another.
    """
    documents = rows["documents"].with_columns(publisher=pl.lit("=Havnen"), url=pl.lit("https://sundby.example.dk/a"))
    changed = {
        "documents": documents,
        "kpis": rows["kpis"].with_columns(quote_id=pl.lit(None, pl.String), unit=pl.lit("hours" if older else "count")),
        "recommendations": rows["recommendations"] if older else rows["recommendations"].tail(-1),
    }
    return with_shares({**rows, **changed}, rows["segments"])


def open_tables(full: Tables, private: str, licensed: str) -> Tables:
    """What may be published of them: nothing of the person `private`, and the whole words only of the document of `licensed`."""
    person = full["people"].filter(pl.col("name") == private)["person_id"][0]
    document = document_of(full, private)
    theirs, other = pl.col("document_id") == document, pl.col("document_id") != document_of(full, licensed)
    hidden = pl.when(other).then(None).otherwise(pl.col("text")).alias("text")
    masked = pl.when(theirs).then(pl.col("text").str.replace(_WORDS, _MASKED)).otherwise(pl.col("text")).alias("text")
    found = {**full, "segments": full["segments"].with_columns(hidden)}
    for name in ("people", "affiliations", "positions", "authors"):
        found[name] = full[name].filter(pl.col("person_id") != person)
    for name in ("mentions", "aliases"):
        found[name] = full[name].filter(pl.col("actor_id") != person)
    unknown = pl.when(theirs).then(None).otherwise(pl.col("speaker_id")).alias("speaker_id")
    found["quotes"] = full["quotes"].with_columns(masked, unknown)
    found["recommendations"] = full["recommendations"].with_columns(masked)
    withheld = pl.when(theirs).then(None).otherwise(pl.col("sentence")).alias("sentence")
    found["kpis"] = full["kpis"].with_columns(withheld)
    return with_shares(found, full["segments"])


def document_of(tables: Tables, name: str) -> str:
    """The document of the person called `name`."""
    return str(tables["mentions"].filter(pl.col("surface") == name)["document_id"][0])


def with_shares(tables: Tables, segments: pl.DataFrame) -> Tables:
    """`tables` with the true `excerpt_share`, told character by character; `segments` are those with words."""
    shown: dict[str, set[int]] = {name: set() for name in tables["documents"]["document_id"]}
    words = {row["segment_id"]: row for row in segments.iter_rows(named=True)}
    titles = {row["document_id"]: row for row in words.values() if row["kind"] == "title"}
    for name, rows in tables.items():
        for row in rows.iter_rows(named=True) if TABLES[name].has_span else ():
            if row["text"] is not None:
                shown[row["document_id"]] |= set(range(row["char_start"], row["char_end"]))
    for row in tables["kpis"].drop_nulls("sentence").iter_rows(named=True):
        shown[row["document_id"]] |= _place(words[row["segment_id"]], row["sentence"])
    for row in tables["documents"].iter_rows(named=True):
        shown[row["document_id"]] |= _place(titles[row["document_id"]], row["title"])
    shares = [len(shown[key]) / n for key, n in tables["documents"].select("document_id", "n_chars").iter_rows()]
    return {**tables, "documents": tables["documents"].with_columns(excerpt_share=pl.Series(shares))}


def _place(segment: dict[str, object], words: str) -> set[int]:
    start = int(str(segment["char_start"])) + str(segment["text"]).index(words)
    return set(range(start, start + len(words)))


def write_release(outputs: Path, full: Tables, opened: Tables, previous: Path | None) -> Path:
    """A release of two editions below `outputs`, which follows the one in the folder `previous`."""
    contents = {"full": content_sha256(Dataset.of(full)), "open": content_sha256(Dataset.of(opened))}
    version = releases.version_of(contents, SAID, previous.name if previous else None)
    folder = outputs / "releases" / version
    for edition, tables, place in (("open", opened, folder / "open"), ("full", full, folder)):
        before = previous and (previous / place.relative_to(folder))
        write_edition(place, about_itself(tables, edition, version, before), edition)
    return folder


def about_itself(tables: Tables, edition: str, version: str, before: Path | None) -> Tables:
    """`tables` with those about the release itself."""
    dataset = Dataset.of(tables)
    past = before and Dataset.filed({name: before / "parquet" / f"{name}.parquet" for name in TABLES})
    previous = before and (before.parent if before.name == "open" else before).name
    row = RELEASES.row(
        version=version,
        previous_version=previous,
        content_sha256=content_sha256(dataset),
        about_sha256=SAID,
        edition=edition,
        schema_version=SCHEMA_VERSION,
        code_version="1.0.0",
        reading_version="0" * 16,
    )
    return {**tables, "releases": RELEASES.frame([row]), "quality": quality(dataset), "changes": changes(dataset, past)}


def write_edition(folder: Path, tables: Tables, edition: str) -> None:
    """All files of an edition, those of the edition inside it being there."""
    for table in published(edition):
        rows = to_arrow(table.sort(tables[table.name]))
        write_parquet_stream(folder / "parquet" / f"{table.name}.parquet", described(table), [rows], durable=False)
    write_csv(folder)
    dataset = Dataset.filed({table.name: folder / "parquet" / f"{table.name}.parquet" for table in published(edition)})
    write_database(folder / releases.DATABASE, dataset, edition)
    write_descriptions(folder, edition, ABOUT)
    write_sums(folder)


def linked(folder: Path, beside: Path) -> Path:
    """A copy of a release that shares its files; who changes one has to put another in its place."""
    for place, _, names in os.walk(folder):
        target = beside / Path(place).relative_to(folder)
        target.mkdir(parents=True)
        for name in names:
            os.link(Path(place) / name, target / name)
    return beside
