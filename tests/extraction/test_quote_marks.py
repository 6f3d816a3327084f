"""Direct quotes: which marked words are found, with exactly their words, and which marks are no quotes."""

import pytest

from pejlemaerker.extraction.quotes.dashes import is_dash_led
from pejlemaerker.extraction.quotes.direct import utterances
from pejlemaerker.extraction.quotes.judging import finite, utterance_confidence
from pejlemaerker.extraction.quotes.marks import marked

WORDS = "Vi har fået mere ro på gangene"
SAYS = "siger Tove Vestbirk."


def direct(found) -> list[tuple[str, str | None]]:
    return [(row["text"], row["speaker"]) for row in found.quotes if row["kind"] == "direct"]


@pytest.mark.parametrize(
    "body",
    [
        f"”{WORDS},” {SAYS}",
        f"“{WORDS},” {SAYS}",
        f"„{WORDS},“ {SAYS}",
        f"»{WORDS},« {SAYS}",
        f"«{WORDS},» {SAYS}",
        f'"{WORDS}," {SAYS}',
        f"”{WORDS}”, {SAYS}",
        f"- {WORDS}, {SAYS}",
        f"– {WORDS}, {SAYS}",
        f"— {WORDS}, {SAYS}",
        f"-{WORDS}, {SAYS}",
        f'"{WORDS}, "{SAYS}',
        f'"{WORDS} , " {SAYS}',
        f"” {WORDS}, ” {SAYS}",
        f"’{WORDS},’ {SAYS}",
        f"{WORDS},” {SAYS}",
        f"”{WORDS}, {SAYS}",
        f"”{WORDS},” har Tove Vestbirk sagt.",
    ],
)
def test_every_style_gives_the_words_alone(news, body):
    assert direct(news(body)) == [(WORDS, "Tove Vestbirk")]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("”Hvem skal passe de gamle?” spørger Tove Vestbirk.", "Hvem skal passe de gamle?"),
        ("- Hvem skal passe de gamle? spørger Tove Vestbirk.", "Hvem skal passe de gamle?"),
        ("”Aldrig mere!” råbte Tove Vestbirk.", "Aldrig mere!"),
        ("”Nej,” svarede Tove Vestbirk.", "Nej"),
        ("Tove Vestbirk siger: ”Vi har fået ro.”", "Vi har fået ro."),
        ("Tove Vestbirk: ”Vi har fået ro nu.”", "Vi har fået ro nu."),
        (
            "Tove Vestbirk siger, at ”vi har fået meget mere ro på gangene end før”.",
            "vi har fået meget mere ro på gangene end før",
        ),
        ("- Vi har fået ro - og det mærker de gamle, siger Tove Vestbirk.", "Vi har fået ro - og det mærker de gamle"),
    ],
)
def test_questions_calls_and_words_behind_a_colon(news, body, words):
    assert direct(news(body)) == [(words, "Tove Vestbirk")]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("”Det var ikke ”fri leg”, det var ren forvirring,” {}", "Det var ikke ”fri leg”, det var ren forvirring"),
        ("»Vi har fået ro, og det ”mærker” alle,« {}", "Vi har fået ro, og det ”mærker” alle"),
        ("”Vi har ”fået mere ro” på gangene, {}", "Vi har ”fået mere ro” på gangene"),
        ("”Det er KL’s plan, og den er god nok for os,” {}", "Det er KL’s plan, og den er god nok for os"),
    ],
)
def test_marks_inside_marks_belong_to_the_words(news, body, words):
    assert direct(news(body.format(SAYS))) == [(words, "Tove Vestbirk")]


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        (
            "”Vi har fået ro,” siger Tove Vestbirk, ”og det mærker de gamle hver eneste dag.”",
            ["Vi har fået ro", "og det mærker de gamle hver eneste dag."],
        ),
        (
            "”Vi har fået ro,” siger Tove Vestbirk, ”og det mærker de gamle.”",
            ["Vi har fået ro", "og det mærker de gamle."],
        ),
        (
            '"Vi har fået ro, "siger Tove Vestbirk. "Det er vi glade for."',
            ["Vi har fået ro", "Det er vi glade for."],
        ),
        (
            "- Vi har fået ro, siger Tove Vestbirk. Det mærker de gamle hver dag.",
            ["Vi har fået ro", "Det mærker de gamle hver dag."],
        ),
        (
            "- Vi har fået ro, siger Tove Vestbirk. - Det mærker de gamle hver dag.",
            ["Vi har fået ro", "Det mærker de gamle hver dag."],
        ),
        (
            "”Vi har fået ro,” siger Tove Vestbirk og fortsætter: ”Det er vi glade for.”",
            ["Vi har fået ro", "Det er vi glade for."],
        ),
    ],
)
def test_a_reporting_clause_parts_an_utterance_in_two(news, body, parts):
    assert direct(news(body)) == [(words, "Tove Vestbirk") for words in parts]


