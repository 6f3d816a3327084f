"""What an article says of people beyond the words beside their full names: single names, roles told later, and whose somebody is."""

import pytest

from pejlemaerker.extraction.cast import cast_of

CALM = "”Vi har fået mere ro på gangene,” siger "


def told(found) -> list[tuple]:
    return [(row["surface"], row["role"], row["organisation"], row["rule"]) for row in found.affiliations]


def body_of(found, name: str = "Tove Vestbirk") -> tuple[str | None, str | None]:
    main = cast_of(found.article).actors[name].main_affiliation()
    return main.role, main.organisation


@pytest.mark.parametrize(
    ("body", "name", "role", "organisation"),
    [
        ("Ruth, som er afdelingsleder på Solbakken, hilser på.", "Ruth", "afdelingsleder", "Solbakken"),
        ("I går talte sygeplejerske Ruth længe om det.", "Ruth", "sygeplejerske", None),
        ("I går talte statsminister Lykkeberg længe om det.", "Lykkeberg", "statsminister", None),
        (f"{CALM}Ruth.", "Ruth", None, None),
    ],
)
def test_people_with_one_name_only(news, body, name, role, organisation):
    found = news(body)
    assert list(cast_of(found.article).actors) == [name]
    assert body_of(found, name) == (role, organisation)


@pytest.mark.parametrize(
    "body", ["I går gik Ruth en tur i haven.", "I går talte direktør Solgul længe.", "I går talte Haven længe om det."]
)
def test_a_capital_without_role_or_verb_is_nobody(news, body):
    assert cast_of(news(body).article).actors == {}


def test_a_single_name_with_a_role_speaks_by_that_name(news):
    (row,) = news(f"Ruth, som er afdelingsleder, hilser på.\n\n{CALM}Ruth.").quotes
    assert (row["speaker"], row["speaker_role"]) == ("Ruth", "afdelingsleder")


def test_what_is_said_once_of_a_single_name_is_one_row(news):
    assert len(told(news("Ruth, som er afdelingsleder på Solbakken, hilser på."))) == 1


def test_a_name_without_the_middle_name_is_the_same_person(news):
    found = news(f"I går talte direktør Villy Egon Krog længe. {CALM}Villy Krog.")
    assert list(cast_of(found.article).actors) == ["Villy Egon Krog"]
    assert [(row["speaker"], row["speaker_role"]) for row in found.quotes] == [("Villy Egon Krog", "direktør")]


def test_two_people_apart_by_a_middle_name_are_not_joined(news):
    found = news(f"I går talte direktør Villy Egon Krog og rektor Villy Bo Krog. {CALM}Villy Krog.")
    assert [(row["speaker"], row["speaker_role"]) for row in found.quotes] == [("Villy Krog", None)]


@pytest.mark.parametrize(
    ("sentence", "role", "organisation", "rule"),
    [
        ("Hun er borgmester i Strandkær Kommune.", "borgmester", "Strandkær Kommune", "told.pronoun"),
        ("I dag er hun glad. Hun har været rektor for Nordhavn Gymnasium siden 2019.", "rektor",
         "Nordhavn Gymnasium", "told.pronoun"),
        ("Hun har fulgt huset i et år som lektor ved Nordhavn Universitet.", "lektor", "Nordhavn Universitet",
         "told.pronoun"),
        ("Vestbirk har været rektor for Nordhavn Gymnasium siden 2019.", "rektor", "Nordhavn Gymnasium", "told.short"),
        ("Vestbirk er formand for Foreningen Lyset.", "formand", "Foreningen Lyset", "told.short"),
    ],
)  # fmt: skip
def test_a_sentence_of_its_own_tells_the_role(news, sentence, role, organisation, rule):
    found = news(f"I går talte Tove Vestbirk længe om det. {sentence}")
    assert told(found) == [("Tove Vestbirk", role, organisation, rule)]


@pytest.mark.parametrize(
    "body",
    [
        "I går talte Tove Vestbirk længe om det. Han er borgmester i Strandkær Kommune.",
        "I går talte Tove Vestbirk og Ditte Holm længe. Hun er borgmester i Strandkær Kommune.",
        "I går talte Tove Vestbirk længe om det. Hun er glad for borgmesteren.",
        "I går talte Tove Vestbirk længe om det. Vestbirk mødte en direktør i Strandkær Kommune.",
    ],
)
def test_a_sentence_about_somebody_else_or_nothing_tells_no_role(news, body):
    assert told(news(body)) == []


def test_an_organisation_ends_where_the_sentence_goes_on(news):
    assert body_of(news("I dag kom Tove Vestbirk. Hun er borgmester i Strandkær Kommune og svarer på breve.")) == (
        "borgmester",
        "Strandkær Kommune",
    )


