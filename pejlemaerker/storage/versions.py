"""Versions of code: a stage is as new as the newest line it runs.

A version is the hash of a module's source, of the sources of all modules of the project that it imports, directly or
through others, and of the data files that one of them names. Nobody has to remember to raise a number, so a result can never be
older than the rules that it is said to come from; the price is that a changed comment also counts as a change.
"""

import ast
import hashlib
import importlib.util
from functools import cache
from importlib.metadata import version
from pathlib import Path

PROJECT_PACKAGES = ("pejlemaerker", "schemas")
DATA_FOLDER = "lexicons"


@cache
def code_version(*modules: str) -> str:
    """Hash (16 hexadecimal digits) of `modules` and all they stand on. ModuleNotFoundError if there is no such module."""
    digest = hashlib.sha256()
    for name in sorted(_closure(modules)):
        for file in [_source(name), *_data_files(name)]:
            digest.update(f"{name}/{file.name}\n".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


@cache
def library_versions(*names: str) -> str:
    """The installed versions of the libraries `names`, in one line; PackageNotFoundError if one is not installed."""
    return " ".join(f"{name}={version(name)}" for name in sorted(names))


def _closure(modules: tuple[str, ...]) -> set[str]:
    found: set[str] = set()
    waiting = list(modules)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _imports(name)
    return found


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(_source(module).read_bytes())


@cache
def _imports(module: str) -> tuple[str, ...]:
    """Modules of the project that `module` names in its imports."""
    package = module if _source(module).name == "__init__.py" else module.rpartition(".")[0]
    names: set[str] = set()
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            relative = "." * node.level + (node.module or "")
            base = importlib.util.resolve_name(relative, package) if node.level else str(node.module)
            names.update([base, *(f"{base}.{alias.name}" for alias in node.names)])
    return tuple(sorted(name for name in names if name.split(".")[0] in PROJECT_PACKAGES and _exists(name)))


@cache
def _data_files(module: str) -> tuple[Path, ...]:
    """Data files beside `module` that a text in its source names."""
    above = list(_source(module).parents)[: module.count(".") + 1]
    folders = [place / name for place in above for name in (DATA_FOLDER, f"danish/{DATA_FOLDER}")]
    texts = {
        node.value for node in ast.walk(_tree(module)) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    names = sorted(text for text in texts if text.isidentifier())
    found = {file for name in names for place in folders if (file := place / f"{name}.tsv").is_file()}
    return tuple(sorted(found))


def _exists(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:  # a function or class of a module, not a module
        return False


@cache
def _source(module: str) -> Path:
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(module)
    return Path(spec.origin)
