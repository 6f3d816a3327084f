"""What of a web page is the article and what is around it, told from markup, class names and place."""

import pytest
from making_html import (
    ARTICLE,
    BODY,
    SAID,
    THEN,
    TITLE,
    WHAT,
    WHO,
    blocks_of,
    kinds_of,
    page,
    reading_of,
    zones_of,
)

MENU = "<nav><ul><li><a href=/>Forside</a></li><li><a href=/n>Nyheder</a></li></ul></nav>"
TEASER = "Ny skole i Sundby åbner til næste sommer efter lang tids venten"
LINK = f"<p><a href=/andet>{TEASER}</a></p>"
REPLY = "Kommunen bør fyre 90 procent af alle sine ledere i dag. »Det er spild af penge,« siger Kurt Madsen fra Sundby."


def content_of(body: str, head: str = "") -> list[str]:
    """What is left of a page when all that its markup and place speak against is taken away."""
    return [block.text for block in blocks_of(body, head) if block.zone is None]


# the article is kept


@pytest.mark.parametrize(
    "body",
    [
        ARTICLE,
        f"<article>{ARTICLE}</article>",
        f"<main>{ARTICLE}</main>",
        f"<h1>{TITLE}</h1><main><p>{'</p><p>'.join(BODY)}</p></main>",
        f"<header><h1>{TITLE}</h1></header><div><div><p>{'</p><p>'.join(BODY)}</p></div></div>",
        f"<div><h1><a href=/nyt>{TITLE}</a></h1></div><div>{'<br><br>'.join(BODY)}</div>",
        f"<h1>{TITLE}</h1><div><p>{WHO}</p><p>{WHAT}</p></div><div><p>{SAID}</p><p>{THEN}</p></div>",
        f"<h1>{TITLE}</h1><section><div>{WHO}</div></section><section><div>{WHAT}<p>{SAID}</p>{THEN}</div></section>",
        f"<h1>{TITLE}</h1><p>{'<p>'.join(BODY)}",
        f"<font size=5><h1>{TITLE}</h1></font><center><p>{'</p><p>'.join(BODY)}</p></center>",
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", f"{MENU}{{}}", f"<div>{MENU}</div><div>{{}}</div>{LINK}<footer>Om os</footer>"]
)
def test_headline_and_text_are_found_in_any_layout(body: str, around: str):
    assert content_of(around.format(body)) == [TITLE, *BODY]


def test_byline_and_date_between_headline_and_text_are_kept():
    signed = "<div>Af Ditte Lyngholm</div><div>12. marts 2024</div>"
    body = f"{MENU}<h1>{TITLE}</h1>{signed}<main><p>{'</p><p>'.join(BODY)}</p></main>"
    assert content_of(body) == [TITLE, "Af Ditte Lyngholm", "12. marts 2024", *BODY]


def test_the_byline_in_the_header_of_the_article_signs_it():
    header = (
        f"<header><h1>{TITLE}</h1><p class=byline>Af Ditte Lyngholm, rektor</p><time>12. marts 2024</time></header>"
    )
    found = reading_of(page(f"{MENU}<article>{header}<p>{'</p><p>'.join(BODY)}</p></article>"))
    assert [(author["name"], author["role"]) for author in found.authors] == [("Ditte Lyngholm", "rektor")]
    assert found.document is not None and str(found.document["published"]) == "2024-03-12"


@pytest.mark.parametrize("opening", ["<aside>", '<aside class="faktaboks">', '<div class="fact-box">', "<section>"])
def test_a_box_of_facts_inside_the_text_is_kept(opening: str):
    box = f"{opening}<h3>Fakta om planen</h3><ul><li>40 ledere</li><li>12 skoler</li></ul></{opening[1:].split(' ')[0].rstrip('>')}>"
    kept = content_of(f"<article><h1>{TITLE}</h1><p>{WHO}</p>{box}<p>{WHAT}</p><p>{SAID}</p></article>")
    assert kept == [TITLE, WHO, "Fakta om planen", "40 ledere", "12 skoler", WHAT, SAID]


def test_a_list_below_a_single_paragraph_is_kept():
    items = "<ul><li>Luk to møder</li><li>Skriv kortere</li></ul>"
    assert content_of(f"<article><h1>{TITLE}</h1><p>{WHO}</p>{items}</article>") == [
        TITLE,
        WHO,
        "Luk to møder",
        "Skriv kortere",
    ]


def test_a_box_of_facts_beside_the_text_of_its_article_is_kept():
    text, facts = (
        f"<div><p>{'</p><p>'.join(BODY)}</p></div>",
        "<aside class=fakta><h3>Fakta</h3><ul><li>40 ledere</li></ul></aside>",
    )
    assert "40 ledere" in content_of(f"<article><h1>{TITLE}</h1>{text}{facts}</article>")


def test_a_heading_that_links_to_itself_is_kept():
    heading = '<h2 id="moeder"><a href="#moeder">Færre møder</a></h2>'
    assert "Færre møder" in content_of(
        f"<article><h1>{TITLE}</h1><p>{WHO}</p>{heading}<p>{WHAT}</p><p>{SAID}</p></article>"
    )


@pytest.mark.parametrize(
    "name",
    [
        "lead",
        "article-intro",
        "content-header",
        "shared-layout",
        "address",
        "teaser",
    ],
)
def test_the_lead_is_kept_whatever_its_class(name: str):
    assert WHO in content_of(
        f'<article><h1>{TITLE}</h1><p class="{name}">{WHO}</p><p>{WHAT}</p><p>{SAID}</p></article>'
    )


@pytest.mark.parametrize(
    "name",
    [
        *("teaser", "social-page", "related-content", "cookie-accepted", "nav"),
        *(name for name in ("comments-open", "post type-post single comments-open")),
    ],
)
def test_a_class_of_what_holds_the_article_is_not_believed(name: str):
    assert content_of(f'<div class="{name}">{ARTICLE}</div>') == [TITLE, *BODY]


def test_paragraphs_with_links_in_them_are_kept():
    linked = SAID.replace("kalender", "<a href=/k>kalender</a>")
    assert content_of(f"<article><h1>{TITLE}</h1><p>{WHO}</p><p>{linked}</p></article>") == [TITLE, WHO, SAID]


def test_a_page_that_is_all_links_is_read_as_it_stands():
    linked = "".join(f"<p><a href=/x>{text}</a></p>" for text in BODY)
    assert content_of(f"<article><h1>{TITLE}</h1>{linked}</article>") == [TITLE, *BODY]


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Rådhuset er lukket</h1><p>Vi holder fri i morgen.</p>",
        "<p>Vi holder fri i morgen.</p>",
        "Vi holder fri i morgen.",
        "<table><tr><td>År</td><td>Dage</td></tr><tr><td>2022</td><td>12,1</td></tr></table>",
    ],
)
def test_a_page_in_which_no_main_text_is_told_is_read_whole(body: str):
    found = blocks_of(body)
    assert found and all(block.zone is None for block in found)


