"""How long the readers take over large files, and how much memory, beside what merely takes the words out of them.

`python benchmarks/large_files.py` makes a PDF of 500 pages and a web page of 20 MB, opens each in a process of its own as a run does, and
prints seconds, peak memory and the ratio to a peer in the same run: pypdfium2's plain text, and lxml's `text_content`.
"""

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import lxml.html
import pypdfium2

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "corpus" / "formats" / "pdf"))
from drawn_pdf import at, lines, pdf

from pejlemaerker.corpus.limits import MAX_MEMORY, MAX_SECONDS, Reader

PAGES = 500
PAGE_BYTES = 20_000_000
_WORDS = [
    "kommunen",
    "leder",
    "ledelse",
    "styring",
    "sygehus",
    "skolen",
    "ansatte",
    "borgerne",
    "plejen",
    "regionen",
    "staten",
    "penge",
    "tid",
    "tillid",
    "opgave",
    "ansvar",
    "skemaer",
    "kvalitet",
    "trivsel",
    "resultater",
    "reform",
    "strategi",
    "fravær",
    "møder",
]


def sentence(dice: random.Random) -> str:
    """A sentence of eight to twenty words."""
    return " ".join(dice.choice(_WORDS) for _ in range(dice.randint(8, 20))).capitalize() + "."


def large_pdf(dice: random.Random) -> bytes:
    """A PDF with a heading and fifty lines on each page."""
    return pdf(
        *(
            at(60, 780, f"Afsnit {page}", 16, bold=True) + lines(60, 750, [sentence(dice)[:95] for _ in range(50)])
            for page in range(1, PAGES + 1)
        )
    )


def large_page(dice: random.Random) -> bytes:
    """A web page of 20 MB: headings, paragraphs and lists."""
    parts = [
        "<!doctype html><html><head><meta charset=utf-8><title>Stor</title></head><body><main><h1>En stor side</h1>"
    ]
    size = 0
    while size < PAGE_BYTES:
        body = " ".join(sentence(dice) for _ in range(4))
        part = f"<h2>{sentence(dice)}</h2><p>{body}</p><ul><li>{sentence(dice)}</li><li>{sentence(dice)}</li></ul>\n"
        parts.append(part)
        size += len(part.encode())
    return "".join([*parts, "</main></body></html>"]).encode()


def pdf_words(content: bytes) -> int:
    """The peer: the characters of each page, in the order of the file."""
    document = pypdfium2.PdfDocument(content)
    return sum(len(page.get_textpage().get_text_bounded()) for page in document)


def page_words(content: bytes) -> int:
    """The peer: the characters of the page without its tags."""
    return len(lxml.html.document_fromstring(content.decode()).text_content())


def peak(process: int) -> str:
    """Peak memory of a process, where the system tells it."""
    status = Path(f"/proc/{process}/status")
    found = (
        [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        if status.exists()
        else []
    )
    return f"{int(found[0]) // 1000} MB" if found else "?"


def measured(name: str, content: bytes, peer: Callable[[bytes], int]) -> str:
    """One row of the table."""
    started = time.perf_counter()
    peer(content)
    beside = time.perf_counter() - started
    reader = Reader(MAX_SECONDS, MAX_MEMORY)
    started = time.perf_counter()
    opened = reader.open(content)
    taken = time.perf_counter() - started
    memory = peak(reader.process_id or 0)
    reader.close()
    size, ratio = f"{len(content) / 1e6:.1f} MB", f"{taken / beside:.0f} times {peer.__name__}"
    return f"{name:<16}{size:>9} {len(opened.blocks):>8} blocks {taken:>7.1f} s {memory:>8}  {ratio}"


if __name__ == "__main__":
    print(measured(f"PDF, {PAGES} pages", large_pdf(random.Random(1)), pdf_words))
    print(measured("HTML", large_page(random.Random(2)), page_words))
