"""What an article says twice: its headline, the headlines of others, words of it printed again in large type."""

from collections import Counter

from ..blocks import Block
from ..byline import is_person_line
from ..identifiers import normalised
from .alone import PROSE_WORDS, SENTENCE_END, is_prose
from .marks import Marks

_PULL_QUOTE = 40  # words at most


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
    longest: dict[str, int] = {}
    for block, kind in zip(blocks, marks.kinds, strict=True):
        if kind is None and is_prose(block):
            for run in _runs(block.text):
                longest[run] = max(longest.get(run, 0), len(block.text))
    for i, block in enumerate(blocks):
        if marks.kinds[i] is not None or block.shape != "line" or len(block.text.split()) > _PULL_QUOTE:
            continue
        runs = _runs(block.text)
        if runs and all(longest.get(run, 0) > len(block.text) for run in runs):
            marks.put(i, "caption", "pull_quote")
            below = blocks[i + 1].text if i + 1 < len(blocks) else ""
            if below and marks.kinds[i + 1] is None and len(below.split()) <= PROSE_WORDS and is_person_line(below):
                marks.put(i + 1, "caption", "pull_quote")


def _runs(text: str) -> list[str]:
    """Runs of five words in `text`."""
    words = normalised(text).split()
    return [" ".join(words[i : i + 5]) for i in range(len(words) - 4)]
