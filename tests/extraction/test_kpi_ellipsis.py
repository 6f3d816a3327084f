"""Figures that leave out their unit or their noun: what the text before them says they are, and where nothing says it."""

import pytest


def unsupported(*values, reason: str):
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


def figures(found) -> list[tuple[float, str, str | None]]:
    return [(row["value"], row["unit"], row["subject"]) for row in found.kpis]


SHARE = "Andelen af uløste sager"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Andelen af uløste sager var 14,2 pct. i 2021, og tallet er nu nede på 9,8.",
            [(14.2, "percent", SHARE), (9.8, "percent", SHARE)],
        ),
        (
            "Fraværet er på vej ned fra 9 pct. mod 6.",
            [(9, "percent", "Fraværet"), (6, "percent", "Fraværet")],
        ),
        ("Vi er gået fra 14 ledere til ni.", [(14, "count", "ledere"), (9, "count", "ledere")]),
        (
            "I 2018 var fraværet 31 pct. Året efter var det 28.",
            [(31, "percent", "fraværet"), (28, "percent", "fraværet")],
        ),
        unsupported(
            "I 2018 var andelen 31 pct. Året efter var den 28.",
            [(31, "percent", "andelen"), (28, "percent", "andelen")],
            reason="danish/quantities: `den 28.` at the end of a sentence is taken for a date, also behind a verb",
        ),
        unsupported(
            "Der er 31 sager i år mod 28 sidste år.",
            [(31, "count", "sager"), (28, "count", "sager")],
            reason="kpis/phrases.py: `sidste år` behind a figure is read as what it counts",
        ),
        unsupported(
            "Kommunen får 40 mio. kr. i år og 50 næste år.",
            [(40e6, "DKK", "Kommunen"), (50e6, "DKK", "Kommunen")],
            reason="kpis/phrases.py: `næste år` is read as what is counted; ellipsis.py carries no scale over",
        ),
    ],
)
def test_a_bare_figure_has_the_unit_of_the_one_before(news, body, expected):
    assert figures(news(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kommunen har 22 plejecentre. Ni af dem mangler en leder.", ["22 plejecentre", "Ni af dem"]),
        (
            "Der var 18 ledige pladser, og kun fire af dem er blevet besat.",
            ["18 ledige pladser", "fire af dem"],
        ),
        ("Hærvejens Hospital har 1.240 ansatte, heraf 780 på sengeafdelingerne.", ["1.240 ansatte", "780"]),
        ("Kommunen har 40 plejehjem, hvoraf de 12 er private.", ["40 plejehjem", "12"]),
    ],
)
def test_a_part_counts_what_the_whole_counts(news, body, expected):
    rows = news(body).kpis
    assert [row["text"] for row in rows] == expected
    assert rows[0]["subject"] == rows[1]["subject"] is not None


def test_a_part_with_a_noun_of_its_own_counts_that(news):
    assert figures(news("I alt 14.000 borgere, heraf 3.000 børn, fik hjælp.")) == [
        (14_000, "count", "borgere"),
        (3000, "count", "børn"),
    ]


@pytest.mark.parametrize(
    ("sentence", "periods", "subject"),
    [
        (
            "Antallet af ledige stillinger steg fra 61 i 2022 til 117 i 2023.",
            ["2022", "2023"],
            "Antallet af ledige stillinger",
        ),
        ("Antallet af ledere faldt fra 1.200 i 2015 til 900 i 2020.", ["2015", "2020"], "Antallet af ledere"),
    ],
)
def test_a_change_from_year_to_year_gives_each_figure_its_year(news, sentence, periods, subject):
    rows = news(sentence).kpis
    assert [(row["unit"], row["period"], row["subject"]) for row in rows] == [
        ("count", periods[0], subject),
        ("count", periods[1], subject),
    ]


def test_millions_are_kroner_in_a_text_that_speaks_of_kroner(news):
    rows = news("Kommunen brugte 40 mio. kr. på veje og 12 millioner på en kaj.").kpis
    assert [(row["value"], row["unit"]) for row in rows] == [(40e6, "DKK"), (12e6, "DKK")]
    assert [(row["value"], row["unit"]) for row in news("Der bor 6 millioner danskere i landet.").kpis] == [
        (6e6, "count")
    ]


@pytest.mark.parametrize(
    ("body", "unit"),
    [
        ("Kommunen har brugt 5 mio. kr. Firmaet solgte 30 millioner aktier.", "count"),
        unsupported(
            "Kommunen har brugt 5 mio. kr. Der bor nu 6 millioner i landet.",
            "count",
            reason="kpis/ellipsis.py: any bare millions in a text with kroner are kroner, also of people who live somewhere",
        ),
        unsupported(
            "Kommunen har brugt 5 mio. kr. Filmen om den er set af 3 millioner.",
            "count",
            reason="kpis/ellipsis.py: any bare millions in a text with kroner are kroner, also of people who have seen something",
        ),
    ],
)
def test_millions_of_people_are_no_kroner(news, body, unit):
    assert [row["unit"] for row in news(body).kpis] == ["DKK", unit]


