"""Which document a zip archive is: docx, pptx, odt, or something that is not read."""

from ...decoding import UnreadableError
from .packages import main_part
from .zipped import Archive

_ODF = "application/vnd.oasis.opendocument."
_OTHER_ODF = {
    "spreadsheet": ("an OpenDocument spreadsheet", "Save the sheet's text in a Word file or as plain text."),
    "presentation": ("an OpenDocument presentation", "Save it as a PowerPoint file."),
}
_FOLDERS = {"word": "docx", "ppt": "pptx"}
_PROGRAMS = (
    ("xl/", "an Excel workbook", "Save the sheet's text in a Word file or as plain text."),
    ("visio/", "a Visio drawing", "Save its text as plain text."),
    ("index/document.iwa", "a file of Pages, Keynote or Numbers", "Export it as a Word or PowerPoint file."),
    ("meta-inf/container.xml", "an e-book", "Save its text as a Word file or as plain text."),
)


def kind_of_archive(content: bytes) -> str:
    """`docx`, `pptx` or `odt`; UnreadableError: unsupported for other archives, encrypted, broken, limit."""
    archive = Archive(content)
    media_type = (archive.read("mimetype") or b"")[:200].decode("latin-1").strip()
    if media_type.startswith(_ODF):
        return _open_document(media_type.removeprefix(_ODF))
    part = main_part(archive)
    if part is not None and (kind := _office_kind(archive, part)):
        return kind
    raise _unsupported(archive)


def _open_document(kind: str) -> str:
    if kind.startswith("text"):
        return "odt"
    unknown = ("an OpenDocument file without running text", "Save its text as plain text.")
    what, advice = _OTHER_ODF.get(kind.split("-")[0], unknown)
    raise UnreadableError("unsupported", f"The file is {what}, which is not read. {advice}")


def _office_kind(archive: Archive, part: str) -> str | None:
    """By the folder that programs put the main part in; else by what the part holds."""
    if kind := _FOLDERS.get(part.split("/")[0].lower()):
        return kind
    root = archive.xml(part)
    tag = "" if root is None else str(root.tag)
    if tag.endswith("wordprocessingml/2006/main}document"):
        return "docx"
    return "pptx" if tag.endswith("presentationml/2006/main}presentation") else None


def _unsupported(archive: Archive) -> UnreadableError:
    for prefix, what, advice in _PROGRAMS:
        if any(name.startswith(prefix) for name in archive.names):
            return UnreadableError("unsupported", f"The file is {what}, which is not read. {advice}")
    files = sum(1 for name in archive.names if not name.endswith("/"))
    return UnreadableError(
        "unsupported", f"The file is a zip archive of {files} files. Unpack it, and put the articles in the folder."
    )
