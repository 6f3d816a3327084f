"""Which documents repeat another: the same release on two sites is one text, two articles of one site are two."""

import random
from datetime import date

import polars as pl
import pytest

from pejlemaerker.corpus.likeness import signature
from pejlemaerker.publication.duplicates import with_duplicates
from schemas import FINGERPRINTS

PARTS = [
    "rådet, skolen, plejehjemmet, forvaltningen, børnehaven, biblioteket, havnen, museet, svømmehallen",
    "vil lukke, åbner, bygger, måler, styrker, deler, flytter, kender, samler, afprøver",
    "møder, skemaer, vagter, kurser, planer, mål, budgetter, råd, rum, regler",
    "i Strandby, i Sundby, ved Havneby, nær Lyngby, under Bakken, hos naboen, på torvet, ved åen, i skoven",
    "fra januar til sommer, i februar og marts, hver onsdag, næste år igen, om 14 dage, efter ferien",
]


def article(seed: int, sentences: int = 30) -> list[str]:
    """Sentences that no other seed gives in the same order."""
    dice = random.Random(seed)
    chosen = ([dice.choice(part.split(", ")) for part in PARTS] for _ in range(sentences))
    return [" ".join([*words[:2], str(dice.randint(2, 900)), *words[2:]]) + "." for words in chosen]


ONE, OTHER = article(1), article(2)
BOILERPLATE = article(99, 12)


def found(*articles: tuple[str, list[str], date | None], menu: str | None = None) -> dict[str, str | None]:
    """By name of each article (name, sentences, date) the name of the one that it repeats."""
    documents = pl.DataFrame(
        [
            {
                "_raw": f"raw-{name}",
                "document_id": name,
                "source_path": f"{name}.txt",
                "published": day,
                "text_sha256": f"{menu}{name if len(said) < 4 else said}",
            }
            for name, said, day in articles
        ],
        schema={
            "_raw": pl.String,
            "document_id": pl.String,
            "source_path": pl.String,
            "published": pl.Date,
            "text_sha256": pl.String,
        },
    ).with_columns(duplicate_of=pl.lit(None, pl.String))
    fingerprints = pl.DataFrame(
        [
            {"_raw": f"raw-{name}", "source_id": f"raw-{name}", "signature": signature(" ".join(said))}
            for name, said, _ in articles
        ],
        schema={"_raw": pl.String, **FINGERPRINTS.polars},
    )
    segments = pl.DataFrame(
        [
            {"_raw": f"raw-{name}", "ordinal": i, "kind": kind, "text": text}
            for name, said, _ in articles
            for i, (kind, text) in enumerate(
                [*((("navigation", menu),) if menu else ()), *(("paragraph", text) for text in said)], 1
            )
        ],
        schema={"_raw": pl.String, "ordinal": pl.Int64, "kind": pl.String, "text": pl.String},
    )
    result = with_duplicates(documents, fingerprints, [segments])
    assert result["document_id"].to_list() == documents["document_id"].to_list()
    assert set(result.columns) == set(documents.columns)
    return {
        name: original.removeprefix("raw-") if original else None
        for name, original in result.select("document_id", "duplicate_of").rows()
    }


def day(n: int) -> date:
    return date(2024, 3, n)


# what repeats what


def test_the_same_words_on_two_sites_are_one_text():
    assert found(("a", ONE, day(1)), ("b", ONE, day(2))) == {"a": None, "b": "a"}


@pytest.mark.parametrize(
    "changed",
    [
        ["Nu sker det i Strandby", *ONE[1:]],
        [*ONE[:14], *ONE[15:]],
        [*ONE, "Læs mere om planen på rådets hjemmeside."],
        [text.replace("Strandby", "Strandby Kommune") for text in ONE],
        [text.upper() for text in ONE],
        [" ".join(ONE)],
        [f"– {text}" for text in ONE],
        ONE[:22],
        [*ONE, *OTHER[:6]],
        [*ONE[15:], *ONE[:15]],
    ],
    ids=[
        "headline",
        "a sentence gone",
        "a line more",
        "a name",
        "capitals",
        "one paragraph",
        "marks",
        "shortened",
        "more",
        "moved",
    ],
)
def test_trifling_changes_do_not_make_another_text(changed: list[str]):
    assert found(("a", ONE, day(1)), ("b", changed, day(2))) == {"a": None, "b": "a"}