@pytest.mark.parametrize(
    ("before", "owned", "organisation"),
    [
        ("Strandkær Kommune bygger om.", "kommunens skolechef,", "Strandkær Kommune"),
        ("Foreningen Lyset bygger om.", "foreningens formand,", "Foreningen Lyset"),
        ("Det regner.", "Nordlysets direktør", "Nordlyset"),
        ("Det regner.", "KL’s direktør", "KL"),
    ],
)
def test_the_owner_of_a_role_is_the_organisation(news, before, owned, organisation):
    assert body_of(news(f"{before} I går talte {owned} Tove Vestbirk længe om det."))[1] == organisation


@pytest.mark.parametrize("owner", ["Bjarkes", "Bjarke Rasks", "Frankrigs", "Danmarks"])
def test_a_person_or_a_country_owns_no_role(news, owner):
    assert body_of(news(f"I går talte {owner} præsident Tove Vestbirk længe om det.")) == ("præsident", None)


def test_of_two_municipalities_none_is_the_owner(news):
    body = "Strandkær Kommune og Holme Kommune bygger om. I går talte kommunens skolechef, Tove Vestbirk, længe."
    assert body_of(news(body)) == ("skolechef", None)


@pytest.mark.parametrize(
    "somebody", ["hendes stedfortræder", "hendes stedfortræder,", "min chef", "vores nye leder", "hans egen chef"]
)
def test_what_somebody_is_to_somebody_is_no_office(news, somebody):
    assert told(news(f"I går talte {somebody} Tove Vestbirk længe om det.")) == []


@pytest.mark.parametrize(
    ("body", "role", "organisation", "rule"),
    [
        ("I Strandkær Kommune har byggechef Tove Vestbirk talt om det.", "byggechef", "Strandkær Kommune", "told.scene"),
        (f"Foreningen Lyset er skeptisk. {CALM}landsformand Tove Vestbirk.", "landsformand", "Foreningen Lyset",
         "told.scene"),
        ("De besøgte Foreningen Lyset, hvor direktør Tove Vestbirk tog imod.", "direktør", "Foreningen Lyset",
         "told.owner"),
        ("Strandkær Kommune bygger om. Her kom kommunens skolechef, Tove Vestbirk, forbi.", "skolechef",
         "Strandkær Kommune", "told.owner"),
        ("Haven er i Strandkær Kommune.\n\nHuset er rødt.\n\nHer kom borgmester Tove Vestbirk.", "borgmester",
         "Strandkær Kommune", "told.only"),
    ],
)  # fmt: skip
def test_what_stands_around_tells_whose_somebody_is(news, body, role, organisation, rule):
    found = news(body)
    assert ("Tove Vestbirk", role, organisation, rule) in told(found)
    assert body_of(found) == (role, organisation)


@pytest.mark.parametrize(
    "body",
    [
        "I Strandkær har byggechef Tove Vestbirk talt om det.",
        f"Foreningen Lyset er skeptisk. Det samme er Bjarke Rask. {CALM}landsformand Tove Vestbirk.",
        "De besøgte Foreningen Lyset, da direktør Tove Vestbirk tog imod.",
        "De besøgte haven, hvor direktør Tove Vestbirk tog imod.",
        "Haven er i Strandkær Kommune. Huset er i Holme Kommune.\n\nHer kom borgmester Tove Vestbirk.",
        "Haven er i Strandkær Kommune.\n\nHuset er rødt.\n\nHer kom chefkonsulent Tove Vestbirk.",
        "Foreningen Lyset er skeptisk. Her kom borgmester Tove Vestbirk.",
    ],
)
def test_where_nobody_says_whose_somebody_is_it_stays_open(news, body):
    assert body_of(news(body))[1] is None


@pytest.mark.parametrize(
    ("body", "role", "organisation"),
    [
        ("I går talte direktør Tove Vestbirk fra tænketanken Balance længe.", "direktør", "tænketanken Balance"),
        ("I går talte Tove Vestbirk fra tænketanken Balance længe.", None, "tænketanken Balance"),
        ("I går talte Tove Vestbirk, der driver Plejehjemmet Lyset, længe.", None, "Plejehjemmet Lyset"),
        ("I 2019 blev Tove Vestbirk chef for Fonden Lyset.", "chef", "Fonden Lyset"),
        ("Ny formand er Tove Vestbirk.", "formand", None),
        ("Ny formand for Foreningen Lyset er Tove Vestbirk.", "formand", "Foreningen Lyset"),
    ],
)
def test_more_ways_to_say_what_somebody_is(news, body, role, organisation):
    assert told(news(body)) == [("Tove Vestbirk", role, organisation, "told.beside")]


@pytest.mark.parametrize(
    "body",
    [
        "I går talte Tove Vestbirk fra Nørre Holme længe.",
        "I går talte Tove Vestbirk, der driver gæk med alle, længe.",
        "I 2019 blev Tove Vestbirk glad for Fonden Lyset.",
        "Ny i byen er Tove Vestbirk.",
    ],
)
def test_where_somebody_lives_and_what_they_like_is_no_role(news, body):
    assert told(news(body)) == []


def test_a_row_stands_on_the_words_that_say_so(news):
    found = news("I går talte Tove Vestbirk længe om det. Hun er borgmester i Strandkær Kommune.")
    assert [row["text"] for row in found.affiliations] == ["Hun er borgmester i Strandkær Kommune"]


