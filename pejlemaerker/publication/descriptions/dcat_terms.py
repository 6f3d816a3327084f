"""The terms of other vocabularies that `dcat.ttl` refers to, and of what class each is.

A reader that looks nothing up cannot check a term without its class. What is said with them is told in `dcat` and `dcat_files`.
"""

from collections.abc import Iterator

from pejlemaerker.publication.policy.about import About

from .datapackage import MEDIA_TYPES
from .facts import Facts
from .licences import licence_url

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority"
DANISH, ENGLISH = f"{_EU}/language/DAN", f"{_EU}/language/ENG"
THEME = f"{_EU}/data-theme/GOVE"
DENMARK = f"{_EU}/country/DNK"
ACCESS = {"open": f"{_EU}/access-right/PUBLIC", "full": f"{_EU}/access-right/NON_PUBLIC"}
PROFILE = "http://data.europa.eu/r5r/"
PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"
DATASHEET = "DATASHEET.md"
FILE_TYPES = {"parquet": f"{_EU}/file-type/PARQUET", "csv": f"{_EU}/file-type/CSV"}
DATABASE_TYPE = "application/octet-stream"  # nobody has registered one for DuckDB
_IANA = "https://www.iana.org/assignments/media-types"


def media_type(name: str) -> str:
    """The address of a media type."""
    return f"{_IANA}/{name}"


def terms(facts: Facts, about: About) -> Iterator[tuple[str, str]]:
    """The address and the class of every term that is referred to."""
    yield from ((language, "dct:LinguisticSystem") for language in (DANISH, ENGLISH))
    yield from ((standard, "dct:Standard") for standard in (PROFILE, PACKAGE))
    yield THEME, "skos:Concept"
    yield DENMARK, "dct:Location"
    yield ACCESS[facts.edition], "dct:RightsStatement"
    yield licence_url(about.licence), "dct:LicenseDocument"
    yield DATASHEET, "foaf:Document"
    if about.homepage:
        yield about.homepage, "foaf:Document"
    kinds = sorted({file.format for file in facts.files})
    yield from ((FILE_TYPES[kind], "dct:MediaTypeOrExtent") for kind in kinds)
    names = [MEDIA_TYPES[kind] for kind in kinds] + ([DATABASE_TYPE] if facts.databases else [])
    yield from ((media_type(name), "dct:MediaType") for name in names)
    yield f"{PREFIXES['spdx']}checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm"
