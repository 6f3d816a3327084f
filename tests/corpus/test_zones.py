"""What belongs to an article and what belongs to the page around it; for each rule also a text it must leave alone."""

import pytest
from plain_text import read_blocks, zone_kinds

from schemas.segments import CONTENT_KINDS

TITLE = "Plejehjem får lov at bestemme selv"
BODY = [
    "Kommunen har brugt to år på at flytte beslutninger fra rådhuset ud til de enkelte plejehjem i byen.",
    "Det har givet lederne mere tid til de ansatte, og de ansatte har fået mere tid til de ældre i hverdagen.",
    "Næste skridt er at spørge de pårørende, om de også mærker en forskel, når de kommer på besøg om aftenen.",
    "Forslaget bliver behandlet i byrådet efter sommerferien, og derefter skal det ud i alle dele af kommunen.",
]


def kinds(text: str) -> dict[str, str]:
    """Kind of each block by its words; of blocks that repeat, the kind of the last."""
    blocks = read_blocks(text)
    return {block.text: kind for block, kind in zip(blocks, zone_kinds(blocks), strict=True)}


def article(*, above: str = "", top: str = "", middle: str = "", below: str = "") -> str:
    """An article of four paragraphs with something above the title, under it, between the paragraphs or below them."""
    return "\n\n".join(part for part in [above, TITLE, top, *BODY[:2], middle, *BODY[2:], below] if part)


def assert_whole(found: dict[str, str]) -> None:
    assert found[TITLE] in ("title", "navigation")  # `navigation`: printed again
    assert [text for text in BODY if found[text] not in ("lead", "paragraph")] == []


