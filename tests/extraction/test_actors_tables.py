"""The tables of actors: people, organisations, aliases and positions, from made-up rows."""

from actor_rows import Doc, Who, day, found

from schemas import TABLES
from schemas.validation import validate

TOVE = "Tove Vestbirk"


def positions(*documents: Doc) -> list[tuple]:
    """Organisation, role, number of documents, first and last date, by role."""
    rows = found(*documents).tables["positions"].sort("role", "organisation_id", nulls_last=True)
    return rows.select("organisation_id", "role", "n_documents", "first_seen", "last_seen").rows()


def said(name: str, number: int, *people: Who, **more) -> Doc:
    return Doc(name, people, published=day(number), **more)


def test_a_position_has_the_documents_and_dates_that_say_so():
    borgmester = Who(TOVE, "borgmester", "Struer Kommune")
    documents = [said("a", 3, borgmester), said("b", 1, borgmester), said("c", 2, Who(TOVE))]
    assert positions(*documents) == [("m0671", "borgmester", 2, day(1), day(3))]


def test_forms_of_one_role_and_one_organisation_are_one_position():
    documents = [
        said("a", 1, Who(TOVE, "Formand", "KL")),
        said("b", 2, Who(TOVE, "formand", "Kommunernes Landsforening")),
    ]
    assert positions(*documents) == [("kl", "formand", 2, day(1), day(2))]


def test_a_byline_counts_as_the_words_of_the_text_do():
    written = Doc("a", authors=(Who(TOVE, "rektor", "Aarhus Universitet"),), published=day(1))
    assert positions(written, said("b", 2, Who(TOVE, "rektor", "Aarhus Universitet"))) == [
        ("aarhus-universitet", "rektor", 2, day(1), day(2))
    ]


def test_a_party_is_a_position_without_role():
    assert positions(said("a", 1, Who(TOVE, "borgmester", "Struer Kommune", "S"))) == [
        ("m0671", "borgmester", 1, day(1), day(1)),
        ("socialdemokratiet", None, 1, day(1), day(1)),
    ]


def test_a_party_that_is_not_known_is_no_organisation():
    tables = found(said("a", 1, Who(TOVE, party="XQ"))).tables
    assert tables["positions"].is_empty() and tables["organisations"].is_empty()
    assert tables["affiliations"]["party_id"].to_list() == [None]


def test_a_role_that_the_same_document_gives_in_full_is_not_counted_alone():
    both = said("a", 1, Who(TOVE, "borgmester"), Who(TOVE, "borgmester", "Struer Kommune"))
    assert positions(both) == [("m0671", "borgmester", 1, day(1), day(1))]
    assert positions(both, said("b", 2, Who(TOVE, "borgmester")))[1] == (None, "borgmester", 1, day(2), day(2))


def test_a_document_that_repeats_another_is_not_counted():
    rektor = Who(TOVE, "rektor", "Aarhus Universitet")
    assert positions(said("a", 1, rektor), said("b", 5, rektor, duplicate_of="a"))[0][2:] == (1, day(1), day(5))


def test_documents_without_date_say_who_but_not_when():
    assert positions(Doc("a", (Who(TOVE, "rektor"),), published=None)) == [(None, "rektor", 1, None, None)]


def test_nobody_holds_a_position_where_nobody_knows_who_it_is():
    people = [Who("Jens Hansen", "rektor", name) for name in ("KL", "DR")] + [Who("Jens Hansen", "lærer")]
    documents = [said(str(i), i, who) for i, who in enumerate(people)]
    assert [row[1] for row in positions(*documents)] == ["rektor", "rektor"]


def test_people_have_the_name_most_often_written():
    names = ["Tove Pia Vestbirk", "Tove P. Vestbirk", "Tove P. Vestbirk"]
    tables = found(*(said(str(i), i, Who(name, "rektor", "KL")) for i, name in enumerate(names))).tables
    assert tables["people"]["name"].to_list() == ["Tove P. Vestbirk"]


def test_organisations_that_are_not_registered_have_the_name_in_most_documents():
    names = ["Ræveby Lederforeningen", "Ræveby Lederforening", "Ræveby Lederforening"]
    result = found(*(Doc(str(i), organisations=(name,)) for i, name in enumerate(names)))
    assert result.tables["organisations"].select("name", "kind").rows() == [("Ræveby Lederforening", "association")]
    assert result.alias("Ræveby Lederforeningen") == ("variant", None)


def test_every_table_keeps_its_schema():
    tables = found(
        said("a", 1, Who(TOVE, "borgmester", "Struer Kommune", "S"), Who("Bo Rask")),
        Doc("b", (Who("Tove Vestbrik", "borgmester", "Struer Komune", "S"),), ("Struer Komune", "FX", "KL"), None),
    ).tables
    for name in ("people", "organisations", "aliases", "positions"):
        assert validate(TABLES[name], tables[name]).height
