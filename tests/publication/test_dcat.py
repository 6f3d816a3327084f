"""`dcat.ttl`: it conforms to DCAT-AP 3 (by the shapes beside this file), says what is there, and survives any text."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from described import PLAIN, STATED, edition_in
from hypothesis import given
from hypothesis import strategies as st
from pyshacl import validate
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from pejlemaerker.publication.descriptions import turtle
from pejlemaerker.publication.descriptions.dcat import dcat
from pejlemaerker.publication.descriptions.facts import read_facts
from schemas import PUBLISHED

Sample = Callable[..., tuple[dict[str, pl.DataFrame], pl.DataFrame]]
SHAPES = Path(__file__).with_name("dcat_ap_shapes.ttl")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCT = Namespace("http://purl.org/dc/terms/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
EU = "http://publications.europa.eu/resource/authority"


def graph(folder: Path) -> Graph:
    return Graph().parse(folder / "dcat.ttl", format="turtle")


def conforms(found: Graph) -> tuple[bool, str]:
    conform, _, report = validate(found, shacl_graph=str(SHAPES), advanced=False)
    return conform, report


@pytest.fixture(scope="module")
def openly(tmp_path_factory: pytest.TempPathFactory, sample: Sample) -> Path:
    folder = tmp_path_factory.mktemp("dcat")
    return edition_in(folder, sample("Ane", "Bo")[0], "open", STATED, csv=False, database=True)


def test_both_editions_conform(described: tuple[str, Path]):
    conform, report = conforms(graph(described[1]))
    assert conform, report


def test_what_nobody_has_described_conforms_too(tmp_path: Path, sample: Sample):
    found = graph(edition_in(tmp_path, sample()[0], "full", PLAIN, csv=False))
    conform, report = conforms(found)
    assert conform, report
    assert not list(found.subjects(RDF.type, DCT.PeriodOfTime))


@pytest.mark.parametrize(
    ("kind", "gone"),
    [
        (DCAT.Catalog, DCT.title),
        (DCAT.Catalog, DCT.description),
        (DCAT.Catalog, DCT.publisher),
        (DCAT.Dataset, DCT.title),
        (DCAT.Dataset, DCT.description),
        (DCAT.Dataset, DCAT.contactPoint),
        (DCAT.Dataset, DCAT.theme),
        (DCAT.Distribution, DCAT.accessURL),
        (DCAT.Distribution, DCT.license),
        (SPDX.Checksum, SPDX.algorithm),
        (FOAF.Agent, FOAF.name),
    ],
)
def test_a_catalogue_that_leaves_something_out_does_not_conform(openly: Path, kind: URIRef, gone: URIRef):
    found = graph(openly)
    node = sorted(found.subjects(RDF.type, kind))[0]
    assert (node, gone, None) in found
    found.remove((node, gone, None))
    assert not conforms(found)[0]


@pytest.mark.parametrize(
    ("kind", "said", "value"),
    [
        (DCAT.Dataset, DCT.publisher, URIRef("https://example.org/another")),
        (DCAT.Distribution, DCAT.byteSize, Literal("mange")),
        (DCAT.Distribution, DCT["format"], Literal("CSV")),
        (DCAT.Dataset, DCT.temporal, Literal("2024")),
        (SPDX.Checksum, SPDX.checksumValue, Literal("abc")),
    ],
)
def test_a_catalogue_with_a_wrong_value_does_not_conform(openly: Path, kind: URIRef, said: URIRef, value: Literal):
    found = graph(openly)
    found.add((sorted(found.subjects(RDF.type, kind))[0], said, value))
    assert not conforms(found)[0]


def test_the_words_are_those_that_were_stated(openly: Path):
    found = graph(openly)
    dataset = found.value(predicate=RDF.type, object=DCAT.Dataset)
    assert set(found.objects(dataset, DCT.title)) == {Literal(STATED.title.da, "da"), Literal(STATED.title.en, "en")}
    assert Literal(STATED.description.da, "da") in set(found.objects(dataset, DCT.description))
    assert set(map(str, found.objects(dataset, DCAT.keyword))) == set(STATED.keywords)
    assert str(found.value(dataset, DCAT.theme)) == f"{EU}/data-theme/GOVE"
    contact = found.value(dataset, DCAT.contactPoint)
    assert str(found.value(contact, VCARD.hasEmail)) == f"mailto:{STATED.contact.email}"
    period = found.value(dataset, DCT.temporal)
    assert found.value(period, DCAT.startDate).toPython() == date(2024, 5, 1)
    assert str(found.value(dataset, DCT.accessRights)) == f"{EU}/access-right/PUBLIC"


def test_every_file_is_a_distribution_and_only_the_duckdb_file_has_no_hash(openly: Path):
    found = graph(openly)
    version = pl.read_parquet(openly / "parquet" / "releases.parquet")["version"][0]
    base = f"https://sundby.example/data/{version}/"
    urls = {str(found.value(node, DCAT.downloadURL)): node for node in found.subjects(RDF.type, DCAT.Distribution)}
    assert set(urls) == {f"{base}parquet/{table.name}.parquet" for table in PUBLISHED} | {f"{base}pejlemaerker.duckdb"}
    unhashed = [url for url, node in urls.items() if (node, SPDX.checksum, None) not in found]
    assert unhashed == [f"{base}pejlemaerker.duckdb"]
    assert (urls[unhashed[0]], DCAT.byteSize, None) not in found


def test_the_full_edition_names_no_place_on_the_web(tmp_path: Path, sample: Sample):
    folder = edition_in(tmp_path, sample("Ane")[0], "full", STATED, csv=False)
    text = dcat(read_facts(folder, "full"), STATED)
    assert "@base" not in text and "<parquet/kpis.parquet>" in text and "NON_PUBLIC" in text


@given(st.text(), st.sampled_from(["da", None]))
def test_any_text_is_read_as_it_was_but_for_control_characters(words: str, language: str | None):
    found = Graph().parse(data=f"<x:a> <x:b> {turtle.text(words, language)} .", format="turtle")
    kept = "".join(char for char in words if char >= " " or char in "\n\r\t\b\f")
    assert next(found.objects()) == Literal(kept, language)


@given(st.text(min_size=1).filter(lambda path: not path.startswith(("/", "//"))))
def test_any_address_is_one_term(path: str):
    found = Graph().parse(data=f"<x:a> <x:b> {turtle.iri(f'https://example.org/{path}')} .", format="turtle")
    assert len(found) == 1 and isinstance(next(found.objects()), URIRef)