@pytest.mark.parametrize(
    "sentence",
    [
        "350 har svaret på brevet fra byrådet.",
        "500 deltog i mødet på rådhuset.",
    ],
)
def test_a_figure_that_acts_counts_people(news, sentence):
    (row,) = news(sentence).kpis
    assert row["unit"] == "count" and row["subject"] is None


@pytest.mark.parametrize(
    "body",
    [
        "Syv er glade for det nye hus.",
        "Hun fik 12 i karakter.",
        "Mødet er kl. 12 og varer til 14.",
        "Den ene er 40 og den anden 38.",
        "Vi ses på stue 14.",
        "Bussen til havnen er nummer 42.",
    ],
)
def test_a_bare_figure_that_nothing_explains_is_none(news, body):
    assert news(body).kpis == []


@pytest.mark.parametrize(
    ("body", "values"),
    [
        ("Skolen har 14 klasser. Solen skinner. Vi ses ved havnen. Hunden er nu nede på 12.", [14]),
        ("Skolen har 4.500 elever. Det yngste hus er nede på 12.", [4500]),
        ("Huset kostede 14 mio. kr. Nu er det nede på 12.", [14e6]),
        unsupported(
            "Skolen har 14 klasser. Klasserne er fra 1. til 9.",
            [14],
            reason="kpis/ellipsis.py: an ordinal's other end (`fra 1. til 9.`) is taken for more classes",
        ),
        unsupported(
            "Skolen har 14 klasser. Elev nummer 15 er 9 på mandag.",
            [14],
            reason="kpis/ellipsis.py: an age without `år` is taken for the figure before it: a person is the subject",
        ),
    ],
)
def test_a_bare_figure_of_something_else_is_none(news, body, values):
    assert [row["value"] for row in news(body).kpis] == values


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Antallet af vikarer er nu nede på 42.", 42),
        unsupported(
            "Antallet af vikarer faldt, og i dag er det nede på 42.",
            42,
            reason="kpis/ellipsis.py: a noun behind `antallet af` is read only in the same clause",
        ),
        unsupported("Vi er 40 på kontoret i Lemvig.", 40, reason="kpis/ellipsis.py: `vi er 40` counts people"),
        unsupported("Af klagerne kom 110 fra Skive Kommune.", 110, reason="kpis/ellipsis.py: `af X kom N` counts X"),
        unsupported(
            "Antal ledere i kommunen: 1.450",
            1450,
            reason="kpis/reading.py: a line of a label and a figure is read as a heading, and headings of the press are skipped",
        ),
    ],
)
def test_a_figure_that_the_words_before_it_explain(news, sentence, value):
    assert [(row["value"], row["unit"]) for row in news(sentence).kpis] == [(value, "count")]


def test_who_answers_of_all_is_a_part(news):
    rows = news("Af de 98 kommuner svarede 64.").kpis
    assert 98 in [row["value"] for row in rows]


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        unsupported(
            "Blandt 1.450 ledere svarer 62 pct., at de er glade.",
            ["ledere", "ledere"],
            reason="kpis/phrases.py: `blandt|af N X svarer P pct.` says whose share it is",
        ),
        unsupported(
            "Kommunens 1.450 ansatte har svaret, og 41 pct. siger ja.",
            ["ansatte", "ansatte"],
            reason="kpis/ellipsis.py: a share that says nothing takes nothing from the count before it, as a count does",
        ),
        unsupported(
            "Sygefraværet er 5,1 pct. i Hjørring og 4,2 pct. i Skive.",
            ["Sygefraværet", "Sygefraværet"],
            reason="kpis/phrases.py: the second of two shares of one thing has no subject",
        ),
        unsupported(
            "I 2019 var sygefraværet 4,8 pct. og i 2023 6,1 pct.",
            ["sygefraværet", "sygefraværet"],
            reason="kpis/phrases.py: the second of two shares of one thing has no subject",
        ),
        unsupported(
            "Mere end halvdelen, nemlig 54 pct., af lederne er kvinder.",
            ["lederne", "lederne"],
            reason="kpis/phrases.py: an insertion between the share and its `af`",
        ),
        unsupported(
            "Op mod hver fjerde af de 1.200 ledere går på pension.",
            ["ledere", "ledere"],
            reason="kpis/phrases.py: `hver fjerde af de N X` has no subject",
        ),
    ],
)
def test_a_share_of_what_was_named_just_before(news, sentence, subjects):
    assert [row["subject"] for row in news(sentence).kpis] == subjects


def test_what_is_still_to_come_is_not_measured(news):
    kinds = {row["period"]: row["kind"] for row in news("Skolen har 40 lærere i 2021 og 60 lærere i 2031.").kpis}
    assert kinds == {"2021": "measured", "2031": "target"}
