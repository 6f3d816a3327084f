"""Sentences that recommend, with issuer, addressee and strength; and those with skal, må or bør that do not."""

import pytest

from pejlemaerker.extraction.recommendations.modals import modal
from pejlemaerker.extraction.recommendations.performatives import performative

AUTHOR = "Tove Vestbirk"


def unsupported(*values, reason: str):
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    ("sentence", "addressee", "strength"),
    [
        ("Kommunerne skal droppe de mange skemaer.", "Kommunerne", "must"),
        ("Kommunerne bør droppe de mange skemaer.", "Kommunerne", "should"),
        ("Vi må have modet til at droppe de mange skemaer.", "Vi", "must"),
        ("Lederne er nødt til at være mere til stede.", "Lederne", "must"),
        ("Vi har brug for færre skemaer.", "Vi", "need"),
        ("Der er behov for færre skemaer i plejen.", None, "need"),
        ("Det kræver, at byrådet tør sige nej.", "byrådet", "must"),
        ("Derfor skal kommunerne droppe de mange skemaer.", "kommunerne", "must"),
        ("Skemaerne bør droppes hurtigst muligt.", None, "should"),
        ("Det er kommunens ansvar at rydde op i reglerne.", "kommunen", "must"),
        ("Vi skal ikke have flere skemaer.", "Vi", "must"),
        unsupported(
            "Ministeren har ansvaret for at rydde op i reglerne.",
            "Ministeren",
            "must",
            reason="recommendations/issuing.py: `X har ansvaret for at` has no addressee",
        ),
    ],
)
def test_modals_say_what_ought_to_be_done(plea, sentence, addressee, strength):
    (row,) = plea(sentence).recommendations
    assert (row["text"], row["kind"], row["issuer"]) == (sentence, "modal", AUTHOR)
    assert (row["addressee"], row["strength"], row["quote_id"]) == (addressee, strength, None)


@pytest.mark.parametrize(
    ("sentence", "addressee", "strength"),
    [
        ("Jeg anbefaler, at kommunerne dropper de mange skemaer.", "kommunerne", "should"),
        ("Jeg vil råde andre ledere til at gå en tur i huset.", "andre ledere", "should"),
        ("Jeg foreslår, at byrådet dropper de mange skemaer.", "byrådet", "call"),
        ("Jeg efterlyser modige politikere i byrådet.", None, "call"),
        ("Jeg slår til lyd for, at vi dropper skemaerne.", "vi", "call"),
        ("Jeg kræver, at regeringen dropper skemaerne.", "regeringen", "must"),
        ("Jeg opfordrer regeringen til at droppe skemaerne.", "regeringen", "call"),
    ],
)
def test_performatives_recommend_in_so_many_words(plea, sentence, addressee, strength):
    (row,) = plea(sentence).recommendations
    assert (row["text"], row["kind"], row["issuer"]) == (sentence, "performative", AUTHOR)
    assert (row["addressee"], row["strength"]) == (addressee, strength)


@pytest.mark.parametrize(
    ("sentence", "issuer", "addressee"),
    [
        ("KL anbefaler, at kommunerne dropper skemaerne.", "KL", "kommunerne"),
        ("Rapporten anbefaler, at kommunerne dropper skemaerne.", "Rapporten", "kommunerne"),
        ("Borgmester Bjarke Rask opfordrer alle kommuner til at droppe skemaerne.", "Bjarke Rask", "alle kommuner"),
        (
            "Bjarke Rask, der er borgmester i Struer Kommune, opfordrer regeringen til at droppe skemaerne.",
            "Bjarke Rask",
            "regeringen",
        ),
        ("Hun opfordrer regeringen til at droppe skemaerne.", None, "regeringen"),
        ("Kommunerne opfordres til at droppe skemaerne.", None, None),
    ],
)
def test_in_the_news_the_subject_recommends(news, sentence, issuer, addressee):
    (row,) = news(sentence).recommendations
    assert (row["kind"], row["issuer"], row["addressee"]) == ("performative", issuer, addressee)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("”Kommunerne skal droppe de mange skemaer,” siger {}.", "Kommunerne skal droppe de mange skemaer"),
        ("- Kommunerne skal droppe de mange skemaer, siger {}.", "Kommunerne skal droppe de mange skemaer"),
        ("”Det er en god dag. Nu skal vi droppe skemaerne. Det er godt,” siger {}.", "Nu skal vi droppe skemaerne."),
        (
            "»Jeg opfordrer alle byråd til at droppe skemaerne,« siger {}.",
            "Jeg opfordrer alle byråd til at droppe skemaerne",
        ),
    ],
)
def test_in_a_quote_the_speaker_recommends_and_the_span_is_the_sentence(news, body, words):
    found = news(body.format("borgmester Bjarke Rask"))
    (row,), (quote,) = found.recommendations, found.quotes
    assert (row["text"], row["issuer"], row["quote_id"]) == (words, "Bjarke Rask", quote["quote_id"])


