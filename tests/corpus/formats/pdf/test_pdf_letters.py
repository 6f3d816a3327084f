"""Only what a reader sees is read, each thing once, and letters are letters."""

from drawn_pdf import at, lines, pdf

from pejlemaerker.corpus.formats.pdf import read_pdf


def texts(content: bytes) -> list[str]:
    return [block.text for block in read_pdf(content).blocks]


def test_text_that_is_hidden_or_off_the_page_is_left_out() -> None:
    shown = at(70, 700, "Det her kan alle se på siden")
    assert texts(pdf(shown + at(70, 650, "Skjult", before="3 Tr"))) == ["Det her kan alle se på siden"]
    assert texts(pdf(shown + at(900, 700, "Udenfor"))) == ["Det her kan alle se på siden"]


def test_a_scan_that_was_read_by_a_machine_is_read_although_its_text_is_hidden() -> None:
    assert texts(pdf(at(70, 700, "Genkendt tekst", before="3 Tr"))) == ["Genkendt tekst"]


def test_words_that_stand_on_end_in_the_margin_are_left_out() -> None:
    upright = at(70, 700, "Her er brødteksten")
    turned = "BT /F0 10 Tf 0 1 -1 0 30 400 Tm (Fotograf ukendt) Tj ET\n"
    assert texts(pdf(upright + turned)) == ["Her er brødteksten"]


def test_a_page_that_is_turned_as_a_whole_is_read() -> None:
    turned = (
        "BT /F0 10 Tf 0 1 -1 0 100 70 Tm (Hele siden ligger ned) Tj 0 1 -1 0 112 70 Tm (og læses alligevel) Tj ET\n"
    )
    assert texts(pdf(turned, turned=90)) == ["Hele siden ligger ned og læses alligevel"]


def test_words_printed_twice_to_look_bold_are_read_once() -> None:
    twice = at(70, 700, "Overskriften") + at(70.3, 700, "Overskriften")
    assert texts(pdf(twice)) == ["Overskriften"]


def test_the_same_words_further_down_are_read_again() -> None:
    assert texts(pdf(at(70, 700, "Ja.") + at(70, 660, "Ja."))) == ["Ja.", "Ja."]


def test_a_ring_drawn_over_a_letter_makes_one_letter() -> None:
    ring = "BT /F0 10 Tf 1 0 0 1 70 700 Tm (P) Tj 1 0 0 1 77.9 700 Tm <B0> Tj 1 0 0 1 76.7 700 Tm (a) Tj ET\n"
    ring = ring.replace("<B0>", "(\xb4)")
    assert texts(pdf(ring)) == ["Pá"]


def test_words_set_apart_by_their_places_have_spaces() -> None:
    words = at(70, 700, "Mere") + at(95.5, 700, "tid") + at(110, 700, "nu")
    assert texts(pdf(words)) == ["Mere tid nu"]


def test_spaced_letters_are_one_word() -> None:
    spaced = "BT 3 Tc /F0 10 Tf 1 0 0 1 70 700 Tm (LEDELSE) Tj ET\n"
    assert texts(pdf(spaced)) == ["LEDELSE"]


def test_small_raised_figures_are_left_out_but_not_those_of_a_measure() -> None:
    note = at(70, 700, "tillid") + at(87.3, 704, "12", 6) + at(97, 700, "i ledelsen")
    area = at(70, 660, "400 m") + at(99, 664, "2", 6)
    assert texts(pdf(note + area)) == ["tillid i ledelsen", "400 m2"]


def test_leader_dots_are_folded() -> None:
    assert texts(pdf(at(70, 700, "Indledning .................... 4"))) == ["Indledning … 4"]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    page = at(70, 676, "L", 40) + lines(96, 700, ["ederne har fået mere tid til", "deres medarbejdere, og det"])
    page += lines(70, 676, ["             kan mærkes overalt."])
    assert texts(pdf(page))[0].startswith("Lederne har fået mere tid")
