"""Mails and pages that a browser saved: which of their parts is the article, and what their headers say of it."""

from base64 import b64encode
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejlemaerker import read
from pejlemaerker.corpus.claims import Layout
from pejlemaerker.corpus.decoding import UnreadableError
from pejlemaerker.corpus.formats.mail import read_mail
from pejlemaerker.corpus.formats.saved_page import read_saved_page
from pejlemaerker.corpus.recognising import format_of

SAID = "Hjemmeplejen i Strandby får lov at bruge den tid, der er brug for."
LONG = " ".join([SAID] * 4)
TEXT = "Content-Type: text/plain; charset=utf-8"
PAGE = "Content-Type: text/html; charset=utf-8"
PICTURE = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo="


def mail(body: str | bytes, kind: str = TEXT, **headers: str) -> bytes:
    """A mail with the header `kind` of its body; `headers` replace the usual ones, empty ones are left out."""
    usual = {
        "From": "Strandby Kommune <presse@strandby.example>",
        "Date": "Tue, 12 Mar 2024 08:00:00 +0100",
        "Subject": "Strandby slipper stopuret",
        "MIME_Version": "1.0",
    }
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in (usual | headers).items() if value]
    return "\n".join([*lines, kind, "", ""]).encode() + (body.encode() if isinstance(body, str) else body)


def parts(*inner: str, kind: str = "alternative", boundary: str = "xx") -> tuple[str, str]:
    """The body and the header of a message of several parts."""
    body = "".join(f"--{boundary}\n{part}\n" for part in inner) + f"--{boundary}--\n"
    return body, f'Content-Type: multipart/{kind}; boundary="{boundary}"'


def nested(*inner: str, kind: str = "alternative", boundary: str = "yy") -> str:
    """A message of several parts as a part of another."""
    body, header = parts(*inner, kind=kind, boundary=boundary)
    return f"{header}\n\n{body}"


def texts(layout: Layout) -> list[str]:
    return [block.text for block in layout.blocks]


def body_of(content: bytes) -> list[str]:
    """The texts of a mail but for its subject."""
    found = texts(read_mail(content)[0])
    return found[1:] if found[0] == "Strandby slipper stopuret" else found


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableError) as error:
        read_mail(content)
    assert error.value.reason.endswith(".")
    return error.value.code


# headers


def test_a_mail_is_an_article_with_subject_date_and_sender():
    layout, encoding = read_mail(mail(SAID))
    assert texts(layout) == ["Strandby slipper stopuret", SAID] and encoding is None
    assert (layout.blocks[0].shape, layout.blocks[0].level) == ("heading", 1)
    claims = layout.claims
    assert (claims.title, claims.publisher) == ("Strandby slipper stopuret", "Strandby Kommune")
    assert (claims.published, claims.published_precision) == (date(2024, 3, 12), "day")


def test_line_ends_of_the_net_do_not_matter():
    content = mail(f"{SAID}\n\n{SAID}\n-- \nDitte Lyngholm\n")
    assert read_mail(content.replace(b"\n", b"\r\n")) == read_mail(content)


@pytest.mark.parametrize(
    ("written", "subject"),
    [
        ("=?utf-8?q?R=C3=A5det_f=C3=A5r_lov?=", "Rådet får lov"),
        ("=?iso-8859-1?b?UuVkZXQgZuVyIGxvdg==?=", "Rådet får lov"),
        ("=?utf-8?q?R=C3=A5det?=\n =?utf-8?q?_f=C3=A5r_lov?=", "Rådet får lov"),
        ("Rådet\n får   lov", "Rådet får lov"),
        ("Re: SV: Fwd: Rådet får lov", "Rådet får lov"),
        ("VS:SV:Rådet får lov", "Rådet får lov"),
        ("Reform af rådet", "Reform af rådet"),
        ("Svar: Rådet får lov", "Svar: Rådet får lov"),
        *((subject, subject) for subject in ("Ledere: Vi mangler tid", "Det er svære: fem råd", "Nyt: Sv: rådet")),
    ],
)
def test_the_subject_is_the_title_without_marks_of_replies(written: str, subject: str):
    layout, _ = read_mail(mail(SAID, Subject=written))
    assert layout.claims.title == subject and texts(layout)[0] == subject


