"""Who says it: names in full, short forms, titles, pronouns, silence, institutions; and when nobody can be told."""

import pytest

SAID = "”Vi har fået mere ro på gangene,” siger "
LONG = "”Det er en fornøjelse at gå på arbejde, og det mærker alle på gangene.”"
MAYOR = "Borgmester Tove Vestbirk er glad.\n\n"


def speakers(found) -> list[str | None]:
    return [row["speaker"] for row in found.quotes if row["kind"] == "direct"]


def test_the_same_place_is_that_of_the_one_before(news):
    body = "Ove Rask, cheflæge på Åmosen Sygehus, og Tove Vestbirk, oversygeplejerske samme sted, er enige."
    rows = news(f"{body}\n\n{SAID}Tove Vestbirk.").quotes
    assert [row["speaker_organisation"] for row in rows] == ["Åmosen Sygehus"]


@pytest.mark.parametrize(
    ("named", "speaker", "role", "organisation", "party"),
    [
        ("borgmester Tove Vestbirk (S)", "Tove Vestbirk", "borgmester", None, "S"),
        ("borgmester i Struer Kommune Tove Vestbirk", "Tove Vestbirk", "borgmester", "Struer Kommune", None),
        ("KL’s formand, Tove Vestbirk", "Tove Vestbirk", "formand", "KL", None),
        ("Struer Kommunes ældrechef, Tove Vestbirk", "Tove Vestbirk", "ældrechef", "Struer Kommune", None),
        ("KL-næstformand Tove Vestbirk", "Tove Vestbirk", "næstformand", "KL", None),
        ("konstitueret direktør Tove Vestbirk", "Tove Vestbirk", "konstitueret direktør", None, None),
        ("Tove Vestbirk, der er rektor på Aarhus Universitet", "Tove Vestbirk", "rektor", "Aarhus Universitet", None),
        (
            "Tove Vestbirk, ældrechef i Struer Kommune, og nikker",
            "Tove Vestbirk",
            "ældrechef",
            "Struer Kommune",
            None,
        ),
        ("Tove Vestbirk fra Aarhus Universitet", "Tove Vestbirk", None, "Aarhus Universitet", None),
        ("Aarhus’ rådmand for skoler, Tove Vestbirk", "Tove Vestbirk", "rådmand for skoler", "Aarhus", None),
        ("Struer-borgmester Tove Vestbirk", "Tove Vestbirk", "borgmester", "Struer", None),
        ("Odenses overlæge Tove Vestbirk", "Tove Vestbirk", "overlæge", None, None),
        ("Tove Vestbirk, KL’s ordfører for sundhed,", "Tove Vestbirk", "ordfører for sundhed", "KL", None),
        ("Sten Bro", "Sten Bro", None, None, None),
        ("Tove Vestbirk fra forvaltningen gik rundt i huset", "Tove Vestbirk", None, "forvaltningen", None),
        ("Tove Vestbirk, der leder centeret og er glad for det", "Tove Vestbirk", "leder", "centeret", None),
        ("KL’s Tove Vestbirk", "Tove Vestbirk", None, "KL", None),
        ("Borgerlistens Tove Vestbirk", "Tove Vestbirk", None, "Borgerlisten", None),
        (
            "Tove Vestbirk, chefkonsulent i Økonomistyrelsen og Ina Dahl",
            "Tove Vestbirk",
            "chefkonsulent",
            "Økonomistyrelsen",
            None,
        ),
        ("professor Tove van der Hede", "Tove van der Hede", "professor", None, None),
        ("Anne-Mette Vestbirk-Rask", "Anne-Mette Vestbirk-Rask", None, None, None),
        ("sekretariatsleder Zyrinka Quistbarg", "Zyrinka Quistbarg", "sekretariatsleder", None, None),
    ],
)
def test_a_full_name_with_roles_on_either_side(news, named, speaker, role, organisation, party):
    (row,) = news(SAID + named + ".").quotes
    assert (row["speaker"], row["attribution"], row["cue"]) == (speaker, "same_sentence", "siger")
    assert (row["speaker_role"], row["speaker_organisation"], row["speaker_party"]) == (role, organisation, party)


