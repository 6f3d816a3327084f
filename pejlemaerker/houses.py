"""House lines between the stages: told from all documents of a run, and read by the stage that cuts them into segments.

A document's own set of house lines is a part of its key in that stage, so that a new document changes the reading of those
only whose lines it makes a house's.
"""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import polars as pl

from schemas import HOUSE_LINES

from .corpus.claims import Claims
from .corpus.house_lines import MIN_DOCUMENTS, Printed, house_lines, house_of
from .storage.files import read_parquet, to_arrow, write_parquet
from .storage.packs import SOURCE


def tell_houses(texts: pl.DataFrame, blocks: pl.DataFrame) -> pl.DataFrame:
    """The table `house_lines` for the documents whose `texts` and `blocks` these are, with the source in `_raw`."""
    read = texts.filter(pl.col("clean_text").is_not_null())
    named = {
        raw: house
        for raw, claims, stated in read.select(SOURCE, "claims", "stated").iter_rows()
        if (house := house_of(Claims.from_json(claims), Claims.from_json(stated)))
    }
    sizes = pl.Series(list(named.values()), dtype=pl.String()).value_counts()
    large = set(sizes.filter(pl.col("count") >= MIN_DOCUMENTS)[sizes.columns[0]])
    wanted = [raw for raw, house in named.items() if house in large]
    words = dict(read.filter(pl.col(SOURCE).is_in(wanted)).select(SOURCE, "clean_text").iter_rows())
    lines: dict[str, list[str]] = {raw: [] for raw in wanted}
    own = blocks.filter(pl.col(SOURCE).is_in(wanted) & pl.col("zone").is_null())
    for raw, start, end in own.select(SOURCE, "char_start", "char_end").iter_rows():
        lines[raw].append(words[raw][start:end])
    found = house_lines(Printed(raw, named[raw], tuple(lines[raw])) for raw in wanted)
    return HOUSE_LINES.frame({"source_id": raw, "line": line} for raw, own_lines in found.items() for line in own_lines)


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
