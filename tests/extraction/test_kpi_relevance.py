"""Which figures measure the public sector or society: by the text, by the unit, and by what is counted."""

import pytest

# A long text about a day on the beach; no word in it is of the public sector.
PRIVATE = """En lørdag på stranden

4. maj 2023

Vi stod tidligt op, pakkede madkurven og gik ned til vandet, hvor solen stod lavt over klitterne, og hvor en hund løb rundt med sin pind.

{}

Senere drak vi kaffe af termokanden og så på skyerne, der trak ind over havet, mens min fætter fortalte om sin båd, sit hus i klitterne
og alle de fisk, som han aldrig fik på krogen, fordi han altid kom for sent op om morgenen, og fordi hans madding var gammel."""


def unsupported(*values, reason: str):
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    "sentence",
    [
        "Båden kostede 40.000 kr. at købe.",
        "Firmaet solgte 1.200 cykler sidste år.",
        "Aktien steg med 12 pct. på en dag.",
        "Holdet har 24 spillere.",
        "Der kom 300 gæster til festen.",
        unsupported(
            "| Hold | Kampe | Fisk |\n|---|---|---|\n| Måger | 12 | 31 |\n| Ænder | 12 | 14 |",
            reason="kpis/reading.py: cells of tables are never asked whether they measure society",
        ),
    ],
)
def test_in_a_text_about_other_things_figures_measure_nothing(read, sentence):
    assert read(PRIVATE.format(sentence)).kpis == []


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Kommunen har 700 ansatte i plejen.", 700),
        ("Byrådet har afsat 6,5 mio. kr. til skolerne.", 6.5e6),
        ("Sygefraværet blandt de ansatte i plejen er 5,1 pct.", 5.1),
    ],
)
def test_a_sentence_about_the_public_sector_counts_in_any_text(read, sentence, value):
    assert [row["value"] for row in read(PRIVATE.format(sentence)).kpis] == [value]


def test_a_short_text_is_not_judged_by_its_words(news):
    assert [row["value"] for row in news("Firmaet solgte 1.200 cykler i foråret.").kpis] == [1200]


@pytest.mark.parametrize(
    "sentence",
    [
        "Taget blev dækket med 40 kg sne.",
        "Huset er 42 meter højt.",
        "Broen er 1,2 km lang.",
        "Perronen er 25 meter.",
        "Der er 12 km til det nærmeste hus.",
        "I går var det 24 grader.",
        "Flasken rummer 2 liter.",
    ],
)
def test_lengths_weights_and_degrees_of_things_measure_nothing(news, sentence):
    assert news(sentence).kpis == []


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("Kommunen har 840 km vej.", 840, "km"),
        ("Kommunen har 42 km cykelsti.", 42, "km"),
        ("Afstanden til skolen er i gennemsnit 12 km.", 12, "km"),
    ],
)
def test_the_length_of_what_is_public_is_a_figure(news, sentence, value, unit):
    assert [(row["value"], row["unit"]) for row in news(sentence).kpis] == [(value, unit)]


