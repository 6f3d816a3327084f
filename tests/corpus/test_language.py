"""The language of a text."""

import pytest

from pejlemaerker.corpus.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Lederne i kommunen skal have mere tid til de ansatte, og det kræver færre regler og flere hænder.", "da"),
        ("Lederne i kommunen må få mer tid til de ansatte, og det krever færre regler og flere folk i arbeid.", "no"),
        ("Cheferna i kommunen måste få mer tid för de anställda, och det kräver färre regler och fler händer.", "sv"),
        ("Managers in the municipality need more time for their staff, and that takes fewer rules.", "en"),
        ("Die Führungskräfte der Gemeinde brauchen mehr Zeit für ihre Mitarbeiter und weniger Regeln.", "de"),
    ],
)
def test_the_language_is_told(text: str, code: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize("text", ["", "   ", "Ledelse", "Mere tid, færre regler"])
def test_too_few_words_tell_none(text: str) -> None:
    assert language(text) == "und"


def test_an_english_quote_does_not_make_a_danish_article_english() -> None:
    danish = "Lederne i kommunen skal have mere tid til de ansatte, og det kræver færre regler. " * 5
    assert language(danish + "“Less is more,” the old saying goes.") == "da"