def test_an_unknown_speaker_is_no_issuer(plea):
    (row,) = plea("”Kommunerne skal droppe de mange skemaer,” siger en mand ved døren.").recommendations
    assert row["issuer"] is None and row["quote_id"] is not None


def test_indirect_speech_recommends_too(news):
    (row,) = news("Tove Vestbirk mener, at kommunerne skal droppe skemaerne.").recommendations
    assert (row["issuer"], row["addressee"], row["strength"]) == ("Tove Vestbirk", "kommunerne", "must")
    assert row["text"] == "Tove Vestbirk mener, at kommunerne skal droppe skemaerne."


def test_a_journalists_own_modal_is_no_recommendation_but_one_that_goes_on_is(news):
    assert news("Kommunerne skal droppe de mange skemaer.").recommendations == []
    rows = news("KL anbefaler, at kommunerne dropper skemaerne. De bør også holde færre møder.").recommendations
    assert [(row["kind"], row["issuer"], row["addressee"]) for row in rows] == [
        ("performative", "KL", "kommunerne"),
        ("modal", "KL", "kommunerne"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Jeg har talt med kommunerne. De bør droppe de mange skemaer.",
        "Kommunerne har travlt i år. De bør droppe de mange skemaer.",
    ],
)
def test_a_pronoun_stands_for_the_group_named_before(plea, body):
    (row,) = plea(body).recommendations
    assert row["addressee"].lower() == "kommunerne"


@pytest.mark.parametrize(
    "sentence",
    [
        "Mødet skal holdes på tirsdag i byrådssalen.",
        "Ordningen skal evalueres i 2026 af to forskere.",
        "Ministeren skal stå i spidsen for den nye kommission.",
        "Hvis det skal lykkes, mangler vi penge.",
        "Når det skal gå stærkt, glemmer vi de gamle.",
        "Du må gerne ringe til mig.",
        "Man må godt tage en pause i haven.",
        "Han skal efter sigende have købt et hus.",
        "Han skal have sagt det til sin nabo.",
        "Det må siges at være en god dag.",
        "Kommunerne må erkende, at skemaerne er kommet for at blive.",
        "Skal vi droppe de mange skemaer?",
        "Hvorfor skal vi udfylde alle de skemaer?",
        "De ledere, der skal føre planen ud i livet, har travlt.",
        "Det er den skole, vi skal bygge ved havnen.",
        "Ifølge loven skal kommunen føre tilsyn hvert år.",
        "Kommunen skal efter § 83 give hjælp til personlig pleje.",
        "Vi tog os tid, for at de gamle skal have det godt.",
        "Vi ved ikke, hvordan vi skal nå det hele.",
        "Jeg anbefaler ikke, at kommunerne dropper skemaerne.",
        "Der er ikke behov for flere skemaer i plejen.",
        "Felter markeret med stjerne skal udfyldes.",
        "Vi venter besøg i morgen.",
        "Den skole, vi skal bygge, ligger ved havnen.",
        "Den anbefalede løsning koster mange penge.",
        "Bjarke Rask blev opfordret til at stille op.",
    ],
)
def test_plans_conditions_permissions_hearsay_questions_and_law_are_none(plea, sentence):
    assert plea(sentence).recommendations == []


@pytest.mark.parametrize(
    ("sentence", "form"), [("Vi skal handle nu.", "skal"), ("I dag er vi nødt til at handle.", "er vi nødt til")]
)
def test_the_span_of_a_modal_is_its_words(sentence, form):
    found = modal(sentence, narrated=False)
    assert found is not None and sentence[found.start : found.end] == form and found.strength == "must"


def test_the_span_of_a_performative_is_its_verb():
    sentence = "Til sidst foreslår vi, at byrådet venter."
    found = performative(sentence)
    assert found is not None and (sentence[found.start : found.end], found.lemma) == ("foreslår", "foreslå")
    assert performative("Vi taler om vejret.") is None
