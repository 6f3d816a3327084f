"""A release beside the articles it was made of: each document has its file, and each row stands in the text of it.

Files are found by their bytes, not by their names, and opened as a run opens them, several at once. Where a name was masked in the
release any character may stand in the article.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import nullcontext
from multiprocessing import get_context
from pathlib import Path

import polars as pl

from pejlemaerker.corpus.blocks import clean_text
from pejlemaerker.corpus.decoding import UnreadableError
from pejlemaerker.corpus.limits import open_within_limits
from pejlemaerker.storage.sources import NoArticlesError, walk
from pejlemaerker.storage.workers import end_with_parent

from ..dataset import DOCUMENT
from ..descriptions.sums import sha256
from .editions import Edition
from .fault import Fault, Report
from .words import MASK, differing, shown

Tables = Mapping[str, pl.DataFrame]
_PER_PROCESS = 60  # documents; starting a process takes as long as reading about so many
_AT_ONCE = 8
_TEXTS = {DOCUMENT: pl.String(), "words": pl.String(), "unread": pl.String()}


def folder_of_articles(articles: Path) -> None:
    """NoArticlesError unless there is a folder `articles`."""
    if not articles.is_dir():
        raise NoArticlesError(f"there is no folder {articles}. Name the one with the articles.")


def source_faults(edition: Edition, articles: Path, report: Report) -> Iterator[Fault]:
    """Documents without their file below `articles`, and rows that do not stand in it."""
    files = _by_hash(articles, report)
    whole = edition.dataset.counts().get("documents", 0)
    done = 0
    with _workers(whole) as pool:
        for documents in edition.dataset.ranges():
            part = edition.dataset.part(documents)
            there = part["documents"].filter(pl.col("raw_sha256").is_in(list(files)))
            yield from _missing(edition, part["documents"].join(there, on=DOCUMENT, how="anti"))
            done += part["documents"].height - there.height
            texts = []
            for text in _texts(pool, there, files):
                texts.append(text)
                report("articles", done := done + 1, whole)
            yield from _document_faults(edition, part, pl.DataFrame(texts, schema=_TEXTS, orient="row"))


def _by_hash(articles: Path, report: Report) -> dict[str, Path]:
    """The files below `articles` by the hash of their bytes."""
    paths = sorted(walk(articles, None))
    found: dict[str, Path] = {}
    with ThreadPoolExecutor() as pool:
        for i, (path, digest) in enumerate(zip(paths, pool.map(_hash, paths), strict=True), 1):
            report("files", i, len(paths))
            if digest:
                found.setdefault(digest, path)
    return found


def _hash(path: Path) -> str | None:
    """Hash of a file; None where it cannot be read, so that its document will be missed."""
    try:
        return sha256(path) if path.is_file() else None
    except OSError:
        return None


def _workers(documents: int) -> Executor | nullcontext[None]:
    """Processes to open files in; None where there are too few files to start any."""
    number = min(documents // _PER_PROCESS, os.cpu_count() or 1)
    if number < 2:
        return nullcontext()
    return ProcessPoolExecutor(number, mp_context=get_context("spawn"), initializer=end_with_parent)


def _texts(
    pool: Executor | None, documents: pl.DataFrame, files: Mapping[str, Path]
) -> Iterator[tuple[str, str | None, str | None]]:
    """Identifier, clean text, and why there is none, of each of the documents."""
    paths = [files[digest] for digest in documents["raw_sha256"]]
    read: Iterable[tuple[str | None, str | None]] = (
        pool.map(_text, paths, chunksize=_AT_ONCE) if pool is not None else map(_text, paths)
    )
    for identifier, (text, unread) in zip(documents[DOCUMENT], read, strict=True):
        yield identifier, text, unread


def _text(path: Path) -> tuple[str | None, str | None]:
    """The clean text of a file, or why there is none."""
    try:
        return clean_text(open_within_limits(path.read_bytes()).blocks), None
    except UnreadableError as error:
        return None, error.reason
    except OSError as error:
        return None, str(error.strerror)


def _missing(edition: Edition, documents: pl.DataFrame) -> Iterator[Fault]:
    for identifier, path in documents.select(DOCUMENT, "source_path").iter_rows():
        text = f"{identifier}: no file below the articles holds the bytes of {path!r} (raw_sha256). Bring it back, or build anew."
        yield Fault("sources", edition.place("parquet/documents.parquet"), text)


def _document_faults(edition: Edition, part: Tables, texts: pl.DataFrame) -> Iterator[Fault]:
    place = edition.place("parquet/documents.parquet")
    for identifier, unread in texts.drop_nulls("unread").select(DOCUMENT, "unread").iter_rows():
        yield Fault("sources", place, f"{identifier}: its file cannot be opened as the run did. {unread}")
    texts = texts.drop_nulls("words").select(DOCUMENT, "words")
    read = part["documents"].join(texts, on=DOCUMENT)
    masked = {name for table in part.values() for name in _masked(table)}
    hashes = read["words"].map_elements(lambda words: hashlib.sha256(words.encode()).hexdigest(), pl.String())
    other = read.filter((hashes != pl.col("text_sha256")) & ~pl.col(DOCUMENT).is_in(list(masked)))
    for name in other[DOCUMENT]:
        text = f"{name}: its file gives another text (text_sha256). It was read by other rules; build the release anew."
        yield Fault("sources", place, text)
    for table in edition.by_document:
        if table.has_span:
            yield from _row_faults(edition, table.name, part[table.name].join(texts, on=DOCUMENT))


def _masked(rows: pl.DataFrame) -> list[str]:
    """Documents with rows in which something is masked."""
    any_text = pl.any_horizontal(pl.col(pl.String).str.contains(MASK, literal=True))
    return rows.filter(any_text)[DOCUMENT].unique().to_list()


def _row_faults(edition: Edition, table: str, rows: pl.DataFrame) -> Iterator[Fault]:
    place = edition.place(f"parquet/{table}.parquet")
    there = pl.col("words").str.slice(pl.col("char_start"), pl.col("char_end") - pl.col("char_start"))
    wrong = {"rows do not stand in the article at their span": differing(rows, there, pl.col("text"))}
    if table == "kpis":
        sentence = pl.col("sentence")
        lost = ~pl.col("words").str.contains(sentence, literal=True) & ~sentence.str.contains(MASK, literal=True)
        wrong["sentences do not stand in the article"] = rows.filter(lost)
    for what, lines in wrong.items():
        if lines.height:
            row = lines.row(0, named=True)
            text = f"{lines.height} {what}, for example {shown(row['text'])} at {row[DOCUMENT]} [{row['char_start']}:{row['char_end']}]"
            yield Fault("sources", place, f"{text}. Build the release anew from these articles.")
