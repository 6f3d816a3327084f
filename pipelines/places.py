"""Where a release lies that a command looks at, its DuckDB file opened to read; and how the person called this program."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import duckdb

from pejlemaerker.publication.asking import opened
from pejlemaerker.publication.places import DATABASE, LATEST, edition_folder


def called() -> str:
    """`pejl` as it was typed, so that a line that is shown can be typed as well."""
    typed = Path(sys.argv[0])
    return str(typed) if typed.name == "pejl" and not typed.is_absolute() else "pejl"


def release_at(place: Path) -> Path:
    """The folder of the release that is meant: `place` itself, or the latest below the outputs folder `place`.

    click.UsageError when there is none.
    """
    for folder in (place, place / LATEST):
        if (folder / "parquet").is_dir() or (folder / "SHA256SUMS").is_file():
            return folder
    raise click.UsageError(
        f"There is no release in {place}. Name the folder of one (outputs/releases/VERSION), its folder open, or an outputs folder; "
        f"`{called()} build` makes one."
    )


def edition_at(place: Path, edition: str | None) -> Path:
    """The folder of an edition of the release that is meant by `place`; without a name that of the edition that lies there itself."""
    folder = release_at(place)
    inner = edition_folder(folder, edition) if edition else folder
    return inner if inner.is_dir() else folder


@contextmanager
def database(folder: Path, edition: str | None) -> Iterator[tuple[duckdb.DuckDBPyConnection, str]]:
    """The DuckDB file in `folder`, to read only, and the name of its edition.

    click.UsageError when it cannot be opened, or is of another edition than the one wanted.
    """
    file = folder / DATABASE
    try:
        with opened(file) as connection:
            found = connection.execute("SELECT edition FROM releases").fetchone()
            here = str(found[0]) if found else ""
            if edition not in (None, here):
                raise click.UsageError(
                    f"In {folder} lies the {here} edition. Name a release that has the {edition} one."
                )
            yield connection, here
    except (duckdb.IOException, duckdb.CatalogException) as error:
        raise click.UsageError(f"{file} cannot be read as a release: {str(error).splitlines()[0]}") from None
