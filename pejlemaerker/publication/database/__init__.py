"""The DuckDB file of a release, for analysts: tables, views, search, example queries.

`writing` builds it, `describing` says what its comments say, `views` and `examples` hold the queries a reader finds in it, `search`
the index and its macros, `hashes` compares two files.
"""

from .describing import describe
from .hashes import table_hashes
from .writing import write_database

__all__ = ["describe", "table_hashes", "write_database"]
