"""What the Dagster page says of each asset before anything has run: group, owner, tags, columns, where to read more.

Groups are numbered, so that the page lists them in the order in which data flows. Columns come from `schemas`.
"""

import re
from pathlib import Path

import dagster as dg

from pejlemaerker.publication.policy.about import About
from pejlemaerker.stages import STAGES
from schemas import PUBLISHED, Column, Table

COLLECT, READ, EXTRACT, COMBINE, PUBLISH = "1_collect", "2_read", "3_extract", "4_combine", "5_publish"
TEAM = "team:pejlemaerker"
_EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9.-]+\.[A-Za-z]{2,7}")  # what Dagster takes for one
_READS = {  # how much an asset looks at; what is read one document at a time is read once and kept
    COLLECT: "one_file_at_a_time",
    READ: "one_document_at_a_time",
    EXTRACT: "one_document_at_a_time",
    COMBINE: "all_documents_together",
    PUBLISH: "the_whole_release",
}
_DOCS = Path(__file__).resolve().parent.parent / "docs"
# Where to read more of what has no page of its own name in docs/.
_READ_MORE = {
    "clean": "formats",
    "segment": "formats",
    "kpis": "recommendations",
    "initiatives": "recommendations",
    "parquet": "rights",
    "duckdb": "analysts",
    "release": "versions",
}


def owners(about: About | None) -> list[str]:
    """Who answers for the assets: the contact of `policy/dataset.toml` where that is an e-mail address, else a team."""
    email = about.contact.email if about else None
    return [email] if email and _EMAIL.fullmatch(email) else [TEAM]


def describe(spec: dg.AssetSpec, owned_by: list[str]) -> dg.AssetSpec:
    """`spec` with what the page shows of it."""
    name = spec.key.to_user_string()
    metadata = {**spec.metadata, **_columns(name), **_more(name)}
    tags = {**spec.tags, "reads": _READS[spec.group_name]} if spec.group_name in _READS else spec.tags
    return spec.replace_attributes(owners=owned_by, metadata=metadata, tags=tags)


def column_schema(table: Table) -> dg.TableSchema:
    """The columns of `table`, with their types, descriptions and bounds."""
    columns = [
        dg.TableColumn(
            column.name,
            column.type,
            column.description,
            dg.TableColumnConstraints(
                nullable=column.optional, unique=table.key == (column.name,), other=_bounds(column)
            ),
        )
        for column in table.columns
    ]
    return dg.TableSchema(columns, dg.TableConstraints([f"unique: {', '.join(table.key)}"]))


def _bounds(column: Column) -> list[str]:
    """What else holds of the values of `column`, in words."""
    said = [f"one of: {', '.join(column.enum)}"] if column.enum else []
    said += [f"at least {column.minimum:g}"] if column.minimum is not None else []
    said += [f"at most {column.maximum:g}"] if column.maximum is not None else []
    said += [f"points to {column.references}"] if column.references else []
    return said + ([f"in {column.unit}"] if column.unit else [])


def _columns(name: str) -> dict[str, object]:
    """The columns of what an asset makes: one table is its own, of several each stands under its name."""
    tables = STAGES[name].tables if name in STAGES else PUBLISHED if name == "parquet" else ()
    if len(tables) == 1:
        return {"dagster/column_schema": column_schema(tables[0])}
    return {f"columns_{table.name}": dg.MetadataValue.table_schema(column_schema(table)) for table in tables}


def _more(name: str) -> dict[str, object]:
    page = next((path for stem in (name, _READ_MORE.get(name, "")) if (path := _DOCS / f"{stem}.md").is_file()), None)
    return {"read_more": dg.MetadataValue.path(page)} if page else {}
