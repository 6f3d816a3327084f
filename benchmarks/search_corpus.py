"""Constructed articles as the tables `documents` and `segments`, without reading them, for the benchmark of the search.

Only filling those two tables belongs here. How an article is made up is for `constructed/`; what is measured for `search`.
"""

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

sys.path.insert(0, str(Path(__file__).resolve().parent))

from constructed.article import Article
from corpus import make

from pejlemaerker.publication.dataset import PART, Dataset
from pejlemaerker.storage.files import to_arrow, write_parquet_stream
from schemas import DOCUMENTS, SEGMENTS, Table

_KINDS = {"lead": "lead", "heading": "heading", "list": "list_item", "numbered": "list_item"}


def write_dataset(folder: Path, documents: int, seed: int = 1) -> tuple[Dataset, int]:
    """The tables of so many articles, written under `folder`; and the number of their words."""
    numbers = sorted(range(documents), key=_identifier)
    words, files = 0, {table.name: folder / f"{table.name}.parquet" for table in (DOCUMENTS, SEGMENTS)}
    pieces: dict[str, list[pl.DataFrame]] = {name: [] for name in files}
    for first in range(0, documents, PART):
        articles = [(_identifier(number), make(seed, number)) for number in numbers[first : first + PART]]
        words += sum(article.words() for _, article in articles)
        pieces[DOCUMENTS.name].append(DOCUMENTS.frame(_document(*one) for one in articles))
        pieces[SEGMENTS.name].append(SEGMENTS.frame(row for one in articles for row in _segments(*one)))
    for table in (DOCUMENTS, SEGMENTS):
        _write(files[table.name], table, pieces.pop(table.name))
    return Dataset.filed(files), words


def _write(path: Path, table: Table, pieces: list[pl.DataFrame]) -> None:
    write_parquet_stream(path, to_arrow(table.frame()).schema, map(to_arrow, pieces), durable=False)


def _identifier(number: int) -> str:
    return "d" + hashlib.sha256(str(number).encode()).hexdigest()[:16]


def _document(identifier: str, article: Article) -> dict[str, Any]:
    return DOCUMENTS.row(
        document_id=identifier,
        source_path=f"{identifier}.txt",
        raw_sha256="0" * 64,
        text_sha256="0" * 64,
        format="text",
        title=article.title,
        kind="other",
        publisher=article.publisher,
        rights_basis="none",
        excerpt_share=0.0,
        published=article.published,
        published_precision="day",
        language="da",
        n_chars=1,
        n_words=article.words(),
    )


def _segments(identifier: str, article: Article) -> Iterator[dict[str, Any]]:
    """The title and each paragraph and list item, as rows; spans are left short, for nothing here looks at them."""
    texts = [("title", article.title)]
    for block in article.blocks:
        kind = _KINDS.get(block.kind, "paragraph")
        texts += [(kind, text) for text in (block.text, *block.items) if text]
    for ordinal, (kind, text) in enumerate(texts, 1):
        yield SEGMENTS.row(
            document_id=identifier,
            segment_id=f"{identifier}-s{hashlib.sha256(f'{ordinal}{text}'.encode()).hexdigest()[:12]}",
            ordinal=ordinal,
            kind=kind,
            char_start=0,
            char_end=len(text),
            text=text,
            is_content=True,
            rule="constructed",
            confidence=1.0,
        )
