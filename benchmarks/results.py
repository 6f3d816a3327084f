"""All benchmarks in one run, written to `RESULTS.md` with machine and versions, and a plot of the speeds.

`make benchmark` runs this. Ratios count more than figures: all that is compared was measured in the same run on the same machine.
"""

import argparse
import os
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import altair
from speed import Speed, speeds, texts_in
from speed import table as speed_table
from whole_job import costs
from whole_job import table as cost_table

HERE = Path(__file__).resolve().parent
RESULTS, PLOT = HERE / "RESULTS.md", HERE / "speed.svg"
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000], help="sizes of the whole job")
    parser.add_argument("--texts", type=Path, default=HERE.parent / "articles", help="texts for the speeds")
    options = parser.parse_args()
    print("Speeds on one core ...", file=sys.stderr)
    found = speeds(options.texts)
    plot(found)
    lines = [
        "# Benchmarks",
        "",
        f"Written by `make benchmark`. {machine()}",
        "",
        "## Speed",
        "",
        f"Texts: the {len(texts_in(options.texts))} plain ones in `{options.texts.name}/`, each read once with nothing remembered.",
        "",
        speed_table(found),
        "",
        f"![Words a second]({PLOT.name})",
        "",
        "## The whole job",
        "",
        "Constructed articles (`benchmarks/corpus.py`), all cores.",
        "",
    ]
    spent = []
    for documents in options.documents:
        print(f"The whole job over {documents:,} documents ...", file=sys.stderr)
        with tempfile.TemporaryDirectory(prefix="pejl-benchmark-") as folder:
            spent += costs(Path(folder), documents)
    RESULTS.write_text("\n".join([*lines, cost_table(spent), ""]), encoding="utf-8")
    print(f"Written to {RESULTS}.", file=sys.stderr)


if __name__ == "__main__":
    main()
