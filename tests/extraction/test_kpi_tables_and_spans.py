"""Figures in tables; whose, for when and of what kind a figure is; and where it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


def unsupported(*values, reason: str):
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


def cells(found) -> list[tuple[float, str, str | None, str | None]]:
    return [(row["value"], row["unit"], row["subject"], row["period"]) for row in found.kpis]


def table(*rows: str) -> str:
    head, *rest = rows
    return "\n".join([f"| {head} |", "|---" * (head.count("|") + 1) + "|", *(f"| {row} |" for row in rest)])


@pytest.mark.parametrize(
    ("row", "values", "unit", "subject"),
    [
        ("Sygefravær (pct.) | 6,1 | 4,5", (6.1, 4.5), "percent", "Sygefravær"),
        ("Udgifter (mio. kr.) | 12 | 14,5", (12e6, 14.5e6), "DKK", "Udgifter"),
        ("Ventetid (uger) | 12 | 8", (12, 8), "weeks", "Ventetid"),
        ("Ansatte | 1.200 | 1.300", (1200, 1300), "count", "Ansatte"),
        ("Ansatte (ekskl. vikarer) | 1.200 | 1.300", (1200, 1300), "count", "Ansatte"),
        ("Tilfredse borgere | 61 % | ca. 64 %", (61, 64), "percent", "Tilfredse borgere"),
    ],
)
def test_a_label_gives_its_row_the_unit(news, row, values, unit, subject):
    assert cells(news(table("Område | 2021 | 2022", row))) == [
        (values[0], unit, subject, "2021"),
        (values[1], unit, subject, "2022"),
    ]


def test_a_heading_gives_its_column_the_unit(news):
    found = news(table("Område | 2021 (mio. kr.) | Sygefravær (pct.)", "Ældre | 412,5 | 5"))
    assert [(row["value"], row["unit"]) for row in found.kpis] == [(412.5e6, "DKK"), (5, "percent")]


@pytest.mark.parametrize(
    "corner",
    [
        unsupported("Område (mio. kr.)", reason="kpis/tables.py: the unit in the corner of a table is not read"),
        unsupported("Mio. kr.", reason="kpis/tables.py: the unit in the corner of a table is not read"),
    ],
)
def test_the_corner_gives_the_table_the_unit(news, corner):
    found = news(table(f"{corner} | 2021 | 2022", "Ældre | 412,5 | 430", "Skoler | 610 | 622"))
    assert [(row["value"], row["unit"]) for row in found.kpis][:2] == [(412.5e6, "DKK"), (430e6, "DKK")]


def test_a_cell_with_a_unit_of_its_own_keeps_it(news):
    found = news(table("Område (pct.) | 2021 | 2022", "Udgifter (pct.) | 12 mio. kr. | 14"))
    assert [(row["value"], row["unit"]) for row in found.kpis] == [(12e6, "DKK"), (14, "percent")]


def test_empty_cells_and_words_are_no_figures(news):
    found = news(table("Område | 2021 | 2022 | 2023", "Ledere | - | ukendt | 412", "Børn | | ca. | 40"))
    assert cells(found) == [(412, "count", "Ledere", "2023"), (40, "count", "Børn", "2023")]


COLUMNS = "2021 2022 2023\n\nLedere 412 430 441\n\nUdgifter (mio. kr.) 18,4 24,1 30"


def test_columns_parted_by_spaces_are_a_table(news):
    assert cells(news(COLUMNS)) == [
        (412, "count", "Ledere", "2021"),
        (430, "count", "Ledere", "2022"),
        (441, "count", "Ledere", "2023"),
        (18.4e6, "DKK", "Udgifter", "2021"),
        (24.1e6, "DKK", "Udgifter", "2022"),
        (30e6, "DKK", "Udgifter", "2023"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        COLUMNS.replace("2021 2022 2023\n\n", ""),
        "2021 2022\n\nLedere 412 430 441",
        "Vi ses i 2021 2022 2023\n\nStue 412 430",
    ],
)
def test_without_a_year_for_each_column_words_and_numbers_are_no_table(news, body):
    assert [row for row in news(body).kpis if row["rule"] == "kpi.table"] == []


PHONES = table("Navn | Telefon | Lokale", "Tove Vestbirk | 21334455 | 12", "Bjarke Rask | 55443322 | 14")


@pytest.mark.parametrize(
    "body",
    [
        table("Tid | Punkt", "9.15 | Velkomst", "9.30 | Kaffe"),
        table("Navn | Født", "Tove Vestbirk | 1961", "Bjarke Rask | 1970"),
        unsupported(PHONES, reason="kpis/tables.py: columns of telephones and rooms hold no figures"),
        unsupported(
            table("Punkt | Side", "Forord | 3", "Ledelse i plejen | 14"),
            reason="kpis/tables.py: a table of contents holds no figures",
        ),
    ],
)
def test_tables_of_times_births_telephones_and_pages_hold_no_figures(news, body):
    assert news(body).kpis == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        unsupported(
            table("År | Ledere | Ansatte", "2021 | 412 | 8.100"),
            [(412, "Ledere", "2021"), (8100, "Ansatte", "2021")],
            reason="kpis/tables.py: where the rows are years, the columns say what is counted; the year is published as subject",
        ),
        unsupported(
            table("Kommune | Ledere | Ansatte", "Skive Kommune | 140 | 3.000"),
            [(140, "Ledere", None), (3000, "Ansatte", None)],
            reason="kpis/tables.py: where the rows are organisations, the columns say what is counted",
        ),
    ],
)
def test_a_table_may_be_turned(news, body, expected):
    assert [(row["value"], row["subject"], row["period"]) for row in news(body).kpis] == expected


@pytest.mark.xfail(strict=True, reason="kpis/reading.py: a cell's owner is never read from its row's label")
def test_a_row_of_an_organisation_holds_its_figures(news):
    found = news(table("Kommune | Sygefravær (pct.)", "Struer Kommune | 5,1", "Skive Kommune | 4,8"))
    assert [row["organisation"] for row in found.kpis] == ["Struer Kommune", "Skive Kommune"]


def test_an_article_about_one_municipality_gives_its_tables_to_it(read):
    text = f"Flere ledere i Skive Kommune\n\n4. maj 2023\n\nSkive Kommune har talt.\n\n{table('Område | 2021', 'Ledere | 41')}"
    assert [row["organisation"] for row in read(text).kpis] == ["Skive Kommune"]


def test_columns_of_goals_and_of_the_future_hold_targets(news):
    found = news(table("Område | 2021 | Mål 2022 | 2030", "Sygefravær (pct.) | 6 | 5 | 4"))
    assert [(row["kind"], row["period"]) for row in found.kpis] == [
        ("measured", "2021"),
        ("target", "2022"),
        ("target", "2030"),
    ]


@pytest.mark.xfail(
    strict=True, reason="kpis/reading.py: a cell is measured or a target; budgets in headings are not read"
)
def test_columns_of_budgets_hold_what_is_planned(news):
    found = news(table("Område | Regnskab 2021 | Budget 2022", "Ældre (mio. kr.) | 40 | 44"))
    assert [row["kind"] for row in found.kpis] == ["measured", "planned"]


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("Region Sjælland brugte 412 mio. kr. på vikarer i 2022 mod 298 mio. kr. i 2019.", ["2022", "2019"]),
        ("Andelen er 41 pct. i 2022 (38 pct. i 2019).", ["2022", "2019"]),
        ("Ved udgangen af 2022 havde kommunen 1.450 ansatte.", ["2022"]),
        ("Siden 2018 har 400 ledere fået kurser.", ["2018"]),
        ("Kommunen har i dag 1.450 ansatte.", [None]),
        ("Skolen blev bygget i 1912, og den har 400 elever.", [None]),
        ("I 2019 var sygefraværet 4,8 pct. og i 2023 6,1 pct.", ["2019", "2023"]),
        ("I 2020 havde Skive Kommune 190 ledere og i 2022 210 ledere.", ["2020", "2022"]),
        ("I 2022 brugte byen 14 mio. kr. på vikarer, og i 2021 var det 9 mio. kr.", ["2022", "2021"]),
        ("Der var i 2012 1.200 ledere.", ["2012"]),
        ("I alt 41 pct. (2019: 38 pct.) er glade.", [None, "2019"]),
        ("I november 2021 var 12 pct. af borgerne syge.", ["2021"]),
        ("Pr. 1. januar 2024 havde kommunen 1.450 ansatte.", ["2024"]),
        ("I skoleåret 2021/22 havde skolerne 4.500 elever.", ["2021/22"]),
        ("Budgettet for 2024 er på 14 mio. kr.", ["2024"]),
    ],
)
def test_the_year_that_each_figure_is_for(news, sentence, periods):
    assert [None if row["period"] is None else row["period"][:7] for row in news(sentence).kpis] == periods


@pytest.mark.parametrize(
    ("sentence", "organisations"),
    [
        ("Region Sjælland brugte 412 mio. kr. på vikarer.", ["Region Sjælland"]),
        ("Tallene fra Danmarks Statistik viser, at Hjørring Kommune har 64.000 indbyggere.", ["Hjørring Kommune"]),
        ("I Hjørring Kommune er andelen 12 pct. I Skive Kommune er den 15 pct.", ["Hjørring Kommune", "Skive Kommune"]),
        ("Odense Kommune får 120 mio. kr. fra staten.", ["Odense Kommune"]),
        ("KL vurderer, at 40 af landets kommuner må spare.", [None]),
        ("Formanden for FOA siger, at 8 ud af 10 medarbejdere er pressede.", [None]),
        unsupported(
            "Sygefraværet er 5,1 pct. i Hjørring Kommune og 4,2 pct. i Skive Kommune.",
            ["Hjørring Kommune", "Skive Kommune"],
            reason="kpis/context.py: of two in a clause the first is taken, not the one behind each figure",
        ),
        unsupported(
            "Sygefraværet i Skive Kommune er 5,1 pct., mens landsgennemsnittet er 4,7 pct.",
            ["Skive Kommune", None],
            reason="kpis/context.py: an average of the country is given to the municipality beside it",
        ),
        ("Rigsrevisionen kritiserer, at Skatteforvaltningen har 310.000 ubehandlede sager.", ["Skatteforvaltningen"]),
        unsupported(
            "Ledernes arbejdsuge er på 47 timer.",
            [None],
            reason="danish/organisations.py: the leaders in the genitive are read as the union Lederne",
        ),
        unsupported(
            "Politiet har 11.000 betjente.",
            ["Politiet"],
            reason="kpis/context.py: bodies without a name of their own (`Politiet`) own nothing",
        ),
    ],
)
def test_whose_figure_it_is(news, sentence, organisations):
    assert [row["organisation"] for row in news(sentence).kpis] == organisations


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Målet er 95 pct., men i dag når kun 71 pct. af borgerne frem.", ["target", "measured"]),
        ("Der var budgetteret med 18 mio. kr., men byggeriet kostede 26 mio. kr.", ["planned", "measured"]),
        ("Regeringen vil bruge 2 mia. kr. på velfærd.", ["planned"]),
        ("Kommunen skal spare 35 mio. kr. næste år.", ["planned"]),
        ("90 pct. af borgerne skal være tilfredse.", ["target"]),
        ("Regeringen foreslår at fjerne 1.000 stillinger.", ["planned"]),
        ("Regeringen har afskaffet 1.000 regler.", ["measured"]),
        unsupported(
            "Regeringen vil afskaffe 1.000 regler.",
            ["planned"],
            reason="kpis/judging.py: `vil` with an infinitive that is not in figure_cues.tsv",
        ),
        unsupported(
            "Kommunen vil have 50 nye lærlinge næste år.",
            ["planned"],
            reason="kpis/judging.py: `vil have N` is not read as planned or a goal",
        ),
        ("Byrådet vil have sygefraværet ned på 4,5 pct.", ["target"]),
        ("I dag er 62 pct. af lederne tilfredse. I 2028 skal tallet være 75 pct.", ["measured", "target"]),
        ("Der skal ansættes 50 nye lærlinge i 2024.", ["planned"]),
        ("Der er afsat 14,5 mio. kr. i 2026 og 18 mio. kr. i 2027.", ["planned", "planned"]),
        ("Partierne vil bruge 3,2 mia. kr. på sundhed frem mod 2030.", ["planned"]),
        ("Partierne er enige om at bruge 3,2 mia. kr. på sundhed frem mod 2030.", ["planned"]),
        ("Region Syddanmark har nået målet om 90 pct. grønne busser.", ["measured"]),
        ("KL vurderer, at 40 kommuner må spare.", ["measured"]),
        unsupported(
            "Kommunen havde regnet med et underskud på 12 mio. kr., men det blev på 31 mio. kr.",
            ["planned", "measured"],
            reason="lexicons/figure_cues.tsv: `regnet med` is missing",
        ),
    ],
)
def test_measured_target_or_planned(news, sentence, kinds):
    assert [row["kind"] for row in news(sentence).kpis] == kinds


@pytest.mark.parametrize(
    ("sentence", "text", "subject"),
    [
        (
            "Andelen af kvinder blandt lederne er 54 pct.",
            "Andelen af kvinder blandt lederne er 54 pct.",
            "Andelen af kvinder blandt lederne",
        ),
        (
            "41 pct. af social- og sundhedsassistenterne svarer ja.",
            "41 pct. af social- og sundhedsassistenterne",
            "social- og sundhedsassistenterne",
        ),
        ("Staten giver byen 120 mio. kr. til sporvogne.", "120 mio. kr. til sporvogne", "sporvogne"),
        ("Kommunen vil reducere udledningen med 70 pct.", "udledningen med 70 pct.", "udledningen"),
        ("De ansatte bruger 11 timer om ugen på møder.", "11 timer om ugen på møder", "møder"),
        unsupported(
            "Hver femte i den arbejdsdygtige alder står uden job.",
            "Hver femte i den arbejdsdygtige alder",
            "den arbejdsdygtige alder",
            reason="kpis/phrases.py: behind `hver femte` the preposition stays in the subject",
        ),
        ("Der er 105 for tidlige dødsfald om året.", "105 for tidlige dødsfald", "for tidlige dødsfald"),
        ("Loftet er på 30 elever pr. klasse.", "30 elever", "elever"),
        unsupported(
            "Siden 2018 har 400 ledere taget uddannelsen.",
            "400 ledere",
            "ledere",
            reason="kpis/phrases.py: a participle behind the noun is read into the phrase",
        ),
        unsupported(
            "Byen får 50 nye lærlinge næste år.",
            "50 nye lærlinge",
            "nye lærlinge",
            reason="kpis/phrases.py: `næste år` is read into the phrase",
        ),
        unsupported(
            "Hver tredje dansker spiser is om sommeren.",
            "Hver tredje dansker",
            "dansker",
            reason="kpis/phrases.py: a verb that is in neither lexicon (`spiser`) is read into the phrase",
        ),
        ("Antallet af klager er steget med 40 pct.", "Antallet af klager er steget med 40 pct.", "Antallet af klager"),
        unsupported(
            "Mellem 2015 og 2020 steg antallet af ledere med 12 pct.",
            "antallet af ledere med 12 pct.",
            "antallet af ledere",
            reason="kpis/phrases.py: the subject is `2020`",
        ),
        ("Der er afsat 14,5 mio. kr. i budgettet.", "14,5 mio. kr.", None),
        ("Der var budgetteret med 18 mio. kr. i alt.", "18 mio. kr.", None),
        unsupported(
            "Vi er gået fra 14 til 9 ledere.",
            "14",
            "ledere",
            reason="kpis/phrases.py: the participle `gået` is published as subject",
        ),
        unsupported(
            "Den gennemsnitlige ventetid er 12 uger.",
            "Den gennemsnitlige ventetid er 12 uger",
            "Den gennemsnitlige ventetid",
            reason="kpis/phrases.py: a clause that opens with `den` has no subject (`_opens_otherwise` holds all stops)",
        ),
        unsupported(
            "Huset er fra 1912 og er på 2.400 kvm.",
            "2.400 kvm.",
            None,
            reason="kpis/phrases.py: the verb `er` is published as subject",
        ),
        ("Sygefravær i plejen: 5,1 pct.", "Sygefravær i plejen: 5,1 pct.", "Sygefravær i plejen"),
        unsupported(
            "Skatten sættes ned med 0,3 procentpoint.",
            "Skatten sættes ned med 0,3 procentpoint",
            "Skatten",
            reason="kpis/phrases.py: an s-passive is no finite verb of the lexicon",
        ),
    ],
)
def test_span_and_subject(news, sentence, text, subject):
    row = news(sentence).kpis[0]
    assert (row["text"].removesuffix("."), row["subject"]) == (text.removesuffix("."), subject)


def test_the_dash_of_a_reply_does_not_belong_to_the_figure(news):
    replies = (
        "-Sygefraværet er faldet til 5,1 pct., siger direktør Ida Holm.\n-Vi har brugt 12 mio. kr. på det, siger hun."
    )
    found = news(replies)
    assert [(row["text"], row["subject"]) for row in found.kpis] == [
        ("Sygefraværet er faldet til 5,1 pct.", "Sygefraværet"),
        ("Vi har brugt 12 mio. kr.", "Vi"),
    ]
    assert [row["quote_id"] for row in found.kpis] == [row["quote_id"] for row in found.quotes]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        unsupported(
            "Der er 3.400 færre elever i folkeskolen end i 2015.",
            3400,
            reason="kpis/judging.py: `færre X` behind a figure is no noun phrase, so that the figure is lost",
        ),
        ("Byen har fået 120 flere ledere.", 120),
        unsupported(
            "Andel tilfredse: 87 %",
            87,
            reason="kpis/reading.py: a line of a label and a figure is read as a heading, and headings of the press are skipped",
        ),
    ],
)
def test_figures_that_are_easily_missed(news, sentence, value):
    assert [row["value"] for row in news(sentence).kpis] == [value]


LINES = "Sygefravær pr. ansat:\n\n- Skoler: 11,0 dage\n- Ældre: 14,2 dage\n- Rådhuset: 6,5 dage"


def test_lines_of_a_label_and_a_time_are_figures(news):
    assert [(row["value"], row["unit"]) for row in news(LINES).kpis] == [(11, "days"), (14.2, "days"), (6.5, "days")]


def test_the_label_of_a_line_is_its_subject(news):
    assert [row["subject"] for row in news(LINES).kpis] == ["Skoler", "Ældre", "Rådhuset"]


OPENINGS = ["I 2021 ", "Sidste år ", "Ifølge KL ", "I Skive Kommune ", "Derfor ", "Hos os "]
VERBS = ["har vi haft", "brugte byen", "er der brug for", "bør staten betale", "skal kommunerne spare", "manglede"]
AMOUNTS = [
    "12 pct. af lederne",
    "40 mio. kr. til veje",
    "3-4 timer om ugen",
    "ni af kommunens 16 skoler",
    "godt 700 ansatte (heraf 80 vikarer)",
    "fra 61 i 2022 til 117 i 2023",
    "hver tredje leder i alderen 30-40 år",
    "½ mia. kr. og 12 millioner til en kaj",
    "5,1 pct. mod 4,8",
    "en fjerdedel – og syv af dem",
]
ADVICE = [
    "Giv lederne tid, kære byråd!",
    "Mit råd: Drop skemaerne.",
    "Vi foreslår, at staten\n\n- dropper 12 skemaer\n- giver 40 mio. kr.",
    "”Lad os droppe 20 pct. af skemaerne,” siger Bodil Kjærbo.",
    "- De bør holde færre møder, lyder det fra KL.",
    "Tre råd til ledere\n\n1. Gå en tur.\n2. Brug 10 minutter på hvert skema.",
    "| Område (mio. kr.) | 2021 | Mål 2024 |\n|---|---|---|\n| Ældre | 12,5 | 9 |",
    "2021 2022\n\nLedere 412 430",
    "Sygefravær: 5,1 pct.",
]
SENTENCES = st.one_of(
    st.builds(
        "{}{} {}{}".format,
        st.sampled_from(["", *OPENINGS]),
        st.sampled_from(VERBS),
        st.sampled_from(AMOUNTS),
        st.sampled_from([".", "!", "?", ", og tallet er nu 9.", ".  ", " i 2019, siger hun.", ""]),
    ),
    st.sampled_from(ADVICE),
)
TEXTS = st.lists(st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=6).map("\n\n".join)


@given(
    TEXTS,
    st.sampled_from(
        ["Nye planer i Skive Kommune\n\n4. maj 2023\n\n", "Debat: Ro i plejen\n\nAf Tove Vestbirk\n\n", ""]
    ),
)
@settings(max_examples=120, deadline=None)
def test_rows_stand_where_they_say(read, text, head):
    found = read(head + text)
    for row in [*found.recommendations, *found.kpis]:
        assert found.article.clean_text[row["char_start"] : row["char_end"]] == row["text"] != ""
        assert row["text"] == row["text"].strip()
    for row in found.kpis:
        assert row["value_as_written"] in row["sentence"] and row["value_as_written"] in row["text"]
        assert row["value_high"] is None or row["value_high"] >= row["value"]
        assert row["subject"] is None or row["subject"].strip() == row["subject"] != ""
    for row in found.recommendations:
        assert row["addressee"] is None or row["addressee"].strip() == row["addressee"] != ""
