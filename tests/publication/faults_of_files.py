"""Faults in the files of a release: bytes changed, files missing, strange, or cut off.

What belongs here: the list. How a fault is planted stands in `planting`.
"""

from collections.abc import Callable, Iterator
from functools import partial

from planting import DESCRIPTIONS, PREFIXES, Fault, file_of, flipped, in_file
from release_copy import Copy

from pejlemaerker.publication.releases import DATABASE
from schemas import PUBLISHED


def bytes_changed() -> Iterator[Fault]:
    tables = [file_of(table.name, kind=kind) for table in PUBLISHED for kind in ("parquet", "csv")]
    for prefix in PREFIXES:
        for name in (*tables, DATABASE, *DESCRIPTIONS):
            file = prefix + name

            def flip(copy: Copy, file: str = file) -> None:
                copy.write(file, flipped((copy.folder / file).read_bytes()))

            yield in_file("a changed byte", "files", file, "Its bytes", flip)


def linked(copy: Copy, name: str) -> None:
    (copy.folder / name).symlink_to(copy.folder / "DATASHEET.md")


def missing_and_strange() -> Iterator[Fault]:
    def gone(copy: Copy, file: str) -> None:
        (copy.folder / file).unlink()

    def lines(copy: Copy, file: str, change: Callable[[list[str]], list[str]]) -> None:
        copy.text(file, lambda text: "".join(change(text.splitlines(keepends=True))))

    for prefix in PREFIXES:
        for name in (file_of("quotes"), file_of("skipped"), file_of("kpis", kind="csv"), DATABASE, *DESCRIPTIONS):
            yield in_file("missing", "files", prefix + name, "The file is missing", partial(gone, file=prefix + name))
        for name in ("notes.txt", "parquet/notes.parquet", "csv/quotes.csv.bak", ".hidden"):
            plant = partial(Copy.write, name=prefix + name, content=b"notes")
            yield in_file("strange", "files", prefix + name, "No such file belongs", plant)
        yield in_file("a link", "files", f"{prefix}link.md", "It is a link", partial(linked, name=f"{prefix}link.md"))
        sums = f"{prefix}SHA256SUMS"
        yield in_file("missing", "files", sums, "The file is missing", partial(gone, file=sums))
        for name, says, change in (
            ("a line that is none", "is no hash", lambda items: [*items, "so and so\n"]),
            (
                "a line that leaves the folder",
                "outside the release",
                lambda items: [*items, f"{'0' * 64}  ../secret.txt\n"],
            ),
            ("a line twice", "a second time", lambda items: [*items, items[0]]),
        ):
            yield in_file(name, "files", sums, says, partial(lines, file=sums, change=change))
        unsaid, unknown = f"{prefix}parquet/aliases.parquet", f"{prefix}parquet/old.parquet"
        dropped = partial(
            lines, file=sums, change=lambda items: [line for line in items if "parquet/aliases" not in line]
        )
        yield in_file("a line missing", "files", sums, "does not name the file", dropped, place=unsaid)
        stale = partial(lines, file=sums, change=lambda items: [*items, f"{'0' * 64}  parquet/old.parquet\n"])
        yield in_file("a line of no file", "files", sums, "it is not there", stale, place=unknown)


def unreadable() -> Iterator[Fault]:
    def cut(copy: Copy, file: str) -> None:
        content = (copy.folder / file).read_bytes()
        copy.write(file, content[: len(content) // 2])

    for table in ("documents", "quotes", "aliases"):
        yield in_file(
            "cut off", "schema", file_of(table), "cannot be looked at", partial(cut, file=file_of(table)), "content"
        )
    words = partial(Copy.write, name=file_of("kpis"), content=b"no table")
    yield in_file("words instead", "schema", file_of("kpis"), "cannot be looked at", words, "content")
    yield in_file("cut off", "database", DATABASE, "cannot be looked at", partial(cut, file=DATABASE), "content")
    empty = partial(Copy.write, name=f"open/{DATABASE}", content=b"no database")
    yield in_file("words instead", "database", f"open/{DATABASE}", "cannot be looked at", empty, "content")
    no_text = partial(Copy.write, name="csv/people.csv", content=b"person_id,name\r\n\xff\xfe,\xff\r\n")
    yield in_file("no UTF-8", "csv", "csv/people.csv", "", no_text, "content")
