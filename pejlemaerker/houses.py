"""House lines between the stages: told from all documents of a run, and read by the stage that cuts them into segments.

A document's own set of house lines is a part of its key in that stage, so that a new document changes the reading of those
only whose lines it makes a house's.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import polars as pl

from schemas import HOUSE_LINES

from .corpus.claims import Claims
from .corpus.house_lines import MIN_DOCUMENTS, Printed, house_lines, house_of
from .storage.files import read_parquet, to_arrow, write_parquet
from .storage.packs import SOURCE

Pair = tuple[pl.DataFrame, pl.DataFrame]


def tell_houses(claimed: Iterable[pl.DataFrame], read: Callable[[], Iterable[Pair]]) -> pl.DataFrame:
    """The table `house_lines`. `read` gives texts and blocks of all documents, with the source in `_raw`, in one or more pieces.

    It is asked twice, so that only lines that occur several times are ever held at once. `claimed` are
    the texts too, of which claims and what was stated are enough.
    """
    named = _named(claimed)
    often = _often(named, read())
    printed: list[Printed] = []
    for texts, blocks in read():
        for raw, lines in _lines(texts, blocks, named):
            kept = tuple(line for line in lines if hash(line) in often[named[raw]])
            printed.append(Printed(raw, named[raw], kept, sum(map(len, lines))))
    found = house_lines(printed)
    return HOUSE_LINES.frame({"source_id": raw, "line": line} for raw, own_lines in found.items() for line in own_lines)


def _named(pieces: Iterable[pl.DataFrame]) -> dict[str, str]:
    """The house of each document, of houses with documents enough."""
    named: dict[str, str] = {}
    for texts in pieces:
        known = texts.filter(pl.col("claims").is_not_null())
        for raw, claims, stated in known.select(SOURCE, "claims", "stated").iter_rows():
            if house := house_of(Claims.from_json(claims), Claims.from_json(stated)):
                named[raw] = house
    sizes = Counter(named.values())
    return {raw: house for raw, house in named.items() if sizes[house] >= MIN_DOCUMENTS}


def _lines(texts: pl.DataFrame, blocks: pl.DataFrame, named: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """The lines of each document of a house that the format itself gives no kind."""
    words = {raw: text for raw, text in texts.select(SOURCE, "clean_text").iter_rows() if raw in named}
    lines: dict[str, list[str]] = {raw: [] for raw in words}
    own = blocks.filter(pl.col("zone").is_null())
    for raw, start, end in own.select(SOURCE, "char_start", "char_end").iter_rows():
        if raw in words:
            lines[raw].append(words[raw][start:end])
    yield from lines.items()


def _often(named: Mapping[str, str], pieces: Iterable[Pair]) -> dict[str, set[int]]:
    """By house the lines that stand in documents enough, each as a number: there are millions of lines, nearly all of them once."""
    seen: list[pl.DataFrame] = []
    for texts, blocks in pieces:
        found = [(named[raw], hash(line)) for raw, lines in _lines(texts, blocks, named) for line in set(lines)]
        seen.append(pl.DataFrame(found, schema={"house": pl.String(), "line": pl.Int64()}, orient="row"))
    often: dict[str, set[int]] = {house: set() for house in named.values()}
    if seen:
        counted = pl.concat(seen).group_by("house", "line").len().filter(pl.col("len") >= MIN_DOCUMENTS)
        for house, line in counted.select("house", "line").iter_rows():
            often[house].add(line)
    return often


def write_houses(store: Path, frame: pl.DataFrame) -> None:
    """File the table `house_lines` of this run."""
    write_parquet(_place(store), to_arrow(frame), durable=False)


def houses(store: Path) -> Mapping[str, frozenset[str]]:
    """House lines by source, for those that have any; empty before the first run."""
    place = _place(store)
    if not place.is_file():
        return {}
    status = place.stat()
    return _read(place, status.st_mtime_ns, status.st_size, status.st_ino)


def digest(lines: frozenset[str]) -> str:
    """What stands for a set of house lines in a key; empty for none."""
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest() if lines else ""


@lru_cache(maxsize=4)
def _read(place: Path, *_: int) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for source, line in read_parquet(place).select(HOUSE_LINES.names).iter_rows():
        found.setdefault(source, set()).add(line)
    return {source: frozenset(lines) for source, lines in found.items()}


def _place(store: Path) -> Path:
    return store / "current" / f"{HOUSE_LINES.name}.parquet"
