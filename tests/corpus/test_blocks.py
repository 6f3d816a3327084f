"""Plain text and markdown cut into blocks as a reader sees them on the page."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_text import read_blocks

from pejlemaerker.corpus.blocks import Block, clean_text
from pejlemaerker.corpus.markup import normalise
from pejlemaerker.danish.contacts import without_contacts

Shown = tuple[str, int | None, str | None, str]


def shown(text: str) -> list[Shown]:
    return [(block.shape, block.level, block.marker, block.text) for block in read_blocks(text)]


def texts(text: str) -> list[str]:
    return [block.text for block in read_blocks(text)]


def test_headings_have_their_level_and_lose_their_marks() -> None:
    text = "# Ny ledelse\n## Hvorfor **nu**? ##\n###### Noter\nTekst."
    assert shown(text) == [
        ("heading", 1, None, "Ny ledelse"),
        ("heading", 2, None, "Hvorfor nu?"),
        ("heading", 6, None, "Noter"),
        ("line", None, None, "Tekst."),
    ]


@pytest.mark.parametrize("line", ["#ledelse", "#1 er bedst", "####### for mange", "C# er et sprog"])
def test_a_hash_that_opens_no_heading_stays(line: str) -> None:
    assert shown(line) == [("line", None, None, line)]


@pytest.mark.parametrize("mark", ["-", "*", "•", "◆", "●", "▪", "–", "✓", "➢", "\uf0b7", "- ◆"])
def test_bullets_are_list_items_without_their_mark(mark: str) -> None:
    assert shown(f"{mark} Færre regler\n{mark} Mere tid") == [
        ("list_item", 1, None, "Færre regler"),
        ("list_item", 1, None, "Mere tid"),
    ]


@pytest.mark.parametrize("text", ["•\tFærre regler", "-\tFærre regler", "•\u00a0Færre regler", "\uf0b7\tFærre regler"])
def test_a_tab_after_a_bullet_is_as_good_as_a_space(text: str) -> None:
    assert shown(text) == [("list_item", 1, None, "Færre regler")]


def test_a_tab_after_a_number_is_as_good_as_a_space() -> None:
    assert shown("1.\tFærre regler") == [("list_item", 1, "1", "Færre regler")]


@pytest.mark.parametrize("line", ["-5 grader i nat", "*", "-", "Ud- og indbygning", "2-3 ledere", "–"])
def test_a_dash_that_opens_no_item_is_no_bullet(line: str) -> None:
    assert [block.shape for block in read_blocks(line)] == ["line"]


def test_numbered_items_keep_their_number_apart() -> None:
    text = "1. Sæt mål\n2) Følg op\n(3) Stop i tide\na) Alene\n12. Sammen"
    assert shown(text) == [
        ("list_item", 1, "1", "Sæt mål"),
        ("list_item", 1, "2", "Følg op"),
        ("list_item", 1, "3", "Stop i tide"),
        ("list_item", 1, "a", "Alene"),
        ("list_item", 1, "12", "Sammen"),
    ]


@pytest.mark.parametrize("title", ["Decentralisering af ansvar", "Markant færre regler", "Junior- og seniorledere"])
def test_items_that_begin_like_a_month_are_items(title: str) -> None:
    assert shown(f"1. {title}") == [("list_item", 1, "1", title)]


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("a) øge trivslen\nb) sænke fraværet", ["a", "b"]),
        ("1) øge trivslen\n2) sænke fraværet", ["1", "2"]),
        ("1. øge trivslen\n2. sænke fraværet\n3. lytte", ["1", "2", "3"]),
    ],
)
def test_items_in_lower_case_are_items_when_the_number_leaves_no_doubt(text: str, markers: list[str]) -> None:
    assert [block.marker for block in read_blocks(text)] == markers


@pytest.mark.parametrize(
    "line",
    [
        "3. maj åbner det nye rådhus.",
        "3. Maj åbner det nye rådhus.",
        "12. nov. holdt lederne møde.",
        "1. januar 2025",
        "3. klasse fik besøg af rektor.",
        "2024. Sådan begyndte talen.",
        "1.500 kroner om måneden",
        "2,5 procent flere",
        "§ 3. Lederne bestemmer.",
        "8.30 begynder mødet",
        "A. Mosegaard er ny leder.",
    ],
)
def test_numbers_that_count_no_item_are_part_of_the_line(line: str) -> None:
    assert shown(line) == [("line", None, None, line)]


def test_nested_items_are_deeper() -> None:
    text = "- Ledelse\n  - Tæt på\n    - Hver dag\n- Tid\n1. Mål\n   - Få"
    assert [(block.level, block.text) for block in read_blocks(text)] == [
        (1, "Ledelse"),
        (2, "Tæt på"),
        (3, "Hver dag"),
        (1, "Tid"),
        (1, "Mål"),
        (2, "Få"),
    ]


def test_one_space_or_a_tab_is_an_indent_too() -> None:
    assert [block.level for block in read_blocks("- Ledelse\n - Tæt på\n- Tid\n\t- Meget")][:2] == [1, 2]
    assert read_blocks("- Tid\n\t- Meget")[1].level is not None
    assert (read_blocks("- Tid\n\t- Meget")[1].level or 0) > 1


def test_dash_led_utterances_keep_their_dash_and_lists_lose_theirs() -> None:
    text = (
        "– Vi lytter mere end før, siger Asta Mosegaard.\n\n"
        "Hun har været leder i ti år.\n\n"
        "– Det kan hele huset mærke nu.\n\n"
        "- Kaffe\n- Kage"
    )
    assert shown(text) == [
        ("line", None, None, "– Vi lytter mere end før, siger Asta Mosegaard."),
        ("line", None, None, "Hun har været leder i ti år."),
        ("line", None, None, "– Det kan hele huset mærke nu."),
        ("list_item", 1, None, "Kaffe"),
        ("list_item", 1, None, "Kage"),
    ]


def test_sentences_in_a_list_are_no_utterances_when_nobody_speaks() -> None:
    text = "Rådene er:\n\n- Lyt til de ansatte hver dag.\n\n- Spørg de pårørende om deres råd."
    assert [block.shape for block in read_blocks(text)] == ["line", "list_item", "list_item"]


def test_quoting_signs_rules_and_fences_leave_the_words() -> None:
    text = "> Ledelse er et fag.\n> > Ja.\n\n---\n\n***\n```\nDet er det.\n```\n====\n_______"
    assert texts(text) == ["Ledelse er et fag.", "Ja.", "Det er det."]


def test_tables_keep_their_cells_and_lose_their_frame() -> None:
    assert texts("| Mål | **2024** |\n|---|---:|\n| Trivsel | 61 % |") == ["Mål | 2024", "Trivsel | 61 %"]


def test_pictures_and_comments_leave_no_empty_block() -> None:
    assert texts("![alt](x.png)\n\n<!-- note -->\n\nTekst.") == ["Tekst."]


def test_emphasis_that_runs_over_a_line_end_joins_the_lines() -> None:
    assert texts("**Ved leder for området i\nHavneby Kommune**\n\nTekst.") == [
        "Ved leder for området i Havneby Kommune",
        "Tekst.",
    ]


def test_a_gap_is_two_line_ends_and_no_gap_is_one() -> None:
    blocks = read_blocks("Et.\nTo.\n\n\n\nTre.")
    assert clean_text(blocks) == "Et.\nTo.\n\nTre."
    assert [block.gap for block in blocks] == [False, False, True]


def test_contact_details_are_masked_in_the_blocks() -> None:
    text = clean_text(read_blocks("Skriv til asta@example.dk eller ring 21 33 44 55."))
    assert "asta" not in text and "21" not in text


def test_nothing_gives_no_blocks() -> None:
    assert read_blocks(" \n\n---\n") == []
    assert clean_text([]) == ""


WORDS = st.sampled_from(
    [
        "ledelse",
        "Tid",
        "-",
        "–",
        "*",
        "1.",
        "2)",
        "#",
        "##",
        ">",
        "|",
        "”ja”",
        "siger",
        "hun,",
        "3.",
        "maj",
        "**fed**",
        "_blød_",
        "Slut.",
        "45",
        "%",
        "Havneby",
        "nej!",
        "æøå",
    ]
)
LINES = st.lists(st.lists(WORDS, max_size=14).map(" ".join), max_size=16).map("\n".join)
ANY = st.text(alphabet=st.characters(), max_size=300)


def assert_placed(blocks: list[Block], text: str) -> None:
    assert all(text[block.char_start : block.char_end] == block.text for block in blocks)
    assert all(block.text == block.text.strip() != "" for block in blocks)
    for left, right in pairwise(blocks):
        assert text[left.char_end : right.char_start] == ("\n\n" if right.gap else "\n")
    assert not blocks or (blocks[0].char_start, blocks[-1].char_end) == (0, len(text))


@given(LINES | ANY)
def test_blocks_stand_where_they_say(raw: str) -> None:
    blocks = read_blocks(raw)
    assert_placed(blocks, clean_text(blocks))


def letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


@given(st.lists(st.lists(WORDS.filter(str.isalpha), max_size=30).map(" ".join), max_size=12).map("\n".join))
def test_every_word_is_in_a_block_in_its_order(raw: str) -> None:
    assert clean_text(read_blocks(raw)).split() == raw.split()


@given(LINES)
def test_no_letter_is_lost_or_moved(raw: str) -> None:
    found = "".join(letters(block.marker or "") + letters(block.text) for block in read_blocks(raw))
    assert found == letters(without_contacts(normalise(raw)))
