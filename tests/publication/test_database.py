"""The DuckDB file of a release as a reader finds it: open to read, described, typed as the schemas say, and whole."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest

from pejlemaerker.publication.comparison import DATA
from pejlemaerker.publication.database import describe, write_database
from pejlemaerker.publication.database.views import VIEWS
from pejlemaerker.publication.dataset import Dataset
from schemas import DATABASE_ONLY, PUBLISHED, TABLES, Table

Tables = dict[str, pl.DataFrame]
KINDS = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "flag": "BOOLEAN", "date": "DATE"}
each_table = pytest.mark.parametrize("table", PUBLISHED, ids=lambda table: table.name)


def published(tables: Tables) -> Dataset:
    """`tables` with those about the release itself, empty."""
    return Dataset.of({table.name: table.frame() for table in PUBLISHED} | tables)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, sample: Callable[..., tuple[Tables, pl.DataFrame]]) -> Path:
    path = tmp_path_factory.mktemp("it's a [folder]") / "pejlemaerker.duckdb"
    write_database(path, published(sample("Ane", "Bo")[0]))
    return path


@pytest.fixture(scope="module")
def opened(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(path, read_only=True) as connection:
        yield connection


def test_the_file_is_for_reading_and_nothing_lies_beside_it(path: Path, opened: duckdb.DuckDBPyConnection):
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert [item.name for item in path.parent.iterdir()] == [path.name]
    with pytest.raises(duckdb.Error, match="read-only"):
        opened.execute("CREATE TABLE t (a INTEGER)")


def test_what_does_not_fit_in_memory_goes_beside_the_file_and_is_gone_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Not where the run was started, which may be a folder that nobody tidies up or may write to."""
    seen: list[list[str]] = []

    def too_much(connection: duckdb.DuckDBPyConnection, *_: object) -> None:
        connection.execute(
            "SET memory_limit = '30MB'; CREATE TABLE memory.t AS SELECT md5(i::VARCHAR) FROM range(3000000) r(i)"
        )
        seen.append([item.name for item in tmp_path.iterdir() if item.is_dir()])
        raise InterruptedError

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("pejlemaerker.publication.database.writing._create", too_much)
    with pytest.raises(InterruptedError):
        write_database(tmp_path / "a.duckdb", published({}))
    assert [re.fullmatch(r"\.tmp-.+-a\.duckdb\.tmp", name) is not None for name in seen[0]] == [True]
    assert not [item for item in tmp_path.iterdir() if item.is_dir()]


def test_the_file_is_in_the_format_that_older_clients_open(opened: duckdb.DuckDBPyConnection):
    tags = opened.execute("SELECT tags FROM duckdb_databases() WHERE database_name = current_database()").fetchone()
    assert tags and str(tags[0]["storage_version"]).startswith("v1.0.0")


@each_table
def test_each_table_holds_its_rows_in_the_types_of_the_schema(
    opened: duckdb.DuckDBPyConnection, table: Table, sample: Callable[..., tuple[Tables, pl.DataFrame]]
):
    columns = opened.execute(
        "SELECT column_name, data_type, is_nullable FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index",
        [table.name],
    ).fetchall()
    assert columns == [(column.name, KINDS[column.type], column.optional) for column in table.columns]
    rows = opened.execute(f"SELECT * FROM {table.name}").fetchall()
    assert rows == published(sample("Ane", "Bo")[0]).whole(table.name).rows()


@each_table
def test_each_table_and_column_has_a_comment(opened: duckdb.DuckDBPyConnection, table: Table):
    assert opened.execute("SELECT comment FROM duckdb_tables() WHERE table_name = ?", [table.name]).fetchone() == (
        table.description,
    )
    comments = opened.execute(
        "SELECT comment FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [table.name]
    ).fetchall()
    assert comments == [(describe(column),) for column in table.columns]


def test_a_comment_says_the_unit_and_the_values_there_are():
    confidence, comparator = TABLES["kpis"].column("confidence"), TABLES["kpis"].column("comparator")
    assert describe(confidence) == confidence.description
    assert describe(comparator).endswith("One of: =, ~, >, >=, <, <=.")
    assert "Unit: Unicode code points." in describe(TABLES["kpis"].column("char_start"))