def noise(found: dict[str, str], text: str) -> list[str]:
    """Lines of `text` that are taken for content."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [line for line in lines if found.get(line, "gone") in CONTENT_KINDS]


def test_a_plain_article_is_title_lead_and_paragraphs() -> None:
    assert list(kinds(article()).values()) == ["title", "lead", "paragraph", "paragraph", "paragraph"]


def test_a_title_printed_twice_is_one_title() -> None:
    blocks = read_blocks(article(top=TITLE))
    found = zone_kinds(blocks)
    assert found.count("title") == 1
    assert found[:2] == ["title", "navigation"]


def test_headings_between_paragraphs_are_content() -> None:
    text = article(middle="Færre skemaer")
    assert kinds(text)["Færre skemaer"] == "heading"
    assert kinds(article(middle="## Færre skemaer"))["Færre skemaer"] == "heading"


@pytest.mark.parametrize(
    "above",
    [
        "LEDELSE",
        "Forside\nNyheder\nJob",
        "Forside > Nyheder > Ældre",
        "Menu\n\nSøg\n\nLog ind",
        "Spring til indhold",
        "Nyhed | Ældre",
        "DEBAT",
        "Sundhed\n\nFor abonnenter",
    ],
)
def test_kickers_and_menus_above_the_title_are_not_content(above: str) -> None:
    found = kinds(article(above=above))
    assert_whole(found)
    assert found[TITLE] == "title"
    assert noise(found, above) == []


@pytest.mark.parametrize(
    "line",
    [
        "12. maj 2024",
        "12. maj 2024 kl. 14.30",
        "12.05.2024",
        "12.05.24 14:30",
        "12-05-2024",
        "2024-05-12",
        "12/5 2024",
        "d. 12. maj 2024",
        "Den 12. maj 2024",
        "Søndag den 12. maj 2024",
        "12 maj 2024",
        "Publiceret 12. maj 2024",
        "Publiceret: 12. maj 2024, 08:15",
        "Offentliggjort 12.05.2024",
        "Opdateret d. 13. maj 2024",
        "12. maj 2024 | Opdateret 13. maj 2024",
        "Maj 2024",
        "Havneby, 12. maj 2024",
        "Årsmøde i Havneby, 12. maj 2024",
    ],
)
def test_dates_in_all_forms_are_datelines(line: str) -> None:
    found = kinds(article(top=line))
    assert found[line] == "dateline"
    assert_whole(found)


@pytest.mark.parametrize(
    "line",
    [
        "Den 12. maj 2024 åbner kommunen det første plejehjem, der selv bestemmer over alle pengene.",
        "12. maj blev dagen, hvor alt skulle vise sig at gå anderledes end planlagt.",
        "Den 1. januar 2025 træder reformen i kraft.",
    ],
)
def test_sentences_with_a_date_are_content(line: str) -> None:
    assert kinds(article(middle=line))[line] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Af Ditte Kragelund",
        "Af Ditte Kragelund og Asger Dalsgaard",
        "Af: Ditte Kragelund, chefkonsulent i Vestermarken Kommune",
        "AF DITTE KRAGELUND",
        "Skrevet af Ditte Kragelund, 12. maj 2024",
        "Tekst: Ditte Kragelund",
        "Journalist Ditte Kragelund",
    ],
)
def test_bylines_are_bylines(line: str) -> None:
    found = kinds(article(top=line))
    assert found[line] == "byline"
    assert_whole(found)


def test_the_line_of_roles_under_a_byline_belongs_to_it() -> None:
    found = kinds(article(top="Af Ditte Kragelund\nDirektør i Vestermarken Kommune og formand for Kystnetværket"))
    assert found["Direktør i Vestermarken Kommune og formand for Kystnetværket"] == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Af Ditte Kragelunds tal fremgår det, at ni ud af ti ledere er tilfredse med den nye ordning i kommunen.",
        "Af de 40 ledere i Vestermarken Kommune siger 30, at de har fået mere tid til det vigtige arbejde.",
    ],
)
def test_sentences_that_begin_with_af_are_content(line: str) -> None:
    assert kinds(article(middle=line))[line] == "paragraph"


def test_a_short_sentence_that_begins_with_af_is_content() -> None:
    assert kinds(article(middle="Af det lærer vi alle noget."))["Af det lærer vi alle noget."] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Foto: Ditte Kragelund",
        "(Foto: Ditte Kragelund/Kystbilleder)",
        "Foto Ditte Kragelund / Kystbilleder",
        "Lederne på Solgården fik den første nøgle i maj. Foto: Ditte Kragelund",
        "Lederne på Solgården fik nøglen. (Arkivfoto: Kystbilleder)",
        "Illustration: Ditte Kragelund",
        "Billedtekst: Her er huset.",
        "Pressefoto: Vestermarken Kommune",
    ],
)
def test_captions_and_credits_are_captions(line: str) -> None:
    found = kinds(article(top=line))
    assert found[line] not in CONTENT_KINDS
    assert_whole(found)


def test_a_caption_between_paragraphs_is_left_out_and_nothing_else() -> None:
    line = "Køkkenet på Solgården laver nu selv maden til de ældre. Foto: Kystbilleder"
    found = kinds(article(middle=line))
    assert found[line] == "caption"
    assert_whole(found)


@pytest.mark.parametrize(
    "line",
    [
        "Et foto af den nye leder hænger i alle gangene på rådhuset, og det har skabt debat blandt de ansatte.",
        "Hun viser et foto: Det er fra dengang, da alle beslutninger blev taget på rådhuset, og ingen blev spurgt om noget.",
        "Illustrationen viser, at færre ledere end før bruger aftenen på at skrive rapporter til deres chefer.",
    ],
)
def test_paragraphs_that_speak_of_pictures_are_content(line: str) -> None:
    assert kinds(article(middle=line))[line] == "paragraph"


FURNITURE = [
    "Læs også: Ny direktør vil rydde op i regler",
    "LÆS OGSÅ: Ny direktør vil rydde op i regler",
    "Læs også\nNy direktør vil rydde op i regler\nByråd samler skoler under én leder",
    "Læs mere om ledelse her",
    "Annonce",
    "ANNONCE",
    "Annonce – artiklen fortsætter",
    "Artiklen fortsætter efter annoncen",
    "Del artiklen\nFacebook\nTwitter\nLinkedIn",
    "Del på Facebook",
    "Tilmeld dig vores nyhedsbrev",
    "Tilmeld dig nyhedsbrevet\n\nE-mail\n\nTilmeld",
    "Vi bruger cookies\n\nAcceptér alle cookies\n\nKun nødvendige cookies",
    "Udskriv\n\nTil toppen",
    "Hent oplægget som pdf",
]


@pytest.mark.parametrize("piece", FURNITURE)
@pytest.mark.parametrize("place", ["middle", "below"])
def test_furniture_of_the_page_is_not_content(piece: str, place: str) -> None:
    found = kinds(article(middle=piece) if place == "middle" else article(below=piece))
    assert noise(found, piece) == []
    assert_whole(found)


def test_teasers_end_where_the_article_goes_on() -> None:
    found = kinds(article(middle="Læs også\n\nNy direktør vil rydde op i regler\n\nByråd samler skoler"))
    assert_whole(found)
    assert found["Ny direktør vil rydde op i regler"] == found["Byråd samler skoler"] == "teaser"


@pytest.mark.parametrize(
    "line",
    [
        "Kommunens hjemmeside bruger cookies, og det skal lederne ifølge en ny regel kunne forklare for alle borgere.",
        "Cookies på kommunens hjemmeside var ikke det, som lederne havde ventet at skulle bruge deres tid på i år.",
        "De fleste kommentarer fra de ansatte handler om tid, men der er også nogle, der handler om løn og vagter.",
        "Kommentarer fra de ansatte bliver samlet hver fredag og læst højt på mødet mandag morgen i huset.",
        "Annoncer i avisen har ikke hjulpet på manglen på ledere, så nu vil kommunen uddanne sine egne.",
        "Nyhedsbrevet til lederne er lavet om, så det nu kun handler om det, som de selv har spurgt om.",
        "Telefonen ringer ikke længere fra morgen til aften, fordi de fleste spørgsmål bliver løst i teamet.",
        "Se på tallene, før du taler om dem, og spørg dem, der har lavet dem, hvad de selv lægger vægt på.",
    ],
)
@pytest.mark.parametrize("place", ["top", "middle", "below"])
def test_paragraphs_that_speak_of_such_things_are_content(line: str, place: str) -> None:
    text = {"top": article(top=line), "middle": article(middle=line), "below": article(below=line)}[place]
    found = kinds(text)
    assert found[line] in ("lead", "paragraph")
    assert_whole(found)


@pytest.mark.parametrize(
    "line",
    [
        "Kontakt mellem leder og ansat er det vigtigste, og den skal være der hver eneste dag i hele huset.",
        "Del ansvaret med dem, der står tættest på borgeren, og vis dem, at du mener det hver eneste dag.",
        "Billeder af de nye ledere hænger i alle gangene på rådhuset, og det har skabt debat blandt de ansatte.",
        "Video på mødet gør det lettere at være med hjemmefra, siger lederne, men det koster nærvær i gruppen.",
        "Kilder i kommunen fortæller, at lederne har bedt om mere tid, før de nye regler skal gælde for alle.",
        "Emner som tid og tillid fylder mest, når lederne mødes den første mandag i måneden på rådhuset.",
    ],
)
def test_a_word_that_needs_its_colon_opens_no_furniture_without_it(line: str) -> None:
    assert kinds(article(middle=line))[line] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Har du spørgsmål til din egen leder, så stil dem, mens der er tid, for det er dér, forandringen begynder.",
        "Se alle medarbejdere som mennesker med et liv uden for huset, og giv dem tid til at leve det uden skyld.",
        "Få adgang til de ansattes viden, før du tegner planen, ellers ender den i den skuffe, hvor de andre ligger.",
    ],
)
def test_advice_that_opens_like_furniture_is_content(line: str) -> None:
    assert kinds(article(middle=line))[line] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Borgerne skal kunne få adgang til deres egen journal hele døgnet, og lederne skal gå forrest.",
        "Alle ledere i kommunen har fået et abonnement på et fagblad, og det bliver læst i hver pause.",
        "”Log ind, log ud og log ind igen: Sådan begynder hver dag på kontoret,” siger en af lederne i kommunen.",
    ],
)
def test_paragraphs_with_the_words_of_an_offer_are_content(line: str) -> None:
    assert kinds(article(middle=line))[line] == "paragraph"


CONTACT = """Kontakt

