"""Words and their speaker in different paragraphs: sentences that name the speaker later, signatures, long utterances, who goes on."""

import pytest

LONG = "Det er en fornøjelse at gå på arbejde, og det mærker alle på gangene."
CALM = "”Vi har fået ro på gangene,” siger Tove Vestbirk."
PLAIN = "Vi har fået mere ro på gangene, end vi havde før."
HOUSE = "Huset er fra 1950."
SIGNED = "Tove Vestbirk, borgmester i Strandkær Kommune"


def said(found) -> list[tuple[str | None, str]]:
    return [(row["speaker"], row["text"]) for row in found.quotes]


LATER = [
    "Det siger Tove Vestbirk, der er borgmester.",
    "Det mener borgmester Tove Vestbirk.",
    "Sådan lyder det fra Tove Vestbirk, der er borgmester.",
]


@pytest.mark.parametrize("later", LATER)
def test_the_next_paragraph_names_the_speaker_of_a_quote(news, later):
    (row,) = news(f"”{LONG}”\n\n{later}").quotes
    assert (row["kind"], row["text"], row["speaker"]) == ("direct", LONG, "Tove Vestbirk")
    assert (row["speaker_role"], row["attribution"]) == ("borgmester", "next_sentence")


@pytest.mark.parametrize("later", LATER)
def test_the_next_paragraph_names_the_speaker_of_the_last_plain_sentence(news, later):
    (row,) = news(f"{HOUSE} {PLAIN}\n\n{later}").quotes
    assert (row["kind"], row["text"], row["speaker"]) == ("unmarked", PLAIN, "Tove Vestbirk")


def test_words_that_have_a_speaker_are_not_given_to_another(news):
    body = f"”Vi er glade for det nye hus,” siger Bjarke Rask.\n\n{LATER[0]}"
    assert said(news(body)) == [("Bjarke Rask", "Vi er glade for det nye hus")]


@pytest.mark.parametrize("lead", ["Borgmester Tove Vestbirk skriver selv om dagen:", "Tove Vestbirk skrev i går:"])
def test_a_colon_leads_up_to_a_paragraph_in_the_first_person(news, lead):
    words = "Jeg stod tidligt op og gik en tur i haven. Vi har fået ro."
    assert said(news(f"{lead}\n\n{words}")) == [("Tove Vestbirk", words)]


@pytest.mark.parametrize(
    "body",
    [
        "Borgmester Tove Vestbirk skriver selv om dagen:\n\nHuset blev bygget i 1950 og har tre etager.",
        "Planen for haven er som følger:\n\nVi har fået ro. Det er jeg stolt af.",
        "Borgmester Tove Vestbirk skriver selv om dagen.\n\nJeg stod tidligt op og gik en tur i haven.",
    ],
)
def test_without_first_person_speaker_or_colon_nothing_is_led_up_to(news, body):
    assert said(news(body)) == []


@pytest.mark.parametrize(
    "body",
    [
        "Borgmester Tove Vestbirk er glad. ”Vi har fået ro nu,” siger hun og fortsætter: ”Det er vi glade for.”",
        "”Vi har fået ro nu,” siger Tove Vestbirk og fortsætter:\n\n”Det er vi glade for.”",
        "- Vi har fået ro nu, siger Tove Vestbirk og fortsætter:\n\n- Det er vi glade for.",
    ],
)
def test_who_goes_on_behind_a_colon_is_the_one_who_spoke(news, body):
    assert said(news(body)) == [("Tove Vestbirk", "Vi har fået ro nu"), ("Tove Vestbirk", "Det er vi glade for.")]


PARTS = ["Vi har fået ro. Det er vi glade for.", "Det mærker de gamle, når de står op.", "Og det mærker vi selv."]


def test_an_utterance_opened_here_and_closed_two_paragraphs_on(news):
    found = news(f"Tove Vestbirk siger: ”{PARTS[0]}\n\n{PARTS[1]}\n\n{PARTS[2]}”\n\n{HOUSE}")
    assert said(found) == [("Tove Vestbirk", part) for part in PARTS]
    assert {row["kind"] for row in found.quotes} == {"direct"}


def test_an_utterance_closed_two_paragraphs_on_has_the_speaker_named_there(news):
    found = news(f"”{PARTS[0]}\n\n{PARTS[1]}\n\nOg det mærker vi selv,” siger Tove Vestbirk.")
    assert [text.rstrip(",") for _, text in said(found)] == [*PARTS[:2], "Og det mærker vi selv"]
    assert found.quotes[-1]["speaker"] == "Tove Vestbirk"


