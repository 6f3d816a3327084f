"""All that is looked at in an edition of which the files are known, as a list: each can be looked at beside the others.

What each of them looks for stands in the file of its name.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from schemas import EDITIONS

from ..releases import DATABASE
from . import between, copies, counts, databases, described, history, prose, rights, spans
from .editions import Edition
from .fault import Fault, guarded
from .files import Hash
from .rows import private_faults, row_faults
from .site import site_faults

Look = tuple[str, str, Callable[[], Iterable[Fault]]]


def looks(edition: Edition, editions: list[Edition], hashed: Hash) -> Iterator[Look]:
    """What is to be looked at in an edition; each can be done beside the others."""
    full = next((item for item in editions if item.name == EDITIONS[0]), edition)
    place = edition.place
    if DATABASE not in edition.damaged and (edition.folder / DATABASE).is_file():
        yield "database", place(DATABASE), partial(databases.database_faults, edition)
    yield "spans", place("parquet"), partial(_part_faults, edition, full)
    for table in edition.tables:
        yield "schema", place(f"parquet/{table.name}.parquet"), partial(row_faults, edition, table)
        name = f"csv/{table.name}.csv"
        if name not in edition.damaged and (edition.folder / name).is_file():
            yield "csv", place(name), partial(copies.csv_faults, edition, table)
    yield "counts", place("parquet/releases.parquet"), partial(counts.releases_faults, edition)
    yield "counts", place("parquet/releases.parquet"), partial(counts.content_faults, edition)
    yield "counts", place("parquet/quality.parquet"), partial(counts.quality_faults, edition)
    yield "history", place("parquet/releases.parquet"), partial(history.version_faults, edition, editions)
    yield "history", place("parquet/changes.parquet"), partial(history.change_faults, edition)
    if full is not edition:
        yield "history", place("parquet/releases.parquet"), partial(history.edition_faults, edition, full)
    yield "site", place("site"), partial(site_faults, edition)
    yield from _described(edition, hashed)


def _described(edition: Edition, hashed: Hash) -> Iterator[Look]:
    for name, look in {
        "datapackage.json": partial(described.datapackage_faults, edition, hashed),
        "croissant.json": partial(described.croissant_faults, edition, hashed),
        "dcat.ttl": partial(described.dcat_faults, edition, hashed),
        "schema.json": partial(described.schema_faults, edition),
    }.items():
        if name not in edition.damaged and (edition.folder / name).is_file():
            yield "descriptions", edition.place(name), look
    yield "descriptions", edition.place("CITATION.cff"), partial(prose.citation_faults, edition)
    yield "privacy", edition.place("datapackage.json"), partial(prose.contact_faults, edition)


def _part_faults(edition: Edition, full: Edition) -> Iterator[Fault]:
    """Keys, places and shares, a part of the documents at a time."""
    if "documents" not in edition.sound:
        return
    others = between.beside(edition)
    for documents in edition.dataset.ranges():
        part = edition.dataset.part(documents)
        whole = part if full is edition else full.dataset.part(documents)
        yield from guarded("keys", edition.place("parquet"), partial(between.part_faults, edition, part, others))
        yield from guarded("spans", edition.place("parquet"), partial(spans.span_faults, edition, part))
        yield from guarded("rights", edition.place("parquet"), partial(rights.share_faults, edition, part))
        words = whole.get("segments")
        yield from guarded("privacy", edition.place("parquet"), partial(private_faults, edition, part, words))
        if full is not edition:
            yield from guarded("rights", edition.place("parquet"), partial(rights.edition_faults, edition, part, whole))
    yield from between.whole_faults(edition, others)