# what is around it is told apart


@pytest.mark.parametrize(
    ("around", "line", "kind"),
    [
        ('<div class="share-bar"><span>Del artiklen med en ven</span></div>', "Del artiklen med en ven", "navigation"),
        ('<ul class="breadcrumbs"><li>Forside</li><li>Skole</li></ul>', "Skole", "navigation"),
        ('<p class="tags">Ledelse, tid</p>', "Ledelse, tid", "navigation"),
        (f'<div class="related"><h3>Læs også</h3>{LINK}</div>', TEASER, "teaser"),
        (f'<div class="articleReadMore"><p>{TEASER}.</p></div>', f"{TEASER}.", "teaser"),
        (f'<aside id="mest-laeste"><p>{TEASER}</p></aside>', TEASER, "teaser"),
        (LINK, TEASER, "teaser"),
        (
            f'<div class="newsletter-signup"><p>{WHAT.replace("avisen", "brevet")}</p></div>',
            WHAT.replace("avisen", "brevet"),
            "form",
        ),
        ("<form><p>Skriv dit navn her</p></form>", "Skriv dit navn her", "form"),
        ('<div id="cookie-banner"><p>Vi gemmer oplysninger om dig.</p></div>', "Vi gemmer oplysninger om dig.", "form"),
        ('<div class="annonce"><p>Køb en ny cykel i dag.</p></div>', "Køb en ny cykel i dag.", "advert"),
        ('<div class="text-ad"><p>Køb en ny cykel i dag.</p></div>', "Køb en ny cykel i dag.", "advert"),
        ("<figure><img><figcaption>Rådet i arbejde</figcaption></figure>", "Rådet i arbejde", "caption"),
        ('<p class="photoCredit">Asger Dal</p>', "Asger Dal", "caption"),
        (f'<div class="comment"><p>{REPLY}</p></div>', REPLY, "comment"),
        ("<address>Havnegade 1, Strandby</address>", "Havnegade 1, Strandby", "contact"),
    ],
)
def test_furniture_among_the_text_is_told_by_its_markup(around: str, line: str, kind: str):
    found = zones_of(f"<article><h1>{TITLE}</h1><p>{WHO}</p><p>{WHAT}</p>{around}<p>{SAID}</p><p>{THEN}</p></article>")
    assert found[line] == kind
    assert {found[text] for text in (TITLE, *BODY)} == {None}


