"""In whose voice a text asks, and what `skal`, `må` and their like say when they ask for nothing."""

import pytest

from pejlemaerker.extraction.recommendations.voices import Voice, voice_of

AUTHOR = "Tove Vestbirk"

# Two people are quoted, and the journalist asks for nothing.
REPORTED = """Skoleledere får ro til arbejdet

12. maj 2024

Af Ditte Kragelund

Skolelederne i Sandvig Kommune har fået lov til at lægge deres egen uge, og det har givet ro på gangene.

”Jeg har fået min egen kalender tilbage,” siger Asger Dalsgaard, der er skoleleder på Klitskolen.

”Det er en god ordning,” siger borgmester Bodil Kjærbo.

{}

Ordningen blev vedtaget i foråret efter et halvt års forsøg på de tre største skoler i kommunen."""

REPORT = """Rapport: Ro på skolen

Evaluering af et forsøg i Sandvig Kommune

Resumé

Forsøget varede et år og omfattede tre skoler ved havnen.

{}

Kapitel 1

Forsøget viste gode resultater, og lærerne var tilfredse."""


def unsupported(*values, reason: str):
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


def voice(found) -> Voice:
    return voice_of(found.article, found.quotes)


def asked(found) -> list[str]:
    return [row["text"] for row in found.recommendations]


def test_the_voice_is_that_of_the_kind_of_text(read, news, plea):
    assert voice(plea("Vejret er godt.")) is Voice.OWN
    assert voice(read(REPORT.format("Vejret var godt."))) is Voice.NEUTRAL
    assert voice(read(REPORTED.format("Vejret er godt."))) is Voice.REPORTER
    assert voice(news("Vejret er godt.")) is Voice.NEUTRAL


def test_one_quote_makes_no_reporter(news):
    assert voice(news("”Vejret er godt,” siger borgmester Bjarke Rask.")) is Voice.NEUTRAL


def test_a_text_that_argues_and_quotes_nobody_speaks_for_its_author(news):
    assert voice(news("Kommunerne bør droppe skemaerne, og der er brug for ro.")) is Voice.OWN


def test_in_a_report_what_ought_to_be_done_counts_but_not_what_the_rules_say(read):
    body = "Lederne skal hver måned indberette timer. Kommunerne bør bruge færre skemaer. Der skal flere hænder til."
    assert asked(read(REPORT.format(body))) == [
        "Kommunerne bør bruge færre skemaer.",
        "Der skal flere hænder til.",
    ]


def test_the_author_of_an_opinion_asks_with_skal_too(plea):
    assert asked(plea("Lederne skal hver måned have fri for skemaer.")) != []


@pytest.mark.parametrize(
    "body",
    [
        "Kommunerne bør droppe skemaerne.",
        "Vi har brug for ro.",
        "Drop skemaerne.",
        "Der er behov for færre skemaer.",
    ],
)
def test_a_reporter_asks_for_nothing(read, body):
    assert asked(read(REPORTED.format(body))) == []


