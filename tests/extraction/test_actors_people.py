"""People across documents: who is one, who is told apart, and of whom nobody can say. For each rule also where it must not fire.

What belongs here: made-up rows (`actor_rows`). What the reading makes of texts belongs to `test_actors`.
"""

import pytest
from actor_rows import Doc, Who, day, found

from pejlemaerker.extraction.actors import person_id
from pejlemaerker.extraction.actors.common import is_common, is_rare, role_kind

NAME = "Jens Hansen"


def docs(*people: Who | tuple[Who, ...]) -> list[Doc]:
    """Documents, a day apart, that name the people given."""
    named = [who if isinstance(who, tuple) else (who,) for who in people]
    return [Doc(f"{i}", who, published=day(i)) for i, who in enumerate(named)]


def ids(*people: Who | tuple[Who, ...]) -> list[str | None]:
    """Whom the (first) name in each document stands for."""
    read = docs(*people)
    result = found(*read)
    return [result.person(doc, doc.people[0].name) for doc in read]


def at(organisation: str, name: str = NAME) -> Who:
    return Who(name, "direktør", organisation)


# common names


@pytest.mark.parametrize("name", ["jens hansen", "anne mette jensen", "jens peter hansen", "jens p hansen"])
def test_names_that_many_bear(name):
    assert is_common(name)


@pytest.mark.parametrize("name", ["tove vestbirk", "zyrinka hansen", "jens løvspring hansen", "jens hansen vestbirk"])
def test_names_that_few_bear(name):
    assert not is_common(name)


@pytest.mark.parametrize("role", ["finansminister", "rådmand for Børn og Unge", "dokumentationsdirektør"])
def test_roles_that_few_hold(role):
    assert is_rare(role)


@pytest.mark.parametrize("role", ["minister", "kommunaldirektør", "Direktør", "formand for bestyrelsen", "ældrechef"])
def test_roles_that_many_hold(role):
    assert not is_rare(role)


def test_the_kind_of_a_role():
    assert role_kind("sundhedsordfører") == role_kind("Finansordfører") == "ordfører"
    assert role_kind("borgmester") != role_kind("ordfører")


# one name


def test_a_name_that_few_bear_is_one_person_whatever_they_are_said_to_be():
    one, other, bare = ids(at("KL", "Tove Vestbirk"), at("Region Midtjylland", "Tove Vestbirk"), Who("Tove Vestbirk"))
    assert one == other == bare == person_id("Tove Vestbirk")


def test_an_organisation_links_two_documents_also_in_another_form():
    one, other = ids(at("KL"), Who(NAME, "konsulent", "Kommunernes Landsforening"))
    assert one == other == person_id(NAME)


def test_two_of_one_common_name_are_kept_apart():
    one, other = ids(at("KL"), at("Region Midtjylland"))
    assert one == person_id(NAME) and other not in (one, None)


def test_who_is_named_first_has_the_identifier_of_the_name():
    early, late = Doc("b", (at("KL"),), published=day(1)), Doc("a", (at("Region Midtjylland"),), published=day(2))
    undated = Doc("c", (at("Struer Kommune"),), published=None)
    result = found(undated, late, early)
    assert result.person(early, NAME) == person_id(NAME)
    assert len({result.person(doc, NAME) for doc in (early, late, undated)}) == 3


def test_a_new_document_renames_nobody():
    before, after = ids(at("KL"), at("DR")), ids(at("KL"), at("DR"), at("Struer Kommune"), Who(NAME, "ejer", "DR"))
    assert after[:2] == before and after[3] == before[1]


def test_one_person_with_two_roles_stays_one():
    first, both, second = ids(
        at("KL"), (at("KL"), Who(NAME, "medlem", "Ræveby Byråd")), Who(NAME, None, "Ræveby Byråd")
    )
    assert first == both == second


@pytest.mark.parametrize("role", ["finansminister", "rådmand for Børn og Unge"])
def test_a_rare_role_links(role):
    assert len(set(ids(Who(NAME, role), Who(NAME, role)))) == 1


def test_a_role_that_many_hold_does_not_link():
    one, other, third = ids(Who(NAME, "lærer", "KL"), Who(NAME, "lærer", "DR"), Who(NAME, "lærer"))
    assert one != other and third is None


def test_a_party_links_with_the_same_kind_of_role():
    one, other = ids(Who(NAME, "sundhedsordfører", party="S"), Who(NAME, "finansordfører", party="S"))
    assert one == other


@pytest.mark.parametrize("other", [Who(NAME, "borgmester", party="S"), Who(NAME, "sundhedsordfører", party="V")])
def test_a_party_does_not_link_with_another_kind_of_role_nor_a_role_with_another_party(other):
    one, two = ids(Who(NAME, "sundhedsordfører", party="S"), other)
    assert one != two


def test_who_is_nothing_in_a_document_is_the_only_one_known():
    known, bare = ids(at("KL"), Who(NAME))
    assert bare == known
    assert len(set(ids(Who(NAME), Who(NAME)))) == 1


def test_who_is_nothing_in_a_document_is_nobody_where_two_are_known():
    assert ids(at("KL"), at("DR"), Who(NAME))[2] is None


def test_who_is_something_else_is_not_the_only_one_known():
    assert ids(at("KL"), Who(NAME, "lærer"))[1] is None
    assert ids(Who(NAME, "direktør", "KL", "S"), Who(NAME, party="V"))[1] is None


