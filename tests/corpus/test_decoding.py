"""From bytes to characters: the encodings Danish texts come in, and what is refused, with a reason a person can act on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.corpus.decoding import UnreadableError, declared_charset, decode

TEXT = "Rådhuset i Ærøby får nye ledere – ”så kan det gå”, siger én.\n"
PLAIN = "Rådhuset i Ærøby får nye ledere, siger én.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_danish_letters_and_marks_survive_each_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding))[0] == TEXT


def test_latin_1_is_read_as_its_superset() -> None:
    assert decode(PLAIN.encode("iso-8859-1"))[0] == PLAIN


def test_utf_16_is_read_in_both_byte_orders() -> None:
    assert decode(b"\xff\xfe" + TEXT.encode("utf-16-le"))[0] == TEXT
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"))[0] == TEXT


def test_the_encoding_that_was_used_is_told() -> None:
    assert decode(TEXT.encode())[1] == "utf-8"
    assert decode(TEXT.encode("cp1252"))[1] == "windows-1252"


def test_one_letter_in_another_encoding_does_not_lose_the_rest() -> None:
    text, _ = decode(PLAIN.encode("cp1252") * 20)
    assert text == PLAIN * 20


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"   \r\n\t\n ", "empty"),
        ("\ufeff \n".encode(), "empty"),
        ("\u00a0\u2003\n".encode(), "empty"),
        (" \n".encode("utf-16"), "empty"),
        (bytes(range(256)) * 8, "binary"),
        (b"Tekst\x00tekst", "binary"),
        (b"\x01\x02\x03\x04\x05\x06" * 50, "binary"),
        (b"\x7fELF\x02\x01\x01" + b"\x00" * 40, "binary"),
        (b"\xff\xfeH\x00e\x00j", "encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_a_code_and_a_reason(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        decode(content)
    assert refusal.value.code == code
    assert refusal.value.reason.endswith(".") and len(refusal.value.reason.split()) >= 4


@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
def test_utf_8_that_was_read_in_another_encoding_once_is_mended(codec: str) -> None:
    words = "Ærøby får »nye« ledere, så det går. Ålborg"
    assert decode(words.encode().decode(codec).encode())[0] == words


def test_only_the_lines_that_were_misread_are_mended() -> None:
    good, bad = "Rådet i São Miguel mødes.", "Kommunen fÃ¥r en ny leder."
    assert decode(f"{good}\n{bad}".encode())[0] == f"{good}\nKommunen får en ny leder."


@pytest.mark.parametrize("text", ["Â er et bogstav.", "SÃO PAULO og â la carte", "Han sagde: »Â«"])
def test_letters_that_only_look_like_it_are_left_alone(text: str) -> None:
    assert decode(text.encode())[0] == text


@pytest.mark.parametrize(
    ("declared", "written"),
    [("iso-8859-1", "cp1252"), ("utf-8", "cp1252"), ("iso-8859-15", "iso-8859-15"), ("nonsens", "utf-8")],
)
def test_a_declared_encoding_is_believed_when_the_bytes_bear_it_out(declared: str, written: str) -> None:
    assert decode(PLAIN.encode(written), declared)[0] == PLAIN


def test_a_web_page_says_its_encoding() -> None:
    assert declared_charset(b"<html><meta charset='windows-1252'>") == "windows-1252"
    assert declared_charset(b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">') == "iso-8859-1"
    assert declared_charset(b"<p>charset=utf-8</p>") is None


def test_text_that_names_a_format_is_read() -> None:
    text = "Sådan læses en PDF: filen begynder med %PDF-, og en side med <html>.\n"
    assert decode(text.encode())[0] == text


def test_a_form_feed_or_a_stray_control_character_is_still_text() -> None:
    text = "Side et\fSide to\x07\n" + "Flere ord om ledelse. " * 10
    assert decode(text.encode())[0] == text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_text_in_utf_8_comes_back_or_is_refused_by_name(text: str) -> None:
    try:
        assert decode(text.encode())[0].removeprefix("\ufeff") == text.removeprefix("\ufeff")
    except UnreadableError as refusal:
        assert refusal.code in ("empty", "unsupported", "binary")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        assert decode(content)[0].strip()
    except UnreadableError as refusal:
        assert refusal.code and refusal.reason
