"""From the articles folder to the store: bytes filed by content, each once, and a list of what lies there now."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

import polars as pl

from pejlemaerker.danish.contacts import without_contacts
from schemas import RAW, SKIPPED, SOURCES

from .corpus.article import Row
from .corpus.decoding import UnreadableError
from .corpus.statements import read_sidecar
from .stages import BATCH, packs
from .storage.files import read_parquet, write_text
from .storage.fingerprint import Look
from .storage.packs import KEY
from .storage.sources import SIDECAR, FoundFile, found_files, sidecar_names
from .storage.versions import code_version

_BATCH_BYTES = 64_000_000


class Listing(Protocol):
    """What gives the files to read, in a fixed order: the articles, or with `sidecars` the files with metadata beside them."""

    def __call__(self, *, sidecars: bool) -> Iterator[FoundFile]:
        """The files; NoArticlesError, or another error that says what to do, when they cannot be listed."""


def ingest(articles: Path | Listing, store: Path) -> tuple[pl.DataFrame, pl.DataFrame, int]:
    """The tables `sources` and `skipped` for the files in the folder `articles`, or for those listed; how many sources are new to `store`.

    NoArticlesError when there is no such folder. Two files with the same bytes and the same metadata are one source, under the
    first path.
    """
    listed: Listing = partial(found_files, articles, leave_out=store.parent) if isinstance(articles, Path) else articles
    filed = packs(store, RAW.name)
    known = set(filed.index())
    sidecars, skipped = _sidecars(listed(sidecars=True))
    paths: dict[str, Row] = {}
    waiting: list[tuple[FoundFile, bytes | None]] = []
    used: set[str] = set()
    new = 0
    for found in listed(sidecars=False):
        file = replace(found, path=without_contacts(found.path))
        beside = next((name for name in sidecar_names(found.path) if name in sidecars), None)
        sidecar = sidecars[beside] if beside is not None else None
        used |= {beside} if beside is not None else set()
        if file.content is None:
            skipped.append(SKIPPED.row(source_path=file.path, code=file.code, reason=file.reason))
        elif (key := _source_id(file, sidecar)) in paths:
            same = f"It is the same file as {paths[key]['source_path']}."
            skipped.append(SKIPPED.row(source_path=file.path, code="same_bytes", reason=same))
        else:
            paths[key] = SOURCES.row(source_id=key, source_path=file.path, n_bytes=len(file.content))
            if key not in known:
                waiting.append((file, sidecar))
                new += 1
        if len(waiting) >= BATCH or sum(len(item.content or b"") for item, _ in waiting[-BATCH:]) > _BATCH_BYTES:
            _file(store, waiting)
            waiting = []
    _file(store, waiting)
    skipped += [_orphan(name) for name in sorted(set(sidecars) - used)]
    return SOURCES.frame(paths.values()), SKIPPED.frame(skipped), new


def known_folder(store: Path, seen: Look) -> bool:
    """Whether the tables `sources` and `skipped` of the last run hold for a folder that was found as `seen`, and need not be made again."""
    try:
        noted = json.loads(_note(store).read_text(encoding="utf-8"))
        sources = read_parquet(store / "current" / f"{SOURCES.name}.parquet", ["source_id"])["source_id"]
    except (OSError, ValueError, pl.exceptions.PolarsError):
        return False
    same = noted == {"fingerprint": seen.fingerprint, "code": code_version(__name__)}
    return (
        same
        and (store / "current" / f"{SKIPPED.name}.parquet").is_file()
        and not packs(store, RAW.name).missing(sources)
    )


def forget_folder(store: Path) -> None:
    """Before other tables are written: what was noted holds no longer."""
    _note(store).unlink(missing_ok=True)


def note_folder(store: Path, seen: Look) -> None:
    """Note what the folder was found to hold before it was read, unless a file in it may still change unseen."""
    if seen.at_rest:
        write_text(_note(store), json.dumps({"fingerprint": seen.fingerprint, "code": code_version(__name__)}))


def _note(store: Path) -> Path:
    return store / "current" / "folder.json"


def _source_id(file: FoundFile, sidecar: bytes | None) -> str:
    if sidecar is None:
        return file.sha256
    return hashlib.sha256(f"{file.sha256} {hashlib.sha256(sidecar).hexdigest()}".encode()).hexdigest()


def _sidecars(files: Iterable[FoundFile]) -> tuple[dict[str, bytes], list[Row]]:
    """Bytes of the files with metadata by name; and rows of `skipped` for those that cannot be used."""
    good: dict[str, bytes] = {}
    skipped: list[Row] = []
    for file in files:
        try:
            read_sidecar(file.content or b"")
        except UnreadableError as error:
            code, reason = (error.code, error.reason) if file.content else (file.code, file.reason)
            skipped.append(SKIPPED.row(source_path=without_contacts(file.path), code=code, reason=reason))
        else:
            good[file.path] = file.content or b""
    return good, skipped


def _orphan(name: str) -> Row:
    article = name.removesuffix(SIDECAR)
    reason = f"No article lies beside it. Give it the name of the article it describes, or put {article}.* here."
    return SKIPPED.row(source_path=without_contacts(name), code="metadata", reason=reason)


def _file(store: Path, files: list[tuple[FoundFile, bytes | None]]) -> None:
    if not files:
        return
    rows = []
    for file, sidecar in files:
        key = _source_id(file, sidecar)
        rows.append({KEY: key, **RAW.row(source_id=key, content=file.content, sidecar=sidecar)})
    frame = pl.DataFrame(rows, schema={KEY: pl.String(), **RAW.polars}, orient="row")
    packs(store, RAW.name).write([row[KEY] for row in rows], {RAW.name: frame})
