"""Which paragraphs are headings, and of which level."""

import re
from collections import Counter
from dataclasses import replace

from .body import Type
from .pages import Page
from .paragraphs import Paragraph

_LETTERS = re.compile(r"[^\W\d_]{2}")
_SENTENCES = re.compile(r"[^\W\d_][.!?] +[A-ZÆØÅ]")
_QUOTED = re.compile(r"[”“»\"].*[”“«»\"]$")
_LONG = 30  # words
_SENTENCE = 10  # words from which a full stop tells a sentence from a heading
_LEVELS = 6
_SLIDE = 1200  # characters; a broad page with more is one of a report


def mark_headings(pages: list[Page], columns: list[list[Paragraph]], kind: Type) -> None:
    """Gives the headings among the paragraphs of `columns` their shape and level (`depth`)."""
    slides = {i for i, page in enumerate(pages) if page.landscape and _letters(page) < _SLIDE}
    everything = [paragraph for column in columns for paragraph in column]
    found = [p for p in everything if p.page not in slides and _is_heading(p, kind)]
    found += _titles(everything, slides)
    largest = max((_rank(paragraph) for paragraph in found), default=0.0)
    found = [p for p in found if _rank(p) == largest or not _QUOTED.match(_text(p))]  # no words cut out of the text
    sizes = sorted({_rank(paragraph) for paragraph in found}, reverse=True)
    for paragraph in found:
        _number(paragraph)
        paragraph.shape = "heading"
        paragraph.depth = min(sizes.index(_rank(paragraph)) + 1, _LEVELS)


def _letters(page: Page) -> int:
    return sum(len(piece.text) for piece in page.pieces)


def _text(paragraph: Paragraph) -> str:
    return " ".join(line.text for line in paragraph.lines)


def _rank(paragraph: Paragraph) -> float:
    return round(paragraph.size * 2) / 2


def _number(paragraph: Paragraph) -> None:
    """Makes the number before a heading a part of its words."""
    line, mark = paragraph.lines[0], paragraph.lines[0].mark
    if mark is not None:
        paragraph.lines[0] = replace(line, text=f"{mark.written} {line.text}", mark=None)


def _may_be(paragraph: Paragraph) -> bool:
    """Whether the words of a paragraph could be those of a heading."""
    mark, text = paragraph.lines[0].mark, _text(paragraph)
    if (mark is not None and mark.number is None) or any(line.is_row for line in paragraph.lines):
        return False
    sentence = paragraph.words > _SENTENCE and text.endswith(".")
    return bool(_LETTERS.search(text)) and paragraph.words <= _LONG and not sentence and not _SENTENCES.search(text)


def _is_heading(paragraph: Paragraph, kind: Type) -> bool:
    text = _text(paragraph)
    if not _may_be(paragraph) or text.endswith((",", ";")):
        return False
    if paragraph.size > kind.body * 1.08:
        return paragraph.size > kind.body * 1.25 or not text.endswith(".")
    bold = paragraph.bold and paragraph.size >= kind.body * 0.93
    return bold and len(paragraph.lines) <= 3 and not text.endswith(".")


def _titles(paragraphs: list[Paragraph], slides: set[int]) -> list[Paragraph]:
    """The headings of `slides`: on each the topmost words, where they are larger than the rest of it, and bold ones."""
    on: dict[int, list[Paragraph]] = {}
    for paragraph in paragraphs:
        if paragraph.page in slides:
            on.setdefault(paragraph.page, []).append(paragraph)
    return [title for slide in on.values() for title in _title(slide)]


def _title(slide: list[Paragraph]) -> list[Paragraph]:
    sizes: Counter[float] = Counter()
    for paragraph in slide:
        sizes[paragraph.size] += len(_text(paragraph))
    body = sizes.most_common(1)[0][0]
    title = min((p for p in slide if p.size >= body), key=lambda p: p.lines[0].y)
    larger = title.size > body * 1.1 or len(sizes) == 1 or (title.bold and not all(p.bold for p in slide))
    small = [p for p in slide if p is not title and p.bold and p.size > body * 1.1 and p.words <= _SENTENCE]
    return [p for p in ([title] if larger else []) + small if p.lines[0].mark is None and _may_be(p)]
