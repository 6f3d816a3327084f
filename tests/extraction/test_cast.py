"""The cast of an article: who is named where, in what capacity; and the rows of `mentions` made of it."""

import pytest

from pejlemaerker.extraction.cast import cast_of


def mentions(found) -> list[tuple[str, str, str]]:
    return [(row["kind"], row["surface"], row["text"]) for row in found.mentions]


def actors(found) -> dict[str, tuple[str | None, str | None]]:
    cast = cast_of(found.article)
    return {
        name: (actor.main_affiliation().role, actor.main_affiliation().organisation)
        for name, actor in cast.actors.items()
    }


def test_people_and_organisations_are_mentioned_in_reading_order(news):
    found = news("Ifølge KL og Struer Kommune mødtes de med Tove Vestbirk. Vestbirk var glad for mødet.")
    assert mentions(found) == [
        ("organisation", "KL", "KL"),
        ("organisation", "Struer Kommune", "Struer Kommune"),
        ("person", "Tove Vestbirk", "Tove Vestbirk"),
        ("person", "Tove Vestbirk", "Vestbirk"),
    ]
    assert {row["actor_id"] for row in found.mentions} == {None}


def test_a_genitive_is_no_part_of_the_name(news):
    found = news("Jeg mødte Tove Vestbirk i går. Tove Vestbirks hund var med, og Struer Kommunes bil holdt der.")
    assert {surface for _, surface, _ in mentions(found)} == {"Tove Vestbirk", "Struer Kommune"}


def test_a_surname_that_two_people_share_stands_for_nobody(news):
    found = news("I dag mødtes Tove Vestbirk og Bjarke Vestbirk. Siden tog Vestbirk hjem til sin have.")
    assert [text for *_, text in mentions(found)] == ["Tove Vestbirk", "Bjarke Vestbirk"]


def test_the_last_part_of_a_double_surname_is_a_short_form(news):
    found = news("I går talte vi med Tove Rask-Vestbirk om det. Her tog Vestbirk ordet.")
    assert mentions(found)[-1] == ("person", "Tove Rask-Vestbirk", "Vestbirk")


def test_the_author_is_of_the_cast_with_the_role_of_the_byline(plea):
    assert actors(plea("I dag er det koldt i haven."))["Tove Vestbirk"] == ("ældrechef", "Struer Kommune")


def test_a_role_with_an_organisation_comes_first(news):
    found = news("I går kom rektor Tove Vestbirk. Tove Vestbirk, der er formand for KL, talte længe.")
    assert actors(found) == {"Tove Vestbirk": ("formand", "KL")}


def test_a_party_letter_is_kept(news):
    found = news("I går talte Tove Vestbirk (SF) længe om det.")
    assert cast_of(found.article).actors["Tove Vestbirk"].party == "SF"


@pytest.mark.parametrize(("name", "sex"), [("Tove Vestbirk", "f"), ("Bjarke Rask", "m"), ("Anne-Mette Rask", "f")])
def test_sex_follows_the_first_name(news, name, sex):
    assert cast_of(news(f"I går talte rektor {name} længe.").article).actors[name].sex == sex


def test_the_cast_of_an_article_is_made_once(news):
    article = news("I går talte Tove Vestbirk længe.").article
    assert cast_of(article) is cast_of(article)


@pytest.mark.parametrize(
    "body",
    [
        "Stille Dage er en god ting at have i kalenderen.",
        "Stille Dage begyndte i maj og varer hele året.",
        "Lederne mødes på mandag og taler om ferien.",
    ],
)
def test_capitals_that_open_a_sentence_name_nobody(news, body):
    assert mentions(news(body)) == []
