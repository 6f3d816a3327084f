"""From blocks to the rows of `documents`, `authors` and `segments`."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass

from schemas import AUTHORS, DOCUMENTS, SEGMENTS
from schemas.segments import CONTENT_KINDS

from .article import Article, Row, Segment
from .blocks import Block
from .claims import Claims
from .identifiers import RowIdentifiers, document_id
from .kinds import kind_of
from .language import language
from .metadata import article_authors, described, published, publisher, url
from .zones import Zone, is_prose, zones

_NONE = Claims()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from: path relative to the articles folder, the hash of the file's bytes, and its format."""

    path: str
    raw_sha256: str
    format: str = "text"


def segment(
    source: Source,
    clean_text: str,
    blocks: list[Block],
    claims: Claims = _NONE,
    stated: Claims = _NONE,
    repeated: Collection[str] = (),
) -> Article:
    """The article that `blocks` of `clean_text` make up.

    `stated` is metadata that a person wrote down and is trusted over the text; `claims` is what a program put in the file.
    `repeated` are the lines that stand in several documents of the same publisher.
    """
    found = zones(blocks, stated.title or claims.title, repeated)
    kinds = [zone.kind for zone in found]
    document = _document(source, clean_text, blocks, kinds, claims, stated)
    identifier = str(document["document_id"])
    signed = [
        described(author, blocks, kinds)
        for author in stated.authors or article_authors(blocks, kinds) or claims.authors
    ]
    authors = [
        AUTHORS.row(
            document_id=identifier, ordinal=i, name=author.name, role=author.role, organisation=author.organisation
        )
        for i, author in enumerate(signed, 1)
    ]
    return Article(document, authors, _segments(identifier, blocks, found), clean_text)


def _document(
    source: Source, clean_text: str, blocks: list[Block], kinds: list[str], claims: Claims, stated: Claims
) -> Row:
    printed = next((block.text for block, kind in zip(blocks, kinds, strict=True) if kind == "title"), None)
    title = stated.title or printed or claims.title
    content = [block.text for block, kind in zip(blocks, kinds, strict=True) if kind in CONTENT_KINDS]
    dated = published(blocks, kinds, claims, stated)
    by = stated.publisher or claims.publisher or publisher(blocks, kinds)
    address = stated.url or claims.url or url(blocks, kinds)
    running = [
        block.text for block, kind in zip(blocks, kinds, strict=True) if is_prose(block) and kind in CONTENT_KINDS
    ]
    opening = running[0] if running else clean_text[:500]
    return DOCUMENTS.row(
        document_id=document_id(address, by, title, dated.value if dated else None, opening),
        source_path=source.path,
        raw_sha256=source.raw_sha256,
        text_sha256=hashlib.sha256(clean_text.encode("utf-8")).hexdigest(),
        format=source.format,
        url=address,
        title=title,
        kind=kind_of(blocks, kinds, address),
        publisher=by,
        licence=stated.licence or claims.licence,
        rights_basis="none",  # until the policy of rights has been asked, when a release is put together
        excerpt_share=0.0,
        published=dated.value if dated else None,
        published_precision=dated.precision if dated else None,
        language=language("\n".join(content) or clean_text),
        n_chars=len(clean_text),
        n_words=sum(len(text.split()) for text in content),
    )


def _segments(document: str, blocks: list[Block], found_zones: list[Zone]) -> list[Segment]:
    identifiers = RowIdentifiers(document, "s")
    sections = _sections(blocks, [zone.kind for zone in found_zones])
    found = []
    for i, (block, zone) in enumerate(zip(blocks, found_zones, strict=True)):
        is_content = zone.kind in CONTENT_KINDS
        row = SEGMENTS.row(
            document_id=document,
            segment_id=identifiers.next(block.text),
            ordinal=i + 1,
            kind=zone.kind,
            list_number=block.marker,
            level=block.level,
            section=sections[i],
            char_start=block.char_start,
            char_end=block.char_end,
            text=block.text if is_content else None,
            is_content=is_content,
            rule=zone.rule,
            confidence=zone.confidence,
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
