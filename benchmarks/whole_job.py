"""The whole job over constructed documents: seconds, peak memory and bytes written, of a first run and of reruns.

`python benchmarks/whole_job.py --documents 1000 10000 [--folder DIR]` prints a table. Each run is a process of its own, as a person or a
scheduler starts it. Memory is that of the process and all its workers together, looked at once a second.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from corpus import write_corpus

ROOT = Path(__file__).resolve().parent.parent
NEW = 100
_LOOK = 1.0  # seconds; each look at the memory of a process stops it for a moment
_TOUCHED = "\n# a new version of this stage\n"


@dataclass(frozen=True)
class Cost:
    """What a run took."""

    documents: int
    what: str
    seconds: float
    peak_mb: float
    written_mb: float


def _tree_mb(process: int) -> float:
    """Memory of a process and all below it, what several of them share counted once."""
    parents: dict[int, list[int]] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents.setdefault(int(fields[1]), []).append(int(status.parent.name))
    below, total = [process], 0.0
    while below:
        one = below.pop()
        below += parents.get(one, [])
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1e3
    return total


def _size_mb(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


def run(articles: Path, outputs: Path, documents: int, what: str, project: Path = ROOT) -> Cost:
    """One run of the job."""
    before = _size_mb(outputs) if outputs.exists() else 0.0
    started, peak, done = time.perf_counter(), 0.0, threading.Event()
    command = [sys.executable, "-c", "from pipelines.command_line import main; main()", "build", "--quiet"]
    process = subprocess.Popen([*command, "--articles", str(articles), "--outputs", str(outputs)], cwd=project)

    def look() -> None:
        nonlocal peak
        while not done.wait(_LOOK):
            peak = max(peak, _tree_mb(process.pid))

    looking = threading.Thread(target=look)
    looking.start()
    code = process.wait()
    seconds = time.perf_counter() - started
    done.set()
    looking.join()
    if code:
        raise SystemExit(f"The run ended with exit code {code}: {what}, {documents} documents.")
    print(f"{documents:,} documents, {what}: {seconds:.1f} s, {peak:,.0f} MB", file=sys.stderr, flush=True)
    return Cost(documents, what, seconds, peak, _size_mb(outputs) - before)


def _changed_project(folder: Path) -> Path:
    """The project with a new version of the stage that finds initiatives."""
    project = folder / "project"
    skip = shutil.ignore_patterns(".git", ".venv", ".uv", "outputs", "tests", "__pycache__", ".*_cache")
    shutil.copytree(ROOT, project, ignore=skip)
    stage = project / "pejlemaerker" / "extraction" / "initiatives" / "reading.py"
    stage.write_text(stage.read_text(encoding="utf-8") + _TOUCHED, encoding="utf-8")
    return project


def costs(folder: Path, documents: int, seed: int = 1) -> list[Cost]:
    """A first run over so many documents, and reruns: nothing changed, a hundred new ones, a new version of one stage."""
    articles, outputs = folder / "articles", folder / "outputs"
    write_corpus(articles, documents, seed)
    found = [run(articles, outputs, documents, "first run"), run(articles, outputs, documents, "nothing changed")]
    write_corpus(articles, NEW, seed, first=documents)
    found.append(run(articles, outputs, documents, f"{NEW} new articles"))
    found.append(run(articles, outputs, documents, "one stage's new version", _changed_project(folder)))
    return found


def table(found: list[Cost]) -> str:
    """The costs as a markdown table, each rerun beside the first run of as many documents."""
    first = {item.documents: item.seconds for item in found if item.what == "first run"}
    lines = [
        "| documents | run | seconds | of the first run | peak memory, MB | written, MB |",
        "|---|---|---|---|---|---|",
    ]
    for item in found:
        share = f"{100 * item.seconds / first[item.documents]:.1f} %"
        lines.append(
            f"| {item.documents:,} | {item.what} | {item.seconds:.1f} | {share} | {item.peak_mb:,.0f} | {item.written_mb:,.1f} |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--documents", type=int, nargs="+", default=[1_000, 10_000], help="how many, one run after another"
    )
    parser.add_argument("--folder", type=Path, help="where to work (default: a temporary folder, removed afterwards)")
    options = parser.parse_args()
    found = []
    for number in options.documents:
        with tempfile.TemporaryDirectory(dir=options.folder, prefix="pejl-benchmark-") as folder:
            found += costs(Path(folder), number)
        print(table(found), flush=True)


if __name__ == "__main__":
    main()
