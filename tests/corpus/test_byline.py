"""Who signed an article, read from the line that says so."""

import pytest

from pejlemaerker.corpus.byline import Author, authors, is_byline, is_role_line


def names(line: str) -> list[str]:
    return [author.name for author in authors(line)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Af Ditte Kragelund", ["Ditte Kragelund"]),
        ("Af: Ditte Kragelund", ["Ditte Kragelund"]),
        ("AF DITTE KRAGELUND", ["Ditte Kragelund"]),
        ("AF DITTE KRAGELUND OG ASGER DALSGAARD", ["Ditte Kragelund", "Asger Dalsgaard"]),
        ("Af Ditte Kragelund og Asger Dalsgaard", ["Ditte Kragelund", "Asger Dalsgaard"]),
        (
            "Af Ditte Kragelund, Asger Dalsgaard og Signe M. Holmbo",
            ["Ditte Kragelund", "Asger Dalsgaard", "Signe M. Holmbo"],
        ),
        ("Skrevet af Ditte Kragelund fredag d. 3. maj 2024", ["Ditte Kragelund"]),
        ("Tekst: Ditte Kragelund", ["Ditte Kragelund"]),
        ("Af Xandru Tvorkov", ["Xandru Tvorkov"]),
        ("Af Karen von der Heide", ["Karen von der Heide"]),
        ("Af Karl-Åge Bøgelund-Ravn", ["Karl-Åge Bøgelund-Ravn"]),
        ("Oplæg ved direktør Karen Bøgelund, Havneby Kommune", ["Karen Bøgelund"]),
    ],
)
def test_names_of_a_byline_are_found(line: str, expected: list[str]) -> None:
    assert is_byline(line)
    assert names(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Ditte Kragelund",
        "Af hensyn til de ansatte",
        "Af alle ledere i kommunen har de fleste været her i mange år.",
        "Ved mødet blev planen vedtaget.",
        "Ved Havneby Rådhus",
        "Af Havneby Kommune",
        "Af Redaktionen",
        "Journalist søges til bladet",
        "Afdelingsleder Ditte Kragelund",
        "",
    ],
)
def test_lines_that_sign_nothing_are_no_byline(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        (
            "Af Ditte Kragelund, direktør i Vestermarken Kommune",
            Author("Ditte Kragelund", "direktør", "Vestermarken Kommune"),
        ),
        ("Af direktør Ditte Kragelund", Author("Ditte Kragelund", "direktør", None)),
        (
            "Af Ditte Kragelund, chefkonsulent, 12. maj 2024 kl. 8.30",
            Author("Ditte Kragelund", "chefkonsulent", None),
        ),
        (
            "Oplæg ved velfærdsdirektør Karen Bøgelund, Havneby Kommune",
            Author("Karen Bøgelund", "velfærdsdirektør", "Havneby Kommune"),
        ),
        ("Af Ditte Kragelund", Author("Ditte Kragelund", None, None)),
    ],
)
def test_the_role_and_organisation_of_an_author_are_read(line: str, author: Author) -> None:
    assert authors(line) == [author]


def test_each_of_two_authors_has_a_role() -> None:
    line = "Af Ditte Kragelund, direktør i Havneby Kommune, og Asger Dalsgaard, formand for Lederrådet"
    assert authors(line) == [
        Author("Ditte Kragelund", "direktør", "Havneby Kommune"),
        Author("Asger Dalsgaard", "formand", "Lederrådet"),
    ]


def test_the_line_below_gives_the_roles_when_the_byline_does_not() -> None:
    found = authors("Af Ditte Kragelund", "Forperson for Kystnetværket og kommunaldirektør i Vestermarken Kommune")
    assert [(author.role or "").lower() for author in found] == ["forperson og kommunaldirektør"]
    assert found[0].organisation == "Kystnetværket"


def test_the_line_below_does_not_override_the_byline() -> None:
    assert authors("Af Ditte Kragelund, rektor", "Formand for Lederrådet")[0].role == "rektor"


@pytest.mark.parametrize(
    "line", ["Direktør i Vestermarken Kommune", "Tidligere borgmester", "Formand for Lederrådet og rektor"]
)
def test_a_line_of_roles_is_one(line: str) -> None:
    assert is_role_line(line)


@pytest.mark.parametrize(
    "line", ["Direktøren går af.", "Ledelse er svært", "Formand for Lederrådet mener, at det går den rigtige vej.", ""]
)
def test_a_sentence_is_no_line_of_roles(line: str) -> None:
    assert not is_role_line(line)
