"""One line at a time: what its own words say it is, and lines that only look alike."""

import pytest

from pejlemaerker.corpus.furniture import (
    heading_kind,
    is_caption,
    is_contact,
    is_dateline,
    is_page_number,
    line_kind,
    opening_kind,
)
from pejlemaerker.danish.contacts import without_contacts
from pejlemaerker.danish.lexicon import rows
from schemas.segments import FURNITURE_KINDS


def test_each_wording_gives_a_kind_of_the_schema() -> None:
    tests = {"line": line_kind, "start": opening_kind, "heading": heading_kind, "section": heading_kind}
    for wording, match, _ in rows("furniture"):
        kind = tests[match](wording)
        assert kind in FURNITURE_KINDS or (match == "start" and wording.endswith(" (")), wording


@pytest.mark.parametrize("text", ["Annonce", "ANNONCE", "annonce:", "Annonce …"])
def test_a_wording_is_known_in_any_case_and_with_marks(text: str) -> None:
    assert line_kind(text) == "advert"


@pytest.mark.parametrize("text", ["Annoncen", "Annonce for en leder", "En annonce", ""])
def test_a_line_with_other_words_is_no_wording(text: str) -> None:
    assert line_kind(text) is None


@pytest.mark.parametrize(
    "text", ["Læs hele oplægget her", "Hent planen her.", "Se programmet (pdf)", "Download guiden som pdf"]
)
def test_calls_to_click_are_navigation(text: str) -> None:
    assert opening_kind(text) == "navigation"


@pytest.mark.parametrize(
    "text", ["Se dig om. Der er meget at gøre her", "Hent dine børn før fire", "Åbn døren for flere"]
)
def test_calls_to_act_are_not(text: str) -> None:
    assert opening_kind(text) is None


@pytest.mark.parametrize(
    "text", ["Foto: A. Holm", "Huset set fra havnen. Foto: A. Holm/Havnebladet", "(Foto: A. Holm)"]
)
def test_a_credit_makes_a_caption(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize("text", ["Et foto siger meget", "Foto og video er tilladt", "Fotoet: et hus", "Fotosyntese"])
def test_a_picture_in_a_sentence_makes_none(text: str) -> None:
    assert not is_caption(text)


@pytest.mark.parametrize(
    "text", ["Tlf. 21 33 44 55", "Mail: asta@example.dk", "Asta Mosegaard, asta@example.dk", "www.example.dk"]
)
def test_lines_to_reach_somebody_are_contacts(text: str) -> None:
    assert is_contact(without_contacts(text))


@pytest.mark.parametrize(
    "text", ["Telefonen ringer", "Telefontid er afskaffet", "Der er 12.000 ansatte", "Mailen kom for sent"]
)
def test_lines_about_telephones_are_not(text: str) -> None:
    assert not is_contact(without_contacts(text))


@pytest.mark.parametrize(
    "text", ["Telefon og papir er ikke nok for de nye ledere", "Mail er ikke altid den rigtige vej"]
)
def test_short_sentences_that_open_with_telephone_are_not(text: str) -> None:
    assert not is_contact(text)


@pytest.mark.parametrize("text", ["4", "Side 4", "side 4 af 12", "Slide 7", "3/12", "s. 9"])
def test_page_numbers_are_page_numbers(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["4 råd", "Side om side", "12 ud af 40", "2,5", ""])
def test_other_numbers_are_not(text: str) -> None:
    assert not is_page_number(text)


@pytest.mark.parametrize(
    "text", ["Tre af fire", "I maj", "Kl. 14.30", "Ledelse", "5. 6.", "Den 12. maj 2024 får alle ro igen"]
)
def test_lines_without_a_date_of_their_own_are_no_datelines(text: str) -> None:
    assert not is_dateline(text)


@pytest.mark.parametrize("text", ["2. kvartal 2024", "2024", "Forår 2024"])
def test_a_quarter_or_a_year_alone_is_a_dateline(text: str) -> None:
    assert is_dateline(text)
