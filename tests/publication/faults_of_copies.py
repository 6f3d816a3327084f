"""Faults in the copies of the tables, DuckDB and CSV.

What belongs here: the list. How a fault is planted stands in `planting`.
"""

from collections.abc import Callable, Iterator

from planting import FILLED, Fault, file_of, in_file
from release_copy import Copy

from pejlemaerker.publication.database.views import VIEWS
from pejlemaerker.publication.releases import DATABASE


def databases() -> Iterator[Fault]:
    def asked(name: str, place: str, says: str, *statements: str, prefix: str = "") -> Fault:
        file = f"{prefix}{DATABASE}"
        owns = frozenset({prefix + place})
        return Fault(
            f"{file}: {name}", "database", f"{file} {place}", says, lambda copy: copy.sql(file, *statements), owns
        )

    for table in FILLED:
        some = f"DELETE FROM {table.name} WHERE rowid = 0"
        yield asked(f"a row of {table.name} missing", table.name, "It holds", some)
        bare = f"COMMENT ON COLUMN {table.name}.{table.names[0]} IS NULL"
        yield asked(f"a column of {table.name} without comment", table.name, "has no comment", bare, prefix="open/")
    for table, column, value in (
        ("quotes", "rule", "'x'"),
        ("kpis", "value", "13"),
        ("people", "name", "'Eva'"),
        ("segments", "ordinal", "ordinal + 1"),
    ):
        said = f"UPDATE {table} SET {column} = {value} WHERE rowid = 0"
        yield asked(f"another {column}", table, "Its rows are not those", said)
    yield asked("a table without comment", "aliases", "The table has no comment", "COMMENT ON TABLE aliases IS NULL")
    yield asked("a table missing", "positions", "The table is missing", "DROP TABLE positions")
    yield asked("a table without description", "notes", "has no comment", "CREATE TABLE notes (a INTEGER)")
    yield asked("another comment", "authors", "not described as", "COMMENT ON COLUMN authors.name IS 'The name.'")
    nulls = "ALTER TABLE mentions ALTER surface DROP NOT NULL"
    yield asked("nulls allowed", "mentions", "may hold nulls", nulls)
    yield asked("another type", "segments", "is INTEGER", "ALTER TABLE segments ALTER ordinal TYPE INTEGER")
    more = ("ALTER TABLE kpis ADD COLUMN b INTEGER", "COMMENT ON COLUMN kpis.b IS 'B.'")
    yield asked("a column more", "kpis", "Its columns are not", *more)
    yield asked("no search", "search", "The macro is missing", "DROP MACRO TABLE search")
    yield asked("no comment on phrase", "phrase", "The macro has no comment", "COMMENT ON MACRO TABLE phrase IS NULL")
    yield asked("no words", "search_words", "The table is missing", "DROP TABLE search_words", prefix="open/")
    for view in (item.name for item in VIEWS):
        yield asked(f"no {view}", view, "The view is missing", f"DROP VIEW {view}")
        yield asked(
            f"no comment on {view}", view, "The view has no comment", f"COMMENT ON VIEW {view} IS NULL", prefix="open/"
        )
    broken = (
        "DROP VIEW kpis_full",
        "CREATE TABLE t AS SELECT 1 AS a",
        "CREATE VIEW kpis_full AS SELECT a FROM t",
        "DROP TABLE t",
    )
    yield asked("a view that asks for what is gone", "kpis_full", "cannot be looked at", *broken, prefix="open/")


def copies() -> Iterator[Fault]:
    def written(name: str, table: str, says: str, change: Callable[[list[str]], list[str]], prefix: str = "") -> Fault:
        file = file_of(table, prefix, "csv")

        def plant(copy: Copy) -> None:
            copy.text(file, lambda text: "\r\n".join(change(text.split("\r\n"))))

        return in_file(name, "csv", file, says, plant, "content")

    for table in FILLED:
        yield written("a row missing", table.name, "", lambda lines: [lines[0], *lines[2:]], "open/")
        yield written("another header", table.name, "Its columns are not", lambda lines: ["x" + lines[0], *lines[1:]])
    yield written(
        "another name", "people", "is not that of", lambda lines: [line.replace("Bo", "Eva") for line in lines]
    )
    yield written(
        "another figure", "kpis", "is not that of", lambda lines: [line.replace("12.0", "13.0") for line in lines]
    )
    yield written(
        "another day",
        "documents",
        "is not that of",
        lambda lines: [line.replace("2024-05-01", "2024-05-02") for line in lines],
    )
    yield written(
        "a formula",
        "documents",
        "is not that of",
        lambda lines: [line.replace("'=Havnen", "=Havnen") for line in lines],
        "open/",
    )
    yield written(
        "rows in another order", "quotes", "is not that of", lambda lines: [lines[0], lines[2], lines[1], *lines[3:]]
    )
    yield written("a row twice", "authors", "", lambda lines: [*lines[:2], lines[1], *lines[2:]])
