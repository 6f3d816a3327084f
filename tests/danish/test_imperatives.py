"""Imperatives that advice opens with, the nouns and asides that look like them, and their present tense."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.danish.imperatives import is_present, opens_imperatively
from pejlemaerker.danish.lexicon import words


def unsupported(*values, reason: str):
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    "text",
    [
        "Giv lederne tid til at lede.",
        "giv lederne tid til at lede",
        "Og giv dem så tid.",
        "Men drop skemaerne.",
        "Derfor: Skab ro i huset.",
        "For det første: Drop skemaerne.",
        "For det tredje, hold færre møder.",
        "Brug vikarer med omtanke.",
        "Tal pænt om naboen.",
        "Lad lederne lede.",
        "Se at komme i gang.",
        "Få ro på huset.",
        "Bliv ved med at lytte.",
        "Kom ud af kontoret.",
        "Tag hånd om de nye.",
        "Tænk på de ansatte.",
        "Giv det ikke op.",
        "Åbn dørene for de pårørende.",
        unsupported(
            "Få styr på økonomien.", reason="imperatives.py: `få styr` ends in r, as the nouns behind `få` (few) do"
        ),
        unsupported("Få flere ledere i arbejde.", reason="imperatives.py: `få flere …` is taken for the number few"),
        "Tro på de unge.",
        unsupported(
            "Frisæt skolerne.", reason="lexicons/imperatives.tsv: frisæt, gentænk, genbesøg, udnævn, nytænk are missing"
        ),
        unsupported("Gentænk ledelsen.", reason="lexicons/imperatives.tsv: verbs with gen- are missing"),
    ],
)
def test_advice_opens_in_the_imperative(text):
    assert opens_imperatively(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Giv",
        "Ledelse kræver tid.",
        "Givet er det, at lederne mangler tid.",
        "Støtten er god.",
        "Valget er frit.",
        "Brug af vikarer koster.",
        "Skift af leder tager tid.",
        "Krav om skemaer er forkert.",
        "Få ledere har tid.",
        "Få kommuner kan være med.",
        "Få af dem har tid.",
        "Går man en tur, bliver det godt.",
        "Er du leder?",
        "Svar på høringen kom i går.",
        "Hjælp til de gamle er vigtig.",
        "Tal fra ministeriet viser, at det går godt.",
        "Test viser, at det går godt.",
        "Pas er blevet dyrere.",
        "Hold 3 er på tur.",
        "Red Barnet har hjulpet.",
        "Gør man det, går det galt.",
        "Tør vi sige nej?",
    ],
)
def test_nouns_conditions_and_questions_open_otherwise(text):
    assert not opens_imperatively(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lad mig sige det lige ud.",
        "Lad det være sagt med det samme.",
        "Se også side 4.",
        "Se bare på Struer.",
        "Læs mere her.",
        "Tag nu plejehjemmet ved havnen.",
        "Tag skolen i Lemvig som et eksempel.",
        "Bliv medlem af foreningen.",
        "Skriv dig op til brevet.",
        "Hør nu her.",
        "Tro mig, det går galt.",
        "Forestil dig en dag uden skemaer.",
        "Kom det bag på nogen?",
        "Tænk, at det skulle gå så galt.",
        "Hold da op, hvor er vi trætte.",
        "Vær så god at tage plads.",
    ],
)
def test_what_is_said_to_the_reader_on_the_way_asks_for_nothing(text):
    assert not opens_imperatively(text)


@pytest.mark.parametrize(
    "word",
    [
        "afsætter",
        "giver",
        "går",
        "dropper",
        "sikrer",
        "prioriterer",
        "svarer",
        unsupported("gør", reason="imperatives.py: gør is its own present tense; taking -r away leaves no imperative"),
    ],
)
def test_the_present_of_a_verb_that_advises(word):
    assert is_present(word)


@pytest.mark.parametrize(
    "word", ["ledere", "timer", "år", "borger", "elever", "penge", "her", "kommuner", "r", "er", ""]
)
def test_other_words_in_r_are_no_present(word):
    assert not is_present(word)


@given(st.sampled_from(sorted(words("imperatives") - {"få", "læs", "vent", "tro", "kom", "lad", "se"})))
def test_every_verb_of_the_lexicon_opens_advice_in_any_dress(verb):
    for text in (f"{verb} dem fri", f"{verb.capitalize()} dem fri", f"Og {verb} dem fri", f"Så {verb}, kære venner"):
        assert opens_imperatively(text), text
    assert not opens_imperatively(f"{verb.capitalize()} af dem")
    assert not opens_imperatively(f"Vi {verb} dem fri")


@given(st.text(alphabet="abeghiklnorstvæøå ABGLSTÆØ,.:?!\n", max_size=40))
def test_any_text_can_be_asked_about(text):
    assert opens_imperatively(text) in (True, False) and is_present(text) in (True, False)
    if opens_imperatively(text):
        assert any(form in text.lower() for form in words("imperatives"))
