"""A house to run in: folders of articles and outputs, one run of the main job, and what can be seen of it afterwards.

What belongs here: what the tests of this folder share and nothing that is tested.
"""

import io
import os
import subprocess
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl
import pytest

from pipelines.building import build_release
from pipelines.progress import Progress

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "articles"
N_ARTICLES = sum(1 for path in ARTICLES.iterdir() if not path.name.endswith(".meta.toml"))
_NOTHING_DECIDED = tempfile.TemporaryDirectory(prefix="policy-")  # commands would take the project's own policy
SPANNED = ("quotes", "recommendations", "kpis", "initiatives", "mentions", "affiliations", "theme_words")
READING = ["clean", "segment", *SPANNED[:-1], "themes"]
NEW = """Biblioteket åbner tidligere

Af Ditte Lyngholm

4. maj 2023

Sundby Kommune åbner biblioteket klokken syv fra næste uge.

- Vi vil gerne kunne læse avisen, før vi tager på arbejde, siger Ditte Lyngholm.

Kontakt: Ditte Lyngholm, tlf. 55 55 43 21, ditte@sundby.example.dk
"""


@dataclass
class Run:
    """A run as a person sees it, and how many documents each stage read."""

    code: int
    out: str
    err: str
    read_now: dict[str, int]


@dataclass(frozen=True)
class House:
    """Folders of articles and outputs."""

    articles: Path
    outputs: Path
    runs: list[Run] = field(default_factory=list)

    def build(
        self,
        *,
        quiet: bool = False,
        policy: Path | None = None,
        accepted: tuple[str, ...] = (),
        gate: bool = False,
        site: bool = False,
    ) -> Run:
        """Run the main job in this process; without `gate` and `site`, which take as long as all else in a run over so few articles."""
        out, err = io.StringIO(), io.StringIO()
        seen: dict[str, int] = {}
        report = Progress.report

        def noted(progress: Progress, stage: str, done: int, whole: int) -> None:
            seen[stage] = whole
            report(progress, stage, done, whole)

        with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            patch.setattr(Progress, "report", noted)
            if not gate:
                patch.setattr("assets.checks.whole_faults", lambda staged: [])
            code = build_release(
                self.articles, self.outputs, quiet=quiet, wait=0, policy=policy, accepted=accepted, site=site
            )
        self.runs.append(Run(code, out.getvalue(), err.getvalue(), seen))
        return self.runs[-1]

    @property
    def latest(self) -> Path:
        return (self.outputs / "latest").resolve()

    def table(self, name: str) -> pl.DataFrame:
        return pl.read_parquet(self.latest / "parquet" / f"{name}.parquet", glob=False)

    def skipped(self) -> dict[str, str]:
        return dict(self.table("skipped").select("source_path", "code").iter_rows())

    def files(self) -> list[Path]:
        """The articles, without the files that describe them."""
        return [path for path in sorted(self.articles.iterdir()) if not path.name.endswith(".meta.toml")]

    def put(self, name: str, content: str | bytes = NEW) -> None:
        path = self.articles / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def parquet(release: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (release / "parquet").iterdir()}


def state(outputs: Path) -> tuple[str, list[str]]:
    """What a reader of the outputs folder can see: where `latest` points, and the files of all releases."""
    files = [path for path in (outputs / "releases").rglob("*") if path.is_file() and ".tmp-" not in str(path)]
    return str((outputs / "latest").readlink()), sorted(f"{path} {path.stat().st_mtime_ns}" for path in files)


def pejl(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return run(Path(sys.executable).parent / "pejl", *arguments, cwd=cwd, **environment)


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {
        name: value for name, value in os.environ.items() if name not in ("ARTICLES", "OUTPUTS", "DAGSTER_HOME")
    }
    env = inherited | {"DAGSTER_DISABLE_TELEMETRY": "yes", "POLICY": _NOTHING_DECIDED.name} | environment
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=120, check=False)