def test_of_two_roles_the_first_is_the_speakers(news):
    (row,) = news(SAID + "formand for Foreningen af Plejeledere og direktør i Struer Kommune Tove Vestbirk.").quotes
    assert (row["speaker_role"], row["speaker_organisation"]) == ("formand", "Foreningen af Plejeledere")


@pytest.mark.parametrize(
    ("named", "attribution"),
    [("Vestbirk", "same_sentence"), ("Tove", "same_sentence"), ("borgmesteren", "title"), ("hun", "pronoun")],
)
def test_short_forms_stand_for_the_person_named_before(news, named, attribution):
    (row,) = news(MAYOR + SAID + named + ".").quotes
    assert (row["speaker"], row["attribution"]) == ("Tove Vestbirk", attribution)
    assert row["speaker_role"].lower() == "borgmester"


def test_pronouns_agree_in_sex(news):
    body = (
        "- Vi har fået ro, siger borgmester Tove Vestbirk.\n\n- Det er jeg ked af, svarer direktør Bjarke Rask.\n\n"
        "- Nu skal vi videre, siger hun.\n\n- Ja, det skal vi, siger han."
    )
    assert speakers(news(body)) == ["Tove Vestbirk", "Bjarke Rask", "Tove Vestbirk", "Bjarke Rask"]


@pytest.mark.parametrize(
    "body",
    [
        MAYOR + SAID + "han.",
        SAID + "hun.",
        SAID + "formanden.",
        SAID + "Rask.",
        SAID + "en medarbejder, der ønsker at være anonym.",
        "Borgmester Tove Vestbirk og direktør Bjarke Vestbirk er glade.\n\n" + SAID + "Vestbirk.",
        MAYOR + "Direktør Bjarke Rask er også glad.\n\n" + SAID + "de.",
        SAID + "ministeren.",
        "Borgmester Tove Vestbirk og borgmester Bjarke Rask er glade.\n\n" + SAID + "borgmesteren.",
        "Borgmester Tove Vestbirk og direktør Ditte Rask er glade.\n\n" + SAID + "hun.",
    ],
)
def test_whom_the_text_does_not_tell_is_null(news, body):
    (row,) = news(body).quotes
    assert (row["speaker"], row["speaker_role"], row["speaker_organisation"], row["attribution"]) == (None,) * 4


def test_an_unsure_speaker_makes_a_quote_less_sure(news):
    (known,), (unknown,) = news(SAID + "Tove Vestbirk.").quotes, news(SAID + "hun.").quotes
    assert unknown["confidence"] < known["confidence"]


def test_who_spoke_goes_on_in_the_next_paragraph(news):
    body = f"{SAID}Tove Vestbirk.\n\n{LONG}"
    assert [row["attribution"] for row in news(body).quotes] == ["same_sentence", "continued"]
    assert speakers(news(body)) == ["Tove Vestbirk"] * 2
    dashed = "- Vi har fået ro, siger Tove Vestbirk.\n\n- De gamle mærker det hver eneste dag, når de står op."
    assert speakers(news(dashed)) == ["Tove Vestbirk"] * 2


def test_the_person_told_of_before_speaks(news):
    (row,) = news(f"Tove Vestbirk, der er rektor i Struer, glæder sig.\n\n{LONG}").quotes
    assert (row["speaker"], row["attribution"]) == ("Tove Vestbirk", "lead_in")
    assert speakers(news(f"Borgmester Tove Vestbirk lagde vægt på ro:\n\n{LONG}")) == ["Tove Vestbirk"]


def test_somebody_told_of_in_between_takes_the_word(news):
    assert speakers(news(f"{SAID}Tove Vestbirk.\n\nDirektør Bjarke Rask er glad.\n\n{LONG}")) == [
        "Tove Vestbirk",
        "Bjarke Rask",
    ]