@pytest.mark.parametrize(
    "sentence",
    [
        "En billet koster 120 kr.",
        "Deltagerprisen er 450 kr. for et måltid.",
        "Et abonnement på bladet koster 300 kr. om året.",
        "Bogen koster kun 249 kr.",
        unsupported(
            "Medlemskontingentet er 450 kr.",
            reason="kpis/judging.py: `_PRICE` wants its words at the start of a word (`\\bkontingent`)",
        ),
        unsupported(
            "Kurset koster 4.500 kr. for medlemmer.",
            reason="kpis/judging.py: the fee of a course is above `_CHEAP` and `kurset koster` is no price word",
        ),
    ],
)
def test_what_one_pays_measures_nothing(news, sentence):
    assert news(sentence).kpis == []


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("En plads i vuggestuen koster 4.150 kr. om måneden.", 4150),
        ("Billetsalget gav teatret 12 mio. kr.", 12e6),
        ("Kommunen bruger 1.100 kr. pr. borger på biblioteker.", 1100),
    ],
)
def test_what_the_public_sector_pays_or_takes_does(news, sentence, value):
    assert [(row["value"], row["unit"]) for row in news(sentence).kpis] == [(value, "DKK")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Han har været leder i 12 år.",
        "De har mødtes i tre år.",
        "Hun har 14 års erfaring som leder.",
        "Hun tog en pause på tre uger.",
        "Vi taltes ved efter tre måneder.",
        "Kurset varer 12 uger.",
        "Fristen er 14 dage.",
        "Der er 24 timer i døgnet.",
    ],
)
def test_how_long_ago_or_how_long_something_runs_is_no_figure(news, sentence):
    assert news(sentence).kpis == []


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("En leder arbejder i gennemsnit 47 timer om ugen.", 47, "hours"),
        ("Telefontiden er 3 timer om dagen.", 3, "hours"),
        ("Borgerne venter 9 måneder på en afgørelse.", 9, "months"),
        ("Ventetiden på en knæoperation er 19 uger.", 19, "weeks"),
        unsupported(
            "Det tager fem måneder at få svar fra kommunen.",
            5,
            "months",
            reason="kpis/judging.py: `det tager X at få svar` is a time of waiting; figure_cues.tsv holds no verb for it",
        ),
        unsupported(
            "Der går typisk 48 dage, før borgeren får svar.",
            48,
            "days",
            reason="kpis/judging.py: `der går X, før` is a time of waiting",
        ),
        unsupported(
            "I Tårnby Kommune tager det 12 dage at få svar.",
            12,
            "days",
            reason="kpis/judging.py: `tager det X at` is a time of waiting",
        ),
    ],
)
def test_times_that_citizens_wait_and_leaders_work_are(news, sentence, value, unit):
    assert [(row["value"], row["unit"]) for row in news(sentence).kpis] == [(value, unit)]


def test_a_time_goes_on_with_the_one_before(news):
    rows = news("Ledere arbejder i gennemsnit 47 timer om ugen. I 2012 var det 41 timer.").kpis
    assert [(row["value"], row["unit"]) for row in rows] == [(47, "hours"), (41, "hours")]
    assert news("Lederen gik en tur. Det var 41 timer siden.").kpis == []


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("Ni af kommunens 16 skoler har fået ny leder.", ["Ni af kommunens 16 skoler", "16 skoler"]),
        ("Kun 12 ud af 98 kommuner har en plan.", ["12 ud af 98 kommuner"]),
        ("Tre skoler har fået ny leder.", []),
        ("Mindst tre skoler har fået ny leder.", ["Mindst tre skoler"]),
        ("Der er 14,5 lærere på skolen.", ["14,5 lærere"]),
    ],
)
def test_parts_of_a_counted_whole_count_however_small(news, sentence, texts):
    found = [row["text"] for row in news(sentence).kpis]
    assert [text.removeprefix("Kun ") for text in found] == texts


@pytest.mark.xfail(strict=True, reason="kpis/judging.py: `ud af N X er M` is a part of a counted whole")
def test_a_part_behind_its_whole_counts(news):
    assert news("Ud af byens fem direktører er tre kvinder.").kpis != []


@pytest.mark.parametrize(
    "sentence",
    [
        "Jeg læste 300 sider på en dag.",
        "Ring 114 eller 33 14 88 88.",
        "CVR-nr. 12345678.",
        "Vi har 14 råd til nye ledere.",
        "Filmen har 40.000 visninger.",
    ],
)
def test_counts_of_pages_clicks_and_numbers_one_calls_are_none(news, sentence):
    assert news(sentence).kpis == []


def test_an_agency_that_an_article_is_about_owns_no_figure_by_that(news):
    told = "Sundhedsstyrelsen holdt møde. Sundhedsstyrelsen er glad.\n\nI alt 38 pct. af børnene i skolen er trætte."
    assert [row["organisation"] for row in news(told).kpis] == [None]
