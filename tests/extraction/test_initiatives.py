"""Named initiatives: names, kinds and owners; and what has a head but no name."""

import pytest


def names(found) -> list[tuple[str, str]]:
    return [(row["name"], row["kind"]) for row in found.initiatives]


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("I maj åbnede projektet Stille Timer.", "Stille Timer", "project"),
        ("I maj begyndte vi på projektet ”Ro på gangene”.", "Ro på gangene", "project"),
        ("Byen har fået et nyt projekt kaldet Åbne Døre.", "Åbne Døre", "project"),
        ("Byrådet står bag programmet Tid til Ledelse.", "Tid til Ledelse", "programme"),
        ("Ordningen har fået navnet Faste Hænder.", "Faste Hænder", "project"),
        ("Sundhedsreformen træder snart i kraft.", "Sundhedsreformen", "reform"),
        ("I går talte robusthedskommissionen.", "Robusthedskommissionen", "commission"),
        ("Byrådet vedtog Frivillighedsstrategien i går.", "Frivillighedsstrategien", "strategy"),
        ("I går blev Den Fælles Lederaftale indgået.", "Den Fælles Lederaftale", "agreement"),
        ("Projektet Stille Timer begyndte i maj.", "Stille Timer", "project"),
        ("I maj begyndte projektet Stille Timer.", "Stille Timer", "project"),
        ("Et nyt projekt kaldet Åbne Døre begyndte i maj.", "Åbne Døre", "project"),
    ],
)
def test_named_things_are_found(news, sentence, name, kind):
    assert names(news(sentence)) == [(name, kind)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Strategien er god.",
        "Projektet begyndte i maj.",
        "Vi har brug for en reform.",
        "Kommunen har mange projekter og planer.",
        "Vi talte om projektet med Tove Vestbirk.",
    ],
)
def test_a_head_alone_names_nothing(news, sentence):
    assert names(news(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Struer Kommune står bag programmet Tid til Ledelse.", "Struer Kommune"),
        ("I går lancerede regeringen Ældrereformen.", "regeringen"),
        ("I går begyndte programmet Tid til Ledelse.", None),
        ("Regeringen lancerede Ældrereformen i går.", "Regeringen"),
    ],
)
def test_the_owner_is_the_organisation_beside_it(news, sentence, owner):
    assert [row["organisation"] for row in news(sentence).initiatives] == [owner]


def test_each_name_is_one_row_where_it_first_stands(news):
    found = news("Byrådet vedtog Frivillighedsstrategien i går. Nu gælder Frivillighedsstrategien i Struer Kommune.")
    (row,) = found.initiatives
    assert row["char_start"] == found.article.clean_text.index("Frivillighedsstrategien")
    assert row["organisation"] == "Struer Kommune"


def test_people_and_organisations_are_no_initiatives(news):
    assert names(news("KL og Foreningen af Plejeledere mødtes med Tove Vestbirk i Struer Kommune.")) == []
