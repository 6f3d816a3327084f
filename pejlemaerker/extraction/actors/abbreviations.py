"""Abbreviations that a document gives in brackets behind a name: `Foreningen X (FX)`."""

import re
from collections import defaultdict

import polars as pl

from pejlemaerker.corpus.identifiers import normalised
from pejlemaerker.danish.organisations import lookup

_REACH = 14  # characters behind a name in which the brackets close
_BRACKETS = r"^\s?\(([A-ZÆØÅ][\p{L}&-]{1,9})\)"
_COMMON_TO_ALL = 3  # letters from which on an abbreviation is understood in documents that do not explain it

Explained = dict[tuple[str, str], str]


def explained(mentions: pl.DataFrame, segments: pl.DataFrame) -> Explained:
    """For (document, abbreviation) the name that the document explains it by, where it explains it by one only."""
    named = mentions.filter(pl.col("kind") == "organisation").select("document_id", "segment_id", "surface", "char_end")
    placed = named.join(segments.select("segment_id", "text", seg_start="char_start"), on="segment_id")
    behind = pl.col("text").str.slice(pl.col("char_end") - pl.col("seg_start"), _REACH)
    found = placed.select("document_id", "surface", short=behind.str.extract(_BRACKETS)).drop_nulls().unique()
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for document, surface, short in found.iter_rows():
        if _stands_for(short, surface):
            names[document, short].add(surface)
    return {place: next(iter(surfaces)) for place, surfaces in names.items() if len(surfaces) == 1}


def everywhere(explanations: Explained, owners: dict[str, str]) -> dict[str, str]:
    """Abbreviations that all documents explain alike, with a name of what they stand for; `owners` gives ids by name."""
    names: dict[str, set[str]] = defaultdict(set)
    for (_, short), name in explanations.items():
        names[short].add(name)
    return {
        short: min(surfaces)
        for short, surfaces in names.items()
        if len(short) >= _COMMON_TO_ALL and len({owners[name] for name in surfaces}) == 1
    }


def _stands_for(short: str, name: str) -> bool:
    """Whether `short` is made of letters of `name`, the first of them opening a word, and is no registered name itself."""
    if sum(letter.isupper() for letter in short) < 2 or lookup(short) is not None:
        return False
    words, letters = normalised(name), re.sub(r"[\W_]", "", short.casefold())
    if not any(word.startswith(letters[0]) for word in words.split()):
        return False
    rest = iter(words)
    return all(letter in rest for letter in letters)
