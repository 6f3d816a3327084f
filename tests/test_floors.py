"""The floors of the house, kept by reading the imports of every module; no module is run.

What belongs here: which floor a module stands on, what it may import, and that it says what belongs in it. Each rule also
has a made-up module that breaks it, to show that the rule is looked after.
"""

import ast
from collections.abc import Iterator
from importlib.util import resolve_name
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# The longest prefix counts. The package itself holds `read`, which stands above all that it calls.
FLOORS = {
    "schemas": 0,
    "pejlemaerker.danish": 0,
    "pejlemaerker.storage": 1,
    "pejlemaerker.corpus": 1,
    "pejlemaerker.fetching": 1,
    "pejlemaerker.extraction": 2,
    "pejlemaerker": 3,
    "pejlemaerker.publication": 3,
    "pejlemaerker.evaluation": 3,
    "pejlemaerker.reading": 3,
    "pejlemaerker.stages": 3,
    "pejlemaerker.ingest": 3,
    "pejlemaerker.houses": 3,
    "pejlemaerker.batches": 3,
    "pejlemaerker.engines": 3,
    "assets": 4,
    "pipelines": 5,
}
PACKAGES = ("schemas", "pejlemaerker", "assets", "pipelines")
FILES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def package_of(path: Path) -> str:
    return module_name(path) if path.name == "__init__.py" else module_name(path).rpartition(".")[0]


def floor(module: str) -> int | None:
    """The floor of `module`; None for what is not the project's."""
    prefixes = [name for name in FLOORS if module == name or module.startswith(f"{name}.")]
    return FLOORS[max(prefixes, key=len)] if prefixes else None


def imported(source: str, package: str) -> Iterator[str]:
    """Every module that `source` may import, also inside functions, `from a import b` as `a.b`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), package) if node.level else str(node.module)
            yield from (f"{base}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            if called in ("import_module", "__import__"):
                yield from (str(arg.value) for arg in node.args[:1] if isinstance(arg, ast.Constant))


def faults(module: str, source: str, package: str) -> list[str]:
    """What `source`, standing as `module`, does that its floor forbids."""
    own, found = floor(module), []
    if own is None:
        return [f"{module} stands on no floor"]
    if not ast.get_docstring(ast.parse(source)):
        found.append(f"{module} does not say what belongs in it")
    for name in imported(source, package):
        there = floor(name)
        if there is not None and there > own:
            found.append(f"{module} (floor {own}) imports {name} (floor {there})")
        if name.split(".")[0].startswith("dagster") and own < FLOORS["assets"]:
            found.append(f"{module} (floor {own}) imports {name}")
        inside = "schemas" if module.split(".")[0] == "schemas" else "pejlemaerker.danish"
        if own == 0 and there is not None and not f"{name}.".startswith(f"{inside}."):
            found.append(f"{module} imports {name}: nothing of the project but {inside} may be named here")
    return found


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_each_module_keeps_to_its_floor_and_says_what_belongs_in_it(path: Path):
    assert faults(module_name(path), path.read_text(encoding="utf-8"), package_of(path)) == []


def test_every_package_of_the_project_has_a_floor():
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert packages == set(PACKAGES)
    inner = {f"pejlemaerker.{path.parent.name}" for path in (ROOT / "pejlemaerker").glob("*/__init__.py")}
    assert inner <= set(FLOORS)
    assert len(FILES) > 50


@pytest.mark.parametrize(
    ("module", "source", "said"),
    [
        ("pejlemaerker.danish.made_up", "from pejlemaerker.corpus.article import Row", "pejlemaerker.corpus.article"),
        ("pejlemaerker.danish.made_up", "import schemas", "schemas"),
        ("pejlemaerker.danish.made_up", "from pejlemaerker import read", "pejlemaerker.read"),
        ("schemas.made_up", "from pejlemaerker.danish import sentences", "pejlemaerker.danish.sentences"),
        ("schemas.made_up", "import pejlemaerker", "pejlemaerker"),
        ("pejlemaerker.storage.made_up", "def f():\n    from ..extraction import spans", "extraction.spans"),
        ("pejlemaerker.corpus.made_up", "import pejlemaerker.extraction.cast as cast", "extraction.cast"),
        ("pejlemaerker.extraction.made_up", "from ..stages import STAGES", "pejlemaerker.stages"),
        ("pejlemaerker.extraction.made_up", "from pejlemaerker import publication", "pejlemaerker.publication"),
        ("pejlemaerker.publication.made_up", "import assets", "assets"),
        ("pejlemaerker.publication.made_up", "import dagster as dg", "dagster"),
        ("pejlemaerker.stages", "from dagster_polars import X", "dagster_polars"),
        ("pejlemaerker.ingest", "importlib.import_module('assets.workspace')", "assets.workspace"),
        ("assets.made_up", "from pipelines.jobs import BUILD", "pipelines.jobs"),
        ("elsewhere", "", "no floor"),
    ],
)
def test_a_module_that_looks_up_is_found(module: str, source: str, said: str):
    found = faults(module, f'"""What belongs here."""\n{source}\n', module.rpartition(".")[0])
    assert found and said in found[0]


def test_a_module_that_does_not_say_what_belongs_in_it_is_found():
    assert faults("assets.made_up", "import dagster as dg\n", "assets") == [
        "assets.made_up does not say what belongs in it"
    ]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("pejlemaerker.danish.made_up", "import re\nfrom .lexicon import rows"),
        ("schemas.made_up", "import polars as pl\nfrom ._model import Column"),
        ("pejlemaerker.corpus.made_up", "from pejlemaerker.danish import sentences\nfrom schemas import DOCUMENTS"),
        ("pejlemaerker.publication.made_up", "from pejlemaerker.stages import STAGES"),
        ("assets.made_up", "import dagster as dg\nfrom pejlemaerker.storage.lock import hold"),
        ("pipelines.made_up", "from assets import ASSETS"),
    ],
)
def test_a_module_that_looks_down_or_beside_is_let_be(module: str, source: str):
    assert faults(module, f'"""What belongs here."""\n{source}\n', module.rpartition(".")[0]) == []
