"""Organisations: registered ones, those that a word gives away, and words that name none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.organisations import KNOWN, ends_organisation, lookup, organisation_kind, organisations


def names(text: str) -> list[str]:
    return [item.name for item in organisations(text)]


@pytest.mark.parametrize(
    ("text", "expected", "kind"),
    [
        ("direktør i Strandkær Kommune siger", "Strandkær Kommune", "municipality"),
        ("formand for Skolelederforeningen siger", "Skolelederforeningen", "association"),
        ("chef i Havnestyrelsen siger", "Havnestyrelsen", "agency"),
        ("chef i Kystministeriet siger", "Kystministeriet", "ministry"),
        ("støtte fra Lysfonden i dag", "Lysfonden", "foundation"),
        ("ansat hos Plejenet A/S i dag", "Plejenet A/S", "company"),
        ("ansat hos Plejenet ApS i dag", "Plejenet ApS", "company"),
        ("lektor ved Nordhavn Universitet siger", "Nordhavn Universitet", "university"),
        ("lærer på Havneskolen siger", "Havneskolen", "institution"),
        ("medlem af Dansk Strandforening siger", "Dansk Strandforening", "association"),
        ("gæst i Center for Ledelse og Læring i dag", "Center for Ledelse og Læring", "institution"),
    ],
)
def test_a_word_gives_an_organisation_away(text: str, expected: str, kind: str) -> None:
    found = organisations(text)
    assert [(item.name, item.kind) for item in found] == [(expected, kind)]
    assert text[found[0].start : found[0].end] == expected


HEADED = [
    ("formand for Foreningen af Nære Ledere i dag", "Foreningen af Nære Ledere"),
    ("direktør i Styrelsen for Nære Fællesskaber siger", "Styrelsen for Nære Fællesskaber"),
    ("penge fra Fonden for Nære Fællesskaber i dag", "Fonden for Nære Fællesskaber"),
    ("Foreningen for Kolde Kaffekopper er ny.", "Foreningen for Kolde Kaffekopper"),
    ("penge fra Fonden Lyset i dag", "Fonden Lyset"),
    ("direktør i Region Fjorden siger", "Region Fjorden"),
    ("direktør i Strandkær kommune siger", "Strandkær kommune"),
]


@pytest.mark.parametrize(("text", "expected"), HEADED)
def test_a_head_with_more_behind_it_gives_an_organisation_away(text: str, expected: str) -> None:
    assert names(text) == [expected]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("borgmester i Randers Kommune", "0730"),
        ("borgmester i Odense Kommune", "0461"),
        ("borgmester i Københavns Kommune", "0101"),
        ("Odense Kommunes budget", "0461"),
    ],
)
def test_municipalities_have_their_code(text: str, code: str) -> None:
    found = organisations(text)
    assert len(found) == 1
    assert found[0].known is not None
    assert found[0].known.municipality_code == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Strandkær Kommunes budget", "Strandkær Kommune"),
        ("Skolelederforeningens formand", "Skolelederforeningen"),
        ("KL’s formand", "KL"),
        ("KLs formand", "KL"),
        ("Finansministeriets regler", "Finansministeriet"),
    ],
)
def test_a_genitive_is_no_part_of_the_name(text: str, expected: str) -> None:
    assert names(text) == [expected]


@pytest.mark.parametrize("head", ["Havneskolen", "Nordhavn Universitet", "Lysfonden"])
def test_a_full_name_behind_an_organisation_is_no_part_of_it(head: str) -> None:
    assert names(f"Det siger leder af {head} Xandru Tvorkov.") == [head]


def test_a_listed_name_behind_an_organisation_is_no_part_of_it() -> None:
    assert names("Det siger leder af Havneskolen Karen Bøgelund.") == ["Havneskolen"]


def test_several_organisations_are_told_apart() -> None:
    assert names("Det siger Strandkær Kommune, Skolelederforeningen og Plejenet A/S.") == [
        "Strandkær Kommune",
        "Skolelederforeningen",
        "Plejenet A/S",
    ]
    assert names("Randers Kommune og Odense Kommune er enige.") == ["Randers Kommune", "Odense Kommune"]


def test_an_opener_of_the_sentence_is_no_part_of_the_name() -> None:
    for opener in ("I", "Hos", "Derfor", "Også", "Men"):
        assert names(f"{opener} Strandkær Kommune er ny.") == ["Strandkær Kommune"]


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen vandt. Foreningen tabte. Ministeriet svarer ikke.",
        "Styrelsen er enig. Skolen er ny. Fonden giver penge.",
        "Kommune er et ord.",
        "Danmark er et land.",
        "Ledelse er vigtigt for Karen Bøgelund.",
        "kommunen, regionen og foreningen",
        "@Kommunen skriver",
        "Mandag og Tirsdag",
        "",
    ],
)
def test_common_nouns_and_other_capitals_are_no_organisation(text: str) -> None:
    assert names(text) == []


def test_each_registered_name_is_found_as_itself() -> None:
    missing = [name for name in KNOWN if name[0].isupper() and lookup(name) is not KNOWN[name]]
    assert missing == []


@pytest.mark.parametrize("form", ["KL", "KL’s", "KL's", "KLs"])
def test_a_registered_organisation_is_looked_up_in_the_genitive_too(form: str) -> None:
    found = lookup(form)
    assert found is not None
    assert found.id == "kl"


@pytest.mark.parametrize("name", ["", "s", "Strandkær Kommune", "kl"])
def test_an_unregistered_one_is_not(name: str) -> None:
    assert lookup(name) is None


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Kommune", "municipality"),
        ("Kommunes", "municipality"),
        ("Lysfonden", "foundation"),
        ("Skolelederforening", "association"),
        ("Bøgelund", None),
        ("Ledelse", None),
        ("", None),
    ],
)
def test_the_last_word_tells_the_kind(word: str, kind: str | None) -> None:
    assert organisation_kind(word) == kind
    assert ends_organisation(word) == (kind is not None)


def test_all_municipalities_in_force_are_found_in_a_sentence() -> None:
    today = [row for row in rows("municipalities") if not row[5]]
    assert len(today) >= 98
    for code, name, form, *_ in today:
        full = form if "Kommune" in form else f"{form} Kommune"
        found = organisations(f"Hun er borgmester i {full} i dag.")
        assert [item.known and item.known.municipality_code for item in found] == [code], name


WORDS = st.sampled_from(
    [
        "Kommune",
        "Strandkær",
        "Foreningen",
        "af",
        "for",
        "Nære",
        "Ledere",
        "og",
        "Randers",
        "Børne-",
        "Plejenet",
        "A/S",
        "KL’s",
        "Region",
        "i",
        "De",
        "Center",
        "Karen",
        ",",
        ".",
    ]
)


@given(st.lists(WORDS, max_size=20).map(" ".join) | st.text(max_size=100))
def test_places_are_exact_in_order_and_apart(text: str) -> None:
    found = organisations(text)
    assert all(text[item.start : item.end].startswith(item.name) for item in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(item.kind for item in found)
