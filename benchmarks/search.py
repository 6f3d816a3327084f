"""The search over constructed documents: seconds to build, size, and seconds to answer, beside DuckDB's own scan with LIKE in the same run.

`python benchmarks/search.py --documents 100000 [--folder DIR]` prints a table. The words of constructed articles are few, so that a common
one stands in far more passages than it would in articles that people wrote.
"""

import argparse
import resource
import tempfile
import time
from pathlib import Path

import duckdb
from search_corpus import write_dataset

from pejlemaerker.publication.database import write_database

_ROUNDS = 5
_ASKED = (
    ("LIKE, to compare with", "SELECT count(*) FROM segments WHERE text LIKE '%ledelse%'"),
    ("a rare word", "FROM search('sprogkonsulenter')"),
    ("a word of the field", "FROM search('ledelse')"),
    ("a common word", "FROM search('kommune')"),
    ("five words", "FROM search('tillid til de nære ledere i kommunen')"),
    ("a word that is not there", "FROM search('xylofonorkester')"),
    ("a phrase", "FROM phrase('flere bibliotekarer')"),
)
_SEARCH_SIZE = """
    SELECT count(DISTINCT block_id) FILTER (starts_with(table_name, 'search_')) / count(DISTINCT block_id)
    FROM (
        SELECT 'search_postings' AS table_name, block_id FROM pragma_storage_info('search_postings')
        UNION ALL SELECT 'search_segments', block_id FROM pragma_storage_info('search_segments')
        UNION ALL SELECT 'search_words', block_id FROM pragma_storage_info('search_words')
        UNION ALL SELECT 'search_terms', block_id FROM pragma_storage_info('search_terms')
        UNION ALL SELECT 'segments', block_id FROM pragma_storage_info('segments')
        UNION ALL SELECT 'documents', block_id FROM pragma_storage_info('documents')
    )
"""


def report(folder: Path, documents: int) -> str:
    """What building and asking cost, as lines of text."""
    dataset, words = write_dataset(folder / "tables", documents)
    path = folder / "search.duckdb"
    started, used = time.perf_counter(), time.process_time()
    write_database(path, dataset)
    seconds, core = time.perf_counter() - started, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    with duckdb.connect(path, read_only=True) as connection:
        share = connection.execute(_SEARCH_SIZE).fetchall()[0][0]
        best = {what: _best(connection, sql) for what, sql in _ASKED}
    lines = [
        f"{documents:,} documents, {words:,} words",
        f"file built in {seconds:.1f} s ({core:.1f} s of a core, {words / core:,.0f} words a second), process at most {peak:,.0f} MB",
        f"{path.stat().st_size / 1e6:,.0f} MB, of which the search {100 * share:.0f} % (beside documents and segments alone)",
        "",
        "| asked | seconds | times LIKE | rows |",
        "|---|---|---|---|",
    ]
    scan = best[_ASKED[0][0]][0]
    lines += [f"| {what} | {took:.3f} | {took / scan:.2f} | {rows} |" for what, (took, rows) in best.items()]
    return "\n".join(lines)


def _best(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[float, int]:
    """The fewest seconds of some rounds, which what else the machine does disturbs least; and the rows of the answer."""
    took, rows = [], 0
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        rows = len(connection.execute(sql).fetchall())
        took.append(time.perf_counter() - started)
    return min(took), rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[10_000], help="how many, one run after another")
    parser.add_argument("--folder", type=Path, help="where to work (default: a temporary folder, removed afterwards)")
    options = parser.parse_args()
    for number in options.documents:
        with tempfile.TemporaryDirectory(dir=options.folder, prefix="pejl-benchmark-") as folder:
            print(report(Path(folder), number), flush=True)


if __name__ == "__main__":
    main()
