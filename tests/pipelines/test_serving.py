"""`pejl serve`: what a browser gets and does not get, which release it sees, and what is said when there is nothing to serve."""

import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from house import ROOT
from starlette.testclient import TestClient

from pejlemaerker.publication.releases import LATEST, parquet_file
from pejlemaerker.storage.files import to_arrow, write_parquet
from pipelines.command_line import main
from pipelines.serving import HEADERS, application
from schemas import EDITIONS, RELEASES

PAGE = (
    "<!doctype html><html lang='da'><head>\n<title>x</title></head><body>"
    + "<p>Færgen sejler.</p>" * 80
    + "</body></html>"
)


def _release(outputs: Path, version: str, *, site: bool = True) -> None:
    folder = outputs / "releases" / version
    row = dict.fromkeys(RELEASES.names, "x") | {"version": version, "previous_version": None, "edition": "full"}
    write_parquet(parquet_file(folder, RELEASES.name), to_arrow(RELEASES.frame([row])))
    (folder / "pejlemaerker.duckdb").write_bytes(b"DUCK" * 500)
    for lies in (folder, folder / "open") if site else ():
        for name in ("index.html", "404.html", "dokumenter/index.html"):
            place = lies / "site" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(PAGE.replace("Færgen", f"{version} {lies.name} {name}"), encoding="utf-8")
        (lies / "site/columns.bin").write_bytes(bytes(range(256)))
    link = outputs / LATEST
    link.unlink(missing_ok=True)
    link.symlink_to(folder)


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    _release(tmp_path, "0" * 12)
    return tmp_path


@pytest.fixture
def client(outputs: Path) -> Iterator[TestClient]:
    with TestClient(application(outputs, "full"), base_url="http://127.0.0.1") as client:
        yield client


def test_the_address_alone_leads_to_the_site_and_files_lie_beside_it(client: TestClient):
    front = client.get("/")
    assert front.status_code == 200 and front.url.path == "/site/" and "index.html sejler" in front.text
    assert client.get("/site/dokumenter/").status_code == 200
    download = client.get("/pejlemaerker.duckdb")
    assert download.content == b"DUCK" * 500 and download.headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize("path", ["/site/", "/site/nowhere.html", "/pejlemaerker.duckdb", "/"])
def test_every_answer_keeps_the_browser_to_this_host(client: TestClient, path: str):
    answer = client.get(path, follow_redirects=False)
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "http" not in HEADERS["Content-Security-Policy"] and "unsafe" not in HEADERS["Content-Security-Policy"]


def test_pages_are_sent_compressed_and_downloads_as_they_are(client: TestClient):
    asked = {"Accept-Encoding": "gzip"}
    assert client.get("/site/", headers=asked).headers["content-encoding"] == "gzip"
    assert "content-encoding" not in client.get("/pejlemaerker.duckdb", headers=asked).headers
    part = client.get("/pejlemaerker.duckdb", headers={**asked, "Range": "bytes=4-7"})
    assert part.status_code == 206 and part.content == b"DUCK"


def test_the_files_of_the_search_are_numbers_to_a_browser_and_kept_as_long_as_their_version(client: TestClient):
    assert client.get("/site/columns.bin").headers["content-type"] == "application/octet-stream"
    assert client.get("/site/columns.bin").headers["cache-control"] == "no-cache"
    assert "immutable" in client.get("/site/columns.bin?v=abc").headers["cache-control"]
    assert client.get("/site/gone.bin?v=abc").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path", ["/parquet/", "/parquet", "/../../etc/passwd", "/%2e%2e/%2e%2e/store", "/site/%2e%2e/%2e%2e/%2e%2e/x"]
)
def test_no_folder_is_listed_and_nothing_outside_is_read(client: TestClient, outputs: Path, path: str):
    (outputs / "store").write_text("secret")
    answer = client.get(path)
    assert answer.status_code == 404 and "secret" not in answer.text and "releases.parquet" not in answer.text


def test_a_lost_page_says_so_with_links_that_work_from_anywhere(client: TestClient):
    answer = client.get("/site/dokumenter/nowhere.html")
    assert answer.status_code == 404 and "404.html sejler" in answer.text and '<base href="/site/">' in answer.text


def test_another_host_name_is_refused(outputs: Path):
    with TestClient(application(outputs, "full"), base_url="http://rebound.example") as client:
        assert client.get("/site/").status_code == 400


def test_a_new_release_is_shown_without_a_restart(client: TestClient, outputs: Path):
    assert "0" * 12 in client.get("/site/").text
    _release(outputs, "1" * 12)
    assert "1" * 12 in client.get("/site/").text


def test_the_edition_for_publication_is_served_alone(outputs: Path):
    with TestClient(application(outputs, "open"), base_url="http://127.0.0.1") as client:
        assert "open index.html" in client.get("/").text
        assert client.get("/pejlemaerker.duckdb").status_code == 404


def test_every_edition_can_be_asked_for():
    choice = next(option.type for option in main.commands["serve"].params if option.name == "edition")
    assert isinstance(choice, click.Choice) and tuple(choice.choices) == EDITIONS


def test_without_a_release_it_says_how_to_make_one(tmp_path: Path):
    result = CliRunner().invoke(main, ["serve", "--outputs", str(tmp_path)])
    assert result.exit_code == 1 and "no release" in result.output and "make run" in result.output


def test_without_a_site_it_says_how_to_get_one(tmp_path: Path):
    _release(tmp_path, "2" * 12, site=False)
    result = CliRunner().invoke(main, ["serve", "--outputs", str(tmp_path)])
    assert result.exit_code == 1 and "no site" in result.output and "--no-site" in result.output


def test_a_port_that_is_taken_is_told_with_another(outputs: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", "--outputs", str(outputs), "--port", str(port)])
    assert result.exit_code == 1 and f"Port {port} is taken" in result.output and "--port" in result.output


def test_it_starts_answers_and_ends_well_with_ctrl_c(outputs: Path):
    code = "from pipelines.command_line import main; main()"
    command = [sys.executable, "-c", code, "serve", "--outputs", str(outputs), "--port", "0"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        assert running.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/", running.stdout.readline())
        assert found
        with urllib.request.urlopen(f"{found[0]}site/", timeout=30) as answer:
            assert answer.status == 200 and "sejler" in answer.read().decode()
        running.send_signal(2)
        assert running.wait(timeout=30) == 0
        assert running.stderr is not None and running.stderr.read() == ""
    finally:
        running.kill()
        running.wait()
