"""What holds for every article, tried on generated ones: rows stand at their spans, in order, and stay the same."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejlemaerker.extraction.actors import resolve
from schemas import TABLES

PEOPLE = [
    "Tove Vestbirk",
    "Bjarke Rask",
    "Ditte Holm-Rask",
    "Zyrinka Quistbarg",
    "Anne-Mette van der Hede",
    "Ole Vestbirks",
]
ROLES = [
    "borgmester",
    "direktør i Struer Kommune",
    "KL’s formand,",
    "konstitueret ældrechef",
    "formand for Foreningen Ræv",
]
WORDS = [
    "Vi har fået ro på gangene",
    "Kommunerne bør droppe de mange skemaer",
    "Hos os er 40 pct. af lederne rejst",
    "Vi opfordrer regeringen til at vente",
    "Det var ikke ”fri leg”",
    "Hvem skal passe de gamle",
    "Det koster 6,5 mio. kr. i 2025 🚢",
    "Æblerne i Å’s have er ”gode",
]
MARKS = [
    "”{},” {}",
    "“{},” {}",
    "»{},« {}",
    '"{}, "{}',
    "- {}, {}",
    "– {}, {}",
    "”{}, {}",
    "”{}”, {}",
    "{}, {}",
    "{},” {}",
]
OTHERS = [
    "Fem råd til ledere\n\n1. Gå en tur i huset.\n2. Skær 20 pct. af møderne væk.",
    "Projektet Stille Timer hører til Sundhedsreformen og er lavet af Struer Kommune og KL.",
    "Ifølge Tove Vestbirk er de gamle glade. Hun mener, at Region Midtjylland skal have ros.",
    "| Mål | 2024 |\n|---|---|\n| Glade borgere | 61 % |",
    "Bjarke Rask foran huset. Foto: Ditte Holm/Struer Avis",
    "Læs også\n\nNy direktør skal spare 40 mio. kr.",
    "## Ro på gangene",
    "Han siger, at det kræver mod.",
]

_clauses = st.one_of(
    st.builds(lambda verb, role, name: f"{verb} {role} {name}.", st.sampled_from(["siger", "mener", "spørger"]),
              st.sampled_from(["", *ROLES]), st.sampled_from(PEOPLE)),
    st.sampled_from(["siger hun.", "siger han.", "siger borgmesteren.", "lyder det fra KL.", "siger Vestbirk.", ""]),
)  # fmt: skip
_quoted = st.builds(lambda mark, words, clause: mark.format(words, clause), st.sampled_from(MARKS),
                    st.sampled_from(WORDS), _clauses)  # fmt: skip
_loose = st.text(alphabet="aæøåABC ”“»«\"'’-–.,:;!?()[]#*|0123456789%\n\t", max_size=60)
_paragraphs = st.lists(st.one_of(_quoted, _quoted, st.sampled_from(OTHERS), _loose), min_size=1, max_size=8)
_articles = st.builds(
    lambda paragraphs, date: "\n\n".join(["Nye vagtplaner på Solbakken", f"{date:%d-%m-%Y}", *paragraphs]),
    _paragraphs,
    st.dates(datetime.date(2000, 1, 1), datetime.date(2030, 1, 1)),
)


@given(_articles)
@settings(max_examples=120, deadline=None)
def test_rows_stand_at_their_spans_sorted_with_ids_of_their_own(read, text):
    found = read(text)
    clean = found.article.clean_text
    segments = {item.id: item for item in found.article.segments}
    spanned = {name: rows for name, rows in found.rows.items() if TABLES[name].has_span}
    assert found.rows.keys() - spanned.keys() == {"document_themes"}
    for name, rows in spanned.items():
        key = TABLES[name].key
        identifier = key[-1]
        assert len({row[identifier] for row in rows}) == len(rows)
        assert [row["char_start"] for row in rows] == sorted(row["char_start"] for row in rows)
        for row in rows:
            start, end, home = row["char_start"], row["char_end"], segments[row["segment_id"]]
            assert row["text"] == clean[start:end] != ""
            assert row["text"] == row["text"].strip()
            assert home.row["is_content"] and home.start <= start < end <= home.start + len(home.text)
            assert 0 < row["confidence"] <= 1


@given(_articles)
@settings(max_examples=60, deadline=None)
def test_rows_fit_their_schemas_and_point_to_quotes_that_exist(read, text):
    found = read(text)
    quotes = {row["quote_id"] for row in found.quotes}
    for name, rows in found.rows.items():
        for row in rows:
            assert list(row) == TABLES[name].names
            for column in TABLES[name].columns:
                assert not column.enum or row[column.name] in (*column.enum, *[None][: column.optional])
    assert {row["quote_id"] for row in [*found.recommendations, *found.kpis]} - {None} <= quotes
    for row in found.quotes:
        assert (row["speaker"] is None) == (row["attribution"] is None)


@given(_articles)
@settings(max_examples=40, deadline=None)
def test_reading_twice_gives_the_same(read, text):
    first, second = read(text), read(text)
    assert (first.rows, first.article.document) == (second.rows, second.article.document)


@given(_articles)
@settings(max_examples=40, deadline=None)
def test_direct_quotes_do_not_overlap(read, text):
    rows = [row for row in read(text).quotes if row["kind"] == "direct"]
    assert all(a["char_end"] <= b["char_start"] for a, b in pairwise(rows))


@given(st.lists(_articles, min_size=1, max_size=4, unique=True), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_actors_are_the_same_for_any_order_of_documents(tables, texts, random):
    documents = {f"{i}.txt": f"Nummer {chr(65 + i)}\n\n{text}" for i, text in enumerate(texts)}
    turned = list(documents.items())
    random.shuffle(turned)
    first, second = resolve(tables(documents)), resolve(tables(dict(turned)))
    for name in ("people", "organisations", "aliases", "affiliations", "positions"):
        assert first[name].equals(second[name]), name


@pytest.mark.parametrize("name", ["people", "organisations"])
def test_actors_have_one_row_each(tables, name):
    documents = {f"{i}.txt": f"Møde {i}\n\n{OTHERS[1]}\n\n{OTHERS[2]}" for i in range(3)}
    frame = resolve(tables(documents))[name]
    assert frame.height == frame[TABLES[name].key[0]].n_unique() > 0
