"""From blocks to rows: places, sections, identifiers that stay, and the article that extractors take."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_text import read_blocks

from pejlemaerker.corpus.article import Article
from pejlemaerker.corpus.blocks import clean_text
from pejlemaerker.corpus.segmenting import Source, segment
from schemas.segments import CONTENT_KINDS

ARTICLE = """Skoleledere får ro til arbejdet

12. maj 2024

Af Ditte Kragelund, skoleleder på Klitskolen

Skolelederne i Sandvig Kommune har fået lov til at lægge deres egen uge, og det har givet ro på gangene.

Ordningen blev vedtaget i foråret efter et halvt års forsøg på de tre største skoler i kommunen.

”Nu kan vi nå det,” siger skoleleder Asger Dalsgaard fra Havneskolen, som var med fra den første dag.

Fem råd

1. Hold fri for møder
2. Sig nej

Nu skal den prøves af på alle skoler, og derefter skal byrådet tage stilling til, om den skal blive."""

FURNITURE_ABOVE = "Menu\n\nForside > Nyheder\n\nVi bruger cookies\n\n"
FURNITURE_BELOW = "\n\nLæs også\n\nNy rektor i Havneby\n\nDel artiklen\n\nKontakt\n\nAsta Mosegaard\nTlf. 21 33 44 55"


def read(text: str) -> Article:
    blocks = read_blocks(text)
    return segment(Source("artikel.txt", "0" * 64), clean_text(blocks), blocks)


def content_ids(article: Article) -> dict[str, str]:
    return {item.text: item.id for item in article.content}


def test_the_row_of_the_document_tells_what_is_known() -> None:
    row = read(ARTICLE).document
    assert (row["title"], row["kind"], row["language"]) == ("Skoleledere får ro til arbejdet", "news", "da")
    assert (str(row["published"]), row["published_precision"]) == ("2024-05-12", "day")
    assert (row["source_path"], row["raw_sha256"]) == ("artikel.txt", "0" * 64)
    assert row["n_chars"] == len(read(ARTICLE).clean_text)


def test_words_of_furniture_are_not_counted() -> None:
    counted = read(FURNITURE_ABOVE + ARTICLE + FURNITURE_BELOW).document["n_words"]
    assert counted == read(ARTICLE).document["n_words"] == sum(len(item.text.split()) for item in read(ARTICLE).content)


def test_authors_are_numbered_rows() -> None:
    assert [(row["ordinal"], row["name"], row["role"], row["organisation"]) for row in read(ARTICLE).authors] == [
        (1, "Ditte Kragelund", "skoleleder", "Klitskolen")
    ]


def test_list_items_have_number_and_section() -> None:
    items = [item.row for item in read(ARTICLE).segments if item.kind == "list_item"]
    assert [(row["list_number"], row["level"], row["section"]) for row in items] == [
        ("1", 1, "Fem råd"),
        ("2", 1, "Fem råd"),
    ]


def test_sections_are_the_headings_above_outermost_first() -> None:
    text = "# Ro på skolen\n\n## Mål\n\nTekst et.\n\n### Tid\n\nTekst to.\n\n## Midler\n\nTekst tre."
    sections = {item.text: item.row["section"] for item in read(text).segments}
    assert sections["Tekst et."] == "Mål"
    assert sections["Tekst to."] == "Mål > Tid"
    assert sections["Tekst tre."] == "Midler"
    assert sections["Mål"] is None


@pytest.mark.parametrize(
    "text",
    [
        FURNITURE_ABOVE + ARTICLE,
        ARTICLE + FURNITURE_BELOW,
        FURNITURE_ABOVE + ARTICLE + FURNITURE_BELOW,
        ARTICLE.replace("Fem råd", "Annonce\n\nFem råd"),
        ARTICLE.replace("\n\nAf", "\n\nFoto: Asger Dalsgaard\n\nAf"),
        ARTICLE.replace("\n", "\r\n"),
        ARTICLE.replace("Skoleledere får ro til arbejdet\n", "SKOLELEDERE FÅR RO TIL ARBEJDET\n"),
    ],
)
def test_furniture_around_an_article_renames_nothing(text: str) -> None:
    plain, changed = read(ARTICLE), read(text)
    assert changed.id == plain.id
    assert list(content_ids(changed).values()) == list(content_ids(plain).values())


def test_case_and_marks_rename_no_segment() -> None:
    changed = read(ARTICLE.replace("ro på gangene.", "RO på gangene!").replace("får lov", "får  lov"))
    assert changed.id == read(ARTICLE).id
    assert list(content_ids(changed).values()) == list(content_ids(read(ARTICLE)).values())


def test_other_words_are_another_segment_of_the_same_document() -> None:
    changed = read(ARTICLE.replace("et halvt års forsøg", "et helt års forsøg"))
    assert changed.id == read(ARTICLE).id
    assert len(set(content_ids(changed).values()) - set(content_ids(read(ARTICLE)).values())) == 1


def test_articles_that_share_title_and_day_without_a_publisher_are_told_apart_by_nothing_else() -> None:
    other = ARTICLE.replace("12. maj 2024", "13. maj 2024")
    assert read(other).id != read(ARTICLE).id


def test_a_banner_above_an_undated_article_does_not_rename_it() -> None:
    undated = ARTICLE.replace("12. maj 2024\n\n", "")
    banner = "Vi bruger cookies til at huske, hvad du har valgt, og til at måle, hvor mange der læser siderne.\n\n"
    assert read(banner + undated).id == read(undated).id


def test_words_are_published_only_where_they_are_content() -> None:
    article = read(ARTICLE + FURNITURE_BELOW)
    for item in article.segments:
        assert item.row["is_content"] == (item.kind in CONTENT_KINDS)
        assert item.row["text"] == (item.text if item.row["is_content"] else None)
    assert any(item.kind == "contact" for item in article.segments)


def test_an_article_read_from_its_rows_is_the_same() -> None:
    article = read(ARTICLE)
    again = Article.from_rows(
        article.document, article.authors, [item.row for item in article.segments], article.clean_text
    )
    assert again == article
    assert [item.text for item in again.body] == [item.text for item in article.body]


def test_sentences_stand_where_they_say() -> None:
    article = read(ARTICLE.replace("kommunen.", "kommunen. Det var svært."))
    found = [sentence for item in article.content for sentence in item.sentences]
    assert all(article.clean_text[sentence.start : sentence.end] == sentence.text for sentence in found)
    assert "Det var svært." in [sentence.text for sentence in found]
    assert all(sentence.segment in article.segments for sentence in found)


def test_the_body_has_no_title_and_content_no_furniture() -> None:
    article = read(FURNITURE_ABOVE + ARTICLE)
    assert article.content[0].kind == "title"
    assert all(item.kind != "title" for item in article.body)
    assert len(article.body) == len(article.content) - 1


def test_a_text_in_another_language_has_no_content_to_read() -> None:
    article = read(
        "Managers need more time\n\n" + "They have too many meetings every week and far too many rules. " * 3
    )
    assert article.document["language"] == "en"
    assert article.content == article.body == []
    assert article.segments


PIECES = st.sampled_from(
    [
        "Mere tid til ledelse",
        "Kommunen har brugt to år på at flytte beslutninger ud til plejehjemmene i byen.",
        "# Mål",
        "- Færre regler",
        "1. Sig nej",
        "12. maj 2024",
        "Annonce",
        "Læs også",
        "Foto: A. Holm",
        "Af Ditte Kragelund",
        "”Ja.”",
        "Tlf. 21 33 44 55",
        "Kontakt",
        "3 kommentarer",
        "Skriv en kommentar",
        "Forrige artikel Ro",
        "DEBAT",
        "– Ja, siger hun.",
    ]
)
DOCUMENTS = st.lists(PIECES, min_size=1, max_size=14).flatmap(
    lambda parts: st.sampled_from(["\n", "\n\n"]).map(lambda end: end.join(parts))
)
ANY = st.text(alphabet=st.characters() | st.sampled_from("\ud800\udfff\x00\u200f\u202e\ufeff\n\n .-#*"), max_size=200)


@settings(deadline=None)  # the first example loads the language model
@given(DOCUMENTS | ANY)
def test_segments_cover_the_text_and_do_not_overlap(text: str) -> None:
    article = read(text)
    rows = [item.row for item in article.segments]
    assert [row["ordinal"] for row in rows] == list(range(1, len(rows) + 1))
    assert all(item.text == article.clean_text[item.start : item.row["char_end"]] for item in article.segments)
    for left, right in pairwise(rows):
        assert left["char_end"] < right["char_start"]
        assert not article.clean_text[left["char_end"] : right["char_start"]].strip()
    assert not rows or (rows[0]["char_start"], rows[-1]["char_end"]) == (0, len(article.clean_text))


@settings(deadline=None)  # the first example loads the language model
@given(DOCUMENTS | ANY)
def test_identifiers_are_unique_and_reading_twice_is_reading_once(text: str) -> None:
    article = read(text)
    assert len({item.id for item in article.segments}) == len(article.segments)
    assert read(text) == article


@settings(deadline=None)  # the first example loads the language model
@given(DOCUMENTS | ANY)
def test_the_clean_text_can_be_written_and_read_again(text: str) -> None:
    clean = read(text).clean_text
    assert clean.encode("utf-8").decode("utf-8") == clean
    assert "21 33 44 55" not in clean
