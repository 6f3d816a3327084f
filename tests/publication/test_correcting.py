"""Corrections applied to the rows of a made-up dataset: what changes, what follows, and what is told when the text has changed."""

import hashlib
from collections.abc import Callable
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejlemaerker.publication.applied import StaleCorrectionError, applied_table
from pejlemaerker.publication.correcting import Correcting
from pejlemaerker.publication.dataset import BY_DOCUMENT
from pejlemaerker.publication.policy.corrections import Correction, Corrections, Place
from schemas import CORRECTIONS, TABLES
from schemas.validation import validate

Tables = dict[str, pl.DataFrame]


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def about(tables: Tables, table: str, index: int = 0, *, removes: bool = False, **values: Any) -> Correction:
    """A correction of a row as it stands."""
    row = tables[table].row(index, named=True)
    if table == "documents":
        context, words = row["text_sha256"], None
    else:
        context = sha256(tables["segments"].filter(segment_id=row["segment_id"])["text"][0])
        words = row["text"]
    key = TABLES[table].key[-1]
    place = Place("review.toml", index + 1)
    return Correction(place, row["document_id"], table, row[key], words, context, values, removes, "Det står der.")


def corrected(tables: Tables, *corrections: Correction, cut: int = 1000) -> tuple[Tables, pl.DataFrame]:
    """The tables with the corrections, passed in pieces of so many rows; and the table of those applied."""
    correcting = Correcting(Corrections(corrections), frozenset(tables["documents"]["document_id"]))
    found = {
        table.name: table.sort(pl.concat(correcting.rows(table, list(tables[table.name].iter_slices(cut)))))
        for table in BY_DOCUMENT
    }
    correcting.check()
    for table in BY_DOCUMENT:
        validate(table, found[table.name])
    return {**tables, **found}, validate(CORRECTIONS, applied_table(correcting.applied))


def changed_cells(now: Tables, before: Tables) -> set[tuple[str, str, str]]:
    """Table, row and column of each cell that differs."""
    found = set()
    for table in BY_DOCUMENT:
        if not table.key[-1].endswith("_id"):
            continue
        key = table.key[-1]
        old = {row[key]: row for row in before[table.name].iter_rows(named=True)}
        for row in now[table.name].iter_rows(named=True):
            found |= {(table.name, row[key], name) for name in table.names if row[name] != old[row[key]][name]}
    return found


@pytest.fixture
def said(tables: Tables) -> Tables:
    """The dataset with somebody who speaks."""
    spoken = tables["quotes"].with_columns(
        speaker=pl.lit("Bo Lund"),
        speaker_role=pl.lit("kaptajn"),
        speaker_party=pl.lit("S"),
        attribution=pl.lit("pronoun"),
    )
    return {
        **tables,
        "quotes": spoken,
        "recommendations": tables["recommendations"].with_columns(issuer=pl.lit("Bo Lund")),
    }


def outer(tables: Tables) -> int:
    """The number of a quote that holds another."""
    parents = tables["quotes"]["parent_quote_id"].drop_nulls().to_list()
    return tables["quotes"]["quote_id"].to_list().index(parents[0])


def test_nothing_is_touched_without_corrections(tables: Tables):
    found, applied = corrected(tables)
    assert applied.is_empty() and changed_cells(found, tables) == set()


def test_a_speaker_who_is_put_right_loses_what_belonged_to_the_other(said: Tables):
    number = outer(said)
    found, applied = corrected(said, about(said, "quotes", number, speaker="Ida Holm", speaker_organisation="Havnen"))
    row = found["quotes"].row(number, named=True)
    assert (row["speaker"], row["speaker_organisation"], row["speaker_role"], row["speaker_party"]) == (
        *("Ida Holm", "Havnen"),
        *(None, None),
    )
    assert (row["rule"], row["confidence"], row["attribution"]) == ("sample.correction", 1.0, "correction")
    followed = found["recommendations"].filter(quote_id=row["quote_id"])
    assert followed["issuer"].to_list() == ["Ida Holm"] and followed["rule"].to_list() == ["sample.correction"]
    listed = set(applied.select("table_name", "row_id", "column_name").iter_rows())
    marks = {"rule", "confidence", "attribution"}
    assert {cell for cell in changed_cells(found, said) if cell[2] not in marks} == listed
    assert dict(applied.select("column_name", "action").iter_rows())["issuer"] == "followed"


def test_a_speaker_who_was_right_keeps_everything_and_is_sure(said: Tables):
    number = outer(said)
    found, _ = corrected(said, about(said, "quotes", number, speaker="Bo Lund"))
    row = found["quotes"].row(number, named=True)
    assert (row["speaker_role"], row["speaker_party"], row["confidence"]) == ("kaptajn", "S", 1.0)
    assert found["recommendations"].equals(said["recommendations"])


def test_two_entries_of_one_row_count_together_in_any_order(said: Tables):
    number = outer(said)
    one = about(said, "quotes", number, speaker="Ida Holm")
    two = about(said, "quotes", number, speaker_role="bestyrer")
    found = [corrected(said, *order)[0]["quotes"] for order in ((one, two), (two, one), (one, two, one))]
    assert found[0].equals(found[1]) and found[0].equals(found[2])
    assert found[0].row(number, named=True)["speaker_role"] == "bestyrer"
    followed = corrected(said, one, two, one)[0]["recommendations"].filter(quote_id=one.row)
    assert followed["issuer"].to_list() == ["Ida Holm"]


