"""The article itself, written for this test: invented people, organisations and figures, and what a reader should find.

Words only, with three marks of layout: `**strong**`, `*emphasis*` and `[link](address)`. All characters exist in ISO 8859-1, no
compound holds a hyphen of its own, and what announces a list is a paragraph too long for a heading: so nothing here is a
matter of opinion in any format.
"""

import re
from dataclasses import dataclass
from typing import Any

PUBLISHER = "Hvidsund Folkeblad"
AUTHOR = "Signe Holmstrup"
DATE = "12. marts 2024"
ISO_DATE = "2024-03-12"
SITE = "https://www.hvidsundfolkeblad.example"
ADDRESS = f"{SITE}/nyheder/hvidsund-giver-sine-ledere-tid"


@dataclass(frozen=True)
class Part:
    """One block: kind as in the table `segments` (or byline, dateline), words, number of an item, depth of an item."""

    kind: str
    text: str
    number: str | None = None
    depth: int = 1


@dataclass(frozen=True)
class Run:
    """Words of one look."""

    text: str
    strong: bool = False
    emphasis: bool = False
    address: str | None = None


ARTICLE = [
    Part("title", "Hvidsund giver sine ledere tid til at lede"),
    Part(
        "lead",
        "Færre møder og kortere skemaer skal give lederne i ældreplejen og på skolerne mere tid sammen med deres "
        "medarbejdere. Byrådet i Hvidsund Kommune har netop sagt ja til planen.",
    ),
    Part("byline", f"Af {AUTHOR}"),
    Part("dateline", DATE),
    Part(
        "paragraph",
        "En leder i Hvidsund Kommune bruger i dag **14 timer om ugen** på skemaer og statusmøder. Tallet stammer fra en "
        "opgørelse, som forvaltningen lavede i vinter blandt alle ledere af plejehjem, skoler og dagtilbud.",
    ),
    Part(
        "paragraph",
        "»Vi har bedt vores ledere om at gå foran, men vi har givet dem en kalender, hvor der ikke er plads til andet end "
        "papir,« siger kommunaldirektør Helle Brandstrup.",
    ),
    Part(
        "paragraph",
        "Planen er blevet til på et halvt år, og både fagforeninger og ledere har været med hele vejen. Forvaltningen "
        "begyndte med at kigge i lederes kalendere og tælle, hvor mange af møderne der endte med en beslutning.",
    ),
    Part("heading", "Møderne bliver halveret"),
    Part(
        "paragraph",
        "Fra august falder antallet af faste møder for ledere fra otte til fire om måneden. De møder, som er tilbage, får en "
        "dagsorden på højst én side, og alle bilag bliver sendt ud en uge i forvejen, så ingen behøver at læse dem om natten.",
    ),
    Part(
        "paragraph",
        "Plejehjemmet *Birkegården* har prøvet ordningen siden september. Forstander Jonas Ellevang fortæller, at sygefraværet "
        "på stedet er faldet til 5,2 procent.",
    ),
    Part(
        "paragraph",
        "»Jeg er ude på gangene hver eneste formiddag nu. Det kan både beboerne og medarbejderne mærke,« siger Jonas Ellevang.",
    ),
    Part("heading", "Ledere har samlet gode råd"),
    Part(
        "paragraph",
        "En arbejdsgruppe med ledere fra skole- og ældreområdet har brugt vinteren på at finde ud af, hvad der tager tiden. "
        f"Gruppen har samlet sine råd til kommunens forvaltninger i [en kort rapport]({SITE}/rapport). Anbefalingerne er:",
    ),
    Part("list_item", "Saml alle indberetninger i ét system."),
    Part("list_item", "Afskaf de skemaer, som ingen bruger til noget:"),
    Part("list_item", "Månedsrapporten om kørsel", depth=2),
    Part("list_item", "Ugeskemaet for vikarer", depth=2),
    Part(
        "list_item", "Giv hver leder en fast dag om ugen uden møder, så der bliver tid til at være ude i afdelingerne."
    ),
    Part("list_item", "Spørg medarbejderne, før nye krav bliver indført."),
    Part(
        "paragraph",
        "Forvaltningerne har allerede taget hul på det første råd. Inden sommerferien forsvinder tre af de systemer, som "
        "lederne i dag taster de samme oplysninger ind i, og resten følger efter i løbet af det kommende år.",
    ),
    Part("heading", "Skolerne begynder efter ferien"),
    Part(
        "paragraph",
        "På skolerne bliver planen ført ud i livet i tre trin. Lederne får selv lov til at bestemme rækkefølgen, og hver skole "
        "får en konsulent til at hjælpe sig i gang i de første måneder.",
    ),
    Part(
        "paragraph",
        "»Det er ikke nok at flytte et møde. Vi er nødt til at tage opgaver væk,« siger skolechef Karim Lindvang. »Ellers ender "
        "lederne med at lave det samme arbejde om aftenen.«",
    ),
    Part(
        "paragraph",
        "Skolechefen har skrevet sine råd ned, så alle kan begynde det samme sted efter ferien. Hans "
        "anbefalinger til lederne er:",
    ),
    Part("list_item", "Skriv ned i to uger, hvad du bruger din tid på.", "1"),
    Part("list_item", "Vælg de opgaver, som du vil holde op med, og fortæl dine medarbejdere om dem.", "2"),
    Part("list_item", "Aftal med din chef, hvem der tager over.", "3"),
    Part(
        "paragraph",
        "Byrådet har sat 3,5 millioner kroner af til arbejdet. Til næste forår bliver planen gjort op, og så tager byrådet "
        "stilling til, om den også kommer til at gælde for resten af kommunens ledere.",
    ),
    Part(
        "paragraph",
        "»Hvis lederne ikke kan mærke forskellen om et år, har vi ikke gjort det godt nok,« siger Helle Brandstrup.",
    ),
]
QUOTES = [
    (
        "direct",
        "Vi har bedt vores ledere om at gå foran, men vi har givet dem en kalender, hvor der ikke er plads til andet end papir",
        "Helle Brandstrup",
    ),
    ("indirect", "sygefraværet på stedet er faldet til 5,2 procent", "Jonas Ellevang"),
    (
        "direct",
        "Jeg er ude på gangene hver eneste formiddag nu. Det kan både beboerne og medarbejderne mærke",
        "Jonas Ellevang",
    ),
    ("direct", "Det er ikke nok at flytte et møde. Vi er nødt til at tage opgaver væk", "Karim Lindvang"),
    ("direct", "Ellers ender lederne med at lave det samme arbejde om aftenen.", "Karim Lindvang"),
    (
        "direct",
        "Hvis lederne ikke kan mærke forskellen om et år, har vi ikke gjort det godt nok",
        "Helle Brandstrup",
    ),
]
TITLE = ARTICLE[0].text
LEAD = ARTICLE[1].text
BODY = ARTICLE[4:]

