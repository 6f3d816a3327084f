"""Named initiatives: names, kinds and owners; and what has a head but no name."""

import pytest

from pejlemaerker.extraction.initiatives import joined
from schemas import INITIATIVES


def names(found) -> list[tuple[str, str]]:
    return [(row["name"], row["kind"]) for row in found.initiatives]


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("I maj åbnede projektet Stille Timer.", "Stille Timer", "project"),
        ("I maj begyndte vi på projektet ”Ro på gangene”.", "Ro på gangene", "project"),
        ("Byen har fået et nyt projekt kaldet Åbne Døre.", "Åbne Døre", "project"),
        ("Byrådet står bag programmet Tid til Ledelse.", "Tid til Ledelse", "programme"),
        ("Ordningen har fået navnet Faste Hænder.", "Faste Hænder", "programme"),
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


def common(*rows: tuple[str, str | None]) -> list[str]:
    """What rows of the given names and owners share, each in a document of its own."""
    frame = INITIATIVES.frame(
        {
            "document_id": f"d{i:016x}",
            "initiative_id": f"d{i:016x}-i{i:012x}",
            "char_start": 0,
            "name": name,
            "organisation_id": owner,
        }
        for i, (name, owner) in enumerate(rows)
    )
    return joined(frame)["common_id"].to_list()


def test_one_name_in_two_documents_is_one_initiative():
    first, second, other = common(("Faste Hænder", "m0550"), ("faste hænder", None), ("Makkervagt", "m0550"))
    assert first == second != other


def test_one_name_with_two_owners_is_two_initiatives():
    first, second, again, nobody = common(
        ("Tid til Ledelse", "m0550"),
        ("Tid til Ledelse", "m0510"),
        ("Tid til ledelse", "m0550"),
        ("Tid til Ledelse", None),
    )
    assert first == again
    assert len({first, second, nobody}) == 3


def test_what_rows_share_does_not_depend_on_their_order():
    rows = [("Faste Hænder", "m0550"), ("Makkervagt", None), ("Faste Hænder", None)]
    assert sorted(common(*rows)) == sorted(common(*reversed(rows)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I modellen Hørt i Tide kommer naboerne først.", "Hørt i Tide"),
        ("Se på tilbuddet Trampolin i Vejen, som er nyt.", "Trampolin"),
    ],
)
def test_where_a_name_ends(news, text, name):
    assert [row["name"] for row in news(text).initiatives] == [name]
