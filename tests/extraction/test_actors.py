"""People and organisations across documents: ids that stay, written forms, roles as they are said to be held."""

import datetime
import re

import pytest

from pejlemaerker.extraction.actors import organisation_id, person_id, resolve

FIRST = """Nye vagtplaner på Solbakken

4. maj 2023

”Vi har fået ro på gangene,” siger borgmester i Struer Kommune Tove Vestbirk. Vestbirk er glad for KL og for
Ræveby Lederforening. Struer Kommunes ansatte er også glade, og det er hele huset."""
SECOND = """Skolen i Ræveby bliver større

3. marts 2022

”Vi bygger en skole mere,” siger formand for KL, Tove Vestbirk. Kommunernes Landsforening og Region Midtjylland er med,
og der er god plads til alle børnene på den nye skole."""
THIRD = """Debat: Giv os ro

Af Bjarke Rask, rektor på Aarhus Universitet

3. marts 2021

Jeg har arbejdet her i tyve år, og jeg er glad for mit arbejde. Jeg opfordrer Struer Kommune til at vente."""
TEXTS = {"a.txt": FIRST, "b.txt": SECOND, "c.txt": THIRD}


@pytest.fixture(scope="module")
def resolved(tables):
    return resolve(tables(TEXTS))


def by_name(resolved, table: str) -> dict[str, dict]:
    return {row["name"]: row for row in resolved[table].to_dicts()}


def test_the_order_of_documents_does_not_matter(tables, resolved):
    turned = resolve(tables(dict(reversed(TEXTS.items()))))
    assert turned.keys() == resolved.keys()
    for name, frame in resolved.items():
        assert frame.equals(turned[name]), name


def test_registered_organisations_have_their_official_ids_and_codes(resolved):
    found = by_name(resolved, "organisations")
    council = found["Struer Kommune"]
    assert (council["organisation_id"], council["kind"]) == ("m0671", "municipality")
    assert (council["municipality_code"], council["region_code"]) == ("0671", "1082")
    assert council["valid_from"] == datetime.date(2007, 1, 1) and council["valid_to"] is None
    assert found["Region Midtjylland"]["organisation_id"] == "r1082"
    assert found["KL"]["organisation_id"] == "kl"


def test_other_ids_are_hashes_that_show_no_name(resolved):
    person = by_name(resolved, "people")["Tove Vestbirk"]["person_id"]
    society = by_name(resolved, "organisations")["Ræveby Lederforening"]["organisation_id"]
    assert re.fullmatch(r"p[0-9a-f]{12}", person) and re.fullmatch(r"o[0-9a-f]{12}", society)


def test_one_name_is_one_person_however_it_is_spaced_or_cased():
    assert person_id("Tove Vestbirk") == person_id("tove  vestbirk") != person_id("Tove Rask")
    assert organisation_id("Kommunernes Landsforening") == organisation_id("KL") == "kl"


def test_aliases_are_the_written_forms_with_the_number_of_documents(resolved):
    written = {(row["actor_id"], row["alias"]): row["n_documents"] for row in resolved["aliases"].to_dicts()}
    tove = person_id("Tove Vestbirk")
    assert written[tove, "Tove Vestbirk"] == 2 and written[tove, "Vestbirk"] == 1
    assert written["kl", "KL"] == 2 and written["kl", "Kommunernes Landsforening"] == 1
    assert written["m0671", "Struer Kommunes"] == 1


def test_affiliations_are_evidence_from_each_document(resolved):
    rows = resolved["affiliations"].select("person_id", "organisation_id", "role", "surface").rows()
    tove = person_id("Tove Vestbirk")
    assert {
        (tove, "m0671", "borgmester", "Tove Vestbirk"),
        (tove, "kl", "formand", "Tove Vestbirk"),
    } <= set(rows)


def test_positions_sum_up_what_documents_and_bylines_say(resolved):
    rows = resolved["positions"].select(
        "person_id", "organisation_id", "role", "n_documents", "first_seen", "last_seen"
    )
    first, second, third = (datetime.date(2023, 5, 4), datetime.date(2022, 3, 3), datetime.date(2021, 3, 3))
    tove, bjarke = person_id("Tove Vestbirk"), person_id("Bjarke Rask")
    assert {
        (tove, "m0671", "borgmester", 1, first, first),
        (tove, "kl", "formand", 1, second, second),
        (bjarke, "aarhus-universitet", "rektor", 1, third, third),
    } <= set(rows.rows())


def test_rows_point_to_actors(resolved):
    quotes = {row["text"]: row for row in resolved["quotes"].to_dicts()}
    row = quotes["Vi har fået ro på gangene"]
    assert (row["speaker_id"], row["organisation_id"]) == (person_id("Tove Vestbirk"), "m0671")
    (author,) = resolved["authors"].to_dicts()
    assert (author["person_id"], author["organisation_id"]) == (person_id("Bjarke Rask"), "aarhus-universitet")
    known = set(resolved["people"]["person_id"]) | set(resolved["organisations"]["organisation_id"])
    assert set(resolved["mentions"]["actor_id"]) <= known
    assert set(resolved["quotes"]["speaker_id"].drop_nulls()) <= set(resolved["people"]["person_id"])


def test_an_institution_that_speaks_has_an_organisation_and_no_person(tables):
    text = "Ro på gangene\n\n”Vi har fået mere ro på gangene,” oplyser Struer Kommune i en mail til alle ansatte i dag."
    (row,) = resolve(tables({"a.txt": text}))["quotes"].to_dicts()
    assert (row["speaker"], row["speaker_id"], row["organisation_id"]) == ("Struer Kommune", None, "m0671")


def test_without_documents_there_are_no_actors(tables):
    found = resolve(tables({}))
    assert all(frame.is_empty() for frame in found.values())
    assert {"people", "organisations", "aliases", "positions"} <= found.keys()


def test_an_adjective_before_a_common_noun_is_no_organisation(tables):
    text = "Ny skole på vej\n\n3. marts 2022\n\nBørnene får snart mere plads, og det glæder alle i den lille by ved fjorden."
    assert resolve(tables({"a.txt": text}))["organisations"].is_empty()
