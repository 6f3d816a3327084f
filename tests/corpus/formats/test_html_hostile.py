"""Web pages that are broken, empty or made to harm: they are read as far as they go or refused with a reason."""

import subprocess
import sys
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making_html import ARTICLE, BODY, TITLE, WHO, blocks_of, page

from pejlemaerker import read
from pejlemaerker.corpus.decoding import UnreadableError
from pejlemaerker.corpus.formats.html import read_html


def refusal(content: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as error:
        read_html(content)
    assert error.value.reason.endswith(".")
    return error.value


# nothing to read


@pytest.mark.parametrize(
    "content",
    [
        b"<html></html>",
        b"<!DOCTYPE html><html><head></head><body></body></html>",
        page(""),
        page("<script>var a = 'Vi skal lede.'</script><div id=app></div>"),
        page("<noscript>Sl&aring; scripts til.</noscript>"),
        page("", "<title>Nyt fra rådet</title>"),
        page("<img alt='Vi skal lede'><input value='Vi skal lede'>"),
        page("&nbsp; \u00a0 <p> </p>"),
        b'<html><frameset cols="1,2"><frame src=a></frameset></html>',
    ],
)
def test_a_page_without_words_is_refused_with_what_to_do(content: bytes):
    error = refusal(content)
    assert error.code == "no_text" and "browser" in error.reason


@pytest.mark.parametrize(("content", "code"), [(b"", "empty"), (b" \n", "empty"), (b"<!-- x -->", "broken")])
def test_what_is_no_page_is_refused(content: bytes, code: str):
    assert refusal(content).code in (code, "no_text")


def test_a_page_with_nul_bytes_is_binary():
    assert refusal(page(f"{ARTICLE}\x00")).code == "binary"


def test_the_number_of_a_nul_is_no_character():
    assert [block.text for block in blocks_of(f"<h1>{TITLE}&#0;</h1><p>{WHO}&#x1;</p>")][1].startswith(WHO)


# broken pages


@pytest.mark.parametrize(
    "content",
    [
        f"<h1>{TITLE}<p>{'<p>'.join(BODY)}",
        f"<html><body><h1>{TITLE}</h1><div><p>{'<p>'.join(BODY)}",
        f"</div></body><h1>{TITLE}</h1></span><p>{'</p></p><p>'.join(BODY)}</p></html></html>",
        f"<body><body><h1>{TITLE}</h1><p>{'</p><p>'.join(BODY)}</p><html>",
        f'<h1>{TITLE}</h1><p>{"</p><p>".join(BODY)}</p><a href="{"x" * 100_000}',
        f"<h1>{TITLE}</h1><p>{'</p><p>'.join(BODY)}</p><!-- uden ende",
        f"<h1>{TITLE}</h1><p>{'</p><p>'.join(BODY)}</p><script>uden ende",
        f"<?php echo 1 ?><h1>{TITLE}</h1><p>{'</p><p>'.join(BODY)}</p>",
        f"<h1>{TITLE}</h1><![CDATA[x]]><p>{'</p><p>'.join(BODY)}</p>",
    ],
)
def test_a_broken_page_is_read_as_browsers_do(content: str):
    texts = [block.text for block in read_html(content.encode())[0].blocks if block.zone is None]
    assert texts[0].startswith(TITLE.split()[0]) and texts[-4:] == BODY


@settings(deadline=None)
@given(st.data())
def test_damage_anywhere_is_read_or_refused(data):
    content = bytearray(
        page(f"<article>{ARTICLE}<ul><li>Et<li>To</ul><table><tr><td>a<td>b<tr><td>c<td>d</table></article>")
    )
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=10)):
        content[place] = data.draw(st.sampled_from(b"<>/\"'=& \xffa\n!-"))
    try:
        assert read_html(bytes(content))[0].blocks
    except UnreadableError as error:
        assert error.code and error.reason


TAGS = "p div br ul ol li table tr td th a sup h1 h2 b span script nav article caption pre"
tags = st.sampled_from(TAGS.split())


@settings(deadline=None)
@given(st.lists(st.tuples(tags, st.sampled_from(["<{}>", "</{}>", "<{} hidden>", "<{}>Vi skal lede"])), max_size=40))
def test_tags_in_any_order_are_read_or_refused(sequence):
    body = "".join(form.format(tag) for tag, form in sequence)
    try:
        found = blocks_of(f"<p>{WHO}</p>{body}<p>{BODY[1]}</p>")
    except UnreadableError as error:
        assert error.code and error.reason
    else:
        assert all(block.text.strip() and "<" not in block.text for block in found)
        assert all(block.level is None or block.level >= 1 for block in found)


