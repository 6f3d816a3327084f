"""Claims about an article: which of two is believed, and that the store gives back what it was given."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejlemaerker.corpus.byline import Author
from pejlemaerker.corpus.claims import Claims

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
maybe = st.none() | words
dated = st.tuples(st.dates(), st.sampled_from(["day", "month", "quarter", "year"])) | st.just((None, None))
authors = st.lists(st.builds(Author, words, maybe, maybe), max_size=3).map(tuple)


@st.composite
def claims(draw) -> Claims:
    published, precision = draw(dated)
    return Claims(draw(maybe), draw(maybe), draw(maybe), published, precision, draw(maybe), draw(authors))


def test_what_is_claimed_counts_before_what_another_claims():
    mine = Claims(title="Mit", published=date(2024, 1, 1), published_precision="year")
    other = Claims(
        "Dit", "https://a.example/b", "Strandby", date(2020, 5, 4), "day", "CC0", (Author("Asger Dal", None, None),)
    )
    assert mine.over(other) == Claims(
        "Mit", "https://a.example/b", "Strandby", date(2024, 1, 1), "year", "CC0", other.authors
    )
    assert other.over(mine) == other


def test_a_date_takes_its_own_precision_with_it():
    unsaid = Claims(published=date(2024, 3, 12))
    assert unsaid.over(Claims(published=date(2020, 1, 1), published_precision="year")).published_precision is None


def test_authors_are_not_put_together_from_two_sources():
    first, second = (
        Claims(authors=(Author("Ditte Lyngholm", None, None),)),
        Claims(authors=(Author("Asger Dal", None, None),)),
    )
    assert first.over(second).authors == first.authors


@settings(deadline=None)
@given(claims())
def test_nothing_over_claims_and_claims_over_nothing_are_the_claims(one: Claims):
    assert one.over(Claims()) == one == Claims().over(one) == one.over(one)


@settings(deadline=None)
@given(claims(), claims(), claims())
def test_the_order_in_which_claims_are_put_over_one_another_does_not_matter(a: Claims, b: Claims, c: Claims):
    assert a.over(b).over(c) == a.over(b.over(c))


@settings(deadline=None)
@given(claims())
def test_the_store_gives_back_what_it_was_given(one: Claims):
    assert Claims.from_json(one.to_json()) == one


@settings(deadline=None)
@given(claims())
def test_the_same_claims_are_filed_as_the_same_characters(one: Claims):
    assert one.to_json() == Claims.from_json(one.to_json()).to_json()
    assert list(json.loads(one.to_json())) == sorted(json.loads(one.to_json()))


@pytest.mark.parametrize("day", [date.min, date(1, 1, 1), date(2024, 2, 29), date.max])
def test_any_date_survives_the_store(day: date):
    one = Claims(published=day, published_precision="day")
    assert Claims.from_json(one.to_json()) == one


def test_danish_letters_are_filed_as_they_are():
    assert "Rødby" in Claims(publisher="Rødby").to_json()
