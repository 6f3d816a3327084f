"""Metadata that a person wrote down: the file beside an article, which is read strictly, and front matter, which is not."""

from datetime import date

import pytest

from pejlemaerker import read
from pejlemaerker.corpus.byline import Author
from pejlemaerker.corpus.claims import Claims
from pejlemaerker.corpus.decoding import UnreadableError
from pejlemaerker.corpus.statements import read_front_matter, read_sidecar

# the file beside an article


def sidecar(text: str | bytes) -> Claims:
    return read_sidecar(text.encode() if isinstance(text, str) else text)


def refused(text: str | bytes) -> str:
    with pytest.raises(UnreadableError) as refusal:
        sidecar(text)
    assert refusal.value.code == "metadata"
    assert refusal.value.reason.endswith("the article is read without it.")
    return refusal.value.reason


def test_all_that_can_be_stated_is_read():
    assert sidecar(
        """
        title = "Strandby slipper stopuret"
        url = "https://www.Strandby.example/nyt?utm_source=brev#top"
        publisher = "Strandby Kommune"
        published = 2024-03-12
        licence = "CC BY 4.0"
        authors = ["Ditte Lyngholm", {name = "Asger Dal", role = "rektor", organisation = "Strandby Skole"}]
        """
    ) == Claims(
        "Strandby slipper stopuret",
        "https://www.strandby.example/nyt",
        "Strandby Kommune",
        date(2024, 3, 12),
        "day",
        "CC BY 4.0",
        (Author("Ditte Lyngholm", None, None), Author("Asger Dal", "rektor", "Strandby Skole")),
    )


@pytest.mark.parametrize("text", ["", "# kun en bemærkning\n", "authors = []"])
def test_a_file_that_states_nothing_claims_nothing(text: str):
    assert sidecar(text) == Claims()


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter():
    assert sidecar(b'\xef\xbb\xbftitle = "Nyt"\r\nlicence = "CC0"\r\n') == Claims(title="Nyt", licence="CC0")


def test_white_space_inside_what_is_stated_is_folded():
    assert sidecar('title = """\n Nyt\n  fra   rådet """').title == "Nyt fra rådet"


@pytest.mark.parametrize(
    ("written", "value", "precision"),
    [
        ("2024-03-12", date(2024, 3, 12), "day"),
        ("2024-03-12T08:00:00+01:00", date(2024, 3, 12), "day"),
        ("2024-03-12 23:30:00", date(2024, 3, 12), "day"),
        ('"2024-03-12"', date(2024, 3, 12), "day"),
        ('" 2024-03-12T08:00:00Z "', date(2024, 3, 12), "day"),
        ('"12. marts 2024"', date(2024, 3, 12), "day"),
        ('"2024-03"', date(2024, 3, 1), "month"),
        ('"marts 2024"', date(2024, 3, 1), "month"),
        ('"2. kvartal 2024"', date(2024, 4, 1), "quarter"),
        ('"2024"', date(2024, 1, 1), "year"),
        ("2024", date(2024, 1, 1), "year"),
    ],
)
def test_a_date_has_the_precision_it_is_written_with(written: str, value: date, precision: str):
    claims = sidecar(f"published = {written}")
    assert (claims.published, claims.published_precision) == (value, precision)


