"""What a release was made from: told by sources, skipped files and code, and by nothing else."""

from pathlib import Path

import pytest

from pejlemaerker.publication import inputs
from pejlemaerker.publication.inputs import inputs_sha256, note_release, released_from
from schemas import SKIPPED, SOURCES

ONE, OTHER = "a" * 64, "b" * 64
FOUND = SOURCES.frame(
    {"source_id": key, "source_path": path, "n_bytes": 3} for key, path in ((ONE, "a.txt"), (OTHER, "b.txt"))
)
LEFT_OUT = SKIPPED.frame([{"source_path": "tom.txt", "code": "empty", "reason": "The file is empty."}])


def test_the_order_of_files_does_not_count():
    assert inputs_sha256(FOUND.reverse(), LEFT_OUT) == inputs_sha256(FOUND, LEFT_OUT)


def test_a_renamed_a_new_and_a_skipped_file_count(monkeypatch: pytest.MonkeyPatch):
    renamed = SOURCES.frame([{**FOUND.row(0, named=True), "source_path": "c.txt"}, FOUND.row(1, named=True)])
    found = [
        inputs_sha256(*pair)
        for pair in ((FOUND, LEFT_OUT), (renamed, LEFT_OUT), (FOUND.head(1), LEFT_OUT), (FOUND, SKIPPED.frame()))
    ]
    monkeypatch.setattr(inputs, "code_version", lambda *modules: "another")
    assert len({*found, inputs_sha256(FOUND, LEFT_OUT)}) == 5


def test_what_is_noted_is_found_again_for_the_same_inputs_only(tmp_path: Path):
    assert released_from(tmp_path, "x") is None
    note_release(tmp_path, "x", "v1")
    assert released_from(tmp_path, "x") == "v1" and released_from(tmp_path, "y") is None


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"inputs": "x"}', "\udcff"])
def test_a_note_that_cannot_be_read_counts_as_none(tmp_path: Path, content: str):
    (tmp_path / "released.json").write_bytes(content.encode(errors="surrogateescape"))
    assert released_from(tmp_path, "x") is None
