"""In which encoding a web page is: what it declares, where the bytes bear it out."""

import pytest
from making_html import ARTICLE, BODY, TITLE

from pejlemaerker.corpus.decoding import UnreadableError
from pejlemaerker.corpus.formats.html import read_html

META = '<meta charset="{}">'
OLD = '<meta http-equiv="Content-Type" content="text/html; charset={}">'
NEITHER = ""


def page(encoding: str, declared: str, form: str = META, start: str = "") -> bytes:
    text = f"{start}<html><head>{form.format(declared)}</head><body>{ARTICLE}</body></html>"
    return text.encode(encoding, errors="xmlcharrefreplace")


@pytest.mark.parametrize(
    "content",
    [
        page("utf-8", "utf-8"),
        page("utf-8", "UTF8", OLD),
        page("utf-8", "", NEITHER),
        page("utf-8-sig", "", NEITHER),
        page("utf-8-sig", "iso-8859-1"),
        page("utf-8", "iso-8859-1"),
        page("utf-8", "windows-1252", OLD),
        page("utf-8", "x-ukendt"),
        page("utf-8", "utf-16"),
        page("latin-1", "iso-8859-1"),
        page("cp1252", "windows-1252"),
        page("cp1252", "iso-8859-1", OLD),
        page("cp1252", "utf-8"),
        page("cp1252", "", NEITHER),
        page("iso8859-15", "iso-8859-15"),
        page("utf-16", ""),
        page("utf-16", "utf-16", OLD),
        page("mac-roman", "macintosh"),
        page("utf-8", "utf-8", NEITHER, '<?xml version="1.0" encoding="utf-8"?>'),
        page("latin-1", "", NEITHER, '<?xml version="1.0" encoding="iso-8859-1"?>'),
        page("ascii", "us-ascii"),
        page("utf-8", "", NEITHER).decode("latin-1").encode(),
        page("utf-8", "utf-8", META, "<!-- " + "x" * 3000 + " -->"),
    ],
)
def test_danish_letters_are_read(content: bytes):
    assert [block.text for block in read_html(content)[0].blocks] == [TITLE, *BODY]


@pytest.mark.parametrize(
    ("content", "container", "encoding"),
    [
        (page("utf-8", "utf-8"), None, "utf-8"),
        (page("cp1252", "iso-8859-1"), None, "windows-1252"),
        (page("iso8859-15", "utf-8"), "iso-8859-15", "iso8859-15"),
        (page("utf-8", "iso-8859-15"), "utf-8", "utf-8"),
        (page("utf-16", ""), "utf-8", "utf-16"),
    ],
)
def test_the_container_counts_before_the_page(content: bytes, container: str | None, encoding: str):
    layout, found = read_html(content, container)
    assert layout.blocks[1].text == BODY[0] and found == encoding


@pytest.mark.parametrize("content", [b"\xff\xfe<", b"\xff\xfe<\x00h\x00\x00\xd8"])
def test_a_mark_that_the_bytes_do_not_keep_is_refused(content: bytes):
    with pytest.raises(UnreadableError) as error:
        read_html(content)
    assert error.value.code == "encoding"


def test_utf_16_without_a_mark_is_read_where_it_is_declared():
    assert read_html(page("utf-16-le", ""), "utf-16-le")[0].blocks[1].text == BODY[0]