@pytest.mark.parametrize(
    "written",
    [
        '"i går"',
        '""',
        '"2024-13"',
        '"2024-02-30"',
        '"31. februar 2024"',
        '"4. maj"',
        '"12. marts 2024 og 13. marts 2024"',
        '"12.-14. marts 2024"',
        "08:00:00",
        "3.5",
        "true",
        "1850",
        "[2024]",
    ],
)
def test_what_is_no_single_date_is_refused_with_how_to_write_one(written: str):
    assert "2024-03-12" in refused(f"published = {written}")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('authors = "Ditte Lyngholm"', ["Ditte Lyngholm"]),
        ('authors = [" Ditte  Lyngholm ", "Asger Dal"]', ["Ditte Lyngholm", "Asger Dal"]),
        ('authors = {name = "Asger Dal"}', ["Asger Dal"]),
        ('[[authors]]\nname = "Asger Dal"\n[[authors]]\nname = "Ditte Lyngholm"', ["Asger Dal", "Ditte Lyngholm"]),
    ],
)
def test_authors_may_be_one_name_several_or_tables(text: str, names: list[str]):
    assert [author.name for author in sidecar(text).authors] == names


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("title = 3", "title"),
        ('title = ""', "title"),
        ('title = ["Nyt"]', "title"),
        ("licence = 1", "licence"),
        ("publisher = []", "publisher"),
        ("url = 5", "url"),
        ('url = "strandby.example/nyt"', "url"),
        ('url = "javascript:alert(1)"', "url"),
        ("authors = 3", "authors"),
        ("authors = [1]", "authors"),
        ('authors = [""]', "authors"),
        ('authors = [["Ditte Lyngholm"]]', "authors"),
        ('authors = [{role = "rektor"}]', "authors"),
        ('authors = [{name = "Asger Dal", mail = "x"}]', "authors"),
        ("authors = [{name = 3}]", "name"),
    ],
)
def test_a_wrong_type_is_refused_and_named(text: str, named: str):
    assert f"{named} is no" in refused(text)


@pytest.mark.parametrize("name", ["titel", "Title", "author", "dato"])
def test_a_name_that_is_not_known_is_refused_with_those_that_are(name: str):
    reason = refused(f'title = "Nyt"\n{name} = "x"')
    assert name in reason and "title, url, publisher, published, licence, authors" in reason


@pytest.mark.parametrize(
    "text", ["= x", 'title = "a\n"', "title: Nyt", "title = Nyt", b'title = "\xe6ble"', b"\x00\x01"]
)
def test_what_is_no_toml_is_refused(text: str | bytes):
    assert "no TOML" in refused(text)


@pytest.mark.parametrize("text", ["title = " + "[" * 5000, "title = " + "9" * 5000, "published = 0x" + "9" * 5000])
def test_toml_that_is_hostile_is_refused(text: str):
    refused(text)


@pytest.mark.parametrize("value", ["false", "0", '""'])
def test_authors_of_a_wrong_type_are_refused_also_when_they_are_empty(value: str):
    refused(f"authors = {value}")


# front matter

BODY = "Strandby slipper stopuret\n\nRådet har sagt ja.\n"


def front(inner: str, mark: str = "---") -> Claims:
    """What front matter states; the text behind it is left."""
    claims, rest = read_front_matter(f"{mark}\n{inner}\n{mark}\n\n{BODY}")
    assert rest == f"\n{BODY}"
    return claims


ALL = Claims(
    "Nyt fra rådet",
    "https://strandby.example/nyt",
    "Strandby Kommune",
    date(2024, 3, 12),
    "day",
    "CC BY 4.0",
    (Author("Ditte Lyngholm", None, None),),
)
VALUES = (
    "Nyt fra rådet",
    "https://strandby.example/nyt",
    "Strandby Kommune",
    "2024-03-12",
    "CC BY 4.0",
    "Ditte Lyngholm",
)


@pytest.mark.parametrize(
    "names",
    [
        ("title", "url", "publisher", "published", "licence", "authors"),
        ("title", "canonical", "site", "date", "license", "author"),
        ("Titel", "LINK", "Udgiver", "Dato", "Licens", "Forfatter"),
        ("titel", "canonical_url", "udgiver", "dato", "licens", "forfatter"),
        ("title", "source", "site", "date", "license", "author"),
    ],
)
@pytest.mark.parametrize("language", ["yaml", "toml"])
def test_front_matter_is_read_under_the_names_that_are_met(names: tuple[str, ...], language: str):
    pairs = zip(names, VALUES, strict=True)
    if language == "yaml":
        assert front("\n".join(f"{name}: {value}" for name, value in pairs)) == ALL
    else:
        assert front("\n".join(f'{name} = "{value}"' for name, value in pairs), "+++") == ALL


