"""What a file or the file beside it says of the article without saying it in its text: address, publisher, date, authors."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

from pejlemaerker.danish.contacts import without_contacts

from .blocks import Block
from .byline import Author
from .markup import folded, normalise


@dataclass(frozen=True, slots=True)
class Claims:
    """Claims about an article; None and empty where nothing is claimed. `url` is the canonical address.

    `published_precision` is day, month, quarter or year, as in the table `documents`.
    """

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    published_precision: str | None = None
    licence: str | None = None
    authors: tuple[Author, ...] = ()

    def over(self, other: "Claims") -> "Claims":
        """These claims, and those of `other` where there are none here."""
        values = {field.name: getattr(self, field.name) or getattr(other, field.name) for field in fields(self)}
        if self.published is not None:
            values["published_precision"] = self.published_precision
        return Claims(**values)

    def cleaned(self) -> "Claims":
        """These claims with characters in order and contact details masked, as in the text."""
        authors = tuple(
            Author(name, _cleaned(author.role), _cleaned(author.organisation))
            for author in self.authors
            if (name := _cleaned(author.name))
        )
        texts = {name: _cleaned(getattr(self, name)) for name in ("title", "publisher", "licence")}
        return replace(self, **texts, authors=authors)  # type: ignore[arg-type] # these three fields are texts

    def to_json(self) -> str:
        """As JSON, for the store; `from_json` reads it back."""
        return json.dumps(asdict(self), default=str, ensure_ascii=False, sort_keys=True)

    @staticmethod
    def from_json(text: str) -> "Claims":
        """Claims that `to_json` wrote."""
        stated: Mapping[str, Any] = json.loads(text)
        published = date.fromisoformat(stated["published"]) if stated["published"] else None
        authors = tuple(Author(**author) for author in stated["authors"])
        return Claims(**{**stated, "published": published, "authors": authors})


def _cleaned(text: str | None) -> str | None:
    return without_contacts(folded(normalise(text))) or None if text else None


@dataclass(frozen=True, slots=True)
class Layout:
    """What a reader makes of a file: its blocks in reading order (not yet placed), and what the file claims.

    `stated` is what a person wrote down, which is trusted over the text; `claims` is what a program put there.
    """

    blocks: list[Block]
    claims: Claims = Claims()
    stated: Claims = Claims()
