"""People and organisations that a person says are one: made so everywhere, and never somebody else by an identifier alone."""

import pytest
from actor_rows import Doc, Found, Who, day, found, tables
from hypothesis import given, settings
from hypothesis import strategies as st

from pejlemaerker.extraction.actors import Said, SaidSame, resolve

A = Doc("a", (Who("Ida Holm", "direktør", "Havnen i Sundby"),), published=day(1))
B = Doc("b", (Who("Ida Bro Lindgren", "direktør", "Færgeriet"),), published=day(2))
C = Doc("c", (Who("Ida B. Møller-Lund", "formand", "Klubben Nord"),), published=day(3))
FIRM = Doc("f", organisations=("Nordhavnens Værksted",), published=day(1))
SHOP = Doc("s", organisations=("Smedjen ved Kajen",), published=day(2))
TOWN = Doc("t", organisations=("Odense Kommune",), published=day(3))
CITY = Doc("u", organisations=("Aarhus Kommune",), published=day(4))


def people(*pairs: tuple[Doc, str], before: Found) -> SaidSame:
    ids = tuple(str(before.person(doc, name)) for doc, name in pairs)
    return SaidSame("people", ids, tuple(name for _, name in pairs), tuple(doc.id for doc, _ in pairs))


def organisations(*docs: Doc, before: Found) -> SaidSame:
    names = [doc.organisations[0] for doc in docs]
    return SaidSame(
        "organisations", tuple(map(before.organisation, names)), tuple(names), tuple(doc.id for doc in docs)
    )


def told(docs: tuple[Doc, ...], *same: SaidSame) -> tuple[Found, Said]:
    said = Said(same, frozenset(doc.id for doc in docs))
    return Found(resolve(tables(docs), same=said)), said


ONE = people((A, "Ida Holm"), (B, "Ida Bro Lindgren"), before=found(A, B, C))


def test_two_people_are_one_everywhere_under_the_id_of_the_one_named_first():
    result, said = told((A, B), ONE)
    assert result.person(A, "Ida Holm") == result.person(B, "Ida Bro Lindgren") == ONE.ids[0]
    assert result.tables["people"]["person_id"].to_list() == [ONE.ids[0]]
    assert set(result.tables["affiliations"]["person_id"]) == {ONE.ids[0]}
    assert set(result.tables["positions"]["person_id"]) == {ONE.ids[0]}
    assert said.applied == [ONE] and not said.stale


def test_a_form_that_only_a_person_could_tell_is_said_so():
    result, _ = told((A, B), ONE)
    hows = dict(result.tables["aliases"].filter(actor_id=ONE.ids[0]).select("alias", "how").iter_rows())
    assert set(hows.values()) == {"exact", "correction"}


def test_more_than_two_come_together_by_what_each_has_in_common():
    more = people((B, "Ida Bro Lindgren"), (C, "Ida B. Møller-Lund"), before=found(A, B, C))
    result, _ = told((A, B, C), ONE, more)
    assert set(result.tables["mentions"]["actor_id"]) == {ONE.ids[0]}


def test_what_is_written_after_a_join_holds_of_the_one_who_stayed():
    """A reviewer sees the joined person only, under the id that stayed, in a document that has the other name."""
    joined, _ = told((A, B, C), ONE)
    after = people((B, "Ida Bro Lindgren"), (C, "Ida B. Møller-Lund"), before=joined)
    assert after.ids[0] == ONE.ids[0]
    result, said = told((A, B, C), after, ONE)
    assert set(result.tables["mentions"]["actor_id"]) == {ONE.ids[0]} and not said.stale


def test_a_document_that_is_not_there_lets_it_sleep():
    result, said = told((A,), ONE)
    assert not said.applied and not said.stale and result.person(A, "Ida Holm") == ONE.ids[0]


def test_a_name_that_the_document_no_longer_has_is_told():
    changed = Doc("b", (Who("Per Skov", "direktør", "Færgeriet"),), published=day(2))
    _, said = told((A, changed), ONE)
    assert said.stale == [(ONE, f"Ida Bro Lindgren stands for nobody for sure in {B.id}")]


def test_an_id_that_means_somebody_else_by_now_joins_nobody():
    """The first of two people of a common name has the id of the name: an older article gives it to another."""
    late = Doc("l", (Who("Anne Jensen", "direktør", "Havnen i Sundby"),), published=day(9))
    early = Doc("e", (Who("Anne Jensen", "lektor", "Skolen på Bakken"),), published=day(1))
    same = people((late, "Anne Jensen"), (B, "Ida Bro Lindgren"), before=found(late, B))
    result, said = told((late, early, B), same)
    assert len(said.stale) == 1 and not said.applied
    assert len({result.person(doc, "Anne Jensen") for doc in (late, early)}) == 2
    assert result.person(B, "Ida Bro Lindgren") == same.ids[1]


def test_what_the_reading_tells_by_itself_by_now_is_no_correction():
    near = Doc("n", (Who("Ida Bro Lindgren", "direktør", "Færgeriet"),), published=day(4))
    name = "Ida Bro Lindgren"
    same = SaidSame("people", (ONE.ids[1], "p" + "0" * 12), (name, name), (B.id, near.id))
    result, said = told((B, near), same)
    assert not said.applied and not said.stale
    assert set(result.people(name)) == {ONE.ids[1]}


def test_two_organisations_are_one_and_the_other_is_a_form_of_it():
    same = organisations(FIRM, SHOP, before=found(FIRM, SHOP))
    result, said = told((FIRM, SHOP), same)
    assert result.organisation("Smedjen ved Kajen") == result.organisation("Nordhavnens Værksted") == same.ids[0]
    assert result.tables["organisations"].height == 1 and said.applied == [same]
    assert "correction" in set(result.tables["aliases"]["how"])


def test_a_registered_organisation_stays_and_two_of_them_are_never_one():
    before = found(FIRM, TOWN, CITY)
    result, _ = told((FIRM, TOWN), organisations(FIRM, TOWN, before=before))
    assert result.organisation("Nordhavnens Værksted") == before.organisation("Odense Kommune")
    _, said = told((TOWN, CITY), organisations(TOWN, CITY, before=before))
    assert "both registered" in said.stale[0][1]


@settings(deadline=None)
@given(order=st.permutations([A, B, C]))
def test_the_order_of_documents_does_not_count(order: list[Doc]):
    assert told(tuple(order), ONE)[0].actors == told((A, B, C), ONE)[0].actors


@pytest.mark.parametrize("kind", ["people", "organisations"])
def test_nothing_said_changes_nothing(kind: str):
    docs = (A, B, C, FIRM, SHOP)
    assert told(docs)[0].actors == found(*docs).actors
