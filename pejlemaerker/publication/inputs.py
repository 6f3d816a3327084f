"""What a release was made from: the sources, and the version of all code and libraries that had a part in it.

Where that is what the last release was made from, there is nothing to do, and nothing is read.
"""

import hashlib
import json
from pathlib import Path

import polars as pl

from pejlemaerker.stages import STAGES
from pejlemaerker.storage.files import write_text
from pejlemaerker.storage.versions import code_version, library_versions

from .measured import MEASURED

_PUBLISHING = ("assembly", "csv_files", "descriptions", "editions", "integrity", "releases", "verifying")
MODULES = tuple(f"pejlemaerker.publication.{name}" for name in _PUBLISHING)
_LIBRARIES = ("duckdb", "polars", "pyarrow", "rapidfuzz", "simplemma")
_NOTE = "released.json"


def inputs_sha256(sources: pl.DataFrame, skipped: pl.DataFrame, policy: str = "") -> str:
    """Hash of the tables `sources` and `skipped` of a run, of the `policy` and of the versions of all that reads and publishes them."""
    digest = hashlib.sha256(f"{code_version(*MODULES)} {library_versions(*_LIBRARIES)}".encode())
    digest.update(" ".join(stage.version for name, stage in STAGES.items() if name != "raw").encode())
    digest.update(policy.encode() + MEASURED.read_bytes())
    for frame in (sources.sort("source_id"), skipped.sort(skipped.columns)):
        digest.update(frame.write_ndjson().encode())
    return digest.hexdigest()


def note_release(folder: Path, inputs: str, version: str) -> None:
    """Write down in `folder` that the release `version` was made from `inputs`."""
    write_text(folder / _NOTE, json.dumps({"inputs": inputs, "version": version}))


def released_from(folder: Path, inputs: str) -> str | None:
    """The version of the last release, if it was made from `inputs`."""
    try:
        noted = json.loads((folder / _NOTE).read_text(encoding="utf-8"))
        return str(noted["version"]) if noted["inputs"] == inputs else None
    except (OSError, ValueError, LookupError, TypeError):
        return None
