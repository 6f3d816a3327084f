"""Opens a released DuckDB file as its readers do, and asks it for all that `docs/analysts.md` promises to this client.

Read-only, by itself and attached under another name: every table, view and example query is read, every macro called, and every object
must have a comment. Needs nothing but a client of DuckDB, from 1.1 on.
"""

import sys

import duckdb

MISSING = """
    SELECT 'table ' || table_name FROM duckdb_tables() WHERE comment IS NULL
    UNION ALL SELECT 'view ' || view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL
    UNION ALL SELECT 'macro ' || function_name FROM duckdb_functions() WHERE NOT internal AND comment IS NULL
    UNION ALL SELECT 'column ' || table_name || '.' || column_name FROM duckdb_columns()
    WHERE NOT internal AND comment IS NULL
"""
OBJECTS = """
    SELECT table_name FROM duckdb_tables() UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY 1
"""
CALLS = ("search('ledelse')", "search('ikke_et_ord'' %')", "search('')", "phrase('tid til')", "phrase('')")
QUALIFIED_FROM = (1, 4)  # clients before look for the tables of a view where the reader is; they need USE


def read_all(connection: duckdb.DuckDBPyConnection, prefix: str = "", argument: str = "") -> dict[str, list[tuple]]:
    """All rows of each table and view, and of calls of the macros, with names as they are written after FROM."""
    names = [row[0] for row in connection.execute(OBJECTS).fetchall()]
    calls = [call[:-1] + argument + ")" for call in CALLS]
    written = [*(f'{prefix}"{name}"' for name in names), *(prefix + call for call in calls)]
    asked = dict(zip([*names, *CALLS], written, strict=True))
    return {name: sorted(connection.execute(f"SELECT * FROM {asked[name]}").fetchall(), key=repr) for name in asked}


def main(path: str) -> int:
    """Exit code: 0 when all could be read, is the same under another name, and has a comment."""
    place = path.replace("'", "''")
    with duckdb.connect(path, read_only=True) as connection:
        found = read_all(connection)
        bare = [row[0] for row in connection.execute(MISSING).fetchall()]
        examples = connection.execute("SELECT name, sql FROM example_queries ORDER BY name").fetchall()
        answers = {name: connection.execute(sql).fetchall() for name, sql in examples}
    different = []
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{place}' AS elsewhere (READ_ONLY)")
        if tuple(map(int, duckdb.__version__.split(".")[:2])) >= QUALIFIED_FROM:
            different += compared(found, read_all(connection, "elsewhere.", ", file := 'elsewhere'"), "qualified")
        connection.execute("USE elsewhere")
        different += compared(found, read_all(connection), "after USE")
        used = {name: connection.execute(sql).fetchall() for name, sql in examples}
        different += compared(answers, used, "example after USE")
    rows = sum(len(item) for item in found.values())
    print(
        f"DuckDB {duckdb.__version__} reads {len(found) - len(CALLS)} tables and views, {rows} rows; {len(answers)} example queries"
    )
    faults = [*(f"no comment: {name}" for name in bare), *different]
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults or not found["documents"] or not found["search('ledelse')"] else 0


def compared(mine: dict[str, list[tuple]], other: dict[str, list[tuple]], how: str) -> list[str]:
    """What is not the same under another name."""
    return [f"{name}: {how}, it gives other rows" for name in mine if mine[name] != other[name]]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
