"""All articles of all sources, in the form in which `storage.sources` finds those of one folder; and where they lie on this machine."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from pejlemaerker.storage.sources import FoundFile, NoArticlesError, found_files, walk

from .archive import SourceArchive, beside_article, is_article, is_sidecar
from .errors import ArchiveError, UnreachableSourceError
from .globs import matching_files, matching_paths
from .prefixes import stored_files
from .sources import FolderSource, GlobSource, PrefixSource, Source, SourceList


def found_in(
    sources: SourceList, archive: Path, leave_out: Path | None = None, *, sidecars: bool = False
) -> Iterator[FoundFile]:
    """Articles of all `sources` by path, or the `sidecars`; every path is led by the source's name, `nyheder/ab12….html`.

    Articles of the web are those that lie in `archive` and whose pages are not gone; nothing is fetched here. The folders `leave_out`
    and `archive` are left out of folders and globs. NoArticlesError or UnreachableSourceError, which name the source, when one of
    them is not there.
    """
    for source in sorted(sources.sources, key=lambda source: f"{source.name}/"):
        try:
            for found in _files(source, archive, leave_out, sidecars):
                yield replace(found, path=f"{source.name}/{found.path}")
        except NoArticlesError as error:
            raise NoArticlesError(f'source "{source.name}": {error}') from None
        except UnreachableSourceError as error:
            raise UnreachableSourceError(f'source "{source.name}": {error}') from None


def paths_in(sources: SourceList, archive: Path, leave_out: Path) -> Iterator[tuple[str, Path]]:
    """Where the articles of `sources` and their metadata lie on this machine, each under a name that no other has, in a fixed order.

    Stores are passed over, and what is not there has no files: whoever reads the sources says so. The archive has to lie in the
    folder `leave_out`.
    """
    for source in sources.sources:
        found: list[Path] = []
        with suppress(NoArticlesError, ArchiveError):
            found += _paths(source, archive, leave_out)
        yield from ((f"{source.name}/{path.as_posix()}", path) for path in sorted(found))


def _paths(source: Source, archive: Path, leave_out: Path) -> Iterator[Path]:
    if isinstance(source, FolderSource):
        yield from walk(source.folder, leave_out)
    elif isinstance(source, GlobSource):
        for sidecars in (False, True):
            found = matching_paths(source.root, source.pattern, sidecars=sidecars, leave_out=leave_out)
            yield from (path for path, is_closed in found if not (is_closed and sidecars))
    elif not isinstance(source, PrefixSource):
        gone = _gone(archive / source.name)
        for path in walk(archive / source.name, None):
            if (is_article(path.name) or is_sidecar(path.name)) and path.name not in gone:
                yield path


def _files(source: Source, archive: Path, leave_out: Path | None, sidecars: bool) -> Iterator[FoundFile]:
    if isinstance(source, FolderSource):
        if not source.folder.is_dir():
            raise NoArticlesError(
                f"there is no folder {source.folder}. Make it and put articles in it, or name another."
            )
        return _outside(found_files(source.folder, leave_out, sidecars=sidecars), source.folder, archive)
    if isinstance(source, GlobSource):
        files = matching_files(source.root, source.pattern, leave_out=leave_out, sidecars=sidecars)
        return _outside(files, source.root, archive)
    if isinstance(source, PrefixSource):
        return stored_files(source.prefix, sidecars=sidecars)
    return _archived(archive / source.name, sidecars)


def _outside(files: Iterator[FoundFile], folder: Path, archive: Path) -> Iterator[FoundFile]:
    """Those of the `files` below `folder` that do not lie in the archive, which is a source of its own."""
    try:
        inside = f"{archive.resolve().relative_to(folder.resolve()).as_posix()}/"
    except ValueError:
        return files
    return (file for file in files if not file.path.startswith(inside))


def _archived(folder: Path, sidecars: bool) -> Iterator[FoundFile]:
    if not folder.is_dir():
        raise UnreachableSourceError(f"nothing was fetched from it so far, {folder} is not there. Fetch first.")
    wanted = is_sidecar if sidecars else is_article
    try:
        gone = _gone(folder)
    except ArchiveError as error:
        raise UnreachableSourceError(str(error)) from None
    return (file for file in found_files(folder, sidecars=sidecars) if wanted(file.path) and file.path not in gone)


def _gone(folder: Path) -> set[str]:
    """The files in the archive `folder` of articles whose pages are gone, and those with their metadata."""
    gone = SourceArchive(folder).gone
    return gone | {beside_article(file) for file in gone}
