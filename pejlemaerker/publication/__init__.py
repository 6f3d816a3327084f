"""From the store to a release: tables put together over all documents, checked, written as Parquet and DuckDB, switched in."""
