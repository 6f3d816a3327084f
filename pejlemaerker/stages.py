"""The stages that read one document after another, and what each hands on to the next.

A stage is a function of what is known of a source so far; `batches` runs stages over many sources and files what they find.
Dagster knows a stage by its name only. What needs all documents at once (actors, release) is no stage of this kind.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from schemas import (
    AUTHORS,
    BLOCKS,
    DOCUMENTS,
    FINGERPRINTS,
    HOUSE_LINES,
    QUOTES,
    RAW,
    SEGMENTS,
    TEXTS,
    Table,
)

from .corpus.article import Article, Row
from .corpus.blocks import Block, clean_text
from .corpus.claims import Claims
from .corpus.decoding import UnreadableError
from .corpus.likeness import signature
from .corpus.limits import open_within_limits
from .corpus.segmenting import Source, segment
from .corpus.statements import read_sidecar
from .houses import digest, houses
from .reading import EXTRACTORS, Extractor
from .storage.packs import Packs, derived_key
from .storage.versions import code_version, library_versions

Outputs = dict[str, list[Row]]
BATCH = 400


class Inputs(dict[str, list[Row]]):
    """What is known of one source so far: rows by table."""

    @cached_property
    def article(self) -> Article | None:
        """The source as an article, made once for all stages that read it together; None when it is none."""
        if not self[DOCUMENTS.name]:
            return None
        text = self[TEXTS.name][0]["clean_text"]
        return Article.from_rows(self[DOCUMENTS.name][0], self[AUTHORS.name], self[SEGMENTS.name], text)


@dataclass(frozen=True)
class Stage:
    """A step of the reading: which tables it `reads` and which `tables` it fills.

    `modules` and `libraries` are those whose code it runs, `batch` is how many documents it reads at a time.
    """

    name: str
    reads: tuple[Table, ...]
    tables: tuple[Table, ...]
    modules: tuple[str, ...]
    read: Callable[[str, Inputs], Outputs]
    libraries: tuple[str, ...] = ()
    batch: int = BATCH

    @property
    def upstream(self) -> tuple[str, ...]:
        """The stages that fill the tables it reads, in the order in which they run."""
        return tuple(stage.name for stage in STAGES.values() if not set(stage.tables).isdisjoint(self.reads))

    @property
    def version(self) -> str:
        """Version of the code that makes the rows, and of the libraries it leaves a part of the reading to."""
        own = code_version(*self.modules)
        if not self.libraries:
            return own
        return hashlib.sha256(f"{own} {library_versions(*self.libraries)}".encode()).hexdigest()[: len(own)]


def _raw(raw: str, inputs: Inputs) -> Outputs:
    raise NotImplementedError("raw bytes are filed when the articles folder is read")


def _clean(raw: str, inputs: Inputs) -> Outputs:
    file = inputs[RAW.name][0]
    named = {"source_id": raw, "raw_sha256": hashlib.sha256(file["content"]).hexdigest()}
    try:
        opened = open_within_limits(file["content"])
        stated = read_sidecar(file["sidecar"]).over(opened.stated) if file["sidecar"] else opened.stated
    except UnreadableError as error:
        text = TEXTS.row(**named, skip_code=error.code, skip_reason=error.reason)
        return {TEXTS.name: [text], BLOCKS.name: []}
    text = TEXTS.row(
        **named,
        format=opened.format,
        clean_text=clean_text(opened.blocks),
        encoding=opened.encoding,
        stated=stated.to_json(),
        claims=opened.claims.to_json(),
    )
    rows = [
        BLOCKS.row(source_id=raw, ordinal=i, **{name: getattr(block, name) for name in _BLOCK_FIELDS})
        for i, block in enumerate(opened.blocks, 1)
    ]
    return {TEXTS.name: [text], BLOCKS.name: rows}


def _segment(raw: str, inputs: Inputs) -> Outputs:
    read = inputs[TEXTS.name][0]
    text = read["clean_text"]
    if text is None:
        return {DOCUMENTS.name: [], AUTHORS.name: [], SEGMENTS.name: [], FINGERPRINTS.name: []}
    blocks = [
        Block(text[row["char_start"] : row["char_end"]], **{name: row[name] for name in _BLOCK_FIELDS})
        for row in inputs[BLOCKS.name]
    ]
    source = Source("", read["raw_sha256"], read["format"])
    house = frozenset(row["line"] for row in inputs[HOUSE_LINES.name])
    article = segment(source, text, blocks, Claims.from_json(read["claims"]), Claims.from_json(read["stated"]), house)
    rows = [item.row for item in article.segments]
    content = "\n".join(item.text for item in article.segments if item.row["is_content"])
    return {
        DOCUMENTS.name: [article.document],
        AUTHORS.name: article.authors,
        SEGMENTS.name: rows,
        FINGERPRINTS.name: [FINGERPRINTS.row(source_id=raw, signature=signature(content))],
    }


_BLOCK_FIELDS = ("shape", "level", "marker", "gap", "zone", "char_start", "char_end")


def _extract(extractor: Extractor) -> Callable[[str, Inputs], Outputs]:
    def read(raw: str, inputs: Inputs) -> Outputs:
        article = inputs.article
        if article is None:
            return {table.name: [] for table in extractor.tables}
        return extractor.rows(article, inputs.get(QUOTES.name, []))

    return read


_ARTICLE = (TEXTS, DOCUMENTS, AUTHORS, SEGMENTS)
STAGES = {
    stage.name: stage
    for stage in (
        Stage("raw", (), (RAW,), (), _raw),
        Stage(
            "clean",
            (RAW,),
            (TEXTS, BLOCKS),
            ("pejlemaerker.corpus.limits", "pejlemaerker.corpus.opening_process", "pejlemaerker.corpus.statements"),
            _clean,
            ("courlan", "ftfy", "htmldate", "lxml", "pypdfium2", "pyyaml", "trafilatura"),
            batch=100,  # opening a PDF takes a second; who waits wants to see it go on
        ),
        Stage(
            "segment",
            (TEXTS, BLOCKS),
            (DOCUMENTS, AUTHORS, SEGMENTS, FINGERPRINTS),
            ("pejlemaerker.corpus.segmenting", "pejlemaerker.corpus.likeness"),
            _segment,
            ("py3langid", "rensa"),
        ),
        *(
            Stage(
                extractor.name,
                (*_ARTICLE, QUOTES) if extractor.reads_quotes else _ARTICLE,
                extractor.tables,
                (f"pejlemaerker.extraction.{extractor.name}",),
                _extract(extractor),
            )
            for extractor in EXTRACTORS
        ),
    )
}


def keys(store: Path, stage: str, raws: Iterable[str]) -> dict[str, str]:
    """For each source the key under which `stage` files what it makes of it."""
    version = _whole_version(stage)
    known = houses(store) if stage in _WITH_HOUSES else {}
    return {
        raw: raw if stage == "raw" else derived_key(raw, version, digest(known.get(raw, frozenset()))) for raw in raws
    }


def _whole_version(stage: str) -> str:
    """Version of a stage and of all that it stands on."""
    own = STAGES[stage]
    return " ".join([*(_whole_version(name) for name in own.upstream), own.version if stage != "raw" else ""])


def packs(store: Path, stage: str) -> Packs:
    """The packs of `stage` in the folder `store`."""
    return Packs(store / stage, STAGES[stage].tables)


# The stage that reads house lines, and all after it.
_WITH_HOUSES = tuple(STAGES)[tuple(STAGES).index("segment") :]
