"""How alike two texts are, by their runs of five words and by a signature of them."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejlemaerker.corpus.likeness import MIN_WORDS, SHINGLE, SIGNATURE, contained, shingles, signature

WORDS = [f"ord{i}" for i in range(400)]
LONG = " ".join(WORDS)


def shared(one: str, other: str) -> float:
    """Share of the numbers that two signatures have in common."""
    a, b = signature(one), signature(other)
    assert a is not None and b is not None
    return sum(a[i : i + 4] == b[i : i + 4] for i in range(0, len(a), 4)) / SIGNATURE


def test_shingles_are_runs_of_five_words():
    assert shingles("Vi skal lede bedre nu, sagde hun.") == {
        "vi skal lede bedre nu",
        "skal lede bedre nu sagde",
        "lede bedre nu sagde hun",
    }


@pytest.mark.parametrize(
    "text",
    [
        "VI SKAL LEDE BEDRE NU",
        "»Vi skal lede bedre – nu!«",
        "vi\nskal\n\nlede | bedre   nu",
        "Vi skal, lede; bedre: nu …",
    ],
)
def test_capitals_marks_and_layout_do_not_matter(text: str):
    assert shingles(text) == {"vi skal lede bedre nu"}


@pytest.mark.parametrize("text", ["", "...", "Vi skal lede bedre"])
def test_fewer_than_five_words_give_none(text: str):
    assert shingles(text) == set()


def test_danish_letters_are_letters():
    assert shingles("Færøerne får først ændret årsagen") == {"færøerne får først ændret årsagen"}


@pytest.mark.parametrize(
    ("n", "told"), [(0, False), (MIN_WORDS, False), (MIN_WORDS + SHINGLE - 2, False), (MIN_WORDS + SHINGLE - 1, True)]
)
def test_a_short_text_has_no_signature(n: int, told: bool):
    assert (signature(" ".join(WORDS[:n])) is not None) is told


def test_a_text_that_says_the_same_again_and_again_is_short():
    assert signature("Vi skal lede bedre nu. " * 1000) is None


def test_a_signature_is_126_numbers_of_four_bytes():
    found = signature(LONG)
    assert found is not None and len(found) == 4 * SIGNATURE == 504


def test_the_same_words_have_the_same_signature_in_any_process():
    program = "import sys; from pejlemaerker.corpus.likeness import signature; sys.stdout.buffer.write(signature(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", program, LONG.upper().replace(" ", "\n")],
        capture_output=True,
        timeout=60,
        check=True,
        env={"PYTHONHASHSEED": "7"},
    )
    assert done.stdout == signature(LONG)


def test_signatures_share_about_as_much_as_the_texts():
    changed = " ".join(f"andet{i}" if i % 40 == 0 else word for i, word in enumerate(WORDS))
    in_common = len(shingles(LONG) & shingles(changed)) / len(shingles(LONG) | shingles(changed))
    assert 0.6 < in_common < 0.9 and abs(shared(LONG, changed) - in_common) < 0.15
    assert shared(LONG, LONG) == 1.0
    assert shared(LONG, " ".join(f"x{word}" for word in WORDS)) == 0.0


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        ({"a", "b"}, {"a", "b"}, 1.0),
        ({"a"}, {"a", "b", "c"}, 1.0),
        ({"a", "b", "c", "d"}, {"a", "x"}, 0.5),
        ({"a"}, {"b"}, 0.0),
        (set(), {"a"}, 0.0),
        (set(), set(), 0.0),
    ],
)
def test_how_much_of_the_smaller_text_stands_in_the_other(a: set[str], b: set[str], share: float):
    assert contained(a, b) == contained(b, a) == share


words = st.lists(st.sampled_from(WORDS), max_size=300).map(" ".join)


@settings(deadline=None)
@given(words)
def test_any_text_has_one_signature_or_none(text: str):
    found = signature(text)
    assert found == signature(text.title())
    assert (found is None) == (len(shingles(text)) < MIN_WORDS)
