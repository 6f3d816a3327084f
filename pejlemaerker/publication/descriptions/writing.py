"""All descriptions of an edition, written into its folder."""

import json
from pathlib import Path
from typing import Any

from pejlemaerker.publication.policy.about import About
from pejlemaerker.storage.files import write_text
from schemas.snapshot import Snapshot, description

from .citation import citation
from .croissant import croissant
from .datapackage import datapackage
from .datasheet import datasheet
from .dcat import dcat
from .facts import read_facts
from .licences import write_licences


def write_descriptions(folder: Path, edition: str, about: About) -> None:
    """Describe the edition in `folder`, whose Parquet files are there; CSV and DuckDB files are described where they are.

    `SHA256SUMS` is not among the descriptions: `write_sums` comes after everything else.
    """
    facts = read_facts(folder, edition)
    schema = Snapshot(facts.release["schema_version"], description(facts.tables))
    write_text(folder / "schema.json", schema.to_json())
    write_json(folder / "datapackage.json", datapackage(facts, about))
    write_json(folder / "croissant.json", croissant(facts, about))
    write_text(folder / "CITATION.cff", citation(facts, about))
    write_text(folder / "dcat.ttl", dcat(facts, about))
    write_text(folder / "DATASHEET.md", datasheet(facts, about))
    write_licences(facts, about.licence)


def write_json(path: Path, described: dict[str, Any]) -> None:
    """Write plain data as JSON that a person can read, in the order it has."""
    write_text(path, json.dumps(described, ensure_ascii=False, indent=2) + "\n")
