"""`dcat.ttl`: the release for the data portals of Europe, by the profile DCAT-AP 3: one catalogue, its dataset, a distribution a file.

Addresses are relative to this file, so that it is right wherever the release lies; with an address of downloads it says so as its base.
The DuckDB file has neither size nor hash here: the same tables may give other bytes.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from pejlemaerker.publication.policy.about import About, Agent, Words

from .datapackage import MEDIA_TYPES
from .facts import NAME, DataFile, Facts
from .licences import licence_url
from .turtle import Statements, blank, day, document, iri, subject, text, typed

_PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority"
_DANISH, _ENGLISH = f"{_EU}/language/DAN", f"{_EU}/language/ENG"
_THEME = f"{_EU}/data-theme/GOVE"
_DENMARK = f"{_EU}/country/DNK"
_ACCESS = {"open": f"{_EU}/access-right/PUBLIC", "full": f"{_EU}/access-right/NON_PUBLIC"}
_PROFILE = "http://data.europa.eu/r5r/"
_PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"
_IANA = "https://www.iana.org/assignments/media-types"
_FILE_TYPES = {"parquet": f"{_EU}/file-type/PARQUET", "csv": f"{_EU}/file-type/CSV"}
_DATABASE_TYPE = "application/octet-stream"  # nobody has registered one for DuckDB
_PUBLISHER, _DATASET = iri("#publisher"), iri("#dataset")


def dcat(facts: Facts, about: About) -> str:
    """The text of `dcat.ttl` for an edition."""
    distributions = [*_files(facts, about), *_databases(facts, about)]
    names = [name for name, _ in distributions]
    subjects = [
        subject(iri("#catalogue"), _catalogue(facts, about)),
        subject(_DATASET, _dataset(facts, about, names)),
        subject(_PUBLISHER, _agent(about.publisher)),
        *(subject(name, statements) for name, statements in distributions),
        *(subject(iri(term), [("a", kind)]) for term, kind in _terms(facts, about)),
    ]
    return document(_PREFIXES, about.base(facts.edition, facts.version), subjects)


def _catalogue(facts: Facts, about: About) -> Statements:
    return [
        ("a", "dcat:Catalog"),
        ("dct:title", _both(about.title)),
        ("dct:description", _both(about.description)),
        ("dct:publisher", _PUBLISHER),
        ("dct:language", [iri(_DANISH), iri(_ENGLISH)]),
        ("dct:license", iri(licence_url(about.licence))),
        ("dct:conformsTo", iri(_PROFILE)),
        ("dct:issued", [day(about.issued)] if about.issued else []),
        ("foaf:homepage", [iri(about.homepage)] if about.homepage else []),
        ("dcat:dataset", _DATASET),
    ]


def _dataset(facts: Facts, about: About, distributions: list[str]) -> Statements:
    return [
        ("a", "dcat:Dataset"),
        ("dct:title", _both(about.title)),
        ("dct:description", _both(about.description)),
        ("dct:identifier", text(f"{NAME}-{facts.version}-{facts.edition}")),
        ("dcat:version", text(facts.version)),
        ("dcat:keyword", [text(keyword) for keyword in about.keywords]),
        ("dcat:theme", iri(_THEME)),
        ("dct:language", iri(_DANISH)),
        ("dct:publisher", _PUBLISHER),
        ("dct:creator", [blank(_agent(creator)) for creator in about.creators]),
        ("dcat:contactPoint", blank(_contact(about.contact))),
        ("dct:accessRights", iri(_ACCESS[facts.edition])),
        ("dct:conformsTo", iri(_PACKAGE)),
        ("dct:spatial", iri(_DENMARK)),
        ("dct:temporal", list(_temporal(facts))),
        ("dct:issued", [day(about.issued)] if about.issued else []),
        ("dcat:landingPage", [iri(about.homepage)] if about.homepage else []),
        ("foaf:page", iri("DATASHEET.md")),
        ("dcat:distribution", distributions),
    ]


def _temporal(facts: Facts) -> Iterator[str]:
    """The time that the dated documents cover."""
    if facts.first and facts.last:
        dates = [("dcat:startDate", day(facts.first)), ("dcat:endDate", day(facts.last))]
        yield blank([("a", "dct:PeriodOfTime"), *dates])


def _agent(agent: Agent) -> Statements:
    return [
        ("a", ["foaf:Agent", "foaf:Person" if agent.person else "foaf:Organization"]),
        ("foaf:name", text(agent.name)),
        ("foaf:homepage", [iri(agent.homepage)] if agent.homepage else []),
        ("foaf:mbox", [iri(f"mailto:{agent.email}")] if agent.email else []),
    ]


def _contact(agent: Agent) -> Statements:
    return [
        ("a", ["vcard:Kind", "vcard:Individual" if agent.person else "vcard:Organization"]),
        ("vcard:fn", text(agent.name)),
        ("vcard:hasURL", [iri(agent.homepage)] if agent.homepage else []),
        ("vcard:hasEmail", [iri(f"mailto:{agent.email}")] if agent.email else []),
    ]


def _files(facts: Facts, about: About) -> Iterator[tuple[str, Statements]]:
    for file in facts.files:
        described = f"{file.table.description} {facts.rows[file.table.name]} rows."
        common = _common(file.path, described, MEDIA_TYPES[file.format], about)
        yield _distribution(file.path), [*common, *_measured(file)]


def _measured(file: DataFile) -> Statements:
    value = [("spdx:algorithm", "spdx:checksumAlgorithm_sha256"), ("spdx:checksumValue", _hex(file.sha256))]
    return [
        ("dct:format", iri(_FILE_TYPES[file.format])),
        ("dcat:byteSize", typed(file.size, "xsd:nonNegativeInteger")),
        ("spdx:checksum", blank([("a", "spdx:Checksum"), *value])),
    ]


def _databases(facts: Facts, about: About) -> Iterator[tuple[str, Statements]]:
    for name in facts.databases:
        described = f"All {len(facts.tables)} tables in one DuckDB file, with comments and views."
        yield _distribution(name), _common(name, described, _DATABASE_TYPE, about)


def _common(path: str, described: str, media_type: str, about: About) -> Statements:
    return [
        ("a", "dcat:Distribution"),
        ("dct:title", text(PurePosixPath(path).name)),
        ("dct:description", text(described, "en")),
        ("dcat:accessURL", iri(path)),
        ("dcat:downloadURL", iri(path)),
        ("dcat:mediaType", iri(f"{_IANA}/{media_type}")),
        ("dct:license", iri(licence_url(about.licence))),
    ]


def _terms(facts: Facts, about: About) -> Iterator[tuple[str, str]]:
    """What is only referred to, and of what class it is, without which a reader that looks nothing up cannot check it."""
    yield from ((language, "dct:LinguisticSystem") for language in (_DANISH, _ENGLISH))
    yield from ((standard, "dct:Standard") for standard in (_PROFILE, _PACKAGE))
    yield _THEME, "skos:Concept"
    yield _DENMARK, "dct:Location"
    yield _ACCESS[facts.edition], "dct:RightsStatement"
    yield licence_url(about.licence), "dct:LicenseDocument"
    yield "DATASHEET.md", "foaf:Document"
    if about.homepage:
        yield about.homepage, "foaf:Document"
    kinds = sorted({file.format for file in facts.files})
    yield from ((_FILE_TYPES[kind], "dct:MediaTypeOrExtent") for kind in kinds)
    media_types = [MEDIA_TYPES[kind] for kind in kinds] + ([_DATABASE_TYPE] if facts.databases else [])
    yield from ((f"{_IANA}/{media_type}", "dct:MediaType") for media_type in media_types)
    yield f"{_PREFIXES['spdx']}checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm"


def _both(words: Words) -> list[str]:
    return [text(words.da, "da"), text(words.en, "en")]


def _distribution(path: str) -> str:
    return iri(f"#distribution-{path.replace('/', '-')}")


def _hex(digest: str) -> str:
    return typed(digest, "xsd:hexBinary")
