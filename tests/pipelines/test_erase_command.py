"""`pejl erase` as a person meets it: what it answers, what it writes, and that it writes no name."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pejlemaerker.publication.policy.erasures import KEY_VARIABLE, read_erasures
from pejlemaerker.publication.releases import LATEST
from pipelines.command_line import main
from schemas import PUBLISHED

NAME = "Åse Holm-Tangberg"
ROWS = {
    "releases": [{"version": "0123456789ab", "content_sha256": "0" * 64}],
    "people": [{"person_id": "p0123456789ab", "name": NAME}],
    "aliases": [
        {"actor_id": "p0123456789ab", "alias": "Åse M. Tangberg"},
        {"actor_id": "p0123456789ab", "alias": "Åse"},
    ],
    "documents": [
        {
            "document_id": "d" + "1" * 16,
            "url": "https://avis.example/a",
            "text_sha256": "2" * 64,
            "raw_sha256": "3" * 64,
        },
        {
            "document_id": "d" + "4" * 16,
            "text_sha256": "5" * 64,
            "raw_sha256": "6" * 64,
            "duplicate_of": "d" + "1" * 16,
        },
    ],
}


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The folder of the policy, empty, and the outputs with a release of a few rows."""
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    for table in PUBLISHED:
        path = tmp_path / "outputs" / LATEST / "parquet" / f"{table.name}.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        table.frame(table.row(**row) for row in ROWS.get(table.name, [])).write_parquet(path)
    return tmp_path / "policy", tmp_path / "outputs"


def asked(folders: tuple[Path, Path], *options: str, typed: str | None = None) -> Result:
    policy, outputs = folders
    return CliRunner().invoke(
        main, ["erase", "--policy", str(policy), "--outputs", str(outputs), *options], input=typed
    )


def test_a_person_is_put_on_the_list_in_every_way_of_writing_and_nowhere_by_name(folders: tuple[Path, Path]):
    result = asked(folders, "--person", NAME)
    assert result.exit_code == 0
    assert "2 ways of writing" in result.output and "1 people" in result.output and "A key was made" in result.output
    written = "".join(path.read_text(encoding="utf-8") for path in folders[0].iterdir())
    assert not any(word in (result.output + written).casefold() for word in ("tangberg", "åse", "holm"))
    erasures = read_erasures(folders[0] / "erasures.toml")
    assert erasures.has_person(NAME) and erasures.has_person("Åse M. Tangberg") and not erasures.has_person("Åse")


def test_the_list_can_be_asked(folders: tuple[Path, Path]):
    assert asked(folders, "--check", NAME).exit_code == 1
    assert asked(folders, "--person", "-", typed=f"{NAME}\n").exit_code == 0
    told = asked(folders, "--check", NAME.upper())
    assert told.exit_code == 0 and "is on the list" in told.output
    assert "A key was made" not in asked(folders, "--person", "Bo Lind").output


@pytest.mark.parametrize("document", ["d" + "1" * 16, "https://avis.example/a", "2" * 64])
def test_a_document_is_put_on_the_list_with_what_repeats_it(folders: tuple[Path, Path], document: str):
    result = asked(folders, "--document", document)
    assert result.exit_code == 0 and "that repeat it: 2" in result.output
    erasures = read_erasures(folders[0] / "erasures.toml")
    for value in ("d" + "1" * 16, "https://avis.example/a", "2" * 64, "3" * 64, "d" + "4" * 16, "5" * 64):
        assert erasures.has_document(value)


def test_a_file_is_known_by_its_bytes(folders: tuple[Path, Path], tmp_path: Path):
    file = tmp_path / "artikel.txt"
    file.write_text("Tekst")
    assert asked(folders, "--document", str(file)).exit_code == 0
    assert len(read_erasures(folders[0] / "erasures.toml").documents) == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--person", "Åse"), "first name and surname"),
        (("--document", "d9"), "No document of the last release"),
        ((), "Name one of"),
        (("--person", "A B", "--check", "A B"), "Name one of"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_written(folders: tuple[Path, Path], options: tuple[str, ...], told: str):
    result = asked(folders, *options)
    assert result.exit_code != 0 and told in result.output
    assert not folders[0].exists()


def test_without_the_key_nothing_is_added(folders: tuple[Path, Path]):
    asked(folders, "--person", NAME)
    (folders[0] / "erasures.key").unlink()
    before = (folders[0] / "erasures.toml").read_bytes()
    result = asked(folders, "--person", "Bo Lind")
    assert result.exit_code == 1 and "its key is missing" in result.output
    assert (folders[0] / "erasures.toml").read_bytes() == before
