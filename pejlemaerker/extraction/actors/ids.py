"""Identifiers of actors: official codes and registered names where there are any, else hashes in which no name can be read."""

import hashlib

from pejlemaerker.corpus.identifiers import normalised

from .forms import key
from .register import registered


def person_id(name: str, anchor: str = "") -> str:
    """Identifier of the person called `name`; of a later person of that name, told apart by an `anchor`, with that."""
    return "p" + _hash("person", normalised(name), *([anchor] if anchor else []))


def organisation_id(name: str) -> str:
    """Identifier of the organisation called `name`, the same for its variants: the registered one, else a hash."""
    known = registered(name)
    return known.id if known else unregistered_id(key(name))


def unregistered_id(form: str) -> str:
    """Identifier of an organisation that is not registered, by the key of its name."""
    return "o" + _hash("organisation", form)


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:12]
