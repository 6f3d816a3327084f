"""Makes the PDF and Office articles in `articles/` from the sources beside this file, by the programs that people use.

    python tests/gold/sources/write_articles.py FOLDER

It needs LibreOffice (`soffice`) with the Danish hyphenation patterns (Debian: `hyphen-da`), Chromium, and the fonts Liberation
Sans and Serif. The Word file, the slides and the ODT come out the same every time on the same versions. In the report only the
hyphens and line breaks may differ between versions; the news page has the day of printing at its top, as Chromium prints it.
The plain text `referat-udvalget-for-naerdemokrati.txt` has no source: it is written as it is.
"""

import http.server
import re
import subprocess
import sys
import tempfile
import threading
import zipfile
from pathlib import Path

from press_release import write_press_release
from slides import write_slides

SOURCES = Path(__file__).parent
NEWS_ADDRESS = "http://www.skolesporet.example.dk/grundskole/skolebestyrelser-vil-se-tallene"
ZIP_DATE = (2025, 1, 1, 0, 0, 0)
RSID = re.compile(rb'(?<=config:name="Rsid" config:type="int">)\d+|(?<=config:name="RsidRoot" config:type="int">)\d+')


def convert(stem: str, to: str, folder: Path) -> Path:
    """The file that LibreOffice makes of `stem`.fodt in `folder`, with a user profile of its own."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", to]
        command += ["--outdir", str(folder), str(SOURCES / f"{stem}.fodt")]
        subprocess.run(command, check=True, timeout=180, capture_output=True)
    return folder / f"{stem}.{to}"


def date_pdf(path: Path) -> None:
    """The time of making and the hash of it set to one value; both keep their length, so no offset moves."""
    content = path.read_bytes()
    content = re.sub(rb"(?<=/CreationDate\(D:)\d{14}", b"20241118093000", content)
    content = re.sub(rb"(?<=<)[0-9A-F]{32}(?=>)", b"0" * 32, content)
    path.write_bytes(re.sub(rb"(?<=/DocChecksum /)[0-9A-F]{32}", b"0" * 32, content))


def date_zip(path: Path) -> None:
    """The members of a zip file written again with one date, in the same order, and without LibreOffice's random numbers."""
    with zipfile.ZipFile(path) as archive:
        members = [(item.filename, item.compress_type, archive.read(item)) for item in archive.infolist()]
    members = [(name, how, RSID.sub(b"1000000", content)) for name, how, content in members]
    with zipfile.ZipFile(path, "w") as archive:
        for name, compression, content in members:
            archive.writestr(zipfile.ZipInfo(name, ZIP_DATE), content, compression, 9 if compression else None)


class _Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((SOURCES / "nyhed-skolebestyrelser-vil-se-tallene.html").read_bytes())

    def log_message(self, *_: object) -> None:
        return


def print_news(folder: Path) -> None:
    """The news page printed by Chromium, which is told that the page's host is this program."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as profile:
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        command.append(f"--host-resolver-rules=MAP www.skolesporet.example.dk:80 127.0.0.1:{server.server_port}")
        command.append(f"--print-to-pdf={folder / 'nyhed-skolebestyrelser-vil-se-tallene.pdf'}")
        command.append(NEWS_ADDRESS)
        subprocess.run(command, check=True, timeout=120, capture_output=True)
    server.shutdown()


def main(folder: Path) -> None:
    """All of the files, in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    date_pdf(convert("rapport-overgange-uden-huller", "pdf", folder))
    date_zip(convert("tale-byggetilladelsen-er-et-loefte", "odt", folder))
    write_press_release(SOURCES / "pressemeddelelse-dansk-paa-jobbet.txt", folder)
    date_zip(folder / "pressemeddelelse-dansk-paa-jobbet.docx")
    write_slides(SOURCES / "oplaeg-data-er-ogsaa-ledelse.txt", folder)
    date_zip(folder / "oplaeg-data-er-ogsaa-ledelse.pptx")
    print_news(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