def test_what_it_states_about_other_things_is_left_alone():
    assert front("layout: artikel\ntags: [ledelse, tid]\ndraft: false\nnested: {a: {b: [1, 2]}}") == Claims()
    assert front('draft = true\n[extra]\ntitle = "Et andet"', "+++") == Claims()


@pytest.mark.parametrize(
    "value",
    ["date: i går", "title: 2024", "title: [a]", "author: [1, 2]", "url: /nyt", "source: Strandby Avis", "date: .nan"],
)
def test_a_value_that_means_something_else_costs_only_itself(value: str):
    assert front(f"{value}\npublisher: Strandby Kommune") == Claims(publisher="Strandby Kommune")


@pytest.mark.parametrize(
    ("written", "value", "precision"),
    [
        ("2024-03-12", date(2024, 3, 12), "day"),
        ("2024-03-12 08:00:00 +0100", date(2024, 3, 12), "day"),
        ("12. marts 2024", date(2024, 3, 12), "day"),
        ("2024-03", date(2024, 3, 1), "month"),
        ("2024", date(2024, 1, 1), "year"),
    ],
)
def test_dates_of_front_matter_have_a_precision_too(written: str, value: date, precision: str):
    claims = front(f"date: {written}")
    assert (claims.published, claims.published_precision) == (value, precision)


def test_authors_of_front_matter_may_have_roles():
    claims = front("authors:\n  - name: Ditte Lyngholm\n    role: rektor\n  - Asger Dal")
    assert claims.authors == (Author("Ditte Lyngholm", "rektor", None), Author("Asger Dal", None, None))


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff---\ntitle: Nyt\n---\n{BODY}",
        f"\n\n---\ntitle: Nyt\n---\n{BODY}",
        f"--- \ntitle: Nyt\n--- \n{BODY}",
        f"---\ntitle: Nyt\n...\n{BODY}",
    ],
)
def test_marks_of_front_matter_may_be_written_in_several_ways(text: str):
    assert read_front_matter(text) == (Claims(title="Nyt"), BODY)


def test_front_matter_may_be_all_there_is():
    assert read_front_matter("---\ntitle: Nyt\n---") == (Claims(title="Nyt"), "")


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "",
        f"---\n\n{BODY}\n---\nMere.\n",
        f"---\n---\n{BODY}",
        f"---\n\n---\n{BODY}",
        f"---\n- et\n- to\n---\n{BODY}",
        f"---\ntitle: Nyt\n{BODY}",
        f"{BODY}\n---\ntitle: Nyt\n---\n",
        f"----\ntitle: Nyt\n----\n{BODY}",
        f"---\n'Rådet: har\n---\n{BODY}",
        f"---\ntitle: [a\n---\n{BODY}",
        f"---\ntitle: Nyt\nx: {'a' * 21_000}\n---\n{BODY}",
        f"+++\ntitle: Nyt\n+++\n{BODY}",
    ],
)
def test_rules_that_open_no_front_matter_are_left_to_the_text(text: str):
    assert read_front_matter(text) == (Claims(), text)


@pytest.mark.parametrize(
    "between",
    [
        "Rådet har talt: Stopuret skal væk.",
        "Det siger Ditte Lyngholm: Vi har brug for ro.\n\nDet mener Asger Dal: Vi har brug for tid.",
    ],
)
def test_a_sentence_with_a_colon_between_two_rules_is_text(between: str):
    text = f"---\n{between}\n---\n{BODY}"
    assert read_front_matter(text) == (Claims(), text)


@pytest.mark.parametrize("second", ["source: Strandby Avis", "link: /nyt"])
def test_a_second_name_that_is_no_address_does_not_hide_the_first(second: str):
    assert front(f"url: https://strandby.example/nyt\n{second}").url == "https://strandby.example/nyt"


# front matter of a hostile hand

