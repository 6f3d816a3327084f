"""Jumps that nobody explained: too many rows, documents or values that came or went at once stop a release.

A new, changed, corrected or erased article explains what changes in it, so rows are counted only in the documents that both
releases have in the same words. The limits stand here and are explained in `docs/versions.md`.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import polars as pl

from .dataset import BY_DOCUMENT, DOCUMENT, Dataset
from .reasons import Reasons, Told
from .shares import FILLED, counted

ALL = "all"
NAMES = ("documents", "skipped", *(table.name for table in BY_DOCUMENT if table.name != "documents"))
ACCEPTABLE = (ALL, *NAMES, *(item.measure for item in FILLED))
LEFT_OUT = ("same_bytes", "same_text", "erased")  # such files were left out on purpose


@dataclass(frozen=True)
class Limit:
    """A jump is at least `least` and at least this `share` of the whole. Of a few, a large share is soon reached by chance."""

    least: int
    share: float

    def passed(self, moved: float, whole: float) -> bool:
        """Whether `moved` of `whole` is a jump."""
        return moved >= self.least and moved >= self.share * whole


GONE = (Limit(30, 0.2), Limit(10, 0.8))  # documents
UNREAD = (Limit(30, 0.1), Limit(10, 0.5))  # files
ROWS = (Limit(100, 0.2), Limit(50, 0.8))
VALUES = (Limit(100, 0.1),)


def jumps(now: Dataset, before: Dataset | None, accepted: Collection[str], told: Told | None = None) -> list[str]:
    """What jumped from the release `before` to `now` and is not among the `accepted` (names of `ACCEPTABLE`).

    Each message says what jumped, the likeliest reason, and how to accept it. None for a first release. ValueError for a name that
    cannot be accepted.
    """
    if unknown := sorted(set(accepted) - set(ACCEPTABLE)):
        raise ValueError(f"There is no {', '.join(unknown)} to accept. Name one of: {', '.join(ACCEPTABLE)}.")
    if before is None or ALL in accepted:
        return []
    reasons = Reasons(now, before, told or Told())
    found = [*_documents(reasons), *_skipped(now, before), *_rows(reasons)]
    return [
        f"{name}: {message} If that is as it should be: pejl build --accept {name}"
        for name, message in found
        if name not in accepted
    ]


def _jumped(limits: tuple[Limit, ...], moved: float, whole: float) -> bool:
    return any(limit.passed(moved, whole) for limit in limits)


def _documents(reasons: Reasons) -> Iterator[tuple[str, str]]:
    words = (DOCUMENT, "text_sha256")
    now, before = reasons.now.whole("documents", *words), reasons.before.whole("documents", *words)
    gone = before.join(now, on=DOCUMENT, how="anti").filter(~pl.col(DOCUMENT).is_in(list(reasons.hidden)))
    if not _jumped(GONE, gone.height, before.height):
        return
    renamed = gone.join(now, on="text_sha256", how="semi").height
    message = f"{gone.height:,} of the {before.height:,} documents of the last release are gone."
    if renamed:
        message += f" {renamed:,} of them are there under another identifier: their address, publisher, title or date is read otherwise."
    else:
        message += " Is the whole folder there, and every place that sources.toml names?"
    yield "documents", message


def _skipped(now: Dataset, before: Dataset) -> Iterator[tuple[str, str]]:
    """More files that could not be read than there would be at the share of the release before."""
    (unread, files), (unread_before, files_before) = _files(now), _files(before)
    more = unread - files * (unread_before / files_before if files_before else 0.0)
    if _jumped(UNREAD, more, files):
        yield (
            "skipped",
            f"{unread:,} of {files:,} files could not be read; in the last release that was {unread_before:,} of {files_before:,}. "
            "Look at the reasons in the table skipped: is a disk failing, or are files only half copied?",
        )


def _files(dataset: Dataset) -> tuple[int, int]:
    """Files that could not be read, and all files."""
    unread = dataset.whole("skipped", "code").filter(~pl.col("code").is_in(LEFT_OUT)).height
    return unread, unread + dataset.whole("documents", DOCUMENT).height


def _rows(reasons: Reasons) -> Iterator[tuple[str, str]]:
    """Rows and values in the documents that both releases have in the same words, and in which nobody corrected anything."""
    same = reasons.documents.filter(
        pl.col("reason").is_null(), ~pl.col(DOCUMENT).is_in(list(reasons.corrected_documents))
    )
    now, before = counted(reasons.now, same), counted(reasons.before, same)
    where = f"in the {same.height:,} documents that have not changed"
    why = (
        "The rules that read them are not the same as then: look at what they find now, in the table changes."
        if reasons.new_rules
        else "The rules are the same: look for it in the other documents that came or went, in the policy, and in the store."
    )
    for name in NAMES:
        old, new = before.rows.get(name), now.rows.get(name)
        if old is not None and new is not None and _jumped(ROWS, abs(new - old), old):
            yield name, f"{old:,} rows became {new:,} {where}. {why}"
    for item in FILLED:
        if item.measure in now.filled and item.measure in before.filled:
            part, was = now.filled[item.measure], before.filled[item.measure]
            if was.rows and _jumped(VALUES, abs(part.share - was.share) * part.rows, part.rows):
                yield (
                    item.measure,
                    f"{item.table}.{item.column} is filled in {part.share:.0%} of {part.rows:,} rows {where}; it was in {was.share:.0%} "
                    f"of {was.rows:,}. {why}",
                )
