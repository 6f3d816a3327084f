"""Opening documents that are zip archives of XML: what is refused before anything is read, and which document it is.

All XML of such documents is parsed here, without entities and without network; libxml2 bounds the depth of nesting.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as DeflateError  # noqa: N812 - zlib names its error like a function

from lxml import etree

from ...decoding import UnreadableError

MAX_TOTAL = 300_000_000
MAX_XML = 100_000_000
# Documents are packed 25 to 1 at most, tables of nothing but empty cells 134 to 1. Below the floor a bomb does no harm.
_MAX_RATIO = 250
_RATIO_FLOOR = 20_000_000

_ZIP_ERRORS = (BadZipFile, DeflateError, LZMAError, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
BROKEN = "The file is damaged: {}. Fetch it once more, or open it in its program and save it anew."
_ENCRYPTED = "The file is protected with a password. Save it again without one."
_TOO_DEEP = "The file is nested too deeply. Save its text as a file of its own."


class Archive:
    """The members of a zip-based document, looked over for size and passwords.

    UnreadableError: broken when it is no whole zip archive, encrypted, limit.
    """

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(content))
        except _ZIP_ERRORS:
            raise UnreadableError("broken", BROKEN.format("it is no complete zip archive")) from None
        # Names of parts are the same in small and capital letters, and some programs write them with backslashes.
        self._members = {info.filename.replace("\\", "/").lower(): info for info in self._zip.infolist()}
        _look_over(self._zip.infolist())
        # OpenDocument has a way of its own to hide the members' contents, which the archive itself knows nothing of.
        if b"encryption-data" in (self.read("META-INF/manifest.xml") or b""):
            raise UnreadableError("encrypted", _ENCRYPTED)

    @property
    def names(self) -> list[str]:
        """The members' names, in small letters."""
        return list(self._members)

    def holds(self, name: str) -> bool:
        """Whether there is a member of that name."""
        return name.lower() in self._members

    def read(self, name: str) -> bytes | None:
        """The bytes of a member, None when there is none of that name; UnreadableError (broken) when it is damaged."""
        info = self._members.get(name.lower())
        if info is None:
            return None
        try:
            return self._zip.read(info)
        except _ZIP_ERRORS:
            raise UnreadableError("broken", BROKEN.format(f"its part {name} cannot be unpacked")) from None

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML member, None when there is none of that name; UnreadableError: broken, limit."""
        content = self.read(name)
        if content is None:
            return None
        if any(mark in content for mark in _DOCTYPES):
            raise UnreadableError("broken", BROKEN.format(f"its part {name} declares a document type"))
        # Office can write its files in the namespaces of the strict standard; they mean the same.
        content = _STRICT.sub(_TRANSITIONAL, content) if b"purl.oclc.org/ooxml" in content else content
        return _parsed(content, name)


@contextmanager
def bounded() -> Iterator[None]:
    """What is nested deeper than Python can follow is refused: UnreadableError (limit)."""
    try:
        yield
    except RecursionError:
        raise UnreadableError("limit", _TOO_DEEP) from None


def _look_over(members: list[ZipInfo]) -> None:
    if any(info.flag_bits & 1 for info in members):
        raise UnreadableError("encrypted", _ENCRYPTED)
    total = sum(info.file_size for info in members)
    packed = sum(info.compress_size for info in members)
    largest = max((info.file_size for info in members if _is_xml(info.filename)), default=0)
    if total > MAX_TOTAL or largest > MAX_XML or (total > _RATIO_FLOOR and total > packed * _MAX_RATIO):
        raise UnreadableError(
            "limit",
            f"Unpacked, the file is {total // 1_000_000} MB, more than is read. Save its text as a file of its own.",
        )


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _parsed(content: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT or "depth" in str(error):
            raise UnreadableError("limit", _TOO_DEEP) from None
        raise UnreadableError("broken", BROKEN.format(f"its part {name} is no XML")) from None
    except ValueError:
        raise UnreadableError("broken", BROKEN.format(f"its part {name} is no XML")) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError("broken", BROKEN.format(f"its part {name} declares a document type"))
    return root
