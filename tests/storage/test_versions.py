"""Versions of code: they change with every line and word list that a result stands on, and with nothing else."""

import ast
import itertools
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import resolve_name
from pathlib import Path

import pytest

from pejlemaerker import stages
from pejlemaerker.publication import inputs
from pejlemaerker.stages import STAGES
from pejlemaerker.storage import versions
from pejlemaerker.storage.versions import library_versions

ROOT = Path(__file__).resolve().parents[2]
# A small package: `top` stands on `middle`, `bottom` and `late`, and on the word list that `middle` names.
FILES = {
    "__init__.py": "",
    "top.py": "import re\nfrom .middle import reads\n",
    "middle.py": "from PACKAGE import bottom\n\ndef reads():\n    from .late import X\n    return bottom.words('birds'), X\n",
    "bottom.py": "def words(name):\n    return name\n",
    "late.py": "X = 1\n",
    "beside.py": "from .top import reads\n",
    "lexicons/birds.tsv": "solsort\n",
    "lexicons/fishes.tsv": "torsk\n",
}
NUMBERS = itertools.count()
Measure = Callable[..., str]


@pytest.fixture
def measure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Measure]:
    """A function: the version of `top`, some files of its package being as given."""
    package = f"house_{next(NUMBERS)}"
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(versions, "PROJECT_PACKAGES", (package,))

    def measured(files: dict[str, str] | None = None) -> str:
        for name in ("code_version", "_imports", "_data_files", "_source"):
            monkeypatch.setattr(versions, name, cache(getattr(versions, name).__wrapped__))
        for name, text in (FILES | (files or {})).items():
            path = tmp_path / package / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("PACKAGE", package), encoding="utf-8")
        return versions.code_version(f"{package}.top")

    yield measured
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        del sys.modules[name]


def test_a_version_is_short_and_the_same_each_time(measure: Measure):
    assert measure() == measure()
    assert len(measure()) == 16 and int(measure(), 16) >= 0


@pytest.mark.parametrize("name", ["top.py", "middle.py", "bottom.py", "late.py"])
def test_a_changed_line_in_any_module_below_changes_the_version(measure: Measure, name: str):
    assert measure({name: FILES[name] + "# a comment counts too\n"}) != measure()


def test_a_changed_word_list_that_a_module_names_changes_the_version(measure: Measure):
    assert measure({"lexicons/birds.tsv": "solsort\nstær\n"}) != measure()


@pytest.mark.parametrize("name", ["beside.py", "lexicons/fishes.tsv", "new.py", "lexicons/new.tsv"])
def test_what_a_module_does_not_stand_on_does_not_change_its_version(measure: Measure, name: str):
    before = measure()
    assert measure({name: "Z = 2\n"}) == before


def test_the_order_in_which_modules_are_named_does_not_matter():
    one, two = "pejlemaerker.storage.files", "pejlemaerker.storage.lock"
    assert versions.code_version(one, two) == versions.code_version(two, one) != versions.code_version(one)


def test_a_module_that_is_not_there_is_refused():
    with pytest.raises(ModuleNotFoundError):
        versions.code_version("pejlemaerker.findes_ikke")


def imported(module: str) -> set[str]:
    """What the syntax tree of a module says that it imports."""
    source = versions._source(module)
    package = module if source.name == "__init__.py" else module.rpartition(".")[0]
    names = set()
    for node in ast.walk(ast.parse(source.read_bytes())):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), package) if node.level else str(node.module)
            names.update([base, *(f"{base}.{alias.name}" for alias in node.names)])
    return {name for name in names if name.split(".")[0] in versions.PROJECT_PACKAGES and versions._exists(name)}


def test_every_import_is_found_that_the_syntax_tree_knows():
    modules = versions._closure(("pejlemaerker.publication.assembly", "pejlemaerker.publication.releases"))
    assert len(modules) > 100
    for module in modules:
        assert set(versions._imports(module)) == imported(module), module


# the stages of the house


def named(stage: str) -> set[str]:
    """Modules and data files that the version of `stage` is made of."""
    return named_by(STAGES[stage].modules)


def named_by(modules: tuple[str, ...]) -> set[str]:
    """Modules and data files that a version of `modules` is made of."""
    found = versions._closure(modules)
    return found | {file.name for module in found for file in versions._data_files(module)}


def test_every_word_list_belongs_to_the_version_of_some_stage_or_of_what_publishes():
    lists = {path.name for path in (ROOT / "pejlemaerker").rglob("lexicons/*.tsv")}
    assert lists and lists <= named_by(inputs.MODULES).union(*(named(stage) for stage in STAGES))


def test_a_stage_stands_on_the_schemas_and_on_its_own_rules_and_not_on_those_of_others():
    for stage in ("mentions", "quotes", "recommendations", "kpis", "initiatives"):
        assert {"schemas", f"pejlemaerker.extraction.{stage}", "pejlemaerker.corpus.article"} <= named(stage)
    assert not any(name.startswith("pejlemaerker.extraction") for name in named("segment") | named("clean"))
    assert "pejlemaerker.extraction.kpis" not in named("initiatives")
    assert not any(name.startswith("pejlemaerker.publication") for stage in STAGES for name in named(stage))


def test_every_module_that_reads_for_a_stage_belongs_to_some_version():
    """Else a new rule would read nothing again."""
    all_named = set().union(*(named(name) for name in STAGES))
    for module in ("pejlemaerker.stages", "pejlemaerker.reading"):
        called = [name for name in versions._imports(module) if ".corpus." in name or ".extraction." in name]
        assert called and set(called) <= all_named
    assert all(stage.modules for name, stage in STAGES.items() if name != "raw")


def test_a_new_version_of_a_library_is_a_new_version_of_what_it_reads(monkeypatch: pytest.MonkeyPatch):
    before = {name: stage.version for name, stage in STAGES.items()}
    monkeypatch.setattr(stages, "library_versions", lambda *names: " ".join(names) + " newer")
    changed = {name for name, stage in STAGES.items() if stage.version != before[name]}
    assert changed == {"clean", "segment"}


def test_the_versions_of_libraries_are_those_installed():
    assert library_versions("polars", "lxml").startswith("lxml=") and "polars=" in library_versions("polars")
