"""Faults in what a release states about itself: hashes, versions, shares, changes, and its descriptions.

What belongs here: the list. How a fault is planted stands in `planting`.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import polars as pl
from planting import DESCRIPTIONS, PREFIXES, Fault, first, in_file, in_rows
from release_copy import Copy


def figures() -> Iterator[Fault]:
    for prefix in PREFIXES:
        other, none = "0" * 64, "0" * 12
        yield in_rows(
            "another hash of the content",
            "counts",
            "releases",
            "content_sha256",
            first("content_sha256", other),
            prefix,
        )
        yield in_rows("another version", "history", "releases", "version", first("version", none), prefix)
        yield in_rows(
            "two releases",
            "counts",
            "releases",
            "holds 2 rows",
            lambda rows: pl.concat([rows, first("version", "f" * 12)(rows)]),
            prefix,
        )
        share = first("value", 0.1234, pl.col("measure") == "quotes.with_speaker")
        yield in_rows("another share", "counts", "quality", "quotes.with_speaker", share, prefix)
        yield in_rows(
            "another number",
            "counts",
            "quality",
            "kpis.with_subject",
            first("n", 99, pl.col("measure") == "kpis.with_subject"),
            prefix,
        )
        added, changed = (pl.col("change") == change for change in ("added", "changed"))
        for name, says, change in (
            ("added that was there", "were not added", first("change", "added", changed)),
            ("removed that is there", "were not removed", first("change", "removed", added)),
            ("changed that is new", "were not changed", first("change", "changed", added)),
            ("an unsaid new row", "are new and not named", lambda rows: rows.filter(pl.col("table_name") != "people")),
        ):
            yield in_rows(name, "history", "changes", says, change, prefix)
    yield in_rows("the wrong edition", "counts", "releases", "edition", first("edition", "full"), "open/")
    yield in_rows(
        "another release before", "history", "releases", "does not follow", first("previous_version", "0" * 12)
    )
    yield in_rows(
        "another release before",
        "history",
        "releases",
        "previous_version",
        first("previous_version", "0" * 12),
        "open/",
    )


def descriptions() -> Iterator[Fault]:
    def edited(name: str, file: str, says: str, change: Callable[[Any], None]) -> Fault:
        def plant(copy: Copy) -> None:
            content = json.loads((copy.folder / file).read_text())
            change(content)
            copy.write(file, json.dumps(content).encode())

        return in_file(name, "descriptions", file, says, plant, "description")

    def put(at: str, key: str, value: object, content: Any) -> None:
        content[at][0][key] = value

    for prefix in PREFIXES:
        package, croissant, dcat = (prefix + name for name in DESCRIPTIONS[:3])
        zeros = "0" * 64
        yield edited("a wrong hash", package, "the hash stated", partial(put, "resources", "hash", f"sha256:{zeros}"))
        yield edited("a wrong size", package, "bytes are stated", partial(put, "resources", "bytes", 1))
        yield edited("a file left out", package, "is not described", lambda content: content["resources"].pop())
        yield edited(
            "a file that is not there",
            package,
            "is not there",
            partial(put, "resources", "path", "parquet/old.parquet"),
        )
        yield edited(
            "a field left out", package, "its fields", lambda content: content["resources"][3]["schema"]["fields"].pop()
        )
        yield edited(
            "another version", package, "It describes version", lambda content: content.update(version="0" * 12)
        )
        yield edited("a wrong hash", croissant, "the hash stated", partial(put, "distribution", "sha256", zeros))
        yield edited("a file left out", croissant, "is not described", lambda content: content["distribution"].pop())
        yield edited(
            "a field left out", croissant, "The record set", lambda content: content["recordSet"][2]["field"].pop()
        )
        yield edited("a table left out", croissant, "The record set", lambda content: content["recordSet"].pop())
        for name in (package, croissant):
            half = partial(Copy.text, name=name, changed=lambda text: text[: len(text) // 2])
            yield in_file("half of it", "descriptions", name, "cannot be looked at", half, "description")
            array = partial(Copy.write, name=name, content=b"[]")
            yield in_file("no object", "descriptions", name, "cannot be looked at", array, "description")
        digit = partial(Copy.text, name=dcat, changed=_other_hash)
        yield in_file("a wrong hash", "descriptions", dcat, "is that of no file", digit, "description")
        for name in ("DATASHEET.md", "LICENSES/README.md", "CITATION.cff")[::2]:
            void = partial(Copy.write, name=prefix + name, content=b"\n")
            yield in_file("empty", "descriptions", prefix + name, "The file is empty", void, "description")
        column = partial(
            Copy.text, name=f"{prefix}schema.json", changed=lambda text: text.replace('"kind"', '"sort"', 1)
        )
        yield in_file(
            "another column", "descriptions", f"{prefix}schema.json", "does not describe", column, "description"
        )
        old = partial(
            Copy.text,
            name=f"{prefix}CITATION.cff",
            changed=lambda text: text.replace("version: ", "version: x", 2)[:200],
        )
        yield in_file("another version", "descriptions", f"{prefix}CITATION.cff", "does not cite", old, "description")


def _other_hash(text: str) -> str:
    at = text.index("checksumValue") + 16
    return text[:at] + ("1" if text[at] != "1" else "2") + text[at + 1 :]
