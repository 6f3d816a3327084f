"""What a release holds in one hash, and what changed since the release before, with the reason."""

from collections.abc import Callable

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pejlemaerker.publication import comparison
from pejlemaerker.publication.comparison import DATA, TRACKED, changes, row_id
from pejlemaerker.publication.dataset import Dataset
from pejlemaerker.publication.reasons import Told
from schemas import CHANGES, RELEASES, SKIPPED, TABLES
from schemas.validation import validate

Tables = dict[str, pl.DataFrame]
Sample = Callable[..., tuple[Tables, pl.DataFrame]]


def compared(now: Tables, before: Tables | None, **told) -> pl.DataFrame:
    older = Dataset.of(before) if before is not None else None
    return validate(CHANGES, changes(Dataset.of(now), older, Told(**told)))


def content_sha256(tables: Tables) -> str:
    return comparison.content_sha256(Dataset.of(tables))


def of(found: pl.DataFrame, table: str) -> list[tuple[str, str]]:
    return found.filter(table_name=table).select("change", "reason").rows()


def with_cell(tables: Tables, table: str, column: str, value: object) -> Tables:
    """`tables` with one cell changed, in the first row of a table."""
    rows = tables[table].to_dicts()
    rows[0][column] = value
    return {**tables, table: TABLES[table].frame(rows)}


# the hash of the content


def test_the_hash_does_not_depend_on_the_order_of_rows(tables: Tables):
    upside_down = {name: frame.reverse() for name, frame in tables.items()}
    assert content_sha256(upside_down) == content_sha256(tables)


def test_the_hash_does_not_depend_on_the_order_of_columns_or_tables(tables: Tables):
    turned = {name: frame.select(frame.columns[::-1]) for name, frame in reversed(tables.items())}
    assert content_sha256(turned) == content_sha256(tables)


@pytest.mark.parametrize("table", [table.name for table in DATA])
def test_each_table_counts_in_the_hash(tables: Tables, table: str):
    assert content_sha256({**tables, table: tables[table].head(tables[table].height - 1)}) != content_sha256(tables)


def test_one_cell_counts_in_the_hash_and_null_is_not_an_empty_text(tables: Tables):
    hashes = {content_sha256(with_cell(tables, "quotes", "cue", cue)) for cue in (None, "", "siger")}
    assert len(hashes) == 3


def test_tables_about_the_release_do_not_count_in_the_hash(tables: Tables):
    assert content_sha256({**tables, "changes": CHANGES.frame()}) == content_sha256(tables)


# what changed


def test_a_first_release_and_one_like_the_last_have_no_changes(sample: Sample):
    assert compared(sample("Ane")[0], None).is_empty()
    assert compared(sample("Ane", "Bo")[0], sample("Bo", "Ane")[0]).is_empty()


def test_rows_of_a_new_article_are_added(sample: Sample):
    found = compared(sample("Ane", "Bo")[0], sample("Ane")[0])
    for table, rows in (("documents", 1), ("quotes", 2), ("recommendations", 1), ("kpis", 1), ("mentions", 1)):
        assert of(found, table) == [("added", "new_article")] * rows
    assert set(found["change"]) == {"added"}


def test_rows_of_an_article_that_is_gone_are_removed(sample: Sample):
    found = compared(sample("Ane")[0], sample("Ane", "Bo")[0])
    assert of(found, "documents") == [("removed", "removed_article")]
    assert of(found, "quotes") == [("removed", "removed_article")] * 2
    assert set(found["change"]) == {"removed"}


def test_rows_of_an_article_whose_words_changed(sample: Sample):
    before, now = sample("Ane", "Bo")[0], sample("Ane", "Bo", comment="Jeg har skiftet mening")[0]
    now = with_cell(now, "quotes", "speaker", "Ane")
    found = compared(now, before)
    assert of(found, "documents") == [("changed", "changed_article")] * 2
    assert of(found, "quotes") == [("changed", "changed_article")]


def test_rows_that_are_read_in_a_new_way_in_the_same_words(sample: Sample):
    before = sample("Ane", "Bo")[0]
    now = with_cell(before, "quotes", "speaker", "Ane")
    now["mentions"] = now["mentions"].head(1)
    found = compared(now, before)
    assert of(found, "quotes") == [("changed", "new_context")]
    assert of(found, "mentions") == [("removed", "new_context")]
    assert of(found, "documents") == []


def test_a_row_that_only_moved_in_the_text_has_not_changed(sample: Sample):
    found = compared(sample("Ane", menu="En længere menu end før")[0], sample("Ane")[0])
    assert set(found["table_name"]) == {"documents"}


def test_from_and_to_an_empty_dataset(sample: Sample):
    full, empty = sample("Ane")[0], {table.name: table.frame() for table in DATA}
    assert set(compared(full, empty)["change"]) == {"added"}
    assert set(compared(empty, full)["change"]) == {"removed"}
    assert compared(empty, empty).is_empty()


