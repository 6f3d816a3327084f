"""Opening files in a process of its own: what comes back is what comes without it, and no file takes more than itself down."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from pejlemaerker.corpus import limits, opening_process
from pejlemaerker.corpus.decoding import UnreadableError
from pejlemaerker.corpus.limits import MAX_MEMORY, MAX_SECONDS, Reader, open_within_limits
from pejlemaerker.corpus.opening import open_document
from pejlemaerker.corpus.opening_process import LENGTH

FIXTURES = Path(__file__).resolve().parents[1] / "gold" / "formats"
FILES = sorted(path for path in FIXTURES.glob("artikel*") if path.suffix != ".json")
TEXT = "Rådet vil lede 🚢".encode()
PAGE = "<html><body><h1>Nyt fra rådet</h1><p>Rådet vil lede.</p></body></html>".encode()


@pytest.fixture(scope="module")
def reader():
    """A process with the limits of a run, for all tests that do not harm it."""
    found = Reader(MAX_SECONDS, MAX_MEMORY)
    yield found
    found.close()


@pytest.fixture
def own_reader():
    """A function: a process with limits of its own, ended after the test."""
    started = []

    def make(seconds: float = MAX_SECONDS, memory: int = MAX_MEMORY) -> Reader:
        started.append(Reader(seconds, memory))
        return started[-1]

    yield make
    for found in started:
        found.close()


def refusal(found: Reader, content: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as error:
        found.open(content)
    assert error.value.reason.endswith(".")
    return error.value


def process_of(found: Reader) -> subprocess.Popen[bytes]:
    assert found._child is not None
    return found._child


# the same as without it


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_opened_as_without_a_process_of_its_own(reader: Reader, path: Path):
    assert reader.open(path.read_bytes()) == open_document(path.read_bytes())


@pytest.mark.parametrize(
    "content",
    [
        "Rådet vil lede 🚢 \u2028 og \x85 lede\tigen".encode(),
        b"Hej \xed\xa0\x80 med dig",
        b"Hej \xff\xfe\x9d med dig",
        "<p>Hej &#xD800; &#55357; &#x1F6A2; \ufffe med dig</p>".encode(),
        '<html><head><meta property="og:title" content="Hej &#xD800; 🚢"></head><p>Hej</p></html>'.encode(),
        "---\ntitle: Nyt \\ud83d\ndate: 2024-03\nauthors: [Ditte Lyngholm]\n---\nRådet vil lede.".encode(),
        ("Rådet vil lede 🚢. " * 20_000).encode(),
    ],
)
def test_strange_characters_survive_the_way_back(reader: Reader, content: bytes):
    found = reader.open(content)
    assert found == open_document(content)
    assert not any("\ud800" <= char <= "\udfff" for block in found.blocks for char in block.text)


def test_half_a_character_in_what_is_stated_survives_the_way_back(reader: Reader):
    content = b'---\ntitle: "Nyt \\ud800 fra"\n---\nHej med dig'
    assert reader.open(content) == open_document(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \n",
        b"---\n\n***\n",
        bytes(range(256)) * 20,
        b"\xff\xfeh",
        b"%PDF-1.7\n",
        b"PK\x03\x04...",
        b"{\\rtf1 hej}",
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
        b"<html><script>vis()</script></html>",
        FILES[0].read_bytes()[:1],
        (FIXTURES / "artikel.docx").read_bytes()[:2000],
        (FIXTURES / "artikel.pdf").read_bytes()[:2000],
    ],
)
def test_a_refusal_comes_back_with_its_code_and_its_reason(reader: Reader, content: bytes):
    try:
        found = open_document(content)
    except UnreadableError as error:
        refused = refusal(reader, content)
        assert (refused.code, refused.reason) == (error.code, error.reason)
    else:
        assert reader.open(content) == found


def test_one_process_reads_file_after_file_also_after_a_refusal(reader: Reader):
    reader.open(TEXT)
    first = process_of(reader).pid
    refusal(reader, b"%PDF-1.7\n")
    assert reader.open(PAGE).format == "html" and process_of(reader).pid == first


# limits


def test_a_file_that_takes_too_long_is_refused_and_says_how_long(own_reader):
    slow = own_reader(seconds=0.0)
    for content in (PAGE, TEXT):
        error = refusal(slow, content)
        assert error.code == "limit" and "longer than 0 seconds" in error.reason


def test_the_answer_to_a_file_that_took_too_long_is_not_taken_for_the_next_one(own_reader):
    found = own_reader(seconds=0.0)
    refusal(found, PAGE)
    found._seconds = MAX_SECONDS
    assert found.open(TEXT) == open_document(TEXT)


def test_a_file_that_takes_too_much_memory_is_refused_and_the_next_one_read(own_reader):
    small = own_reader(memory=60_000_000)
    assert small.open(TEXT).format == "text"
    first = process_of(small).pid
    error = refusal(small, b"Vi skal lede. " * 6_000_000)
    assert error.code == "limit" and "60 MB" in error.reason
    assert small.open(TEXT) == open_document(TEXT) and process_of(small).pid != first


def test_a_page_that_takes_too_much_memory_is_not_called_damaged(own_reader):
    assert refusal(own_reader(memory=300_000_000), b"<html><body>" + b"<p>Hej</p>" * 2_000_000).code == "limit"


def test_a_process_that_something_else_ended_is_started_again(own_reader):
    found = own_reader()
    found.open(TEXT)
    child = process_of(found)
    os.kill(child.pid, signal.SIGKILL)
    child.wait(timeout=30)
    assert found.open(PAGE).format == "html" and process_of(found).pid != child.pid


def test_a_run_that_is_stopped_in_the_middle_of_a_file_leaves_no_half_answer(own_reader, monkeypatch):
    def stopped(*_: object) -> bytes:
        raise KeyboardInterrupt

    found = own_reader()
    with monkeypatch.context() as patch:
        patch.setattr(limits, "_received", stopped)
        with pytest.raises(KeyboardInterrupt):
            found.open(PAGE)
    assert found.open(TEXT) == open_document(TEXT)


def test_no_process_is_left_when_it_is_closed(own_reader):
    found = own_reader()
    found.open(TEXT)
    child = process_of(found)
    found.close()
    assert child.poll() is not None
    found.close()
    assert found.open(TEXT).format == "text"


def test_the_process_ends_when_nobody_asks_any_more(own_reader):
    found = own_reader()
    found.open(TEXT)
    child = process_of(found)
    assert child.stdin is not None
    child.stdin.close()
    assert child.wait(timeout=30) == 0


# which files get a process


@pytest.mark.parametrize(
    ("content", "own"),
    [(TEXT, False), (b"---\ntitle: Nyt\n---\nHej", False), (TEXT * 20_000, True), (PAGE, True), (b"%PDF-1.7\n", True)],
)
def test_only_short_plain_text_is_opened_without_one(content: bytes, own: bool, monkeypatch):
    asked = []
    monkeypatch.setattr(Reader, "open", lambda _, content: asked.append(content) or open_document(TEXT))
    open_within_limits(content)
    assert asked == ([content] if own else [])


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n", b"PK\x03\x04..."])
def test_what_no_format_is_told_of_is_refused_at_once(content: bytes):
    with pytest.raises(UnreadableError):
        open_within_limits(content)


# the process from within


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UnreadableError("broken", "Save it anew."), "broken", "Save it anew."),
        (ZeroDivisionError("division by zero"), "failed", "ZeroDivisionError: division by zero"),
        (ValueError("x" * 10_000), "failed", "ValueError: x"),
        (KeyError("\ud800"), "failed", "KeyError"),
    ],
)
def test_whatever_goes_wrong_with_a_file_is_answered(error: Exception, code: str, said: str, monkeypatch):
    def broken(_: bytes) -> None:
        raise error

    monkeypatch.setattr(opening_process, "open_document", broken)
    with pytest.raises(UnreadableError) as refused:
        limits._opened(opening_process._answer(PAGE))
    assert refused.value.code == code and said in refused.value.reason
    assert len(refused.value.reason) < 400 and refused.value.reason.endswith(".")


def test_what_a_library_prints_is_not_taken_for_an_answer():
    program = """
        import os, sys
        from pejlemaerker.corpus import opening_process
        read = opening_process.open_document
        def noisy(content):
            print("Warning: odd file", flush=True)
            os.write(1, b"Warning from C")
            return read(content)
        opening_process.open_document = noisy
        opening_process._serve(2_000_000_000)
    """
    done = subprocess.run(
        [sys.executable, "-c", dedent(program)],
        input=(LENGTH.pack(len(TEXT)) + TEXT) * 2,
        capture_output=True,
        timeout=60,
        check=True,
    )
    (length,) = LENGTH.unpack(done.stdout[: LENGTH.size])
    assert len(done.stdout) == 2 * (LENGTH.size + length)
    assert limits._opened(done.stdout[-length:]) == open_document(TEXT)
