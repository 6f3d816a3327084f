"""Verbs that report speech, and lines that hold a clause with one."""

import re

import pytest

from pejlemaerker.danish.reporting import AFTER_QUOTE, DIRECT_VERB, VERBS, has_reporting_clause


@pytest.mark.parametrize(
    "text",
    [
        "Det går godt, siger Karen Bøgelund.",
        "”Det går godt,” siger hun.",
        "»Det går godt«, sagde direktøren.",
        "”Går det?” spørger hun.",
        "”Det går!” udbrød (næsten) alle.",
        '"Ja,"siger hun',
        "– Ja, svarer han.",
        "”Det er svært,” tilføjer direktøren.",
        "”Det er svært,” peger direktøren på.",
        "”Ja”, lyder det fra hende.",
        "Det går godt, mente hun.",
        "Det går godt … fortsætter han.",
        "’Det går’ – siger hun.",
    ],
)
def test_a_reporting_clause_behind_words_is_seen(text: str) -> None:
    assert has_reporting_clause(text)


@pytest.mark.parametrize(
    "text",
    [
        "Det siger hun.",
        "Han siger, at det går.",
        "Det går godt, og hun siger ja.",
        "Vi peger på det.",
        "Det er godt.",
        "Kommunen tænker stort, men handler småt.",
        "Han er glad, sagens kerne er klar.",
        "Lyt, spørgsmål er gode.",
        "siger",
        "”Siger.”",
        "",
    ],
)
def test_other_words_are_none(text: str) -> None:
    assert not has_reporting_clause(text)


@pytest.mark.parametrize(
    "form", ["siger", "sagde", "mener", "fortæller", "understreger", "spørger", "tilføjer", "peger på"]
)
def test_usual_verbs_are_known(form: str) -> None:
    assert form in VERBS


def test_a_verb_has_its_particle_apart() -> None:
    assert VERBS["siger"].particle == ""
    assert all(verb.form.endswith(verb.particle) for verb in VERBS.values())


def test_every_direct_verb_reports_behind_a_quote() -> None:
    direct = [verb.form for verb in VERBS.values() if "direct" in verb.flags and verb.tense != "participle"]
    assert len(direct) >= 50
    assert [form for form in direct if not AFTER_QUOTE.search(f"”Det går godt,” {form} hun i dag.")] == []


def test_a_verb_inside_another_word_is_none() -> None:
    verb = re.compile(DIRECT_VERB)
    assert verb.match("siger") and not verb.match("sigeren") and not verb.match("fortælleren")
