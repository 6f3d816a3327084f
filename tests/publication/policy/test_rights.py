"""The file `rights.toml`: which rule decides, which licences are known, and what a mistake in the file is answered with."""

from pathlib import Path

import pytest

from pejlemaerker.publication.policy.errors import PolicyError
from pejlemaerker.publication.policy.rights import Grant, Rights, read_rights
from pejlemaerker.publication.policy.stated_licences import identifier, may_be_reprinted

OWN = Path(__file__).parents[3] / "policy" / "rights.toml"


def read(folder: Path, text: str) -> Rights:
    path = folder / "rights.toml"
    path.write_text(text, encoding="utf-8")
    return read_rights(path)


@pytest.mark.parametrize(
    ("stated", "licence"),
    [
        ("CC BY 4.0", "CC-BY-4.0"),
        ("cc-by-sa-3.0", "CC-BY-SA-3.0"),
        ("https://creativecommons.org/licenses/by/4.0/deed.da", "CC-BY-4.0"),
        ("http://creativecommons.org/licenses/by-nc-nd/4.0/", "CC-BY-NC-ND-4.0"),
        ("Creative Commons Kreditering-DelPåSammeVilkår 4.0 International", "CC-BY-SA-4.0"),
        ("CC0", "CC0-1.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("mit", "MIT"),
        ("CC BY", None),
        ("Alle rettigheder forbeholdes", None),
        ("Fri gengivelse", None),
        ("CC BY 4.0 for billeder", None),
    ],
)
def test_licences_as_people_state_them(stated: str, licence: str | None):
    assert identifier(stated) == licence


@pytest.mark.parametrize(
    ("licence", "reprinted"),
    [("CC-BY-4.0", True), ("CC-BY-SA-4.0", True), ("CC-BY-NC-4.0", False), ("CC-BY-ND-4.0", False), ("MIT", True)],
)
def test_only_open_licences_let_a_whole_text_be_reprinted(licence: str, reprinted: bool):
    assert may_be_reprinted(licence) is reprinted


def test_what_nobody_speaks_of_is_quoted(tmp_path: Path):
    assert read_rights(tmp_path / "rights.toml").of("Strandby Avis", "news", None, None) == Grant()


@pytest.mark.parametrize(
    ("licence", "basis", "whole"),
    [("CC BY 4.0", "licence", True), ("CC BY-NC 4.0", "quotation", False), ("Kontakt os først", "quotation", False)],
)
def test_an_open_licence_that_a_document_states_counts(licence: str, basis: str, whole: bool):
    grant = Rights().of("Strandby Avis", "news", licence, None)
    assert (grant.basis, grant.full_text) == (basis, whole)
    assert grant.licence == (identifier(licence) or licence)


RULES = """
[[rule]]
when.publisher = "strandby *"
when.kind = ["press_release"]
basis = "licence"
licence = "CC BY 4.0"
full_text = true

[[rule]]
when.publisher = ["Strandby *", "Avisen"]
basis = "none"

[[rule]]
when.licence = ["CC-BY-*"]
basis = "quotation"
share = 0.3
"""


@pytest.mark.parametrize(
    ("publisher", "kind", "licence", "basis", "whole"),
    [
        ("Strandby  Kommune", "press_release", None, "licence", True),
        ("STRANDBY KOMMUNE", "news", "CC BY 4.0", "none", False),
        ("Avisen", "news", None, "none", False),
        ("Andre", "news", "CC BY 4.0", "quotation", False),
        (None, "news", None, "quotation", False),
    ],
)
def test_the_first_rule_that_fits_decides(
    tmp_path: Path, publisher: str | None, kind: str, licence: str | None, basis: str, whole: bool
):
    grant = read(tmp_path, RULES).of(publisher, kind, licence, None)
    assert (grant.basis, grant.full_text) == (basis, whole)


def test_the_file_that_comes_with_the_project_is_careful():
    rights = read_rights(OWN)
    assert rights.of("Fjordbladet", "news", None, "https://www.fjordbladet.example/a").full_text
    assert rights.of("Et ministerium", "press_release", None, "https://www.et-ministerium.dk/a").basis == "quotation"
    assert not rights.of("Et ministerium", "report", None, None).full_text
    assert rights.of(None, "other", None, "https://www.retsinformation.dk/eli/1").basis == "official"
    assert rights.of(None, "news", None, "https://example.attacker.dk/").basis == "quotation"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = ", "Mend that line"),
        ("share = 1", "has share"),
        ("[default]\nshare = 2", "share is a number from 0 to 1"),
        ("[default]\ncharacters = 1.5", "characters is a whole number"),
        ("[default]\nlongest = true", "longest is a whole number"),
        ('[default]\nbasis = "fair use"', "basis is one of"),
        ("[default]\nfull_text = true", "licence or official only"),
        ('[[rule]]\nbasis = "none"', "does not say for what"),
        ('[[rule]]\nwhen.publisher = "A"', "gives no basis"),
        ('[[rule]]\nwhen.kind = "avis"\nbasis = "none"', "Choose among"),
        ('[[rule]]\nwhen.publisher = []\nbasis = "none"', "list of texts"),
        ('[[rule]]\nwhen.name = "A"\nbasis = "none"', "has name"),
        ('[[rule]]\nwhen.host = "a.dk"\nbasis = "licence"\nfull_text = true', "needs its name"),
        ('[[rule]]\nwhen.host = "a.dk"\nbasis = "licence"\nlicense = "MIT"', "has license"),
        ('stated_licences = "ja"', "true or false"),
        ("rule = 1", "[[rule]]"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_to_write(tmp_path: Path, text: str, told: str):
    with pytest.raises(PolicyError) as error:
        read(tmp_path, text)
    assert told in str(error.value)
    assert "rights.toml" in str(error.value)
