"""What a run that ended well has to say: its counts, what it skipped, and what to try next; or the same as one JSON object."""

import shlex
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pejlemaerker.publication.releases import DATABASE, LATEST, Release
from schemas import PUBLISHED

from .places import called
from .plain_text import visible

_SHOWN = ("documents", "quotes", "recommendations", "kpis", "initiatives", "people", "organisations", "skipped")
_SKIPPED_SHOWN = 10
_EXAMPLE = (
    "SELECT speaker, speaker_role, count(*) AS quotes FROM quotes GROUP BY ALL ORDER BY quotes DESC, speaker LIMIT 5"
)


@dataclass(frozen=True)
class Ended:
    """A run over the folder `outputs` that ended well: its release, or the last one where that is `unchanged`."""

    released: Release
    outputs: Path
    read_now: int
    unchanged: bool
    seconds: float

    def as_object(self) -> dict[str, object]:
        """What `--json` prints."""
        skipped = self.released.table("skipped")
        return {
            "ok": True,
            "version": self.released.version,
            "release": str(self.outputs / LATEST),
            "unchanged": self.unchanged,
            "read_now": self.read_now,
            "seconds": round(self.seconds, 3),
            "rows": {table.name: self.released.rows(table.name) for table in PUBLISHED},
            "skipped": skipped.to_dicts(),
        }

    def show(self, console: Console) -> None:
        """Say it to a person."""
        if self.unchanged:
            again = (
                f"{self.read_now} documents were read again and gave the same rows"
                if self.read_now
                else "no document was read again"
            )
            console.print(f"Nothing has changed: {again}, and the last release stays.")
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column()
        table.add_column(justify="right")
        for name in _SHOWN:
            table.add_row(f"  {name}", str(self.released.rows(name)))
        head = f"Dataset {self.released.version}, {self.read_now} documents read in {self.seconds:.1f} s:"
        console.print(head, table, sep="\n")
        _tell_skipped(console, self.released)
        self._tell_next(console)

    def _tell_next(self, console: Console) -> None:
        if not self.released.rows("documents"):
            console.print(
                "\nNo articles were found. Put texts into the articles folder, or name another with --articles."
            )
            return
        lies = self.outputs / LATEST
        elsewhere = "" if self.outputs == Path("outputs") else f"--outputs {shlex.quote(str(self.outputs))} "
        lines = f"\nIt lies in {lies}: {DATABASE}, and each table under parquet/. Try this:\n"
        lines += f'\n  {called()} query {elsewhere}"{_EXAMPLE}"'
        console.print(lines, markup=False, soft_wrap=True)


def _tell_skipped(console: Console, released: Release) -> None:
    skipped = released.table("skipped")
    for row in skipped.head(_SKIPPED_SHOWN).iter_rows(named=True):
        console.print(visible(f"  skipped {row['source_path']}: {row['reason']}"), markup=False, soft_wrap=True)
    if skipped.height > _SKIPPED_SHOWN:
        console.print(f"  and {skipped.height - _SKIPPED_SHOWN} more: SELECT * FROM skipped", markup=False)