ALIASES = "\n".join(
    ["a0: &a0 [x, x, x, x, x, x, x, x, x]"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
)
MERGES = "\n".join(["a0: &a0 {k: v}"] + [f"a{i}: &a{i} {{<<: [{', '.join([f'*a{i - 1}'] * 9)}]}}" for i in range(1, 7)])


def test_aliases_of_aliases_are_read_without_being_written_out():
    assert front(f"{ALIASES}\ntitle: Nyt").title == "Nyt"


def test_aliases_of_aliases_as_a_value_are_no_value():
    assert front(f"{ALIASES.rsplit(chr(10), 6)[0]}\npublished: *a5\ntitle: *a5\nauthors: *a5") == Claims()


def test_a_list_that_holds_itself_is_no_date():
    assert front("published: &a [*a]\ntitle: Nyt") == Claims(title="Nyt")


@pytest.mark.parametrize(
    "inner",
    [
        'title: !!python/object/apply:os.system ["true"]',
        "title: !!python/name:os.system",
        "title: !ukendt Nyt",
        "title: *findes_ikke",
        "? [a]\n: b\ntitle: Nyt",
        "a: " + "[" * 2000,
        "x: " + "9" * 5000,
        "x: !!int hej",
        "title: Nyt\nx: \x01",
    ],
)
def test_yaml_that_runs_breaks_or_nests_is_left_to_the_text(inner: str):
    text = f"---\n{inner}\n---\n{BODY}"
    assert read_front_matter(text) == (Claims(), text)


def test_merge_keys_of_merge_keys_are_not_written_out(monkeypatch: pytest.MonkeyPatch):
    from yaml.constructor import SafeConstructor

    sizes = []
    flatten = SafeConstructor.flatten_mapping

    def measured(self, node):
        flatten(self, node)
        sizes.append(len(node.value))

    monkeypatch.setattr(SafeConstructor, "flatten_mapping", measured)
    read_front_matter(f"---\n{MERGES}\ntitle: Nyt\n---\n{BODY}")
    assert max(sizes, default=0) < 1000


@pytest.mark.parametrize("inner", ["x: !!timestamp hej", "x: !!bool hej", "published: 0x" + "9" * 15_000])
def test_yaml_with_values_that_are_no_values_is_read_or_left_alone(inner: str):
    claims, rest = read_front_matter(f"---\n{inner}\n---\n{BODY}")
    assert claims == Claims() and rest.endswith(BODY)


# what comes of it


def test_what_is_stated_stands_in_the_document_and_not_in_the_text():
    found = read(
        f"---\ntitle: Et andet navn\nsite: Strandby Kommune\ndate: 2024-03\nforfatter: Ditte Lyngholm\n---\n{BODY}"
    )
    assert found.document is not None
    names = ("title", "publisher", "published", "published_precision")
    assert [found.document[name] for name in names] == ["Et andet navn", "Strandby Kommune", date(2024, 3, 1), "month"]
    assert [author["name"] for author in found.authors] == ["Ditte Lyngholm"]
    assert found.clean_text.startswith("Strandby slipper stopuret")


@pytest.mark.parametrize(
    "line",
    ["title: Ring til rådet på 55 55 43 21", "site: ditte@strandby.example", "license: Spørg ditte@strandby.example"],
)
def test_contact_details_in_front_matter_are_masked(line: str):
    document = read(f"---\n{line}\n---\n{BODY}").document
    assert document is not None
    assert not any(word in str(document) for word in ("55 55 43 21", "ditte@"))


def test_half_a_character_in_front_matter_does_not_reach_the_tables():
    document = read(f'---\ntitle: "Nyt \\ud800 fra rådet"\n---\n{BODY}').document
    assert document is not None
    str(document["title"]).encode("utf-8")


def test_a_file_with_metadata_that_is_too_large_is_refused():
    with pytest.raises(UnreadableError, match="larger than 100 kB"):
        read_sidecar(b"# " + b"x" * 100_000)
