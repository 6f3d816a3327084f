"""What the pages point to is there: links, headings, pictures, and the files and folders they name."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from doc_pages import PAGES, ROOT, anchors, codes, name_of, targets

_PATH = re.compile(r"[\w.-]+(/[\w.-]+)*/?")
_ENDINGS = {".py", ".md", ".toml", ".tsv", ".json", ".sh", ".txt", ".jinja", ".yaml", ".duckdb", ".ttl", ".cff"}
_PLACEHOLDER = re.compile(r"\b[A-Z]{2,}\b(?!\.md|-|SUMS|\.cff)")  # NAME.toml, DIR/gold
# Named in the pages, and there only when a reader makes it, while a run is at work, or in other programs.
_ELSEWHERE = {
    "dagster.yaml",
    "fetched.json",
    "outputs/archive",
    "outputs/dagster",
    "policy/dataset.toml",
    "policy/erasures.toml",
    "releases/.tmp-next",
    "Duckling/Numeral/DA/Rules.hs",
}


@cache
def existing(project: Path) -> set[str]:
    """Every file and folder of the project and its outputs, under each ending of its path."""
    found: set[str] = set()
    for folder in (ROOT, project):
        for path in folder.rglob("*"):
            parts = path.relative_to(folder).parts
            if not {".venv", ".git", "__pycache__", "node_modules"} & set(parts):
                found.update("/".join(parts[at:]) for at in range(len(parts)))
    return found


def broken(page: Path) -> list[str]:
    """Links of a page that lead nowhere."""
    found = []
    for target in targets(page):
        split = urlsplit(target)
        if split.scheme:
            continue
        there = page.parent / unquote(split.path) if split.path else page
        if not there.exists() or (split.fragment and split.fragment not in anchors(there)):
            found.append(target)
    return found


def missing(page: Path, project: Path) -> list[str]:
    """Paths that a page names and that are nowhere."""
    named = [code for code in codes(page) if _PATH.fullmatch(code) and ("/" in code or Path(code).suffix in _ENDINGS)]
    return [
        name
        for name in named
        if not (_PLACEHOLDER.search(name) or name in _ELSEWHERE or (project / name).exists())
        and name.rstrip("/") not in existing(project)
    ]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path):
    assert broken(page) == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_file_that_is_named_is_there(page: Path, project: Path):
    assert missing(page, project) == []


def test_what_leads_nowhere_is_found(project: Path, tmp_path: Path):
    page = tmp_path / "page.md"
    page.write_text(
        "# One `two`, three\n[a](page.md#one-two-three) [b](page.md#four) [c](no.md) ![d](no.png) [e](https://x.example)\n"
    )
    assert broken(page) == ["page.md#four", "no.md", "no.png"]
    page = tmp_path / "names.md"
    page.write_text(
        "`schemas/quotes.py`, `quotes.py`, `schemas/`, `outputs/latest/open`; `schemas/nothing.py`, `nothing.toml`\n"
    )
    assert missing(page, project) == ["schemas/nothing.py", "nothing.toml"]
