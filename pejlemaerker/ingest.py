"""From the articles folder to the store: bytes filed by content, each once, and a list of what lies there now."""

from dataclasses import replace
from pathlib import Path

import polars as pl

from schemas import RAW, SKIPPED, SOURCES

from .corpus.article import Row
from .corpus.markup import mask_contacts
from .stages import BATCH, packs
from .storage.packs import KEY
from .storage.sources import FoundFile, found_files

_BATCH_BYTES = 64_000_000


def ingest(articles: Path, store: Path) -> tuple[pl.DataFrame, pl.DataFrame, int]:
    """The tables `sources` and `skipped` for the files in `articles`, and how many sources are new to `store`.

    NoArticlesError when there is no such folder. Two files with the same bytes are one source, under the first path.
    """
    filed = packs(store, RAW.name)
    known = set(filed.index())
    paths: dict[str, Row] = {}
    skipped: list[Row] = []
    waiting: list[FoundFile] = []
    new = 0
    for found in found_files(articles, leave_out=store.parent):
        file = replace(found, path=mask_contacts(found.path))
        if file.content is None:
            skipped.append(SKIPPED.row(source_path=file.path, code=file.code, reason=file.reason))
        elif (key := file.sha256) in paths:
            same = f"It is the same file as {paths[key]['source_path']}."
            skipped.append(SKIPPED.row(source_path=file.path, code="same_bytes", reason=same))
        else:
            paths[key] = SOURCES.row(raw_sha256=key, source_path=file.path, n_bytes=len(file.content))
            if key not in known:
                waiting.append(file)
                new += 1
        if len(waiting) >= BATCH or sum(len(item.content or b"") for item in waiting[-BATCH:]) > _BATCH_BYTES:
            _file(store, waiting)
            waiting = []
    _file(store, waiting)
    return SOURCES.frame(paths.values()), SKIPPED.frame(skipped), new


def _file(store: Path, files: list[FoundFile]) -> None:
    if not files:
        return
    rows = [{KEY: file.sha256, **RAW.row(raw_sha256=file.sha256, content=file.content)} for file in files]
    frame = pl.DataFrame(rows, schema={KEY: pl.String(), **RAW.polars}, orient="row")
    packs(store, RAW.name).write([file.sha256 for file in files], {RAW.name: frame})
