"""`pejl show`: a document of the latest release on the screen, with a pager where it is long; or as one JSON object."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.text import Text

from pejlemaerker.publication.showing import MARKED, ManyError, NoDocumentError, Shown, find, load
from schemas import AUTHORS, DOCUMENT_THEMES, SEGMENTS

from .answers import answer, refuse
from .cells import as_json
from .consoles import has_colours, is_dumb, out
from .exits import EXIT_USAGE
from .places import database, edition_at
from .plain_text import visible
from .shown_document import text_of


def show_document(
    place: Path,
    edition: str | None,
    words: str,
    *,
    names: Sequence[str] = (),
    everything: bool = False,
    paged: bool = True,
    as_json: bool = False,
) -> int:
    """Show the document meant by `words`, with the rows of the tables `names`, or of all; the exit code for the shell.

    click.UsageError when there is no such release.
    """
    tables = [table for table in MARKED if table.name in names or not names]
    folder = edition_at(place, edition)
    with database(folder, edition) as (connection, name):
        try:
            found = find(connection, words)
        except (NoDocumentError, ManyError) as error:
            return refuse(visible(str(error.args[0]), "\n"), EXIT_USAGE, as_json=as_json)
        shown = load(connection, found.document_id, tables)
    if as_json:
        answer({"ok": True, "release": str(folder), "edition": name, "row_id": found.row_id, **_object(shown)})
    else:
        _print(list(text_of(shown, name, everything=everything, row_id=found.row_id)), paged=paged)
    return 0


def _object(shown: Shown) -> dict[str, object]:
    """What `--json` prints: each table under its name, with all its columns."""
    rows: dict[str, object] = {
        "document": shown.document,
        AUTHORS.name: shown.authors,
        DOCUMENT_THEMES.name: shown.themes,
        SEGMENTS.name: shown.segments,
    }
    for table in MARKED:
        rows[table.name] = [{"sign": mark.sign, **mark.row} for mark in shown.marked if mark.table is table]
    return {name: as_json(found) for name, found in rows.items()}


def _print(paragraphs: Sequence[Text], *, paged: bool) -> None:
    """Broken at the width of a terminal, and through the pager when they are longer than it; in a pipe a paragraph is a line."""
    console = out(wrapped=sys.stdout.isatty())
    with console.capture() as captured:
        console.print(Text("\n\n").join(paragraphs))
    written = captured.get().rstrip("\n") + "\n"
    wished = paged and not os.environ.get("NO_PAGER") and not is_dumb()
    if wished and sys.stdout.isatty() and written.count("\n") >= console.height:
        click.echo_via_pager(written.rstrip("\n"), color=has_colours(sys.stdout))
    else:
        sys.stdout.write(written)
