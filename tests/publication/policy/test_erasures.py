"""The list of erasures: hashes only, useless without its key, and refused where it cannot be honoured."""

from pathlib import Path

import pytest

from pejlemaerker.publication.policy.erasures import (
    KEY_FILE,
    KEY_VARIABLE,
    Erasures,
    read_erasures,
    writable_erasures,
    write_erasures,
)
from pejlemaerker.publication.policy.errors import PolicyError


@pytest.fixture(autouse=True)
def no_key_around(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(KEY_VARIABLE, raising=False)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A list with a person and a document, and its key beside it."""
    path = tmp_path / "erasures.toml"
    erasures, made = writable_erasures(path)
    assert made
    write_erasures(path, erasures.with_person("Åse Holm-Tangberg").with_document(["d0123456789abcdef"]))
    return path


def test_a_list_says_no_name(listed: Path):
    text = listed.read_text(encoding="utf-8").casefold()
    assert not any(word in text for word in ("åse", "aase", "holm", "d0123456789abcdef"))


@pytest.mark.parametrize("name", ["Åse Holm-Tangberg", "ÅSE  HOLM TANGBERG", "aase-holm-tangberg", "ase holm tangberg"])
def test_a_name_is_known_in_all_its_forms(listed: Path, name: str):
    assert read_erasures(listed).has_person(name)
    assert not read_erasures(listed).has_person("Åse Tangberg")
    assert read_erasures(listed).has_document(None, "d0123456789abcdef")


def test_the_key_is_for_its_owner_alone_and_is_made_once(listed: Path):
    key = listed.with_name(KEY_FILE)
    assert key.stat().st_mode & 0o777 == 0o600
    assert not writable_erasures(listed)[1]


def test_the_key_is_not_shown(listed: Path):
    assert "key" not in repr(read_erasures(listed))


def test_a_list_without_its_key_stops_the_run(listed: Path, monkeypatch: pytest.MonkeyPatch):
    key = listed.with_name(KEY_FILE)
    kept = key.read_text(encoding="ascii")
    key.unlink()
    with pytest.raises(PolicyError, match=KEY_VARIABLE):
        read_erasures(listed)
    with pytest.raises(PolicyError):
        writable_erasures(listed)
    monkeypatch.setenv(KEY_VARIABLE, "00" * 32)
    with pytest.raises(PolicyError, match="not made with the key"):
        read_erasures(listed)
    monkeypatch.setenv(KEY_VARIABLE, kept)
    assert read_erasures(listed).has_person("Åse Holm-Tangberg")


def test_no_file_means_nobody(tmp_path: Path):
    assert read_erasures(tmp_path / "erasures.toml") == Erasures()
    assert not read_erasures(tmp_path / "erasures.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[person]]\nname = "Åse Holm"', "never a name"),
        ('[[person]]\nhash = "12"', "64 digits"),
        ("people = 1", "has people"),
        ("person = 1", "double brackets"),
        ("[[", "no TOML"),
    ],
)
def test_a_mistake_is_told_without_repeating_it(tmp_path: Path, text: str, told: str):
    path = tmp_path / "erasures.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PolicyError, match=told) as error:
        read_erasures(path)
    assert "Åse" not in str(error.value)


def test_a_key_that_is_none_is_told(listed: Path):
    listed.with_name(KEY_FILE).write_text("hemmelig")
    with pytest.raises(PolicyError, match="holds no key"):
        read_erasures(listed)
