"""What kind of text an article is: one small document of each kind, and what must not change the verdict."""

import pytest
from plain_text import read_blocks, zone_kinds

from pejlemaerker.corpus.kinds import kind_of
from schemas.documents import KINDS

NEWS = """Skoleledere får ro til arbejdet

12. maj 2024

Af Ditte Kragelund

Skolelederne i Sandvig Kommune har fået lov til at lægge deres egen uge, og det har givet ro på gangene.

”Jeg har fået min egen kalender tilbage,” siger Asger Dalsgaard, der er skoleleder på Klitskolen.

Ordningen blev vedtaget i foråret efter et halvt års forsøg på de tre største skoler i kommunen.

Nu skal den prøves af på alle skoler, og derefter skal byrådet tage stilling til, om den skal blive."""

PRESS = """Pressemeddelelse

Skoleledere skal have ro

Foreningen Ro på Skolen vil have færre møder for landets skoleledere og kommer nu med fem forslag.

”Det er på tide,” siger formand for foreningen Asger Dalsgaard.

Forslagene bliver sendt til alle landets borgmestre inden sommerferien og drøftet på et møde til efteråret.

Kontakt

Asta Mosegaard
Telefon: 21 33 44 55"""

OPINION = """DEBAT

Skoleleder: Giv os ro til at lede

Af Ditte Kragelund
Skoleleder på Klitskolen i Sandvig Kommune

Jeg har været skoleleder i tolv år, og jeg har aldrig haft så mange møder som i det år, der er gået.

Når jeg spørger mine lærere, hvad de mangler, så siger de, at de mangler mig, og det forstår jeg godt.

Derfor foreslår jeg, at vi i kommunen holder en uge om måneden helt fri for møder af enhver art."""

BLOG = OPINION.replace("DEBAT", "Skolebloggen").replace("Skoleleder: Giv", "Giv")

SLIDES = """# Ro på skolen

**Oplæg ved skoleleder Ditte Kragelund**

## Agenda

- Hvor kom vi fra?
- Hvad gjorde vi?
- Hvad nu?

## Hvor kom vi fra?

- 14 møder om ugen
- 40 planer
 - 12 uden ejer

## Hvad gjorde vi?

- Fri for møder i en uge
- Planer skrottet

## Tak for i dag"""

REPORT = """Rapport: Ro på skolen

Evaluering af et forsøg i Sandvig Kommune

Resumé

Forsøget har vist, at skoleledere med færre møder bruger mere tid i klasserne og sammen med lærerne.

Baggrund

Sandvig Kommune besluttede i foråret at give tre skoler lov til at holde en uge fri for møder om måneden.

Metode

Undersøgelsen bygger på samtaler med tolv ledere og på svar fra to hundrede lærere på de tre skoler.

Hovedkonklusioner

Tiden i klasserne er vokset med en fjerdedel, og sygefraværet er faldet på to af de tre skoler."""

INTERVIEW = """Skolelederen, der sagde nej

Vi har mødt skoleleder Ditte Kragelund fra Klitskolen til en samtale om møder og om at turde sige fra.

Hvorfor sagde du nej til møderne?

Fordi de tog tiden fra det, som en skole er sat i verden for, og fordi ingen kunne huske, hvad de handlede om.

Hvad sagde forvaltningen til det?

De tog det pænt. Jeg tror, at de selv havde tænkt tanken, men at ingen havde turdet sige den højt.

Er der noget, du har fortrudt i dag?

Nej. Eller jo, at jeg ikke gjorde det noget før, for så havde vi haft to gode år mere på skolen."""

DOCUMENTS = {
    "news": NEWS,
    "press_release": PRESS,
    "opinion": OPINION,
    "blog": BLOG,
    "slides": SLIDES,
    "report": REPORT,
    "interview": INTERVIEW,
}


def kind(text: str) -> str:
    blocks = read_blocks(text)
    return kind_of(blocks, zone_kinds(blocks))


@pytest.mark.parametrize("expected", DOCUMENTS)
def test_each_kind_is_told(expected: str) -> None:
    assert kind(DOCUMENTS[expected]) == expected


@pytest.mark.parametrize("expected", DOCUMENTS)
def test_a_menu_and_share_links_change_no_kind(expected: str) -> None:
    around = f"Forside\n\nLog ind\n\n{DOCUMENTS[expected]}\n\nDel artiklen\n\nFacebook\n\nAnnonce"
    assert kind(around) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Lederen af forsøget er ikke i tvivl om, at det skal gå videre til alle skoler i hele kommunen.",
        "Debatten om møder har kørt i mange år, og den er ikke slut endnu, siger flere i kommunens skoler.",
        "En ny rapport viser, at lærerne er glade, og en evaluering kommer til efteråret, siger forvaltningen.",
        "En blog om forsøget har fået mange læsere, og pressen har vist stor interesse for de tre skoler.",
    ],
)
def test_words_in_the_text_do_not_make_the_kind(line: str) -> None:
    assert kind(f"{NEWS}\n\n{line}") == "news"


def test_the_first_person_inside_quotes_is_not_the_author() -> None:
    quote = "”Jeg synes, at jeg har fået min tid tilbage, og det er jeg glad for,” siger Asger Dalsgaard."
    assert kind(f"{NEWS}\n\n{quote}\n\n{quote}") == "news"


def test_a_list_of_advice_makes_no_slides() -> None:
    assert kind(f"{NEWS}\n\nRådene er:\n\n- Hold fri\n- Sig nej\n- Spørg\n- Lyt") == "news"


def test_a_headline_with_leder_and_colon_is_no_editorial() -> None:
    assert kind(NEWS.replace("Skoleledere får ro til arbejdet", "Skoleleder: Nu har jeg ro")) == "news"


@pytest.mark.parametrize("text", ["", "Ledelse", "- et\n- to", "Annonce"])
def test_small_texts_have_a_kind_too(text: str) -> None:
    assert kind(text) in KINDS
