"""Every command that a page or a help text shows is one that the program takes; options are checked also where nothing is run."""

import importlib.util
import re
from pathlib import Path

import pytest
from doc_commands import command_lines, examples, of_pejl, parse
from doc_pages import PAGES, ROOT, blocks, codes, name_of

TARGETS = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
EXAMPLES = sorted(set(examples()))


def fault(words: list[str]) -> str | None:
    """Why a command would not be taken: options of `pejl`, targets of make, modules and files of Python."""
    arguments = of_pejl(words)
    if arguments is not None:
        return parse(arguments)
    if words[0] == "make":
        unknown = [word for word in words[1:] if "=" not in word and word not in TARGETS]
        return f"make has no {unknown[0]}" if unknown else None
    if words[0].endswith("python") and words[1:2] == ["-m"]:
        return None if importlib.util.find_spec(words[2]) else f"no module {words[2]}"
    if words[0].endswith("python") and words[1].endswith(".py"):
        return None if (ROOT / words[1]).is_file() else f"no file {words[1]}"
    return None


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_command_of_a_page_is_one_that_is_taken(page: Path):
    shown = [words for block in blocks(page) if block.language == "sh" for words in command_lines(block.code)]
    wrong = {" ".join(words): fault(words) for words in shown}
    assert {command: said for command, said in wrong.items() if said} == {}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_what_a_sentence_says_of_a_command_is_one_that_is_taken(page: Path):
    named = [
        words for code in codes(page) if re.match(r"(\.venv/bin/)?pejl |make ", code) for words in command_lines(code)
    ]
    wrong = {" ".join(words): fault(words) or "" for words in named}
    unknown = {command: said for command, said in wrong.items() if said and not re.search("Missing|requires an", said)}
    assert unknown == {}, "a sentence may leave out what an option or a command needs, and no more"


@pytest.mark.parametrize(("command", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_every_example_of_a_help_text_is_taken(command: str, example: str):
    assert [fault(words) for words in command_lines(example)] == [None]
    assert f"{example} ".startswith(f"{command} ")


def test_the_help_texts_show_how_it_is_done():
    assert len(EXAMPLES) >= 10


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("pejl build --artikles articles", "--artikles"),
        (".venv/bin/pejl frobnicate", "frobnicate"),
        ("ARTICLES=x .venv/bin/pejl build --wait soon", "soon"),
        ("pejl verify", "RELEASE"),
        ("pejl review x \\\n  --tabel kpis", "--tabel"),
        ("true  # this is fine\npejl verify a b | less", "b"),
        ("make rnu", "rnu"),
        (".venv/bin/python -m pejlemaerker.nothing", "nothing"),
        (".venv/bin/python tests/nothing.py", "nothing"),
    ],
)
def test_a_command_that_is_not_taken_is_found(code: str, said: str):
    faults = [fault(words) for words in command_lines(code)]
    assert any(said in found for found in faults if found)