# pages made to harm: each within a second or two, or refused


@pytest.mark.parametrize("tag", ["div", "b", "span", "ul><li", "table><tr><td", "blockquote", "sup", "font"])
def test_a_page_that_nests_without_end_is_read_or_refused_but_does_no_harm(tag: str):
    content = page(f"{ARTICLE}{f'<{tag}>' * 100_000}<p>Langt nede</p>")
    try:
        texts = [block.text for block in read_html(content)[0].blocks]
    except UnreadableError as error:
        assert error.code == "limit" and error.reason.endswith(".")
    else:
        assert BODY[0] in texts


@pytest.mark.parametrize("depth", [10, 100, 240])
def test_a_page_that_nests_as_deep_as_pages_do_is_read(depth: int):
    found = blocks_of("<div>" * depth + ARTICLE + "</div>" * depth)
    assert [block.text for block in found if block.zone is None] == [TITLE, *BODY]


def test_a_page_of_very_many_paragraphs_is_read_whole():
    found = blocks_of(f"<h1>{TITLE}</h1>" + "".join(f"<p>{WHO} {i}</p>" for i in range(25_000)))
    assert len(found) == 25_001 and found[-1].text == f"{WHO} 24999"


def test_fifty_thousand_siblings_are_read_whole():
    found = blocks_of(f"<h1>{TITLE}</h1><div>{''.join(f'<i>{i} </i>' for i in range(50_000))}</div><p>{WHO}</p>")
    assert len(found) == 3 and found[1].text.endswith("49999")


@pytest.mark.parametrize(
    "inner",
    [
        f'<p class="{"a" * 2_000_000}">Set.</p>',
        f'<p style="{"x:y;" * 200_000}">Set.</p>',
        f"<p {' '.join(f'a{i}=1' for i in range(5_000))}>Set.</p>",
        f"<p>Set.</p>{'<br>' * 50_000}",
        f"<p>Set.</p><table>{'<tr><td>a</td><td>b</td></tr>' * 5_000}</table>",
        f"<p>Set.</p><table><tr>{'<td>a</td>' * 10_000}</tr><tr><td>a<td>b</table>",
        f"<p>Set.</p><ol>{'<li value=99999999999999999999>a' * 5_000}</ol>",
        f"<p>Set.</p>{'&amp;' * 100_000}",
        f"<p>Set.</p>{'<' * 100_000}",
        f"<p>Set.{'a<sup>1</sup>' * 2_000}</p>",
    ],
    ids=["class", "style", "attributes", "breaks", "rows", "cells", "numbers", "entities", "brackets", "notes"],
)
def test_what_is_repeated_without_end_is_read(inner: str):
    found = blocks_of(f"<article><h1>{TITLE}</h1><p>{WHO}</p>{inner}<p>{BODY[1]}</p><p>{BODY[2]}</p></article>")
    texts = [block.text for block in found]
    assert any(text.startswith("Set.") for text in texts) and BODY[1] in texts


def test_entities_that_a_page_makes_up_are_not_written_out():
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    found = read_html(f"{bomb}<html><body>{ARTICLE}<p>&c;</p></body></html>".encode())[0].blocks
    assert not any("aaaa" in block.text for block in found)


def test_a_page_fetches_and_reads_nothing_else():
    """Neither files of this machine nor the net, which the process below cannot reach."""
    body = '<!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/hostname">]><html><base href="https://strandby.example/">'
    program = """
        import socket, sys
        def closed(*arguments, **named):
            raise AssertionError("the net was asked")
        socket.socket.connect = socket.create_connection = socket.getaddrinfo = closed
        from pejlemaerker.corpus.formats.html import read_html
        sys.stdout.write("\\n".join(block.text for block in read_html(sys.stdin.buffer.read())[0].blocks))
    """
    inner = f'{ARTICLE}<p>&f;</p><img src="https://strandby.example/b.png"><iframe src="file:///etc/hostname"></iframe>'
    done = subprocess.run(
        [sys.executable, "-c", dedent(program)],
        input=f'{body}<link rel="stylesheet" href="https://strandby.example/a.css"><body>{inner}</body></html>'.encode(),
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert [line for line in done.stdout.decode().splitlines() if len(line) > 5] == [TITLE, *BODY]


def test_a_page_that_cannot_be_read_is_a_row_of_skipped():
    found = read(page("<script>vis()</script>"), name="tom.html")
    assert found.document is None and [row["code"] for row in found.skipped] == ["no_text"]
