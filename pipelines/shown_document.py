"""A document on a screen: its text with marks that can be read without colours, ⟦so⟧[C1], and below it what each mark stands for."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.text import Text

from pejlemaerker.publication.showing import MARKED, Marked, Shown, pieces

from .plain_text import one_line, visible
from .shown_rows import FOUND, KEPT, cells

Segment = dict[str, Any]
_STYLES = dict(zip(MARKED, ("cyan", "yellow", "magenta", "green"), strict=True))
_BOLD = ("title", "heading")
WITHHELD = "The open edition holds no whole texts: shown is what it has of this one (docs/rights.md)."


def text_of(shown: Shown, edition: str, *, everything: bool, row_id: str | None = None) -> Iterator[Text]:
    """The document from top to bottom, a paragraph at a time; with `row_id` only what stands around that row or segment."""
    yield _head(shown)
    segments, is_part = _around(shown, row_id)
    if edition == "open" and any(segment["is_content"] and segment["text"] is None for segment in segments):
        yield Text(WITHHELD, "italic")
    if is_part:
        yield Text(f"Around {row_id}:", "italic")
    yield from _segments(shown, segments, row_id, everything=everything)
    listed = [mark for mark in shown.marked if not is_part or _stands_in(mark, segments)]
    if listed:
        yield Text("What the marks stand for", "bold")
    printed = [segment for segment in segments if segment["text"] is not None]
    for mark in listed:
        yield _row(mark, is_asked=mark.id == row_id, is_in_text=_stands_in(mark, printed))


def _segments(shown: Shown, segments: Sequence[Segment], row_id: str | None, *, everything: bool) -> Iterator[Text]:
    """The text; one sign for all that is withheld in a row, and for what is no part of the article a line if that is wished."""
    withheld = False
    for segment in segments:
        if segment["text"] is not None:
            if segment["kind"] != "title" or segment["text"] != shown.document["title"]:
                yield _segment(segment, shown.marked, row_id)
            withheld = False
        elif segment["is_content"] and not withheld:
            yield Text("[…]", "dim")
            withheld = True
        elif everything and not segment["is_content"]:
            n_chars = segment["char_end"] - segment["char_start"]
            yield Text(f"[{segment['kind']}: {n_chars} characters, not published]", "dim")


def _head(shown: Shown) -> Text:
    document = shown.document
    facts = [document[name] for name in ("kind", "published", "publisher", "source_path", "document_id")]
    lines = Text(one_line(document["title"] or "Without a title"), "bold underline")
    lines.append("\n" + " · ".join(one_line(str(fact)) for fact in facts if fact), "not bold not underline dim")
    if names := [one_line(author["name"]) for author in shown.authors if author["name"]]:
        lines.append("\nby " + ", ".join(names), "not bold not underline dim")
    if themes := [theme["theme"] for theme in shown.themes]:
        lines.append("\nthemes: " + ", ".join(themes), "not bold not underline dim")
    if document["duplicate_of"]:
        lines.append(f"\nrepeats {document['duplicate_of']}", "not bold not underline dim")
    return lines


def _around(shown: Shown, row_id: str | None) -> tuple[Sequence[Segment], bool]:
    """The segments to show, and whether they are a part: those of the row, one content segment before and one after."""
    if row_id is None:
        return shown.segments, False
    content = [segment for segment in shown.segments if segment["is_content"]]
    asked = [mark for mark in shown.marked if mark.id == row_id]
    own = [
        number
        for number, segment in enumerate(content)
        if segment["segment_id"] == row_id or any(_stands_in(mark, [segment]) for mark in asked)
    ]
    return (content[max(0, own[0] - 1) : own[-1] + 2], True) if own else (shown.segments, False)


def _stands_in(mark: Marked, segments: Sequence[Segment]) -> bool:
    start, end = mark.span
    return any(start < item["char_end"] and end > item["char_start"] for item in segments)


def _segment(segment: Segment, marked: Sequence[Marked], row_id: str | None) -> Text:
    lines = Text(style="bold" if segment["kind"] in _BOLD else "")
    if segment["kind"] == "list_item":
        lines.append(f"{one_line(str(segment['list_number'] or '•'))} ")
    if not segment["is_content"]:
        lines = Text(f"[{segment['kind']}] ", "dim")
    for piece in pieces(segment["text"], segment["char_start"], marked):
        style = _style(piece.within[-1], row_id) if piece.within else ""
        lines.append("⟦" * len(piece.beginning), style)
        lines.append(visible(piece.text, KEPT), style)
        for mark in piece.ending:
            lines.append(f"⟧[{mark.sign}]", _style(mark, row_id))
        for mark in piece.going_on:
            lines.append(f"⟧[{mark.sign} …]", _style(mark, row_id))
    return lines


def _style(mark: Marked, row_id: str | None) -> str:
    return f"{_STYLES[mark.table]} reverse" if mark.id == row_id else _STYLES[mark.table]


def _row(mark: Marked, *, is_asked: bool, is_in_text: bool) -> Text:
    lines = Text("▶ " if is_asked else "")
    lines.append(f"[{mark.sign}]", _STYLES[mark.table]).append(f" {mark.table.name}  {mark.id}")
    if not is_in_text:
        lines.append(f"\n     text: {visible(mark.row['text'] or 'not in this edition', KEPT)}")
    known = [name for name in mark.table.correctable if mark.row[name] is not None]
    lines.append(f"\n     {cells(mark.row, known)}")
    if unknown := [name for name in mark.table.correctable if mark.row[name] is None]:
        lines.append(f"\n     not told: {', '.join(unknown)}", "dim")
    return lines.append(f"\n     {cells(mark.row, [name for name in FOUND if mark.row.get(name) is not None])}", "dim")
