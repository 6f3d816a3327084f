"""All benchmarks in one run, written to `RESULTS.md` with machine and versions, and a plot of the speeds.

`make benchmark` runs this. Ratios count more than figures: all that is compared was measured in the same run on the same machine.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import altair
from search import report as search_report
from site_speed import report as site_report
from speed import Speed, speeds, texts_in
from speed import table as speed_table
from whole_job import costs
from whole_job import table as cost_table

HERE = Path(__file__).resolve().parent
RESULTS, PLOT = HERE / "RESULTS.md", HERE / "speed.svg"
# The project's own articles, and the real ones that `.ci/run` is scored on, where they are at hand.
_TEXTS = [folder for folder in (HERE.parent / "articles", HERE.parent.parent / "shared" / "seeds") if folder.is_dir()]
_VERSIONS = ("polars", "pyarrow", "duckdb", "dagster", "spacy", "pysbd")


def machine() -> str:
    """What it was measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = ", ".join(f"{name} {version(name)}" for name in _VERSIONS)
    return (
        f"{platform.system()} on {platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB; "
        f"Python {platform.python_version()}, {versions}."
    )


def plot(found: list[Speed]) -> None:
    """Words a second as bars on a logarithmic scale."""
    rows = [{"what": item.name, "words": round(item.words), "own": item.name.startswith("pejl")} for item in found]
    words = altair.X("words:Q", title="words a second, one core").scale(type="log")
    bars = (
        altair.Chart(altair.Data(values=rows), width=520)
        .mark_bar()
        .encode(x=words, y=altair.Y("what:N", title=None, sort=None), color=altair.Color("own:N", legend=None))
    )
    bars.save(PLOT)


def speed_section(folders: list[Path]) -> str:
    """The speeds over the texts of each folder, measured now; the plot is that of the last."""
    found: list[Speed] = []
    lines = []
    for folder in folders:
        print(f"Speeds on one core over {folder} ...", file=sys.stderr)
        found = speeds(folder)
        what = f"The {len(texts_in(folder))} plain texts in `{folder.name}/`, each read once with nothing remembered:"
        lines += [what, "", speed_table(found), ""]
    plot(found)
    return "\n".join([*lines, f"![Words a second]({PLOT.name})"])


def job_section(sizes: list[int]) -> str:
    """The whole job over so many documents, measured now."""
    spent = []
    for documents in sizes:
        print(f"The whole job over {documents:,} documents ...", file=sys.stderr)
        with tempfile.TemporaryDirectory(prefix="pejl-benchmark-") as folder:
            spent += costs(Path(folder), documents)
    return "\n".join(["Constructed articles (`benchmarks/corpus.py`), all cores.", "", cost_table(spent)])


def search_section(documents: int) -> str:
    """How fast a release answers a search, measured now."""
    print(f"The search over {documents:,} documents ...", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="pejl-benchmark-") as folder:
        return f"The DuckDB file alone, all cores; the best of five rounds.\n\n{search_report(Path(folder), documents)}"


def site_section(documents: int) -> str:
    """What the site costs, and how fast its search answers in a browser, measured now."""
    print(f"The site over {documents:,} documents ...", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="pejl-benchmark-") as folder:
        return f"The site of one edition, beside an own build without it.\n\n{site_report(Path(folder), documents)}"


def kept(title: str) -> str:
    """A section as it stands in the results now; empty where it does not."""
    whole = RESULTS.read_text(encoding="utf-8") if RESULTS.is_file() else ""
    return whole.partition(f"\n## {title}\n")[2].partition("\n## ")[0].strip()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000], help="sizes of the whole job")
    parser.add_argument("--texts", type=Path, nargs="+", default=_TEXTS, help="folders with texts for the speeds")
    parser.add_argument("--searched", type=int, default=100_000, help="documents of the search")
    parser.add_argument("--shown", type=int, default=10_000, help="documents of the site")
    parser.add_argument(
        "--only", choices=("speed", "job", "search", "site"), help="measure one section anew and keep the others"
    )
    options = parser.parse_args()

    def section(name: str, title: str, measure: Callable[[], str]) -> str:
        return f"## {title}\n\n{measure() if options.only in (None, name) else kept(title)}"

    sections = [
        f"# Benchmarks\n\nWritten by `make benchmark`. {machine()}",
        section("speed", "Speed", lambda: speed_section(options.texts)),
        section("job", "The whole job", lambda: job_section(options.documents)),
        section("search", "Search", lambda: search_section(options.searched)),
        section("site", "Site", lambda: site_section(options.shown)),
    ]
    RESULTS.write_text("\n\n".join(sections) + "\n", encoding="utf-8")
    print(f"Written to {RESULTS}.", file=sys.stderr)


if __name__ == "__main__":
    main()
