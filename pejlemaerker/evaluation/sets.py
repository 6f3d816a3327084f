"""Sets of gold: a folder of articles and a folder of gold files, which belong together by file name without ending."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pejlemaerker.storage.sources import found_files

from .gold import Gold, GoldError


class NoGoldError(ValueError):
    """There is nothing to measure; the message says what to do."""


@dataclass(frozen=True)
class GoldSet:
    """Two folders under a name."""

    name: str
    articles: Path
    gold: Path


@dataclass(frozen=True)
class Document:
    """An article and its gold; its name is that of the set and its path in the folder of articles."""

    name: str
    path: Path
    gold: Gold


@dataclass(frozen=True)
class Paired:
    """The articles of a set that have gold, in order of name; and the gold files that have no article."""

    name: str
    documents: list[Document]
    alone: list[str]


def own_sets(project: Path) -> list[GoldSet]:
    """The sets of the folder `tests/gold` of a project, by name.

    A folder there is a set when it holds `articles` and `gold`, or gold files for the project's folder of the same name. NoGoldError
    when there is none.
    """
    home = project / "tests" / "gold"
    found = []
    for folder in sorted(home.iterdir()) if home.is_dir() else ():
        if (folder / "articles").is_dir() and (folder / "gold").is_dir():
            found.append(GoldSet(folder.name, folder / "articles", folder / "gold"))
        elif (project / folder.name).is_dir() and _gold_files(folder):
            found.append(GoldSet(folder.name, project / folder.name, folder))
    if not found:
        raise NoGoldError("This installation holds no gold of its own. Name yours with --gold and --articles.")
    return found


def paired(chosen: GoldSet) -> Paired:
    """Articles and gold of one set.

    NoArticlesError or NoGoldError when a folder is missing or no names agree; GoldError for gold that cannot be used, or for two
    articles under one name.
    """
    if not chosen.gold.is_dir():
        raise NoGoldError(f"There is no folder {chosen.gold}. Name the one with the gold files with --gold.")
    files = _gold_files(chosen.gold)
    if not files:
        raise NoGoldError(f"{chosen.gold} holds no gold files (NAME.json). Name another folder with --gold.")
    articles = _articles(chosen.articles)
    common = [path for path in files if path.stem in articles]
    if not common:
        raise NoGoldError(
            f"No article in {chosen.articles} has the name of a gold file in {chosen.gold}: NAME.json belongs to NAME.txt, "
            "NAME.html and so on. Name other folders with --articles and --gold."
        )
    twice = [
        f"{path}: {' and '.join(articles[path.stem])} have this name. Take one away."
        for path in common
        if len(articles[path.stem]) > 1
    ]
    golds, faults = _read(common)
    if faults or twice:
        raise GoldError([*faults, *twice])
    documents = [
        Document(f"{chosen.name}/{name}", chosen.articles / name, gold)
        for gold in golds
        for name in articles[gold.stem]
    ]
    return Paired(chosen.name, documents, [path.name for path in files if path.stem not in articles])


def _gold_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.json") if not path.name.startswith("."))


def _articles(folder: Path) -> dict[str, list[str]]:
    """Paths of the articles in `folder` that can be opened, by name without ending."""
    found: dict[str, list[str]] = {}
    for file in found_files(folder):
        if file.code != "unreadable":
            found.setdefault(PurePosixPath(file.path).stem, []).append(file.path)
    return found


def _read(files: list[Path]) -> tuple[list[Gold], list[str]]:
    """All gold that can be read, and what is wrong with the rest."""
    golds, faults = [], []
    for path in files:
        try:
            golds.append(Gold.read(path))
        except GoldError as error:
            faults += error.faults
    return golds, faults