def test_the_speaker_named_at_the_end_of_a_long_utterance_said_all_of_it(news):
    found = news(f"”{PARTS[0]}\n\n{PARTS[1]}\n\nOg det mærker vi selv,” siger Tove Vestbirk.")
    assert said(found) == [("Tove Vestbirk", part) for part in (*PARTS[:2], "Og det mærker vi selv")]


def test_an_utterance_that_nothing_closes_ends_with_its_paragraph(news):
    found = news(f"Tove Vestbirk siger: ”{PARTS[0]}\n\n{HOUSE}\n\nHaven er stor.")
    assert said(found) == [("Tove Vestbirk", PARTS[0])]


@pytest.mark.parametrize("line", [SIGNED, f"– {SIGNED}", f"{SIGNED}."])
@pytest.mark.parametrize(("words", "kind"), [(f"”{LONG}”", "direct"), (PLAIN, "unmarked")])
def test_a_line_with_a_name_and_a_role_signs_the_paragraph_before(news, words, kind, line):
    (row,) = news(f"{words}\n\n{line}").quotes
    assert (row["kind"], row["text"], row["speaker"]) == (kind, words.strip("”"), "Tove Vestbirk")
    assert (row["speaker_role"], row["speaker_organisation"]) == ("borgmester", "Strandkær Kommune")
    assert row["attribution"] == "signature"


@pytest.mark.parametrize(
    "body",
    [
        f"{PLAIN}\n\n{SIGNED}, spiser frokost med de ansatte.",
        f"Bjarke Rask har fået mere ro på gangene.\n\n{SIGNED}",
        f"{PLAIN}\n\nTove Vestbirk",
    ],
)
def test_a_sentence_a_paragraph_about_somebody_and_a_bare_name_are_no_signatures(news, body):
    assert said(news(body)) == []


@pytest.mark.parametrize(
    "sentence", ["Tove Vestbirk kom til Strandkær Kommune som direktør.", "Tove Vestbirk er formand for Lysfonden."]
)
def test_a_sentence_that_tells_what_somebody_is_signs_nothing(news, sentence):
    assert said(news(f"{PLAIN}\n\n{sentence}")) == []


def test_a_signature_takes_nothing_from_whom_a_clause_names(news):
    assert said(news(f"{CALM}\n\nBjarke Rask, direktør i Plejenet A/S")) == [
        ("Tove Vestbirk", "Vi har fået ro på gangene")
    ]


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        ([], "Tove Vestbirk"),
        ([HOUSE], "Tove Vestbirk"),
        ([HOUSE, HOUSE], None),
        (["Hun går ud i haven."], "Tove Vestbirk"),
        (["Direktør Bjarke Rask går ud i haven."], "Bjarke Rask"),
        (["Direktør Bjarke Rask går ud i haven.", HOUSE], None),
    ],
)
def test_who_goes_on_speaking_and_for_how_long(news, between, speaker):
    found = news("\n\n".join([CALM, *between, f"”{LONG}”"]))
    assert said(found)[-1] == (speaker, LONG)


def test_whoever_says_nearly_all_goes_on_though_somebody_else_is_named_in_passing(news):
    more = ["”Det er vi glade for,” siger hun.", "”Og vi er mange,” siger hun."]
    passing = "Der har Bjarke Rask også en nøgle til haven."
    assert said(news("\n\n".join([CALM, *more, passing, f"”{LONG}”"])))[-1] == ("Tove Vestbirk", LONG)
    assert said(news("\n\n".join([CALM, passing, f"”{LONG}”"])))[-1] == (None, LONG)


def test_sentences_in_the_first_person_before_a_clause_are_said_too(news):
    words = "Det har vi arbejdet for i mange år. Nu kan vi mærke det"
    assert said(news(f"{words}, siger Tove Vestbirk.")) == [("Tove Vestbirk", words)]
    assert said(news(f"{HOUSE} {words}, siger Tove Vestbirk.")) == [("Tove Vestbirk", words)]


def test_a_whole_paragraph_in_the_first_person_before_such_a_clause_is_a_quote_of_its_own(news):
    words = ["Vi har arbejdet for det i mange år, og jeg er stolt.", "Vi har fået mere ro. Nu kan vi mærke det"]
    found = news(f"{words[0]}\n\n{words[1]}, siger Tove Vestbirk.")
    assert said(found) == [("Tove Vestbirk", part) for part in words]


def test_sentences_of_narration_before_a_clause_are_not_said(news):
    assert said(news(f"{HOUSE} Nu er der ro, siger Tove Vestbirk.")) == [("Tove Vestbirk", "Nu er der ro")]


def test_the_writers_own_first_person_is_no_speech(plea):
    found = plea("Det har vi arbejdet for i mange år. Nu er der ro i huset, siger Bjarke Rask.")
    assert said(found) == [("Bjarke Rask", "Nu er der ro i huset")]