@pytest.mark.parametrize("subject", ["", "Re:", " "])
def test_a_mail_without_a_subject_has_no_title_made_up(subject: str):
    layout, _ = read_mail(mail(SAID, Subject=subject))
    assert layout.claims.title is None and texts(layout) == [SAID]


def test_a_headline_of_its_own_is_not_put_under_the_subject():
    own = "Slut med stopuret i Strandby Kommune"
    assert texts(read_mail(mail(f"{own}\n\n{LONG}"))[0]) == [own, LONG]
    assert texts(read_mail(mail(f"Strandby slipper stopuret\n\n{LONG}"))[0]) == ["Strandby slipper stopuret", LONG]


@pytest.mark.parametrize("salutation", ["Kære kolleger", "Til redaktionen"])
def test_a_salutation_is_no_headline(salutation: str):
    assert texts(read_mail(mail(f"{salutation}\n\n{LONG}"))[0])[0] == "Strandby slipper stopuret"


@pytest.mark.parametrize(
    ("sent", "day"),
    [
        ("12 Mar 24 08:00 +0100", date(2024, 3, 12)),
        ("Tue, 12 Mar 2024 23:30:00 -0500", date(2024, 3, 12)),
        ("Tue, 12 Mar 2024 08:00:00", date(2024, 3, 12)),
        ("", None),
        ("i går", None),
        ("2024-03-12", None),
        ("Tue, 99 Mar 2024 08:00:00 +0100", None),
        ("Tue, 12 Mar 99999 08:00:00 +0100", None),
        ("Tue, 12 Mar 2024 08:00:00 +9999", None),
        ("Tue, 12 Mar 2024 08:00:00 +99999999999999", None),
    ],
)
def test_the_day_of_sending_is_that_of_publication_where_it_can_be_read(sent: str, day: date | None):
    claims = read_mail(mail(SAID, Date=sent))[0].claims
    assert (claims.published, claims.published_precision) == (day, "day" if day else None)


@pytest.mark.parametrize(
    ("sender", "publisher"),
    [
        ('"Strandby Kommune" <a@b.example>', "Strandby Kommune"),
        ("=?utf-8?q?R=C3=B8dby_Kommune?= <a@b.example>", "Rødby Kommune"),
        ("Ditte Lyngholm <a@b.example>", None),
        ("Ditte Lyngholm, Strandby Kommune <a@b.example>", None),
        ('"Presse, Strandby Kommune" <a@b.example>', "Strandby Kommune"),
        ("a@b.example", None),
        ("", None),
        ("<<<>", None),
    ],
)
def test_a_sender_is_the_publisher_when_it_is_an_organisation(sender: str, publisher: str | None):
    assert read_mail(mail(SAID, From=sender))[0].claims.publisher == publisher


# encodings


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ("", SAID.encode()),
        ("Content-Type: text/plain", SAID.encode()),
        ("Content-Type: text/plain; charset=utf-8", SAID.encode()),
        ("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit", SAID.encode()),
        ("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit", SAID.encode("latin-1")),
        ("Content-Type: text/plain; charset=windows-1252", SAID.encode("cp1252")),
        ("Content-Type: text/plain; charset=utf-8", SAID.encode("cp1252")),
        ("Content-Type: text/plain; charset=us-ascii", SAID.encode()),
        ("Content-Type: text/plain; charset=x-dansk", SAID.encode()),
        ('Content-Type: text/plain; charset="utf-8; x=y"', SAID.encode()),
        ("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 9bit", SAID.encode()),
        ("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64", b64encode(SAID.encode())),
        (
            "Content-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64",
            b64encode(SAID.encode("utf-16")),
        ),
        (
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
            SAID.replace("å", "=C3=A5").replace("tid", "t=\nid").encode(),
        ),
        (
            "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable",
            SAID.replace("å", "=E5").encode(),
        ),
        ('Content-Type: text/plain; charset="utf\x00-8"', SAID.encode()),
        (
            "Content-Type: text/plain; charset=utf-16le\nContent-Transfer-Encoding: base64",
            b64encode(SAID.encode("utf-16-le")),
        ),
    ],
)
def test_the_words_are_read_however_they_were_packed(header: str, body: bytes):
    found = body_of(mail(body, header or "X-Nothing: here"))
    assert found == [SAID]


