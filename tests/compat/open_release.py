"""Opens a released DuckDB file read-only, reads every table and view, and asks for a comment on each of them and each column."""

import sys

import duckdb

MISSING = """
    SELECT 'table ' || table_name FROM duckdb_tables() WHERE comment IS NULL
    UNION ALL SELECT 'view ' || view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL
    UNION ALL SELECT 'column ' || table_name || '.' || column_name FROM duckdb_columns()
    WHERE NOT internal AND comment IS NULL
"""


def main(path: str) -> int:
    """Exit code: 0 when all could be read and has a comment."""
    with duckdb.connect(path, read_only=True) as connection:
        names = [row[0] for row in connection.execute("SELECT table_name FROM information_schema.tables").fetchall()]
        rows = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchall()[0][0] for name in sorted(names)}
        bare = [row[0] for row in connection.execute(MISSING).fetchall()]
    print(f"DuckDB {duckdb.__version__} reads {len(rows)} tables and views, {sum(rows.values())} rows")
    print(*(f"no comment: {name}" for name in bare), sep="\n", end="\n" if bare else "")
    return 1 if bare or not rows else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
