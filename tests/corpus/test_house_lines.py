"""Lines that a house prints around every article: told from at least three of its documents, and never from one article twice."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejlemaerker.corpus.blocks import placed
from pejlemaerker.corpus.byline import Author
from pejlemaerker.corpus.claims import Claims
from pejlemaerker.corpus.formats.text import read_text
from pejlemaerker.corpus.house_lines import Printed, house_lines, house_of
from pejlemaerker.corpus.zones import zones

MENU, NOTE = "Forside Nyheder Sport", "Avisen er uafhængig og lever af dem, der læser den."


def own(name: str, n: int = 6) -> list[str]:
    """Lines of one article that stand in no other."""
    return [f"Rådet i {name} har for {i}. gang sagt ja til en plan, som giver lederne mere tid." for i in range(n)]


def printed(name: str, *extra: str, house: str = "avisen.example") -> Printed:
    return Printed(name, house, (*extra, *own(name)))


# which house


@pytest.mark.parametrize(
    ("claims", "stated", "house"),
    [
        (Claims(url="https://www.avisen.example/nyt"), Claims(), "avisen.example"),
        (Claims(url="https://avisen.example/andet", publisher="Avisen"), Claims(), "avisen.example"),
        (Claims(url="https://a.example/x"), Claims(url="https://avisen.example/x"), "avisen.example"),
        (Claims(url="https://nyt.avisen.example/x"), Claims(), "nyt.avisen.example"),
        (Claims(publisher="Avisen"), Claims(publisher="Strandby Avis"), "strandby avis"),
        (Claims(publisher=" STRANDBY  Avis"), Claims(), "strandby avis"),
        (Claims(), Claims(), None),
        (Claims(title="Nyt", published=date(2024, 1, 1), authors=(Author("Asger Dal", None, None),)), Claims(), None),
    ],
)
def test_the_house_is_the_site_or_else_the_publisher(claims: Claims, stated: Claims, house: str | None):
    assert house_of(claims, stated) == house


# which lines


def test_a_line_in_three_documents_of_a_house_is_the_houses():
    found = house_lines([printed(name, MENU) for name in ("Strandby", "Sundby", "Havneby")])
    assert found == {name: frozenset({MENU}) for name in ("Strandby", "Sundby", "Havneby")}


def test_a_line_in_two_documents_is_not():
    assert house_lines([printed("Strandby", MENU), printed("Sundby", MENU), printed("Havneby")]) == {}
    assert house_lines([printed("Strandby", MENU), printed("Sundby", MENU)]) == {}


def test_documents_of_other_houses_do_not_count():
    mixed = [printed(name, MENU, house=house) for name, house in (("Strandby", "a"), ("Sundby", "a"), ("Havneby", "b"))]
    assert house_lines(mixed) == {}


def test_each_document_gets_only_the_lines_it_holds():
    names = ("Strandby", "Sundby", "Havneby", "Lyngby")
    found = house_lines(
        [
            printed(name, *([MENU] if name != "Lyngby" else []), *([NOTE] if name != "Strandby" else []))
            for name in names
        ]
    )
    assert found["Strandby"] == {MENU} and found["Lyngby"] == {NOTE} and found["Sundby"] == {MENU, NOTE}


def test_a_line_that_one_document_repeats_counts_once():
    assert house_lines([printed("Strandby", MENU, MENU, MENU), printed("Sundby"), printed("Havneby")]) == {}


def test_a_line_that_differs_by_a_letter_is_another_line():
    assert house_lines([printed("Strandby", MENU), printed("Sundby", MENU), printed("Havneby", MENU + ".")]) == {}


@pytest.mark.parametrize(("length", "told"), [(400, True), (401, False)])
def test_a_long_stretch_is_an_article_and_no_line_of_the_house(length: int, told: bool):
    documents = [
        Printed(name, "avisen.example", ("x" * length, *own(name, 20))) for name in ("Strandby", "Sundby", "Havneby")
    ]
    assert bool(house_lines(documents)) is told


def test_the_same_article_in_three_files_makes_no_house_lines():
    same = own("Strandby")
    assert house_lines(Printed(name, "avisen.example", tuple(same)) for name in ("a", "b", "c")) == {}


def test_the_same_article_again_does_not_make_its_words_those_of_the_house():
    again = [Printed(name, "avisen.example", (MENU, *own("Strandby"))) for name in ("a", "b", "c")]
    others = [printed(name, MENU) for name in ("Sundby", "Havneby", "Lyngby")]
    found = house_lines([*again, *others])
    assert set(found) == {"a", "b", "c", "Sundby", "Havneby", "Lyngby"}
    assert set(found.values()) == {frozenset({MENU})}


def test_two_copies_beside_one_other_article_tell_nothing():
    again = [Printed(name, "avisen.example", (MENU, *own("Strandby"))) for name in ("a", "b")]
    assert set(house_lines([*again, printed("Sundby", MENU)]).values()) <= {frozenset({MENU})}


def test_documents_that_share_most_of_their_words_tell_nothing():
    frame = tuple(f"{NOTE} Læs side {i}." for i in range(10))
    notes = [Printed(name, "avisen.example", (*frame, *own(name, 3))) for name in ("Strandby", "Sundby", "Havneby")]
    assert house_lines(notes) == {}


def test_documents_without_lines_are_left_out():
    assert house_lines([]) == {}
    assert house_lines([Printed(name, "avisen.example", ()) for name in "abc"]) == {}


documents = st.lists(
    st.tuples(st.sampled_from(["a.example", "b.example"]), st.lists(st.sampled_from("abcdefghij"), max_size=8)),
    max_size=10,
).map(lambda drawn: [Printed(str(i), house, tuple(lines)) for i, (house, lines) in enumerate(drawn)])


@settings(deadline=None)
@given(documents, st.randoms())
def test_the_order_of_documents_does_not_matter(found, random):
    shuffled = list(found)
    random.shuffle(shuffled)
    assert house_lines(shuffled) == house_lines(found)


@settings(deadline=None)
@given(documents)
def test_a_house_line_stands_in_three_documents_of_its_house(found):
    by_id = {document.id: document for document in found}
    for name, lines in house_lines(found).items():
        for line in lines:
            holding = [other for other in found if other.house == by_id[name].house and line in other.lines]
            assert line in by_id[name].lines and len(holding) >= 3


# what they are in an article


def kinds_of(lines: list[str], repeated: set[str]) -> list[str]:
    blocks = list(placed(read_text("\n\n".join(lines))))
    return [zone.kind for zone in zones(blocks, repeated=repeated)]


TITLE = "Plan giver ledere tid"


def test_house_lines_around_and_among_the_text_are_navigation():
    text = own("Strandby", 4)
    lines = [MENU, TITLE, *text[:2], NOTE, *text[2:], NOTE]
    assert [kind for kind in kinds_of(lines, {MENU, NOTE}) if kind == "navigation"] == ["navigation"] * 3
    assert "navigation" not in kinds_of([TITLE, *text[:2], NOTE, *text[2:], NOTE], set())


def test_a_short_heading_among_the_text_is_the_articles_also_when_others_have_it():
    text = own("Strandby", 4)
    assert kinds_of([TITLE, *text[:2], "## Baggrund", *text[2:]], {"Baggrund"})[3] == "heading"


def test_the_title_is_the_title_also_when_others_have_it():
    assert kinds_of([TITLE, *own("Strandby", 4)], {TITLE})[0] == "title"


def test_a_byline_is_a_byline_also_when_others_have_it():
    assert kinds_of([TITLE, "Af Ditte Lyngholm", *own("Strandby", 4)], {"Af Ditte Lyngholm"})[1] == "byline"
