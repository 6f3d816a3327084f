"""What holds for the quotes of every article, tried on generated ones."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

WORDS = ["Vi har fået ro på gangene", "Hvem skal passe de gamle?", "Det er KL's plan, og den er god nok", "Nej"]
WHO = [
    "Tove Vestbirk",
    "direktør Bjarke Rask",
    "Ruth",
    "hun",
    "direktøren",
    "KL",
    "lederne i plejen",
    "en nabo",
    "Vestbirk",
]
SHAPES = [
    "”{0},” siger {1}.",
    "’{0},’ siger {1}.",
    "- {0}, siger {1}.",
    "Det er godt. - {0}, siger {1}. - {0}, siger {1}.",
    "”{0}",
    "{0}” siger {1}.",
    "{0}, siger {1} og tilføjer, at huset er stort.",
    "{1} siger, at huset er stort, og {1} mener, at haven er ”lidt for lille”.",
    "Ifølge {1} er huset stort.",
    "Efter {1}s mening er huset stort nok.",
    "{1} skriver selv om det:",
    "{1}: {0}.",
    "Spørgsmål: Hvad siger du?",
    "Svar: {0}.",
    "Hvordan har du det i dag?",
    "{0}, som {1} siger.",
    "Det siger {1}.",
    "{1}, direktør i Strandkær Kommune",
    "Huset er fra 1950.",
    "”{0},” siger {1} og fortsætter:",
]
_paragraph = st.builds(str.format, st.sampled_from(SHAPES), st.sampled_from(WORDS), st.sampled_from(WHO))
_loose = st.text(alphabet="aæøABÅ ”“»«\"'’‘-–.,:;?!()\n", max_size=40)
_bodies = st.lists(st.one_of(_paragraph, _paragraph, _paragraph, _loose), min_size=1, max_size=9)
_texts = st.builds(
    lambda parts, date: "\n\n".join(["Nye vagtplaner på Solbakken", f"{date:%d-%m-%Y}", *parts]),
    _bodies,
    st.dates(datetime.date(2001, 1, 1), datetime.date(2029, 12, 31)),
)
PLAIN = "\n\nDer er plads til mange cykler bag muren."


@given(_texts)
@settings(max_examples=100, deadline=None)
def test_quotes_hold_the_words_at_their_spans_and_stand_in_content(read, text):
    found = read(text)
    content = [(item.start, item.start + len(item.text)) for item in found.article.content]
    for row in found.quotes:
        start, end = row["char_start"], row["char_end"]
        assert row["text"] == found.article.clean_text[start:end] != ""
        assert any(a <= start and end <= b for a, b in content)


@given(_texts)
@settings(max_examples=60, deadline=None)
def test_a_speaker_has_an_attribution_and_a_role_has_a_speaker(read, text):
    for row in read(text).quotes:
        assert (row["speaker"] is None) == (row["attribution"] is None)
        if row["speaker"] is None:
            assert row["speaker_role"] is row["speaker_organisation"] is row["speaker_party"] is None


@given(_texts)
@settings(max_examples=40, deadline=None)
def test_reading_is_deterministic(read, text):
    assert read(text).quotes == read(text).quotes


@given(_texts)
@settings(max_examples=60, deadline=None)
def test_a_sentence_that_names_nobody_at_the_end_moves_no_quote(read, text):
    before, after = read(text), read(text + PLAIN)
    if before.article.document["kind"] != after.article.document["kind"]:
        return  # what kind of text it is tells whose first person it is
    spans = [(row["kind"], row["char_start"], row["char_end"]) for row in before.quotes]
    assert [(row["kind"], row["char_start"], row["char_end"]) for row in after.quotes][: len(spans)] == spans