def test_a_heading_of_a_reporter_is_none_but_one_of_an_author_is(read, plea):
    assert asked(read(REPORTED.format("## Kommunerne bør droppe skemaerne"))) == []
    assert asked(plea("## Kommunerne bør droppe skemaerne\n\nDet siger sig selv, og det ved alle.")) == [
        "Kommunerne bør droppe skemaerne"
    ]


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        (
            "KL anbefaler, at kommunerne dropper skemaerne. De bør også holde færre møder.",
            [("KL", "kommunerne"), ("KL", "kommunerne")],
        ),
        ("KL anbefaler, at kommunerne dropper skemaerne. Skolerne skal indsende en plan.", [("KL", "kommunerne")]),
        (
            "KL anbefaler, at kommunerne dropper skemaerne. Solen skinner. De bør også holde færre møder.",
            [("KL", "kommunerne")],
        ),
        (
            "Asger Dalsgaard mener, at kommunerne skal droppe skemaerne. De skal også holde op med at måle.",
            [("Asger Dalsgaard", "kommunerne")] * 2,
        ),
        (
            "”Kommunerne skal droppe skemaerne,” siger Asger Dalsgaard. De skal mødes til maj.",
            [("Asger Dalsgaard", "Kommunerne")],
        ),
        unsupported(
            "KL anbefaler, at kommunerne dropper skemaerne. De skal i øvrigt til landsmøde i Aalborg.",
            [("KL", "kommunerne")],
            reason="reading.py: any `De skal` behind advice is taken for more of it, also a fact told of them",
        ),
    ],
)
def test_what_goes_on_in_the_words_of_a_reporter(read, body, rows):
    found = read(REPORTED.format(body))
    assert [(row["issuer"], row["addressee"]) for row in found.recommendations] == rows


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        ("Ifølge Ditte Holm bør kommunerne droppe skemaerne.", "Ditte Holm"),
        ("Kommunerne bør droppe skemaerne, mener Ditte Holm.", "Ditte Holm"),
        ("I sin rapport anbefaler kommissionen, at staten dropper skemaerne.", "kommissionen"),
        ("Foreningen Ræv kommer med en opfordring til staten om at droppe skemaerne.", "Foreningen Ræv"),
        ("Det anbefales, at staten dropper skemaerne.", None),
        unsupported(
            "Det er Ditte Holms vurdering, at staten bør droppe skemaerne.",
            "Ditte Holm",
            reason="recommendations/reading.py: `det er X's vurdering, at` names no issuer",
        ),
    ],
)
def test_who_asks_in_the_news(news, sentence, issuer):
    (row,) = news(sentence).recommendations
    assert row["issuer"] == issuer


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        ("I stedet for flere skemaer bør regeringen give os ro.", "regeringen"),
        ("Hvis vi skal lykkes, må staten slippe tøjlerne.", "staten"),
        ("Skal vi lykkes, må staten slippe tøjlerne.", "staten"),
        ("Som udgangspunkt skal vi stole på de ansatte.", "vi"),
        ("Vi ledere skal gå forrest i huset.", "Vi ledere"),
        ("Så kære byråd, I skal give os ro.", "I"),
        ("Det forudsætter, at staten slipper tøjlerne.", "staten"),
        ("Det er på tide, at regionerne rydder op.", "regionerne"),
        ("Staten skylder kommunerne at rydde op.", "Staten"),
        unsupported(
            "For at nå målet skal vi lytte til lederne.",
            "vi",
            reason="issuing.py: behind a purpose the subject stands behind the modal",
        ),
        ("For at kommunerne skal nå målet, bør staten vente.", "staten"),
        ("Som leder skal du tale med dine ansatte.", "du"),
        ("Lederne i kommunerne og regionerne skal have mere tid.", "Lederne i kommunerne og regionerne"),
        unsupported(
            "Det må være lederens opgave at skabe ro.",
            "lederen",
            reason="modals.py: `_DUTY` knows `er|bliver`, not `må være`",
        ),
        ("Ifølge Ditte Holm bør kommunerne droppe skemaerne.", "kommunerne"),
    ],
)
def test_who_should_act(plea, sentence, addressee):
    assert [row["addressee"] for row in plea(sentence).recommendations] == [addressee]


@pytest.mark.parametrize(
    ("sentence", "addressee", "strength"),
    [
        ("Ditte Holm har længe opfordret regeringen til at droppe skemaerne.", "regeringen", "call"),
        ("Danske Regioner kræver, at regeringen afsætter flere penge.", "regeringen", "must"),
        ("Foreningen Ræv ønsker, at staten betaler.", "staten", "call"),
        ("Ditte Holm fraråder kommunerne at droppe skemaerne.", "kommunerne", "should"),
        (
            "KL anbefaler kommunerne at droppe skemaerne.",
            "kommunerne",
            "should",
        ),
        unsupported(
            "Ditte Holm opfordrede i går i et brev regeringen til at droppe skemaerne.",
            "regeringen",
            "call",
            reason="issuing.py: adverbs between the verb and the one who is asked",
        ),
    ],
)
def test_whom_a_verb_asks(news, sentence, addressee, strength):
    (row,) = news(sentence).recommendations
    assert (row["addressee"], row["strength"]) == (addressee, strength)


