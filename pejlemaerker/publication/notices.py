"""What a person who runs this wants to know of, and what stops no release: files no longer read, shares that fell, figures not measured.

Jumps so large that a release waits until somebody accepts them belong to `jumps`.
"""

import polars as pl

from .dataset import Dataset
from .jumps import LEFT_OUT
from .quality import RELEASE

_UNREAD = 0.1  # of all files; more than that is told also where there is no release before
_FEW = 3
_NAMED = 5


def unread_files(now: Dataset, before: Dataset | None) -> list[str]:
    """Files that the release `before` read and that are skipped `now`; and whether more than a tenth of all files are skipped."""
    skipped = now.whole("skipped").filter(~pl.col("code").is_in(LEFT_OUT))
    documents = now.scan("documents").select(pl.len()).collect().item()
    found, files = [], documents + skipped.height
    if before is not None:
        lost = skipped.join(before.whole("documents", "source_path"), on="source_path", how="semi")
        found += [f"Read last time and not now: {path}: {why}" for path, why in _named(lost)]
        found += [f"and {lost.height - _NAMED:,} more"] if lost.height > _NAMED else []
    if skipped.height >= _FEW and skipped.height > _UNREAD * files:
        reasons = skipped["code"].value_counts(sort=True).sort("count", "code", descending=[True, False])
        counted = ", ".join(f"{count:,} {code}" for code, count in reasons.iter_rows())
        found.append(f"{skipped.height:,} of {files:,} files could not be read: {counted}.")
    return found


def fallen_shares(now: pl.DataFrame, before: pl.DataFrame | None) -> list[str]:
    """Shares of rows that fell from the table `quality` of one release to the next by more than chance: their 95 % intervals lie apart."""
    if before is None:
        return []
    own = [frame.filter(pl.col("value").is_not_null(), measured_on=RELEASE) for frame in (now, before)]
    both = (
        own[0]
        .join(own[1], on="measure", suffix="_before")
        .filter(pl.col("high") < pl.col("low_before"))
        .sort("measure")
    )
    return [
        f"{row['measure']}: {row['value_before']:.0%} of {row['n_before']:,} rows became {row['value']:.0%} of {row['n']:,}."
        for row in both.iter_rows(named=True)
    ]


def unmeasured(quality: pl.DataFrame) -> list[str]:
    """Whether the release has no figure on annotated documents, since those that were noted are of other rules."""
    figures = quality.filter(pl.col("measured_on") != RELEASE)
    if figures.height and figures["value"].is_not_null().any():
        return []
    return ["How well these rules read annotated documents was not measured: the table quality has no figure of it."]


def _named(lost: pl.DataFrame) -> list[tuple[str, str]]:
    return list(lost.sort("source_path").head(_NAMED).select("source_path", "reason").iter_rows())