def test_base64_that_was_cut_off_is_no_article():
    packed = b64encode(LONG.encode())[:-3]
    content = mail(packed, f"{TEXT}\nContent-Transfer-Encoding: base64")
    try:
        found = body_of(content)
    except UnreadableError as error:
        assert error.code == "broken"
    else:
        assert found[0].startswith("Hjemmeplejen i Strandby")


# lines


def test_lines_of_flowed_text_are_joined_and_only_those():
    typed = "Vi skal bruge \ntiden på \nborgerne.\n\nDet er \nbedst.\nPunktum.\n"
    assert body_of(mail(typed, f"{TEXT}; format=flowed")) == [
        "Vi skal bruge tiden på borgerne.",
        "Det er bedst.",
        "Punktum.",
    ]
    assert "Vi skal bruge" in body_of(mail(typed))


def test_words_that_flowed_text_parted_are_joined():
    assert body_of(mail("Vi skal bruge ti \nden.\n", f"{TEXT}; format=flowed; delsp=yes")) == ["Vi skal bruge tiden."]


OTHER = "Vi har fået nok af skemaer, siger Asger Dal."


@pytest.mark.parametrize(
    "tail",
    [
        f"-- \n{OTHER}",
        f"> {OTHER}",
        f">{OTHER}\n> Hilsen",
        f"-----Oprindelig meddelelse-----\nFra: Asger Dal\n\n{OTHER}",
        f"----- Original Message -----\n{OTHER}",
        f"--\n{OTHER}",
        f"________________________________\nFra: Asger Dal\nSendt: 11. marts 2024 08:00\nTil: Presse\nEmne: Nyt\n\n{OTHER}",
    ],
)
@pytest.mark.parametrize("kind", [TEXT, f"{TEXT}; format=flowed"])
def test_signatures_and_what_is_replied_to_are_left_out(tail: str, kind: str):
    assert body_of(mail(f"{LONG}\n\n{tail}\n", kind)) == [LONG]


@pytest.mark.parametrize("line", ["--- \n", "- Vi skal lede.\n", "-- Vi skal lede.\n", "Tallet er > 5.\n"])
def test_lines_that_only_look_like_a_signature_or_a_reply_end_nothing(line: str):
    assert SAID in body_of(mail(f"{LONG}\n\n{line}\n{SAID}\n"))


def test_who_is_replied_to_is_left_out_too():
    assert body_of(mail(f"{LONG}\n\nDen 11. marts 2024 kl. 08.00 skrev Asger Dal:\n> {OTHER}\n")) == [LONG]


def test_an_answer_below_what_it_replies_to_is_read():
    assert body_of(mail(f"> Hvad skal I bruge?\n\n{LONG}\n")) == [LONG]


def test_a_release_that_was_forwarded_is_read_or_refused():
    content = mail(f"---------- Videresendt meddelelse ----------\nFra: Presse\nEmne: Nyt\n\n{LONG}\n")
    try:
        assert LONG in body_of(content)
    except UnreadableError as error:
        assert error.code == "no_text"


# parts


