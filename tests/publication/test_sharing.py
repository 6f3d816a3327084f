"""Pages that are the same as in the release before lie on the disk once; others, and data files, are their own."""

import os
from pathlib import Path

import pytest

from pejlemaerker.publication.descriptions import write_sums
from pejlemaerker.publication.sharing import share_pages


def release(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    write_sums(folder)
    return folder


def test_same_pages_are_shared_and_nothing_else(tmp_path: Path) -> None:
    before = release(tmp_path / "a", site__same="1", site__other="1", csv__same="1", open__site__same="1")
    after = release(tmp_path / "b", site__same="1", site__other="2", csv__same="1", open__site__same="1", site__new="1")
    sums = (after / "SHA256SUMS").read_bytes()
    assert share_pages(after, before) == 2
    for name in ("site/same", "open/site/same"):
        assert (after / name).samefile(before / name)
    for name in ("site/other", "csv/same"):
        assert not (after / name).samefile(before / name)
    assert (after / "site/other").read_text() == "2" and (before / "site/other").read_text() == "1"
    write_sums(after)
    assert (after / "SHA256SUMS").read_bytes() == sums


def test_the_pages_of_a_release_outlive_the_one_they_are_shared_with(tmp_path: Path) -> None:
    before, after = release(tmp_path / "a", site__same="1"), release(tmp_path / "b", site__same="1")
    share_pages(after, before)
    (before / "site/same").unlink()
    assert (after / "site/same").read_text() == "1"


def test_where_files_cannot_be_linked_all_stay_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    before, after = release(tmp_path / "a", site__same="1"), release(tmp_path / "b", site__same="1")
    monkeypatch.setattr(os, "link", refuse)
    assert share_pages(after, before) == 0
    assert (after / "site/same").read_text() == "1"


def test_a_release_before_without_checksums_shares_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert share_pages(release(tmp_path / "b", site__same="1"), tmp_path / "a") == 0
