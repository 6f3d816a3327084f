"""Rows of `affiliations`: what a document says of people, on the words that say so."""

import pytest


def rows(found) -> list[tuple]:
    return [(row["text"], row["surface"], row["role"], row["organisation"], row["party"]) for row in found.affiliations]


def test_a_row_stands_on_the_name_and_what_is_beside_it(news):
    found = news("I går talte Tove Vestbirk, der er direktør i Struer Kommune, længe om det.")
    ((text, *said),) = rows(found)
    assert text.startswith("Tove Vestbirk, der er direktør") and text.endswith("Struer Kommune")
    assert said == ["Tove Vestbirk", "direktør", "Struer Kommune", None]


def test_each_role_has_a_row_of_its_own(news):
    found = news("I går talte formand for KL og borgmester i Struer Kommune Tove Vestbirk (S) længe om det.")
    assert [row[2:] for row in rows(found)] == [("borgmester", "Struer Kommune", "S"), ("formand", "KL", "S")]
    assert len({row["affiliation_id"] for row in found.affiliations}) == 2


def test_a_party_alone_is_a_row(news):
    ((text, *said),) = rows(news("I går talte Tove Vestbirk (SF) længe om det."))
    assert text.startswith("Tove Vestbirk") and said == ["Tove Vestbirk", None, None, "SF"]


def test_each_time_it_is_said_is_a_row_of_its_own(news):
    found = news("Her kom direktør Tove Vestbirk. Siden gik direktør Tove Vestbirk hjem.")
    assert [row[2] for row in rows(found)] == ["direktør", "direktør"]
    assert len({row["affiliation_id"] for row in found.affiliations}) == 2


def test_ids_do_not_depend_on_what_stands_above(news):
    said = "I går talte direktør i Struer Kommune Tove Vestbirk længe om det."
    one, other = news(said), news(f"Det er koldt i haven.\n\n{said}")
    assert [row["affiliation_id"] for row in one.affiliations] == [row["affiliation_id"] for row in other.affiliations]


def test_ids_of_actors_are_left_open(news):
    (row,) = news("I går talte direktør i Struer Kommune Tove Vestbirk (S) længe om det.").affiliations
    assert row["person_id"] is row["organisation_id"] is row["party_id"] is None


@pytest.mark.parametrize(
    "body",
    [
        "I går talte Tove Vestbirk længe om det.",
        "I går kom en direktør i Struer Kommune forbi.",
        "I går talte formand for KL længe om det.",
    ],
)
def test_a_name_without_a_role_and_a_role_without_a_name_give_no_row(news, body):
    assert rows(news(body)) == []


def test_a_byline_stands_in_authors_only(plea):
    found = plea("I dag er det koldt i haven.")
    assert rows(found) == []
    assert [(row["role"], row["organisation"]) for row in found.article.authors] == [("ældrechef", "Struer Kommune")]