def test_the_page_is_read_when_it_shows_more_than_the_text():
    body, kind = parts(f"{TEXT}\n\n{LONG}\n\nEt\nTo", f"{PAGE}\n\n<p>{LONG}</p><ul><li>Et</li><li>To</li></ul>")
    layout, encoding = read_mail(mail(body, kind))
    assert encoding == "utf-8"
    assert [(block.text, block.shape) for block in layout.blocks[1:]] == [
        (LONG, "line"),
        ("Et", "list_item"),
        ("To", "list_item"),
    ]


def test_the_text_is_read_when_the_page_shows_no_more():
    body, kind = parts(f"{TEXT}\n\n{LONG}", f"{PAGE}\n\n<div>Vi ses i browseren. {LONG}</div>")
    assert read_mail(mail(body, kind))[1] is None and body_of(mail(body, kind)) == [LONG]


@pytest.mark.parametrize("text", ["Se denne mail i en browser.", ""])
def test_the_page_is_read_when_the_text_is_hardly_one(text: str):
    body, kind = parts(f"{TEXT}\n\n{text}", f"{PAGE}\n\n<div>{LONG}</div>")
    assert body_of(mail(body, kind)) == [LONG]


def test_a_mail_may_be_a_page_alone():
    assert body_of(mail(f"<html><head><title>Skabelon</title></head><body><p>{LONG}</p></body></html>", PAGE)) == [LONG]


def test_the_title_and_metadata_of_a_page_in_a_mail_are_those_of_the_mail_program():
    page = f'<head><title>Skabelon</title><meta property="og:site_name" content="Brevprogram"></head><p>{LONG}</p>'
    claims = read_mail(mail(page, PAGE))[0].claims
    assert (claims.title, claims.publisher) == ("Strandby slipper stopuret", "Strandby Kommune")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        parts(nested(f"{TEXT}\n\n{LONG}", f"{PAGE}\n\n<p>{LONG}</p>"), PICTURE, kind="mixed"),
        parts(f"{TEXT}\n\n{LONG}", nested(f"{PAGE}\n\n<p>{LONG}</p>", PICTURE, kind="related")),
        parts(nested(nested(f"{TEXT}\n\n{LONG}", boundary="zz"), kind="mixed"), kind="mixed"),
        parts(f"{TEXT}\n\n{LONG}", PICTURE, kind="ukendt"),
    ],
)
def test_the_article_is_found_in_parts_of_parts(body: str, kind: str):
    assert body_of(mail(body, kind)) == [LONG]


@pytest.mark.parametrize(
    "attached",
    [
        f'{TEXT}\nContent-Disposition: attachment; filename="bilag.txt"\n\n{OTHER}',
        f'{PAGE}\nContent-Disposition: attachment; filename="bilag.html"\n\n<h1>{OTHER}</h1>',
        f"Content-Type: message/rfc822\n\nFrom: a@b.example\nSubject: Et andet\n\n{OTHER}",
        "Content-Type: application/pdf\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nJVBERi0=",
    ],
)
def test_what_is_attached_is_no_part_of_the_article(attached: str):
    body, kind = parts(f"{TEXT}\n\n{LONG}", attached, kind="mixed")
    assert body_of(mail(body, kind)) == [LONG]


def test_a_mail_that_is_nothing_but_attachments_is_refused():
    pdf = "Content-Type: application/pdf\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64"
    assert refusal(mail("JVBERi0=\n", pdf)) == "no_text"
    letter = "Content-Type: message/rfc822\n\nFrom: a@b.example\nSubject: Et andet\n\nHej"
    assert refusal(mail(*parts(letter, kind="mixed"))) == "no_text"


def test_a_mail_that_was_cut_off_is_read_as_far_as_it_goes():
    body, kind = parts(f"{TEXT}\n\n{LONG}\n\n{OTHER}")
    assert body_of(mail(body.partition(OTHER)[0], kind)) == [LONG]


@pytest.mark.parametrize(
    "kind", ['Content-Type: multipart/alternative; boundary="en anden"', "Content-Type: multipart/mixed"]
)
def test_parts_that_cannot_be_told_apart_are_refused(kind: str):
    assert refusal(mail(parts(f"{TEXT}\n\n{LONG}")[0], kind)) == "no_text"


