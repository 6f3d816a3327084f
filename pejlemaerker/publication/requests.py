"""Requests to be erased: what of the last release a person's name or a document stands for, so that the list can name all of it.

The list itself is `policy.erasures`; what a build does with it is `erasing`.
"""

import hashlib
from pathlib import Path

import polars as pl

from pejlemaerker.corpus.web_addresses import canonical
from pejlemaerker.danish.name_forms import slug_forms

from .dataset import Dataset
from .policy.erasures import Erasures

_DOCUMENT = "document_id"
_HASHES = ("text_sha256", "raw_sha256")
_BASE = 17  # characters of an identifier before the number that tells two of one name apart
_NAMED = (
    ("people", "name"),
    ("authors", "name"),
    ("quotes", "speaker"),
    ("mentions", "surface"),
    ("affiliations", "surface"),
)


class RequestError(ValueError):
    """What was asked for cannot be put on the list; the message says why, and what to write instead. It repeats no name."""


def names_of(name: str, released: Dataset | None) -> list[str]:
    """`name` and the other full names under which the last release has whoever bears it, sorted.

    RequestError when it is no full name: all who share a first name would go.
    """
    if not any(" " in form for form in slug_forms(name)):
        raise RequestError("One word is no full name. Write first name and surname, as in --person 'Navn Navnesen'.")
    if released is None:
        return [name]
    aliases, people = released.whole("aliases"), released.whole("people", "person_id", "name")
    written = pl.concat([people.select(actor_id="person_id", alias="name"), aliases.select("actor_id", "alias")]).join(
        people, left_on="actor_id", right_on="person_id", how="semi"
    )
    asked = set(slug_forms(name))
    bearers = [actor for actor, alias in written.iter_rows() if asked.intersection(slug_forms(alias))]
    forms = written.filter(pl.col("actor_id").is_in(bearers) & pl.col("alias").str.contains(" ", literal=True))
    return sorted({name, *forms["alias"]})


def identifiers_of(asked: str, released: Dataset | None) -> tuple[list[str], int]:
    """What identifies the document `asked` for (an identifier, an address, a hash, a file) and those that repeat it; and their number.

    RequestError when it is neither a file nor in the last release, since a slip of the pen would erase nothing.
    """
    path, address = Path(asked), canonical(asked)
    given = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else address or asked
    if released is None:
        if not path.is_file() and address is None:
            raise RequestError("There is no release to look in. Name the file, or the address, of the document.")
        return [given], 0
    documents = released.whole("documents", _DOCUMENT, "url", *_HASHES, "duplicate_of")
    found = documents.filter(pl.any_horizontal(pl.col(_DOCUMENT, "url", *_HASHES) == given))
    if not found.height and not path.is_file() and address is None:
        raise RequestError(
            "No document of the last release has that identifier. Name it as documents.document_id does, or by its file."
        )
    named = found[_DOCUMENT].implode()
    them = documents.filter(pl.col(_DOCUMENT).is_in(named) | pl.col("duplicate_of").is_in(named))
    # Documents that share an identifier are told apart by a number, which may be another's in the next release.
    base = pl.col(_DOCUMENT).str.slice(0, _BASE)
    shared = documents.select(base.filter(base.is_duplicated()).unique()).to_series().implode()
    own = them.filter(~base.is_in(shared))
    hashes = pl.concat([them[name] for name in _HASHES])
    named_by = {given} if own.height == them.height or given != asked else set()
    return sorted(named_by | {*hashes, *own[_DOCUMENT], *own["url"].drop_nulls()}), them.height


def rows_of(released: Dataset, erasures: Erasures) -> dict[str, int]:
    """How many rows of the last release name somebody on the list, by table."""
    counts = {}
    for table, column in _NAMED:
        values = released.whole(table, column)[column].drop_nulls().value_counts()
        counts[table] = sum(count for value, count in values.iter_rows() if erasures.has_person(value))
    return counts
