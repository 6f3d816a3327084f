"""Lists of advice: which lists are announced as such, and what their items carry with them."""

import pytest

from pejlemaerker.extraction.recommendations.lists import announcer, asked_by_heading


def items(found) -> list[tuple[str, str | None]]:
    return [(row["text"], row["list_number"]) for row in found.recommendations if row["kind"] == "list_item"]


def test_numbered_items_carry_number_heading_and_addressee(plea):
    found = plea("Fem råd til ledere\n\n1. Gå en tur i huset hver dag.\n2. Hør efter, når folk taler.\n3. Sluk lyset.")
    assert items(found) == [
        ("Gå en tur i huset hver dag.", "1"),
        ("Hør efter, når folk taler.", "2"),
        ("Sluk lyset.", "3"),
    ]
    for row in found.recommendations:
        assert (row["heading"], row["addressee"], row["strength"]) == ("Fem råd til ledere", "ledere", "should")
        assert (row["issuer"], row["quote_id"]) == ("Tove Vestbirk", None)


@pytest.mark.parametrize(
    "announced",
    [
        "Vi har tre anbefalinger til kommunerne:",
        "Krav til staten",
        "Vores forslag",
        "Fem principper for god ledelse",
        "## Lederanbefalinger",
        "Vi har det seneste år talt meget sammen, og vi bør som minimum gøre to ting:",
        "Vi bør gøre to ting:",
    ],
)
def test_lists_announced_as_advice(plea, announced):
    found = plea(f"{announced}\n\n- Drop puljerne\n- Giv os mere tid")
    assert items(found) == [("Drop puljerne", None), ("Giv os mere tid", None)]


@pytest.mark.parametrize(
    "announced",
    [
        "På mødet deltog:",
        "Program",
        "Her kan du læse mere om emnet:",
    ],
)
def test_other_lists_are_no_advice(plea, announced):
    assert (
        plea(f"{announced}\n\n- Kommunaldirektøren\n- To ledere fra plejen\n- En mand fra Struer").recommendations == []
    )


def test_themes_are_advice_only_where_the_items_say_what_to_do(plea):
    assert items(plea("Temaer på mødet\n\n- Færre skemaer i plejen\n- Mere tid til ledelse")) == []
    assert len(items(plea("Temaer på mødet\n\n- Giv os færre skemaer i plejen\n- Skab mere tid til ledelse"))) == 2


def test_a_question_among_the_items_is_left_out(plea):
    assert items(plea("Vores forslag\n\n- Hvor er borgmesteren?\n- Giv os tid til arbejdet.")) == [
        ("Giv os tid til arbejdet.", None)
    ]


def test_only_the_outermost_items_count(plea):
    found = plea("Vores forslag\n\n- Drop puljerne\n  - De koster tid\n- Giv os mere tid")
    assert items(found) == [("Drop puljerne", None), ("Giv os mere tid", None)]


def test_a_modal_inside_an_item_is_no_record_of_its_own(plea):
    found = plea("Vores forslag\n\n- Sæt et loft: Ingen leder bør have mere end 30 ansatte.\n- Giv os mere tid.")
    assert [row["kind"] for row in found.recommendations] == ["list_item", "list_item"]


def test_without_an_author_nobody_issues_a_list(news):
    found = news("Fem råd til ledere\n\n1. Gå en tur i huset hver dag.\n2. Hør efter, når folk taler.")
    assert [row["issuer"] for row in found.recommendations] == [None, None]


@pytest.mark.parametrize(
    ("text", "kind"), [("Fem råd", "yes"), ("Lederanbefalinger", "yes"), ("Temaer", "maybe"), ("Program", None)]
)
def test_announcers(text, kind):
    assert announcer(text) == kind


@pytest.mark.parametrize(
    ("heading", "asked"),
    [
        ("Fem anbefalinger til kommunerne", "kommunerne"),
        ("Ønsker til staten:", "staten"),
        ("Tid til ro", None),
        (None, None),
    ],
)
def test_the_heading_says_who_is_asked(heading, asked):
    assert asked_by_heading(heading) == asked


def test_a_paragraph_that_calls_itself_a_recommendation_is_one(plea):
    found = plea("Rapporten om skemaer\n\nAnbefaling 2: Drop de skemaer, som ingen læser.\n\nTabel 2: Skemaer i alt")
    assert [text for text, _ in items(found)] == ["Anbefaling 2: Drop de skemaer, som ingen læser."]