@pytest.mark.parametrize(
    "sentence",
    [
        "Jeg skal hente min mor på lørdag.",
        "På lørdag skal jeg hente min mor.",
        "Hun skal hver morgen stå op klokken fem.",
        "Vi skal måske af sted på lørdag.",
        "Der er grund til at glæde sig over de nye tal.",
        "Der er god grund til bekymring.",
        "Jeg har ansvaret for borgerservice.",
        "Ingen har sagt, at vi skal måle alt.",
        "Der står ingen steder i loven, at vi skal måle alt.",
        "Ifølge den gamle aftale skal kommunerne måle alt.",
        "Staten skylder kommunerne en undskyldning.",
        "Arbejdet kræver sin mand.",
        "Jeg kræver meget af mig selv.",
        "Han kalder på sin hund.",
        "Vi er tvunget til det.",
        "I dag skal lederne aflevere 14 rapporter om året.",
        "De gamle må vente i timevis på hjælp.",
        "Hvis jeg skal pege på én ting, så er det ledelse.",
        "Jeg blev bedt om at komme med gode råd.",
        "Mangel på tid tvinger lederne til at vælge.",
        "Det er ikke sådan, at vi skal måle alt.",
        "For at kommunerne skal nå målet, mangler der penge.",
        "Det skal dog siges, at mange gør det godt.",
        unsupported(
            "Det skal ikke være nogen hemmelighed, at jeg er træt.",
            reason="modals.py: `ikke være nogen hemmelighed` is a phrase",
        ),
        "Det bør nævnes, at han er min bror.",
        unsupported(
            "Man skal ikke kigge langt for at finde eksempler.",
            reason="modals.py: `man skal ikke kigge langt` is a phrase",
        ),
        unsupported("Man må lade dem, at de gør sig umage.", reason="modals.py: `man må lade X` grants something"),
        unsupported("Klokken må være omkring otte.", reason="modals.py: `må være` guesses"),
        unsupported("Der skal være valg til efteråret.", reason="modals.py: `skal være valg` tells what will happen"),
        unsupported("Lederne må ofte arbejde om aftenen.", reason="modals.py: `må ofte` tells what people put up with"),
        unsupported(
            "Vi skal på ferie i næste uge.",
            reason="modals.py: `skal på|til` with a day or a week and no infinitive is a plan",
        ),
        unsupported(
            "Min datter skal til tandlægen i morgen.",
            reason="modals.py: `skal på|til` with a day and no infinitive is a plan",
        ),
        "Planen går ud på, at lederne skal have mere tid.",
        "Byrådet har besluttet, at alle skoler skal have en leder.",
        unsupported(
            "Enhver leder skal hvert år aflevere 14 rapporter til forvaltningen.",
            reason="modals.py: in an author's own voice a duty that is done every year passes for one that is asked for",
        ),
    ],
)
def test_what_is_told_granted_guessed_or_denied_asks_for_nothing(plea, sentence):
    assert asked(plea(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Der er grund til at droppe skemaerne.", "should"),
        ("God ledelse kræver nærvær.", "must"),
        ("Situationen kalder på modige ledere.", "need"),
        ("Vi er tvunget til at vælge.", "must"),
        ("Det er nødvendigt, at Folketinget griber ind.", "must"),
        unsupported(
            "Det er os ledere, der skal gå forrest.",
            "must",
            reason="modals.py: the clause of a cleft sentence is taken for one that describes",
        ),
        unsupported(
            "Det er kommunerne, der bør gå forrest.",
            "should",
            reason="modals.py: the clause of a cleft sentence is taken for one that describes",
        ),
        unsupported(
            "Politikerne må meget gerne give os mere tid.",
            "must",
            reason="modals.py: `må meget gerne` wishes, where `må gerne` permits",
        ),
        unsupported(
            "Vi har ikke brug for flere skemaer, men for mere tid.",
            "need",
            reason="modals.py: a need denied and another stated behind `men`",
        ),
        unsupported(
            "Det ville være klogt af kommunerne at vente.",
            "should",
            reason="lexicons/modals.tsv: `være klogt at` is missing",
        ),
    ],
)
def test_what_asks_all_the_same(plea, sentence, strength):
    (row,) = plea(sentence).recommendations
    assert (row["text"], row["issuer"], row["strength"]) == (sentence, AUTHOR, strength)


@pytest.mark.parametrize(
    "sentence",
    [
        "Foreningens forslag om at nedlægge tre styrelser er dårligt.",
        "Regeringen blev i går opfordret til at droppe skemaerne.",
        "Ditte Holm vil ikke anbefale, at kommunerne dropper skemaerne.",
        unsupported(
            "Politiet efterlyser en 34-årig mand.",
            reason="performatives.py: `efterlyser` of the police and a person is a search",
        ),
        "Ditte Holm frygter, at kommunerne skal droppe skemaerne.",
        "Ditte Holm er glad for, at kommunerne skal droppe skemaerne.",
    ],
)
def test_searches_fears_and_refusals_in_the_news_recommend_nothing(news, sentence):
    assert asked(news(sentence)) == []


def test_a_demand_for_oneself_is_issued_by_the_one_who_makes_it(news):
    (row,) = news("Danske Regioner kræver, at de får flere penge.").recommendations
    assert (row["issuer"], row["strength"]) == ("Danske Regioner", "must")


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        unsupported(
            "Danske Regioner kræver at få flere penge.",
            "Danske Regioner",
            reason="performatives.py: `kræver at` with an infinitive is left to `modals`, which reads no subject",
        ),
        unsupported(
            "God ledelse kræver, at lederen er til stede.",
            AUTHOR,
            reason="reading.py: a thing (`God ledelse`) stands as issuer of `kræver, at` in an opinion",
        ),
    ],
)
def test_who_demands(plea, sentence, issuer):
    (row,) = plea(sentence).recommendations
    assert row["issuer"] == issuer