@pytest.mark.parametrize(
    "changed",
    [
        OTHER,
        ONE[:12],
        [*ONE, *OTHER],
        [*ONE[:15], *OTHER[:15]],
        list(reversed(article(3))),
        [text.replace(" ", " ikke ") for text in ONE],
    ],
    ids=["other", "an excerpt", "a part of a longer one", "half", "another", "word by word"],
)
def test_other_texts_are_no_repeats(changed: list[str]):
    assert found(("a", ONE, day(1)), ("b", changed, day(2))) == {"a": None, "b": None}


def test_articles_of_one_site_with_the_same_lines_around_them_are_several():
    around = [(name, [*BOILERPLATE, *article(10 + i)], day(1 + i)) for i, name in enumerate("abcd")]
    assert set(found(*around).values()) == {None}


def test_what_is_no_content_does_not_count():
    menu = " ".join(article(50, 60))
    assert found(("a", ONE, day(1)), ("b", OTHER, day(2)), menu=menu) == {"a": None, "b": None}


def test_short_texts_are_told_from_nothing():
    note = ["Rådhuset i Strandby er lukket på mandag.", "Ring på tirsdag i stedet."]
    assert found(("a", note, day(1)), ("b", note, day(2))) == {"a": None, "b": None}


def test_no_documents_and_one_document_repeat_nothing():
    assert found() == {}
    assert found(("a", ONE, None)) == {"a": None}


# which is the original


def test_three_copies_all_repeat_the_first():
    assert found(("c", ONE, day(1)), ("a", ONE, day(2)), ("b", [*ONE, "Slut."], day(3))) == {
        "c": None,
        "a": "c",
        "b": "c",
    }


@pytest.mark.parametrize(
    ("first", "second", "original"),
    [
        (day(1), day(2), "a"),
        (day(2), day(1), "b"),
        (day(1), day(1), "a"),
        (None, day(1), "b"),
        (day(1), None, "a"),
        (None, None, "a"),
    ],
)
def test_the_original_was_published_first_or_else_comes_first_by_name(
    first: date | None, second: date | None, original: str
):
    result = found(("a", ONE, first), ("b", ONE, second))
    assert [name for name, repeated in result.items() if repeated is None] == [original]


def test_the_order_of_documents_does_not_matter():
    articles = [
        ("a", ONE, day(3)),
        ("b", ONE[:24], day(1)),
        ("c", OTHER, day(2)),
        ("d", OTHER[2:], None),
        ("e", article(5), day(9)),
    ]
    expected = found(*articles)
    assert expected == {"a": "b", "b": None, "c": None, "d": "c", "e": None}
    for seed in range(5):
        shuffled = list(articles)
        random.Random(seed).shuffle(shuffled)
        assert found(*shuffled) == expected


def test_an_original_repeats_nothing_itself_so_that_there_is_no_chain():
    """Each is like the one before it, the first and the last are not alike."""
    parts = [article(seed, 5) for seed in range(20, 34)]
    drifting = [
        (name, [text for part in parts[i : i + 10] for text in part], day(1 + i)) for i, name in enumerate("abcde")
    ]
    result = found(*drifting)
    assert result["a"] is None and result["b"] == "a"
    originals = {name for name, repeated in result.items() if repeated is None}
    assert all(repeated in originals for repeated in result.values() if repeated is not None)


def test_a_text_that_is_like_two_repeats_the_one_published_first():
    head, tail = article(40, 4), article(41, 4)
    result = found(("b", [*head, *ONE], day(1)), ("a", [*ONE, *tail], day(2)), ("c", ONE, day(3)))
    assert result["b"] is None and result["c"] == "b"


def test_a_release_that_every_municipality_prints_is_one_text():
    copies = [(f"a{i:02}", [*ONE, f"Nyt fra by nummer {i}."], day(1 + i % 28)) for i in range(60)]
    assert sum(repeated is None for repeated in found(*copies).values()) == 1


def test_many_copies_are_one_text():
    copies = [(f"a{i:02}", [*ONE, f"Nyt fra by nummer {i}."], day(1 + i % 28)) for i in range(40)]
    assert sum(repeated is None for repeated in found(*copies).values()) == 1
