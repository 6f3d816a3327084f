"""Where each page of the site lies, below the folder of the site. Only addresses; what stands on a page is decided elsewhere."""

from typing import Final

INDEX: Final = "index.html"
SEARCH: Final = "soeg.html"
DOWNLOADS: Final = "hent.html"
DICTIONARY: Final = "ordbog.html"
QUALITY: Final = "kvalitet.html"
CHANGES: Final = "aendringer.html"
ABOUT: Final = "om.html"
DOCUMENTS: Final = "dokumenter"
PEOPLE: Final = "personer"
ORGANISATIONS: Final = "organisationer"
INITIATIVES: Final = "initiativer"
THEMES: Final = "temaer"
STATIC: Final = "statisk"


def page(folder: str, name: str, number: int = 1) -> str:
    """The page called `name` in a folder; what does not fit on one goes on, on those of a higher number."""
    return f"{folder}/{name}.html" if number == 1 else f"{folder}/{name}-{number}.html"


def listing(folder: str, number: int = 1) -> str:
    """A page of the list of all pages in a folder."""
    return f"{folder}/{INDEX}" if number == 1 else f"{folder}/side-{number}.html"


def document(document_id: str, number: int = 1) -> str:
    """A page of a document."""
    return page(DOCUMENTS, document_id, number)


def row(document_id: str, row_id: str) -> str:
    """The permalink of a quote, a recommendation, a figure or an initiative; the first page of a long document finds the right one."""
    return f"{document(document_id)}#{row_id}"


def actor(actor_id: str) -> str:
    """The page of a person or an organisation; identifiers of people alone are `p` and twelve digits."""
    person = len(actor_id) == 13 and actor_id[0] == "p" and actor_id[1:].isalnum()
    return page(PEOPLE if person else ORGANISATIONS, actor_id)


def initiative(common_id: str) -> str:
    """The page of an initiative."""
    return page(INITIATIVES, common_id)


def theme(name: str) -> str:
    """The page of a theme."""
    return page(THEMES, name)


def up(path: str) -> str:
    """What leads from the page `path` to the folder of the site."""
    return "../" * path.count("/")
