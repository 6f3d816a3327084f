"""Long documents are read in time that grows with their length alone. Bounds are generous; an alarm ends what goes beyond."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

OPENING = "Nye vagtplaner på Solbakken\n\n4. maj 2023\n\nDe ansatte ved ikke, hvad der skal ske med huset, og det er ikke godt. "
CLOSING = "\n\nOrdningen gælder fra næste år på alle afdelinger, og den er blevet til efter samtaler med de ansatte."


class TooLongError(Exception):
    """The reading was stopped."""


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Ends what runs longer than `seconds` with a TooLongError."""

    def stop(*_) -> None:
        raise TooLongError(f"still reading after {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_20_000_unclosed_marks_in_one_paragraph(read):
    with limit(20):
        read(f"{OPENING}{'De siger ”vi ved ' * 20_000}{CLOSING}")


def test_2_000_unclosed_paragraphs(read):
    with limit(10):
        found = read(OPENING + "\n\n”Vi ved ikke noget om det endnu, og det er synd for de gamle." * 2_000 + CLOSING)
    assert len(found.quotes) == 2_000


def test_a_dash_led_paragraph_of_5_000_stretches(read):
    with limit(10):
        found = read(f"{OPENING}\n\n- Vi ved ikke noget om det, {'siger hun, - og det er godt, ' * 5_000}{CLOSING}")
    assert len(found.quotes) >= 5_000


def test_20_000_quote_marks(read):
    with limit(15):
        read(f"{OPENING}{'De vil have ”ro” og ikke andet. ' * 10_000}{CLOSING}")


def test_5_000_quotes_in_one_paragraph(read):
    with limit(15):
        read(f"{OPENING}{'”Vi er glade i dag,” siger hun. ' * 5_000}{CLOSING}")


def test_1_500_paragraphs_that_name_people_and_figures(read):
    told = "”Vi ved ikke noget om det endnu,” siger Tove Vestbirk fra Struer Kommune. Hun har 40 ansatte."
    with limit(20):
        read(f"{OPENING}{f'{chr(10) * 2}{told}' * 1_500}{CLOSING}")


def test_a_sentence_with_3_000_figures(read):
    with limit(30):
        found = read(
            f"{OPENING}Her er der {', '.join(f'{10 + i % 90} elever i {1990 + i % 30}' for i in range(3_000))}.{CLOSING}"
        )
    assert len(found.kpis) > 2_000


def test_a_sentence_of_3_000_names(read):
    with limit(15):
        read(f"{OPENING}Ordningen hedder {'Fælles Spor ' * 3_000}i dag.{CLOSING}")
