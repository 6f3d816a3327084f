"""Quantities in Danish text: a table of phrases, then properties that must hold for any text."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejlemaerker.danish.numbers import write_cardinal
from pejlemaerker.danish.quantities import Quantity, quantities

COMPARATORS = {"=", "~", ">", ">=", "<", "<="}


def _cases() -> list[tuple[str, ...]]:
    lines = Path(__file__).with_name("quantities.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


CASES = _cases()
FOUND = [case for case in CASES if "{" in case[0]]
REFUSED = [case[0] for case in CASES if "{" not in case[0]]
PLAIN = [case[0].replace("{", "").replace("}", "") for case in CASES]


def _marked(phrase: str) -> list[str]:
    return [part.split("}")[0] for part in phrase.split("{")[1:]]


def _shifted(found: list[Quantity], by: int) -> list[tuple[object, ...]]:
    return [
        (q.start + by, q.end + by, q.number_start + by, q.number_end + by, q.value, q.value_high, q.unit, q.comparator)
        for q in found
    ]


def test_the_table_is_large_enough() -> None:
    assert len(CASES) >= 300
    assert len(REFUSED) >= 60
    assert len(set(PLAIN)) == len(PLAIN)


@pytest.mark.parametrize("case", FOUND, ids=lambda case: case[0])
def test_the_marked_quantities_are_found(case: tuple[str, ...]) -> None:
    phrase, value, high, unit, comparator = case
    text = phrase.replace("{", "").replace("}", "")
    found = quantities(text)
    assert [text[q.start : q.end] for q in found] == _marked(phrase)
    first = found[0]
    assert first.value == pytest.approx(float(value), abs=1e-9)
    assert first.value_high == (None if high == "-" else pytest.approx(float(high), abs=1e-9))
    assert (first.unit, first.comparator) == (unit, comparator)


@pytest.mark.parametrize("phrase", REFUSED)
def test_what_is_no_quantity_is_refused(phrase: str) -> None:
    assert [phrase[q.start : q.end] for q in quantities(phrase)] == []


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Der er 12 og femten.", ["digits", "words"]),
        ("En fjerdedel og halvdelen.", ["fraction", "fraction"]),
        ("To ud af tre, og hver femte.", ["ratio", "every_nth"]),
        ("64 af de 98 og 10-15.", ["part_of", "range"]),
        ("Fra 5 til knap 7 procent.", ["change_from", "change_to"]),
    ],
)
def test_the_form_names_the_rule(text: str, forms: list[str]) -> None:
    assert [q.form for q in quantities(text)] == forms


def test_a_change_is_two_quantities_that_share_a_unit() -> None:
    before, after = quantities("Andelen steg fra 5 til godt 7 procent.")
    assert (before.value, before.unit, before.comparator) == (5, "percent", "=")
    assert (after.value, after.unit, after.comparator) == (7, "percent", "~")


def test_the_number_span_lies_within_the_whole_span() -> None:
    text = "De bruger cirka 50 millioner kroner og mellem 5 og 7 mia. kr."
    spans = [text[q.number_start : q.number_end] for q in quantities(text)]
    assert spans == ["50", "5 og 7"]


def test_offsets_hold_where_lower_case_is_longer() -> None:
    text = "İİ betaler 40 procent."
    (found,) = quantities(text)
    assert text[found.start : found.end] == "40 procent"


def test_a_part_without_a_number_is_passed_over() -> None:
    text = "Målt i tusindedele, hundrededele og tusindedelene af et sekund er der 3 tusindedele."
    assert [text[q.start : q.end] for q in quantities(text)] == ["3 tusindedele"]


def test_a_line_break_ends_an_expression() -> None:
    text = "Vi er fem\nhundrede procent enige"
    assert [text[q.start : q.end] for q in quantities(text)] == ["fem", "hundrede procent"]


def _well_formed(text: str) -> None:
    position = 0
    for q in quantities(text):
        assert position <= q.start <= q.number_start < q.number_end <= q.end <= len(text)
        assert q.comparator in COMPARATORS
        assert q.value_high is None or q.value < q.value_high
        assert text[q.start : q.end].strip() == text[q.start : q.end]
        position = q.end


@given(st.text(max_size=300))
def test_any_text_gives_spans_in_order(text: str) -> None:
    _well_formed(text)


PIECES = sorted({word for phrase in PLAIN for word in phrase.split()} | set("()-–,.:%€+½/§'’"))


@settings(max_examples=400)
@given(st.lists(st.sampled_from([*PIECES, "\n"]), max_size=25), st.sampled_from(["", " "]))
def test_any_mixture_of_the_grammar_gives_spans_in_order(pieces: list[str], glue: str) -> None:
    _well_formed(glue.join(pieces))


@given(st.sampled_from(PLAIN), st.text(max_size=80), st.text(max_size=80))
def test_other_lines_do_not_change_what_is_found(phrase: str, before: str, after: str) -> None:
    lead = before + "\n"
    whole = quantities(f"{lead}{phrase}\n{after}")
    inside = [q for q in whole if len(lead) <= q.start < len(lead) + len(phrase)]
    assert _shifted(inside, 0) == _shifted(quantities(phrase), len(lead))


@given(st.sampled_from([case[0].replace("{", "").replace("}", "") for case in FOUND]), st.integers(2, 9))
def test_sentences_around_do_not_change_what_is_found(phrase: str, times: int) -> None:
    lead = "Sådan står det i avisen om skolernes hverdag. " * times
    end = "" if phrase.endswith(".") else "."
    whole = quantities(f"{lead}{phrase}{end} Det er der enighed om blandt lederne.")
    assert _shifted(whole, 0) == _shifted(quantities(phrase + end), len(lead))


@given(st.integers(2, 999_999_999))
def test_every_cardinal_in_a_sentence_is_one_quantity(value: int) -> None:
    words = write_cardinal(value)
    text = f"De sender {words} breve om ugen."
    assert [(text[q.start : q.end], q.value) for q in quantities(text)] == [(words, float(value))]


@given(st.integers(2101, 999_999_999), st.sampled_from(["kr.", "procent", "ton", "timer"]))
def test_grouped_figures_are_read_whole(value: int, unit: str) -> None:
    text = f"Det er {f'{value:,}'.replace(',', '.')} {unit} i alt"
    assert [q.value for q in quantities(text)] == [float(value)]


HOSTILE = {
    "digits": "1" * 1_000_000,
    "hundrede": "hundrede" * 125_000,
    "hundrede apart": "hundrede " * 20_000,
    "groups": "1" + " 222" * 20_000,
    "dots": "1" + ".222" * 200_000,
    "dashes": "1-" * 400_000,
    "and": "to og " * 20_000,
    "til": "1 til " * 20_000,
    "mellem": "mellem 1 " * 20_000,
    "komma": "fem komma " * 20_000,
    "komma glued": "femkomma" * 100_000,
    "tens apart": "fem og tyve " * 20_000,
    "et par": "et par " * 40_000,
    "halves": "en og en halv " * 20_000,
    "tusind": "tusind" * 100_000,
    "parts": "tusindedele " * 20_000,
    "brackets": "(" * 100_000 + "1) " * 20_000,
    "spaces": " " * 1_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_linear_time(name: str) -> None:
    text = HOSTILE[name]
    start = time.process_time()
    quantities(text)
    assert time.process_time() - start < 10
