"""Web pages for tests: an article of four paragraphs, the page around it, and what a reader makes of a page.

What belongs here: what the tests of web pages share and nothing that is tested.
"""

from pejlemaerker import Reading, read
from pejlemaerker.corpus.blocks import Block
from pejlemaerker.corpus.formats.html import read_html

TITLE = "Plan giver ledere tid"
WHO = (
    "Rådet i Strandby har sagt ja til en plan, som skal give lederne i kommunen mere tid sammen med deres medarbejdere."
)
WHAT = "Fra august falder antallet af faste møder fra otte til fire om måneden, og skemaerne bliver kortere, skriver avisen."
SAID = "»Vi har bedt vores ledere om at gå foran, men vi har givet dem en kalender uden plads,« siger rektor Ditte Lyngholm."
THEN = "Planen bliver fulgt op efter et år, og til den tid skal rådet se på, om der er kommet mere ro på de enkelte skoler."
BODY = [WHO, WHAT, SAID, THEN]
ARTICLE = f"<h1>{TITLE}</h1>" + "".join(f"<p>{text}</p>" for text in BODY)


def page(body: str, head: str = "") -> bytes:
    """A page in UTF-8 with `body` between its tags."""
    start = f'<!DOCTYPE html><html lang="da"><head><meta charset="utf-8">{head}</head>'
    return f"{start}<body>{body}</body></html>".encode()


def blocks_of(body: str, head: str = "") -> list[Block]:
    """Blocks of a page with `body`."""
    return read_html(page(body, head))[0].blocks


def amid(inner: str) -> list[Block]:
    """Blocks of `inner`, which stands among the paragraphs of an article."""
    found = blocks_of(f"<article><h1>{TITLE}</h1><p>{WHO}</p>{inner}<p>{WHAT}</p><p>{SAID}</p><p>{THEN}</p></article>")
    texts = [block.text for block in found]
    return found[texts.index(WHO) + 1 : texts.index(WHAT)]


def zones_of(body: str) -> dict[str, str | None]:
    """By each line of the page the kind that its markup and place give it."""
    return {line: block.zone for block in blocks_of(body) for line in block.text.split("\n")}


def reading_of(content: bytes) -> Reading:
    """What is read of a whole page."""
    found = read(content, name="side.html")
    assert found.document is not None, found.skipped
    return found


def kinds_of(found: Reading) -> dict[str, str]:
    """By each line of what was read the kind of its segment."""
    return {
        line: row["kind"]
        for row in found.segments
        for line in found.clean_text[row["char_start"] : row["char_end"]].split("\n")
    }
