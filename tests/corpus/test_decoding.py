"""From bytes to characters: the encodings Danish texts come in, and what is refused, with a reason a person can act on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.corpus.decoding import UnreadableError, decode

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
        (b"%PDF-1.7\n...", "unsupported"),
        (b"PK\x03\x04...", "unsupported"),
        (b"\xd0\xcf\x11\xe0...", "unsupported"),
        (b"\x89PNG\r\n", "unsupported"),
        (b"\xff\xd8\xff\xe0", "unsupported"),
        (b"<!DOCTYPE html><html><body>Hej</body></html>", "unsupported"),
        (b"\n  <html lang='da'><p>Hej</p></html>", "unsupported"),
        (b"\xff\xfeH\x00e\x00j", "encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_a_code_and_a_reason(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        decode(content)
    assert refusal.value.code == code
    assert refusal.value.reason.endswith(".") and len(refusal.value.reason.split()) >= 4


def test_a_web_page_behind_a_byte_order_mark_is_refused_too() -> None:
    with pytest.raises(UnreadableError, match="web page"):
        decode("\ufeff<!DOCTYPE html><html><body>Hej</body></html>".encode())


def test_what_to_do_is_said() -> None:
    with pytest.raises(UnreadableError, match="Save it as plain text"):
        decode(b"%PDF-1.4")


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