Kommunikationschef
Asta Mosegaard
Telefon: +45 21 33 44 55
E-mail: asta@example.dk"""


def test_a_contact_block_with_its_names_is_not_content() -> None:
    for below in (CONTACT, CONTACT.replace("\n", "\n\n"), CONTACT.replace("Kontakt\n", "Yderligere oplysninger:\n")):
        found = kinds(article(below=below))
        assert [text for text, kind in found.items() if kind in CONTENT_KINDS] == [TITLE, *BODY]


def test_names_right_above_a_number_belong_to_it_without_a_heading() -> None:
    found = kinds(article(below="Asta Mosegaard\nKommunikationschef\nTlf. 21 33 44 55"))
    assert found["Asta Mosegaard"] not in CONTENT_KINDS
    assert found["Kommunikationschef"] not in CONTENT_KINDS
    assert_whole(found)


def test_one_name_right_above_a_number_belongs_to_it() -> None:
    assert kinds(article(below="Asta Mosegaard\nTlf. 21 33 44 55"))["Asta Mosegaard"] == "contact"


def test_a_contact_block_does_not_swallow_what_follows() -> None:
    after = "Fakta om ordningen"
    found = kinds(f"{TITLE}\n\n{BODY[0]}\n\n{BODY[1]}\n\n{CONTACT}\n\n{after}\n\n{BODY[2]}\n\n{BODY[3]}")
    assert_whole(found)
    assert found[after] == "heading"


THREAD = """Skriv en kommentar
Felter markeret med * skal udfyldes

