"""What an article says of itself: date and its precision, authors, publisher."""

from datetime import date

import pytest
from plain_text import read_blocks, zone_kinds

from pejlemaerker.corpus.byline import Author
from pejlemaerker.corpus.metadata import article_authors, described, published, publisher

TITLE = "Skoleledere får ro til arbejdet"
BODY = """Skolelederne i Sandvig Kommune har fået lov til at lægge deres egen uge, og det har givet ro på gangene.

Ordningen blev vedtaget den 3. marts 2023 efter et halvt års forsøg på de tre største skoler i kommunen.

Nu skal den prøves af på alle skoler, og derefter skal byrådet tage stilling til, om den skal blive."""


def dated(text: str) -> tuple[date, str] | None:
    blocks = read_blocks(text)
    found = published(blocks, zone_kinds(blocks))
    return (found.value, found.precision) if found else None


def signed(text: str) -> list[Author]:
    blocks = read_blocks(text)
    kinds = zone_kinds(blocks)
    return [described(author, blocks, kinds) for author in article_authors(blocks, kinds)]


def by(text: str) -> str | None:
    blocks = read_blocks(text)
    return publisher(blocks, zone_kinds(blocks))


def under(line: str) -> str:
    return f"{TITLE}\n\n{line}\n\n{BODY}"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("12. maj 2024", date(2024, 5, 12)),
        ("Torsdag d. 12. september 2024 kl. 8.30", date(2024, 9, 12)),
        ("12.05.24 10:35", date(2024, 5, 12)),
        ("12-05-2024", date(2024, 5, 12)),
        ("2024-05-12", date(2024, 5, 12)),
        ("12. okt. 2024", date(2024, 10, 12)),
        ("Publiceret 12. maj 2024", date(2024, 5, 12)),
        ("Havneby, den 12. maj 2024", date(2024, 5, 12)),
        ("Af Ditte Kragelund, 12. maj 2024", date(2024, 5, 12)),
        ("Skrevet af Ditte Kragelund søndag d. 12. maj 2024 – 6 minutters læsning", date(2024, 5, 12)),
        ("Netværk for Ro, forårsmøde den 12. maj 2024", date(2024, 5, 12)),
    ],
)
def test_the_day_of_publication_is_read(line: str, day: date) -> None:
    assert dated(under(line)) == (day, "day")


def test_the_date_may_stand_above_the_title_or_at_the_end() -> None:
    assert dated(f"12. maj 2024\n\n{TITLE}\n\n{BODY}") == (date(2024, 5, 12), "day")
    assert dated(f"{TITLE}\n\n{BODY}\n\nPubliceret 12. maj 2024") == (date(2024, 5, 12), "day")


def test_a_month_is_dated_its_first_day_and_says_so() -> None:
    assert dated(under("Maj 2024")) == (date(2024, 5, 1), "month")


@pytest.mark.parametrize(
    ("line", "expected"), [("2. kvartal 2024", (date(2024, 4, 1), "quarter")), ("2024", (date(2024, 1, 1), "year"))]
)
def test_a_quarter_or_a_year_is_read_with_its_precision(line: str, expected: tuple[date, str]) -> None:
    assert dated(under(line)) == expected


def test_publication_counts_before_an_update() -> None:
    assert dated(under("Opdateret 14. maj 2024\n\nPubliceret 12. maj 2024")) == (date(2024, 5, 12), "day")
    assert dated(under("Opdateret 14. maj 2024")) == (date(2024, 5, 14), "day")


@pytest.mark.parametrize("text", [f"{TITLE}\n\n{BODY}", under("Af Ditte Kragelund"), "", TITLE])
def test_a_date_in_the_running_text_is_not_the_day_of_publication(text: str) -> None:
    assert dated(text) is None


def test_the_date_of_a_comment_is_not_the_day_of_publication() -> None:
    thread = "Skriv en kommentar\n\nGod idé\n\nGorm Testrup, 14. maj 2024 kl. 14.13\n\nJeg er helt enig med dig."
    assert dated(f"{TITLE}\n\n{BODY}\n\n{thread}") is None


def test_authors_come_in_order_with_role_and_organisation() -> None:
    line = "Af Ditte Kragelund, direktør i Havneby Kommune, og Asger Dalsgaard, formand for Lederrådet"
    assert signed(under(line)) == [
        Author("Ditte Kragelund", "direktør", "Havneby Kommune"),
        Author("Asger Dalsgaard", "formand", "Lederrådet"),
    ]


def test_the_line_of_roles_under_the_byline_is_read() -> None:
    found = signed(under("Af Ditte Kragelund\nSkoleleder og formand for Lederrådet"))
    assert [(author.name, (author.role or "").lower()) for author in found] == [
        ("Ditte Kragelund", "skoleleder og formand")
    ]
    assert found[0].organisation == "Lederrådet"


def test_the_last_paragraph_may_say_who_the_author_is() -> None:
    text = f"{under('Af Ditte Kragelund')}\n\nDitte Kragelund er skoleleder i Sandvig Kommune."
    assert signed(text) == [Author("Ditte Kragelund", "skoleleder", "Sandvig Kommune")]


def test_a_byline_printed_twice_is_one_author() -> None:
    assert len(signed(f"{under('Af Ditte Kragelund')}\n\nAf Ditte Kragelund")) == 1


def test_the_photographer_is_no_author() -> None:
    assert [author.name for author in signed(under("Af Ditte Kragelund\n\nFoto: Asger Dalsgaard"))] == [
        "Ditte Kragelund"
    ]


def test_a_credit_for_words_and_picture_names_the_author() -> None:
    assert signed(under("Tekst: Ditte Kragelund Foto: Asger Dalsgaard")) == [Author("Ditte Kragelund", None, None)]


def test_people_in_the_text_are_no_authors() -> None:
    assert signed(f"{TITLE}\n\n{BODY}\n\n”Det er godt,” siger Asger Dalsgaard.") == []


@pytest.mark.parametrize(
    "line",
    [
        "Udgivet af Havneby Tidende",
        "Udgiver: Havneby Tidende",
        "Udgivet af Havneby Tidende, 12. maj 2024",
    ],
)
def test_the_publisher_is_read_where_a_line_says_so(line: str) -> None:
    assert by(f"{line}\n\n{under('12. maj 2024')}") == "Havneby Tidende"


def test_no_publisher_is_guessed() -> None:
    assert by(under("12. maj 2024")) is None
    assert by(f"{TITLE}\n\n{BODY}\n\nPlanen er udgivet af Havneby Tidende i sidste uge.") is None


@pytest.mark.parametrize("line", ["1.-3. juni 2020", "30. maj - 2. juni 2020"])
def test_days_in_a_row_on_a_line_of_their_own_count_from_the_first(line: str):
    first = date(2020, 6, 1) if line.startswith("1") else date(2020, 5, 30)
    assert dated(f"{TITLE}\n\n{line}\n\n{BODY}") == (first, "day")


def test_days_in_a_row_in_a_sentence_are_not_those_of_publication():
    assert dated(
        f"{TITLE}\n\nKurset for alle nye skoleledere i hele kommunen varer 1.-3. juni 2020.\n\n{BODY.replace('3. marts 2023', 'mandag')}"
    ) != (
        date(2020, 6, 1),
        "day",
    )
