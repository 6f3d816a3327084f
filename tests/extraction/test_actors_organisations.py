"""Organisations across documents: which names are forms of one, how that is told, and which must never be made one."""

import datetime

import pytest
from actor_rows import Doc, Who, day, found, same

from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.organisations import KNOWN
from pejlemaerker.extraction.actors import organisation_id
from pejlemaerker.extraction.actors.register import forms, registered
from pejlemaerker.extraction.actors.slips import Slips

# the register


def test_every_municipality_and_region_is_reached_by_its_names():
    codes = {row[0]: row[1] for row in rows("municipalities")} | {row[0]: row[1] for row in rows("regions") if row[0]}
    assert len(rows("municipalities")) == 98 and {f"108{n}" for n in range(1, 6)} <= codes.keys()
    for code, name in codes.items():
        full = name if name.startswith("Region") else f"{name} Kommune"
        letter = "r" if name.startswith("Region") else "m"
        for form in (full, f"{full}s", full.upper(), full.replace("aa", "å").replace("Aa", "Å")):
            assert organisation_id(form) == f"{letter}{code}", form


def test_an_organisation_that_is_no_more_is_found_in_later_documents():
    (row,) = (
        found(Doc("a", organisations=("Region Hovedstaden",), published=datetime.date(2031, 5, 4)))
        .tables["organisations"]
        .to_dicts()
    )
    assert (row["organisation_id"], row["valid_to"]) == ("r1084", datetime.date(2026, 12, 31))


def test_no_form_of_a_registered_name_is_another_registered_organisation():
    for name, known in KNOWN.items():
        for form in (name, name.upper(), name.title()):
            assert (registered(form) or known).id == known.id, form


def test_no_registered_name_is_taken_for_another():
    names = {" ".join(words): words for words, _ in forms()}
    assert all(organisation_id(name) == known.id for name, known in KNOWN.items())
    assert Slips(names).told({form: set() for form in names}).keys() <= names.keys()


# variants and slips


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Aarhus kommune", "Aarhus Kommune"),
        ("ÅRHUS KOMMUNE", "Aarhus Kommune"),
        ("Aarhus Kommunes", "Aarhus Kommune"),
        ("Aarhus Universitetet", "Aarhus Universitet"),
        ("Ræveby Lederforeningen", "Ræveby Lederforening"),
        ("Ræveby Lederforenings", "Ræveby Lederforening"),
        ("Råd & Ro Ræveby Skole", "Råd og Ro Ræveby Skole"),
        ("Foreningen Rævs", "Foreningen Ræv"),
    ],
)
def test_variants_are_one(written, name):
    assert same(written, name)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Radners Kommune", "Randers Kommune"),
        ("Arhus Kommune", "Aarhus Kommune"),
        ("Hovlstebro Kommune", "Holstebro Kommune"),
        ("Holbek Kommune", "Holbæk Kommune"),
        ("Kommunernes Landforening", "Kommunernes Landsforening"),
        ("Sundhedstyrelsen", "Sundhedsstyrelsen"),
        ("Region Midtjyland", "Region Midtjylland"),
    ],
)
def test_a_slip_of_the_pen_is_told_from_the_register(written, name):
    result = found(Doc("a", organisations=(written,)))
    assert result.organisation(written) == organisation_id(name) != organisation_id(written)
    how, score = result.alias(written)
    assert how == "fuzzy" and score is not None and 0.8 < score < 1


@pytest.mark.parametrize(
    "written",
    [
        "Hørning Kommune",  # not Herning: one letter for another
        "Vejlen Kommune",  # Vejle or Vejen
        "Lederen",  # not Lederne: a word
        "Djøf",
        "Djøb",
        "Region Midt Syd",
        "Ræveby Kommune",
        "Sundhedsskolen",  # not Sundhedsstyrelsen: another kind
        "Odens Kommune",
        "Aarhus Kommunale",
        "Midt Region",
    ],
)
def test_a_name_that_only_looks_like_a_registered_one_is_its_own(written):
    assert found(Doc("a", organisations=(written,))).organisation(written) == organisation_id(written)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hvidovre Kommune", "Rødovre Kommune"),
        ("Vejle Kommune", "Vejen Kommune"),
        ("Holstebro Kommune", "Holbæk Kommune"),
        ("Region Nord", "Region Syd"),
        ("Foreningen Ræveby Nordskole", "Foreningen Ræveby Sydskole"),
        ("Ræveby Østerskole", "Ræveby Vesterskole"),
        ("Afdeling 1", "Afdeling 2"),
        ("Foreningen af Ledere i Afdeling 1", "Foreningen af Ledere i Afdeling 2"),
        ("Ræveby Skole", "Ræveby Bibliotek"),
        ("Plejehjemmet Birkelund", "Plejehjemmet Birklund"),
        ("Ræveby Lederforening", "Ravneby Lederforening"),
        ("Ræv", "Ræve"),
    ],
)
def test_two_organisations_stay_two(one, other):
    assert not same(one, other)


