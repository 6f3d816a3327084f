"""Writes the article of `writers/source.py` in every format that is read, by the programs that people write such files with.

Run as `python write_formats.py`, with python-docx, python-pptx and pyphen (for its hyphenation patterns) installed, LibreOffice as
`soffice`, Chromium as `chromium`, and the Liberation fonts. The tests need none of them: the files are kept beside this one.
Where a program writes the time, a random name or an identifier into a file, it is overwritten; what is left to differ
between two runs is what another version of the program makes different.
"""

import json
from pathlib import Path

from writers.chromium import write_chromium
from writers.html import write_html
from writers.libreoffice import write_libreoffice
from writers.mail import write_mail
from writers.slides import write_slides
from writers.source import expected
from writers.text import write_text
from writers.word import write_word

FOLDER = Path(__file__).resolve().parent


def main() -> None:
    """Write all files and what is expected of them."""
    for write in (write_text, write_html, write_mail, write_word, write_slides, write_libreoffice, write_chromium):
        write(FOLDER)
    answer = json.dumps(expected(), ensure_ascii=False, indent=1)
    (FOLDER / "artikel.expected.json").write_text(answer + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
