"""Speech without marks: unmarked and indirect; and what is denied, asked or only imagined."""

import pytest

CLAUSE = "kommunen er på rette vej"


def reports(found) -> list[tuple[str, str, str | None]]:
    return [(row["kind"], row["text"], row["speaker"]) for row in found.quotes]


@pytest.mark.parametrize(
    "body",
    [
        "Tove Vestbirk siger, at {}.",
        "Tove Vestbirk siger at {}.",
        "Tove Vestbirk mener, at {}.",
        "Tove Vestbirk har sagt, at {}.",
        "Tove Vestbirk peger på, at {}.",
        "Tove Vestbirk, der er borgmester i Struer Kommune, siger, at {}.",
        "Tove Vestbirk vurderer sammen med Bjarke Rask, at {}.",
        "Borgmester Tove Vestbirk er glad. Hun mener, at {}.",
        "Borgmester Tove Vestbirk er glad. Derfor siger borgmesteren også, at {}.",
        "Borgmester Tove Vestbirk er glad. Hendes budskab er, at {}.",
        "Borgmester Tove Vestbirk er glad. Vestbirks budskab er, at {}.",
        "Tove Vestbirks budskab er, at {}.",
        "Budskabet fra Tove Vestbirk er, at {}.",
        "Efter Tove Vestbirks mening er vi klar. ",
    ],
)
def test_the_clause_behind_at_is_indirect_speech(news, body):
    ((kind, text, speaker),) = reports(news(body.format(CLAUSE)))
    assert (kind, speaker) == ("indirect", "Tove Vestbirk")
    assert text == (CLAUSE if "{" in body else "er vi klar")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Ifølge Tove Vestbirk er de gamle glade for maden.", "er de gamle glade for maden"),
        ("De gamle er glade for maden, ifølge Tove Vestbirk.", "De gamle er glade for maden"),
    ],
)
def test_according_to(news, body, words):
    assert reports(news(body)) == [("indirect", words, "Tove Vestbirk")]
    assert [row["attribution"] for row in news(body).quotes] == ["cue_phrase"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Vi må handle nu, sagde Tove Vestbirk.", "Vi må handle nu"),
        ("Vi har alt for mange regler, lyder det fra Tove Vestbirk.", "Vi har alt for mange regler"),
        ("Borgmester Tove Vestbirk er glad. Det har givet ro, siger hun.", "Det har givet ro"),
        ("Kommunen er på rette vej. Det mener Tove Vestbirk.", "Kommunen er på rette vej."),
    ],
)
def test_own_words_without_marks_are_unmarked_speech(news, body, words):
    assert reports(news(body)) == [("unmarked", words, "Tove Vestbirk")]


def test_words_behind_a_colon_without_marks(news):
    words = "Vi har fået ro på gangene nu"
    found = reports(news(f"Tove Vestbirk siger: {words}."))
    assert [(text.rstrip("."), speaker) for _, text, speaker in found] == [(words, "Tove Vestbirk")]


@pytest.mark.parametrize("speaker", ["KL", "Regeringen", "Struer Kommune"])
def test_institutions_report(news, speaker):
    assert reports(news(f"{speaker} oplyser, at {CLAUSE}.")) == [("indirect", CLAUSE, speaker)]


@pytest.mark.parametrize(
    "body",
    [
        "Tove Vestbirk siger ikke, at {}.",
        "Tove Vestbirk sagde aldrig, at {}.",
        "Siger Tove Vestbirk, at {}?",
        "Tove Vestbirk vil sige, at {}.",
        "Tove Vestbirk kunne finde på at sige, at {}.",
        "Tove Vestbirk spørger, om {}.",
        "Det vil sige, at {}.",
        "Det siges, at {}.",
        "Det betyder, at {}.",
        "Man siger, at {}.",
        "Vi forestiller os, at Tove Vestbirk siger, at {}.",
        "Vi glæder os, hvis Tove Vestbirk siger, at {}.",
        "Hvis Tove Vestbirk siger, at {}, er vi glade.",
        "Måske mener Tove Vestbirk, at {}.",
    ],
)
def test_what_is_denied_asked_imagined_or_nobodys_is_no_report(news, body):
    assert reports(news(body.format(CLAUSE))) == []


@pytest.mark.parametrize("body", ["Han siger, at {}.", "{}, siger direktøren."])
def test_a_report_by_somebody_whom_nobody_can_name_has_no_speaker(news, body):
    ((_, text, speaker),) = reports(news(body.format(CLAUSE)))
    assert text == CLAUSE and speaker is None


@pytest.mark.parametrize(
    "body",
    [
        "Tove Vestbirk lovede at komme på besøg i næste uge.",
        "Tove Vestbirk foretrækker at sige tingene ligeud.",
        "Tove Vestbirk nåede at sige farvel til alle.",
    ],
)
def test_an_infinitive_behind_at_is_no_speech(news, body):
    assert reports(news(body)) == []


@pytest.mark.parametrize(
    "body",
    [
        "Tove Vestbirk, der er borgmester i Struer Kommune, opfordrer regeringen til at vente.",
        "Tove Vestbirk, der er borgmester i Struer Kommune, fortæller borgerne om planen.",
    ],
)
def test_a_subject_with_a_relative_clause_is_no_speech(news, body):
    assert reports(news(body)) == []


def test_a_report_beside_marked_words_is_not_counted_twice(news):
    rows = news("Tove Vestbirk siger, at ”vi har fået meget mere ro på gangene end før”.").quotes
    assert [row["kind"] for row in rows] == ["direct"]


def test_a_clause_of_time_is_nobodys_words(news):
    body = "Borgmester Tove Vestbirk rejser. Før hun rejser, fortæller hun om sine mange år på rådhuset."
    assert reports(news(body)) == []
