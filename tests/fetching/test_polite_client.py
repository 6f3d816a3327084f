"""How sites are asked: by their rules, slowly, within limits, and never inside a private network.

What belongs here: one page and its host. Lists of pages, and what is kept of them, belong to the tests of fetching.
"""

import gzip
import socket
import threading
import tracemalloc
from collections.abc import Iterator
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_address

import pytest
from site_with_faults import HTML, FakeClock, Reply, Site, client, page, redirect, send, versioned

from pejlemaerker.fetching.addresses import checked, is_public
from pejlemaerker.fetching.bodies import read_body
from pejlemaerker.fetching.errors import (
    AddressRefusedError,
    HostLeftAloneError,
    NoAnswerError,
    NoArticleError,
    RobotsRefusedError,
    TooLargeError,
)
from pejlemaerker.fetching.web import PoliteClient

# who asks


def test_a_page_comes_as_it_was_sent_and_the_site_knows_who_asks(site: Site):
    site.pages["/a"] = page("Pejlemærket", **{"Last-Modified": "Mon, 11 Mar 2024 10:00:00 GMT", "ETag": '"1"'})
    answer = client().get(f"{site.address}/a#afsnit")
    assert answer.content == "<html><p>Pejlemærket</p></html>".encode() and answer.content_type == "text/html"
    assert (answer.etag, answer.last_modified) == ('"1"', "Mon, 11 Mar 2024 10:00:00 GMT")
    assert site.paths() == ["/a"] and all("pejlemaerker" in asked["user-agent"] for _, asked in site.requests)


def test_cookies_are_not_sent_back(site: Site):
    site.pages["/a"] = page("x", **{"Set-Cookie": "hvem=dig; Path=/"})
    asking = client()
    asking.get(f"{site.address}/a")
    asking.get(f"{site.address}/a")
    assert len(site.paths()) == 2 and not any("cookie" in asked for _, asked in site.requests)


def test_a_page_that_is_known_is_not_sent_again(site: Site):
    site.pages["/a"] = versioned("x", '"1"')
    asking = client()
    assert asking.get(f"{site.address}/a", etag='"1"').status == 304
    assert asking.get(f"{site.address}/a", etag='"0"').status == 200


def test_a_packed_page_is_unpacked(site: Site):
    site.pages["/a"] = Reply(gzip.compress(b"<html>x</html>"), 200, {"Content-Type": HTML, "Content-Encoding": "gzip"})
    assert client().get(f"{site.address}/a").content == b"<html>x</html>"


