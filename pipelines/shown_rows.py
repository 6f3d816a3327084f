"""How a row that is looked over is shown to a person: its words marked in their context, what was read, and how."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from .plain_text import one_line, visible

if TYPE_CHECKING:  # it takes seconds to load, and `pejl show` needs none of it
    from pejlemaerker.publication.reviewing.rows import Reviewed

KEPT = "\n\t"  # a segment may run over lines
FOUND = ("rule", "confidence", "attribution", "cue")


def shown(found: "Reviewed") -> Text:
    """A row for a person: where it stands, its words marked in their context, what was read, and how."""
    document = found.document
    lines: list[str | tuple[str, str]] = [(f"{found.table.name}  {found.id}\n", "bold")]
    facts = [document["title"], document["published"], document["publisher"], document["source_path"]]
    lines.append(("  " + " · ".join(one_line(str(fact)) for fact in facts if fact) + "\n", "dim"))
    if found.before:
        lines.append((f"  before  {visible(found.before, KEPT)}\n", "dim"))
    if found.segment is not None:
        lines += ["  text    ", *_marked(found.row, found.segment), "\n"]
    read = found.table.correctable
    lines += [f"  read    {cells(found.row, read)}\n", f"  how     {cells(found.row, FOUND)}"]
    if found.corrected:
        lines.append("\n  A correction of this row stands in this release.")
    return Text.assemble(*lines)


def as_object(found: "Reviewed") -> dict[str, object]:
    """A row with its context for a program."""
    return {
        "table": found.table.name,
        "id": found.id,
        "row": found.row,
        "document": found.document,
        "segment": found.segment,
        "before": found.before,
        "corrected": found.corrected,
    }


def _marked(row: Mapping[str, object], segment: Mapping[str, object]) -> list[str | tuple[str, str]]:
    """The text of a segment, the row's words between ⟦ and ⟧."""
    text, offset = str(segment["text"] or ""), _number(segment["char_start"])
    start, end = _number(row["char_start"]) - offset, _number(row["char_end"]) - offset
    return [visible(text[:start], KEPT), (f"⟦{visible(text[start:end], KEPT)}⟧", "reverse"), visible(text[end:], KEPT)]


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def cells(row: Mapping[str, object], names: Sequence[str]) -> str:
    """The values of the columns `names` that `row` has, on one line."""
    found = [(name, row[name]) for name in names if name in row]
    return " · ".join(f"{name}: {_cell(value)}" for name, value in found)


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.12g}"  # 310, not 310.0
    return "–" if value is None else one_line(str(value))