def test_long_names_with_a_slip_are_one_and_the_earlier_gives_the_identifier():
    right, wrong = "Ræveby Forening for Skoleledere", "Ræveby Forening for Skoleldere"
    result = found(
        Doc("b", organisations=(wrong,), published=day(2)), Doc("a", organisations=(right,), published=day(1))
    )
    assert result.organisation(right) == result.organisation(wrong) == organisation_id(right)


@pytest.mark.parametrize(
    "documents",
    [
        (Doc("a", organisations=("Plejehjemmet Birkelund", "Plejehjemmet Birklund")),),
        (
            Doc("a", (Who("Tove Vestbirk", "leder", "Plejehjemmet Birkelund"),), ("Plejehjemmet Birkelund",)),
            Doc("b", (Who("Tove Vestbirk", "leder", "Plejehjemmet Birklund"),), ("Plejehjemmet Birklund",)),
        ),
    ],
)
def test_short_names_with_a_slip_are_one_where_a_document_or_a_person_links_them(documents):
    result = found(*documents)
    assert result.organisation("Plejehjemmet Birkelund") == result.organisation("Plejehjemmet Birklund")


def test_a_noun_is_no_organisation():
    tables = found(Doc("a", (Who("Tove Vestbirk", "leder", "Foreningen"),))).tables
    assert tables["organisations"].is_empty() and tables["affiliations"]["organisation_id"].to_list() == [None]


def test_a_noun_before_a_name_opens_it_also_in_small_letters():
    doc = Doc("a", (Who("Tove Vestbirk", "leder", "tænketanken Rævehulen"),), ("Tænketanken Rævehulen",))
    assert found(doc).tables["affiliations"]["organisation_id"].to_list() == [organisation_id("Tænketanken Rævehulen")]


@pytest.mark.parametrize("words", ["bestyrelsen", "de ansatte i Ræveby", "rævene Ib og Bo"])
def test_words_in_small_letters_are_no_organisation(words):
    doc = Doc("a", (Who("Tove Vestbirk", "leder", words),))
    assert found(doc).tables["affiliations"]["organisation_id"].to_list() == [None]


# abbreviations

EXPLAINED = "Foreningen Rævebys Frie Ledere (FRFL) er her. Det siger FRFL."
LONG = "Foreningen Rævebys Frie Ledere"


def explained(text: str = EXPLAINED, name: str = "a", short: str = "FRFL") -> Doc:
    return Doc(name, organisations=(LONG, short), text=text)


def test_an_abbreviation_in_brackets_stands_for_the_name_before_it():
    result = found(explained())
    assert result.organisation("FRFL") == result.organisation(LONG) == organisation_id(LONG)
    assert result.alias("FRFL") == ("abbreviation", None) and result.alias(LONG) == ("exact", None)
    assert result.tables["organisations"]["name"].to_list() == [LONG]


def test_an_abbreviation_that_all_explain_alike_is_understood_everywhere():
    assert found(explained(), Doc("b", organisations=("FRFL",))).organisation("FRFL") == organisation_id(LONG)


def test_an_abbreviation_that_two_explain_otherwise_is_understood_only_there():
    other = Doc(
        "b", organisations=("Fonden Rolige Fag og Ledelse", "FRFL"), text="Fonden Rolige Fag og Ledelse (FRFL). FRFL"
    )
    bare = Doc("c", organisations=("FRFL",))
    result = found(explained(), other, bare)
    assert result.actors[other.id, "FRFL"] == organisation_id("Fonden Rolige Fag og Ledelse")
    assert result.actors[explained().id, "FRFL"] == organisation_id(LONG)
    assert result.actors[bare.id, "FRFL"] == organisation_id("FRFL")


def test_brackets_behind_what_is_no_name_say_nothing():
    doc = Doc("a", organisations=("Foreningen", "FRFL"), text="Foreningen (FRFL) er her. Det siger FRFL.")
    assert found(doc).organisation("FRFL") == organisation_id("FRFL")


def test_an_abbreviation_of_two_letters_is_understood_only_where_it_is_explained():
    one = explained(f"{LONG} (FL). Det siger FL.", short="FL")
    other = Doc("b", organisations=("FL",))
    result = found(one, other)
    assert result.actors[one.id, "FL"] == organisation_id(LONG) and result.actors[other.id, "FL"] == organisation_id(
        "FL"
    )


@pytest.mark.parametrize("short", ["KL", "XYZ", "Frfl"])
def test_brackets_that_do_not_abbreviate_the_name_say_nothing(short):
    result = found(explained(f"{LONG} ({short}). Det siger {short}.", short=short))
    assert result.organisation(short) == organisation_id(short)
