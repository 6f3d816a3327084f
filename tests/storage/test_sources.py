"""What is found in an articles folder: files by content, and those that are not read with the reason.

What belongs here: the folder and its files. What their bytes say belongs to the tests of the corpus.
"""

import os
from pathlib import Path

import pytest

from pejlemaerker.storage import sources
from pejlemaerker.storage.sources import FoundFile, NoArticlesError, found_files
from schemas.release import SKIP_CODES


def put(folder: Path, name: str | bytes, content: bytes = b"Der stod et tr\xc3\xa6.") -> None:
    path = os.path.join(os.fsencode(folder), os.fsencode(name))  # noqa: PTH118 - pathlib knows no names in bytes
    Path(os.fsdecode(path)).parent.mkdir(parents=True, exist_ok=True)
    Path(os.fsdecode(path)).write_bytes(content)


def found(folder: Path) -> dict[str, FoundFile]:
    files = list(found_files(folder))
    by_path = {file.path: file for file in files}
    assert len(by_path) == len(files), "two files are shown under one path"
    for file in files:
        assert (file.content is None) == (file.code is not None) == (file.reason is not None)
        assert file.code is None or (file.code in SKIP_CODES and str(file.reason).endswith("."))
    return by_path


def test_files_are_found_in_all_folders_and_named_from_the_top(tmp_path: Path):
    for name in ("b.txt", "a.md", "2024/maj/c", "2024/æ ø å.txt"):
        put(tmp_path, name)
    assert list(found(tmp_path)) == ["2024/maj/c", "2024/æ ø å.txt", "a.md", "b.txt"]
    assert found(tmp_path)["a.md"].content == "Der stod et træ.".encode()


def test_the_hash_is_that_of_the_bytes(tmp_path: Path):
    put(tmp_path, "a.txt", b"x")
    assert found(tmp_path)["a.txt"].sha256 == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"


def test_hidden_files_and_those_of_editors_are_left_out(tmp_path: Path):
    for name in (".hidden.txt", ".git/config", "sub/.cache/a.txt", "a.txt~", ".a.txt.swp", "b.tmp", "c.part", "d.txt"):
        put(tmp_path, name)
    assert list(found(tmp_path)) == ["d.txt"]


def test_a_folder_that_is_not_there_is_named_with_the_next_step(tmp_path: Path):
    put(tmp_path, "file.txt")
    for folder in (tmp_path / "mangler", tmp_path / "file.txt"):
        with pytest.raises(NoArticlesError, match="--articles") as caught:
            list(found_files(folder))
        assert str(folder) in str(caught.value)


def test_an_empty_folder_has_no_files(tmp_path: Path):
    assert found(tmp_path) == {}


def test_an_empty_file_is_listed_with_the_reason(tmp_path: Path):
    put(tmp_path, "tom.txt", b"")
    assert found(tmp_path)["tom.txt"].code == "empty"


def test_a_broken_link_a_loop_and_a_pipe_are_listed_and_not_read(tmp_path: Path):
    put(tmp_path, "a.txt")
    (tmp_path / "broken.txt").symlink_to("mangler.txt")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    files = found(tmp_path)
    assert {name: file.code for name, file in files.items()} == {
        "a.txt": None,
        "broken.txt": "unreadable",
        "loop.txt": "unreadable",
        "pipe.txt": "unreadable",
    }


def test_a_link_to_a_file_is_read(tmp_path: Path):
    put(tmp_path, "elsewhere/a.txt")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").symlink_to(tmp_path / "elsewhere" / "a.txt")
    assert found(tmp_path / "articles")["a.txt"].content is not None


def test_a_link_to_a_folder_is_not_passed_over_in_silence(tmp_path: Path):
    put(tmp_path, "elsewhere/a.txt")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "more").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert [name for name in found(tmp_path / "articles") if name.startswith("more")]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sources, "MAX_BYTES", 10)
    put(tmp_path, "just.txt", b"0123456789")
    put(tmp_path, "over.txt", b"0123456789a")
    files = found(tmp_path)
    assert files["just.txt"].content == b"0123456789"
    assert files["over.txt"].code == "too_large"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file, whatever its permissions")
def test_a_file_without_permission_is_listed(tmp_path: Path):
    put(tmp_path, "a.txt")
    put(tmp_path, "b.txt")
    (tmp_path / "a.txt").chmod(0)
    assert {name: file.code for name, file in found(tmp_path).items()} == {"a.txt": "unreadable", "b.txt": None}


def refused(path: object) -> None:
    raise PermissionError(13, "Permission denied", str(path))


def test_a_file_that_the_system_refuses_to_read_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    put(tmp_path, "a.txt")
    monkeypatch.setattr(Path, "read_bytes", refused)
    file = found(tmp_path)["a.txt"]
    assert file.code == "unreadable" and "Permission denied" in str(file.reason)


def test_a_file_that_the_system_refuses_to_look_at_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """So it is in a folder whose names may be listed but not entered."""
    put(tmp_path, "a.txt")
    put(tmp_path, "b.txt")
    look = os.stat
    monkeypatch.setattr(os, "stat", lambda path, **k: refused(path) if str(path).endswith("a.txt") else look(path, **k))
    assert {name: file.code for name, file in found(tmp_path).items()} == {"a.txt": "unreadable", "b.txt": None}


def test_a_folder_that_the_system_refuses_to_list_is_not_passed_over_in_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Else its articles would fall out of the dataset as though they had been taken away."""
    put(tmp_path, "closed/a.txt")
    put(tmp_path, "b.txt")
    scan = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: refused(path) if str(path).endswith("closed") else scan(path))
    files = found(tmp_path)
    assert files.pop("b.txt").code is None
    assert [file.code for file in files.values()] == ["unreadable"]


def test_names_that_are_no_utf8_are_shown_and_told_apart(tmp_path: Path):
    put(tmp_path, b"bl\xe5.txt", b"1")
    put(tmp_path, b"bl\xf8.txt", b"2")
    put(tmp_path, "blå.txt", b"3")
    files = found(tmp_path)
    assert sorted(file.content for file in files.values() if file.content) == [b"1", b"2", b"3"]
    assert all(path.encode("utf-8") for path in files)
