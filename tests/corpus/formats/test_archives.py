"""Zip archives: which document one is, and which are refused before anything in them is read."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making_office import docx, odt, p, zipped

from pejlemaerker.corpus.decoding import UnreadableError
from pejlemaerker.corpus.formats.office import zipped as limits
from pejlemaerker.corpus.formats.office.archives import kind_of_archive
from pejlemaerker.corpus.formats.office.docx import read_docx
from pejlemaerker.corpus.formats.office.odt import read_odt
from pejlemaerker.corpus.formats.office.pptx import read_pptx

FILES = Path(__file__).parent / "files"
READERS = {"docx": read_docx, "pptx": read_pptx, "odt": read_odt}
WORD = docx(p("Vi skal lede."))


def refusal(call, content):
    with pytest.raises(UnreadableError) as error:
        call(content)
    assert error.value.reason.endswith(".")
    return error.value


def members(content):
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(content, **parts):
    return zipped(
        members(content) | {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [("report.docx", "docx"), ("report-libreoffice.docx", "docx"), ("slides.pptx", "pptx"), ("report.odt", "odt")],
)
def test_documents_are_told_apart(name, kind):
    assert kind_of_archive((FILES / name).read_bytes()) == kind


def test_a_document_whose_parts_have_other_names_is_recognised_by_what_it_holds():
    parts = {name.replace("word/", "del/"): part.replace(b"word/", b"del/") for name, part in members(WORD).items()}
    assert kind_of_archive(zipped(parts)) == "docx"


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}, "Excel"),
        ({"mimetype": "application/vnd.oasis.opendocument.presentation", "content.xml": "<x/>"}, "presentation"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}, "spreadsheet"),
        ({"META-INF/container.xml": "<x/>"}, "e-book"),
        ({"en.txt": "Ord", "to.txt": "Ord"}, "2 files"),
    ],
)
def test_other_archives_are_named_and_refused(parts, what):
    error = refusal(kind_of_archive, zipped(parts))
    assert error.code == "unsupported"
    assert what in error.reason


def test_passwords_are_told_of():
    locked = bytearray(WORD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.find(signature)
        while at >= 0:
            locked[at + offset] |= 1
            at = locked.find(signature, at + 4)
    assert refusal(kind_of_archive, bytes(locked)).code == "encrypted"


def test_passwords_of_libreoffice_are_told_of():
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    content = odt("<text:p>Ord</text:p>", **{"META-INF/manifest.xml": manifest})
    assert refusal(kind_of_archive, content).code == "encrypted"
    assert refusal(read_odt, content).code == "encrypted"


@pytest.mark.parametrize("reader", READERS.values())
def test_half_a_file_is_broken(reader):
    assert refusal(reader, WORD[: len(WORD) // 2]).code == "broken"
    assert refusal(reader, b"PK\x03\x04").code == "broken"
    assert refusal(reader, b"").code == "broken"


def test_a_part_that_is_no_xml_is_broken():
    assert refusal(read_docx, changed(WORD, word__document_xml="<w:document")).code == "broken"


def test_a_missing_part_is_broken_only_when_it_holds_the_text():
    parts = members(WORD)
    del parts["word/styles.xml"], parts["word/numbering.xml"]
    assert read_docx(zipped(parts)).blocks
    del parts["word/document.xml"]
    assert refusal(read_docx, zipped(parts)).code == "broken"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_unread(encoding):
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert refusal(read_docx, changed(WORD, word__document_xml=bomb.encode(encoding))).code == "broken"
    assert refusal(read_docx, changed(WORD, word__styles_xml=bomb.encode(encoding))).code == "broken"


def test_the_word_doctype_in_running_text_is_no_reason_to_refuse():
    assert read_docx(docx(p("Skriv &lt;!DOCTYPE html> øverst"))).blocks[0].text == "Skriv <!DOCTYPE html> øverst"


def test_a_part_that_would_fill_the_memory_is_refused():
    assert refusal(kind_of_archive, changed(WORD, word__styles_xml=b" " * (limits.MAX_XML + 1))).code == "limit"


def test_an_archive_that_is_nothing_but_a_bomb_is_refused():
    assert refusal(kind_of_archive, changed(WORD, word__x_bin=b"\0" * 60_000_000)).code == "limit"


def test_a_long_table_of_empty_cells_is_no_bomb():
    row = f"<w:tr>{'<w:tc><w:tcPr/><w:p/></w:tc>' * 8}</w:tr>"
    assert read_docx(docx(f"<w:tbl>{row * 8_000}</w:tbl>" + p("Ord"))).blocks[0].text == "Ord"


def test_files_of_the_strict_standard_are_read():
    strict = {
        name: part.replace(b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/").replace(
            b"/2006/", b"/"
        )
        if not name.startswith("_") and "rels" not in name
        else part
        for name, part in members(WORD).items()
    }
    assert b"purl.oclc.org" in strict["word/document.xml"]
    assert read_docx(zipped(strict)).blocks[0].text == "Vi skal lede."


def test_a_relation_to_a_part_that_is_not_there_does_not_matter():
    broken_link = members(WORD)["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", b'<Relationship Id="p" Type="x/image" Target="../NULL"/></Relationships>'
    )
    assert read_docx(zipped(members(WORD) | {"word/_rels/document.xml.rels": broken_link})).blocks


@given(st.sampled_from(["report.docx", "slides.pptx", "report.odt"]), st.data())
def test_damage_anywhere_is_read_or_refused_but_never_an_error(name, data):
    content = bytearray((FILES / name).read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    for reader in READERS.values():
        try:
            reader(bytes(content))
        except UnreadableError as error:
            assert error.code in ("broken", "encrypted", "limit", "no_text", "unsupported")
