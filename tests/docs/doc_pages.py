"""The pages of the project as a reader meets them: their code blocks, what these are said to print, links, headings and code in the text.

What belongs here: how markdown is read. What a block does when it is run stands in `doc_following`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
FOLLOWED = ("sh", "sql", "python", "diff")
# Shown only. A block without a language is what the block before it prints.
SHOWN = ("toml", "yaml", "json", "text", "mermaid", "r", "")
_SAID_OF_IT = re.compile(r"<!-- (not run|file): (.+?) -->", re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: `line` is that of its first line of code, `printed` what the page says that it prints (None: nothing said).

    `not_run` is the reason given in a comment `<!-- not run: reason -->` before it, `file` the file that it is to be written to
    (`<!-- file: path -->`), `printed_lines` where the text printed lies.
    """

    page: Path
    line: int
    language: str
    code: str
    printed: str | None
    printed_lines: tuple[int, int]
    not_run: str | None = None
    file: str | None = None

    @property
    def place(self) -> str:
        """Page and line, as editors open them."""
        return f"{name_of(self.page)}:{self.line}"


def name_of(page: Path) -> str:
    """The page's path from the project's folder, where it lies in it."""
    return page.relative_to(ROOT).as_posix() if page.is_relative_to(ROOT) else page.name


@cache
def _tokens(page: Path) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))


def _is_output(token: Token | None) -> bool:
    return token is not None and token.type == "fence" and not token.info.strip()


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page in order, those left out that another one prints."""
    tokens, found = _tokens(page), []
    for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
        language = token.info.strip()
        printed = (
            _is_output(token) and before is not None and before.type == "fence" and before.info.strip() in FOLLOWED
        )
        if token.type != "fence" or token.map is None or printed:
            continue
        said = _SAID_OF_IT.match(before.content) if before is not None and before.type == "html_block" else None
        output = after if language in FOLLOWED and after is not None and _is_output(after) else None
        begin, end = output.map if output is not None and output.map else (0, 0)
        found.append(
            Block(
                page,
                token.map[0] + 2,
                language,
                token.content,
                output.content if output else None,
                (begin + 1, end - 1),
                **({said[1].replace(" ", "_"): " ".join(said[2].split())} if said else {}),
            )
        )
    return found


def _inline(page: Path) -> Iterator[Token]:
    for token in _tokens(page):
        yield from token.children or ()


def codes(page: Path) -> list[str]:
    """What stands between single backticks in the text of a page."""
    return [token.content for token in _inline(page) if token.type == "code_inline"]


def targets(page: Path) -> list[str]:
    """Where the links and the pictures of a page lead."""
    found = [token.attrGet("href") or token.attrGet("src") for token in _inline(page)]
    return [str(target) for target in found if target]


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub gives the headings of a page."""
    tokens, found = _tokens(page), set()
    for token, content in pairwise(tokens):
        if token.type == "heading_open":
            words = "".join(child.content for child in content.children or ())
            found.add(re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-"))
    return found
