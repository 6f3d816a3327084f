"""`croissant.json`: the release in the vocabulary for machine learning, Croissant 1.0: files with hashes, tables as record sets.

Fields are read from the Parquet files, which have types; the CSV files are listed beside them.
"""

from datetime import date
from typing import Any

from pejlemaerker.publication.policy.about import About, Agent
from schemas import Column, Table

from .citation import bibtex
from .datapackage import MEDIA_TYPES
from .facts import NAME, DataFile, Facts
from .licences import licence_url

CONFORMS_TO = "http://mlcommons.org/croissant/1.0"
_TYPES = {"text": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "flag": "sc:Boolean", "date": "sc:Date"}
# Terms of the vocabulary by the namespace they are in; the specification asks for this context to the letter.
_TERMS = (
    *("citeAs", "column", "extract", "field", "fileProperty", "fileObject", "fileSet", "format", "includes"),
    *("isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex"),
    *("repeated", "replace", "samplingRate", "separator", "source", "subField", "transform", "equivalentProperty"),
)
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    **{term: f"cr:{term}" for term in sorted(_TERMS)},
}


def croissant(facts: Facts, about: About) -> dict[str, Any]:
    """The JSON-LD of an edition."""
    described = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS_TO,
        "name": NAME,
        "alternateName": [about.title.en, about.title.da],
        "description": about.description.en,
        # Readers of this format look for a semantic version; the data's own version is a hash.
        "version": f"{facts.release['schema_version']}+{facts.version}",
        "license": licence_url(about.licence),
        "url": about.base(facts.edition, facts.version) or about.homepage,
        "inLanguage": ["da"],
        "keywords": list(about.keywords),
        "datePublished": _published(facts, about),
        "creator": [_agent(agent) for agent in about.creators],
        "publisher": _agent(about.publisher),
        "citeAs": bibtex(facts, about),
        "distribution": [_file_object(file) for file in facts.files],
        "recordSet": [_record_set(table, facts) for table in facts.tables],
    }
    return {name: value for name, value in described.items() if value is not None}


def _published(facts: Facts, about: About) -> str | None:
    """The day of publication; where nobody states one, that of the newest document, before which it cannot have been."""
    day: date | None = about.issued or facts.last
    return day.isoformat() if day else None


def _agent(agent: Agent) -> dict[str, str]:
    stated = {"name": agent.name, "url": agent.homepage, "email": agent.email}
    kind = "sc:Person" if agent.person else "sc:Organization"
    return {"@type": kind, **{name: value for name, value in stated.items() if value}}


def _file_object(file: DataFile) -> dict[str, str]:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path,
        "description": f"{file.table.description} As {'Parquet' if file.format == 'parquet' else 'CSV'}.",
        "contentUrl": file.path,
        "contentSize": f"{file.size} B",
        "encodingFormat": _ENCODINGS[file.format],
        "sha256": file.sha256,
    }


_ENCODINGS = MEDIA_TYPES | {"parquet": "application/x-parquet"}  # the name that Croissant 1.0 knows it by


def _record_set(table: Table, facts: Facts) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{name}"} for name in table.key],
        "field": [_field(table, column, facts) for column in table.columns],
    }


def _field(table: Table, column: Column, facts: Facts) -> dict[str, Any]:
    place = {"fileObject": {"@id": f"parquet/{table.name}.parquet"}, "extract": {"column": column.name}}
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": f"{table.name}/{column.name}",
        "description": column.description,
        "dataType": _TYPES[column.type],
        "source": place,
    }
    # Readers of this format join what is pointed to: they cannot go round in a circle, and stop at a table without rows.
    pointed_at = (column.references or "").partition(".")[0]
    if pointed_at not in ("", table.name) and facts.rows[pointed_at]:
        field["references"] = {"field": {"@id": f"{column.references}".replace(".", "/")}}
    return field