@pytest.mark.parametrize(
    "name", ["header", "leadership", "shared", "navnet", "additional", "relations", "socialt", "adspredelse"]
)
def test_class_names_that_only_begin_alike_say_nothing(name: str):
    assert (
        zones_of(f'<article>{ARTICLE}<p class="{name}">{WHAT} Igen.</p><p>Slut.</p></article>')[f"{WHAT} Igen."] is None
    )


def test_what_stands_above_and_below_is_no_article():
    found = zones_of(
        f"<div><a href=/>Forside</a> <a href=/n>Nyheder</a></div><div>Torsdagsavisen</div><div>{ARTICLE}</div><div>{LINK}</div>"
        "<div>Ring til os</div>"
    )
    assert found["Forside Nyheder"] == found["Torsdagsavisen"] == "navigation"
    assert (found[TEASER], found["Ring til os"]) == ("teaser", "contact")
    assert {found[text] for text in (TITLE, *BODY)} == {None}


def test_the_footer_of_the_page_is_no_article():
    owner = (
        "Strandby Avis udgives af Strandby Mediehus, der også udgiver ugebladet Sundby Nyt og driver en lokal radio."
    )
    assert content_of(f"{ARTICLE}<footer><p>{owner}</p><p>Havnegade 1</p></footer>") == [TITLE, *BODY]


def test_captions_stand_alone_and_other_furniture_is_put_together():
    figures = "".join(f"<figure><figcaption>Billede {i} fra rådet</figcaption></figure>" for i in (1, 2))
    found = blocks_of(
        f"<article><h1>{TITLE}</h1>{figures}<p>{WHO}</p><p>{WHAT}</p></article>{LINK}{LINK.replace('Ny', 'Gammel')}"
    )
    assert [block.text for block in found if block.zone == "caption"] == ["Billede 1 fra rådet", "Billede 2 fra rådet"]
    assert sum(1 for block in found if block.zone == "teaser") == 1


# whole pages

FULL = f"""
<div id="cookie-banner"><h2>Vi bruger cookies</h2><p>Avisen bruger cookies til at føre statistik og vise dig annoncer.</p></div>
<header class="site-header"><a href="/">Strandby Avis</a>{MENU}</header>
<article>
<header><span class="kicker">Ledelse</span><h1>{TITLE}</h1><p class="byline">Af Ditte Lyngholm</p></header>
<div class="share-buttons"><a href="#">Del på nettet</a></div>
<p>{WHO}</p>
<div class="related"><h3>Læs også</h3><a href="/andet">{TEASER}</a></div>
<p>{WHAT}</p>
<aside class="faktaboks"><h3>Fakta om planen</h3><ul><li>40 ledere er med</li></ul></aside>
<div class="newsletter"><h3>Få nyhedsbrevet</h3><p>Tilmeld dig avisens nyhedsbrev, og få de vigtigste historier hver morgen.</p></div>
<p>{SAID}</p>
<p>{THEN}</p>
</article>
<section id="comments"><h2>2 kommentarer</h2><div class="comment"><b>Kurt Madsen</b><p>{REPLY}</p></div></section>
<div class="most-read"><h3>Mest læste</h3><ol><li><a href="/1">{TEASER} igen</a></li></ol></div>
<footer><p>Strandby Avis, Havnegade 1, 9999 Strandby</p><p>Ansvarshavende redaktør: Asger Dal</p></footer>
"""


