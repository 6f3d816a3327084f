"""Releases on disk: built in a folder of their own, checked, put under their version, and `latest` switched last."""

import hashlib
import shutil
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version as package_version
from pathlib import Path

import polars as pl

from pejlemaerker.storage.files import TEMPORARY, n_rows, read_parquet
from schemas import EDITIONS, PUBLISHED, RELEASES, SCHEMA_VERSION, TABLES

from .comparison import DATA, changes, content_sha256
from .database import write_database
from .dataset import Dataset, by_document
from .integrity import schema_faults
from .measured import read_measured
from .places import DATABASE as DATABASE  # whoever works on releases takes the names from here
from .places import LATEST as LATEST
from .places import edition_folder as edition_folder
from .policy.about import ABOUT, About
from .quality import quality
from .reasons import Told
from .rules import reading_version
from .writing import Edition, parquet_file, write_parts, write_tables


class FaultyReleaseError(ValueError):
    """Tables that must not be published; the message lists every fault."""


@dataclass(frozen=True)
class Release:
    """A release on disk."""

    version: str
    folder: Path
    content: str

    def table(self, name: str) -> pl.DataFrame:
        """One of its tables; empty where the release is older than the table."""
        path = self._file(name)
        return read_parquet(path) if path.is_file() else TABLES[name].frame()

    def rows(self, name: str) -> int:
        """The number of rows of one of its tables."""
        path = self._file(name)
        return n_rows(path) if path.is_file() else 0

    def dataset(self) -> Dataset:
        """All its tables, not yet read."""
        return filed(self.folder)

    def _file(self, name: str) -> Path:
        return parquet_file(self.folder, name)


def latest(outputs: Path) -> Release | None:
    """The release that `latest` points to; None when there is none."""
    return release_in((outputs / LATEST).resolve())


def release_in(folder: Path) -> Release | None:
    """The release in `folder`; None when there is none."""
    path = parquet_file(folder, RELEASES.name)
    if not path.is_file():
        return None
    row = read_parquet(path).row(0, named=True)
    return Release(row["version"], folder, row["content_sha256"])


def filed(folder: Path, edition: str = EDITIONS[0]) -> Dataset:
    """The tables of an edition of the release in `folder`, not yet read."""
    lies = edition_folder(folder, edition)
    return Dataset.filed({table.name: parquet_file(lies, table.name) for table in PUBLISHED})


def write_editions(folder: Path, editions: Iterable[Edition]) -> dict[str, str]:
    """Write the data tables of each edition as Parquet; by edition the hash of all its rows."""
    contents = {}
    for edition in editions:
        lies = edition_folder(folder, edition.name)
        of_documents = [table.of_edition(edition.name) for table in DATA if by_document(table)]
        write_parts(lies, of_documents, edition.parts())
        rest = [table.of_edition(edition.name) for table in DATA if not by_document(table)]
        write_tables(lies, Dataset.of(edition.rest()), rest)
        contents[edition.name] = content_sha256(filed(folder, edition.name))
    return contents


def same_content(before: Release, contents: Mapping[str, str], about: About, site: str = "") -> bool:
    """Whether the release `before` is whole, holds in each edition the rows of these hashes, and is shown and described like this one."""
    if not (before.folder / DATABASE).is_file():
        return False
    row = before.table(RELEASES.name).row(0, named=True)
    return version_of(contents, about_sha256(about, site), row["previous_version"]) == before.version


def write_about(
    folder: Path,
    contents: Mapping[str, str],
    before: Release | None,
    told: Told,
    about: About = ABOUT,
    site: str = "",
) -> None:
    """Write for each edition the tables about the release itself, by the hashes of its rows and what its operator says of it.

    `site` is the version of the program that makes its site; empty where there will be none.
    """
    said = about_sha256(about, site)
    version = version_of(contents, said, before.version if before else None)
    for edition, content in contents.items():
        row = RELEASES.row(
            version=version,
            previous_version=before.version if before else None,
            content_sha256=content,
            about_sha256=said,
            edition=edition,
            schema_version=SCHEMA_VERSION,
            code_version=package_version("pejlemaerker"),
            reading_version=told.reading_version or reading_version(),
        )
        data = filed(folder, edition)
        changed = changes(data, filed(before.folder, edition) if before else None, told)
        tables = {"releases": RELEASES.frame([row]), "quality": quality(data), "changes": changed}
        if found := schema_faults(tables):
            raise FaultyReleaseError("\n".join(found))
        write_tables(edition_folder(folder, edition), Dataset.of(tables), [TABLES[name] for name in tables])


def about_sha256(about: About, site: str = "") -> str:
    """Hash of what is shown and said of a release beside its rows: by its operator, the figures measured for its rules, and its site."""
    return hashlib.sha256(f"{about!r} {read_measured()!r} {site}".rstrip().encode()).hexdigest()


def version_of(contents: Mapping[str, str], about: str, previous: str | None) -> str:
    """The version of a release by the hashes of the rows of its editions and of what is said of it; it follows the version `previous`."""
    told = "|".join([*(contents[edition] for edition in EDITIONS if edition in contents), about, previous or ""])
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def staging(outputs: Path) -> Path:
    """The folder in which the next release is built."""
    return outputs / "releases" / f"{TEMPORARY}next"


def begin(outputs: Path) -> Path:
    """An empty staging folder; what a run that was cut off had left there is thrown away."""
    folder = staging(outputs)
    discard(outputs)
    folder.mkdir(parents=True)
    return folder


def discard(outputs: Path) -> None:
    """Throw the staging folder away."""
    shutil.rmtree(staging(outputs), ignore_errors=True)


def build_database(folder: Path, edition: str = EDITIONS[0]) -> Path:
    """Write the DuckDB file of an edition of the release in `folder` from its Parquet files; where it lies."""
    path = edition_folder(folder, edition) / DATABASE
    write_database(path, filed(folder, edition), edition)
    return path


def switch(outputs: Path) -> Release:
    """Put the staged release in its place and let `latest` point to it, which readers see as one step."""
    staged = staging(outputs)
    version = read_parquet(parquet_file(staged, RELEASES.name))["version"][0]
    folder = outputs / "releases" / version
    if folder.exists():  # a run was cut off between here and the switch; the same version holds the same rows
        shutil.rmtree(staged)
    else:
        staged.rename(folder)
    link = outputs / f"{TEMPORARY}{uuid.uuid4().hex}"
    link.symlink_to(folder.relative_to(outputs), target_is_directory=True)
    link.replace(outputs / LATEST)
    released = latest(outputs)
    assert released is not None
    return released
