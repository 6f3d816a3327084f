"""What a document is about: which words count, where they count more, and when a theme is one of the document's."""

from collections.abc import Callable

import pytest
from conftest import Read
from hypothesis import given, settings
from hypothesis import strategies as st

from pejlemaerker.corpus.article import Row
from pejlemaerker.extraction.themes import themes

Reader = Callable[[str], Read]
REST = "Det var en dag med sol over havnen, og mange kom forbi med børn og hunde. " * 12


def article(title: str, *paragraphs: str, lead: str = "Der var mange mennesker på pladsen den dag.") -> str:
    return "\n\n".join([title, "4. maj 2023", lead, *paragraphs, REST])


def of(found: Read) -> list[tuple[str, str]]:
    rows = sorted(found.rows["document_themes"], key=lambda row: row["rank"])
    return [(row["theme"], row["rule"]) for row in rows]


def row_of(found: Read, theme: str) -> Row:
    (row,) = [row for row in found.rows["document_themes"] if row["theme"] == theme]
    return row


def test_a_theme_in_the_title_is_told_by_the_title(read: Reader):
    found = read(article("Digitaliseringen af havnen", "Den digitale havn er god."))
    assert of(found) == [("digitalisering", "theme.title")]
    row = row_of(found, "digitalisering")
    assert (row["rank"], row["words"], row["entries"], row["segments"], row["in_title"]) == (1, 2, 1, 2, True)


def test_a_theme_in_a_heading_or_in_the_text_alone_says_so(read: Reader):
    text = "Sygefraværet er faldet, siger de. Arbejdsmiljøet er bedre, og stress er der ikke mere af."
    assert of(read(article("Havnen får ny farve", text))) == [("arbejdsmiljoe", "theme.text")]
    headed = article("Havnen får ny farve", "Et bedre arbejdsmiljø", text)
    assert of(read(headed)) == [("arbejdsmiljoe", "theme.heading")]


def test_a_word_in_passing_is_no_theme(read: Reader):
    found = read(article("Havnen får ny farve", "Der er også et budget for malingen."))
    assert [row["theme"] for row in found.rows["theme_words"]] == ["oekonomi"]
    assert of(found) == []


def test_weak_words_need_company(read: Reader):
    few = "Pårørende og frivillige kom. Foreningen var der."
    assert of(read(article("Havnen får ny farve", few))) == []
    more = (
        few + " De frivillige og de pårørende talte sammen. Foreningerne og de frivillige gik hjem. Frivillige er gode."
    )
    assert of(read(article("Havnen får ny farve", more))) == [("borgerinddragelse", "theme.text")]


def test_a_theme_far_behind_the_first_is_left_out(read: Reader):
    much = (
        "Budgettet skal vedtages. Besparelserne er store, og udgifterne falder. Økonomien og budgetterne er stramme. "
        * 3
    )
    found = read(article("Budgettet er på plads", much, "Digitale skilte følger, og det er en digital løsning."))
    assert [theme for theme, _ in of(found)] == ["oekonomi"]
    assert "digitalisering" in {row["theme"] for row in found.rows["theme_words"]}


def test_themes_are_ranked_by_score_and_at_most_five(read: Reader):
    words = "digitalisering, sygefravær, budget, frikommune, affald, forebyggelse, udlicitering, aktindsigt og ventetid"
    found = read(article(f"Her er {words}", f"Det handler om {words}.", f"Også om {words}."))
    rows = sorted(found.rows["document_themes"], key=lambda row: row["rank"])
    assert [row["rank"] for row in rows] == [1, 2, 3, 4, 5]
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)


def test_what_is_no_content_does_not_count(read: Reader):
    comments = (
        "\n\nKommentarer\n\nOle Bole: Digitalisering og digital post er noget skidt!\n\nSvar\n\nDigitaliseringen igen!"
    )
    found = read(article("Havnen får ny farve", "Malingen er grå.") + comments)
    assert found.rows["theme_words"] == []


def test_a_text_in_another_language_has_no_themes(read: Reader):
    text = (
        "The town wants to cut the digital budget, and everybody in the harbour is quite happy about that decision. "
        * 9
    )
    found = read(f"A digital harbour\n\n4 May 2023\n\n{text}")
    assert found.article.document["language"] == "en"
    assert found.rows["theme_words"] == found.rows["document_themes"] == []


def test_each_counted_word_stands_at_its_place_and_is_counted_where_its_theme_is_told(read: Reader):
    found = read(article("Digitaliseringen 🚢 af havnen", "Den digitale havn og en chatbot, siger de."))
    text, words = found.article.clean_text, found.rows["theme_words"]
    assert [row["text"] for row in words] == [text[row["char_start"] : row["char_end"]] for row in words]
    assert [row["text"] for row in words] == ["Digitaliseringen", "digitale", "chatbot"]
    assert row_of(found, "digitalisering")["words"] == len(words)
    assert len({row["theme_word_id"] for row in words}) == len(words)


@pytest.mark.parametrize("rule", ["theme.title", "theme.heading", "theme.text"])
def test_confidence_is_a_share(read: Reader, rule: str):
    title, heading = ("arbejdsmiljø" if rule == name else "lys" for name in ("theme.title", "theme.heading"))
    text = article(f"Mere {title} på havnen", f"Et bedre {heading}", "Arbejdsmiljøet er godt, siger de. Stress er væk.")
    row = row_of(read(text), "arbejdsmiljoe")
    assert row["rule"] == rule and 0 < row["confidence"] < 1


SENTENCES = st.sampled_from(
    [
        "Budgettet er stramt.",
        "De frivillige vil inddrages.",
        "Ledelsen taler om tillid og digitalisering.",
        "Byrådet har sat skolerne fri.",
        "🚢 Æblerne er røde.",
        "## Om sygefravær",
        "- Affaldet skal genbruges",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=12))
def test_rows_agree_with_each_other_whatever_the_text(read: Reader, sentences: list[str]):
    found = read(article("Havnen får ny farve", *sentences))
    made = themes(found.article)
    assert made == {name: found.rows[name] for name in made}
    segments = {segment.id: segment for segment in found.article.content}
    for row in made["theme_words"]:
        around = segments[row["segment_id"]]
        assert around.start <= row["char_start"] < row["char_end"] <= around.start + len(around.text)
    for row in made["document_themes"]:
        words = [word for word in made["theme_words"] if word["theme"] == row["theme"]]
        assert row["words"] == len(words)
        assert row["entries"] == len({word["entry"] for word in words})
        assert row["segments"] == len({word["segment_id"] for word in words})
    ranks = sorted(row["rank"] for row in made["document_themes"])
    assert ranks == list(range(1, len(ranks) + 1))