def test_a_release_in_an_older_shape_can_be_compared_with(sample: Sample):
    """A table or a column that a new version of the schema brought is not in the release before."""
    now, before = sample("Ane")[0], sample("Ane")[0]
    before["kpis"] = before["kpis"].drop("value_high")
    del before["aliases"]
    assert of(compared(now, before), "documents") == []


def test_null_and_an_empty_text_are_not_the_same(sample: Sample):
    now, before = sample("Ane")[0], sample("Ane")[0]
    assert of(compared(with_cell(now, "quotes", "cue", ""), before), "quotes") == [("changed", "new_context")]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(*[st.sets(st.sampled_from(["Ane", "Bo", "Ida", "Kaj"]), min_size=1)] * 2)
def test_added_and_removed_rows_lead_from_one_release_to_the_other(sample: Sample, old: set[str], new: set[str]):
    before, now = sample(*sorted(old))[0], sample(*sorted(new))[0]
    found = compared(now, before)
    assert found.equals(CHANGES.sort(found))
    for table in TRACKED:
        old_ids, new_ids = (set(tables[table.name].select(row_id(table)).to_series()) for tables in (before, now))
        told = {
            change: set(found.filter(table_name=table.name, change=change)["row_id"]) for change in ("added", "removed")
        }
        assert (old_ids - told["removed"]) | told["added"] == new_ids and not told["added"] & old_ids


