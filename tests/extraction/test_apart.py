"""Words that stand apart from their speaker, items that are no words of anybody, and whom a sentence is about."""

import pytest

MAYOR = "Borgmester Tove Vestbirk har set planerne."


def said(found) -> list[tuple[str, str | None, str]]:
    return [(row["kind"], row["speaker"], row["text"]) for row in found.quotes]


def test_a_reporting_clause_below_a_line_led_by_a_dash(news):
    body = f"{MAYOR}\n\n– Det er dejligt at se, at gangene er blevet stille,\n\nsiger Tove Vestbirk til avisen."
    assert said(news(body)) == [("direct", "Tove Vestbirk", "Det er dejligt at se, at gangene er blevet stille")]


def test_a_reporting_clause_below_marked_words(news):
    body = f"{MAYOR}\n\n”Det er dejligt at se, at gangene er blevet stille”\n\nsiger Tove Vestbirk."
    assert [speaker for _, speaker, _ in said(news(body))] == ["Tove Vestbirk"]


def test_a_clause_below_plain_narration_makes_no_quote(news):
    assert said(news("Planerne blev lagt frem i går.\n\nsiger Tove Vestbirk.")) == []


ITEMS = "- Huset skal have et lavt forbrug. Det sikres ved nye vinduer.\n\n- Taget dækkes af sedum, så regnen holdes tilbage."
SPEECH = "- Vi er glade for huset, siger Tove Vestbirk.\n\n- Det er godt for alle, der bor her."


def test_items_below_an_announcement_are_nobodys_words(news):
    assert said(news(f"{SPEECH}\n\nHuset overholder en række krav:\n\n{ITEMS}")) == said(news(SPEECH))


def test_a_dash_below_whoever_speaks_is_speech(news):
    found = said(news(f"{SPEECH}\n\nBorgmesteren siger videre:\n\n{ITEMS}"))
    assert len(found) == 4


@pytest.mark.parametrize("lead", ["Som Tove ser det:", "Eller som Tove sagde i sin tale til de ansatte:"])
def test_as_somebody_says_leads_up_to_their_words(news, lead):
    (row,) = news(
        f"{MAYOR}\n\n{lead}\n\n”Ledelse handler om at være til stede, når det er svært for dem, man leder.”"
    ).quotes
    assert (row["speaker"], row["attribution"]) == ("Tove Vestbirk", "lead_in")


def test_nobody_is_the_one_whose_company_the_sentence_opens_with(news):
    body = (
        "Efter ti år går Henrik Rask af som forstander. I en samtale med lærer Mads Holmkær ser han tilbage på årene.\n\n"
        "”Man ved godt, at mange af de ting, jeg gør nu, er for sidste gang.”"
    )
    assert [speaker for _, speaker, _ in said(news(body))] == ["Henrik Rask"]


def test_what_a_relative_clause_behind_the_speaker_reports(news):
    found = said(
        news(
            "Målet er ikke til at nå, mener overlæge Tove Vestbirk fra Struer Kommune, der fremhæver, at gangene er for få."
        )
    )
    assert found == [
        ("unmarked", "Tove Vestbirk", "Målet er ikke til at nå"),
        ("indirect", "Tove Vestbirk", "gangene er for få"),
    ]


@pytest.mark.parametrize("clause", ["Med huset som udgangspunkt", "På en skole med mange elever"])
def test_what_only_says_where_is_nothing_anybody_says(news, clause):
    assert said(news(f"{MAYOR} {clause}, fortæller Tove Vestbirk om planen.")) == []


def test_what_somebody_lives_through_is_not_what_they_say(news):
    assert said(news("Flere og flere sætter skilte op på gangen. Det oplever Struer Kommune, som nu siger fra.")) == []


def test_the_only_voice_goes_on_behind_a_heading(news):
    words = "”Vi begyndte med at lytte til de ansatte på gangene, og det har vi gjort siden.”"
    three = "\n\n".join(
        f"”Det er {n} år siden, vi begyndte på arbejdet,” siger Tove Vestbirk." for n in ("to", "tre", "fire")
    )
    plain = "Huset er fra 1950 og har tre etager.\n\nHaven er fra samme år."
    assert [row["speaker"] for row in news(f"{MAYOR}\n\n{three}\n\n{plain}\n\n{words}").quotes][-1] == "Tove Vestbirk"
    other = "”Jeg er her hver dag,” siger Bjarke Rask."
    assert [row["speaker"] for row in news(f"{MAYOR}\n\n{three}\n\n{other}\n\n{plain}\n\n{words}").quotes][-1] is None


def test_a_closing_mark_alone_is_no_quote(news):
    assert [text for _, _, text in said(news("”Vi har fået ro på gangene\n\n-“"))] == ["Vi har fået ro på gangene"]


@pytest.mark.parametrize("told", ["formand for Danske Gange", "der er overlæge på Åmosen Sygehus"])
def test_what_is_said_of_the_speaker_is_no_part_of_the_words(news, told):
    (row,) = news(f"Ifølge Tove Vestbirk, {told}, bør gangene være stille om natten.").quotes
    assert (row["speaker"], row["text"]) == ("Tove Vestbirk", "bør gangene være stille om natten")


def test_words_behind_a_name_alone_begin_there(news):
    (row,) = news("Ifølge Tove Vestbirk bør gangene, som er lange, være stille.").quotes
    assert row["text"] == "bør gangene, som er lange, være stille"
