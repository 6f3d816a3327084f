"""Which format a file is in, by its bytes; and what is refused, with a reason a person can act on."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pejlemaerker.corpus.decoding import UnreadableError
from pejlemaerker.corpus.recognising import format_of, is_plain_text

MAIL = b"From: Presse <presse@strandby.example>\r\nDate: Tue, 12 Mar 2024 08:00:00 +0100\r\nSubject: Nyt\r\n\r\nHej\r\n"
SAVED = b"From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/b\nMIME-Version: 1.0\n\n"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("Kommunen får en ny leder.".encode(), "text"),
        ("# Kommunen får en ny leder".encode("utf-16"), "text"),
        (b"---\ntitle: Nyt\n---\nHej", "text"),
        (b"<!DOCTYPE html><html><body>Hej</body></html>", "html"),
        ("\ufeff\n <html lang='da'><p>Hej</p></html>".encode(), "html"),
        (b"<!-- gemt fra et sted --><!doctype HTML><p>Hej", "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html/>', "html"),
        ("<div><p>Rådet</p></div>".encode("utf-16"), "html"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\x00\x01junk before\n%PDF-1.4\n", "pdf"),
        (MAIL, "eml"),
        (SAVED, "mhtml"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", "mhtml"),
        ("Dato: 3. maj\nEmne: Nyt fra rådhuset\n\nHej".encode(), "text"),
        (b"Subject: matter experts er et ord.\n\nHej", "text"),
        ("Sådan læses en PDF: filen begynder ikke med <html>.".encode(), "text"),
    ],
)
def test_the_bytes_tell_the_format(content: bytes, name: str) -> None:
    assert format_of(content) == name


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "code", "advice"),
    [
        (b"", "empty", "empty"),
        (b" \r\n\t", "empty", "empty"),
        (b"PK\x03\x04...", "broken", "anew"),
        (packed(artikel=b"hej"), "unsupported", "Unpack"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "unsupported", "docx"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted", "without a password"),
        (b"{\\rtf1 hej}", "unsupported", "docx"),
        (b"\x89PNG\r\n", "unsupported", "text"),
        (b"\xff\xd8\xff\xe0", "unsupported", "text"),
        (b"GIF89a", "unsupported", "text"),
        (b"\x1f\x8b\x08", "unsupported", "Unpack"),
        (b'<?xml version="1.0"?><rss version="2.0"/>', "unsupported", "article"),
        (b"\x7fELF" + b"\x00" * 40, "binary", "Save"),
    ],
)
def test_what_is_no_article_is_refused_with_a_reason(content: bytes, code: str, advice: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        format_of(content)
    assert refusal.value.code == code
    assert advice in refusal.value.reason and refusal.value.reason.endswith(".")


@given(st.binary(max_size=300))
def test_any_bytes_have_a_format_or_a_reason(content: bytes) -> None:
    try:
        assert format_of(content)
    except UnreadableError as refusal:
        assert refusal.code and refusal.reason


def test_plain_text_is_told_without_unpacking_anything() -> None:
    assert is_plain_text("Kommunen får en ny leder.".encode())
    assert not is_plain_text(b"PK\x03\x04 no archive at all")  # opening it would say that it is damaged
    assert not is_plain_text(b"%PDF-1.7\n") and not is_plain_text(b"<html><p>Hej</p></html>")
