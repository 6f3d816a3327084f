"""All articles of all sources in one list, and what must never look like an empty source."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from fsspec.registry import known_implementations

from pejlemaerker.fetching import files
from pejlemaerker.fetching.errors import UnreachableSourceError
from pejlemaerker.fetching.listing import found_in
from pejlemaerker.fetching.sources import FeedSource, FolderSource, GlobSource, PrefixSource, Source, SourceList
from pejlemaerker.storage.sources import FoundFile, NoArticlesError

WEB = FeedSource("nyheder", "https://www.strandby.example/rss.xml", None, None, 200)


def put(path: Path, content: bytes = b"Der stod et tr\xc3\xa6.") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def found(*sources: Source, archive: Path = Path("nowhere"), sidecars: bool = False) -> dict[str, FoundFile]:
    files = list(found_in(SourceList(sources), archive, sidecars=sidecars))
    assert [file.path for file in files] == sorted({file.path for file in files}), "sorted, and each path once"
    assert all((file.content is None) == (file.reason is not None) for file in files)
    return {file.path: file for file in files}


@pytest.fixture
def memory() -> Iterator[MemoryFileSystem]:
    store = MemoryFileSystem()
    store.store.clear()
    yield store
    store.store.clear()


# all together


def test_sources_of_all_kinds_are_one_list(tmp_path: Path, memory: MemoryFileSystem):
    put(tmp_path / "articles" / "en.txt")
    put(tmp_path / "articles" / "en.meta.toml", b'title = "En"')
    put(tmp_path / "arkiv" / "2023" / "to.txt")
    put(tmp_path / "arkiv" / "2023" / "to.pdf")
    put(tmp_path / "archive" / "nyheder" / "0123456789abcdef.html")
    put(tmp_path / "archive" / "nyheder" / "0123456789abcdef.meta.toml", b'title = "Fire"')
    put(tmp_path / "archive" / "nyheder" / "fetched.json", b"[]")
    put(tmp_path / "archive" / "nyheder" / ".lists" / "0123456789abcdef.xml")
    memory.pipe("/spand/artikler/2024/tre.txt", b"Tre")
    sources = (
        WEB,
        FolderSource("noter", tmp_path / "articles"),
        FolderSource("noter-2", tmp_path / "articles"),
        GlobSource("arkiv", tmp_path, "arkiv/**/*.txt"),
        PrefixSource("spand", "memory://spand/artikler/"),
    )
    assert list(found(*sources, archive=tmp_path / "archive")) == [
        "arkiv/arkiv/2023/to.txt",
        "noter-2/en.txt",
        "noter/en.txt",
        "nyheder/0123456789abcdef.html",
        "spand/2024/tre.txt",
    ]
    beside = found(*sources, archive=tmp_path / "archive", sidecars=True)
    assert list(beside) == ["noter-2/en.meta.toml", "noter/en.meta.toml", "nyheder/0123456789abcdef.meta.toml"]


def test_the_archive_and_the_folder_of_the_run_are_no_articles(tmp_path: Path):
    for name in ("en.txt", "archive/nyheder/0123456789abcdef.html", "outputs/raw/to.txt"):
        put(tmp_path / name)
    sources = (FolderSource("alt", tmp_path), GlobSource("glob", tmp_path, "**/*"))
    listed = found_in(SourceList(sources), tmp_path / "archive", tmp_path / "outputs")
    assert [file.path for file in listed] == ["alt/en.txt", "glob/en.txt"]


# what must not look empty


def test_a_web_source_that_was_never_fetched_is_not_empty(tmp_path: Path):
    with pytest.raises(UnreachableSourceError, match='source "nyheder": nothing was fetched'):
        found(WEB, archive=tmp_path)


def test_a_web_source_of_which_nobody_knows_what_is_gone_is_not_read(tmp_path: Path):
    put(tmp_path / "nyheder" / "0123456789abcdef.html")
    assert list(found(WEB, archive=tmp_path)) == ["nyheder/0123456789abcdef.html"], "without a record nothing is"
    put(tmp_path / "nyheder" / "fetched.json", b"[")
    with pytest.raises(UnreachableSourceError, match=r'source "nyheder": .*fetched\.json cannot be read .* Mend it'):
        found(WEB, archive=tmp_path)


def test_an_article_that_is_gone_is_not_read_and_neither_is_its_metadata(tmp_path: Path):
    names = (
        "0123456789abcdef.html",
        "0123456789abcdef.meta.toml",
        "fedcba9876543210.pdf",
        "fedcba9876543210.meta.toml",
    )
    for name in names:
        put(tmp_path / "nyheder" / name)
    gone = {"address": "https://x.dk/a", "asked": "2024-03-12T12:00:00+00:00", "file": names[0], "gone": True}
    put(tmp_path / "nyheder" / "fetched.json", json.dumps([gone]).encode())
    assert list(found(WEB, archive=tmp_path)) == [f"nyheder/{names[2]}"]
    assert list(found(WEB, archive=tmp_path, sidecars=True)) == [f"nyheder/{names[3]}"]


@pytest.mark.parametrize("sidecars", [True, False])
def test_a_folder_that_is_not_there_is_not_empty(tmp_path: Path, sidecars: bool):
    for source in (FolderSource("x", tmp_path / "articles"), GlobSource("x", tmp_path, "articles/*.txt")):
        with pytest.raises(NoArticlesError, match='source "x": there is no folder'):
            found(source, sidecars=sidecars)


@pytest.mark.parametrize(
    "prefix", ["memory://spand/artikler", "file:///findes/ikke", "ukendt://spand/a", "uinstalleret://spand/a"]
)
def test_a_store_that_cannot_be_listed_is_not_empty(
    memory: MemoryFileSystem, prefix: str, monkeypatch: pytest.MonkeyPatch
):
    missing = {"class": "findes_ikke.Store", "err": "Install findes-ikke"}
    monkeypatch.setitem(known_implementations, "uinstalleret", missing)
    with pytest.raises(UnreachableSourceError, match='source "x": '):
        found(PrefixSource("x", prefix))


class Failing(MemoryFileSystem):
    """A store that fails below one of its folders, or while it is being read."""

    protocol = "failing"
    cachable = False
    fault: Exception = OSError("forbindelsen er brudt")
    where = "ls"

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(super()._strip_protocol(path.removeprefix("failing://")))

    def ls(self, path: str, detail: bool = True, **named: object) -> list[object]:
        if self.where == "ls" and path.rstrip("/").endswith("2024"):
            raise self.fault
        return super().ls(path, detail=detail, **named)

    def open(self, path: str, mode: str = "rb", **named: object) -> object:
        if self.where == "open" and path.endswith("to.txt"):
            raise self.fault
        return super().open(path, mode, **named)


@pytest.fixture
def failing(memory: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch) -> type[Failing]:
    fsspec.register_implementation("failing", Failing, clobber=True)
    memory.pipe({"/spand/2023/en.txt": b"En", "/spand/2024/to.txt": b"To"})
    return Failing


@pytest.mark.parametrize(
    ("where", "fault"),
    [
        ("ls", OSError("brudt")),
        ("ls", PermissionError("nej")),
        ("ls", RuntimeError("x")),
        ("open", TimeoutError("brudt")),
    ],
)
def test_a_store_that_goes_away_half_way_is_not_half_empty(
    failing: type[Failing], where: str, fault: Exception, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(failing, "where", where)
    monkeypatch.setattr(failing, "fault", fault)
    with pytest.raises(UnreachableSourceError, match="Nothing is taken for removed"):
        found(PrefixSource("x", "failing://spand"))


@pytest.mark.parametrize("fault", [PermissionError("nej"), FileNotFoundError("x")])
def test_one_file_of_a_store_that_may_not_be_read_is_told(
    failing: type[Failing], fault: Exception, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(failing, "where", "open")
    monkeypatch.setattr(failing, "fault", fault)
    files = found(PrefixSource("x", "failing://spand"))
    assert files["x/2023/en.txt"].content == b"En" and files["x/2024/to.txt"].code == "unreadable"


# stores


def test_a_store_is_read_like_a_folder(memory: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    memory.pipe({f"/s/{name}": b"x" for name in ("b.txt", "a/c.txt", ".skjult/d.txt", ".e.txt", "f.txt~", "g.part")})
    memory.pipe({"/s/stor.txt": b"x" * 11, "/s/tom.txt": b"", "/s/b.meta.toml": b"", "/andet/h.txt": b"x"})
    listed = found(PrefixSource("x", "memory://s"))
    assert {path: file.code for path, file in listed.items()} == {
        "x/a/c.txt": None,
        "x/b.txt": None,
        "x/stor.txt": "too_large",
        "x/tom.txt": "empty",
    }
    assert list(found(PrefixSource("x", "memory://s"), sidecars=True)) == ["x/b.meta.toml"]


class Remembering(MemoryFileSystem):
    """A store that, like those of the web, remembers what it listed."""

    protocol = "remembering"
    listed: ClassVar[dict[str, list[object]]] = {}

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(super()._strip_protocol(path.removeprefix("remembering://")))

    def ls(self, path: str, detail: bool = True, **named: object) -> list[object]:
        return self.listed.setdefault(path, super().ls(path, detail=detail, **named))

    def invalidate_cache(self, path: str | None = None) -> None:
        self.listed.clear()


def test_a_store_is_listed_anew_each_time(memory: MemoryFileSystem):
    fsspec.register_implementation("remembering", Remembering, clobber=True)
    source = PrefixSource("x", "remembering://s")
    memory.pipe("/s/a.txt", b"x")
    assert list(found(source)) == ["x/a.txt"]
    memory.pipe("/s/b.txt", b"x")
    assert list(found(source)) == ["x/a.txt", "x/b.txt"]


def test_a_store_with_nothing_in_it_is_not_empty(memory: MemoryFileSystem):
    memory.makedirs("/spand/2024")
    with pytest.raises(UnreachableSourceError, match="nothing lies there"):
        found(PrefixSource("x", "memory://spand"))


def test_a_store_on_this_machine_is_not_left_through_links(tmp_path: Path):
    put(tmp_path / "spand" / "a.txt")
    put(tmp_path / "hemmelig" / "b.txt")
    (tmp_path / "spand" / "c.txt").symlink_to(tmp_path / "hemmelig" / "b.txt")
    (tmp_path / "spand" / "d").symlink_to(tmp_path / "hemmelig")
    (tmp_path / "spand" / "e").symlink_to(tmp_path / "spand")
    assert list(found(PrefixSource("x", f"file://{tmp_path}/spand"))) == ["x/a.txt"]


# globs


@pytest.mark.parametrize(
    ("pattern", "matches"),
    [
        ("*.txt", {"a.txt"}),
        ("**/*.txt", {"a.txt", "n/b.txt", "n/m/c.txt"}),
        ("n/**/*.txt", {"n/b.txt", "n/m/c.txt"}),
        ("n/*.txt", {"n/b.txt"}),
        ("n/**", {"n/b.txt", "n/m/c.txt", "n/d.pdf"}),
        ("**/m/*", {"n/m/c.txt"}),
        ("*/[bd].*", {"n/b.txt", "n/d.pdf"}),
        ("n/d.pdf", {"n/d.pdf"}),
        ("./n/?.pdf", {"n/d.pdf"}),
        ("**/**/**/**/**/**/**/x", set()),
    ],
)
def test_what_a_glob_matches(tmp_path: Path, pattern: str, matches: set[str]):
    for name in ("a.txt", "n/b.txt", "n/m/c.txt", "n/d.pdf", ".skjult/e.txt", "n/.f.txt", "n/b.txt~"):
        put(tmp_path / name)
    pattern = pattern.removeprefix("./")
    assert set(found(GlobSource("x", tmp_path, pattern))) == {f"x/{name}" for name in matches}


def test_metadata_comes_with_the_articles_that_a_glob_matches(tmp_path: Path):
    for name in ("a.txt", "a.meta.toml", "b.txt.meta.toml", "c.pdf", "c.pdf.meta.toml", "n/d.txt", "n/d.meta.toml"):
        put(tmp_path / name)
    assert list(found(GlobSource("x", tmp_path, "*.txt"), sidecars=True)) == ["x/a.meta.toml", "x/b.txt.meta.toml"]


def test_a_glob_is_not_left_through_links(tmp_path: Path):
    put(tmp_path / "hemmelig.txt")
    root = tmp_path / "rod"
    put(root / "a.txt")
    (root / "b.txt").symlink_to(tmp_path / "hemmelig.txt")
    (root / "c").symlink_to(tmp_path)
    (root / "d.txt").symlink_to(root / "a.txt")
    (root / "e.txt").symlink_to(root / "e.txt")
    listed = found(GlobSource("x", root, "**/*.txt"))
    assert {path: file.code for path, file in listed.items()} == {
        "x/a.txt": None,
        "x/b.txt": "unreadable",
        "x/d.txt": None,
        "x/e.txt": "unreadable",
    }
    assert "leads out" in str(listed["x/b.txt"].reason)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_opened_is_told(tmp_path: Path):
    put(tmp_path / "n" / "a.txt")
    (tmp_path / "n").chmod(0)
    try:
        assert found(GlobSource("x", tmp_path, "**/*.txt"))["x/n"].code == "unreadable"
    finally:
        (tmp_path / "n").chmod(0o700)
