"""What the page shows of reading: files that were found and skipped, and how far each stage has come."""

from dataclasses import dataclass
from pathlib import Path

import dagster as dg
import polars as pl

from pejlemaerker.batches import Done
from pejlemaerker.stages import STAGES, keys, packs

from .counting import filed
from .tables import Shown, framed, listed


@dataclass
class Progress:
    """How far a stage has come: of all `documents`, it has to read `whole` now."""

    documents: int
    whole: int
    read: int = 0
    failed: int = 0
    seconds: float = 0.0

    def add(self, done: Done, stage: str) -> None:
        """Take in a batch."""
        self.read += done.documents
        self.failed += done.failed[stage]
        self.seconds += done.seconds[stage]

    def told(self, stage: str) -> Shown:
        """Counts, and where anything was read how long that took on one core, and how many documents a second that is."""
        reused = self.documents - self.whole
        counts: Shown = {"documents": self.documents, "read_now": self.whole, "reused": reused, "failed": self.failed}
        if self.whole:
            rate = round(self.whole / max(self.seconds, 1e-6), 1)
            counts |= {"core_seconds": round(self.seconds, 2), "documents_per_core_second": rate}
        return {**counts, "code_version": STAGES[stage].version}


def sources_shown(sources: pl.DataFrame, skipped: pl.DataFrame, new: int, articles: str) -> Shown:
    """Files found, read and new; and those skipped, by reason and one by one."""
    reasons = skipped.group_by("code").agg(files=pl.len(), example=pl.col("source_path").min()).sort("code")
    return {
        "dagster/row_count": sources.height,
        "files": sources.height + skipped.height,
        "new": new,
        "skipped": skipped.height,
        "skipped_by_reason": framed(reasons),
        "skipped_files": framed(skipped.select("source_path", "code", "reason")),
        "articles": dg.MetadataValue.path(articles),
    }


def stage_shown(store: Path, stage: str, raws: list[str], sources: pl.DataFrame) -> Shown:
    """Rows filed, of each kind; documents the stage failed at, with the reason; and the folder of its packs."""
    counts = filed(store, stage, raws)
    tables = STAGES[stage].tables
    whole: Shown = {"dagster/row_count": counts[f"rows_{tables[0].name}"]} if len(tables) == 1 else {}
    folder = dg.MetadataValue.path((store / stage).resolve())
    return {**whole, **counts, "failures": _failures(store, stage, raws, sources), "folder": folder}


def _failures(store: Path, stage: str, raws: list[str], sources: pl.DataFrame) -> dg.TableMetadataValue:
    key_of = keys(store, stage, raws)
    reasons = packs(store, stage).failures(key_of.values())
    path_of = dict(sources.select("source_id", "source_path").iter_rows())
    failed = sorted((path_of[raw], reasons[key]) for raw, key in key_of.items() if key in reasons)
    return listed([{"file": path, "reason": reason} for path, reason in failed], ("file", "reason"))
