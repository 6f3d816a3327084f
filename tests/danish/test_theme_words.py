"""Words that tell of a theme: every row of the list finds its word, in its forms and compounds, and false friends stay out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.theme_list import ThemeList
from pejlemaerker.danish.theme_words import theme_words

ROWS = rows("theme_words")
THEMES = [row[0] for row in rows("themes")]
TELLING = [row for row in ROWS if row[3] != "never"]


def told(text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.entry.theme) for hit in theme_words(text)]


def themes_in(text: str) -> set[str]:
    return {theme for _, theme in told(text)}


def written(entry: str) -> list[str]:
    """Each way in which an entry may be written; any word will do for `*`."""
    found = [""]
    for word in entry.split(" "):
        found = [f"{before} {form.replace('*', 'ord')}".strip() for before in found for form in word.split("/")]
    return found


@pytest.mark.parametrize("theme", THEMES)
def test_each_row_of_the_list_finds_what_it_says(theme: str):
    own = [row for row in TELLING if row[0] == theme]
    lost = [form for _, entry, _, _ in own for form in written(entry) if theme not in themes_in(f"vi har {form} her")]
    assert lost == []
    assert sum(row[3] == "strong" for row in own) >= 10


def test_phrases_have_several_words_and_nothing_else_has():
    assert [row for row in ROWS if (" " in row[1]) != (row[2] == "phrase")] == []
    assert [row for row in ROWS if "*" in row[1].split(" ")[0]] == []


def test_rows_that_tell_of_any_theme_only_keep_words_out():
    assert {row[3] for row in ROWS if row[0] == "-"} == {"never"}


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Regelforenklingen kom for sent.", "afbureaukratisering"),
        ("styringskædens led", "styring"),
        ("Kommunens ledelsesspænd er stort.", "faglig_ledelse"),
        ("De fik besparelserne at mærke.", "oekonomi"),
        ("et DIGITALISERINGSPROJEKT", "digitalisering"),
        ("sygefraværets pris", "arbejdsmiljoe"),
        ("Byrådet har sat skolerne fri", "frisaettelse"),
        ("de blev sat helt fri", "frisaettelse"),
        ("et it-system", "digitalisering"),
        ("Vi har inddraget beboerne.", "borgerinddragelse"),
    ],
)
def test_inflected_forms_compounds_and_phrases_are_found(text: str, theme: str):
    assert theme in themes_in(text)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Der er tilsyneladende ro.", "styring"),
        ("Bestyrelsen og styregruppen mødes.", "styring"),
        ("Vi har styr på det.", "styring"),
        ("De gode billeder hænger her.", "faglig_ledelse"),
        ("Hun er elevrådets vejleder.", "faglig_ledelse"),
        ("Det er naturligvis fint.", "groen_omstilling"),
        ("Et bedre arbejdsmiljø", "groen_omstilling"),
        ("Kommunens lønrefusion", "organisering"),
        ("Hans tillidsrepræsentant har selvtillid.", "tillid"),
        ("Hun er økonom i huset.", "oekonomi"),
        ("Kommunens digitaliseringschef", "digitalisering"),
        ("Sammenhængskraften i landet", "sammenhaeng"),
        ("I den sammenhæng er det rart.", "sammenhaeng"),
        ("Den opsigtsvækkende sag", "rekruttering"),
        ("Socialdemokratiet vil vente.", "borgerinddragelse"),
        ("Den forskellige farve", "kvalitet"),
    ],
)
def test_words_that_only_look_like_one_tell_nothing_of_the_theme(text: str, theme: str):
    assert theme not in themes_in(text)


def test_a_phrase_takes_its_words():
    assert told("Den politiske ledelse sover.") == [("politiske ledelse", "politisk_ledelse")]
    assert told("God ledelse.") == [("God ledelse", "faglig_ledelse")]


def test_a_word_may_tell_of_several_themes():
    assert themes_in("statens økonomistyring") == {"styring"}
    assert themes_in("færre kvartalsrapporter") == {"styring", "afbureaukratisering"}


def test_a_capital_within_a_sentence_makes_a_name():
    assert told("Hun sidder i Center for Digitalisering.") == []
    assert (
        told("Digitalisering er svært. – Digitalisering? ”Digitalisering!”")
        == [("Digitalisering", "digitalisering")] * 3
    )
    assert told("Vi bruger GDPR og AI.") == [("GDPR", "digitalisering"), ("AI", "digitalisering")]


def test_a_part_of_a_word_says_nothing_where_the_whole_never_does():
    listed = ThemeList([("a", "sol", "first", "strong"), ("a", "solo", "word", "never"), ("b", "sol", "part", "weak")])
    assert [entry.theme for entry in listed.entries("solskin")] == ["a", "b"]
    assert [entry.theme for entry in listed.entries("solo")] == ["b"]
    assert listed.entries("måne") == ()


def test_marks_and_spaces_do_not_hide_a_word():
    for text in (
        "(digitalisering)",
        "”digitalisering”,",
        "digitalisering/effektivisering",
        "ny\u00a0digitalisering",
        "a\ndigitalisering",
    ):
        assert "digitalisering" in themes_in(text), text


def test_very_long_words_are_passed_over():
    assert told("digital" * 200_000) == []
    assert len(told("digital," * 20_000)) == 20_000


PARTS = st.sampled_from(
    [
        *(row[1].split("/")[0].replace("*", "ord") for row in TELLING[::7]),
        "og",
        "Hun",
        "🚢",
        "12",
        "–",
        "”",
        "\n",
        "Æbler.",
        "-",
        "i",
        "på",
    ]
)


@given(st.lists(PARTS, max_size=30), st.sampled_from([" ", "  ", "\n", "\u00a0", ", "]))
def test_hits_stand_in_order_on_whole_words(parts: list[str], between: str):
    text = between.join(parts)
    hits = list(theme_words(text))
    assert hits == list(theme_words(text))
    places = [(hit.start, hit.end) for hit in hits]
    assert places == sorted(places)
    for hit in hits:
        assert 0 <= hit.start < hit.end <= len(text)
        assert re.fullmatch(r"\w.*\w|\w", text[hit.start : hit.end], re.DOTALL)
        assert hit.entry.theme in THEMES and hit.entry.weight in ("strong", "weak")
