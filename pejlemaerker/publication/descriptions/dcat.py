"""`dcat.ttl`: the release for the data portals of Europe, by the profile DCAT-AP 3: one catalogue, its dataset, a distribution a file.

Addresses are relative to this file, so that it is right wherever the release lies; with an address of downloads it says so as its base.
"""

from collections.abc import Iterator

from pejlemaerker.publication.policy.about import About, Agent, Words

from .dcat_files import distributions
from .dcat_terms import ACCESS, DANISH, DATASHEET, DENMARK, ENGLISH, PACKAGE, PREFIXES, PROFILE, THEME, terms
from .facts import NAME, Facts
from .licences import licence_url
from .turtle import Statements, blank, day, document, iri, subject, text

_PUBLISHER, _DATASET = iri("#publisher"), iri("#dataset")


def dcat(facts: Facts, about: About) -> str:
    """The text of `dcat.ttl` for an edition."""
    files = distributions(facts, about)
    subjects = [
        subject(iri("#catalogue"), _catalogue(facts, about)),
        subject(_DATASET, _dataset(facts, about, [name for name, _ in files])),
        subject(_PUBLISHER, _agent(about.publisher)),
        *(subject(name, statements) for name, statements in files),
        *(subject(iri(term), [("a", kind)]) for term, kind in terms(facts, about)),
    ]
    return document(PREFIXES, about.base(facts.edition, facts.version), subjects)


def _catalogue(facts: Facts, about: About) -> Statements:
    return [
        ("a", "dcat:Catalog"),
        ("dct:title", _both(about.title)),
        ("dct:description", _both(about.description)),
        ("dct:publisher", _PUBLISHER),
        ("dct:language", [iri(DANISH), iri(ENGLISH)]),
        ("dct:license", iri(licence_url(about.licence))),
        ("dct:conformsTo", iri(PROFILE)),
        ("dct:issued", [day(about.issued)] if about.issued else []),
        ("foaf:homepage", [iri(about.homepage)] if about.homepage else []),
        ("dcat:dataset", _DATASET),
    ]


def _dataset(facts: Facts, about: About, files: list[str]) -> Statements:
    return [
        ("a", "dcat:Dataset"),
        ("dct:title", _both(about.title)),
        ("dct:description", _both(about.description)),
        ("dct:identifier", text(f"{NAME}-{facts.version}-{facts.edition}")),
        ("dcat:version", text(facts.version)),
        ("dcat:keyword", [text(keyword) for keyword in about.keywords]),
        ("dcat:theme", iri(THEME)),
        ("dct:language", iri(DANISH)),
        ("dct:publisher", _PUBLISHER),
        ("dct:creator", [blank(_agent(creator)) for creator in about.creators]),
        ("dcat:contactPoint", blank(_contact(about.contact))),
        ("dct:accessRights", iri(ACCESS[facts.edition])),
        ("dct:conformsTo", iri(PACKAGE)),
        ("dct:spatial", iri(DENMARK)),
        ("dct:temporal", list(_temporal(facts))),
        ("dct:issued", [day(about.issued)] if about.issued else []),
        ("dcat:landingPage", [iri(about.homepage)] if about.homepage else []),
        ("foaf:page", iri(DATASHEET)),
        ("dcat:distribution", files),
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


def _both(words: Words) -> list[str]:
    return [text(words.da, "da"), text(words.en, "en")]
