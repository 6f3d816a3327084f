"""Advice in the imperative, and lists that go on with an unfinished sentence: who asks, who is asked, how strongly."""

import pytest

AUTHOR = "Tove Vestbirk"


def unsupported(*values, reason: str):
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Giv lederne tid til at lede.", "should"),
        ("Drop de mange skemaer, og lad fagligheden råde.", "should"),
        ("Mit råd er enkelt: Begynd med dig selv.", "should"),
        ("Min opfordring til byrådet er klar: Begynd forfra.", "call"),
        ("Og mit ønske til julemanden: Skab mere ro på gangene.", "call"),
        ("Lad os droppe skemaerne og begynde forfra.", "call"),
        ("Så giv os dog den ro, vi beder om.", "call"),
        ("Lad være med at måle alt.", "should"),
        ("Hold fast i det, der virker.", "should"),
        unsupported(
            "Kære minister, giv os tid.", "call", reason="imperatives.py: an address in front hides the imperative"
        ),
        unsupported(
            "Vi har ikke mere tid: Drop skemaerne nu.",
            "should",
            reason="performatives.py: behind a colon only where a noun names the advice",
        ),
    ],
)
def test_an_author_advises_in_the_imperative(plea, sentence, strength):
    (row,) = plea(sentence).recommendations
    assert (row["text"], row["kind"], row["issuer"], row["strength"]) == (sentence, "performative", AUTHOR, strength)


@pytest.mark.parametrize(
    "sentence",
    [
        "Se bare på Struer, hvor de har prøvet det.",
        "Tag nu plejehjemmet Solbakken som eksempel.",
        "Brug af vikarer er dyrt.",
        "Giv os tid? Nej, det vil de ikke.",
        "Få ledere har den tid, som de har brug for.",
        "Mit svar er kort: Nej tak.",
        "Rådet mødes hver måned: Byrådets lokaler er store.",
        "Tænk, hvis vi kunne få ro på gangene.",
        "Hold da op, hvor er vi trætte i dag.",
        "Giv en leder 60 ansatte, og hun går ned.",
        "Spørg en leder, og du får det samme svar.",
        "Følg pengene, og du finder skurken.",
        unsupported("Svar udbedes senest på fredag.", reason="imperatives.py: a noun before an s-passive"),
        unsupported("Skriv til mig på min mail.", reason="imperatives.py: contact with the author is no advice"),
        unsupported("Giv mig ret i, at det er galt.", reason="imperatives.py: `giv mig ret` is an aside"),
    ],
)
def test_asides_exclamations_conditions_and_nouns_advise_nobody(plea, sentence):
    assert plea(sentence).recommendations == []


@pytest.mark.parametrize(
    ("sentence", "words", "strength"),
    [
        ("”Giv lederne tid til at lede,” siger {}.", "Giv lederne tid til at lede", "should"),
        ("- Drop skemaerne, lyder rådet fra {}.", "Drop skemaerne", "should"),
        ("- Drop skemaerne, lyder opfordringen fra {}.", "Drop skemaerne", "call"),
        ("»Lad os droppe skemaerne,« siger {}.", "Lad os droppe skemaerne", "call"),
    ],
)
def test_a_speaker_advises_in_the_imperative(news, sentence, words, strength):
    found = news(sentence.format("borgmester Bjarke Rask"))
    (row,), (quote,) = found.recommendations, found.quotes
    assert (row["text"], row["issuer"], row["strength"]) == (words, "Bjarke Rask", strength)
    assert row["quote_id"] == quote["quote_id"]


def test_a_speaker_who_points_or_asks_advises_nobody(news):
    assert news("”Se bare på Struer,” siger borgmester Bjarke Rask.").recommendations == []
    assert news("”Giv os tid? Det gør de ikke,” siger borgmester Bjarke Rask.").recommendations == []


@pytest.mark.parametrize(
    ("sentence", "issuer"),
    [
        ("Hendes opfordring er klar: Drop skemaerne og begynd forfra.", None),
        unsupported(
            "Rådet fra Ditte Holm er enkelt: Begynd med dig selv.",
            "Ditte Holm",
            reason="reading.py: whose advice it is (`rådet fra X`) is not read",
        ),
        ("Bjarke Rasks råd er enkelt: Begynd med dig selv.", "Bjarke Rask"),
        unsupported(
            "Borgmesterens råd: Gå en tur i huset hver dag.",
            "Borgmesteren",
            reason="reading.py: a genitive before the advice is not read",
        ),
    ],
)
def test_in_the_news_advice_is_named_as_such(news, sentence, issuer):
    (row,) = news(sentence).recommendations
    assert (row["text"], row["kind"]) == (sentence, "performative")
    assert row["issuer"] == issuer


