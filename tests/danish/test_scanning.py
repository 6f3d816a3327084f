"""Scanning by words finds what the plain pattern finds."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.danish.roles import ROLES
from pejlemaerker.danish.scanning import Endings, WordAnchored
from pejlemaerker.extraction.initiatives import naming

ROOT = Path(__file__).parents[2]
TEXTS = sorted([*(ROOT / "articles").glob("*.txt"), *(ROOT / "tests" / "gold").glob("*/articles/*.txt")])
SCANNED = {"roles": ROLES, "compounds": naming.COMPOUND, "called": naming.CALLED}


@pytest.mark.parametrize("name", SCANNED)
def test_finds_in_articles_what_the_plain_pattern_finds(name: str) -> None:
    scanned, found = SCANNED[name], 0
    for path in TEXTS:
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            spans = [match.span() for match in scanned.finditer(line)]
            assert spans == [match.span() for match in scanned.pattern.finditer(line)]
            found += len(spans)
    assert found > 0


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