def test_nothing_is_in_the_file_that_the_schemas_do_not_know(opened: duckdb.DuckDBPyConnection):
    assert {name for (name,) in opened.execute("SELECT table_name FROM duckdb_tables()").fetchall()} == {
        table.name for table in (*PUBLISHED, *DATABASE_ONLY)
    }
    views = opened.execute("SELECT view_name, comment FROM duckdb_views() WHERE NOT internal").fetchall()
    assert {name for name, _ in views} == {view.name for view in VIEWS}
    assert all(comment and comment.endswith(".") for _, comment in views)


FULL = {"quotes_full": "quotes", "recommendations_full": "recommendations", "kpis_full": "kpis"}


@pytest.mark.parametrize(("view", "about"), FULL.items())
def test_each_view_gives_the_rows_with_their_document(
    opened: duckdb.DuckDBPyConnection, view: str, about: str, tables: Tables
):
    found = opened.execute(f"SELECT title, source_path, document_kind, published FROM {view}").fetchall()
    assert len(found) == tables[about].height
    assert set(found) == {("Færger sejler 🚢 igen", f"{name}.txt", "news", date(2024, 5, 1)) for name in ("Ane", "Bo")}
    columns = opened.execute(
        "SELECT column_name, comment FROM duckdb_columns() WHERE table_name = ?", [view]
    ).fetchall()
    assert {(column.name, describe(column)) for column in TABLES[about].columns} <= set(columns)
    assert all(comment for _, comment in columns)


def test_views_leave_out_documents_that_repeat_another(tmp_path: Path, tables: Tables):
    documents = tables["documents"].to_dicts()
    documents[1]["duplicate_of"] = documents[0]["document_id"]
    path = tmp_path / "d.duckdb"
    write_database(path, published({**tables, "documents": TABLES["documents"].frame(documents)}))
    with duckdb.connect(path, read_only=True) as connection:
        for view in FULL:
            found = connection.execute(f"SELECT DISTINCT document_id FROM {view}").fetchall()
            assert found == [(documents[0]["document_id"],)]


def test_views_work_where_the_file_is_attached_under_another_name(path: Path):
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{str(path).replace(chr(39), chr(39) * 2)}' AS andet (READ_ONLY)")
        assert connection.execute("SELECT count(*) FROM andet.quotes_full").fetchone() == (4,)


def test_a_new_file_takes_the_place_of_the_old_one_while_a_reader_has_it_open(tmp_path: Path, tables: Tables):
    path = tmp_path / "d.duckdb"
    write_database(path, published(tables))
    with duckdb.connect(path, read_only=True) as reader:
        write_database(path, published({**tables, "quotes": tables["quotes"].head(1)}))
        assert reader.execute("SELECT count(*) FROM quotes").fetchone() == (4,)
    with duckdb.connect(path, read_only=True) as reader:
        assert reader.execute("SELECT count(*) FROM quotes").fetchone() == (1,)


def test_a_table_that_cannot_be_written_leaves_the_old_file_and_no_other(tmp_path: Path, tables: Tables):
    path = tmp_path / "d.duckdb"
    write_database(path, published(tables))
    before = path.read_bytes()
    broken = TABLES["changes"].frame([TABLES["changes"].row(row_id="x")])
    with pytest.raises(duckdb.Error, match="NOT NULL"):
        write_database(path, published({**tables, "changes": broken}))
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["d.duckdb"]  # noqa: PTH208


def test_the_same_tables_give_the_same_answers(tmp_path: Path, tables: Tables):
    """The file itself may differ from build to build; what it holds may not."""
    dumps = []
    for name in ("one", "two"):
        write_database(tmp_path / f"{name}.duckdb", published(tables))
        with duckdb.connect(tmp_path / f"{name}.duckdb", read_only=True) as connection:
            made = connection.execute("SELECT sql FROM duckdb_tables() UNION ALL SELECT sql FROM duckdb_views()")
            statements = sorted(re.sub(r"\s+", " ", sql) for (sql,) in made.fetchall())
            rows = [connection.execute(f"SELECT * FROM {table.name}").fetchall() for table in DATA]
        dumps.append((statements, rows))
    assert dumps[0] == dumps[1]