def test_in_the_news_a_bare_imperative_speaks_to_the_reader(news):
    assert news("Giv lederne tid til at lede.").recommendations == []


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        unsupported(
            "Min opfordring til byrådet er klar: Begynd forfra.",
            "byrådet",
            reason="reading.py: `opfordring til X` asks X",
        ),
        unsupported(
            "Mit råd til nye ledere: Begynd med dig selv.", "nye ledere", reason="reading.py: `råd til X` asks X"
        ),
        unsupported(
            "Stop så de mange skemaer, kære politikere.",
            "politikere",
            reason="reading.py: `kære X` behind an imperative asks X",
        ),
    ],
)
def test_advice_names_whom_it_is_for(plea, sentence, addressee):
    (row,) = plea(sentence).recommendations
    assert row["addressee"] == addressee


LEADS = [
    (
        "Foreningen Ræv foreslår, at staten",
        ["afsætter penge til hænder", "fjerner tre skemaer"],
        "Foreningen Ræv",
        "staten",
    ),
    ("Bjarke Rask opfordrer kommunerne til", ["at droppe skemaerne", "at ansætte ledere"], "Bjarke Rask", "kommunerne"),
    unsupported(
        "Foreningen Ræv anbefaler:",
        ["Drop skemaerne i plejen", "Ansæt flere ledere"],
        "Foreningen Ræv",
        None,
        reason="reading.py: a colon at the end of the sentence hides who issues the list",
    ),
]


@pytest.mark.parametrize(("lead", "items", "issuer", "addressee"), LEADS)
def test_items_go_on_with_the_sentence_above_them(news, lead, items, issuer, addressee):
    found = news("\n\n".join([lead, *(f"- {item}" for item in items)]))
    assert [(row["text"], row["kind"]) for row in found.recommendations] == [(item, "list_item") for item in items]
    assert {(row["issuer"], row["addressee"]) for row in found.recommendations} == {(issuer, addressee)}


@pytest.mark.parametrize(
    ("lead", "issuer", "addressee"),
    [
        ("Vi opfordrer kommunerne til", AUTHOR, "kommunerne"),
        ("Jeg foreslår, at staten", AUTHOR, "staten"),
        ("Foreningen Ræv foreslår, at staten", "Foreningen Ræv", "staten"),
        ("Jeg foreslår, at staten:", AUTHOR, "staten"),
        (
            "Jeg anbefaler kommunerne at:",
            AUTHOR,
            "kommunerne",
        ),
    ],
)
def test_who_asks_whom_in_a_list_of_an_opinion(plea, lead, issuer, addressee):
    found = plea(f"{lead}\n\n- dropper skemaerne i plejen\n- ansætter flere ledere")
    assert [(row["issuer"], row["addressee"]) for row in found.recommendations] == [(issuer, addressee)] * 2


@pytest.mark.parametrize(
    "lead",
    [
        "Byrådet vedtog, at forvaltningen",
        "I salen sad",
        "Bjarke Rask fortalte, at huset",
        "Jeg anbefaler ikke, at man",
    ],
)
def test_items_below_other_unfinished_sentences_are_none(plea, lead):
    assert plea(f"{lead}\n\n- holder lukket om fredagen\n- flytter ned til havnen").recommendations == []


@pytest.mark.parametrize(
    "lead",
    [
        "Byrådet bør som minimum gøre to ting:",
        unsupported(
            "Byrådet bør derfor:",
            reason="modals.py: a modal that only an adverb follows is refused, also before a list",
        ),
        unsupported(
            "Byrådet bør derfor", reason="lists.py: `_OPEN_END` knows no sentence that ends in a modal and an adverb"
        ),
    ],
)
def test_items_go_on_with_a_modal(plea, lead):
    found = plea(f"{lead}\n\n- droppe skemaerne i plejen\n- ansætte flere ledere")
    assert [row["kind"] for row in found.recommendations] == ["list_item"] * 2


def test_the_sentence_above_a_list_is_no_row_of_its_own(plea):
    found = plea("Jeg foreslår, at staten\n\n- dropper skemaerne i plejen\n- ansætter flere ledere")
    assert [row["text"] for row in found.recommendations] == ["dropper skemaerne i plejen", "ansætter flere ledere"]
