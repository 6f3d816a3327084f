"""New corrections, written into the policy folder: checked as if they had been written by hand, and appended to what stands there."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pejlemaerker.publication.applied import sha256
from pejlemaerker.publication.policy.corrections import Correction, Place, Same, read_corrections
from pejlemaerker.publication.policy.entries import entry
from pejlemaerker.publication.policy.errors import PolicyError
from pejlemaerker.publication.policy.values import Value
from pejlemaerker.publication.releases import Release
from pejlemaerker.storage.files import write_text
from schemas import DOCUMENTS
from schemas.corrections import ACTORS

from .rows import NoRowError, Reviewed, named_in
from .toml import comment, entry_text

Entry = dict[str, Any]
SHARED = "review.toml"  # for what belongs to no single document


def row_entry(
    found: Reviewed, values: Mapping[str, Value], *, removes: bool = False, why: str, by: str | None = None
) -> Entry:
    """An entry that sets `values` of the row, None standing for unknown, or that `removes` it."""
    document, text = found.document["document_id"], found.row.get("text")
    stated: Entry = {"action": "remove" if removes else "set", "document": document}
    if found.table is not DOCUMENTS:
        assert found.segment is not None
        stated |= {"row": found.id, "words": text, "context_sha256": sha256(found.segment["text"])}
    else:
        stated |= {"context_sha256": found.row["text_sha256"]}
    given = {name: value for name, value in values.items() if value is not None}
    before = {name: found.row[name] for name in values if found.row[name] is not None}
    unknown = [name for name, value in values.items() if value is None]
    optional = {"is": given, "unknown": unknown, "was": before}
    return stated | {key: value for key, value in optional.items() if value} | _reason(why, by)


def same_entry(release: Release, ids: tuple[str, ...], *, why: str, by: str | None = None) -> Entry:
    """An entry that says that the people, or the organisations, `ids` are one. NoRowError if one of them is neither."""
    kinds = {kind for kind in ACTORS for key in ids if _has(release, kind, key)}
    if len(kinds) != 1 or not all(_has(release, kind, key) for kind in kinds for key in ids):
        raise NoRowError(f"{' and '.join(ids)} are not all people, or all organisations, of release {release.version}.")
    places = [named_in(release, key) for key in ids]
    return {
        "action": "same",
        kinds.pop(): list(ids),
        "words": [name for _, name in places],
        "documents": [document for document, _ in places],
        **_reason(why, by),
    }


def _has(release: Release, kind: str, actor: str) -> bool:
    table = release.table(kind)
    return bool((table[table.columns[0]] == actor).any())


def _reason(why: str, by: str | None) -> Entry:
    return {"why": why, **({"by": by} if by else {})}


def write_entry(folder: Path, stated: Entry, about: str = "") -> tuple[Place, bool]:
    """Append an entry to its file in `folder`, keeping what stands there to the letter; where it stands, and whether that is new.

    A new file opens with a comment on what it is `about`. PolicyError if the entry is none, speaks against another, or the
    file cannot be added to.
    """
    name = f"{stated['document']}.toml" if "document" in stated else SHARED
    path = folder / name
    text = path.read_bytes().decode("utf-8") if path.exists() else ""
    known = read_corrections(folder)
    number = len(tomllib.loads(text.removeprefix("\ufeff")).get("correction", [])) + 1
    new = entry(stated, Place(name, number))
    everything: list[Correction | Same] = [*known.rows, *known.same]
    for old in everything:
        if _says_the_same(old, new):
            return old.place, False
    if isinstance(new, Correction):
        _refuse_otherwise(known.rows, new)
    opening = text if text.endswith("\n") or not text else text + "\n"
    whole = (opening + "\n" if opening else comment(about) + "\n\n" if about else "") + entry_text(stated)
    try:
        tomllib.loads(whole.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError:
        raise PolicyError(
            f"{name} cannot be added to: write each correction there under a line [[correction]]."
        ) from None
    write_text(path, whole)
    return new.place, True


def _says_the_same(old: Correction | Same, new: Correction | Same) -> bool:
    """Whether two entries say the same of the same text, whatever reasons they give."""
    if isinstance(old, Correction) and isinstance(new, Correction):
        told = [(c.row, c.words, c.context, c.values, c.removes) for c in (old, new)]
        return told[0] == told[1]
    return isinstance(old, Same) and isinstance(new, Same) and old.said == new.said


def _refuse_otherwise(rows: tuple[Correction, ...], new: Correction) -> None:
    """Raise PolicyError if an entry of the same row was written for another text of it, or says something else."""
    for old in rows:
        if old.row != new.row:
            continue
        if (old.words, old.context) != (new.words, new.context):
            raise PolicyError(f"{old.place} was written for another text of {old.row}. Delete it, then write it anew.")
        if old.removes != new.removes or any(
            new.values.get(name, value) != value for name, value in old.values.items()
        ):
            raise PolicyError(
                f"{old.place} says otherwise of {old.row} already. Change that entry, or delete it first."
            )
