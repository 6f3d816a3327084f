"""The search of the DuckDB file: an index of plain tables, and macros that look into it. It needs no extension."""
