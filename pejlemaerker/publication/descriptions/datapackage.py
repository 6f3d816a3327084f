"""`datapackage.json`: the files of a release as a Data Package, version 2, with a Table Schema for each table."""

from typing import Any

from pejlemaerker.publication.csv_files import PROTECTED
from pejlemaerker.publication.policy.about import About, Agent
from schemas import DOCUMENTS, Column, Table

from .facts import NAME, DataFile, Facts
from .licences import licence_url

_PROFILES = "https://datapackage.org/profiles/2.0"
_TYPES = {"text": "string", "integer": "integer", "number": "number", "flag": "boolean", "date": "date"}
MEDIA_TYPES = {"parquet": "application/vnd.apache.parquet", "csv": "text/csv"}


def datapackage(facts: Facts, about: About) -> dict[str, Any]:
    """The descriptor of all tables of an edition, in every format that is there."""
    licence = {"name": about.licence, "path": licence_url(about.licence)}
    pointed_at = {column.references for table in facts.tables for column in table.columns if column.references}
    described = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": NAME,
        "title": about.title.en,
        "description": about.description.en,
        "homepage": about.homepage,
        "version": facts.version,
        "edition": facts.edition,
        "schema_version": facts.release["schema_version"],
        "previous_version": facts.release["previous_version"],
        "created": f"{about.issued.isoformat()}T00:00:00Z" if about.issued else None,
        "keywords": list(about.keywords),
        "licenses": [licence],
        "sources": [_sources(facts)],
        "contributors": _contributors(about),
        "resources": [_resource(file, pointed_at, licence) for file in facts.files],
    }
    return {name: value for name, value in described.items() if value is not None}


def _sources(facts: Facts) -> dict[str, str]:
    count = facts.rows[DOCUMENTS.name]
    title = (
        f"The {count} documents that the table documents lists, each with publisher and address where they are known"
    )
    return {"title": title, "path": f"parquet/{DOCUMENTS.name}.parquet"}


def _contributors(about: About) -> list[dict[str, Any]]:
    roles: dict[Agent, list[str]] = {}
    for role, agents in (
        ("creator", about.creators),
        ("publisher", (about.publisher,)),
        ("contact", (about.contact,)),
    ):
        for agent in agents:
            roles.setdefault(agent, []).append(role)
    return [
        {"title": agent.name}
        | ({"path": agent.homepage} if agent.homepage else {})
        | ({"email": agent.email} if agent.email else {})
        | {"roles": played}
        for agent, played in roles.items()
    ]


def _resource(file: DataFile, pointed_at: set[str], licence: dict[str, str]) -> dict[str, Any]:
    csv = file.format == "csv"
    note = f" {PROTECTED}" if csv else ""
    resource = {
        "name": _name(file.table.name, file.format),
        "type": "table",
        "path": file.path,
        "title": file.table.name,
        "description": file.table.description + note,
        "format": file.format,
        "mediatype": MEDIA_TYPES[file.format],
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "licenses": [licence],
    }
    if csv:
        resource |= {"encoding": "utf-8", "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'}}
    return resource | {"schema": table_schema(file.table, pointed_at, file.format)}


def _name(table: str, kind: str) -> str:
    """The name of a resource: the Parquet file of a table has the table's own."""
    return table if kind == "parquet" else f"{table}-{kind}"


def table_schema(table: Table, pointed_at: set[str], kind: str = "parquet") -> dict[str, Any]:
    """The Table Schema of a table; `pointed_at` are the columns (`table.column`) that others refer to, in which values are unique."""
    whole = all(not table.column(name).optional for name in table.key)
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(table, column, pointed_at) for column in table.columns],
        "missingValues": [""],
        # A key with nulls in it is no primary key; it is still unique.
        **({"primaryKey": list(table.key)} if whole else {"uniqueKeys": [list(table.key)]}),
    }
    foreign = [_foreign(column.name, column.references, kind) for column in table.columns if column.references]
    return schema | ({"foreignKeys": foreign} if foreign else {})


def _foreign(column: str, references: str, kind: str) -> dict[str, Any]:
    table, _, there = references.partition(".")
    return {"fields": [column], "reference": {"resource": _name(table, kind), "fields": [there]}}


def _field(table: Table, column: Column, pointed_at: set[str]) -> dict[str, Any]:
    unique = table.key == (column.name,) or f"{table.name}.{column.name}" in pointed_at
    constraints: dict[str, Any] = {
        "required": not column.optional or None,
        "unique": unique or None,
        "enum": list(column.enum) or None,
        # Matched against the whole value, so alternatives have to stand together.
        "pattern": f"({column.pattern})" if column.pattern and "|" in column.pattern else column.pattern,
        "minimum": _bound(column, column.minimum),
        "maximum": _bound(column, column.maximum),
    }
    stated = {name: value for name, value in constraints.items() if value is not None}
    field = {"name": column.name, "type": _TYPES[column.type], "description": column.description}
    return field | ({"unit": column.unit} if column.unit else {}) | ({"constraints": stated} if stated else {})


def _bound(column: Column, bound: float | None) -> float | None:
    return int(bound) if bound is not None and column.type == "integer" else bound
