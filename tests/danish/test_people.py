"""People as they are introduced: name, roles, organisations and party, and capitals that are no people."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.danish.people import Affiliation, Person, people, roles_in

Told = tuple[str, list[tuple[str | None, str | None]], str | None]


def told(text: str) -> list[Told]:
    return [
        (person.name, [(item.role, item.organisation) for item in person.affiliations], person.party)
        for person in people(text)
    ]


def names(text: str) -> list[str]:
    return [person.name for person in people(text)]


def only(text: str) -> Person:
    found = people(text)
    assert len(found) == 1, found
    return found[0]


ROLES_BEFORE = [
    ("kommunaldirektør i Strandkær Kommune", [("kommunaldirektør", "Strandkær Kommune")]),
    ("formand for Skolelederforeningen", [("formand", "Skolelederforeningen")]),
    ("chefkonsulent hos Plejenet A/S", [("chefkonsulent", "Plejenet A/S")]),
    ("lektor ved Nordhavn Universitet", [("lektor", "Nordhavn Universitet")]),
    ("leder af Havneskolen", [("leder", "Havneskolen")]),
    ("rektor på Sydkystens Gymnasium", [("rektor", "Sydkystens Gymnasium")]),
    ("vicedirektør i Havnestyrelsen", [("vicedirektør", "Havnestyrelsen")]),
    ("departementschef i Velfærdsministeriet", [("departementschef", "Velfærdsministeriet")]),
    ("direktør i Fonden Lyset", [("direktør", "Fonden Lyset")]),
    ("sekretariatschef i Lysfonden", [("sekretariatschef", "Lysfonden")]),
    ("formand for Foreningen af Nære Ledere", [("formand", "Foreningen af Nære Ledere")]),
    ("direktør i Fonden for Nære Fællesskaber", [("direktør", "Fonden for Nære Fællesskaber")]),
    ("regionsdirektør i Region Fjorden", [("regionsdirektør", "Region Fjorden")]),
    ("direktør Strandkær Kommune", [("direktør", "Strandkær Kommune")]),
    ("borgmester", [("borgmester", None)]),
    ("administrerende direktør", [("administrerende direktør", None)]),
    ("konstitueret centerchef i Strandkær Kommune", [("konstitueret centerchef", "Strandkær Kommune")]),
    ("social- og sundhedsdirektør i Strandkær Kommune", [("social- og sundhedsdirektør", "Strandkær Kommune")]),
    ("børne- og ungechef", [("børne- og ungechef", None)]),
    ("KL’s kontorchef", [("kontorchef", "KL")]),
    ("KL's direktør", [("direktør", "KL")]),
    ("KL-næstformand", [("næstformand", "KL")]),
    ("Strandkær Kommunes direktør", [("direktør", "Strandkær Kommune")]),
    ("rådmand for Børn og Unge i Strandkær Kommune", [("rådmand for Børn og Unge", "Strandkær Kommune")]),
    ("formand for regionsrådet i Region Fjorden", [("formand for regionsrådet", "Region Fjorden")]),
    (
        "formand for Lederrådet og direktør i Strandkær Kommune",
        [("formand", "Lederrådet"), ("direktør", "Strandkær Kommune")],
    ),
    (
        "formand for Foreningen af Nære Ledere og direktør i Strandkær Kommune",
        [("formand", "Foreningen af Nære Ledere"), ("direktør", "Strandkær Kommune")],
    ),
    (
        "borgmester i Strandkær Kommune, formand for Lederrådet og medlem af Kystrådet",
        [("borgmester", "Strandkær Kommune"), ("formand", "Lederrådet"), ("medlem", "Kystrådet")],
    ),
]


@pytest.mark.parametrize(("roles", "expected"), ROLES_BEFORE)
def test_roles_before_the_name_are_read(roles: str, expected: list[tuple[str | None, str | None]]) -> None:
    text = f"Det går godt, siger {roles} Karen Bøgelund."
    person = next(person for person in people(text) if person.name == "Karen Bøgelund")
    assert [(item.role, item.organisation) for item in person.affiliations] == expected
    assert text[person.phrase_start : person.start] == roles + " "


# Capitals behind these are the organisation's as well as a person's, and nobody can say where the name begins.
AMBIGUOUS = {
    "direktør i Fonden Lyset",
    "formand for Foreningen af Nære Ledere",
    "direktør i Fonden for Nære Fællesskaber",
}


@pytest.mark.parametrize("roles", sorted(AMBIGUOUS))
def test_where_a_name_cannot_be_told_from_an_organisation_nobody_is_named(roles: str) -> None:
    assert told(f"Det er {roles} Xandru Tvorkov ked af.") == []


@pytest.mark.parametrize(
    ("roles", "expected"),
    [pytest.param(roles, expected, id=roles) for roles, expected in ROLES_BEFORE if roles not in AMBIGUOUS],
)
def test_a_name_in_no_lexicon_is_one_beside_a_role(roles: str, expected: list[tuple[str | None, str | None]]) -> None:
    found = told(f"Det er {roles} Xandru Tvorkov ked af.")
    assert ("Xandru Tvorkov", expected, None) in found


@pytest.mark.parametrize(("roles", "expected"), ROLES_BEFORE)
def test_nobody_else_stands_in_the_roles(roles: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert names(f"Det går godt, siger {roles} Karen Bøgelund.") == ["Karen Bøgelund"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karen Bøgelund, direktør i Strandkær Kommune, er glad.", [("direktør", "Strandkær Kommune")]),
        ("Karen Bøgelund, der er borgmester i Strandkær Kommune, er glad.", [("borgmester", "Strandkær Kommune")]),
        (
            "Karen Bøgelund, som til daglig er rektor for Nordhavn Gymnasium, er glad.",
            [("rektor", "Nordhavn Gymnasium")],
        ),
        ("Karen Bøgelund er formand for Lederrådet.", [("formand", "Lederrådet")]),
        ("Karen Bøgelund (direktør i Plejenet A/S) er glad.", [("direktør", "Plejenet A/S")]),
        ("Karen Bøgelund, KL’s direktør, er glad.", [("direktør", "KL")]),
        (
            "Karen Bøgelund, formand for Lederrådet og leder af Havneskolen, er glad.",
            [("formand", "Lederrådet"), ("leder", "Havneskolen")],
        ),
        ("Professor Karen Bøgelund fra Nordhavn Universitet er glad.", [("Professor", "Nordhavn Universitet")]),
        ("Professor Karen Bøgelund, Nordhavn Universitet, er glad.", [("Professor", "Nordhavn Universitet")]),
        ("Formanden for Lederrådet, Karen Bøgelund, er glad.", [("formand", "Lederrådet")]),
        ("Karen Bøgelund fra Strandkær Kommune er glad.", [(None, "Strandkær Kommune")]),
        ("Karen Bøgelund er glad.", []),
        ("Karen Bøgelund er glad for direktøren.", []),
        ("Karen Bøgelund mødte direktøren i Strandkær Kommune.", []),
        ("Karen Bøgelund, der er glad, mødte en borgmester.", []),
    ],
)
def test_roles_behind_the_name_are_read(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(item.role, item.organisation) for item in only(text).affiliations] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Xandru Tvorkov, direktør i Strandkær Kommune, er glad.",
        "Xandru Tvorkov, der er borgmester i Strandkær Kommune, er glad.",
        "Xandru Tvorkov er formand for Lederrådet.",
    ],
)
def test_a_name_in_no_lexicon_is_one_before_a_role(text: str) -> None:
    assert names(text) == ["Xandru Tvorkov"]


@pytest.mark.parametrize(
    "text",
    [
        "Det går godt, siger Xandru Tvorkov.",
        "Xandru Tvorkov siger, at det går godt.",
        "”Det går godt,” mener Xandru Tvorkov.",
        "Xandru Tvorkov (S) er imod.",
    ],
)
def test_a_name_in_no_lexicon_is_one_beside_a_verb_or_a_party(text: str) -> None:
    assert names(text) == ["Xandru Tvorkov"]


@pytest.mark.parametrize(
    "text", ["Vi mødte Xandru Tvorkov i går.", "Brug Nye Briller til det.", "Det er Grøn Omstilling."]
)
def test_a_name_in_no_lexicon_alone_is_nobody(text: str) -> None:
    assert names(text) == []


def test_anyone_may_be_asked_for() -> None:
    assert [person.name for person in people("Xandru Tvorkov og Olvrik Sandmose", anyone=True)] == [
        "Xandru Tvorkov",
        "Olvrik Sandmose",
    ]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Borgmester Karen Bøgelund (S) er imod.", "S"),
        ("Karen Bøgelund (SF) er imod.", "SF"),
        ("Karen Bøgelund (V), der er borgmester, er imod.", "V"),
        ("Karen Bøgelund (48) er imod.", None),
        ("Karen Bøgelund (født Holm) er imod.", None),
        ("Karen Bøgelund er imod (S).", None),
    ],
)
def test_the_letters_of_a_party_are_read(text: str, party: str | None) -> None:
    assert only(text).party == party


def test_role_and_party_go_together() -> None:
    assert told("Karen Bøgelund (V), der er borgmester i Strandkær Kommune, er imod.") == [
        ("Karen Bøgelund", [("borgmester", "Strandkær Kommune")], "V")
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Karen Bøgelund",
        "Karen von der Heide",
        "Karen de la Motte",
        "Karen Bøgelund-Madsen",
        "Karl-Åge Bøgelund",
        "Anne Karen Bøgelund Holm",
        "Karen M. Bøgelund",
        "Karen Æ. Ågaard",
        "Karen O'Brandt",
    ],
)
def test_names_of_all_shapes_are_whole(name: str) -> None:
    text = f"Det går godt, siger direktør {name}."
    person = only(text)
    assert person.name == text[person.start : person.end] == name


@pytest.mark.parametrize("name", ["H.C. Bøgelund", "H. C. Bøgelund", "J.P. Holm-Madsen"])
def test_names_that_open_with_initials_are_whole(name: str) -> None:
    assert names(f"Det går godt, siger direktør {name}.") == [name]


def test_an_apostrophe_genitive_is_no_part_of_the_name() -> None:
    text = "Karen Bøgelund’s forslag er godt."
    person = only(text)
    assert (person.name, text[person.start : person.end]) == ("Karen Bøgelund", "Karen Bøgelund")


def test_several_people_each_keep_their_roles() -> None:
    text = "Det siger direktør i Strandkær Kommune Karen Bøgelund og formand for Lederrådet Asger Dalsgaard (S)."
    assert told(text) == [
        ("Karen Bøgelund", [("direktør", "Strandkær Kommune")], None),
        ("Asger Dalsgaard", [("formand", "Lederrådet")], "S"),
    ]


def test_the_role_of_one_person_does_not_wander_to_the_next() -> None:
    text = "Karen Bøgelund er direktør. Asger Dalsgaard er glad. Ditte Kragelund, Signe Holm og Bo Lind kom også."
    assert [(name, roles) for name, roles, _ in told(text)] == [
        ("Karen Bøgelund", [("direktør", None)]),
        ("Asger Dalsgaard", []),
        ("Ditte Kragelund", []),
        ("Signe Holm", []),
        ("Bo Lind", []),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mødet lå på Søndre Havnevej i går.",
        "Vi mødtes på Vester Allé.",
        "I Strandkær Kommune er der ro.",
        "Men Kommunernes Landsforening er glad.",
        "Derfor er Danske Regioner glade.",
        "Mandag Morgen skriver om det.",
        "Det sker i Maj, Juni og Juli.",
        "Den 3. Maj holder vi fest.",
        "Det siger Center for Ledelse.",
        "Foreningen af Nære Ledere siger nej.",
        "Karen er her. Bo kom også.",
        "Her siger Karen nej.",
        "KL og FOA er enige.",
        "HR DIREKTØR SØGES",
        "Den Gode Leder er en bog.",
        "I Ledelsesugen mødes Offentlige Ledere.",
        "Ifølge Nordhavn Universitet er det rigtigt.",
        "",
    ],
)
def test_places_organisations_and_openers_are_nobody(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    ["Vi bor på Karen Bangs Vej 12.", "Mødet lå på Peter Holms Allé.", "Skolen hedder Karen Holms Skole."],
)
def test_what_is_called_after_a_person_is_nobody(text: str) -> None:
    assert names(text) == []


def test_an_opener_is_no_part_of_the_name() -> None:
    for opener in ("Derfor", "Ifølge", "Men", "Hos", "Også"):
        assert names(f"{opener} Karen Bøgelund er her.") == ["Karen Bøgelund"]


def test_names_do_not_run_over_a_full_stop() -> None:
    assert names("Vi mødte Karen Bøgelund. Asger Dalsgaard kom ikke.") == ["Karen Bøgelund", "Asger Dalsgaard"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Direktør i Strandkær Kommune", [Affiliation("Direktør", "Strandkær Kommune")]),
        (
            "formand for Lederrådet og rektor",
            [Affiliation("formand", "Lederrådet"), Affiliation("rektor", None)],
        ),
        ("noget helt andet", []),
        ("", []),
    ],
)
def test_roles_of_a_phrase_are_read(text: str, expected: list[Affiliation]) -> None:
    assert roles_in(text) == expected


VOCABULARY = """siger direktør formand for Strandkær Kommune Karen Bøgelund Xandru Tvorkov Peter (S) , . og i af von der
KL’s KL-formand Holms Vej H. ” » Foreningen Lederrådet der er som fra Region borgmesteren S. De"""
WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=120))
def test_places_are_exact_and_in_order(text: str) -> None:
    found = people(text)
    assert all(0 <= person.phrase_start <= person.start < person.end <= len(text) for person in found)
    assert all(text[person.start : person.end].strip(" .") == person.name.strip(" .") for person in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(len(person.name.split()) >= 2 for person in found)
    assert all(item.role or item.organisation for person in found for item in person.affiliations)
    assert people(text, anyone=True) or not found
