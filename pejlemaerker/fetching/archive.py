"""The archive: the bytes that sites sent, as they were sent, and what is known of each.

A source has a folder of its own. Each article is one file named by a hash of its address, with its metadata beside it;
`fetched.json` says of each address when it was asked and what came of it. Every file is put in its place whole and the article's
own after its metadata, so that a run that is killed leaves the archive as it was or one article richer. An article gives way to a
newer version of itself and to nothing else.
"""

import hashlib
import json
import re
from collections.abc import Collection
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from pejlemaerker.storage.files import write_text, write_whole
from pejlemaerker.storage.sources import SIDECAR

from .answers import Answer
from .errors import ArchiveError

RECORD = "fetched.json"
_LISTS = ".lists"  # feeds and sitemaps, hidden from those who look for articles
_ARTICLE = re.compile(r"[0-9a-f]{16}\.[a-z]{2,4}")
_FILE = re.compile(rf"(?:{re.escape(_LISTS)}/)?{_ARTICLE.pattern}")
_ENDINGS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    "text/plain": "txt",
    "text/markdown": "md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.oasis.opendocument.text": "odt",
    "message/rfc822": "eml",
    "multipart/related": "mht",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/octet-stream": "bin",
    "": "bin",
}


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of an address. Times are in UTC; `fetched` is when bytes came last, `asked` when it was last asked.

    `missing` counts the answers in a row that there is no such page, the first of them at `missing_since`; `gone`, found out at
    `gone_since`, stays until the page comes back.
    """

    address: str
    asked: str
    status: int | None = None
    fetched: str | None = None
    final_address: str | None = None
    file: str | None = None
    sha256: str | None = None
    content_type: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    missing: int = 0
    missing_since: str | None = None
    gone: bool = False
    gone_since: str | None = None
    error: str | None = None


def ending(content_type: str) -> str | None:
    """The ending of files with that content; None for what is no article (pictures, sound, programs)."""
    return _ENDINGS.get(content_type)


def is_article(name: str) -> bool:
    """Whether the archive gives such a name to articles."""
    return _ARTICLE.fullmatch(name) is not None


def is_sidecar(name: str) -> bool:
    """Whether the archive gives such a name to metadata."""
    return name.endswith(SIDECAR) and is_article(f"{name.removesuffix(SIDECAR)}.bin")


def beside_article(file: str) -> str:
    """The name of the file with metadata that lies beside the article `file`."""
    return f"{file.partition('.')[0]}{SIDECAR}"


class SourceArchive:
    """The archive of one source in `folder`; ArchiveError when its record cannot be read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._records = _read(folder / RECORD)

    def find(self, address: str) -> Record | None:
        """What is known of `address`."""
        return self._records.get(address)

    @property
    def gone(self) -> set[str]:
        """The files of articles whose pages are gone. They are kept, but nobody is to read them as articles of today."""
        return {record.file for record in self._records.values() if record.gone and self.holds(record) and record.file}

    def unlisted(self, listed: Collection[str]) -> list[Record]:
        """The articles that are kept whose addresses are not among those `listed`, the one that was asked for longest ago first."""
        found = [
            record
            for record in self._records.values()
            if record.address not in listed and record.file and is_article(record.file) and self.holds(record)
        ]
        return sorted(found, key=lambda record: datetime.fromisoformat(record.asked))

    def description(self, file: str) -> str | None:
        """The metadata that lies beside the article `file`; None when somebody took it away."""
        beside = self.folder / beside_article(file)
        return beside.read_text(encoding="utf-8", errors="replace") if beside.is_file() else None

    def content(self, record: Record | None) -> bytes | None:
        """The bytes that are kept of a page; None when there are none, or somebody took them away."""
        path = self.folder / record.file if record and record.file else None
        return path.read_bytes() if path and path.is_file() else None

    def holds(self, record: Record | None) -> bool:
        """Whether bytes are kept of a page."""
        return bool(record and record.file and (self.folder / record.file).is_file())

    def note(self, record: Record) -> None:
        """Write down what came of asking an address."""
        self._records[record.address] = record
        rows = [asdict(self._records[address]) for address in sorted(self._records)]
        write_text(self.folder / RECORD, json.dumps(rows, indent=1, ensure_ascii=False) + "\n")

    def keep(self, address: str, answer: Answer, now: datetime, *, metadata: str | None = None) -> str:
        """File what a site sent, with its `metadata` unless it is a list; `new`, `changed` or `unchanged`, by the bytes."""
        stem = hashlib.sha256(address.encode()).hexdigest()[:16]
        known = self.find(address)
        before = self.content(known)
        kind = ending(answer.content_type) or "bin"
        name = f"{stem}.{kind}" if metadata is not None else f"{_LISTS}/{stem}.{kind}"
        if metadata is not None:
            self.describe(name, metadata)
        if before != answer.content or known is None or known.file != name:
            write_whole(self.folder / name, lambda beside: _write(beside, answer.content))
        self.note(_record(address, answer, now, name))
        if known and known.file and known.file != name:
            (self.folder / known.file).unlink(missing_ok=True)  # the page is of another format now
        return "new" if before is None else "unchanged" if before == answer.content else "changed"

    def describe(self, file: str, metadata: str) -> None:
        """Lay `metadata` beside the article `file`, if something else lies there."""
        beside = self.folder / beside_article(file)
        if not beside.is_file() or beside.read_bytes() != metadata.encode():
            write_text(beside, metadata)


def _record(address: str, answer: Answer, now: datetime, name: str) -> Record:
    return Record(
        address=address,
        asked=timestamp(now),
        status=answer.status,
        fetched=timestamp(now),
        final_address=answer.address,
        file=name,
        sha256=hashlib.sha256(answer.content).hexdigest(),
        content_type=answer.content_type or None,
        etag=answer.etag,
        last_modified=answer.last_modified,
    )


def timestamp(moment: datetime) -> str:
    """`moment` as it stands in the record."""
    return moment.isoformat(timespec="seconds")


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _read(path: Path) -> dict[str, Record]:
    try:
        rows = json.loads(path.read_bytes())
        return {(record := _checked(row)).address: record for row in rows}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise ArchiveError(
            f"{path} cannot be read ({str(error)[:200]}). Mend it, or remove it: then every article is asked for anew."
        ) from None


def _checked(row: dict[str, Any]) -> Record:
    """A row of the record; ValueError or TypeError for what this program did not write."""
    record = Record(**row)
    for field in fields(Record):
        if not isinstance(getattr(record, field.name), field.type):  # type: ignore[arg-type] # the types are written out
            raise ValueError(f"{field.name} of {str(record.address)[:100]!r}")
    if record.file is not None and not _FILE.fullmatch(record.file):
        raise ValueError(f"file of {record.address[:100]!r}")
    for moment in (record.asked, record.missing_since, record.gone_since):
        if moment is not None and datetime.fromisoformat(moment).tzinfo is None:
            raise ValueError(f"a time of {record.address[:100]!r}")
    return record