def test_the_environment_cannot_lead_the_requests_elsewhere(site: Site, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    site.pages["/a"] = page("x")
    assert client().get(f"{site.address}/a").status == 200


# robots.txt


@pytest.mark.parametrize(
    "rules",
    ["User-agent: *\nDisallow: /lukket", "User-agent: Pejlemaerker\nDisallow: /lukket\n\nUser-agent: *\nAllow: /"],
)
def test_what_robots_txt_closes_is_not_asked_for(site: Site, rules: str):
    site.pages |= {"/robots.txt": Reply(rules.encode()), "/lukket/a": page("x"), "/aaben": page("x")}
    asking = client()
    with pytest.raises(RobotsRefusedError, match=r"robots\.txt"):
        asking.get(f"{site.address}/lukket/a")
    assert asking.get(f"{site.address}/aaben").status == 200
    assert site.paths(robots=True) == ["/robots.txt", "/aaben"], "the rules are read once, and the closed page never"


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_rules_is_open(site: Site, status: int):
    site.pages |= {"/robots.txt": Reply(b"", status), "/a": page("x")}
    assert client().get(f"{site.address}/a").status == 200


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_site_whose_rules_cannot_be_read_is_closed_this_time(site: Site, status: int):
    site.pages |= {"/robots.txt": Reply(b"", status), "/a": page("x")}
    asking = client()
    for _ in range(2):
        with pytest.raises(NoAnswerError, match="this time"):
            asking.get(f"{site.address}/a")
    assert site.paths() == []


def test_rules_that_do_not_come_in_time_close_the_site(site: Site, clock: FakeClock):
    site.pages |= {"/robots.txt": dripping(clock), "/a": page("x")}
    with pytest.raises(NoAnswerError, match=r"robots.txt .* 30 seconds"):
        client(clock).get(f"{site.address}/a")


def test_rules_that_are_no_rules_close_nothing(site: Site):
    site.pages |= {"/robots.txt": Reply(bytes(range(256)) * 4000), "/a": page("x")}
    assert client().get(f"{site.address}/a").status == 200


def test_a_redirect_to_a_closed_page_is_not_followed(site: Site):
    site.pages |= {"/robots.txt": Reply(b"User-agent: *\nDisallow: /b"), "/a": redirect("/b"), "/b": page("x")}
    with pytest.raises(RobotsRefusedError):
        client().get(f"{site.address}/a")
    assert site.paths() == ["/a"]


# pace


@pytest.mark.parametrize(
    ("rules", "pause"),
    [("", 1.0), ("User-agent: *\nCrawl-delay: 7", 7.0), ("User-agent: *\nRequest-rate: 1/20", 20.0)],
)
def test_a_host_is_asked_no_sooner_than_it_likes(site: Site, clock: FakeClock, rules: str, pause: float):
    site.pages |= {"/robots.txt": Reply(rules.encode()), "/a": page("x")}
    asking = client(clock)
    for _ in range(3):
        asking.get(f"{site.address}/a")
    assert clock.slept == [pause] * 3, "also between the rules and the first page"


def test_a_host_that_wants_hours_between_two_pages_is_not_asked(site: Site, clock: FakeClock):
    site.pages |= {"/robots.txt": Reply(b"User-agent: *\nCrawl-delay: 3600"), "/a": page("x")}
    with pytest.raises(RobotsRefusedError, match="3600 seconds"):
        client(clock).get(f"{site.address}/a")
    assert site.paths() == [] and clock.slept == []


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_host_is_asked_again_when_it_says(site: Site, clock: FakeClock, status: int):
    site.pages["/a"] = [Reply(b"", status, {"Retry-After": "17"}), page("x")]
    assert client(clock).get(f"{site.address}/a").status == 200
    assert clock.slept == [1.0, 17.0]


def test_a_busy_host_may_name_a_time(site: Site, clock: FakeClock):
    def busy(handler: BaseHTTPRequestHandler) -> None:
        moment = clock.now().replace(microsecond=0)
        send(
            handler,
            Reply(b"", 503, {"Retry-After": format_datetime(moment.replace(minute=moment.minute + 1), usegmt=True)}),
        )

    site.pages["/a"] = [busy, page("x")]
    assert client(clock).get(f"{site.address}/a").status == 200
    assert clock.slept == [1.0, 60.0]


@pytest.mark.parametrize("said", [{}, {"Retry-After": "snart"}, {"Retry-After": "-5"}, {"Retry-After": ""}])
def test_a_host_that_stays_busy_is_left_alone(site: Site, clock: FakeClock, said: dict[str, str]):
    site.pages |= {"/a": Reply(b"", 429, said), "/b": page("x")}
    asking = client(clock)
    for path in ("/a", "/b"):
        with pytest.raises(HostLeftAloneError, match=r"127\.0\.0\.1 is busy"):
            asking.get(f"{site.address}{path}")
    assert site.paths() == ["/a"] * 3 and clock.slept == [1.0, 5.0, 10.0]


def test_a_host_that_asks_for_a_long_wait_is_left_alone_at_once(site: Site, clock: FakeClock):
    site.pages["/a"] = Reply(b"", 429, {"Retry-After": "86400"})
    with pytest.raises(HostLeftAloneError, match="86400 seconds"):
        client(clock).get(f"{site.address}/a")
    assert site.paths() == ["/a"] and clock.slept == [1.0]


def test_a_host_that_is_silent_is_not_asked_for_ever(clock: FakeClock):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{free.getsockname()[1]}"
    asking = client(clock)
    said = []
    for number in range(5):
        with pytest.raises(NoAnswerError) as caught:
            asking.get(f"{nowhere}/{number}")
        said.append(str(caught.value))
    assert all("robots.txt could not be read" in reason for reason in said), "one knock is enough"


def test_a_host_that_falls_silent_is_left_alone(site: Site, clock: FakeClock):
    site.pages["/a"] = lambda handler: setattr(handler, "close_connection", True)
    asking = client(clock)
    for _ in range(3):
        with pytest.raises(NoAnswerError, match="no whole answer"):
            asking.get(f"{site.address}/a")
    with pytest.raises(HostLeftAloneError, match="3 times in a row"):
        asking.get(f"{site.address}/a")
    assert len(site.paths()) == 3


# limits


def dripping(clock: FakeClock):
    """A page that comes one byte at a time, ten seconds each."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        for _ in range(100_000):
            clock.seconds += 10
            handler.wfile.write(b"x")

    return answer


def test_a_page_that_drips_in_is_given_up_and_so_is_a_host_that_only_drips(site: Site, clock: FakeClock):
    site.pages["/a"] = dripping(clock)
    asking = client(clock)
    for _ in range(3):
        with pytest.raises(NoAnswerError, match="longer than 30 seconds"):
            asking.get(f"{site.address}/a")
    with pytest.raises(HostLeftAloneError, match="3 times in a row"):
        asking.get(f"{site.address}/a")


def test_headers_that_drip_in_are_given_up(site: Site, clock: FakeClock):
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.flush_headers()
        for number in range(100_000):
            clock.seconds += 10
            handler.wfile.write(f"X-{number}: x\r\n".encode())

    site.pages["/a"] = answer
    with pytest.raises(NoAnswerError, match="longer than 30 seconds"):
        client(clock).get(f"{site.address}/a")


def test_a_host_that_says_nothing_is_given_up(site: Site):
    release = []
    site.pages["/a"] = lambda handler: release.append(handler.rfile.read(1))  # waits until the client hangs up
    with pytest.raises(NoAnswerError, match=r"longer than 0\.2 seconds"):
        client(seconds=0.2).get(f"{site.address}/a")


def test_a_page_that_breaks_off_is_none(site: Site):
    def answer(handler: BaseHTTPRequestHandler) -> None:
        send(handler, Reply(b"<html>halv", 200, {"Content-Length": "5000"}))
        handler.close_connection = True

    site.pages["/a"] = answer
    with pytest.raises(NoAnswerError, match="no whole answer"):
        client().get(f"{site.address}/a")


@pytest.mark.parametrize(
    ("body", "encoding"), [(gzip.compress(b"x" * 5000, mtime=0)[:-20], "gzip"), (b"x" * 50, "gzip"), (b"x" * 50, "br")]
)
def test_a_packed_page_that_cannot_be_unpacked_is_none(site: Site, body: bytes, encoding: str):
    site.pages["/a"] = Reply(body, 200, {"Content-Type": HTML, "Content-Encoding": encoding})
    with pytest.raises(NoAnswerError, match="answer"):
        client().get(f"{site.address}/a")


def test_a_page_that_says_it_is_too_large_is_not_read(site: Site):
    site.pages["/a"] = lambda handler: send(handler, Reply(b"x", 200, {"Content-Length": "20000001"}))
    with pytest.raises(TooLargeError, match="20 MB"):
        client().get(f"{site.address}/a")


def test_a_page_without_end_is_cut(site: Site):
    sent = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for _ in range(100_000):
            handler.wfile.write(b"1000\r\n" + b"x" * 4096 + b"\r\n")
            sent.append(4096)

    site.pages["/a"] = answer
    with pytest.raises(TooLargeError):
        client(body=100_000).get(f"{site.address}/a")
    assert sum(sent) < 50_000_000


def test_a_page_that_unpacks_to_more_than_the_limit_is_cut(site: Site):
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert len(bomb) < 100_000
    site.pages["/a"] = Reply(bomb, 200, {"Content-Type": HTML, "Content-Encoding": "gzip"})
    with pytest.raises(TooLargeError, match="1 MB"):
        client(body=1_000_000).get(f"{site.address}/a")


def test_unpacking_takes_no_more_memory_than_the_limit():
    bomb = gzip.compress(b"\0" * 50_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(TooLargeError):
            read_body([bomb], "gzip", 1_000_000)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kind", ["image/png", "video/mp4"])
def test_pictures_and_films_are_not_read(site: Site, kind: str):
    site.pages["/a"] = Reply(b"x", 200, {"Content-Type": kind})
    with pytest.raises(NoArticleError, match=kind):
        client().get(f"{site.address}/a")


def test_an_answer_that_is_no_http_is_none(site: Site):
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"\x00\xff nonsens\r\n\r\n")
        handler.close_connection = True

    site.pages["/a"] = answer
    with pytest.raises(NoAnswerError):
        client().get(f"{site.address}/a")


# redirects


def test_a_redirect_is_followed_and_the_last_address_told(site: Site):
    site.pages |= {"/a": redirect("b?c=1"), "/b?c=1": redirect("/d", 308), "/d": page("x")}
    assert client().get(f"{site.address}/a").address == f"{site.address}/d"


def test_redirects_in_a_circle_end(site: Site):
    site.pages |= {"/a": redirect("/b"), "/b": redirect("/a")}
    with pytest.raises(NoAnswerError, match="more than 5 times"):
        client().get(f"{site.address}/a")
    assert len(site.paths()) == 6


@pytest.mark.parametrize(
    "to",
    [
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://127.0.0.2/",
        "http://[::1]/",
        "http://0x7f000002/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/a",
        "http://navn:kode@127.0.0.1/",
    ],
)
def test_a_redirect_to_what_is_never_asked_is_refused(site: Site, to: str):
    site.pages["/a"] = redirect(to)
    with pytest.raises(AddressRefusedError):
        client().get(f"{site.address}/a")
    assert site.paths() == ["/a"]


@pytest.mark.parametrize("to", ["javascript:alert(1)", "http://strandby.example:99999999/"])
def test_a_redirect_to_nonsense_leads_nowhere(site: Site, to: str):
    site.pages["/a"] = redirect(to)
    with pytest.raises((AddressRefusedError, NoAnswerError)):
        client().get(f"{site.address}/a")


# the network


def test_this_machine_is_never_asked(site: Site):
    site.pages["/a"] = page("x")
    with pytest.raises(AddressRefusedError, match="private network"):
        PoliteClient(clock=FakeClock()).get(f"{site.address}/a")
    with pytest.raises(AddressRefusedError, match="private network"):
        PoliteClient(clock=FakeClock()).get(site.address.replace("127.0.0.1", "localhost"))
    assert site.requests == []


def test_a_name_is_looked_up_once_and_what_was_judged_is_asked(site: Site, monkeypatch: pytest.MonkeyPatch):
    site.pages["/a"] = page("x")
    port = int(site.address.rpartition(":")[2])
    looked_up = []

    def lookup(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        if host != "nyt.strandby.example":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
        looked_up.append(host)
        number = "127.0.0.1" if len(looked_up) == 1 else "10.0.0.1"  # a name that leads elsewhere the second time
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    assert client().get(f"http://nyt.strandby.example:{port}/a").status == 200
    assert looked_up == ["nyt.strandby.example"] and site.requests[0][1]["host"] == f"nyt.strandby.example:{port}"
    with pytest.raises(AddressRefusedError, match=r"10\.0\.0\.1"):
        client().get(f"http://nyt.strandby.example:{port}/a")


@pytest.fixture
def silent_resolver(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names that were looked up, in vain: no answer comes before the test is over."""
    over, asked = threading.Event(), []

    def lookup(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        asked.append(host)
        over.wait()
        return []

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    yield asked
    over.set()


@pytest.mark.parametrize("limits", [{"look_up": 0.05}, {"seconds": 0.05}])
def test_a_name_that_nobody_answers_for_is_given_up(silent_resolver: list[str], limits: dict[str, float]):
    asking = client(**limits)
    for path in ("a", "b"):
        with pytest.raises(NoAnswerError, match=r"nyt\.strandby\.example could not be looked up within 0\.05 seconds"):
            asking.get(f"http://nyt.strandby.example/{path}")
    assert silent_resolver == ["nyt.strandby.example"], "one try is enough for a site in a run"
    waiting = [thread for thread in threading.enumerate() if "strandby" in thread.name]
    assert waiting and all(thread.daemon for thread in waiting), "they keep no process from ending"


def test_a_name_that_does_not_exist_is_told(monkeypatch: pytest.MonkeyPatch):
    def lookup(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    with pytest.raises(NoAnswerError, match=r"there is no host nyt\.strandby\.example .*not known"):
        client().get("http://nyt.strandby.example/a")


@pytest.mark.parametrize(
    "number",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
        ),
        *("240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1"),
        *("64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "::ffff:10.0.0.1", "64:ff9b::a9fe:a9fe"),
    ],
)
def test_numbers_that_are_not_of_the_open_internet(number: str):
    assert not is_public(ip_address(number))


@pytest.mark.parametrize("number", ["8.8.8.8", "185.15.59.224", "2a00:1450:4001:81c::200e", "64:ff9b::808:808"])
def test_numbers_of_the_open_internet(number: str):
    assert is_public(ip_address(number))


@pytest.mark.parametrize(
    "address",
    ["", "nyt", "/nyt", "http://", "http:///a", "ftp://strandby.example/a", "http://navn@strandby.example/",
     "https://navn:kode@strandby.example/", "http://[::1", "http://strandby.example:99999999/", "http://a\n.dk/",
     "data:text/html,x", f"http://strandby.example/{'a' * 2000}"],
)  # fmt: skip
def test_what_is_no_address_of_an_open_page(address: str):
    with pytest.raises(AddressRefusedError):
        checked(address)
