"""What the page shows of the dataset and of its release: rows, kinds, what changed, quality, releases on disk."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import dagster as dg
import polars as pl

from pejlemaerker.publication.dataset import Dataset
from pejlemaerker.publication.quality import RELEASE
from pejlemaerker.publication.releases import DATABASE, Release, release_in
from schemas import PUBLISHED

from .counting import by_kind, kinded
from .files import files_shown
from .pictures import bars, intervals, lines
from .tables import Shown, framed, preview

_HEADLINE = ".f1"  # of the figures on annotated documents, those that say most in one number


def dataset_shown(dataset: Dataset) -> Shown:
    """Rows of each table and of each kind, as numbers and as a picture; and the first rows of tables with kinds."""
    kinds = by_kind(dataset)
    shown: Shown = {f"rows_{name}": rows for name, rows in dataset.counts().items()}
    if kinds.height:
        shown["rows_by_kind"] = bars(kinds, "kind", "rows", "table", "Rows of each kind, by table")
    for table in PUBLISHED:
        if kinded(table) and table.name in dataset.tables:
            shown[f"preview_{table.name}"] = preview(dataset.head(table.name))
    return shown


def skipped_shown(skipped: pl.DataFrame) -> Shown:
    """What is not in the dataset, and why: also documents that a stage failed at, that repeat others, or that were erased."""
    reasons = skipped.group_by("code").agg(files=pl.len(), example=pl.col("reason").min()).sort("code")
    return {"skipped": skipped.height, "skipped_by_reason": framed(reasons)}


def changes_shown(released: Dataset) -> Shown:
    """What changed since the release before: how many rows by table, change and reason, and an example of each."""
    groups = ["table_name", "change", "reason"]
    told = {"rows": pl.len().cast(pl.Int64), "example": pl.col("row_id").min()}
    counted = released.scan("changes").group_by(groups).agg(**told).sort(groups).collect(engine="streaming")
    return {"rows_changed": int(counted["rows"].sum()), "changes": framed(counted, most=60)}


def quality_shown(quality: pl.DataFrame) -> Shown:
    """Shares of this release's rows, as numbers; and what was measured on annotated documents, with intervals."""
    known = quality.filter(pl.col("value").is_not_null())
    own = known.filter(measured_on=RELEASE)
    shown: Shown = {f"share_{measure}": value for measure, value in own.select("measure", "value").iter_rows()}
    if own.height:
        shown["shares"] = intervals(
            own, "measure", "measured_on", "Shares of the rows of this release, with 95 % intervals"
        )
    gold = known.filter(pl.col("measured_on") != RELEASE, pl.col("measure").str.ends_with(_HEADLINE))
    if gold.height:
        said = "How well the rules read annotated documents (F1), with 95 % intervals"
        shown["quality"] = intervals(gold, "measure", "measured_on", said)
    columns = ["measured_on", "measure", "value", "low", "high", "n"]
    return shown | {"quality_figures": framed(known.select(columns), most=60)}


def releases_shown(released: Release, outputs: Path) -> Shown:
    """Rows of the releases that are still on disk, oldest first, and the room that is taken and left."""
    history = list(reversed(list(_line(released))))
    versions = [item.version for item in history]
    rows = [
        {"release": item.version, "table": t.name, "rows": item.rows(t.name)}
        for item in history
        for t in PUBLISHED
        if kinded(t)
    ]
    picture = lines(
        pl.DataFrame(rows), "release", "rows", "table", versions, "Rows of each table over the releases on disk"
    )
    return {
        "rows_over_releases": picture,
        "releases_on_disk": len(versions),
        "bytes_of_release": files_shown(released.folder)["bytes"],
        "bytes_free": shutil.disk_usage(outputs).free,
    }


def release_shown(released: Release, outputs: Path) -> Shown:
    """All that is to be told of a release."""
    about = released.table("releases").row(0, named=True)
    return {
        "version": released.version,
        "previous_version": about["previous_version"] or "none: this is the first",
        "schema_version": about["schema_version"],
        "dagster/row_count": sum(released.rows(table.name) for table in PUBLISHED),
        "folder": dg.MetadataValue.path(released.folder),
        "database": dg.MetadataValue.path(released.folder / DATABASE),
        **changes_shown(released.dataset()),
        **quality_shown(released.table("quality")),
        **releases_shown(released, outputs),
    }


def _line(released: Release) -> Iterable[Release]:
    """The release and those before it, as long as they are on disk."""
    seen: set[str] = set()
    item: Release | None = released
    while item and item.version not in seen:
        yield item
        seen.add(item.version)
        previous = item.table("releases")["previous_version"][0]
        item = release_in(released.folder.parent / previous) if previous else None
