"""Dates: what each form names, what is no date, and properties that hold for any text."""

import time
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.danish.dates import DateMention, dates

MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()  # noqa: SIM905

SINGLE = [
    ("13.01.17", "day", "2017-01-13"),
    ("13.01.2017", "day", "2017-01-13"),
    ("1.2.2017", "day", "2017-02-01"),
    ("d. 3.1.17", "day", "2017-01-03"),
    ("25. okt. 2023", "day", "2023-10-25"),
    ("15. nov. 2018", "day", "2018-11-15"),
    ("torsdag den 31. oktober 2019", "day", "2019-10-31"),
    ("Søndag, d. 5. april 2020", "day", "2020-04-05"),
    ("d. 1. maj 2021", "day", "2021-05-01"),
    ("1. maj '18", "day", "2018-05-01"),
    ("31.oktober 2019", "day", "2019-10-31"),
    ("31 OKTOBER 2019", "day", "2019-10-31"),
    ("29. februar 2020", "day", "2020-02-29"),
    ("3/4 2022", "day", "2022-04-03"),
    ("3/4-2022", "day", "2022-04-03"),
    ("03-04-2022", "day", "2022-04-03"),
    ("3/4/22", "day", "2022-04-03"),
    ("01.01.69", "day", "2069-01-01"),
    ("01.01.70", "day", "1970-01-01"),
    ("2019-10-31", "day", "2019-10-31"),
    ("2019-10-31T08:00", "day", "2019-10-31"),
    ("2019-10-31T08:00:00.5+02:00", "day", "2019-10-31"),
    ("maj 2019", "month", "2019-05-01"),
    ("Sept. 2019", "month", "2019-09-01"),
    ("maj måned 2019", "month", "2019-05-01"),
    ("2. kvartal 2024", "quarter", "2024-04-01"),
    ("Fjerde kvartal i 2024", "quarter", "2024-10-01"),
    ("Q3 2024", "quarter", "2024-07-01"),
]

RANGES = [
    ("1.-3. juni 2020", "day", "2020-06-01", "2020-06-03"),
    ("den 3. til den 5. maj 2020", "day", "2020-05-03", "2020-05-05"),
    ("28. maj – 2. juni 2020", "day", "2020-05-28", "2020-06-02"),
    ("maj-juni 2020", "month", "2020-05-01", "2020-06-30"),
    ("januar til februar 2020", "month", "2020-01-01", "2020-02-29"),
    ("1.-2. kvartal 2024", "quarter", "2024-01-01", "2024-06-30"),
    ("2018-2020", "year", "2018-01-01", "2020-12-31"),
]

NO_DATES = [
    "",
    "man gør det nu",
    "4. maj",
    "den 4. maj kl. 10",
    "maj og juni",
    "24/7",
    "Tag 3/4 liter",
    "30. februar 2020",
    "31. juni 2020",
    "31.-2. juni 2020",
    "29. februar 2021",
    "32.01.2017",
    "01.13.2017",
    "2019-13-01",
    "0. maj 2020",
    "version 1.2.2017",
    "v. 13.01.17",
    "Motor 3.11.07",
    "lov nr. 10-06-2003",
    "tlf. 33 12 11 10",
    "33-12-11-10",
    "+45 10-10-20-20",
    "kl. 10.10.20",
    "10.10.20.10",
    "1.250.000",
    "12.10",
    "i 2020,5",
    "i 1990'erne",
    "i 1900-tallet",
    "i 2000 kr.",
    "sagsnr. 2018-2020",
    "2020-2018",
    "de 2019 svar",
    "5. kvartal 2024",
    "abc13.01.2017",
]


def named(text: str) -> list[tuple[str, str, str]]:
    return [(text[one.start : one.end], one.precision, one.value.isoformat()) for one in dates(text)]


@pytest.mark.parametrize(("form", "precision", "value"), SINGLE)
def test_form_is_read_wherever_it_stands(form: str, precision: str, value: str) -> None:
    for frame in (
        "{}",
        "Vi mødes {}.",
        "({})",
        "Mødet {}, siger hun",
        "{} kl. 08.00",
        "Holm, {}\n",
        "Det sker\n{}: ja",
    ):
        assert named(frame.format(form)) == [(form, precision, value)], frame


@pytest.mark.parametrize(("form", "precision", "first", "last"), RANGES)
def test_range_has_its_last_day(form: str, precision: str, first: str, last: str) -> None:
    text = f"Perioden fra {form} er lang."
    (found,) = dates(text)
    assert (text[found.start : found.end], found.precision) == (form, precision)
    assert (found.value, found.end_value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", NO_DATES)
def test_this_is_no_date(text: str) -> None:
    assert dates(text) == []


def test_year_is_read_after_a_word_of_time_only() -> None:
    found = named("I 2019 kom 2020 gæster siden 2015.")
    assert found == [("2019", "year", "2019-01-01"), ("2015", "year", "2015-01-01")]


def test_two_full_dates_are_two_mentions() -> None:
    assert [value for _, _, value in named("1. maj 2020-30. april 2021")] == ["2020-05-01", "2021-04-30"]
    assert [value for _, _, value in named("13.01.2017-15.01.2017")] == ["2017-01-13", "2017-01-15"]


def test_law_number_before_a_date_is_left_alone() -> None:
    assert named("lov nr. 453 af 10/06/2003") == [("10/06/2003", "day", "2003-06-10")]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.text(alphabet="abø ”(", max_size=5))
def test_every_day_is_read_in_every_full_form(day: date, before: str) -> None:
    month = MONTHS[day.month - 1]
    for form in (
        f"{day.day}. {month} {day.year}",
        f"{day.day}. {month if month == 'maj' else month[:3] + '.'} {day.year}",
        f"{day.day}/{day.month} {day.year}",
        f"{day:%d.%m.%Y}",
        f"{day:%d-%m-%Y}",
        day.isoformat(),
    ):
        start = len(before) + 1
        assert dates(f"{before} {form} ") == [DateMention(start, start + len(form), day, "day")]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 1)), st.integers(1, 27))
def test_range_within_a_month_runs_to_its_last_day(first: date, days: int) -> None:
    last = first + timedelta(days)
    found = dates(f"{first.day}.-{last.day}. {MONTHS[first.month - 1]} {first.year}")
    assert [(one.value, one.end_value) for one in found] == ([(first, last)] if first.month == last.month else [])


@given(st.text() | st.text(alphabet="0123459./- maj'TZ:", max_size=60))
def test_spans_are_in_order_and_within_the_text(text: str) -> None:
    found = dates(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(one.end_value is None or one.end_value > one.value for one in found)


@pytest.mark.parametrize("piece", [".", "1", "1.", "1. ", "2019-", "maj 2019 ", "1. maj ", "maj ", "01.01.", "'19 "])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    began = time.perf_counter()
    dates(text)
    assert time.perf_counter() - began < 30  # a quadratic search would take minutes
