"""Opening a release: which editions lie in it, and which of their tables can be read; what is wrong with files and columns is told here.

What stands in the tables belongs to `looks`.
"""

from functools import partial
from pathlib import Path

from schemas import EDITIONS, SCHEMA_VERSION, published

from . import shape
from .editions import OPEN, Edition, edition_of
from .fault import Fault, Report, guarded
from .files import Hash, damaged, presence_faults, sum_faults


def opened(folder: Path, hashed: Hash, report: Report) -> tuple[list[Edition], list[Fault]]:
    """The editions in the folder, as far as they can be read; and faults of the files. None where they have another schema."""
    name = edition_of(folder)
    inner = OPEN if name == EDITIONS[0] else None
    report("bytes", 0, 1)
    found = guarded("files", "", partial(sum_faults, folder, "", hashed))
    stated = shape.other_version(folder)
    if stated is not None:
        text = f"The release has version {stated} of the schema, and this program knows {SCHEMA_VERSION}. "
        text += "Only its checksums were looked at; verify it with the program of its own version."
        return [], [*found, Fault("schema", "parquet", text)]
    bare = [Edition(folder, name, "", damaged=damaged(folder, hashed))]
    if inner is not None:
        inside = folder / inner
        if inside.is_dir():
            found += guarded("files", f"{inner}/", partial(sum_faults, inside, f"{inner}/", hashed))
            bare.append(Edition(inside, inner, f"{inner}/", damaged=damaged(inside, hashed)))
        else:
            found.append(
                Fault(
                    "files", inner, "The edition for publication is missing. Take the release from where it came again."
                )
            )
    for edition in bare:
        nested = inner if edition is bare[0] else None
        found += guarded(
            "files", edition.prefix, partial(presence_faults, edition.folder, edition.name, edition.prefix, nested)
        )
    report("bytes", 1, 1)
    editions = []
    for edition in bare:
        sound, faults = _shaped(edition)
        editions.append(edition.with_sound(sound))
        found += faults
    return editions, found


def _shaped(edition: Edition) -> tuple[tuple[str, ...], list[Fault]]:
    """The tables whose rows can be read; and what is wrong with the outside of the others, and of these."""
    sound: list[str] = []
    found: list[Fault] = []
    for table in published(edition.name):
        name = f"parquet/{table.name}.parquet"
        if name not in edition.damaged and edition.parquet(table.name).is_file():
            found += guarded("schema", edition.place(name), partial(shape.shape_faults, edition, table))
            sound += [table.name] if shape.same_columns(edition, table) else []
    return tuple(sound), found
