"""Looking over a release from the command line, and writing corrections: what a person sees of it and is asked.

Which rows come first stands in `publication.reviewing.rows`, how a correction is written in `publication.reviewing.writing`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console

from pejlemaerker.publication.policy.corrections import Corrections, read_corrections
from pejlemaerker.publication.policy.errors import PolicyError
from pejlemaerker.publication.policy.values import Value, parsed
from pejlemaerker.publication.releases import Release, latest
from pejlemaerker.publication.reviewing.rows import TABLES, NoRowError, Reviewed, least_certain, reviewed
from pejlemaerker.publication.reviewing.writing import Entry, row_entry, same_entry, write_entry
from schemas.corrections import CORRECTABLE

from .answers import answer, refuse
from .consoles import out
from .shown_rows import as_object, shown

_KEPT = "looked at: it is right as it is"
_ASKED = "keep, set, remove, next, quit"


@dataclass(frozen=True)
class Asked:
    """What was asked for on the command line; `values` as typed, None for unknown."""

    row: str | None = None
    same: tuple[str, ...] = ()
    values: Mapping[str, str | None] | None = None
    removes: bool = False
    why: str | None = None
    by: str | None = None
    table: str | None = None
    document: str | None = None
    limit: int = 20
    interactive: bool = False
    as_json: bool = False


def review_release(outputs: Path, policy: Path, asked: Asked) -> int:
    """Show rows of the latest release in `outputs`, or write a correction into `policy`; the exit code for the shell."""
    console = out(wrapped=False)
    try:
        desk = _Desk(_full(outputs), policy / "corrections", console, asked.by)
        if asked.same:
            desk.write(
                same_entry(desk.release, asked.same, why=asked.why or "", by=asked.by), "people and organisations"
            )
        elif asked.row and (asked.values or asked.removes):
            found = reviewed(desk.release, asked.row)
            desk.write_row(found, desk.parsed(found, asked.values or {}), removes=asked.removes, why=asked.why or "")
        else:
            rows = [reviewed(desk.release, asked.row)] if asked.row else desk.first(asked)
            if asked.as_json:
                answer({"ok": True, "version": desk.release.version, "rows": [as_object(row) for row in rows]})
            else:
                desk.look(rows, asked.interactive)
    except (PolicyError, NoRowError) as error:
        return refuse(str(error.args[0]), as_json=asked.as_json)
    return 0


def _full(outputs: Path) -> Release:
    """The latest release, of the edition that holds all texts."""
    release = latest(outputs)
    if release is None:
        raise NoRowError(f"There is no release in {outputs}. Run `pejl build`, or name another folder with --outputs.")
    if release.table("releases")["edition"][0] != "full":
        raise NoRowError(f"{release.folder} is the open edition, in which texts are withheld. Review the full one.")
    return release


@dataclass(frozen=True)
class _Desk:
    """The release that is looked over, and where corrections of it are written."""

    release: Release
    folder: Path
    console: Console
    by: str | None

    def first(self, asked: Asked) -> list[Reviewed]:
        """The rows to look at first, without those that a correction is written for already."""
        if asked.table is not None and asked.table not in CORRECTABLE:
            raise NoRowError(f"{asked.table} is no table that can be corrected. Those are {', '.join(CORRECTABLE)}.")
        tables = [CORRECTABLE[asked.table]] if asked.table else TABLES
        known: Corrections = read_corrections(self.folder)
        seen = [item.row for item in known.rows]
        return least_certain(self.release, tables, asked.limit, document=asked.document, seen=seen)

    def look(self, rows: Sequence[Reviewed], interactive: bool) -> None:
        """Show `rows`, and ask what is right of each where that is wished."""
        if not rows:
            self.console.print("There is nothing left to look at here.")
        for number, found in enumerate(rows, 1):
            self.console.print(shown(found), end="\n\n")
            if interactive and not self._asked(found, f"{number} of {len(rows)}: {_ASKED}"):
                break
        if rows and not interactive:
            self.console.print(
                'Right a row with `pejl review ROW --set COLUMN="…" --unknown COLUMN --why "…"`, or `--remove --why "…"`; '
                "-i asks for each.",
                markup=False,
            )

    def _asked(self, found: Reviewed, question: str) -> bool:
        """Ask what is right of a row and write it; False to stop."""
        answer = click.prompt(question, type=click.Choice(_ASKED.split(", ")), default="next", show_choices=False)
        try:
            if answer == "keep":
                first = found.table.correctable[0]
                self.write_row(found, {first: found.row[first]}, why=_KEPT)
            elif answer == "set":
                self.write_row(found, self._values(found), why=click.prompt("Why"))
            elif answer == "remove":
                self.write_row(found, {}, removes=True, why=click.prompt("Why"))
        except PolicyError as error:
            self.console.print(f"Not written. {error}", markup=False)
        return bool(answer != "quit")

    def _values(self, found: Reviewed) -> dict[str, Value]:
        """Columns and values as they are typed in; an empty value is unknown, an empty column ends them."""
        values: dict[str, Value] = {}
        names = ", ".join(found.table.correctable)
        while name := click.prompt(f"Column ({names}; none to end)", default="", show_default=False):
            text = click.prompt(f"{name} (nothing if unknown)", default="", show_default=False)
            try:
                values[name] = parsed(found.table, name, text, found.id) if text else None
            except PolicyError as error:
                self.console.print(str(error), markup=False)
        return values

    def parsed(self, found: Reviewed, values: Mapping[str, str | None]) -> dict[str, Value]:
        """The values that were typed for columns of a row."""
        return {
            name: None if text is None else parsed(found.table, name, text, found.id) for name, text in values.items()
        }

    def write_row(self, found: Reviewed, values: Mapping[str, Value], *, removes: bool = False, why: str = "") -> None:
        """Write a correction of a row."""
        title = f"{found.document['title'] or 'A document without a title'} ({found.document['source_path']})"
        self.write(row_entry(found, values, removes=removes, why=why, by=self.by), title)

    def write(self, stated: Entry, about: str) -> None:
        """Write a correction, and say what happens next."""
        place, new = write_entry(self.folder, stated, f"Corrections of {about}")
        if not new:
            self.console.print(f"That stands there already: {place} in {self.folder}.", markup=False)
            return
        text = f"Written: {place} in {self.folder}. The next `pejl build` applies it; have the file reviewed like code."
        self.console.print(text, markup=False)
