"""What an article says twice: its headline, the headlines of others, words of it printed again in large type."""

import re
from collections import Counter

from ..blocks import Block
from ..byline import is_person_line
from ..identifiers import normalised
from .alone import PROSE_WORDS, SENTENCE_END, is_prose
from .marks import Marks

_PULL_QUOTE = 40  # words at most
_RUN = 5
_SHORT_RUN = 3
_LONG_TEXT = 50_000  # characters
_MARKED = re.compile(r"[”“»\"][^”“»«\"]{15,300}[”“«\"]")


def mark_repeats(blocks: list[Block], marks: Marks, title: int) -> None:
    """The title printed again, and headlines of other articles printed twice."""
    times = Counter(block.text for block in blocks)
    for i, block in enumerate(blocks):
        if i != title and block.text == blocks[title].text:
            marks.put(i, "navigation", "title_again")
        elif (
            marks.kinds[i] is None
            and block.shape == "line"
            and times[block.text] > 1
            and len(block.text.split()) >= 4
            and not SENTENCE_END.search(block.text)
        ):
            marks.put(i, "teaser", "printed_twice")


def mark_pull_quotes(blocks: list[Block], marks: Marks) -> None:
    """Words of a paragraph printed again in large type, and the name below them; they would count twice."""
    prose = [block.text for block, kind in zip(blocks, marks.kinds, strict=True) if kind is None and is_prose(block)]
    words = "\n".join(map(normalised, prose))
    longest: dict[str, int] = {}
    for i, block in enumerate(blocks):
        if marks.kinds[i] is not None or block.shape != "line" or len(block.text.split()) > _PULL_QUOTE:
            continue
        if not _may_be_said_above(block, words):
            continue
        longest = longest or _longest_runs(prose)
        if _is_said_above(block.text, longest):
            marks.put(i, "caption", "pull_quote")
            below = blocks[i + 1].text if i + 1 < len(blocks) else ""
            if below and marks.kinds[i + 1] is None and len(below.split()) <= PROSE_WORDS and is_person_line(below):
                marks.put(i + 1, "caption", "pull_quote")


def _may_be_said_above(block: Block, words: str) -> bool:
    """Whether runs of the block's words stand in `words` besides its own: hardly any do, and this tells it fast."""
    if len(words) > _LONG_TEXT:
        return True  # looking through a long text for each line would take time with its square
    marked = _MARKED.fullmatch(block.text) is not None
    runs = _runs(block.text, _SHORT_RUN if marked else _RUN)
    return any(words.count(run) > is_prose(block) for run in (runs if marked else runs[:1]))


def _longest_runs(texts: list[str]) -> dict[str, int]:
    """Runs of words in `texts`, with the length of the longest text that holds each."""
    longest: dict[str, int] = {}
    for text in texts:
        for run in [*_runs(text), *_runs(text, _SHORT_RUN)]:
            longest[run] = max(longest.get(run, 0), len(text))
    return longest


def _is_said_above(text: str, longest: dict[str, int]) -> bool:
    """Whether a longer paragraph holds the words of `text`; between marks of a quote they may be a little shortened."""
    size, most = (_SHORT_RUN, 0.6) if _MARKED.fullmatch(text) else (_RUN, 1.0)
    runs = _runs(text, size)
    return bool(runs) and sum(1 for run in runs if longest.get(run, 0) > len(text)) >= most * len(runs)


def _runs(text: str, size: int = _RUN) -> list[str]:
    """Runs of `size` words in `text`."""
    words = normalised(text).split()
    return [" ".join(words[i : i + size]) for i in range(len(words) - size + 1)]
