"""How well the rules of this program read annotated documents: the figures as `pejl evaluate --write` noted them.

They lie in `measured.json` beside this file, under the version of the rules that they hold for, so that a release has them
at once, on every machine, and an installed program needs no gold. A test says when they have to be measured anew.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from glob import escape
from pathlib import Path

from pejlemaerker.evaluation.figures import Figure, figures
from pejlemaerker.evaluation.report import Report
from pejlemaerker.evaluation.sets import GoldSet
from pejlemaerker.storage.files import write_text
from pejlemaerker.storage.versions import code_version

from .rules import article_libraries, article_rules_version

MEASURED = Path(__file__).with_name("measured.json")
_EVALUATION = "pejlemaerker.evaluation.figures"


@dataclass(frozen=True)
class Measured:
    """`figures` that hold for the `rules` of that version, measured on the `gold` of that hash with `libraries` of these versions."""

    rules: str
    gold: str
    libraries: dict[str, str]
    figures: tuple[Figure, ...]

    @property
    def holds(self) -> bool:
        """Whether they are of the rules of this program."""
        return self.rules == article_rules_version()

    @property
    def other_libraries(self) -> list[str]:
        """The libraries, with their versions then, that this machine has in another version."""
        here = article_libraries()
        return [f"{name} {version}" for name, version in self.libraries.items() if here.get(name) != version]


def gold_sha256(sets: Iterable[GoldSet]) -> str:
    """Hash of the gold of `sets`, of the articles it belongs to, and of the code that compares them."""
    digest = hashlib.sha256(code_version(_EVALUATION, "pejlemaerker.evaluation.running").encode())
    for chosen in sets:
        for gold in sorted(chosen.gold.glob("*.json")):
            for path in (gold, *sorted(chosen.articles.rglob(f"{escape(gold.stem)}.*"))):
                digest.update(f"{chosen.name}/{path.name}\n".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def write_measured(path: Path, sets: Sequence[GoldSet], reports: Iterable[Report]) -> None:
    """Note the figures of `reports` on `sets` as those of the rules of this program, a line each."""
    head = {"rules": article_rules_version(), "gold": gold_sha256(sets), "libraries": article_libraries()}
    found = [figure for item in reports for figure in figures(item)]
    lines = ",\n".join("  " + json.dumps(asdict(figure)) for figure in found)
    write_text(path, f'{json.dumps(head, indent=1)[:-2]},\n "figures": [\n{lines}\n ]\n}}\n')


def read_measured(path: Path = MEASURED) -> Measured | None:
    """What was noted in `path`; None where nothing was."""
    if not path.is_file():
        return None
    read = json.loads(path.read_text(encoding="utf-8"))
    found = tuple(Figure(**figure) for figure in read["figures"])
    return Measured(read["rules"], read["gold"], read["libraries"], found)
