"""Which texts count as the same, and which row stands for which gold record."""

from hypothesis import given
from hypothesis import strategies as st
from made_gold import kpi, quote, quote_row, row

from pejlemaerker.evaluation.pairing import pair
from pejlemaerker.evaluation.places import Places
from pejlemaerker.evaluation.words import contains, overlap, same_name, same_words

WORDS = st.lists(st.sampled_from(["vi", "skal", "lytte", "mere", "nu", "4,5"]), min_size=1, max_size=6).map(" ".join)


def test_case_and_punctuation_do_not_count_but_every_word_does():
    assert overlap("Vi skal lytte, nu!", "vi skal lytte nu") == 1.0
    assert overlap("vi skal lytte", "vi skal") == 0.8
    assert overlap("vi skal", "") == 0.0
    assert overlap("4,5 procent", "4 5 procent") < 1.0


def test_names_agree_word_for_word_and_descriptions_may_be_longer():
    assert same_name("Ditte Lyngholm", "ditte lyngholm") and not same_name("Ditte Lyngholm", "Lyngholm")
    assert same_words("formand", "formand for lånerne") and not same_words("formand", "direktør")
    assert same_name(None, None) and not same_name(None, "Ditte") and not same_words("formand", None)


@given(WORDS, WORDS)
def test_overlap_is_a_share_and_the_same_text_overlaps_wholly(a: str, b: str):
    assert 0.0 <= overlap(a, b) <= 1.0
    assert overlap(a, a) == 1.0 and contains(a, f"{a} {b}")


def test_the_most_alike_are_paired_first():
    gold = [quote("vi skal lytte nu mere"), quote("vi skal lytte nu")]
    rows = [quote_row("vi skal lytte nu"), quote_row("noget helt andet")]
    assert pair("quotes", gold, rows) == {1: 0}


def test_figures_must_have_the_value_and_may_round_it():
    gold = [kpi("to ud af tre ledere", 66.7)]
    assert pair("kpis", gold, [row("kpis", kpi("to ud af tre", 66.67))]) == {0: 0}
    assert pair("kpis", gold, [row("kpis", kpi("to ud af tre ledere", 67.9))]) == {}


@given(st.lists(WORDS, max_size=6), st.lists(WORDS, max_size=6))
def test_pairs_are_one_to_one_and_alike_enough(gold: list[str], rows: list[str]):
    paired = pair("recommendations", [{"text": text} for text in gold], [{"text": text} for text in rows])
    assert len(set(paired.values())) == len(paired)
    assert all(overlap(gold[i], rows[j]) >= 0.6 for i, j in paired.items())
    assert pair("recommendations", [{"text": text} for text in gold], [{"text": text} for text in gold]).keys() == set(
        range(len(gold))
    )


def test_places_are_those_of_the_words_as_they_stand():
    text = "Nu. »Vi skal\nlytte« – ja, vi skal lytte!"
    first, second = Places(text).of("vi skal lytte")
    assert (text[slice(*first)], text[slice(*second)]) == ("Vi skal\nlytte", "vi skal lytte")
    assert Places(text).in_order(["vi skal lytte", "VI SKAL LYTTE", "skal vi"]) == [first, second, None]
    assert Places(text).of("skal ly") == [] and Places(text).of("–") == []
