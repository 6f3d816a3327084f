"""An edition of a release as a folder: tables of the sample, with values that are hard to write down, and all their descriptions.

What belongs here: what the tests of the descriptions share and nothing that is tested.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
from plain import write_release

from pejlemaerker.publication import releases
from pejlemaerker.publication.csv_files import write_csv
from pejlemaerker.publication.dataset import Dataset
from pejlemaerker.publication.descriptions import write_descriptions, write_sums
from pejlemaerker.publication.policy.about import About, Agent, Words, read_about
from pejlemaerker.storage.files import to_arrow, write_parquet
from schemas import published

Tables = dict[str, pl.DataFrame]
PLAIN = read_about(Path("no such file"))
HARD = "=SUM(1,2) \"så\" \\ sagde\nhan; 'ja' | æøå 🚢"
STATED = About(
    title=Words('Færger og "ledelse" \\ i Sundby', 'Ferries & "leadership" <in> Sundby'),
    description=Words("Første linje.\nAnden linje.", "First line.\nSecond line."),
    publisher=Agent("Sundby Kommune", "https://sundby.example/", "data@sundby.example"),
    creators=(Agent("Ane Holm", person=True), Agent("Færgeselskabet", "https://faerge.example/?a=1&b=2")),
    contact=Agent("Åben data: Sundby", email="kontakt@sundby.example"),
    licence="CC0-1.0",
    keywords=("ledelse", 'færger: "nye"'),
    homepage="https://sundby.example/data",
    downloads="https://sundby.example/data/{version}/",
)


def tables_of(rows: Tables, edition: str) -> Tables:
    """All tables of an edition; hard text in them, and in the open one excerpts withheld."""
    rows = {**rows, "documents": rows["documents"].with_columns(title=pl.lit(HARD), publisher=pl.lit("-1"))}
    with TemporaryDirectory() as place:
        write_release(Path(place), Dataset.of(rows))
        whole = releases.filed(Path(place))
        found = {table.name: table.sort(whole.whole(table.name)) for table in published(edition)}
    found["releases"] = found["releases"].with_columns(edition=pl.lit(edition))
    if edition == "open":
        for table in published(edition):
            withheld = [pl.lit(None, pl.String).alias(column.name) for column in table.columns if column.excerpt]
            found[table.name] = found[table.name].with_columns(withheld)
    return found


def edition_in(
    folder: Path, rows: Tables, edition: str, about: About = PLAIN, *, csv: bool = True, database: bool = False
) -> Path:
    """Write an edition with its descriptions to `folder`."""
    for name, frame in tables_of(rows, edition).items():
        write_parquet(folder / "parquet" / f"{name}.parquet", to_arrow(frame), durable=False)
    if csv:
        write_csv(folder)
    if database:
        (folder / releases.DATABASE).write_bytes(b"no database, only its name")
    write_descriptions(folder, edition, about)
    write_sums(folder)
    return folder