def test_nobody_goes_on_after_other_matter(news):
    between = "Kommunen har mange plejehjem i dag.\n\nDer er også mange skoler i kommunen."
    assert speakers(news(f"{SAID}Tove Vestbirk.\n\n{between}\n\n{LONG}")) == ["Tove Vestbirk", None]
    assert speakers(news(f"{SAID}en kvinde ved døren.\n\n{LONG}")) == [None, None]


@pytest.mark.parametrize("verb", ["siger", "mener", "fortæller"])
def test_the_next_sentence_names_the_speaker(news, verb):
    (row,) = news(f"{LONG} Det {verb} Tove Vestbirk, der er rektor.").quotes
    assert (row["speaker"], row["speaker_role"], row["attribution"]) == ("Tove Vestbirk", "rektor", "next_sentence")


def test_the_next_paragraph_names_the_speaker(news):
    assert speakers(news(f"{LONG}\n\nSådan siger Tove Vestbirk, der er rektor.")) == ["Tove Vestbirk"]


@pytest.mark.parametrize(
    ("clause", "speaker"),
    [
        ("siger KL", "KL"),
        ("siger regeringen", "regeringen"),
        ("skriver Sundhedsstyrelsen", "Sundhedsstyrelsen"),
        ("oplyser Struer Kommune", "Struer Kommune"),
        ("lyder det fra KL", "KL"),
        ("konkluderer rapporten", "rapporten"),
        ("hedder det i rapporten", "rapporten"),
    ],
)
def test_institutions_and_reports_speak(news, clause, speaker):
    (row,) = news(f"”Vi har fået mere ro på gangene,” {clause}.").quotes
    assert row["speaker"] == speaker and row["speaker_role"] is None


@pytest.mark.parametrize(
    "clause",
    [
        "lyder det fra Tove Vestbirk",
        "peger Tove Vestbirk på",
        "fastslår Tove Vestbirk",
        "lød det i går fra Tove Vestbirk",
    ],
)
def test_reporting_clauses_of_several_shapes(news, clause):
    assert speakers(news(f"”Vi har fået mere ro på gangene,” {clause}.")) == ["Tove Vestbirk"]


@pytest.mark.parametrize(
    "clause",
    [
        "siger rektor Zyrinka Quistbarg",
        "siger Zyrinka Quistbarg",
        "lyder det fra Zyrinka Quistbarg",
        "peger Zyrinka Quistbarg på",
    ],
)
def test_a_name_in_no_list_is_believed_beside_a_reporting_verb(news, clause):
    assert speakers(news(f"”Vi har fået mere ro på gangene,” {clause}.")) == ["Zyrinka Quistbarg"]


def test_a_person_in_a_caption_is_no_speaker(news):
    body = f"Rektor Tove Vestbirk i haven. Foto: Bjarke Rask/Struer Avis\n\n{SAID}rektoren."
    assert speakers(news(body)) == [None]


def test_two_people_joined_by_and_keep_each_their_role(news):
    body = "Borgmester Tove Vestbirk og direktør Bjarke Rask er glade.\n\n" + SAID + "Rask."
    (row,) = news(body).quotes
    assert (row["speaker"], row["speaker_role"], row["speaker_organisation"]) == ("Bjarke Rask", "direktør", None)


def test_a_person_named_in_passing_makes_the_next_speaker_unknown(news):
    told = "Forslaget bliver mødt med ros fra Bjarke Rask ovre i den anden ende af byen."
    found = news(f"{SAID}Tove Vestbirk.\n\n{told}\n\n{LONG}")
    assert speakers(found) == ["Tove Vestbirk", None]


def test_a_group_without_a_name_stands_as_written(news):
    assert speakers(news(f"{SAID}flere eksperter.")) == ["flere eksperter"]


def test_a_body_speaks_by_its_name_in_full(news):
    body = "Vestens Forening holdt møde i går.\n\nVF mener, at der er brug for ro på gangene."
    assert [row["speaker"] for row in news(body).quotes] == ["Vestens Forening"]


def test_an_abbreviation_that_two_names_could_have_stays(news):
    body = "Vestens Forening og Vejles Fællesråd holdt møde i går.\n\nVF mener, at der er brug for ro på gangene."
    assert [row["speaker"] for row in news(body).quotes] == ["VF"]
