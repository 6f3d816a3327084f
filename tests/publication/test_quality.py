"""The table `quality`: shares of a release, and how well the rules that made it read; and that these figures are not out of date."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from pejlemaerker.evaluation.figures import SETS, Figure, figures
from pejlemaerker.evaluation.report import report
from pejlemaerker.evaluation.running import run
from pejlemaerker.evaluation.sets import own_sets, paired
from pejlemaerker.publication import measured
from pejlemaerker.publication.dataset import Dataset
from pejlemaerker.publication.measured import Measured, gold_sha256, read_measured, write_measured
from pejlemaerker.publication.quality import quality
from pejlemaerker.publication.rules import article_libraries, article_rules_version, reading_version
from schemas import QUALITY
from schemas.validation import validate

Tables = dict[str, pl.DataFrame]
Sample = Callable[..., tuple[Tables, pl.DataFrame]]
ROOT = Path(__file__).resolve().parents[2]
STALE = "The rules, the gold or the way they are compared have changed: run `pejl evaluate --write` and commit measured.json."
FIGURE = Figure("set_aside", "quotes.direct.recall", 0.5, 0.25, 0.75, 12)


def noted() -> Measured:
    found = read_measured()
    assert found is not None
    return found


def of(found: pl.DataFrame, measured_on: str, measure: str) -> dict:
    (row,) = validate(QUALITY, found).filter(measured_on=measured_on, measure=measure).to_dicts()
    return row


# shares of the release


def test_shares_have_their_interval_and_the_number_they_stand_on(tables: Tables):
    tables["quotes"] = tables["quotes"].with_columns(speaker=pl.Series(["Ane", None, None, None]))
    found = quality(Dataset.of(tables))
    row = of(found, "release", "quotes.with_speaker")
    assert (row["value"], row["n"]) == (0.25, 4) and 0 < row["low"] < 0.25 < row["high"] < 1
    assert of(found, "release", "quotes.direct.with_speaker")["n"] == 2
    assert of(found, "release", "files.read")["value"] == 0.6667


def test_where_there_are_no_rows_a_share_is_null_and_not_nought(sample: Sample):
    empty = {name: frame.clear() for name, frame in sample("Ane")[0].items()}
    row = of(quality(Dataset.of(empty)), "release", "quotes.with_speaker")
    assert (row["value"], row["low"], row["high"], row["n"]) == (None, None, None, 0)


# figures on gold


def written(**said) -> Measured:
    own = Measured(article_rules_version(), "", article_libraries(), (FIGURE,))
    return replace(own, **said)


def test_figures_of_these_rules_are_published_with_what_they_are_worth(tables: Tables):
    row = of(quality(Dataset.of(tables), written()), "set_aside", "quotes.direct.recall")
    assert (row["value"], row["low"], row["high"], row["n"]) == (0.5, 0.25, 0.75, 12)
    assert "share that was found" in row["description"] and "nobody looked at" in row["description"]
    assert "librar" not in row["description"]


def test_figures_of_other_rules_are_null_with_the_reason(tables: Tables):
    row = of(quality(Dataset.of(tables), written(rules="0" * 16)), "set_aside", "quotes.direct.recall")
    assert (row["value"], row["low"], row["high"], row["n"]) == (None, None, None, 0)
    assert row["description"].startswith("Not measured: the rules have changed since.")


def test_figures_measured_with_other_libraries_say_so(tables: Tables):
    libraries = article_libraries() | {"lxml": "1.0"}
    row = of(quality(Dataset.of(tables), written(libraries=libraries)), "set_aside", "quotes.direct.recall")
    assert row["value"] == 0.5 and "other versions of libraries than made this release: lxml 1.0." in row["description"]


def test_what_is_written_is_read_again(tmp_path: Path):
    assert read_measured(tmp_path / "none.json") is None
    (chosen,) = [item for item in own_sets(ROOT) if item.name == "articles"]
    first = replace(paired(chosen), documents=paired(chosen).documents[:2])
    reports = [report(first.name, documents) for documents in run([first], lambda done, whole: None)]
    write_measured(tmp_path / "measured.json", [chosen], reports)
    found = read_measured(tmp_path / "measured.json")
    assert found is not None and found.holds and not found.other_libraries
    assert found.figures == tuple(figures(reports[0])) and found.gold == gold_sha256([chosen])


def test_gold_that_changes_changes_its_hash_and_other_articles_do_not(tmp_path: Path):
    (chosen,) = [item for item in own_sets(ROOT) if item.name == "articles"]
    copied = replace(chosen, articles=tmp_path / "articles", gold=tmp_path / "gold")
    for folder in (copied.articles, copied.gold):
        folder.mkdir()
    (copied.articles / "a.txt").write_text("Ord")
    (copied.gold / "a.json").write_text("{}")
    before = gold_sha256([copied])
    (copied.articles / "b.txt").write_text("En artikel, som nogen har lagt her")
    assert gold_sha256([copied]) == before
    (copied.articles / "a.txt").write_text("Andre ord")
    assert gold_sha256([copied]) != before


# what is noted in the program


def test_the_noted_figures_are_of_these_rules_and_this_gold():
    assert noted().holds and noted().gold == gold_sha256(own_sets(ROOT)), STALE


@pytest.mark.skipif(bool(noted().other_libraries), reason="measured with other libraries than are installed here")
def test_the_noted_figures_are_what_is_measured():
    """One set stands for all of them: that nobody wrote a better figure by hand."""
    (chosen,) = [paired(item) for item in own_sets(ROOT) if item.name == "articles"]
    (documents,) = run([chosen], lambda done, whole: None)
    here = [figure for figure in noted().figures if figure.measured_on == chosen.name]
    assert here == list(figures(report(chosen.name, documents))), STALE


def test_each_set_says_what_its_figures_are_worth_and_no_figure_stands_twice():
    assert {item.name for item in own_sets(ROOT)} == set(SETS) == {figure.measured_on for figure in noted().figures}
    names = [(figure.measured_on, figure.measure) for figure in noted().figures]
    assert len(names) == len(set(names))


# versions of the rules


def test_a_rule_counts_in_both_versions_and_a_library_only_in_that_of_the_release(monkeypatch: pytest.MonkeyPatch):
    before = reading_version(), article_rules_version()
    monkeypatch.setattr("pejlemaerker.stages.library_versions", lambda *names: "another")
    assert reading_version() != before[0] and article_rules_version() == before[1]
    monkeypatch.setattr("pejlemaerker.publication.rules.code_version", lambda *names: "another")
    assert article_rules_version() != before[1]


def test_the_rules_of_actors_count_in_the_version_of_a_release_only(monkeypatch: pytest.MonkeyPatch):
    before, code_version = (reading_version(), article_rules_version()), measured.code_version
    actors = "pejlemaerker.extraction.actors"
    monkeypatch.setattr(
        "pejlemaerker.publication.rules.code_version",
        lambda *names: "another" if names == (actors,) else code_version(*names),
    )
    assert reading_version() != before[0] and article_rules_version() == before[1]