def test_a_row_on_words_far_apart_stands_on_the_name(news):
    found = news("Haven er i Strandkær Kommune.\n\nHuset er rødt.\n\nHer kom borgmester Tove Vestbirk.")
    assert {row["text"] for row in found.affiliations} == {"borgmester Tove Vestbirk"}


def test_what_is_concluded_is_less_sure_than_what_stands_beside_the_name(news):
    concluded = news("Haven er i Strandkær Kommune.\n\nHuset er rødt.\n\nHer kom borgmester Tove Vestbirk.")
    said = news("Her kom borgmester i Strandkær Kommune Tove Vestbirk.")
    (whole,) = (row for row in concluded.affiliations if row["rule"] == "told.only")
    assert whole["confidence"] < said.affiliations[0]["confidence"]


@pytest.mark.parametrize(
    ("body", "role", "organisation", "rule"),
    [
        # an office named alone, elsewhere
        ("I går ringede vi til KL's vagthavende meteorolog. Her fortæller meteorolog Tove Vestbirk om vinden.",
         "meteorolog", "KL", "told.office"),
        # the deputy of an office that somebody else holds
        ("I går gik direktør i KL Bjarke Rask. Vicedirektør Tove Vestbirk tager over nu.", "Vicedirektør", "KL", "told.office"),
        # somebody's colleague
        ("Jytte Rask er chef i Strandkær Kommune. Hendes stedfortræder, byggechef Tove Vestbirk, er enig.",
         "byggechef", "Strandkær Kommune", "told.peer"),
        # whoever a reporting verb takes words from
        ("Fra Cykel-fabrikken fortæller pressechef Tove Vestbirk, at det går godt.", "pressechef", "Cykel-fabrikken", "told.scene"),
        # an owner behind the name
        ("Dansk Sejlunion holdt møde. Det siger Tove Vestbirk, forbundets sekretær, til os.",
         "sekretær", "Dansk Sejlunion", "told.owner"),
    ],
)  # fmt: skip
def test_an_office_elsewhere_tells_whose_somebody_is(news, body, role, organisation, rule):
    found = news(body)
    assert body_of(found) == (role, organisation)
    assert rule in {row[3] for row in told(found)}


@pytest.mark.parametrize(
    "body",
    [
        # two bodies have such an office
        "I går ringede vi til KL's meteorolog og FOA's meteorolog. Her fortæller meteorolog Tove Vestbirk om vinden.",
        # an office that somebody else holds there is not another's as well
        "I går talte overlæge i KL Bjarke Rask. Siden talte overlæge Tove Vestbirk længe.",
        "Hendes stedfortræder, byggechef Tove Vestbirk, er enig.",
    ],
)
def test_an_office_that_several_may_have_tells_nothing(news, body):
    assert body_of(news(body))[1] is None


@pytest.mark.parametrize(
    ("body", "role", "organisation"),
    [
        ("I går talte overlæge, dr. med. Tove Vestbirk, Strandkær Sygehus, længe.", "overlæge", "Strandkær Sygehus"),
        ("I går talte professor Tove Vestbirk, Universitetscentret i Holme, længe.", "professor", "Universitetscentret i Holme"),
        ("Tove Vestbirk har stået i spidsen for Strandens Vagt & Redning siden i fjor.", None, "Strandens Vagt & Redning"),
        ("I går talte teamleder Tove Vestbirk. Tove Vestbirk, teamleder på Plejecenter Elmely i Strandkær Kommune, er glad.",
         "teamleder", "Plejecenter Elmely"),
        ("I går hilste sekretariatsleder hos FKS Danmark Lwa Dalgaard Worm på os.", "sekretariatsleder", "FKS Danmark"),
    ],
)  # fmt: skip
def test_more_words_round_a_name(news, body, role, organisation):
    (name,) = cast_of(news(body).article).actors
    assert body_of(news(body), name) == (role, organisation)


@pytest.mark.parametrize(
    ("body", "organisation"),
    [
        ("I går talte civilingeniør Tove Vestbirk, Nord Consult, længe.", "Nord Consult"),
        ("I går talte civilingeniør Tove Vestbirk, Nørre Snede, længe.", None),
        ("I går talte civilingeniør Tove Vestbirk, Byggeriets Dag i Skive, længe.", None),
        ("I går talte civilingeniør Tove Vestbirk, Jytte Rask, og andre.", None),
        ("I går talte formanden for Ingeniørforeningen i Danmark Tove Vestbirk længe.", "Ingeniørforeningen i Danmark"),
    ],
)
def test_what_stands_between_commas_is_an_organisation_or_none(news, body, organisation):
    assert body_of(news(body))[1] == organisation


def test_an_office_of_a_party_is_not_that_of_another_partys_member(news):
    found = news("I går vredede Venstres ordfører sig. Siden talte ordfører Tove Vestbirk (SF) længe om det.")
    assert body_of(found)[1] is None
