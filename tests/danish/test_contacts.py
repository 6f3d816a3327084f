"""Contact details and CPR numbers: found in the forms they are written in, and figures left alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.danish.contacts import MASK, MAY_HOLD, contacts, without_contacts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Skriv til asta.m@example.dk", "email"),
        ("Skriv til asta (at) example.dk", "email"),
        ("Skriv til asta [at] example [dot] dk", "email"),
        ("Skriv til asta snabel-a example.dk", "email"),
        ("https://example.dk/mail?to=asta%40example.dk", "email"),
        ("Ring 3321 4455", "phone"),
        ("Nummeret er 3321 4455", "phone"),
        ("Nummeret er 332 14 455", "phone"),
        ("Nummeret er 33.21.44.55", "phone"),
        ("Nummeret er 33\u00a021\u00a044\u00a055", "phone"),
        ("CVR-nr. 11223344, tlf. 33214455", "phone"),
        ("Han er 010190-1234", "cpr"),
        ("Han er 290200–1234", "cpr"),
        ("CPR-nr.: 0101901234", "cpr"),
        ("personnummer 010190 1234", "cpr"),
    ],
)
def test_each_form_is_found_and_masked(text: str, kind: str):
    assert kind in {found for _, _, found in contacts(text)}
    masked = without_contacts(text)
    assert len(masked) == len(text)
    assert not list(contacts(masked))


@pytest.mark.parametrize(
    "text",
    [
        "CVR-nr. 33 21 44 55",
        "EAN: 57 90 00 11",
        "Kontonr. 3321 4455",
        "I 2023 2024 faldt det",
        "Der er 3321 4455 kr. i alt",
        "Sagen 310290-12 og 999999-1234",
        "Følg os (a) på nettet og (b) i avisen",
        "For 25 26 27 28 29 elever",
        "Fra 12.10.2024 til 13.10.2024",
        "ISBN 978-87-123-4567-8",
        "Journalnr. 2024-1234567",
    ],
)
def test_other_numbers_stay(text: str):
    assert without_contacts(text) == text


@given(st.text(alphabet="0123456789 +@.-()atcprlfCVR:/%·_é", max_size=60))
def test_what_is_masked_holds_nothing_any_more(text: str):
    masked = without_contacts(text)
    assert len(masked) == len(text)
    assert all(new in (old, MASK) for old, new in zip(text, masked, strict=True))
    assert not list(contacts(masked))


@given(st.text(alphabet="0123456789 +@.-()atcprlf:", max_size=40))
def test_what_is_looked_for_quickly_misses_nothing(text: str):
    if list(contacts(text)):
        assert re.search(MAY_HOLD, text)


@given(
    st.lists(st.sampled_from("0123456789"), min_size=8, max_size=8),
    st.sampled_from(["+45 {}{}{}{}{}{}{}{}", "tlf. {}{} {}{} {}{} {}{}", "Ring på {}{}{}{} {}{}{}{}"]),
)
def test_any_number_beside_a_word_for_it_is_masked(digits: list[str], form: str):
    assert not re.search(r"\d", without_contacts(form.format(*digits)).removeprefix("+45"))
