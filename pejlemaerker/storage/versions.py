"""Versions of code: a stage is as new as the newest line it runs.

A version is the hash of a module's source, of the sources of all modules of the project that it imports, directly or
through others, and of the data files that one of them names. Nobody has to remember to raise a number, so a result can never be
older than the rules that it is said to come from; the price is that a changed comment also counts as a change.
"""

import hashlib
import importlib.util
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import CodeType

PROJECT_PACKAGES = ("pejlemaerker", "schemas")
DATA_FOLDER = "lexicons"
# Every run asks this of all modules: a pattern and the compiler take a fifth of the time that a syntax tree takes.
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+(?P<base>[.\w]+)[ \t]+)?import[ \t]*(?P<names>\([^)]*\)|[\w. \t,]+)", re.MULTILINE
)
_COMMENT = re.compile(r"#[^\n]*")


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
def _imports(module: str) -> tuple[str, ...]:
    """Modules of the project that `module` names in its imports, wherever they stand in it."""
    package = module if _source(module).name == "__init__.py" else module.rpartition(".")[0]
    names: set[str] = set()
    for match in _IMPORT.finditer(_source(module).read_text(encoding="utf-8")):
        taken = [item.split()[0] for item in _COMMENT.sub("", match["names"]).strip("()").split(",") if item.strip()]
        base = match["base"]
        if base is None:
            names.update(taken)
        else:
            base = importlib.util.resolve_name(base, package) if base.startswith(".") else base
            names.update([base, *(f"{base}.{name}" for name in taken)])
    return tuple(sorted(name for name in names if name.split(".")[0] in PROJECT_PACKAGES and _exists(name)))


@cache
def _data_files(module: str) -> tuple[Path, ...]:
    """Data files beside `module` that a text in its source names."""
    above = list(_source(module).parents)[: module.count(".") + 1]
    folders = [place / name for place in above for name in (DATA_FOLDER, f"danish/{DATA_FOLDER}")]
    code = compile(_source(module).read_bytes(), module, "exec", dont_inherit=True)
    names = sorted({text for text in _texts(code.co_consts) if text.isidentifier()})
    found = {file for name in names for place in folders if (file := place / f"{name}.tsv").is_file()}
    return tuple(sorted(found))


def _texts(constants: Iterable[object]) -> Iterator[str]:
    """All texts among the constants of compiled code, and of the code and the tuples among these."""
    for constant in constants:
        if isinstance(constant, str):
            yield constant
        elif isinstance(constant, CodeType):
            yield from _texts(constant.co_consts)
        elif isinstance(constant, tuple | frozenset):
            yield from _texts(constant)


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
