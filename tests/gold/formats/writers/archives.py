"""Office files that say the same in every run: the parts of the archive in order, with fixed times."""

import re
import zipfile
from pathlib import Path

_TIME = re.compile(
    rb"(?<=>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?(?=</(?:dc:date|meta:creation-date|dcterms:created|dcterms:modified|meta:print-date)>)"
)
_META = ("meta.xml", "docProps/core.xml")
# The number that LibreOffice draws for each session of editing.
_SESSION = re.compile(
    rb'(?<=config:name="Rsid" config:type="int">)\d+|(?<=config:name="RsidRoot" config:type="int">)\d+'
)


def settle(path: Path) -> None:
    """Write the archive at `path` again, with the same parts and no trace of when it was made."""
    with zipfile.ZipFile(path) as archive:
        parts = [(item.filename, item.compress_type, archive.read(item)) for item in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for name, compression, content in parts:
            item = zipfile.ZipInfo(name, date_time=(2024, 3, 14, 9, 12, 0))
            item.compress_type = compression
            content = _TIME.sub(b"2024-03-14T09:12:00Z", content) if name in _META else content
            archive.writestr(item, _SESSION.sub(b"1", content) if name == "settings.xml" else content)
