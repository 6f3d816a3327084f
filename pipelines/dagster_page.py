"""`pejl dev`: the Dagster page over the folders that were named, on this machine only."""

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

_PROJECT = Path(__file__).resolve().parent.parent
# Nothing is sent anywhere, nobody is asked to sign up, and a run whose process was killed is started again.
_SETTINGS = "telemetry:\n  enabled: false\nnux:\n  enabled: false\nrun_retries:\n  enabled: true\n"


def open_page(articles: Path, outputs: Path, *, sources: Path | None, policy: Path, port: int) -> NoReturn:
    """Become `dagster dev`, whose runs read and write these folders; what it keeps lies in `outputs`."""
    home = (outputs / "dagster").resolve()
    home.mkdir(parents=True, exist_ok=True)
    (home / "dagster.yaml").write_text(_SETTINGS)
    os.environ |= {
        "ARTICLES": str(articles.resolve()),
        "OUTPUTS": str(outputs.resolve()),
        "DAGSTER_HOME": str(home),
        "SOURCES": str(sources.resolve()) if sources else "",
        "POLICY": str(policy.resolve()),
    }
    os.chdir(_PROJECT)
    click.echo(f"The Dagster page opens at http://127.0.0.1:{port} (Ctrl-C stops it).")
    executable = Path(sys.executable).parent / "dagster"
    os.execv(executable, [str(executable), "dev", "-w", "workspace.yaml", "-h", "127.0.0.1", "-p", str(port)])
