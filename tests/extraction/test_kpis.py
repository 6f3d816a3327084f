"""Figures: value, unit, subject, whose, when and what kind; and the numbers that measure nothing."""

import pytest


def unsupported(*values, reason: str):
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    ("sentence", "span", "value", "unit", "comparator", "subject"),
    [
        ("Kommunen har 700 ansatte i plejen.", "700 ansatte", 700, "count", "=", "ansatte"),
        (
            "Godt 310.000 lokalt ansatte får løn.",
            "Godt 310.000 lokalt ansatte",
            310_000,
            "count",
            "~",
            "lokalt ansatte",
        ),
        ("28 pct. af lederne når ud i plejen.", "28 pct. af lederne", 28, "percent", "=", "lederne"),
        ("Færre end 10 pct. af cheferne er mænd.", "Færre end 10 pct. af cheferne", 10, "percent", "<", "cheferne"),
        ("To ud af tre ledere har svaret.", "To ud af tre ledere", 66.7, "percent", "=", "ledere"),
        ("Hver tredje leder overvejer at sige op.", "Hver tredje leder", 33.3, "percent", "=", "leder"),
        ("En fjerdedel af de ansatte er glade.", "En fjerdedel af de ansatte", 25, "percent", "=", "de ansatte"),
        ("Over halvdelen af borgerne er tilfredse.", "Over halvdelen af borgerne", 50, "percent", ">", "borgerne"),
        ("75 af de 98 kommuner har svaret.", "75 af de 98 kommuner", 75, "count", "=", "kommuner"),
        ("Op mod 300 borgere kom til mødet.", "Op mod 300 borgere", 300, "count", "<=", "borgere"),
        ("Det kostede 3 mia. kr. at bygge huset.", "3 mia. kr.", 3e9, "DKK", "=", None),
        ("Ventetiden er i gennemsnit 14 dage.", "Ventetiden er i gennemsnit 14 dage", 14, "days", "=", "Ventetiden"),
        ("Tilfredsheden ligger på 87 pct.", "Tilfredsheden ligger på 87 pct.", 87, "percent", "=", "Tilfredsheden"),
        (
            "Andelen af tilfredse borgere steg med 11 procentpoint.",
            "Andelen af tilfredse borgere steg med 11 procentpoint",
            11,
            "percentage_points",
            "=",
            "Andelen af tilfredse borgere",
        ),
        ("Der var 5.000 kr. i kassen.", "5.000 kr.", 5000, "DKK", "=", None),
        ("Der er 3,5 sygeplejersker pr. 1.000 indbyggere.", "3,5 sygeplejersker", 3.5, "count", "=", "sygeplejersker"),
        ("Halvanden million danskere bor på landet.", "Halvanden million danskere", 1.5e6, "count", "=", "danskere"),
        ("I år er 12 pct. af børnene flyttet.", "12 pct. af børnene", 12, "percent", "=", "børnene"),
    ],
)
def test_value_unit_and_subject(news, sentence, span, value, unit, comparator, subject):
    (row,) = news(sentence).kpis
    assert (row["text"], row["value"], row["unit"]) == (span, value, unit)
    assert (row["comparator"], row["subject"], row["sentence"]) == (comparator, subject, sentence)
    assert row["value_as_written"] in row["text"] and row["kind"] == "measured"


def test_a_range_has_two_bounds(news):
    (row,) = news("Det koster mellem 5 og 7 mio. kr. om året.").kpis
    assert (row["value"], row["value_high"], row["unit"]) == (5e6, 7e6, "DKK")
    (row,) = news("De ansatte bruger 14-16 timer om ugen på skemaer.").kpis
    assert (row["value"], row["value_high"], row["unit"]) == (14, 16, "hours")


def test_a_change_gives_both_figures(news):
    rows = news("Sygefraværet faldt fra 9,4 til 6,1 pct. på et år.").kpis
    assert [(row["value"], row["unit"], row["subject"]) for row in rows] == [
        (9.4, "percent", "Sygefraværet"),
        (6.1, "percent", "Sygefraværet"),
    ]


