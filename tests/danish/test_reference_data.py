"""What the reference data says: municipalities and regions, known organisations, names of people, titles.

Form and order of the files are for `test_lexicons`; here is whether a reader finds in them what they promise.
"""

from collections import Counter
from datetime import date

import pytest

from pejlemaerker.danish.lexicon import rows, words
from pejlemaerker.danish.names import is_first_name
from pejlemaerker.danish.organisations import KNOWN, lookup, organisations
from pejlemaerker.danish.roles import indefinite, is_role, starts_with_role
from schemas.actors import ORGANISATION_KINDS

REGIONS = {row[0]: row for row in rows("regions") if row[0]}


def names_of(row: tuple[str, ...]) -> list[str]:
    """All names of a row of `organisations.tsv`: the official one and its aliases."""
    return [row[1], *(alias for column in row[3:] for alias in column.split("|") if alias)]


def test_each_of_the_98_municipalities_has_a_code_of_its_own() -> None:
    codes = [row[0] for row in rows("municipalities")]
    assert len(codes) == len(set(codes)) == 98


def test_each_municipality_lies_in_a_region_that_exists_as_long() -> None:
    for _, name, _, region, start, _ in rows("municipalities"):
        assert region in REGIONS, name
        assert REGIONS[region][2] <= start, name


@pytest.mark.parametrize("lexicon", ["municipalities", "regions"])
def test_periods_are_days_of_the_calendar_in_order(lexicon: str) -> None:
    for row in rows(lexicon):
        start, end = row[-2], row[-1]
        last = date.fromisoformat(end) if end else date.max
        assert date.fromisoformat(start) < last, row


def test_each_municipality_is_read_by_all_its_forms() -> None:
    for code, name, form, *_ in rows("municipalities"):
        full = form if "Kommune" in form else f"{form} Kommune"
        for written in (full, f"{name} Kommune", f"{full}s", f"{full}’s"):
            found = lookup(written)
            assert found is not None, written
            assert found.municipality_code == code


def test_each_region_is_read_by_its_name() -> None:
    for code, name, *_ in rows("regions"):
        found = lookup(name)
        assert found is not None
        assert (found.region_code or "") == code


def test_no_name_stands_for_two_organisations() -> None:
    times = Counter(name for row in rows("organisations") for name in names_of(row))
    assert [name for name, count in times.items() if count > 1] == []
    taken = {alias for alias, known in KNOWN.items() if known.kind in ("municipality", "region")}
    assert taken & set(times) == set()


def test_every_kind_of_organisation_is_one_of_the_schema() -> None:
    assert {row[2] for row in rows("organisations")} <= set(ORGANISATION_KINDS)


def test_every_name_gives_back_its_own_row() -> None:
    wrong = [name for row in rows("organisations") for name in names_of(row) if KNOWN[name].id != row[0]]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Københavns Universitet", "university"),
        ("Copenhagen Business School", "university"),
        ("Professionshøjskolen Absalon", "university"),
        ("VIA University College", "university"),
        ("Sundhedsministeriet", "ministry"),
        ("Ministeriet for Flygtninge, Indvandrere og Integration", "ministry"),
        ("Uddannelsesministeriet", "ministry"),
        ("Styrelsen for It og Læring", "agency"),
        ("Børne- og Kulturchefforeningen", "association"),
        ("Kommunale Velfærdschefer", "association"),
        ("Økonomidirektørforeningen", "association"),
        ("KOMDIR", "association"),
        ("KTC", "association"),
        ("Danske Gymnasieelevers Sammenslutning", "association"),
        ("Farmakonomforeningen", "union"),
        ("Rigshospitalet", "institution"),
        ("OUH", "institution"),
        ("Folketingets Finansudvalg", "parliament"),
        ("KKR Midtjylland", "association"),
        ("Erhvervshus Fyn", "state_body"),
        ("Ritzau", "media"),
        ("Psykiatrifonden", "foundation"),
        ("DIIS", "think_tank"),
    ],
)
def test_organisations_of_all_sorts_are_known(name: str, kind: str) -> None:
    for written in (name, f"{name}s" if not name.endswith("s") else name, f"{name}’s"):
        found = lookup(written)
        assert found is not None, written
        assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hun er rektor på Designskolen Kolding i dag.", "designskolen-kolding"),
        ("Det siger formand for Frie Skolers Lærerforening.", "frie-skolers-laererforening"),
        ("Han er overlæge på Aarhus Universitetshospital i dag.", "aarhus-universitetshospital"),
        ("Hun har været i Folketingets Retsudvalg siden maj.", "folketingets-retsudvalg"),
        ("Det viser tal fra Dansk Center for Undervisningsmiljø.", "dansk-center-for-undervisningsmiljoe"),
    ],
)
def test_a_known_organisation_is_found_whole_in_a_sentence(text: str, expected: str) -> None:
    assert [item.known.id for item in organisations(text) if item.known] == [expected]