@pytest.mark.parametrize(
    ("body", "kind"),
    [("", TEXT), (" \n\n", TEXT), ("<html><body><img src='cid:1'></body></html>", PAGE), ("-- \nDitte Lyngholm", TEXT)],
)
def test_a_mail_without_a_word_is_refused(body: str, kind: str):
    assert refusal(mail(body, kind)) in ("no_text", "empty")


@pytest.mark.parametrize(
    "quoted",
    [
        '<blockquote type="cite">{}</blockquote>',
        '<div class="gmail_quote"><blockquote>{}</blockquote></div>',
        '<div style="display:none">{}</div>',
    ],
)
def test_what_is_replied_to_is_left_out_of_a_page_too(quoted: str):
    assert body_of(mail(f"<div>{LONG}</div>{quoted.format(OTHER)}", PAGE)) == [LONG]


def test_a_mail_with_a_picture_in_its_text_is_a_mail():
    body, kind = parts(f"{PAGE}\n\n<h1>Strandby slipper stopuret</h1><p>{LONG}</p>", PICTURE, kind="related")
    assert format_of(mail(body, kind)) == "eml"


def test_a_telephone_number_in_the_subject_is_masked():
    document = read(mail(LONG, Subject="Ring til rådet på 55 55 43 21")).document
    assert document is not None and "55 55 43 21" not in str(document)


# mails of a hostile hand


def in_parts(depth: int) -> bytes:
    opening = [f'multipart/mixed; boundary="b{i}"\n\n--b{i}\nContent-Type: ' for i in range(depth)]
    return mail("", f"Content-Type: {''.join(opening)}text/plain\n\n{SAID}")


def test_parts_within_parts_are_read():
    assert body_of(in_parts(40)) == [SAID]


def test_parts_without_end_are_refused():
    assert refusal(in_parts(1500)) in ("broken", "limit")


@pytest.mark.parametrize(
    "headers",
    [
        {"Subject": "=?utf-8?q?" + "=C3" * 5000 + "?="},
        {"Subject": "=?utf-8?x?abc?="},
        {"From": "(" * 500},
        {"From": '"' + "a" * 100_000},
        {"Date": "1" * 5000},
        {"Content_Disposition": "inline; filename*=x''%"},
    ],
)
def test_headers_that_are_none_cost_nothing_but_themselves(headers: dict[str, str]):
    assert LONG in texts(read_mail(mail(LONG, **headers))[0])


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["base64", "quoted-printable", "8bit", "x-uuencode", "7bit"]))
def test_any_body_is_read_or_refused(body: bytes, packed: str):
    try:
        assert read_mail(mail(body, f"{TEXT}\nContent-Transfer-Encoding: {packed}"))[0].blocks
    except UnreadableError as error:
        assert error.code and error.reason


@settings(deadline=None)
@given(st.data())
def test_damage_anywhere_is_read_or_refused(data):
    content = bytearray(mail(*parts(f"{TEXT}\n\n{LONG}", f"{PAGE}\n\n<h1>Nyt</h1><p>{LONG}</p>", PICTURE)))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=6)):
        content[place] = data.draw(st.sampled_from(b' \n:;="-<>=\xffa'))
    for reader in (read_mail, read_saved_page):
        try:
            reader(bytes(content))
        except UnreadableError as error:
            assert error.code and error.reason


# saved pages

SHOWN = f"<html><head><meta charset=utf-8></head><body><h1>Nyt fra rådet</h1><p>{LONG}</p></body></html>"
CHROME = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: {}\nSubject: Nyt\nDate: Thu, 14 Mar 2024 09:12:00 +0100\n"
    'MIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="xx"\n\n\n'
)


def saved(*inner: str, headers: str = CHROME.format("https://strandby.example/nyt?utm_source=brev#top")) -> bytes:
    return (headers + parts(*inner)[0]).encode()