def test_two_figures_in_a_sentence_count_each_their_own(news):
    rows = news("Kommunen har 12 skoler med tilsammen 4.500 elever.").kpis
    assert [(row["value"], row["subject"]) for row in rows] == [(12, "skoler"), (4500, "elever")]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Målet er, at mindst 80 pct. af borgerne er tilfredse i 2030.", "target"),
        ("Ambitionen er at frigøre 40 årsværk i 2026.", "target"),
        ("Kommunen vil reducere udledningen med 70 pct. inden 2030.", "target"),
        ("Byrådet har afsat 6,5 mio. kr. til kurser i 2025.", "planned"),
        ("Budgettet er på 214 mio. kr. om året.", "planned"),
        ("Af pengene skal 200 mio. kr. bruges på skoler.", "planned"),
        ("Regeringen vil i en periode indføre et fradrag på 30.000 kr.", "planned"),
        ("Ministeren foreslår at etablere 15 plejecentre i regionerne.", "planned"),
        ("Etabler 15 plejecentre i regionerne.", "planned"),
        ("At etablere 15 plejecentre i regionerne.", "planned"),
        ("Byen skal beboes af 35.000 borgere.", "planned"),
        ("120 sygeplejersker skal fra næste år passe patienterne.", "planned"),
        ("Regionen har 450 sengepladser under opførelse.", "planned"),
        ("Der er reserveret 12,7 mio. kr. til veje.", "planned"),
        ("20 millioner kr. til skolernes ledere.", "planned"),
        ("Danmark skal reducere udledningen med 70 pct.", "target"),
        ("Ingen leder bør have mere end 40 medarbejdere.", "target"),
        ("Det er svært at nå de 70 pct.", "target"),
        ("Fem kommuner har aftalt at begrænse sygefraværet til 4 pct.", "target"),
        ("Skolen kostede 214 mio. kr. at bygge.", "measured"),
        ("Regeringen har over tre år sparet 1,2 mia. kr. på miljøet.", "measured"),
        ("Eleverne skal i dag gå i skole 35 timer om ugen.", "measured"),
        ("De 24 ansatte skal vælge en leder blandt sig selv.", "measured"),
        ("Beregninger viser, at der vil være en vækst i trafikken på 91 pct.", "measured"),
        ("Kommunerne brugte 11 timer om ugen på at booke møder.", "measured"),
        ("KL vurderer, at 40 kommuner må spare.", "measured"),
        ("I 2021 var 12 pct. af børnene syge.", "measured"),
    ],
)
def test_measured_target_or_planned(news, sentence, kind):
    assert [row["kind"] for row in news(sentence).kpis] == [kind]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("I 2021 var 12 pct. af børnene syge.", "2021"),
        ("Byrådet har afsat 6,5 mio. kr. til kurser i 2025.", "2025"),
        ("Målet er, at mindst 80 pct. af borgerne er tilfredse i 2030.", "2030"),
        ("Kommunen har 700 ansatte i plejen.", None),
    ],
)
def test_the_year_a_figure_is_for(news, sentence, period):
    assert [row["period"] for row in news(sentence).kpis] == [period]


@pytest.mark.parametrize(
    ("body", "organisations"),
    [
        ("I Struer Kommune er 12 pct. af børnene syge.", ["Struer Kommune"]),
        ("Knap 500 medarbejdere er ansat i Struer Kommune.", ["Struer Kommune"]),
        ("Struer Kommune har 40 plejehjem. Her arbejder 900 medarbejdere.", ["Struer Kommune"] * 2),
        ("Ifølge Danmarks Statistik er 12 pct. af børnene syge.", [None]),
        ("Kommunen har 700 ansatte i plejen.", [None]),
        (
            "Region Midtjylland har 30.000 ansatte, mens Struer Kommune har 1.500 ansatte.",
            ["Region Midtjylland", "Struer Kommune"],
        ),
        ("Lederne bruger 14 timer om ugen på skemaer.", [None]),
    ],
)
def test_whose_figure_it_is(news, body, organisations):
    assert [row["organisation"] for row in news(body).kpis] == organisations


def test_a_figure_in_a_quote_points_to_it(news):
    found = news("”Vi har ansat 40 nye hjælpere,” siger rektor Tove Vestbirk.")
    (row,), (quote,) = found.kpis, found.quotes
    assert (row["quote_id"], row["subject"]) == (quote["quote_id"], "nye hjælpere")


@pytest.mark.parametrize(
    "sentence",
    [
        "Tove Vestbirk er 52 år.",
        "Mødet er den 4. maj 2023 kl. 14.30.",
        "Ring på 21 33 44 55.",
        "Der er fire temaer på mødet.",
        "Vi har seks råd til ledere.",
        "Tilbuddet gælder borgere over 18 år.",
        "Hjælpen gives efter § 83.",
        "Byrådet vedtog forslaget med stemmerne 19 mod 2.",
        "Holdet vandt 3-1 i søndags.",
        "Det er den 3. gang i år.",
        "De boede på Havnegade 14.",
        "Kapitel 12 handler om penge.",
        "Han fik 300 stemmer ved valget.",
        "Avisen kom i 1987 med nummer 12.",
    ],
)
def test_dates_ages_votes_addresses_and_counts_of_points_measure_nothing(news, sentence):
    assert news(sentence).kpis == []


TABLE = "| Mål | 2024 | 2028 |\n|---|---|---|\n| Tilfredse borgere | 61 % | 80 % |"


def test_cells_of_a_table_are_figures(news):
    assert [(row["value"], row["unit"]) for row in news(TABLE).kpis] == [(61, "percent"), (80, "percent")]


def test_cells_of_a_table_have_the_subject_of_their_row_and_the_year_of_their_column(news):
    assert [(row["subject"], row["period"]) for row in news(TABLE).kpis] == [
        ("Tilfredse borgere", "2024"),
        ("Tilfredse borgere", "2028"),
    ]


def test_a_table_without_headings_gives_no_period(news):
    text = TABLE.replace("2024", "61 %").replace("2028", "80 %")
    assert {row["period"] for row in news(text).kpis} <= {None}


def test_a_column_of_the_future_and_one_of_goals_hold_targets(news):
    past = TABLE.replace("2024", "2020")
    assert [row["kind"] for row in news(past).kpis] == ["measured", "target"]