@pytest.mark.parametrize("mark", ["”", "»", '"'])
def test_each_paragraph_of_a_long_utterance_is_one_quote(news, mark):
    closing = {"”": "”", "»": "«", '"': '"'}[mark]
    body = f"{mark}Vi har fået ro. Det er vi rigtig glade for.\n\n{mark}Og de gamle mærker det,{closing} {SAYS}"
    found = [text for text, _ in direct(news(body))]
    assert found == ["Vi har fået ro. Det er vi rigtig glade for.", "Og de gamle mærker det"]


def test_an_utterance_that_opens_in_an_earlier_paragraph_has_the_speaker_named_at_its_end(news):
    body = f"”Vi har fået ro. Det er vi rigtig glade for.\n\n”Og de gamle mærker det,” {SAYS}"
    assert [speaker for _, speaker in direct(news(body))] == ["Tove Vestbirk"] * 2


@pytest.mark.parametrize(
    "body",
    [
        "Projektet hedder ”Ro på gangene” og begyndte i maj.",
        "Begrebet ”tillidsbaseret ledelse” er på mode i kommunerne.",
        "De fik et ”godt” tilbud og sagde nej.",
        "KL’s plan er ”en god begyndelse”, men den koster penge.",
        "Tove Vestbirk kalder det ”et kæmpe fremskridt for alle ansatte”.",
        "Bogen ”Den stille leder og hverdagens mange små valg og fravalg” udkom i maj.",
        "Alle taler om ”effektivitet” og ”kvalitet” uden at blinke.",
        "De synes, at ”tværgående indsatser” lyder flot.",
        "Bogen hedder ”Vi skal lære at sige nej til det, som ingen har brug for”.",
    ],
)
def test_names_titles_terms_and_ironic_marks_are_no_quotes(news, body):
    assert direct(news(body)) == []


def test_a_marked_heading_without_a_speaker_is_no_quote(read):
    text = "# Ro i plejen\n\nDe ansatte er glade i dag.\n\n## ”Vi har fået det bedre, end vi turde tro på”\n\nMere tekst her."
    assert direct(read(text)) == []


def test_marks_are_paired_outermost_first():
    text = "”Vi siger ”ja” her” og ”nej”"
    assert [(text[item.start : item.end], item.depth) for item in marked(text)] == [
        ("Vi siger ”ja” her", 0),
        ("ja", 1),
        ("nej", 0),
    ]


def test_a_mark_without_a_partner_reaches_to_the_end_or_to_a_reporting_clause():
    (alone,) = marked("”Vi venter stadig")
    assert (alone.closed, alone.end) == (False, len("”Vi venter stadig"))
    text = "”Vi venter, siger hun"
    (told,) = marked(text)
    assert text[told.start : told.end].rstrip(",") == "Vi venter"


@pytest.mark.parametrize("text", ["", "Ingen mærker her", "KL’s plan", "””", "5-6 gange"])
def test_no_marks_no_words(text):
    assert marked(text) == [] and utterances(text) == []


@pytest.mark.parametrize(("text", "start"), [("- Ja tak", 2), ("–Ja tak", 1), ("Ja - tak", None), ("-", None)])
def test_a_dash_leads_only_where_it_opens(text, start):
    found = utterances(text)
    assert (found[0].start if found else None) == start and is_dash_led(text) == (start is not None)


def test_longer_words_and_a_reporting_clause_make_surer():
    alone = {"reported": False, "announced": False, "alone": False}
    long = "Vi har fået mere ro på gangene, end vi havde før"
    assert utterance_confidence("en ommer", **alone) == 0
    assert 0 < utterance_confidence(long, **alone) < utterance_confidence(long, **{**alone, "reported": True}) <= 1
    assert utterance_confidence("…", reported=True, announced=True, alone=True) == 0


def test_a_finite_verb_is_told_from_a_noun():
    assert finite("Vi har ro") and not finite("Ro på gangene")
