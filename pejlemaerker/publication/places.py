"""Where things lie in a folder of outputs and in a release. No more than names, so that what only looks for a file loads nothing else."""

from pathlib import Path

DATABASE = "pejlemaerker.duckdb"
LATEST = "latest"
WHOLE = "full"  # the edition that lies in the folder of the release itself


def edition_folder(folder: Path, edition: str) -> Path:
    """Where an edition of the release in `folder` lies."""
    return folder if edition == WHOLE else folder / edition
