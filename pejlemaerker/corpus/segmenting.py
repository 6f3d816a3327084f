"""From blocks to the rows of `documents`, `authors` and `segments`."""

import hashlib
from dataclasses import dataclass

from schemas import AUTHORS, DOCUMENTS, SEGMENTS
from schemas.segments import CONTENT_KINDS

from .article import Article, Row, Segment
from .blocks import Block
from .identifiers import RowIdentifiers, document_id
from .kinds import kind_of
from .language import language
from .metadata import article_authors, published, publisher
from .zones import is_prose, zones


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from: path relative to the articles folder, and the hash of the file's bytes."""

    path: str
    raw_sha256: str


def segment(source: Source, clean_text: str, blocks: list[Block]) -> Article:
    """The article that `blocks` of `clean_text` make up."""
    kinds = zones(blocks)
    document = _document(source, clean_text, blocks, kinds)
    identifier = str(document["document_id"])
    signed = article_authors(blocks, kinds)
    authors = [
        AUTHORS.row(
            document_id=identifier, ordinal=i, name=author.name, role=author.role, organisation=author.organisation
        )
        for i, author in enumerate(signed, 1)
    ]
    return Article(document, authors, _segments(identifier, blocks, kinds), clean_text)


def _document(source: Source, clean_text: str, blocks: list[Block], kinds: list[str]) -> Row:
    title = next((block.text for block, kind in zip(blocks, kinds, strict=True) if kind == "title"), None)
    content = [block.text for block, kind in zip(blocks, kinds, strict=True) if kind in CONTENT_KINDS]
    dated = published(blocks, kinds)
    by = publisher(blocks, kinds)
    running = [
        block.text for block, kind in zip(blocks, kinds, strict=True) if is_prose(block) and kind in CONTENT_KINDS
    ]
    opening = running[0] if running else clean_text[:500]
    return DOCUMENTS.row(
        document_id=document_id(None, by, title, dated.value if dated else None, opening),
        source_path=source.path,
        raw_sha256=source.raw_sha256,
        text_sha256=hashlib.sha256(clean_text.encode("utf-8")).hexdigest(),
        title=title,
        kind=kind_of(blocks, kinds),
        publisher=by,
        published=dated.value if dated else None,
        published_precision=dated.precision if dated else None,
        language=language("\n".join(content) or clean_text),
        n_chars=len(clean_text),
        n_words=sum(len(text.split()) for text in content),
    )


def _segments(document: str, blocks: list[Block], kinds: list[str]) -> list[Segment]:
    identifiers = RowIdentifiers(document, "s")
    sections = _sections(blocks, kinds)
    found = []
    for i, (block, kind) in enumerate(zip(blocks, kinds, strict=True)):
        is_content = kind in CONTENT_KINDS
        row = SEGMENTS.row(
            document_id=document,
            segment_id=identifiers.next(block.text),
            ordinal=i + 1,
            kind=kind,
            list_number=block.marker,
            level=block.level,
            section=sections[i],
            char_start=block.char_start,
            char_end=block.char_end,
            text=block.text if is_content else None,
            is_content=is_content,
        )
        found.append(Segment(row, block.text))
    return found


def _sections(blocks: list[Block], kinds: list[str]) -> list[str | None]:
    """The headings above each block, outermost first. Lines that serve as headings stand below those with a level."""
    open_headings: list[tuple[int, str]] = []
    found: list[str | None] = []
    for block, kind in zip(blocks, kinds, strict=True):
        if kind == "heading":
            level = block.level or 9
            open_headings = [heading for heading in open_headings if heading[0] < level]
        found.append(" > ".join(text for _, text in open_headings) or None)
        if kind == "heading":
            open_headings.append((level, block.text))
    return found
