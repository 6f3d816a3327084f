"""The site over constructed documents: seconds of each step, memory, files, and seconds until the search answers in a browser.

`python benchmarks/site_speed.py --documents 10000 [--folder DIR]` prints it as lines and a table. The site is that of the full edition;
the browser is Chromium, where there is one, over `pejl serve`.
"""

import argparse
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus import write_corpus
from playwright.sync_api import Page, sync_playwright

from pejlemaerker.publication.policy.about import ABOUT
from pejlemaerker.publication.site import SITE, write_site
from pejlemaerker.publication.site.search import FOLDER

ROOT = Path(__file__).resolve().parent.parent
_PEJL = [sys.executable, "-c", "from pipelines.command_line import main; main()"]
_ASKED = ("ledelse", "kommune", "tillid til de nære ledere i kommunen", "sygeplejerske")
# The status changes last, once results stand in the page; the clock runs in the browser.
_NOTE = """
() => { const status = document.querySelector('#antal'), field = document.querySelector('#q');
  window.ask = (change) => new Promise((done) => {
    const began = performance.now(), look = new MutationObserver(() => { look.disconnect(); done(performance.now() - began); });
    look.observe(status, { childList: true, characterData: true, subtree: true }); change(); });
  window.say = (words) => window.ask(() => { field.value = words; field.form.requestSubmit(); });
  window.tick = () => window.ask(() => document.querySelector("#facetter input[type=checkbox]").click()); }"""


class Steps:
    """Seconds by step, from what the writing of the site reports."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._step, self._since = "front page, reference, lists", time.perf_counter()

    def __call__(self, step: str, done: int, whole: int) -> None:
        """Hear of a step."""
        now = time.perf_counter()
        self.seconds[self._step] = self.seconds.get(self._step, 0.0) + now - self._since
        self._step, self._since = step, now


def report(folder: Path, documents: int) -> str:
    """What writing and asking cost, as lines of text."""
    articles, outputs = folder / "articles", folder / "outputs"
    write_corpus(articles, documents, seed=1)
    command = [*_PEJL, "build", "--quiet", "--no-site", "--articles", str(articles), "--outputs", str(outputs)]
    subprocess.run(command, cwd=ROOT, check=True)
    steps, started, used = Steps(), time.perf_counter(), time.process_time()
    release = (outputs / "latest").resolve()
    write_site(release, "full", ABOUT, steps)
    steps("end", 0, 0)
    seconds, core = time.perf_counter() - started, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    lines = [
        f"{documents:,} documents: site written in {seconds:.0f} s ({core:.0f} s of a core), process at most {peak:,.0f} MB",
        *(
            f"{what}: {number:,} files, {size:,.0f} MB"
            for what, number, size in (_size("all", release / SITE), _size("the search", release / SITE / FOLDER))
        ),
        "",
        "| step | seconds |",
        "|---|---|",
        *(f"| {step} | {took:.1f} |" for step, took in steps.seconds.items()),
    ]
    return "\n".join([*lines, "", *_asked(outputs)])


def _size(what: str, folder: Path) -> tuple[str, int, float]:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return what, len(sizes), sum(sizes) / 1e6


def _asked(outputs: Path) -> list[str]:
    if (executable := shutil.which("chromium") or shutil.which("google-chrome")) is None:
        return ["No Chromium: nothing was asked in a browser."]
    lines = [
        "| asked in Chromium | seconds, page opened with it | seconds, asked on the page | and one kind of row |",
        "|---|---|---|---|",
    ]
    with _served(outputs) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=executable, args=["--headless", "--no-sandbox", "--disable-gpu"])
        for words in _ASKED:
            page = browser.new_page()
            opened = _opened(page, f"{address}site/soeg.html?q={words}")
            other = browser.new_page()
            _opened(other, f"{address}site/soeg.html?q=dokumentation")
            other.evaluate(_NOTE)
            next_one = other.evaluate("words => window.say(words)", words) / 1e3
            narrowed = other.evaluate("() => window.tick()") / 1e3
            lines.append(f"| {words} | {opened:.2f} | {next_one:.2f} | {narrowed:.2f} |")
            page.close()
            other.close()
        browser.close()
    return lines


def _opened(page: Page, address: str) -> float:
    started = time.perf_counter()
    page.goto(address)
    page.wait_for_function("() => /\\d/.test(document.querySelector('#antal').textContent)")
    return time.perf_counter() - started


@contextmanager
def _served(outputs: Path) -> Iterator[str]:
    serving = subprocess.Popen(
        [*_PEJL, "serve", "--outputs", str(outputs), "--port", "0"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert serving.stdout is not None
        found = re.search(r"http://\S+/", serving.stdout.readline())
        assert found
        yield found[0]
    finally:
        serving.terminate()
        serving.wait()


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
