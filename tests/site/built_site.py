"""A release with its sites, as the tests of this folder look at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import lxml.html

from pejlemaerker.publication.site import SITE


@dataclass(frozen=True)
class Built:
    """A release with its sites."""

    folder: Path

    def site(self, edition: str) -> Path:
        return self.edition(edition) / SITE

    def edition(self, edition: str) -> Path:
        return self.folder if edition == "full" else self.folder / edition

    def pages(self, edition: str) -> Iterator[tuple[Path, lxml.html.HtmlElement]]:
        for path in sorted(self.site(edition).rglob("*.html")):
            yield path, lxml.html.fromstring(path.read_text(encoding="utf-8"))