_MARK = re.compile(r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<emphasis>[^*]+)\*|\[(?P<link>[^\]]+)\]\((?P<address>[^)]+)\)")


def runs(text: str) -> list[Run]:
    """`text` as runs of one look each, without its marks."""
    found, end = [], 0
    for mark in _MARK.finditer(text):
        found.append(Run(text[end : mark.start()]))
        words = mark["strong"] or mark["emphasis"] or mark["link"]
        found.append(Run(words, bool(mark["strong"]), bool(mark["emphasis"]), mark["address"]))
        end = mark.end()
    return [run for run in [*found, Run(text[end:])] if run.text]


def words(text: str) -> str:
    """`text` without its marks."""
    return "".join(run.text for run in runs(text))


def expected() -> dict[str, Any]:
    """What must be read from each of the files."""
    segments, section = [], None
    for part in ARTICLE:
        if part.kind in ("byline", "dateline"):
            continue
        above = None if part.kind == "heading" else section
        segments.append([part.kind, part.number, above, words(part.text)])
        section = part.text if part.kind == "heading" else section
    return {
        "title": TITLE,
        "published": ISO_DATE,
        "kind": "news",
        "authors": [{"name": AUTHOR, "role": None, "organisation": None}],
        "language": "da",
        "segments": segments,
        "nested": [words(part.text) for part in ARTICLE if part.depth > 1],
        "quotes": [list(quote) for quote in QUOTES],
    }
