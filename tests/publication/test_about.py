"""`policy/dataset.toml`: read strictly, and enough defaults for a description without any file."""

from datetime import date
from pathlib import Path

import pytest

from pejlemaerker.publication.policy.about import About, Agent, read_about
from pejlemaerker.publication.policy.errors import PolicyError

WHOLE = """
licence = "CC0-1.0"
keywords = ["ledelse", "kommuner"]
homepage = "https://sundby.example/data"
downloads = "https://sundby.example/{version}/data"
issued = 2026-05-01

[title]
da = "Færger"
en = "Ferries"

[description]
da = "Om færger."
en = "On ferries."

[publisher]
name = "Sundby Kommune"
homepage = "https://sundby.example"
email = "data@sundby.example"

[[creators]]
name = "Ane Holm"
person = true

[[creators]]
name = "Færgeselskabet"

[contact]
name = "Åben data"
email = "aaben@sundby.example"
"""


def read(folder: Path, text: str) -> About:
    path = folder / "dataset.toml"
    path.write_text(text, encoding="utf-8")
    return read_about(path)


def test_all_that_is_stated_is_read(tmp_path: Path):
    about = read(tmp_path, WHOLE)
    assert (about.title.da, about.description.en) == ("Færger", "On ferries.")
    assert about.publisher == Agent("Sundby Kommune", "https://sundby.example", "data@sundby.example")
    assert about.creators == (Agent("Ane Holm", person=True), Agent("Færgeselskabet"))
    assert about.contact.email == "aaben@sundby.example"
    assert (about.licence, about.keywords, about.issued) == ("CC0-1.0", ("ledelse", "kommuner"), date(2026, 5, 1))


def test_the_example_in_the_docs_can_be_used(tmp_path: Path):
    page = (Path(__file__).resolve().parents[2] / "docs" / "descriptions.md").read_text(encoding="utf-8")
    about = read(tmp_path, page.split("```toml\n")[1].split("```")[0])
    assert about.issued == date(2026, 5, 1) and about.creators == (Agent("Ane Holm", person=True),)


def test_without_a_file_there_is_a_title_and_a_publisher(tmp_path: Path):
    about = read_about(tmp_path / "dataset.toml")
    assert about.title.da and about.title.en and about.publisher.name and about.licence == "CC-BY-4.0"
    assert about.creators == (about.publisher,) and about.contact == about.publisher
    assert about.base("open", "abc") is None
    assert read(tmp_path, "") == about


def test_who_publishes_also_made_it_and_answers_unless_somebody_else_is_named(tmp_path: Path):
    about = read(tmp_path, '[publisher]\nname = "Sundby Kommune"\n')
    assert about.creators == (Agent("Sundby Kommune"),) and about.contact == Agent("Sundby Kommune")


def test_only_the_open_edition_has_a_place_on_the_web(tmp_path: Path):
    about = read(tmp_path, WHOLE)
    assert about.base("open", "abc") == "https://sundby.example/abc/data/"
    assert about.base("full", "abc") is None


@pytest.mark.parametrize(
    ("text", "place", "advice"),
    [
        ("titel = 1", "dataset.toml", "titel is not known"),
        ("title = 1", "title", "[title]"),
        ('[title]\nda = "x"', "[title]", "en is missing"),
        ('[title]\nda = "x"\nen = "y"\nde = "z"', "[title]", "de is not known"),
        ("[publisher]", "[publisher]", 'name = "Foreningen X"'),
        ('[publisher]\nname = ""', "[publisher]", 'name = "..."'),
        ('[publisher]\nname = "X"\nhomepage = "sundby.example"', "homepage", "https://"),
        ('[publisher]\nname = "X"\nemail = "nobody"', "email", "data@example.org"),
        ('[[creators]]\nname = "X"\n[[creators]]\n', "number 2", "name is missing"),
        ("creators = 1", "creators", "[[creators]]"),
        ('[[creators]]\nname = "X"\nperson = "ja"', "person", "person = true"),
        ('licence = "CC BY"', "licence", '"CC-BY-4.0"'),
        ('keywords = "ledelse"', "keywords", '["...", "..."]'),
        ('issued = "2026-05-01"', "issued", "without quotes"),
        ("issued = 2026-05-01T10:00:00", "issued", "without a time"),
        ('downloads = "ftp://x.example"', "downloads", "https://"),
        ("licence = ", "dataset.toml", "Mend that line"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place_and_what_to_write(
    tmp_path: Path, text: str, place: str, advice: str
):
    with pytest.raises(PolicyError) as error:
        read(tmp_path, text)
    assert place in str(error.value) and advice in str(error.value)


def test_bytes_that_are_no_text_are_told(tmp_path: Path):
    path = tmp_path / "dataset.toml"
    path.write_bytes(b'licence = "\xff"')
    with pytest.raises(PolicyError, match="no TOML"):
        read_about(path)