@pytest.mark.parametrize("word", ["Danner", "Kredsløb", "Arbejderen", "Folkekirken", "Friskolerne", "Danica", "Frej"])
def test_common_nouns_verbs_and_first_names_are_no_organisation(word: str) -> None:
    assert lookup(word) is None


@pytest.mark.parametrize(
    "name", ["Tue", "Regitse", "Thit", "Ellinor", "Aqqalu", "Tóki", "Heiko", "Zlatko", "Fadumo", "Hans-Christian"]
)
def test_first_names_of_many_origins_are_known(name: str) -> None:
    assert is_first_name(name)


@pytest.mark.parametrize(
    "word", ["Tit", "Visse", "Indre", "Styr", "Ender", "Lyder", "Tung", "Skole", "Hvad", "Absalon"]
)
def test_words_that_open_sentences_are_no_first_names(word: str) -> None:
    assert not is_first_name(word)


def test_a_first_name_is_no_registered_organisation() -> None:
    assert [name for name in words("first_names") if lookup(name) is not None and lookup(name[:-1]) is None] == []


def test_family_names_are_each_there_once_and_in_order() -> None:
    names = [row[0] for row in rows("surnames")]
    assert names == sorted(set(names))
    assert len(names) >= 1500
    assert all(name[0].isupper() for name in names)
    assert {row[1] for row in rows("surnames")} == {"", "common"}


def test_the_commonest_family_names_are_marked() -> None:
    common = {row[0] for row in rows("surnames") if row[1] == "common"}
    assert 40 <= len(common) <= 80
    assert {"Hansen", "Møller", "Lund"} <= common
    assert not {"Bøgelund", "Kirkegaard", "Skov"} & common


def test_no_municipality_and_no_opener_of_sentences_is_a_family_name() -> None:
    surnames = words("surnames")
    assert {row[1] for row in rows("municipalities")} & surnames == set()
    assert words("sentence_openers") & surnames == set()


TITLES = """
administrerende direktør|adjungeret professor|ambassadør|apoteker|arbejdsmiljørepræsentant|afsnitsleder|beboer
bestyrelsesforperson|biskop|byplanlægger|cand.jur.|chefanklager|cheflæge|chefsygeplejerske|chefstrateg
cheføkonom|dagplejer|daglig pædagogisk leder|departementschef|direktionsmedlem|distriktsskoleleder|domprovst
dr.med.|elev|fagpolitisk chef|finansordfører|forperson|forælder|fællestillidsrepræsentant|generalsekretær
gruppeformand|hjemmehjælper|højesteretspræsident|indehaver|iværksætter|kabinetschef|kasserer|klinisk professor
kommunalpolitisk konsulent|kontorchef|kredsformand|landsformand|ledende overlæge|lektor emeritus
lægefaglig direktør|medgrundlægger|medindehaver|medstifter|næstforperson|oberstløjtnant|områdeleder
oversygeplejerske|ph.d.-studerende|plejehjemsforstander|politiinspektør|politisk ordfører|postdoc
praktiserende læge|professor mso|projektansvarlig|provst|pårørende|rådmand|sekretariatsleder|seniorforsker
skoleleder|social- og sundhedsassistent|sosu-hjælper|souschef|stadsarkivar|stresscoach|sundheds- og ældrechef
sygeplejefaglig direktør|tidl. borgmester|tillidsrepræsentant|tømrermester|uddannelsesansvarlig overlæge
udvalgsformand|udviklingskonsulent|vicepolitikommissær|viceskoleleder|yngre læge
"""


@pytest.mark.parametrize("title", TITLES.strip().replace("\n", "|").split("|"))
def test_titles_of_public_life_are_roles(title: str) -> None:
    assert starts_with_role(f"{title} i byen") == len(title)


NOUNS = """
ansvarsløs bestemmer blomst bruger dialog direktorat ejendom epilog formidler forældre fører generel grundlag
hjælper indfører katalog konsulat kunst ledelse lejer management medansvarlig ministerium parlament plan
planlægger plejer præsidium prolog redder rejer samarbejder semester strategi teknik tjener trimester træner
uansvarlig udfører udvikler udvikling virksomhed
"""


@pytest.mark.parametrize("noun", NOUNS.split())
def test_nouns_and_verbs_with_like_endings_are_no_roles(noun: str) -> None:
    assert not is_role(noun)
    assert starts_with_role(f"{noun} i byen") == 0


@pytest.mark.parametrize(
    ("definite", "expected"),
    [
        ("forpersonen", "forperson"),
        ("stadsarkivaren", "stadsarkivar"),
        ("højesteretspræsidenten", "højesteretspræsident"),
        ("cheflægen", "cheflæge"),
        ("medstifteren", "medstifter"),
        ("landstræneren", "landstræner"),
        ("semesteret", None),
        ("udviklingen", None),
        ("støtten", None),
    ],
)
def test_new_roles_have_a_definite_form_too(definite: str, expected: str | None) -> None:
    assert indefinite(definite) == expected
