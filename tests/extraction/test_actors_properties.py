"""What holds for actors across any documents: their order does not matter, and what has nothing to do with them changes nothing."""

import pytest
from actor_rows import Doc, Who, day, doc_id, tables
from hypothesis import given, settings
from hypothesis import strategies as st
from test_extraction_time import limit

from pejlemaerker.extraction.actors import resolve
from schemas import TABLES
from schemas.validation import validate

NAMES = [
    "Jens Hansen",
    "jens  hansen",
    "Jens P. Hansen",
    "Jens Peter Hansen",
    "Jens Ole Hansen",
    "Jens Hansne",
    "Jens",
    "Tove Vestbirk",
    "Tove Vestbrik",
    "Tove Pia Vestbirk",
]
ROLES = [None, "direktør", "Direktør", "finansminister", "sundhedsordfører", "finansordfører"]
ORGANISATIONS = [
    "KL",
    "Kommunernes Landsforening",
    "Kommunernes Landforening",
    "Randers Kommune",
    "Radners Kommune",
    "Ræveby Lederforening",
    "Ræveby Lederforeningen",
    "Ræveby Lederforenig",
    "Plejehjemmet Birkelund",
    "Plejehjemmet Birklund",
    "Foreningen Rævebys Frie Ledere",
    "FRFL",
]
PARTIES = [None, None, "S", "V"]
EXPLAINED = "Foreningen Rævebys Frie Ledere (FRFL) "

_who = st.builds(
    Who,
    st.sampled_from(NAMES),
    st.sampled_from(ROLES),
    st.sampled_from([None, *ORGANISATIONS]),
    st.sampled_from(PARTIES),
)
_parts = st.tuples(
    st.lists(_who, max_size=3),
    st.lists(st.sampled_from(ORGANISATIONS), max_size=3, unique=True),
    st.one_of(st.none(), st.integers(0, 30).map(day)),
    st.booleans(),
)
_corpora = st.lists(_parts, min_size=1, max_size=8).map(
    lambda many: [_doc(f"nummer {i}", *parts) for i, parts in enumerate(many)]
)
# People, organisations and parties that no document above knows.
OTHERS = Doc(
    "et andet",
    (Who("Ditte Holm-Rask", "lektor", "Aalborg Universitet", "SF"), Who("Bo Mortensen", "smed", "Sundby Smedje")),
    ("Sundby Smedje", "Region Nordjylland"),
)


def _doc(name: str, people: list[Who], organisations: list[str], published, explains: bool) -> Doc:
    words = [*(who.name for who in people), *organisations]
    return Doc(name, tuple(people), tuple(organisations), published, (EXPLAINED * explains) + ". ".join(words) + ".")


@given(_corpora, st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_the_order_of_documents_does_not_matter(documents, random):
    turned = list(documents)
    random.shuffle(turned)
    one, other = resolve(tables(documents)), resolve(tables(turned))
    assert all(frame.equals(other[name]) for name, frame in one.items())


@given(_corpora, st.one_of(st.none(), st.integers(-9, 40).map(day)))
@settings(max_examples=80, deadline=None)
def test_a_document_about_others_changes_no_identifier(documents, published):
    more = Doc(OTHERS.name, OTHERS.people, OTHERS.organisations, published)
    before, after = resolve(tables(documents)), resolve(tables([*documents, more]))
    for name in ("mentions", "affiliations", "authors"):
        assert after[name].filter(document_id=doc_id(more.name)).height or name == "authors"
        kept = after[name].join(before["documents"].select("document_id"), on="document_id", how="semi")
        assert TABLES[name].sort(kept).equals(before[name]), name
    for name in ("positions", "aliases"):
        actor = TABLES[name].key[0]
        assert before[name].join(after[name], on=after[name].columns, how="anti", nulls_equal=True).is_empty(), actor


@given(_corpora)
@settings(max_examples=40, deadline=None)
def test_every_row_keeps_its_schema_and_points_to_an_actor(documents):
    found = resolve(tables(documents))
    people, organisations = set(found["people"]["person_id"]), set(found["organisations"]["organisation_id"])
    for name in ("people", "organisations", "aliases", "positions"):
        validate(TABLES[name], found[name])
    assert set(found["mentions"]["actor_id"].drop_nulls()) == (people | organisations) & set(
        found["mentions"]["actor_id"]
    )
    assert set(found["aliases"]["actor_id"]) <= people | organisations
    assert set(found["positions"]["person_id"]) <= people
    assert set(found["positions"]["organisation_id"].drop_nulls()) <= organisations


@given(_corpora)
@settings(max_examples=40, deadline=None)
def test_a_later_document_renames_nobody_who_is_told(documents):
    """A document after all others, of a new person by a common name, leaves those as they are of whom something is said."""
    later = Doc("et senere", (Who("Jens Hansen", "pedel", "Sundby Smedje"),), published=None)
    last = [Doc(d.name, d.people, d.organisations, d.published or day(0), d.text) for d in documents]
    before, after = resolve(tables(last)), resolve(tables([*last, later]))
    told = before["affiliations"].filter(~before["affiliations"]["organisation_id"].is_null())
    again = after["affiliations"].filter(
        after["affiliations"]["affiliation_id"].is_in(told["affiliation_id"].to_list())
    )
    assert told["person_id"].to_list() == again["person_id"].to_list()


@pytest.mark.parametrize("size", [2_000])
def test_thousands_of_documents_take_seconds(size):
    documents = [
        Doc(
            f"{i}",
            (
                Who(
                    f"{('Jens', 'Tove', 'Bo')[i % 3]} {('Hansen', 'Jensen', 'Rask')[i % 7 % 3]}",
                    "leder",
                    f"Sted{_word(i // 3)} Skole",
                ),
                Who(f"Tove {_word(i)}", "rektor", f"Plejehjemmet {_word(i // 2)}lund"),
            ),
            (f"{_word(i)}by Skole", f"Foreningen {_word(i)}"),
            day(i % 300),
        )
        for i in range(size)
    ]
    made = tables(documents)
    with limit(20):
        found = resolve(made)
    assert found["organisations"].height > size


def _word(number: int) -> str:
    """A made-up name for each number."""
    parts = ["kra", "lim", "bas", "tor", "vin", "hol", "dra", "sel", "nor", "fyl"]
    return "".join(parts[int(digit)] for digit in str(number)).capitalize()
