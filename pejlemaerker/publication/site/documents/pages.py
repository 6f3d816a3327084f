"""The pages of a document: passages and cards in the order of the text, as many to a page as its weight allows."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from .. import paths
from ..context import Site
from ..environment import macros
from .citing import citation, source
from .marking import around, cut
from .reading import MARKED, Document, Found, Row, documents

LONGEST = 20_000  # characters of a passage; a text without paragraphs would else be a page of any weight
WEIGHT = 80_000  # bytes of passages and cards on a page; with frame and facts it stays well below 150 kB
_REPORTED = 200  # documents between two reports


@dataclass(frozen=True, slots=True)
class Part:
    """A passage or a card, and the row whose card it is."""

    html: Markup
    row_id: str | None = None


def write_documents(site: Site) -> None:
    """Write the pages of all documents of the edition."""
    whole = site.dataset.counts()["documents"]
    for n, document in enumerate(documents(site.dataset)):
        if n % _REPORTED == 0:
            site.report("site: documents", n, whole)
        _write(site, document)
    site.report("site: documents", whole, whole)


def _write(site: Site, document: Document) -> None:
    pages = list(packed(_parts(site, document)))
    holds = [" ".join(_end(part.row_id) for part in page if part.row_id) for page in pages]
    shown = {
        "document": document.row,
        "authors": document.authors,
        "themes": document.themes,
        "counts": {table.name: sum(found.kind == kind for found in document.found) for table, kind in MARKED.items()},
        "whole": document.whole,
        "original": document.row["duplicate_of"],
        "safe_url": _safe(document.row["url"]),
        "names": site.names,
        "pages": site.names,
        "of": len(pages),
        "holds": holds,
    }
    for number, page in enumerate(pages, 1):
        body = Markup().join(part.html for part in page)
        path = paths.document(document.document_id, number)
        site.files.page(path, "document.html.jinja", number=number, body=body, **shown)


def packed(parts: Iterable[Part], weight: int = WEIGHT) -> Iterator[list[Part]]:
    """The parts in pages of at most `weight` bytes, or of one part; one page without parts where there are none."""
    page: list[Part] = []
    weighs = 0
    for part in parts:
        size = len(part.html.encode())
        if page and weighs + size > weight:
            yield page
            page, weighs = [], 0
        page.append(part)
        weighs += size
    yield page


def _parts(site: Site, document: Document) -> Iterator[Part]:
    """Each passage of content, and after it the cards of the rows that begin in it."""
    made: Any = macros("_card.html.jinja", paths.up(paths.document(document.document_id)))
    told = source(document.row, document.authors)
    dataset = site.about.title.da.partition(":")[0]
    for segment, over, own in _passages(document):
        text, start = segment["text"], segment["char_start"]
        if text is not None:
            for at, words in stretches(text):
                yield Part(made.passage(segment, list(cut(words, start + at, over))))
        for found in own:
            cited = citation(found, document.row, document.authors, dataset)
            card = made.card(found, around(found, text, start), cited, site.names, told, site.contact)
            yield Part(card, found.row_id)


def stretches(text: str, longest: int = LONGEST) -> Iterator[tuple[int, str]]:
    """`text` in stretches of at most `longest` characters, cut after a blank where there is one, each with where it begins."""
    at = 0
    while at < len(text):
        end = at + longest
        if end < len(text):
            end = text.rfind(" ", at, end) + 1 or end
        yield at, text[at:end]
        at = end


def _passages(document: Document) -> Iterator[tuple[Row, list[Found], list[Found]]]:
    """Each segment of content, the rows that have characters in it, and those that begin in it; time is linear in the rows."""
    waiting = deque(document.found)
    over: list[Found] = []
    for segment in document.segments:
        over = [found for found in over if found.end > segment["char_start"]]
        own: list[Found] = []
        while waiting and waiting[0].start < segment["char_end"]:
            own.append(waiting.popleft())
        over += own
        if segment["is_content"]:
            yield segment, over, own


def _end(row_id: str) -> str:
    """The end of a row's identifier, which tells it from the others of its document."""
    return row_id.rpartition("-")[2]


def _safe(url: str | None) -> str | None:
    """An address that a link may lead to; None for what a browser would run, or would not understand."""
    if url is None or urlsplit(url).scheme not in ("http", "https"):
        return None
    return url
