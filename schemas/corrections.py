"""The table `corrections`: what people have put right, one row for each cell or row that differs from what was read.

Beside the table stands what a correction may be about; how one is written and applied stands in `pejlemaerker.publication`.
"""

import re

from ._model import DOCUMENT_ID, Column, Table
from .actors import AFFILIATIONS
from .documents import DOCUMENTS
from .initiatives import INITIATIVES
from .kpis import KPIS
from .mentions import MENTIONS
from .quotes import QUOTES
from .recommendations import RECOMMENDATIONS

ACTIONS = ("set", "remove", "same", "followed")
ACTORS = ("people", "organisations")
# The tables whose rows a person may correct; of each the columns that are marked so.
CORRECTABLE = {
    table.name: table for table in (DOCUMENTS, QUOTES, RECOMMENDATIONS, KPIS, INITIATIVES, MENTIONS, AFFILIATIONS)
}
# Columns that belong to another of their table: where that is put right and they are not, they are no longer known.
DEPENDENT = {
    (QUOTES.name, "speaker"): ("speaker_role", "speaker_organisation", "speaker_party"),
    (DOCUMENTS.name, "published"): ("published_precision",),
}

CORRECTIONS = Table(
    "corrections",
    "What people have put right in this release, and why; a row for each row or cell that differs from what was read.",
    ("correction_id",),
    (
        Column(
            "correction_id",
            "text",
            "Stable identifier, made from what was put right and how.",
            pattern="c[0-9a-f]{12}",
        ),
        Column(
            "document_id",
            "text",
            "The document; null where two people or organisations are one.",
            optional=True,
            pattern=DOCUMENT_ID,
            references="documents.document_id",
        ),
        Column("table_name", "text", "The table of the row.", enum=(*CORRECTABLE, *ACTORS)),
        Column("row_id", "text", "The row's identifier in that table; of a removed row the one it had."),
        Column(
            "action",
            "text",
            "set: a cell has the value a person gave; remove: the row is none of its table's; same: the actor is one with others; "
            "followed: a cell that hangs on a corrected one, or points to a removed row.",
            enum=ACTIONS,
        ),
        Column("column_name", "text", "The column; null where it is about the whole row.", optional=True),
        Column("why", "text", "The reason that was given."),
        Column("file_name", "text", "The file of the policy folder in which it stands."),
    ),
)


def table_of(row_id: str) -> Table | None:
    """The table whose row `row_id` is, told by its form; None when it is none that may be corrected."""
    for table in CORRECTABLE.values():
        if re.fullmatch(str(table.column(table.key[-1]).pattern), row_id):
            return table
    return None