def test_changes_are_the_same_in_however_many_parts_they_are_looked_for(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    before, now = sample("Ane", "Bo", "Ida")[0], sample("Bo", "Kaj", "Liv", comment="Nye ord")[0]
    whole = compared(now, before)
    monkeypatch.setattr("pejlemaerker.publication.dataset.PART", 1)
    assert compared(now, before).equals(whole) and whole.equals(CHANGES.sort(whole))


# tables whose rows have no identifier of their own


def test_authors_and_positions_are_told_by_their_whole_key_and_aliases_not_at_all(sample: Sample):
    before = sample("Ane", "Bo")[0]
    now = with_cell(with_cell(before, "authors", "role", "kaptajn"), "positions", "n_documents", 7)
    found = compared({**now, "aliases": now["aliases"].clear()}, before)
    author, position = now["authors"].row(0, named=True), now["positions"].row(0, named=True)
    assert found.rows() == [
        ("authors", f"{author['document_id']}|1", "changed", "new_context"),
        ("positions", f"{position['person_id']}|m0001|kaptajn", "changed", "new_context"),
    ]


def skipping(tables: Tables, **codes: str) -> Tables:
    rows = [SKIPPED.row(source_path=f"{name}.txt", code=code, reason="Why.") for name, code in codes.items()]
    return {**tables, "skipped": SKIPPED.frame(rows)}


def test_a_skipped_file_is_new_gone_or_one_that_was_read(sample: Sample):
    before = skipping(sample("Ane", "Bo")[0], old="empty", Ida="broken", same="limit")
    now = skipping(sample("Ane", "Ida")[0], Bo="broken", new="empty", same="failed")
    told = {
        row_id: (change, reason)
        for _, row_id, change, reason in compared(now, before).filter(table_name="skipped").rows()
    }
    assert told == {
        "Bo.txt": ("added", "changed_article"),
        "Ida.txt": ("removed", "changed_article"),
        "new.txt": ("added", "new_article"),
        "old.txt": ("removed", "removed_article"),
        "same.txt": ("changed", "changed_article"),
    }


# other rules


def by_rules(tables: Tables, version: str) -> Tables:
    row = {"version": "0" * 12, "content_sha256": "0" * 64, "edition": "full", "schema_version": "1.0.0"}
    return {**tables, "releases": RELEASES.frame([RELEASES.row(**row, code_version="1", reading_version=version)])}


def test_what_other_rules_read_in_the_same_words_is_told_as_theirs(sample: Sample):
    before = by_rules(sample("Ane", "Bo")[0], "a" * 16)
    now = with_cell(sample("Ane", "Bo", "Ida")[0], "quotes", "speaker", "Ane")
    for version, reason in (("a" * 16, "new_context"), ("b" * 16, "new_extractor")):
        found = compared(now, before, reading_version=version)
        assert of(found.filter(change="changed"), "quotes") == [("changed", reason)]
        assert of(found, "documents") == [("added", "new_article")]


def test_a_release_that_does_not_say_which_rules_made_it_was_made_by_others(sample: Sample):
    before = by_rules(sample("Ane")[0], "a" * 16)
    before["releases"] = before["releases"].drop("reading_version")
    now = with_cell(before, "quotes", "speaker", "Ane")
    assert of(compared(now, before, reading_version="a" * 16), "quotes") == [("changed", "new_extractor")]


# corrections


def correcting(tables: Tables, table: str, identifier: str, document: str | None = None, note: str = "") -> Tables:
    rows = [
        {
            "correction_id": "c" + "0" * 12,
            "document_id": document,
            "table_name": table,
            "row_id": identifier,
            "why": note,
        }
    ]
    return {**tables, "corrections": pl.DataFrame(rows, schema=dict.fromkeys(rows[0], pl.String))}


def test_a_row_that_a_person_corrected_is_told_as_such_when_made_and_when_taken_back(sample: Sample):
    before = sample("Ane", "Bo")[0]
    quote = before["quotes"].row(0, named=True)
    now = with_cell(before, "quotes", "speaker", "Ane")
    now = correcting(now, "quotes", quote["quote_id"], quote["document_id"])
    assert of(compared(now, before, reading_version="b" * 16), "quotes") == [("changed", "correction")]
    assert of(compared(before, now), "quotes") == [("changed", "correction")]


def test_a_row_of_which_a_person_corrected_several_columns_is_told_as_such_after_a_release_without_corrections(
    sample: Sample,
):
    before = {name: rows for name, rows in sample("Ane")[0].items() if name != "corrections"}
    quote = before["quotes"].row(0, named=True)
    now = correcting(with_cell(before, "quotes", "speaker", "Ane"), "quotes", quote["quote_id"], quote["document_id"])
    other = now["corrections"].with_columns(correction_id=pl.lit("c" + "1" * 12))
    now["corrections"] = pl.concat([now["corrections"], other])
    assert of(compared(now, before), "quotes") == [("changed", "correction")]


def test_a_row_that_a_person_took_away_is_told_as_such(sample: Sample):
    before = sample("Ane")[0]
    now = correcting({**before, "kpis": before["kpis"].clear()}, "kpis", before["kpis"]["kpi_id"][0])
    assert of(compared(now, before), "kpis") == [("removed", "correction")]


def test_a_correction_that_stood_before_explains_no_change(sample: Sample):
    before = sample("Ane")[0]
    before = correcting(before, "quotes", before["quotes"]["quote_id"][0], note="once")
    now = with_cell(before, "quotes", "speaker", "Ane")
    assert of(compared(now, before), "quotes") == [("changed", "new_context")]
    again = correcting(now, "quotes", before["quotes"]["quote_id"][0], note="twice")
    assert of(compared(again, before), "quotes") == [("changed", "correction")]


def test_rows_that_name_a_corrected_person_follow_the_correction(sample: Sample):
    """Two people are one: what named the one names the other."""
    before = sample("Ane", "Bo")[0]
    one, other = before["people"]["person_id"].to_list()
    now = correcting({**before, "people": before["people"].filter(person_id=one)}, "people", other)
    now["mentions"] = now["mentions"].with_columns(actor_id=pl.lit(one))
    found = compared(now, before)
    assert of(found, "people") == [("removed", "correction")]
    assert of(found, "mentions") == [("changed", "correction")]


# erasures


def test_of_an_erased_document_only_the_document_is_told(sample: Sample):
    before, now = sample("Ane", "Bo")[0], sample("Ane")[0]
    document = before["documents"].filter(source_path="Bo.txt")["document_id"][0]
    found = compared(now, before, erased_documents=frozenset({document}))
    assert found.rows() == [("documents", document, "removed", "erasure")]


def masked(tables: Tables, name: str) -> tuple[Tables, str, str]:
    """`tables` in which a person was erased; her document, and her identifier."""
    document = tables["documents"].filter(source_path=f"{name}.txt")["document_id"][0]
    person = tables["mentions"].filter(document_id=document)["actor_id"][0]
    now = {name: frame.clone() for name, frame in tables.items()}
    now["mentions"] = now["mentions"].filter(pl.col("actor_id") != person)
    now["quotes"] = now["quotes"].with_columns(
        speaker_id=pl.when(pl.col("speaker_id") != person).then("speaker_id"),
        quote_id=pl.when(pl.col("speaker_id") == person)
        .then(pl.col("quote_id").str.replace("-q.", "-q0"))
        .otherwise("quote_id"),
    )
    for table in ("people", "positions"):
        now[table] = now[table].filter(pl.col("person_id") != person)
    return now, document, person


def test_an_erased_person_stands_in_no_change(sample: Sample):
    before = sample("Ane", "Bo")[0]
    now, document, person = masked(before, "Bo")
    found = compared(now, before, masked_documents=frozenset({document}), reading_version="b" * 16)
    assert ("documents", document, "changed", "erasure") in found.rows()
    assert set(found["reason"]) == {"erasure"} and "removed" not in set(found["change"])
    gone = [person, *before["mentions"].filter(document_id=document)["mention_id"]]
    assert not any(identifier in row for row in found["row_id"] for identifier in gone)
    assert set(found.filter(table_name="quotes")["row_id"]) <= set(now["quotes"]["quote_id"])


def test_without_an_erasure_the_same_loss_is_told_row_by_row(sample: Sample):
    before = sample("Ane", "Bo")[0]
    now, _, person = masked(before, "Bo")
    found = compared(now, before)
    assert ("people", person, "removed", "new_context") in found.rows()


def test_a_file_left_out_because_it_was_erased_is_told_as_such(sample: Sample):
    before = sample("Ane", "Bo")[0]
    now = skipping(sample("Ane")[0], Bo="erased")
    assert ("skipped", "Bo.txt", "added", "erasure") in compared(now, before).rows()