def test_a_page_that_chrome_saved_is_read_with_its_address():
    content = saved(f"Content-Type: text/html\nContent-Location: https://strandby.example/ramme\n\n{SHOWN}", PICTURE)
    assert format_of(content) == "mhtml"
    layout, encoding = read_saved_page(content)
    assert texts(layout) == ["Nyt fra rådet", LONG] and encoding == "utf-8"
    assert layout.claims.url == "https://strandby.example/nyt"


def test_the_day_of_saving_is_not_that_of_publication():
    assert read_saved_page(saved(f"Content-Type: text/html\n\n{SHOWN}"))[0].claims.published is None


@pytest.mark.parametrize(
    ("headers", "part", "address"),
    [
        ("MIME-Version: 1.0\n", "Content-Location: https://strandby.example/nyt", "https://strandby.example/nyt"),
        (CHROME.format("cid:frame"), "Content-Location: file:///C:/nyt.html", None),
        ("MIME-Version: 1.0\n", "Content-ID: <1>", None),
    ],
)
def test_the_address_of_the_part_counts_where_the_file_gives_none(headers: str, part: str, address: str | None):
    start = headers if headers.endswith("\n\n") else f'{headers}Content-Type: multipart/related; boundary="xx"\n\n'
    layout, _ = read_saved_page(saved(f"Content-Type: text/html\n{part}\n\n{SHOWN}", headers=start))
    assert layout.claims.url == address


def test_the_address_that_the_page_claims_is_believed_first():
    page = SHOWN.replace("<meta", '<link rel="canonical" href="https://strandby.example/egen"><meta')
    assert read_saved_page(saved(f"Content-Type: text/html\n\n{page}"))[0].claims.url == "https://strandby.example/egen"


def test_the_page_is_the_first_and_frames_are_not_read():
    frame = "Content-Type: text/html\n\n<p>Reklame i en ramme</p>"
    style = "Content-Type: text/css\n\nbody { color: red }"
    assert texts(read_saved_page(saved(style, f"Content-Type: text/html\n\n{SHOWN}", frame))[0]) == [
        "Nyt fra rådet",
        LONG,
    ]


@pytest.mark.parametrize(
    ("header", "page"),
    [
        (
            'Content-Type: text/html; charset="windows-1252"',
            SHOWN.replace("å", "=E5").replace("<meta charset=utf-8>", ""),
        ),
        ("Content-Type: text/html", SHOWN.replace("å", "=C3=A5").replace("charset=utf-8", "charset=3Dutf-8")),
        (
            'Content-Type: application/xhtml+xml; charset="utf-8"',
            SHOWN.replace("å", "=C3=A5").replace("=utf-8", "=3Dutf-8"),
        ),
    ],
)
def test_the_page_is_read_however_it_was_packed(header: str, page: str):
    layout, _ = read_saved_page(saved(f"{header}\nContent-Transfer-Encoding: quoted-printable\n\n{page}"))
    assert texts(layout) == ["Nyt fra rådet", LONG]


@pytest.mark.parametrize(
    ("inner", "code"),
    [
        ("Content-Type: text/css\n\nbody { color: red }", "no_text"),
        ("Content-Type: text/plain\n\nHej", "no_text"),
        ("Content-Type: text/html\n\n", "empty"),
        ("Content-Type: text/html\n\n<html><script>vis()</script></html>", "no_text"),
    ],
)
def test_a_file_without_a_page_is_refused(inner: str, code: str):
    with pytest.raises(UnreadableError) as error:
        read_saved_page(saved(inner))
    assert error.value.code == code and error.value.reason.endswith(".")


def test_a_saved_page_that_was_cut_off_is_read_as_far_as_it_goes():
    content = saved(f"Content-Type: text/html\n\n{SHOWN}")
    assert texts(read_saved_page(content[: content.index(b"Hjemmeplejen") + 60])[0])[0] == "Nyt fra rådet"
