"""How a row and a document are cited: a line that can be pasted as it stands, in Danish, without the release, so that it stays true."""

from ..dates import written
from .reading import Found, Row


def source(document: Row, authors: list[Row]) -> str:
    """The document: authors, title, publisher, date."""
    names = ", ".join(author["name"] for author in authors)
    title = f"»{document['title']}«" if document["title"] else document["source_path"]
    day = written(document["published"], document["published_precision"]) if document["published"] else "uden dato"
    return ", ".join(part for part in (f"{names}: {title}" if names else title, document["publisher"], day) if part)


def citation(found: Found, document: Row, authors: list[Row], dataset: str) -> str:
    """A row: who, where it is said, its address, and the row of the dataset of that name."""
    address = f", {document['url']}" if document["url"] else ""
    return f"{_who(found)}{source(document, authors)}{address}. {dataset}, række {found.row_id}."


def _who(found: Found) -> str:
    row = found.row
    if found.kind == "quote" and row["speaker"]:
        parts = [row["speaker"], row["speaker_role"], row["speaker_organisation"]]
        return ", ".join(dict.fromkeys(part for part in parts if part)) + ", i: "
    if found.kind == "recommendation" and row["issuer"]:
        return f"{row['issuer']}, i: "
    return ""
