"""What stands around an article gives nothing: captions, comments, teasers, forms, contacts; nor does another language."""

import pytest

from schemas import TABLES

SAID = "”Vi har fået mere ro på gangene,” siger rektor Tove Vestbirk."
TRAP = "Kommunerne bør droppe skemaerne. Hos os er 40 pct. af lederne rejst. ”Vi er trætte af det,” siger Bjarke Rask."
ARTICLE = f"""Nye vagtplaner på Solbakken

4. maj 2023

De ansatte på plejehjemmet Solbakken har fra i dag fået nye vagtplaner, og planerne gælder for hele huset.

{SAID}

Ordningen gælder fra næste år på alle afdelinger, og den er blevet til efter samtaler med de ansatte."""

FURNITURE = {
    "comments": (
        f"3 kommentarer\n\nBjarke R. skriver:\n3. februar 2022 kl. 08.41\n{TRAP}\nSvar\n\nSkriv en kommentar\nNavn *\nSend"
    ),
    "teasers": "Læs også\n\nNy direktør skal spare 40 mio. kr.\n\n”Vi er trætte,” siger Bjarke Rask",
    "contact": "Kontakt\n\nPressechef Bjarke Rask\nTlf. 21 33 44 55\nbjarke@struer.example",
    "form": "Tilmeld dig nyhedsbrevet\n\nFelter markeret med * skal udfyldes\n\nDin e-mail",
}


def texts(found) -> dict[str, list[str]]:
    return {
        table: [row["text" if TABLES[table].has_span else "theme"] for row in rows]
        for table, rows in found.rows.items()
    }


@pytest.mark.parametrize("furniture", FURNITURE.values(), ids=FURNITURE)
def test_nothing_comes_of_what_stands_below(read, furniture):
    assert texts(read(f"{ARTICLE}\n\n{furniture}")) == texts(read(ARTICLE))


def test_nothing_comes_of_a_caption(news):
    caption = "Bjarke Rask har 40 ansatte: ”Vi skal droppe skemaerne.” Foto: Ditte Holm/Struer Avis"
    assert texts(news(f"{SAID}\n\n{caption}")) == texts(news(SAID))


def test_nothing_comes_of_a_text_in_another_language(read):
    english = (
        "New shifts at the nursing home\n\n”We have more time for the residents now,” says director Tove Vestbirk. "
        "The home has 40 employees, and the council should give them more time to talk to the people they look after.\n\n"
        "The scheme will be extended to all departments next year, and it was made after talks with the staff."
    )
    found = read(english)
    assert found.article.document["language"] == "en"
    assert all(rows == [] for rows in found.rows.values())


@pytest.mark.parametrize("text", ["—", "1", "”", "”””", "- ", "?", "Tove Vestbirk", "# \n\n- \n- "])
def test_hardly_any_text_is_read_without_an_error(read, text):
    assert texts(read(text))["quotes"] == []