def test_of_a_full_page_the_article_alone_is_content():
    found = reading_of(page(FULL))
    kept = [row["text"] for row in found.segments if row["is_content"]]
    assert kept == [TITLE, WHO, WHAT, "Fakta om planen", "40 ledere er med", SAID, THEN]
    kinds = kinds_of(found)
    assert (kinds[TITLE], kinds[WHO], kinds["Af Ditte Lyngholm"]) == ("title", "lead", "byline")
    assert kinds[REPLY] == kinds["2 kommentarer"] == "comment"
    assert kinds[TEASER] == "teaser" and kinds["Vi bruger cookies"] == "form"
    assert [author["name"] for author in found.authors] == ["Ditte Lyngholm"]


@pytest.mark.parametrize(
    "thread",
    [
        f'<section id="comments"><h2>2 kommentarer</h2><div class="comment"><b>Kurt Madsen</b><p>{REPLY}</p></div></section>',
        f'<div class="kommentarfelt"><p>{REPLY}</p></div>',
        f"<div id=disqus_thread><div>Kurt Madsen</div><div>{REPLY}</div></div>",
        f"<div><h2>Kommentarer</h2><div><p>Kurt Madsen skriver:</p><p>{REPLY}</p></div></div>",
        f'<ol class="commentlist"><li class="comment depth-1"><p>{REPLY}</p><ol><li><p>{REPLY} Enig!</p></li></ol></li></ol>',
    ],
)
def test_nothing_is_extracted_from_comments(thread: str):
    found = reading_of(page(f"<article>{ARTICLE}</article>{thread}"))
    extracted = [row["text"] for row in (*found.quotes, *found.recommendations, *found.kpis, *found.mentions)]
    assert extracted and not any("90 procent" in text or "spild" in text or "Kurt" in text for text in extracted)
    assert kinds_of(found)[REPLY] == "comment"


def test_the_same_words_in_the_text_are_extracted():
    found = reading_of(page(f"<article>{ARTICLE}<p>{REPLY}</p></article>"))
    assert any("spild" in row["text"] for row in found.quotes) and any(
        "90 procent" in row["text"] for row in found.kpis
    )


def test_a_page_without_any_class_names_is_read_by_shape_and_place():
    rest = f"<div><h2>Kommentarer</h2><p>Kurt Madsen skriver:</p><p>{REPLY}</p></div><div>{LINK}{LINK}</div>"
    found = reading_of(page(f"<div><a href=/>Forside</a> <a href=/n>Nyheder</a></div><div>{ARTICLE}</div>{rest}"))
    assert [row["text"] for row in found.segments if row["is_content"]] == [TITLE, *BODY]


OLD = (
    "<html><head><title>{title} - Strandby Avis</title></head><body bgcolor=white><table width=800>{row}"
    "<tr><td><a href=/>Forside</a></td><td><font face=Arial>{head}{text}</font></td></tr></table></body></html>"
)


@pytest.mark.parametrize(
    ("row", "head"),
    [
        ("", f"<b>{TITLE}</b><br><br>"),
        ("", f"<p><font size=5>{TITLE}</font></p>"),
        (f"<tr><td colspan=2><font size=5><b>{TITLE}</b></font></td></tr>", ""),
    ],
)
def test_the_headline_of_an_old_page_is_the_title(row: str, head: str):
    content = OLD.format(title=TITLE, row=row, head=head, text="<br><br>".join(BODY))
    assert kinds_of(reading_of(content.encode()))[TITLE] == "title"


def test_telephone_numbers_on_a_page_are_masked():
    found = reading_of(page(f"<article>{ARTICLE}<h3>Kontakt</h3><p>Ditte Lyngholm, tlf. 55 55 43 21</p></article>"))
    assert "55 55 43 21" not in found.clean_text and found.clean_text.count("·") == 8
