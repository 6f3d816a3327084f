"""`policy/dataset.toml`: what the dataset is called, who answers for it, under what licence, and where it is to be had.

Nothing of it is read from the documents or the tables. A file that is missing, or says only some of it, leaves a valid description.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .section import Section

_LICENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
_KEYS = (
    "title",
    "description",
    "publisher",
    "creators",
    "contact",
    "licence",
    "keywords",
    "homepage",
    "downloads",
    "issued",
)


@dataclass(frozen=True, slots=True)
class Words:
    """The same in Danish and in English."""

    da: str
    en: str


@dataclass(frozen=True, slots=True)
class Agent:
    """An organisation, or a person, that answers for the dataset; what is stated of it is meant to be public."""

    name: str
    homepage: str | None = None
    email: str | None = None
    person: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What the operator says of the dataset.

    `licence` is an SPDX identifier and holds for the data that this program makes, not for the words quoted. `downloads` is the
    address of the folder in which the open edition lies, `{version}` in it standing for the version. `issued` is the day of publication.
    """

    title: Words
    description: Words
    publisher: Agent
    creators: tuple[Agent, ...]
    contact: Agent
    licence: str
    keywords: tuple[str, ...]
    homepage: str | None = None
    downloads: str | None = None
    issued: date | None = None

    def base(self, edition: str, version: str) -> str | None:
        """The address, ending in a slash, below which the files of an edition lie; None where they are not on the web."""
        if self.downloads is None or edition != "open":
            return None
        return self.downloads.replace("{version}", version).rstrip("/") + "/"


_CONTRIBUTORS = Agent("The Pejlemærker contributors")
_TITLE = Words(
    "Pejlemærker: hvem siger, anbefaler og måler hvad om offentlig ledelse",
    "Pejlemærker: who says, recommends and measures what on public-sector leadership in Denmark",
)
_DESCRIPTION = Words(
    "Citater, anbefalinger, tal og navngivne initiativer, læst ud af danske tekster om offentlig ledelse. Hver række kan føres tilbage "
    "til de tegn i teksten, den står på.",
    "Quotes, recommendations, figures and named initiatives, read from Danish texts on public-sector leadership. Every row can be "
    "traced to the characters of the text that it stands on.",
)
_KEYWORDS = (
    "offentlig ledelse",
    "kommuner",
    "regioner",
    "citater",
    "anbefalinger",
    "public-sector leadership",
    "Denmark",
)


ABOUT = About(
    _TITLE, _DESCRIPTION, _CONTRIBUTORS, (_CONTRIBUTORS,), _CONTRIBUTORS, "CC-BY-4.0", _KEYWORDS
)  # what is said where nobody says otherwise


def read_about(path: Path) -> About:
    """What the file `path` says of the dataset, with defaults for the rest; PolicyError says what is wrong with it and what to write."""
    stated = Section.read(path).known(*_KEYS)
    publisher = _agent(stated.section("publisher")) or _CONTRIBUTORS
    creators = tuple(agent for entry in stated.sections("creators") if (agent := _agent(entry)))
    return About(
        title=_words(stated.section("title"), _TITLE),
        description=_words(stated.section("description"), _DESCRIPTION),
        publisher=publisher,
        creators=creators or (publisher,),
        contact=_agent(stated.section("contact")) or publisher,
        licence=_licence(stated),
        keywords=stated.texts("keywords") or _KEYWORDS,
        homepage=stated.address("homepage"),
        downloads=_downloads(stated),
        issued=stated.day("issued"),
    )


def _words(stated: Section | None, otherwise: Words) -> Words:
    if stated is None:
        return otherwise
    danish, english = (stated.known("da", "en").text(language) for language in ("da", "en"))
    if danish is None or english is None:
        raise stated.fault("da" if danish is None else "en", "is missing. Write it in both languages, da and en")
    return Words(danish, english)


def _agent(stated: Section | None) -> Agent | None:
    if stated is None:
        return None
    name = stated.known("name", "homepage", "email", "person").text("name")
    if name is None:
        raise stated.fault("name", 'is missing. Write name = "Foreningen X"')
    return Agent(name, stated.address("homepage"), stated.email("email"), stated.flag("person"))


def _licence(stated: Section) -> str:
    licence = stated.text("licence") or "CC-BY-4.0"
    if not _LICENCE.fullmatch(licence):
        raise stated.fault(
            "licence", 'is no SPDX identifier. Write licence = "CC-BY-4.0", or another from spdx.org/licenses'
        )
    return licence


def _downloads(stated: Section) -> str | None:
    text = stated.text("downloads")
    if text is None:
        return None
    filled = Section({"downloads": text.replace("{version}", "0")}, stated.where)
    filled.address("downloads")
    return text
