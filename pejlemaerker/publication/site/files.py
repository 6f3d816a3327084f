"""Writing the site into a folder that nobody reads yet: pages, and the files that all pages share."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from .environment import fill
from .paths import STATIC
from .texts import script

_SHARED = Path(__file__).parent / "static"


class Files:
    """The folder of a site that is being written. Nothing in it is read back, and no file is written twice."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages = 0
        self._folders: set[Path] = set()

    def page(self, path: str, template: str, **values: object) -> None:
        """Write the page that lies at `path`, from the template of that name."""
        self.text(path, fill(template, path, **values))
        self.pages += 1

    def text(self, path: str, text: str) -> None:
        """Write a file. FileExistsError where two pages claim one place."""
        place = self.folder / path
        if place.parent not in self._folders:
            place.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(place.parent)
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)

    def shared(self, release: Mapping[str, str]) -> None:
        """What all pages share: looks, scripts, texts, and what release this is."""
        for path in sorted(_SHARED.iterdir()):
            place = self.folder / STATIC / path.name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
        self.text(f"{STATIC}/texts.js", script())
        self.text(f"{STATIC}/udgave.js", f"window.pejlRelease = {json.dumps(dict(release), ensure_ascii=False)};\n")