def test_an_unknown_speaker_has_no_attribution_and_recommends_nothing(said: Tables):
    number = outer(said)
    found, _ = corrected(said, about(said, "quotes", number, speaker=None))
    row = found["quotes"].row(number, named=True)
    assert row["speaker"] is None and row["attribution"] is None
    assert found["recommendations"].filter(quote_id=row["quote_id"])["issuer"].to_list() == [None]


def test_an_issuer_that_is_put_right_itself_does_not_follow_the_speaker(said: Tables):
    number = outer(said)
    quote = about(said, "quotes", number, speaker="Ida Holm")
    place = said["recommendations"]["quote_id"].to_list().index(quote.row)
    found, _ = corrected(said, quote, about(said, "recommendations", place, issuer="Havnen"))
    assert found["recommendations"]["issuer"][place] == "Havnen"


def test_a_removed_quote_is_gone_and_nothing_points_to_it(tables: Tables):
    number = outer(tables)
    entry = about(tables, "quotes", number, removes=True)
    found, applied = corrected(tables, entry)
    assert entry.row not in found["quotes"]["quote_id"].to_list()
    assert found["quotes"].height == tables["quotes"].height - 1
    for table, column in (("quotes", "parent_quote_id"), ("recommendations", "quote_id"), ("kpis", "quote_id")):
        assert entry.row not in found[table][column].to_list()
    assert sorted(applied["action"]) == ["followed", "followed", "followed", "remove"]


def test_a_date_that_is_set_is_known_to_the_day_and_an_unknown_one_to_nothing(tables: Tables):
    vague = {**tables, "documents": tables["documents"].with_columns(published_precision=pl.lit("year"))}
    day = tables["documents"]["published"][0].replace(month=3)
    found, _ = corrected(vague, about(vague, "documents", 0, published=day))
    assert found["documents"].row(0, named=True)["published_precision"] == "day"
    found, _ = corrected(vague, about(vague, "documents", 0, published=None))
    assert found["documents"].row(0, named=True)["published_precision"] is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda tables: {**tables, "quotes": tables["quotes"].with_columns(text=pl.col("text") + "!")}, "the words of"),
        (
            lambda tables: {**tables, "segments": tables["segments"].with_columns(text=pl.col("text") + " Nej.")},
            "the text around",
        ),
        (lambda tables: {**tables, "quotes": tables["quotes"].tail(-1)}, "there is no row"),
    ],
)
def test_a_correction_whose_text_has_changed_is_told_with_the_next_step(
    tables: Tables, change: Callable[[Tables], Tables], said: str
):
    entry = about(tables, "quotes", 0, speaker="Ida Holm")
    with pytest.raises(StaleCorrectionError) as caught:
        corrected(change(tables), entry)
    told = str(caught.value)
    assert said in told and "review.toml, correction 1" in told and "pejl review" in told


def test_a_document_whose_text_has_changed_is_told(tables: Tables):
    entry = about(tables, "documents", 0, title="En anden titel")
    other = {**tables, "documents": tables["documents"].with_columns(text_sha256=pl.lit("0" * 64))}
    with pytest.raises(StaleCorrectionError, match="the text of d"):
        corrected(other, entry)


def test_all_that_no_longer_fit_are_told_at_once(tables: Tables):
    entries = [about(tables, table, i, removes=True) for table in ("quotes", "kpis") for i in (0, 1)]
    changed = {**tables, "segments": tables["segments"].with_columns(text=pl.lit("Andet"))}
    with pytest.raises(StaleCorrectionError) as caught:
        corrected(changed, *entries)
    assert str(caught.value).count("the text around") == len(entries)


def test_a_correction_of_a_document_that_is_not_there_sleeps(tables: Tables):
    entry = about(tables, "quotes", 0, removes=True)
    others = {
        name: frame.filter(pl.col("document_id") != entry.document) if "document_id" in frame.columns else frame
        for name, frame in tables.items()
    }
    found, applied = corrected(others, entry)
    assert applied.is_empty() and changed_cells(found, others) == set()
    assert Corrections((entry,)).asleep(frozenset()) == [entry.place]
    assert Corrections((entry,)).asleep({entry.document}) == []


@settings(deadline=None, max_examples=20)
@given(cut=st.integers(1, 7), chosen=st.sets(st.sampled_from(["quotes", "recommendations", "kpis", "initiatives"])))
def test_rows_come_out_the_same_however_they_are_cut(sample: Callable[..., Any], cut: int, chosen: set[str]):
    tables = sample("Ane", "Bo", "Cilla")[0]
    entries = [about(tables, table, i, removes=i == 1) for table in sorted(chosen) for i in (0, 1)]
    entries = [entry if entry.removes else _set(entry, tables) for entry in entries]
    whole, applied = corrected(tables, *entries)
    pieces, again = corrected(tables, *entries, cut=cut)
    assert all(whole[name].equals(pieces[name]) for name in whole) and applied.equals(again)


def _set(entry: Correction, tables: Tables) -> Correction:
    kinds = {"quotes": "indirect", "recommendations": "list_item", "kpis": "target", "initiatives": "plan"}
    index = tables[entry.table][TABLES[entry.table].key[-1]].to_list().index(entry.row)
    return about(tables, entry.table, index, kind=kinds[entry.table])
