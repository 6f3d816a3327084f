"""The licences of a release: of the data this program makes, of the words it quotes, and of the program.

What a licence says is never repeated here: the folder names it and where its text stands. The right to each document's words is a
matter of its rows in `documents`, and decided elsewhere.
"""

from pathlib import Path

from pejlemaerker.storage.files import write_text

from .facts import Facts

# Where the text of a licence stands, as those who wrote it say; of any other, the page of the SPDX list.
_TEXTS = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "PDDL-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
}
_GROUNDS = {
    "licence": "the licence of the text allows it; `documents.licence` names it",
    "official": "the text is an official document that no copyright holds for",
    "quotation": "short excerpts are quoted, with who said them and where they stand",
    "none": "none of their words are published; rows keep their place and what was found, `text` is null",
}
_PROGRAM = Path(__file__).resolve().parents[3] / "LICENSE"


def licence_url(licence: str) -> str:
    """The canonical address of a licence, named by its SPDX identifier."""
    return _TEXTS.get(licence, f"https://spdx.org/licenses/{licence}.html")


def grounds(facts: Facts) -> list[str]:
    """For each ground on which words are published, how many documents it holds for and what it means."""
    return [f"- {basis} ({count} documents): {_GROUNDS[basis]}." for basis, count in facts.bases.items()]


def write_licences(facts: Facts, licence: str) -> None:
    """Write the folder `LICENSES/`."""
    folder = facts.folder / "LICENSES"
    write_text(folder / f"{licence}.md", _of_the_data(licence))
    write_text(folder / "QUOTED-WORDS.md", _of_the_words(facts))
    if _PROGRAM.is_file():  # an installed package has none beside it
        write_text(folder / "MIT.txt", _PROGRAM.read_text(encoding="utf-8"))


def _of_the_data(licence: str) -> str:
    return f"""# The data: {licence}

The tables as a collection, and what this program makes in them (identifiers, places in the text, kinds, values, names joined across
documents, measured figures, descriptions), are published under the licence with the SPDX identifier {licence}.

Its text stands at <{licence_url(licence)}>. That text holds, not this summary.

The licence does not cover words quoted from documents: see QUOTED-WORDS.md.
"""


def _of_the_words(facts: Facts) -> str:
    use = (
        "This edition is made for publication."
        if facts.edition == "open"
        else "This edition is for in-house use. It may hold whole texts and must not be passed on; the open edition is made for that."
    )
    listed = "\n".join(grounds(facts)) or "- This release holds no documents."
    return f"""# The words quoted

Titles, headings, sentences and other words of documents remain their authors' and publishers'. No licence of this dataset gives
anybody a right to them. {use}

On what ground the words of each document stand in the open edition is said in `documents.rights_basis`:

{listed}

Whoever publishes words from here again needs a ground of their own, and names author, publisher and source: `authors`,
`documents.publisher` and `documents.url`.
"""
