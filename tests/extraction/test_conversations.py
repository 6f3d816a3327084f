"""Conversations: whose turn a paragraph is, by a label or as an answer to a question; and what in them nobody says."""

import pytest

BOTH = "Borgmester Tove Vestbirk og direktør Bjarke Rask tog imod på rådhuset.\n\n"
CALM, GLAD = "Vi har fået mere ro på gangene nu.", "Det er jeg meget glad for at høre."
VISIT = "Borgmester Tove Vestbirk åbner døren til sit kontor. Tove Vestbirk har kaffe på kanden.\n\n"
QUESTIONS = ("Hvordan har du det i dag?", "Hvad vil du gøre nu?", "Hvornår går du hjem?")
ANSWERS = ("Jeg har det fint, og vi har fået ro.", "Jeg vil gå en tur i haven.", "Det gør jeg klokken fire.")
RHETORICAL = ("Hvem skal passe de gamle?", "Hvem skal betale for det?", "Hvor længe kan det gå?")


def said(found) -> list[tuple[str | None, str]]:
    return [(row["speaker"], row["text"]) for row in found.quotes]


def asked_and_answered(questions, answers, heading: str = "") -> str:
    return "\n\n".join(f"{heading}{asked}\n\n{answer}" for asked, answer in zip(questions, answers, strict=True))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Tove Vestbirk", "Bjarke Rask"),
        ("TV", "BR"),
        ("Tove Vestbirk, borgmester", "Bjarke Rask, direktør"),
        ("Vestbirk", "Rask"),
        ("- Tove Vestbirk", "- Bjarke Rask"),
    ],
)
def test_a_label_tells_whose_turn_it_is(news, first, second):
    found = news(f"{BOTH}{first}: {CALM}\n\n{second}: {GLAD}")
    assert said(found) == [("Tove Vestbirk", CALM), ("Bjarke Rask", GLAD)]
    assert {(row["kind"], row["attribution"]) for row in found.quotes} == {("unmarked", "turn")}


def test_a_role_in_the_label_is_the_speakers(news):
    found = news(f"Tove Vestbirk, borgmester: {CALM}\n\nBjarke Rask, direktør: {GLAD}")
    assert [row["speaker_role"] for row in found.quotes] == ["borgmester", "direktør"]


@pytest.mark.parametrize(("asks", "answers"), [("Spørgsmål", "Svar"), ("Spm.", "Svar"), ("Q", "A")])
def test_questions_and_answers_by_label_are_those_of_the_person_announced(news, asks, answers):
    body = f"Tove Vestbirk, formand for Foreningen Lyset, svarer.\n\n{asks}: Hvordan går det?\n\n{answers}: {CALM}"
    assert said(news(body)) == [("Tove Vestbirk", CALM)]


def test_initials_that_two_people_share_stand_for_nobody(news):
    body = f"I dag mødtes Tove Vestbirk og Thomas Vang.\n\nTV: {CALM}\n\nTV: {GLAD}"
    assert said(news(body)) == []


def test_whoever_has_the_turn_goes_on_in_the_first_person(news):
    body = f"{BOTH}Tove Vestbirk: {CALM}\n\nJeg kan mærke det på mine ansatte.\n\nBjarke Rask: {GLAD}"
    assert said(news(body))[1] == ("Tove Vestbirk", "Jeg kan mærke det på mine ansatte.")


@pytest.mark.parametrize("told", ["De to går en tur i haven bag huset.", "Bjarke Rask ser på mig og smiler."])
def test_narration_between_turns_is_not_said(news, told):
    body = f"{BOTH}Tove Vestbirk: {CALM}\n\n{told}\n\nBjarke Rask: {GLAD}"
    assert said(news(body)) == [("Tove Vestbirk", CALM), ("Bjarke Rask", GLAD)]


@pytest.mark.parametrize(
    "body",
    [
        f"{BOTH}Tove Vestbirk: {CALM}",
        "I dag: Det regner i byen.\n\nI morgen: Vi får sol hele dagen.",
        f"{BOTH}Vejret: {CALM}\n\nMaden: {GLAD}",
    ],
)
def test_one_label_alone_or_labels_that_name_nobody_are_no_turns(news, body):
    assert said(news(body)) == []


@pytest.mark.parametrize("heading", ["", "## "])
def test_plain_answers_behind_questions_that_stand_alone(news, heading):
    found = news(VISIT + asked_and_answered(QUESTIONS, ANSWERS, heading))
    assert said(found) == [("Tove Vestbirk", answer) for answer in ANSWERS]
    assert {(row["kind"], row["attribution"]) for row in found.quotes} == {("unmarked", "answer")}


def test_the_text_of_a_question_is_no_quote(news):
    found = news(VISIT + asked_and_answered(QUESTIONS, ANSWERS))
    assert not any(row["text"] in QUESTIONS for row in found.quotes)


def test_what_is_told_of_the_one_who_answers_is_not_said(news):
    told = "Tove Vestbirk rejser sig og henter mere kaffe."
    body = VISIT + asked_and_answered(QUESTIONS, (f"{ANSWERS[0]}\n\n{told}", *ANSWERS[1:]))
    assert said(news(body)) == [("Tove Vestbirk", answer) for answer in ANSWERS]


def test_marked_answers_without_a_clause_are_those_of_the_person_interviewed(news):
    body = VISIT + asked_and_answered(QUESTIONS, [f"”{answer}”" for answer in ANSWERS])
    assert said(news(body)) == [("Tove Vestbirk", answer) for answer in ANSWERS]


def test_answers_of_somebody_whom_nobody_can_name_have_no_speaker(news):
    found = news(asked_and_answered(QUESTIONS, ANSWERS))
    assert said(found) == [(None, answer) for answer in ANSWERS]
    assert {row["attribution"] for row in found.quotes} == {None}


@pytest.mark.parametrize("heading", ["", "## "])
def test_rhetorical_questions_of_an_opinion_piece_have_no_answers(plea, heading):
    body = asked_and_answered(RHETORICAL[:2], ("Det ved ingen i byen.", "Det ved ingen."), heading)
    assert said(plea(body)) == []


def test_two_questions_that_address_nobody_have_no_answers(news):
    body = VISIT + asked_and_answered(RHETORICAL[:2], ("Det ved ingen i byen.", "Det koster mange penge."))
    assert said(news(body)) == []