def test_a_text_that_is_repeated_speaks_of_the_same_person():
    first = Doc("a", (at("KL"),), published=day(1))
    other = Doc("b", (at("DR"),), published=day(2))
    again = Doc("c", (Who(NAME),), published=day(3), duplicate_of="a")
    result = found(first, other, again)
    assert result.person(again, NAME) == result.person(first, NAME)


def test_an_unsure_name_is_null_in_every_table():
    bare = Doc("c", (Who(NAME, "lærer"),), published=day(3), authors=(Who(NAME),))
    tables = found(*docs(at("KL"), at("DR")), bare).tables
    for table, column in (("mentions", "actor_id"), ("affiliations", "person_id"), ("authors", "person_id")):
        rows = tables[table].filter(document_id=bare.id)
        assert rows[column].to_list() == [None] * rows.height != []


# one name only


def test_who_has_one_name_only_is_somebody_else_in_each_text():
    one, other, bare = ids(Who("Ruth", "leder", "KL"), Who("Ruth", "leder", "KL"), Who("Ruth"))
    assert len({one, other, bare}) == 3 and None not in (one, other, bare)
    first, again = Doc("a", (Who("Ruth"),), published=day(1)), Doc("b", (Who("Ruth"),), duplicate_of="a")
    result = found(first, again)
    assert result.person(first, "Ruth") == result.person(again, "Ruth")


def test_a_rare_role_links_who_has_one_name_only():
    one, other = ids(Who("Vestbirk", "finansminister"), Who("Vestbirk", "finansminister"))
    assert one == other


# initials and middle names


def test_initials_are_one_with_the_name_where_an_organisation_links_them():
    assert len(set(ids(at("KL", "Jens P. Hansen"), at("KL", "Jens Peter Hansen")))) == 1


def test_initials_are_one_with_the_name_that_the_same_document_gives():
    both = Doc("a", (Who("Tove P. Vestbirk"), Who("Tove Pia Vestbirk", "direktør", "KL")))
    result = found(both)
    assert result.person(both, "Tove P. Vestbirk") == result.person(both, "Tove Pia Vestbirk")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (at("KL", "Tove P. Vestbirk"), at("DR", "Tove Pia Vestbirk")),
        (at("KL", "Tove P. Vestbirk"), at("KL", "Tove Karen Vestbirk")),
        (at("KL", "Tove P. Vestbirk"), at("KL", "Tone Pia Vestbirk")),
        (at("KL", "Tove Vestbirk"), at("DR", "Tove Pia Vestbirk")),
        (Who("Tove Vestbirk", "rektor"), Who("Tove Pia Vestbirk", "rektor")),
        (Who("Tove P. Vestbirk", "rektor", "KL", "S"), Who("Tove Pia Vestbirk", "rektor", "KL", "V")),
    ],
)
def test_names_with_other_middle_names_or_nothing_that_links_them_are_of_two(one, other):
    first, second = ids(one, other)
    assert first != second


def test_initials_in_one_document_are_not_one_with_a_name_that_is_said_to_be_elsewhere():
    both = Doc("a", (at("DR", "Tove P. Vestbirk"), at("KL", "Tove Pia Vestbirk")))
    result = found(both)
    assert result.person(both, "Tove P. Vestbirk") != result.person(both, "Tove Pia Vestbirk")


def test_a_name_without_middle_names_is_one_with_the_longer_where_an_organisation_links_them():
    assert len(set(ids(at("KL", "Tove Vestbirk"), at("KL", "Tove Pia Vestbirk")))) == 1


def test_a_name_that_could_be_two_longer_ones_is_neither():
    people = [at("KL", name) for name in ("Tove Vestbirk", "Tove Pia Vestbirk", "Tove Karen Vestbirk")]
    assert len(set(ids(*people))) == 3


def test_all_written_forms_are_kept():
    result = found(*docs(at("KL", "Tove Pia Vestbirk"), at("KL", "Tove P. Vestbirk"), at("KL", "Tove Pia Vestbirk")))
    assert result.alias("Tove Pia Vestbirk") == ("exact", None) and result.alias("Tove P. Vestbirk") == (
        "variant",
        None,
    )
    assert result.tables["people"]["name"].to_list() == ["Tove Pia Vestbirk"]


# misspelt names


@pytest.mark.parametrize("slip", ["Tove Vestbrik", "Tove Vestbir", "Tove Vestbirrk", "Tove Vestbirg"])
def test_a_surname_with_one_letter_wrong_is_one_with_the_right_one_in_the_same_organisation(slip):
    result = found(*docs(at("KL", "Tove Vestbirk"), at("KL", "Tove Vestbirk"), at("KL", slip)))
    assert result.people(slip) == [person_id("Tove Vestbirk")]
    how, score = result.alias(slip)
    assert how == "fuzzy" and score is not None and 0.8 < score < 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (at("KL", "Tove Vestbirk"), at("DR", "Tove Vestbrik")),
        (Who("Tove Vestbirk", "rektor"), Who("Tove Vestbrik", "rektor")),
        (at("KL", "Tove Vestbirk"), at("KL", "Tone Vestbirk")),
        (at("KL", "Tove Vestbirk"), at("KL", "Tove Vesterbrik")),
        (at("KL", "Jens Petersen"), at("KL", "Jens Pedersen")),
        (at("KL", "Tove Ræv"), at("KL", "Tove Rev")),
    ],
)
def test_other_names_are_of_other_people(one, other):
    first, second = ids(one, other)
    assert first != second
