"""Scanning by words finds what the plain pattern finds."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker import reading  # noqa: F401 - loads all patterns
from pejlemaerker.danish.quantities.atoms import ATOM, BEGINNINGS
from pejlemaerker.danish.quantities.windows import folded
from pejlemaerker.danish.roles import ROLES
from pejlemaerker.danish.scanning import Beginnings, Endings, Gated, WordAnchored, opened_by
from pejlemaerker.extraction.initiatives import naming
from pejlemaerker.extraction.quotes.at_clauses import AT_CLAUSE
from pejlemaerker.extraction.recommendations import modals, performatives

ROOT = Path(__file__).parents[2]
TEXTS = sorted([*(ROOT / "articles").glob("*.txt"), *(ROOT / "tests" / "gold").glob("*/articles/*.txt")])
SCANNED = {
    "roles": ROLES,
    "compounds": naming.COMPOUND,
    "called": naming.CALLED,
    "modals": modals._MODAL,
    "performatives": performatives._VERB,
    "at-clauses": AT_CLAUSE,
}


@pytest.mark.parametrize("name", SCANNED)
def test_finds_in_articles_what_the_plain_pattern_finds(name: str) -> None:
    scanned, found = SCANNED[name], 0
    for path in TEXTS:
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            spans = [match.span() for match in scanned.finditer(line)]
            assert spans == [match.span() for match in scanned.pattern.finditer(line)]
            found += len(spans)
    assert found > 0


def scanned_patterns() -> dict[str, WordAnchored | Gated]:
    """Every pattern of the project that is looked for by its words."""
    modules = [(name, module) for name, module in sys.modules.items() if name.startswith("pejlemaerker.")]
    return {
        f"{name}.{attribute}": value
        for name, module in sorted(modules)
        for attribute, value in vars(module).items()
        if isinstance(value, WordAnchored | Gated)
    }


def test_no_pattern_matches_where_its_words_do_not_stand() -> None:
    """Whoever adds a form to a pattern and forgets its word among those it is looked for by is told here."""
    lines = {line for path in TEXTS for line in path.read_text(encoding="utf-8", errors="replace").splitlines()}
    patterns, met = scanned_patterns(), set()
    for name, scanned in patterns.items():
        for line in lines:
            if scanned.pattern.search(line) is not None:
                met.add(name)
                assert scanned.may_match(line), (name, line)
    assert len(patterns) > 20 and len(met) > len(patterns) / 2


WORDS = st.sampled_from(
    [
        "KL-formand",
        "formand",
        "og",
        "ny",
        "chef-",
        "leder,",
        "skole- og plejechef",
        "Ælder",
        "-",
        ".",
        "2.",
        "viceborgmester",
    ]
)


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_roles_in_odd_texts(text: str) -> None:
    assert [match[0] for match in ROLES.finditer(text)] == [match[0] for match in ROLES.pattern.finditer(text)]


def test_a_match_is_not_looked_into_again() -> None:
    twos = WordAnchored(r"\w+ \w+", openers=["en", "to", "tre", "fire"])
    assert [match[0] for match in twos.finditer("en to tre fire fem")] == ["en to", "tre fire"]


@given(st.lists(st.text("abc", min_size=1, max_size=4), max_size=5), st.text("abc", max_size=6))
def test_endings_are_those_of_endswith(endings: list[str], word: str) -> None:
    assert Endings(endings).close(word) == word.endswith(tuple(endings))


def test_an_ending_that_is_not_looked_at_is_refused() -> None:
    with pytest.raises(ValueError, match="too short an ending: en"):
        WordAnchored(r"[\w-]+en", endings=["en"])


def test_a_phrase_opens_only_beside_a_word_that_tells_it() -> None:
    needed = opened_by(r"\b(?:er(?: \w+)? nødt til|kalder på|bør)\b", ["bør"], phrases=["er nødt til", "kalder på"])
    assert [match[0] for match in needed.finditer("Vi er nu nødt til det, og det kalder på, hvad vi bør.")] == [
        "er nu nødt til",
        "kalder på",
        "bør",
    ]
    assert needed.search("Det er godt.") is None


def test_a_leading_word_opens_only_before_another() -> None:
    chief = WordAnchored(r"(?:ny )?chef", openers=["chef"], leading=["ny"])
    assert [match[0] for match in chief.finditer("En ny chef og en chef")] == ["ny chef", "chef"]
    assert not chief.may_match("En ny bil")


def test_beginnings_are_those_of_words_and_of_parts_of_words() -> None:
    beginnings = Beginnings(["kommun", "5"])
    assert beginnings.places("”Kommunerne” i 5-kommunesamarbejdet, 15 kommuner (kommune)") == [1, 15, 17, 40, 50]
    assert beginnings.places("Ingen her") == []


NUMBERS = st.sampled_from(
    [
        "en",
        "et",
        "par",
        "to",
        "tre",
        "femogtyve",
        "halvdelen",
        "½",
        "2½",
        "1.200",
        "covid-19",
        "5-10",
        "x2",
        "tre-fire",
        "million",
        "procent",
        "og",
        "”to",
        "(12)",
        "1/2",
        "hver",
        "tredje",
        "İ",
        "ÉN",
        "tolv,",
        "-",
        "_3",
    ]
)


@given(st.lists(NUMBERS, max_size=12), st.sampled_from([" ", "  ", "\n", "\xa0", "/"]))
def test_numbers_are_found_where_the_plain_pattern_finds_them(words: list[str], space: str) -> None:
    text = space.join(words)
    places = BEGINNINGS.places(text)
    assert places == sorted(places)
    assert {match.start() for match in ATOM.finditer(folded(text))} <= set(places)
