"""The confidence of rows: it is what was counted, and it keeps its word on articles that were not counted."""

from pathlib import Path

import pytest
import rule_counts

from pejlemaerker.danish.lexicon import rows
from pejlemaerker.evaluation.reliability import outcomes, reliability
from pejlemaerker.evaluation.running import run
from pejlemaerker.evaluation.sets import own_sets, paired
from pejlemaerker.extraction.counted import confidence

MOST_ERROR = 0.12


def test_the_counts_are_those_of_the_annotated_articles():
    written = {(table, rule, way): (int(n), int(right)) for table, rule, way, n, right in rows("row_rules")}
    found = rule_counts.counts()
    for pair in written.keys() | found.keys():
        (n, right), (now, now_right) = written.get(pair, (0, 0)), found.get(pair, (0, 0))
        near = abs((right + 1) / (n + 2) - (now_right + 1) / (now + 2)) <= 0.1
        assert near, f"{pair}: run python tests/{Path(rule_counts.__file__).name}"


def test_a_pair_that_was_never_seen_leans_on_its_rule_and_its_way():
    low, high = sorted([confidence("quotes", "quote.dash", None), confidence("quotes", "quote.dash", "pronoun")])
    assert 0 < confidence("quotes", "unheard.of", "unheard_of") < 1
    assert 0 < confidence("unheard_of", "unheard.of", None) < 1
    assert 0 < low < high < 1


@pytest.mark.parametrize("table", ["quotes", "recommendations", "kpis"])
def test_confidence_keeps_its_word_on_articles_that_were_not_counted(table):
    (chosen,) = [item for item in own_sets(rule_counts.ROOT) if item.name == "set_aside"]
    (documents,) = run([paired(chosen)], lambda done, of: None)
    (found,) = [item for item in reliability(outcomes(documents)) if item.table == table]
    assert found.rows > 100 and found.error is not None and found.error <= MOST_ERROR
