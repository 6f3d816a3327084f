"""How a row that is looked over is shown to a person: its words marked in their context, what was read, and how."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from pejlemaerker.publication.reviewing.rows import Reviewed

_FOUND = ("rule", "confidence", "attribution", "cue")


def shown(found: Reviewed) -> Text:
    """A row for a person: where it stands, its words marked in their context, what was read, and how."""
    document = found.document
    lines: list[str | tuple[str, str]] = [(f"{found.table.name}  {found.id}\n", "bold")]
    facts = [document["title"], document["published"], document["publisher"], document["source_path"]]
    lines.append(("  " + " · ".join(str(fact) for fact in facts if fact) + "\n", "dim"))
    if found.before:
        lines.append((f"  before  {found.before}\n", "dim"))
    if found.segment is not None:
        lines += ["  text    ", *_marked(found.row, found.segment), "\n"]
    read = found.table.correctable
    lines += [f"  read    {_cells(found, read)}\n", f"  how     {_cells(found, _FOUND)}"]
    if found.corrected:
        lines.append("\n  A correction of this row stands in this release.")
    return Text.assemble(*lines)


def _marked(row: Mapping[str, object], segment: Mapping[str, object]) -> list[str | tuple[str, str]]:
    """The text of a segment, the row's words between ⟦ and ⟧."""
    text, offset = str(segment["text"] or ""), _number(segment["char_start"])
    start, end = _number(row["char_start"]) - offset, _number(row["char_end"]) - offset
    return [text[:start], (f"⟦{text[start:end]}⟧", "reverse"), text[end:]]


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def _cells(found: Reviewed, names: Sequence[str]) -> str:
    cells = [(name, found.row[name]) for name in names if name in found.row]
    return " · ".join(f"{name}: {'–' if value is None else value}" for name, value in cells)
