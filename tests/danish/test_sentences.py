"""Sentence boundaries: one table of blocks with `|` where a sentence ends, and properties that hold for any text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.danish import sentences

BLOCKS = [
    # plain marks
    "Kommunen åbner en skole.| Den ligger ved havnen.",
    "Hvem betaler?| Det gør staten!| Det er nyt.",
    "Prisen faldt.| 12 haller fik nyt tag.",
    "Vi venter ...| Det gør alle.",
    "Vi venter ... og håber på svar.",
    "Vi venter… måske for længe.",
    "Er det sandt?!| Ja.",
    "Planen er klar.|Derefter går vi i gang.",
    "Det er nej.”|Derefter gik de.",
    # abbreviations
    "Det gælder bl.a. Odder, f.eks. Havneskolen, og fx. Aulaen.",
    "Det koster 4 mio. kr. at bygge og 10 pct. mere at drive.",
    "Det koster 4 mio. kr.| Staten betaler.",
    "Taget er 12 kr. 50 øre dyrere.",
    "Vi køber stole, borde mv.| Kommunen betaler.",
    "Reglen gælder ift. Ankestyrelsen og iht. Folkeskoleloven.",
    "Vi ses kl. 8.30 hos dr. Krogh, Skt. Peders Gade, nr. 5.",
    "Hun er ph.d.| Det mener udvalget.",
    "Hun er ph.d. Else Brask og cand.mag. Else Krogh fra Ribe.",
    "Han leder afdelingen for hr. Krogh.",
    "Det er DR.| Kanalen sender.",
    "Nu hedder det KL.| Foreningen er gammel.",
    "Læs stk. 2 og bkg. Krogh.",
    # dates and ordinals
    "Mødet er den 31. oktober i Vejle.",
    "Vi fejrer 1. Maj i parken.",
    "Det var i 2019.| Siden er alt nyt.",
    "Mødet er den 3.| Derefter er der ferie.",
    "Christian 4. Krogh findes ikke.",
    "Han er nummer 7.| Rigtig mange er med.",
    "Klubben er på 3. plads.",
    "Renten er 2,5 og gælden 1.200.000 i alt.",
    # initials
    "Det skrev H. C. Brosbøl og J.P. Holm til Ida M. Krogh.",
    "Det er plan B.| Den er dyr.",
    # quotes
    "”Det går godt.” siger Else Krogh.",
    "”Det går godt!” siger Else Krogh.",
    "”Hvad nu?” spørger hun.| Ingen svarer.",
    "”Hvad nu?”, spørger hun.",
    "Vi nåede et godt sted.”| Derefter gik vi hjem.",
    "»Det går godt.«| Hun smiler.",
    '"Det går godt.| Vi er glade," siger hun.',
    '"Det går godt."| "Ja."',
    "Det er slut, siger hun.| ”Vi går nu.”",
    "”Det er slut. ”| Vi går nu.",
    "- Det går godt.| - Ja, svarer han. - det ved vi.",
    "Hun sagde: ”Vi går nu.”| Så gik de.",
    # brackets
    "Vi gik hjem (det var sent!) og sov.",
    "Vi gik hjem.| (Det var sent.)| Så sov vi.",
    "Vi mødte Else (hvem ellers?) Krogh.",
    "Budgettet (i mio. kr.) Krogh lagde frem.",
    "Det er nyt (!) Det Gule Hus",
    "(Foto fra havnen)| Skolen er åben.",
    "Skolen (Havneskolen i Odder) Krogh leder.",
    # colons and enumerations
    "Vi vil tre ting: Bygge, male og flytte.",
    "1. Først bygger vi.| 2. Så maler vi.",
    "Vi gør to ting: 1. Bygger.| 2. Maler.",
    "§ 5. Kommunen betaler.",
    "Det står i kapitel 4.| Kommunen betaler.",
    # addresses
    "Læs mere på www.havneskolen.dk.| Kommunen svarer.",
    "Se havn.dk/plan?Om=1 og skriv.",
    # layout
    "Første linje\nfortsætter her.|\nNy sætning.",
    "Uden punktum|\n\nNæste afsnit",
]


def cut(block: str) -> list[str]:
    return [block[start:end] for start, end in sentences(block)]


@pytest.mark.parametrize("marked", BLOCKS)
def test_block_is_cut_where_marked(marked: str) -> None:
    assert cut(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("block", ["", " ", "\n\n \n"])
def test_nothing_but_white_space_has_no_sentences(block: str) -> None:
    assert sentences(block) == []


@given(st.text() | st.text(alphabet="aBø1.!?…”\"'()[]»«:;,-– \n", max_size=80))
def test_spans_are_in_order_trimmed_and_cover_everything(text: str) -> None:
    spans = sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    between = zip([0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)], strict=True)
    assert not any(text[end:start].strip() for end, start in between)


@given(st.lists(st.sampled_from(["Skolen åbner.", "Hvem betaler?", "Det er 3 mio. kr. i alt.", "”Ja!” siger hun."])))
def test_known_sentences_are_found_again(parts: list[str]) -> None:
    assert cut(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "piece", [".", "”", '"', '."', ". ", "A. ", "1. ", "(a.) B", "(", "?)A", "kl. Ab ", "\n ", "Ja. ", "(a ", "ok.Ab "]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    began = time.perf_counter()
    sentences(text)
    assert time.perf_counter() - began < 15  # a quadratic search would take minutes
