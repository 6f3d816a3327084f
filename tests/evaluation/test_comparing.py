"""One document beside its gold: hits, misses, false rows, wrong fields, what is left open, and where it all stands."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_gold import ARTICLE, SPOKEN, gold, kpi, quote, quote_row, reading, recommendation, row

from pejlemaerker.evaluation.comparing import Compared, compare
from pejlemaerker.evaluation.gold import GoldError
from pejlemaerker.evaluation.measures import Measure, attributions, measures, metadata
from pejlemaerker.evaluation.report import findings, report
from pejlemaerker.reading import read

ADVICE = "Kommunen bør åbne alle filialer lige så tidligt, mener hun."


def verdicts(compared: Compared) -> list[tuple[str, str]]:
    return [(item.table, item.verdict) for item in compared.items]


def whole(documents: list[Compared], table: str, **part: Any) -> Measure:
    wanted = (table, part.get("kind"), part.get("document_kind"))
    (found,) = [m for m in measures(documents) if (m.table, m.kind, m.document_kind) == wanted]
    return found


def test_a_hit_a_miss_and_a_false_row():
    asked = gold(quotes=[quote(), quote("Sundby Kommune åbner biblioteket", kind="indirect")])
    compared = compare("a.txt", asked, reading(quotes=[quote_row(), quote_row("Af Ditte Lyngholm", kind="unmarked")]))
    assert verdicts(compared) == [("quotes", "hit"), ("quotes", "missed"), ("quotes", "false")]
    quotes = whole([compared], "quotes")
    assert (quotes.precision.value, quotes.recall.value, quotes.f1.value) == (0.5, 0.5, 0.5)
    assert whole([compared], "quotes", kind="direct").f1.value == 1.0
    assert whole([compared], "quotes", kind="unmarked").precision.value == 0.0
    assert whole([compared], "quotes", kind="indirect").recall.value == 0.0
    assert whole([compared], "quotes", document_kind="news").hit == 1
    assert not [m for m in measures([compared]) if m.document_kind == "blog"]


def test_optional_records_are_neither_required_nor_wrong():
    asked = gold(quotes=[quote(optional=True)])
    assert verdicts(compare("a.txt", asked, reading())) == []
    for found in (quote_row(speaker=None), quote_row("Vi vil gerne kunne læse avisen")):
        compared = compare("a.txt", asked, reading(quotes=[found]))
        assert verdicts(compared) == [("quotes", "open")] and not findings([compared])
        assert whole([compared], "quotes").precision.value is None


def test_fields_are_compared_as_a_careful_reader_would():
    affiliations = [{"role": "formand", "organisation": "lånerne"}, {"role": "lærer", "organisation": None}]
    asked = gold(quotes=[quote(affiliations=affiliations)])
    found = quote_row(speaker="Lyngholm", speaker_role="formand for lånerne", speaker_organisation=None)
    fields = whole([compare("a.txt", asked, reading(quotes=[found]))], "quotes").fields
    assert {name: part.right for name, part in fields.items()} == {
        "kind": 1,
        "speaker": 0,
        "role": 1,
        "organisation": 0,
    }


def test_what_the_annotator_could_not_tell_is_not_scored():
    record = recommendation(ADVICE, issuer="?", addressee="?", strength="?")
    found = row("recommendations", record, issuer="Ditte", addressee=None, strength="must")
    compared = compare("a.txt", gold(quotes=[], recommendations=[record]), reading(recommendations=[found]))
    assert set(whole([compared], "recommendations").fields) == {"kind"}


def test_each_finding_has_its_place():
    start = ARTICLE.index(SPOKEN)
    asked = gold(quotes=[quote()], recommendations=[recommendation(ADVICE)])
    found = reading(
        document={"kind": "blog"},
        quotes=[quote_row(speaker=None, attribution=None, start=start)],
        kpis=[row("kpis", kpi("syv", 7))],
    )
    listed = findings([compare("sæt/a.txt", asked, found)])
    assert [(item.what, item.table, item.field) for item in listed] == [
        ("wrong", "documents", "kind"),
        ("wrong", "quotes", "speaker"),
        ("miss", "recommendations", None),
        ("false", "kpis", None),
    ]
    assert (listed[0].gold, listed[0].got, listed[0].char_start) == ("news", "blog", None)
    assert (listed[1].gold, listed[1].got, listed[1].char_start) == ("Ditte Lyngholm", None, start)
    missed = listed[2]
    assert ARTICLE[missed.char_start : missed.char_end] == ADVICE.rstrip(".") and missed.article == "sæt/a.txt"
    assert (listed[3].rule, listed[3].got) == ("made.up", "syv")


def test_rows_out_of_noise_are_counted_unless_gold_wants_the_words():
    line = "Sundby Kommune åbner biblioteket klokken syv fra næste uge."
    found = reading(kpis=[row("kpis", kpi("klokken syv fra næste uge", 7))])
    assert report("sæt", [compare("a.txt", gold(noise=[line]), found)]).noise == 1
    wanted = gold(noise=[line], kpis=[kpi("syv", 7)])
    assert report("sæt", [compare("a.txt", wanted, found)]).noise == 0
    assert report("sæt", [compare("a.txt", gold(noise=["klokken syv"]), found)]).noise == 0


def test_metadata_are_right_or_wrong():
    compared = compare("a.txt", gold(), reading(document={"title": "Noget andet", "authors": ["Ditte Lyngholm"]}))
    whole_set, news = metadata([compared])
    assert {name: part.right for name, part in whole_set.fields.items()} == {
        "title": 0,
        "published": 1,
        "kind": 1,
        "authors": 0,
    }
    assert (news.document_kind, news.documents) == ("news", 1)


def test_speakers_are_told_apart_by_how_they_were_found():
    asked = gold(quotes=[quote(), quote("Sundby Kommune åbner biblioteket", speaker=None)])
    rows = [
        quote_row(attribution="pronoun"),
        quote_row("Sundby Kommune åbner biblioteket", speaker=None, attribution=None),
    ]
    pronoun, nobody = attributions(
        [compare("a.txt", asked, reading(quotes=[*rows, quote_row("Af", attribution=None)]))]
    )
    assert (pronoun.attribution, pronoun.rows, pronoun.false, pronoun.speaker.right) == ("pronoun", 1, 0, 1)
    assert (nobody.attribution, nobody.rows, nobody.false, nobody.speaker.of) == (None, 2, 1, 1)


def test_words_that_do_not_stand_in_the_article_are_a_fault_of_gold():
    asked = gold(quotes=[quote("Det har ingen sagt")])
    with pytest.raises(GoldError, match=r"quotes\[0\] does not stand in a\.txt: “Det har ingen sagt”"):
        compare("a.txt", asked, reading())
    lost = compare("a.txt", asked, reading(), b"- Det har ingen sagt, siger hun")
    assert verdicts(lost) == [("quotes", "missed")] and lost.items[0].place is None


def test_an_article_that_cannot_be_read_misses_everything():
    compared = compare("a.txt", gold(), read(b"\x00\x01\x02\x03"))
    assert verdicts(compared) == [("quotes", "missed")] and not any(field.right for field in compared.fields)
    assert list(report("sæt", [compared]).unread) == ["a.txt"]


TEXTS = st.lists(
    st.lists(st.sampled_from(["vi", "skal", "lytte", "mere", "nu", "end", "før"]), min_size=1, max_size=5), max_size=5
)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS, st.lists(st.integers(1, 10_000), max_size=5))
def test_rows_that_say_what_gold_says_score_one(spoken: list[list[str]], advice: list[list[str]], values: list[int]):
    tables = {
        "quotes": [quote(" ".join(words)) for words in spoken],
        "recommendations": [recommendation(" ".join(words)) for words in advice],
        "kpis": [kpi(f"{value} ord", value) for value in values],
        "initiatives": [{"name": "Vi Lytter", "organisation": "Sundby Kommune"}] if values else [],
    }
    text = "\n".join(str(item.get("text") or item["name"]) for records in tables.values() for item in records)
    rows = {name: [row(name, record) for record in records] for name, records in tables.items()}
    compared = compare("a.txt", gold(**tables), reading(text, **rows))
    assert not findings([compared])
    for measure in measures([compared, compared]):
        n = measure.hit
        assert (measure.missed, measure.false, measure.f1.value) == (0, 0, 1.0 if n else None)
        assert all(part.value == 1.0 for part in measure.fields.values())
