"""Hashes of the tables of a DuckDB file: the same rows give the same hash, whatever their order and however the file is laid out.

Files themselves cannot be compared: two that hold the same may differ in their bytes.
"""

import hashlib
from pathlib import Path

import duckdb


def table_hashes(path: Path) -> dict[str, str]:
    """The hash (64 hexadecimal digits) of each table of the DuckDB file `path`, by name: of its rows, and of its columns' names and types.

    duckdb.Error where the file cannot be opened.
    """
    with duckdb.connect(path, read_only=True) as connection:
        names = connection.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal ORDER BY 1").fetchall()
        return {name: _table_hash(connection, name) for (name,) in names}


def _table_hash(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    columns = connection.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [name]
    ).fetchall()
    # A sum over the rows needs no order and no memory, and sees a row that stands there twice. Of each row 120 bits of a
    # cryptographic hash are summed: `hash` of DuckDB may differ from version to version.
    row = "sha256(to_json(rows)::VARCHAR)"
    parts = ", ".join(f"sum(('0x' || substr({row}, {at}, 15))::UBIGINT::HUGEINT)" for at in (1, 16))
    sums = connection.execute(f'SELECT count(*), {parts} FROM "{name}" AS rows').fetchone()
    return hashlib.sha256(repr((columns, sums)).encode()).hexdigest()
