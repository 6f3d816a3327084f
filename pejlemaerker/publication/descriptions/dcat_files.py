"""The files of a release as distributions of DCAT: where each is to be had, in what format, how large, and with what hash.

The DuckDB file has neither size nor hash here: the same tables may give other bytes.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from pejlemaerker.publication.policy.about import About

from .datapackage import MEDIA_TYPES
from .dcat_terms import DATABASE_TYPE, FILE_TYPES, media_type
from .facts import DataFile, Facts
from .licences import licence_url
from .turtle import Statements, blank, iri, text, typed


def distributions(facts: Facts, about: About) -> list[tuple[str, Statements]]:
    """The name of every distribution, and what is said of it."""
    return [*_files(facts, about), *_databases(facts, about)]


def _files(facts: Facts, about: About) -> Iterator[tuple[str, Statements]]:
    for file in facts.files:
        described = f"{file.table.description} {facts.rows[file.table.name]} rows."
        common = _common(file.path, described, MEDIA_TYPES[file.format], about)
        yield _distribution(file.path), [*common, *_measured(file)]


def _measured(file: DataFile) -> Statements:
    value = [("spdx:algorithm", "spdx:checksumAlgorithm_sha256"), ("spdx:checksumValue", _hex(file.sha256))]
    return [
        ("dct:format", iri(FILE_TYPES[file.format])),
        ("dcat:byteSize", typed(file.size, "xsd:nonNegativeInteger")),
        ("spdx:checksum", blank([("a", "spdx:Checksum"), *value])),
    ]


def _databases(facts: Facts, about: About) -> Iterator[tuple[str, Statements]]:
    for name in facts.databases:
        described = f"All {len(facts.tables)} tables in one DuckDB file, with comments and views."
        yield _distribution(name), _common(name, described, DATABASE_TYPE, about)


def _common(path: str, described: str, media: str, about: About) -> Statements:
    return [
        ("a", "dcat:Distribution"),
        ("dct:title", text(PurePosixPath(path).name)),
        ("dct:description", text(described, "en")),
        ("dcat:accessURL", iri(path)),
        ("dcat:downloadURL", iri(path)),
        ("dcat:mediaType", iri(media_type(media))),
        ("dct:license", iri(licence_url(about.licence))),
    ]


def _distribution(path: str) -> str:
    return iri(f"#distribution-{path.replace('/', '-')}")


def _hex(digest: str) -> str:
    return typed(digest, "xsd:hexBinary")
