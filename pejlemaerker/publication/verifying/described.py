"""The descriptions of a release for programs: what they say of files, columns and hashes is so.

How they are written belongs to `pejlemaerker.publication.descriptions`. That their forms are those of their standards (Frictionless,
Croissant, DCAT-AP) is tested there, with the standards' own tools.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from schemas import published
from schemas.snapshot import Snapshot, description

from ..releases import DATABASE
from .editions import Edition
from .fault import Fault
from .files import Hash

_ANEW = "Build the release anew."
_HASH = re.compile(r"\b[0-9a-f]{64}\b")


def copies(edition: Edition) -> dict[str, Path]:
    """The files with rows that descriptions tell of, by name: each table as Parquet and as CSV."""
    names = [name for table in edition.sound for name in (f"parquet/{table}.parquet", f"csv/{table}.csv")]
    return {
        name: edition.folder / name
        for name in names
        if name not in edition.damaged and (edition.folder / name).is_file()
    }


def datapackage_faults(edition: Edition, hashed: Hash) -> Iterator[Fault]:
    """Resources of `datapackage.json` that are not as the files are, and files that it leaves out."""
    place = edition.place("datapackage.json")
    package = json_of(edition, "datapackage.json")
    resources = {str(item.get("path")): item for item in package.get("resources", [])}
    tables = {table.name: table for table in published(edition.name)}
    yield from _named(place, resources.keys(), edition)
    for name, path in copies(edition).items():
        if name in resources:
            stated, size = str(resources[name].get("hash", "")).rpartition(":")[2], resources[name].get("bytes")
            yield from _as_filed(place, name, path, (stated, size), hashed)
            fields = [str(field.get("name")) for field in resources[name].get("schema", {}).get("fields", [])]
            if fields != tables[path.stem].names:
                yield Fault("descriptions", place, f"{name}: its fields are not the columns of the table. {_ANEW}")
    yield from _version(edition, place, package.get("version"))


def croissant_faults(edition: Edition, hashed: Hash) -> Iterator[Fault]:
    """Files of `croissant.json` that are not as they are, and record sets that are not the tables."""
    place = edition.place("croissant.json")
    said = json_of(edition, "croissant.json")
    objects = {str(item.get("contentUrl", "")): item for item in said.get("distribution", [])}
    by_name = {
        name: item
        for url, item in objects.items()
        for name in copies(edition)
        if url == name or url.endswith(f"/{name}")
    }
    yield from _named(place, {**objects, **by_name}.keys(), edition)
    for name, path in copies(edition).items():
        if name in by_name:
            yield from _as_filed(place, name, path, (by_name[name].get("sha256"), None), hashed)
    sets = {str(item.get("name")): item for item in said.get("recordSet", [])}
    for table in edition.tables:
        fields = [str(field.get("name")).rpartition("/")[2] for field in sets.get(table.name, {}).get("field", [])]
        if fields != table.names:
            yield Fault("descriptions", place, f"The record set {table.name} has not the columns of the table. {_ANEW}")
    yield from _version(edition, place, said.get("version"))


def dcat_faults(edition: Edition, hashed: Hash) -> Iterator[Fault]:
    """Hashes of `dcat.ttl` that are no file's, and files that it leaves out."""
    place = edition.place("dcat.ttl")
    text = (edition.folder / "dcat.ttl").read_text(encoding="utf-8")
    stated = set(_HASH.findall(text))
    there = {hashed(path): name for name, path in copies(edition).items()}
    known = set(there) | {edition.about("content_sha256") or ""}
    for digest in sorted(stated - known):
        yield Fault("descriptions", place, f"The hash {digest[:12]}… is that of no file. {_ANEW}")
    for digest in sorted(there.keys() - stated, key=lambda digest: there[digest]):
        yield Fault("descriptions", place, f"{there[digest]}: its hash is not stated. {_ANEW}")
    version = edition.about("version")
    if version is not None and version not in text:
        yield Fault("descriptions", place, f"It does not name the version {version}. {_ANEW}")


def schema_faults(edition: Edition) -> Iterator[Fault]:
    """A `schema.json` that does not describe the tables of the release."""
    stated = edition.about("schema_version")
    text = (edition.folder / "schema.json").read_text(encoding="utf-8")
    if stated is not None and text != Snapshot(stated, description(published(edition.name))).to_json():
        yield Fault(
            "descriptions", edition.place("schema.json"), f"It does not describe the tables of the release. {_ANEW}"
        )


def json_of(edition: Edition, name: str) -> Mapping[str, Any]:
    """The object in a JSON file of an edition; OSError, ValueError or TypeError where there is none."""
    read = json.loads((edition.folder / name).read_text(encoding="utf-8"))
    if not isinstance(read, dict):
        raise TypeError(f"{name} holds no JSON object")
    return read


def _named(place: str, names: Any, edition: Edition) -> Iterator[Fault]:  # noqa: ANN401 - the keys of a mapping
    there = copies(edition)
    for name in there:
        if name not in names:
            yield Fault("descriptions", place, f"{name}: the file is not described. {_ANEW}")
    for name in names:
        if not (edition.folder / name).is_file() and not any(name.endswith(f"/{own}") for own in (*there, DATABASE)):
            yield Fault("descriptions", place, f"{name}: the file is described and is not there. {_ANEW}")


def _as_filed(place: str, name: str, path: Path, stated: tuple[object, object], hashed: Hash) -> Iterator[Fault]:
    digest, size = stated
    if digest != hashed(path):
        yield Fault("descriptions", place, f"{name}: the hash stated is not that of the file. {_ANEW}")
    if size is not None and size != path.stat().st_size:
        yield Fault(
            "descriptions", place, f"{name}: {size} bytes are stated, and the file has {path.stat().st_size}. {_ANEW}"
        )


def _version(edition: Edition, place: str, stated: object) -> Iterator[Fault]:
    version = edition.about("version")
    if version is not None and stated is not None and version not in str(stated):
        yield Fault("descriptions", place, f"It describes version {stated}, and this is {version}. {_ANEW}")
