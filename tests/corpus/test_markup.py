"""Marks of layout taken away, and contact details masked before anything reads the text."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.corpus.markup import normalise, plain, without_page_markup
from pejlemaerker.danish.contacts import MASK, without_contacts


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\u030arsva\u0308rk", "årsvärk"),
        ("\ufeffHej", "Hej"),
        ("sam\u00adarbejde", "samarbejde"),
        ("le\u200bdelse\u200f", "ledelse"),
        ("et\r\nto\rtre\u2028fire", "et\nto\ntre\nfire"),
        ("et\fto", "et\n\nto"),
        ("et\x00\x07to", "etto"),
        ("et\ud800to", "et\ufffdto"),
    ],
)
def test_text_is_normal_and_free_of_what_cannot_be_seen(raw: str, clean: str) -> None:
    assert normalise(raw) == clean


@given(st.text(alphabet=st.characters()))
def test_normal_text_stays_as_it_is(text: str) -> None:
    clean = normalise(text)
    assert unicodedata.is_normalized("NFC", clean)
    assert normalise(clean) == clean
    clean.encode("utf-8")


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("**fed** skrift", "fed skrift"),
        ("*kursiv* skrift", "kursiv skrift"),
        ("***begge*** dele", "begge dele"),
        ("__fed__ og _kursiv_", "fed og kursiv"),
        ("**Mål:** *Færre regler*", "Mål: Færre regler"),
        ("”*Vi vil mere*”", "”Vi vil mere”"),
        ("to   ord\u00a0med\tluft", "to ord med luft"),
    ],
)
def test_emphasis_and_spare_spaces_go(raw: str, clean: str) -> None:
    assert plain(raw) == clean


@pytest.mark.parametrize("line", ["2 * 3 * 4", "fil_navn_her", "a*b", "5 * 5 = 25", "Felter med * skal udfyldes"])
def test_stars_and_underscores_that_mark_nothing_stay(line: str) -> None:
    assert plain(line) == line


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("---\ntitle: Ledelse\ndate: 2024\n---\nTekst", "Tekst"),
        ("Læs [planen](https://example.dk/plan_a) nu", "Læs planen nu"),
        ("Se [afsnittet](#mål) og [siden](/om)", "Se afsnittet og siden"),
        ("Før ![et billede](billede.png) efter", "Før  efter"),
        ("Før <!-- skjult --> efter", "Før  efter"),
    ],
)
def test_page_markup_goes(raw: str, clean: str) -> None:
    assert without_page_markup(raw) == clean


@pytest.mark.parametrize("text", ["Vi vil [måske] (senere) se", "Tekst\n---\nmere\n---\nslut", "a < b <!- ikke skjult"])
def test_brackets_and_rules_in_the_text_stay(text: str) -> None:
    assert without_page_markup(text) == text


def test_a_paragraph_between_two_rules_is_no_front_matter() -> None:
    assert "Lederne skal have ro." in without_page_markup("---\nLederne skal have ro.\n---\nDet mener rådet.")


@pytest.mark.parametrize(
    "text",
    [
        "Ring til os på 21 33 44 55 i dag",
        "Tlf. 21334455",
        "Telefon: 2133 4455",
        "Mobil 21 33 44 55",
        "+45 21 33 44 55",
        "(+45) 21 33 44 55",
        "+4521334455",
        "Ring på 21334455.",
        "sms 21 33 44 55",
        "Tlf.nr. 21334455",
        "Telefonnummer: 21334455",
        "Tlf. 21-33-44-55",
        "0045 21 33 44 55",
        "T: 21334455",
        "tlf. (+45) 2133 4455",
    ],
)
def test_telephone_numbers_are_masked_and_keep_their_length(text: str) -> None:
    masked = without_contacts(text)
    assert len(masked) == len(text)
    assert not re.search("21|33|44|55", masked)
    assert re.sub(r"\d", MASK, text) == re.sub(r"\d", MASK, masked)


@pytest.mark.parametrize(
    "address", ["asta@example.dk", "asta.m-v@post.example.dk", "a_1+x@example.org", "åse@ærø.example.dk", "A@B.DK"]
)
def test_mail_addresses_are_masked_and_keep_their_length(address: str) -> None:
    masked = without_contacts(f"Skriv til <{address}>, så svarer vi.")
    assert masked == f"Skriv til <{re.sub(r'[^@._+-]', MASK, address)}>, så svarer vi."


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen bruger 12.345.678 kr. om året",
        "Kommunen bruger 12 345 678 kr. om året",
        "Der er 25 000 ansatte og 31 500 pladser",
        "I 2021, 2022 og 2023 faldt tallet til 45",
        "Fra 2020 2021 2022 2023",
        "CVR 12345678",
        "Mødet er den 21. 10. 2024 kl. 13.00 i lokale 22",
        "20 pct., 30 pct., 40 pct. og 50 pct.",
        "Mobil 2024 blev en succes med 1.250 deltagere",
        "Vi er @ledelse på nettet",
        "Den koster 20 30 kr.",
    ],
)
def test_figures_are_not_masked(text: str) -> None:
    assert without_contacts(text) == text


@given(st.text(alphabet="0123456789 +@.abÆtlf:,-"))
def test_masking_keeps_every_place(text: str) -> None:
    masked = without_contacts(text)
    assert len(masked) == len(text)
    assert all(new in (old, MASK) for old, new in zip(text, masked, strict=True))
    assert without_contacts(masked) == masked
