"""Writing the index of the site's search: records, columns, words, postings, and the file from which a browser starts."""

import json
from typing import Any

import polars as pl

from pejlemaerker.danish.stems import common_words
from pejlemaerker.publication.site import paths
from pejlemaerker.publication.site.context import Site
from pejlemaerker.publication.site.streams import rows

from .columns import Columns
from .packing import Bundle
from .postings import Postings
from .records import Part, parts

FOLDER = "soegning"
_RECORDS_A_FILE = 128
_STEP = "site: search"
_THEMES = "SELECT theme, name, name_english FROM release.themes"


def write_search(site: Site) -> None:
    """Write the page of the search and its index."""
    bundle = Bundle(site.files.folder / FOLDER)
    themes = {row["theme"]: (row["name"], row["name_english"]) for row in rows(site.connection, _THEMES)}
    columns, postings = Columns(themes), Postings(site.connection)
    shown = _Shown(bundle)
    whole = site.dataset.counts()["documents"]
    for part in parts(site):
        site.report(_STEP, columns.documents, whole)
        shown.add(part, columns.documents)
        columns.add(part)
        postings.add(part)
    shown.end()
    columns.write(bundle)
    firsts = postings.write(bundle)
    counts = {"records": columns.records, "documents": columns.documents, "records_a_file": _RECORDS_A_FILE}
    start = {"version": bundle.version, **counts, **firsts, "common": sorted(common_words())}
    site.files.text(f"{FOLDER}/index.json", json.dumps(start, ensure_ascii=False, separators=(",", ":")))
    site.files.page(paths.SEARCH, "search.html.jinja", documents=columns.documents, records=columns.records)
    site.report(_STEP, whole, whole)


class _Shown:
    """What results show, in files of `_RECORDS_A_FILE` records: so many files that none is large, and so few that a folder holds them."""

    def __init__(self, bundle: Bundle) -> None:
        self._bundle = bundle
        self._records: list[dict[str, Any]] = []
        self._documents: dict[int, list[Any]] = {}
        self._files = 0

    def add(self, part: Part, first: int) -> None:
        """Take in the records of a part, whose first document has the number `first`."""
        published = pl.col("published").cast(pl.String)
        about = part.documents.select("document_id", "title", "publisher", published, "precision").rows()
        fields = part.records.select("row_id", "manner", "other", "words", "text").rows(named=True)
        for number, row in zip(part.records["document_id"].rle_id(), fields, strict=True):
            self._documents[first + number] = list(about[number])
            self._records.append({name: value for name, value in row.items() if value is not None})
            if len(self._records) == _RECORDS_A_FILE:
                self.end()

    def end(self) -> None:
        """Write the file of the records that wait."""
        if self._records:
            self._bundle.add(f"records/{self._files}", {"documents": self._documents, "records": self._records})
            self._files += 1
        self._records, self._documents = [], {}
