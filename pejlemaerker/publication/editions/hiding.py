"""All tables of some documents without certain persons: their rows, their words, and their names in every column.

Lengths are kept, so that each row still stands where it stood. The same for private persons in the open edition and for
erased persons in both.
"""

from collections.abc import Mapping

import polars as pl

from pejlemaerker.publication.dataset import TEXTS, Tables
from schemas import TABLES, Column, Table

from .masking import Mask, blocked

Masks = Mapping[str, Mask]
_DOCUMENT = "document_id"
# By table the column that names whose row it is; the rows of somebody hidden go.
_WHOSE = {
    "mentions": "surface",
    "affiliations": "surface",
    "authors": "name",
    "quotes": "speaker",
    "recommendations": "issuer",
}
_FEW = 20  # characters: so few also stand in somebody's words by chance, a role or a verb
_PATHS = ("source_path", "url")
_SPAN = ["char_start", "char_end"]


def hide(tables: Tables, masks: Masks) -> Tables:
    """`tables` of some documents, with `clean_texts`, without the persons whom the `masks` of their documents hide.

    Rows that stand within what one of these said go as well. Keys that pointed to a row that went are null; those that point to
    people are for the caller, who knows which people are left.
    """
    if not masks:
        return tables
    touched = pl.Series(sorted(masks), dtype=pl.String()).implode()
    their = {name: frame.filter(pl.col(_DOCUMENT).is_in(touched)) for name, frame in tables.items()}
    said = _said(their, masks)
    grouped = said.group_by(_DOCUMENT, maintain_order=True).agg(_SPAN)
    words = {document: list(zip(starts, ends, strict=True)) for document, starts, ends in grouped.iter_rows()}
    clean = dict(their[TEXTS].select(_DOCUMENT, "clean_text").iter_rows())
    masked = {document: _masked(text, masks[document], words.get(document, [])) for document, text in clean.items()}
    hidden = {name: _without(frame, name, masks, said) for name, frame in their.items()}
    gone = their["quotes"].join(hidden["quotes"], on="quote_id", how="anti")["quote_id"].implode()
    unread = {document: _unread(clean[document], spans) for document, spans in words.items()}
    for name, frame in hidden.items():
        if name != TEXTS:
            hidden[name] = _renamed(frame, TABLES[name], _Hidden(masks, unread, clean, masked, gone))
    hidden[TEXTS] = their[TEXTS].with_columns(clean_text=_looked_up(their[TEXTS], masked))
    return {
        name: pl.concat([frame.filter(~pl.col(_DOCUMENT).is_in(touched)), hidden[name].select(frame.columns)]).sort(
            TABLES[name].key if name in TABLES else [_DOCUMENT], maintain_order=True
        )
        for name, frame in tables.items()
    }


class _Hidden:
    """What is hidden in some documents, with their texts before and after; and the quotes that are `gone`."""

    def __init__(
        self,
        masks: Masks,
        unread: Mapping[str, list[tuple[str, str]]],
        clean: Mapping[str, str],
        masked: Mapping[str, str],
        gone: pl.Expr | pl.Series,
    ) -> None:
        self.masks, self.unread, self.clean, self.masked, self.gone = masks, unread, clean, masked, gone

    def value(self, document: str, value: str) -> str:
        """A value of a row, as it reads in the masked text where it stands in the text, else masked by itself."""
        for words, blocks in self.unread.get(document, ()):
            value = value.replace(words, blocks)
        if len(value) > _FEW and self.unread.get(document):
            at = self.clean[document].find(value)
            if at >= 0:
                value = self.masked[document][at : at + len(value)]
            elif any(value in words for words, _ in self.unread[document]):
                value = blocked(value)
        return self.masks[document](value)


def _unread(text: str, spans: list[tuple[int, int]]) -> list[tuple[str, str]]:
    """The words at `spans`, and what stands in their place."""
    return [(text[start:end], blocked(text[start:end])) for start, end in spans]


def _said(tables: Tables, masks: Masks) -> pl.DataFrame:
    """The places of what hidden persons said: document_id, char_start, char_end."""
    quotes = tables["quotes"]
    return quotes.filter(_theirs(quotes, "speaker", masks)).select(_DOCUMENT, *_SPAN)


def _theirs(frame: pl.DataFrame, column: str, masks: Masks) -> pl.Series:
    """Which rows of `frame` name somebody hidden in `column`."""
    found = [name in masks[document].names for document, name in frame.select(_DOCUMENT, column).iter_rows()]
    return pl.Series(found, dtype=pl.Boolean())


def _masked(text: str, mask: Mask, spans: list[tuple[int, int]]) -> str:
    text = mask(text)
    for start, end in spans:
        text = text[:start] + blocked(text[start:end]) + text[end:]
    return text


def _without(frame: pl.DataFrame, name: str, masks: Masks, said: pl.DataFrame) -> pl.DataFrame:
    """`frame` without the rows of hidden persons, and without those that stand within their words."""
    if name in _WHOSE:
        frame = frame.filter(~_theirs(frame, _WHOSE[name], masks))
    if name == "segments" or not set(_SPAN) <= set(frame.columns) or not said.height:
        return frame
    rows = frame.with_row_index("_row")
    within = (
        rows.select("_row", _DOCUMENT, *_SPAN)
        .join(said, on=_DOCUMENT, suffix="_said")
        .filter((pl.col("char_start") >= pl.col("char_start_said")) & (pl.col("char_end") <= pl.col("char_end_said")))
    )
    return rows.join(within.select("_row").unique(), on="_row", how="anti", maintain_order="left").drop("_row")


def holds_words(column: Column) -> bool:
    """Whether a column may hold words of a document or of its surroundings."""
    return column.type == "text" and not (column.enum or column.pattern or column.references)


def _renamed(frame: pl.DataFrame, table: Table, hidden: _Hidden) -> pl.DataFrame:
    """`frame` with what is hidden masked in each column of words."""
    changed: dict[str, pl.Series | pl.Expr] = {}
    for column in table.columns:
        name = column.name
        if name == "text" and table.has_span:
            changed[name] = _sliced(frame, hidden.masked)
        elif name in _PATHS:
            changed[name] = _paths(frame, name, hidden.masks)
        elif holds_words(column):
            changed[name] = _values(frame, name, hidden)
        elif column.references == "quotes.quote_id":
            changed[name] = pl.when(~pl.col(name).is_in(hidden.gone)).then(name)
    return frame.with_columns(**changed)


def _sliced(frame: pl.DataFrame, masked: Mapping[str, str]) -> pl.Series:
    rows = frame.select(_DOCUMENT, *_SPAN, "text").iter_rows()
    words = [None if text is None else masked[document][start:end] for document, start, end, text in rows]
    return pl.Series(words, dtype=pl.String())


def _paths(frame: pl.DataFrame, column: str, masks: Masks) -> pl.Series:
    """A file's name with the names masked in it; an address that would not lead anywhere so is left out."""
    found = []
    for document, value in frame.select(_DOCUMENT, column).iter_rows():
        path = None if value is None else masks[document].path(value)
        found.append(path if column != "url" or path == value else None)
    return pl.Series(found, dtype=pl.String())


def _values(frame: pl.DataFrame, column: str, hidden: _Hidden) -> pl.Series:
    values = frame.select(_DOCUMENT, column).iter_rows()
    return pl.Series([value and hidden.value(document, value) for document, value in values], dtype=pl.String())


def _looked_up(frame: pl.DataFrame, masked: Mapping[str, str]) -> pl.Series:
    return pl.Series([masked[document] for document in frame[_DOCUMENT]], dtype=pl.String())