God idé

Gorm Testrup, 14. maj 2024 kl. 14.13 Svar

Jeg synes, at det er en rigtig god idé at lade plejehjemmene bestemme noget mere selv i hverdagen.

Enig

Runa Prøvesen, 15. maj 2024 kl. 9.01 Svar

Ja, vi skal have mere tid til de ældre, og det kræver ledere, som tør lade være med at blande sig."""


def test_a_comment_thread_is_not_content() -> None:
    found = kinds(article(below=THREAD))
    assert noise(found, THREAD) == []
    assert_whole(found)


@pytest.mark.parametrize(
    "opening",
    [
        "3 kommentarer",
        "Kommentarer",
        "Log ind for at skrive",
        "Kommentarer (3)",
    ],
)
def test_comments_under_another_heading_are_not_content(opening: str) -> None:
    comment = "Jeg synes, at det er en rigtig god idé at lade plejehjemmene bestemme noget mere selv."
    found = kinds(article(below=f"{opening}\n\nGorm Testrup\n\n{comment}"))
    assert found[comment] == "comment"
    assert_whole(found)


def test_the_number_of_comments_above_the_title_ends_nothing() -> None:
    assert_whole(kinds(article(above="3 kommentarer")))


@pytest.mark.parametrize("line", ["3 kommentarer", "0 kommentarer", "Kommentarer", "Skriv en kommentar"])
def test_the_number_of_comments_under_the_title_ends_nothing(line: str) -> None:
    assert_whole(kinds(article(top=line)))


def test_texts_of_forms_are_not_content() -> None:
    form = "Felter markeret med * skal udfyldes\n\nNavn\n\nE-mail\n\nSend\n\nIndtast dit søgeord"
    found = kinds(article(below=form))
    assert noise(found, form) == []
    assert_whole(found)


def test_neighbouring_articles_end_the_article() -> None:
    tail = (
        "Forrige artikel Byråd samler skoler Næste artikel Direktør vil rydde op\n"
        "Lyd: Sådan blev budgettet til\n\nLyd: Sådan blev budgettet til\n\n"
        "Kommunen fandt i sidste øjeblik de penge, der manglede. Hør hvordan, når vores redaktør fortæller om natten."
    )
    found = kinds(article(below=tail))
    assert noise(found, tail) == []
    assert_whole(found)


def test_an_article_may_speak_of_the_article_before() -> None:
    line = "Tidligere artikler i serien har vist, at lederne bruger halvdelen af tiden på møder om andre møder."
    assert_whole(kinds(article(middle=line)))
    assert kinds(article(below=line))[line] == "paragraph"


@pytest.mark.parametrize("piece", [*FURNITURE, CONTACT, THREAD])
def test_furniture_under_the_title_loses_no_paragraph(piece: str) -> None:
    if piece is not THREAD:
        assert_whole(kinds(article(top=piece)))
    assert_whole(kinds(article(below=piece)))


def test_everything_at_once() -> None:
    found = kinds(
        article(
            above="Menu\n\nForside > Nyheder\n\nLEDELSE",
            top=f"{TITLE}\n\n12. maj 2024\n\nFoto: Kystbilleder\n\nAf Ditte Kragelund",
            middle="Læs også: Ny direktør vil rydde op i regler\n\nAnnonce\n\nFærre skemaer",
            below=f"{CONTACT}\n\nDel artiklen\n\nFacebook\n\n{THREAD}",
        )
    )
    content = [text for text, kind in found.items() if kind in CONTENT_KINDS and text != TITLE]
    assert content == [*BODY[:2], "Færre skemaer", *BODY[2:]]
    assert_whole(found)


def test_a_lead_needs_text_below_it() -> None:
    assert "lead" not in kinds(f"{TITLE}\n\n{BODY[0]}\n\n{BODY[1]}").values()


def test_items_of_lists_are_content() -> None:
    found = kinds(article(middle="Rådet foreslår:\n\n1. Mål mindre\n2. Lyt mere\n\n- Kaffe\n- Ro"))
    assert [found[text] for text in ("Mål mindre", "Lyt mere", "Kaffe", "Ro")] == ["list_item"] * 4


def test_headlines_of_other_articles_at_the_end_are_not_content() -> None:
    tail = "Ny direktør vil rydde op i regler\n\nByråd samler skoler under én leder\n\nRegion vil måle mindre"
    found = kinds(article(below=tail))
    assert noise(found, tail) == []
    assert_whole(found)


@pytest.mark.parametrize("below", ["Fem råd\n\n- Lyt\n- Spørg", "Fakta\n\n1. Færre regler\n2. Mere tid"])
def test_a_list_at_the_end_keeps_its_heading(below: str) -> None:
    found = kinds(article(below=below))
    assert [found[line.lstrip("-.12 ")] in CONTENT_KINDS for line in below.split("\n") if line] == [True] * 3


def test_two_lists_at_the_end_keep_their_headings() -> None:
    found = kinds(article(below="Fem råd\n\n- Lyt\n- Spørg\n\nTre ønsker\n\n- Tid\n- Ro"))
    assert (found["Fem råd"], found["Tre ønsker"]) == ("heading", "heading")


def test_short_paragraphs_at_the_end_are_content() -> None:
    for line in ("Og det er slet ikke så svært.", "Sådan er det.", "Det er vores opgave."):
        assert kinds(article(below=line))[line] == "paragraph"


@pytest.mark.parametrize("text", ["", "Ledelse", "12. maj 2024", "Annonce", "- et\n- to", BODY[0], "\n\n".join(BODY)])
def test_small_texts_have_a_kind_for_each_block(text: str) -> None:
    blocks = read_blocks(text)
    assert len(zone_kinds(blocks)) == len(blocks)


def test_a_text_without_a_title_keeps_its_paragraphs() -> None:
    assert set(kinds("\n\n".join(BODY)).values()) == {"paragraph"}


def test_words_of_the_text_in_large_type_and_the_name_below_are_said_once() -> None:
    said = "Lederne har fået mere tid, og det kan alle mærke."
    text = article(
        middle=f"»{said}«, siger Asta Mosegaard, der er leder af plejehjemmet i den nordlige bydel.\n\n»{said}«"
    )
    assert noise(kinds(text), f"»{said}«") == []
    assert_whole(kinds(article(middle=f"»{said}«")))
    assert kinds(article(middle=f"»{said}«"))[f"»{said}«"] == "paragraph"


def test_a_box_with_a_podcast_ends_where_the_text_goes_on() -> None:
    text = article(middle="Hør podcasten Rådhuset rundt\n\nAfsnit 12: Mere tid\n\nHvad siger de ansatte?")
    found = kinds(text)
    assert noise(found, "Hør podcasten Rådhuset rundt\nAfsnit 12: Mere tid") == []
    assert found["Hvad siger de ansatte?"] == "heading"
    assert_whole(found)


def test_a_name_right_below_the_headline_is_the_author_and_one_in_the_text_is_not() -> None:
    assert (
        kinds(article(top="Asta Mosegaard, direktør i Strandby Kommune"))["Asta Mosegaard, direktør i Strandby Kommune"]
        == "byline"
    )
    assert (
        kinds(article(middle="Asta Mosegaard, direktør i Strandby Kommune"))[
            "Asta Mosegaard, direktør i Strandby Kommune"
        ]
        != "byline"
    )


def test_the_name_below_a_greeting_signs_a_letter() -> None:
    found = kinds(article(below="Med venlig hilsen\n\nAsta Mosegaard\nDirektør i Strandby Kommune"))
    assert (found["Asta Mosegaard"], found["Direktør i Strandby Kommune"]) == ("byline", "byline")


@pytest.mark.parametrize("line", ["318 visninger", "26 slides • 1.940 visninger", "4 min. læsetid", "#ledelse #tid"])
def test_what_others_did_with_the_page_is_no_content(line: str) -> None:
    assert noise(kinds(article(below=line, top=line)), line) == []


@pytest.mark.parametrize(
    "line", ["26 ledere har sagt op siden nytår.", "318 visninger af filmen gav 40 svar fra borgerne."]
)
def test_a_sentence_with_a_number_is_content(line: str) -> None:
    assert kinds(article(middle=line))[line] == "paragraph"


def test_a_letter_is_signed_at_its_end_and_an_article_is_not() -> None:
    below = "God weekend\n\nAsta Mosegaard\nDirektør"
    assert kinds(article(top="Kære alle", below=below))["Asta Mosegaard"] == "byline"
    assert kinds(article(below=below))["Asta Mosegaard"] != "byline"
