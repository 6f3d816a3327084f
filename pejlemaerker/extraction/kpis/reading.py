"""From the sentences of an article to rows of the table `kpis`."""

from pejlemaerker.corpus.article import Article, Row, Segment, Sentence
from pejlemaerker.corpus.identifiers import RowIdentifiers
from pejlemaerker.danish.quantities import Quantity, quantities
from pejlemaerker.extraction.cast import cast_of
from pejlemaerker.extraction.spans import QuoteIndex
from schemas import KPIS

from .context import owner, period, setting
from .judging import is_figure, kind_of
from .phrases import counted
from .tables import Cell, tables
from .units import in_published_unit

_REPEATING = frozenset({"news", "press_release", "interview"})
_CONFIDENCE = {"percent": 0.92, "percentage_points": 0.92, "DKK": 0.9, "count": 0.8}


def kpis(article: Article, quotes: list[Row]) -> list[Row]:
    """Rows of the table `kpis` for `article`, in reading order; `quotes` are its rows of that table."""
    identifiers = RowIdentifiers(article.id, "k")
    index = QuoteIndex(quotes)
    found = []
    cells = tables(article.body)
    for segment in article.body:
        if segment.id in cells:
            rows = [_cell_row(article, segment, cell) for cell in cells[segment.id]]
            found += [{**row, "kpi_id": identifiers.next(row["text"])} for row in rows]
            continue
        if segment.kind == "heading" and article.document["kind"] in _REPEATING:
            continue  # a heading repeats what the text says, and in the press often what another text says
        before = ""
        for sentence in segment.sentences:
            for quantity, others in _quantities(sentence):
                row = _row(article, sentence, quantity, others, before)
                if row is not None:
                    quote = index.at(row["char_start"], row["char_end"])
                    found.append(
                        {
                            **row,
                            "kpi_id": identifiers.next(row["text"]),
                            "quote_id": quote["quote_id"] if quote else None,
                        }
                    )
            before = sentence.text
    return found


def _cell_row(article: Article, segment: Segment, cell: Cell) -> Row:
    """The row for a figure in a table; it stands on the whole row of the table, which says what it is."""
    published = article.document["published"]
    ahead = cell.year is not None and published is not None and int(cell.year) > published.year
    return KPIS.row(
        document_id=article.id,
        segment_id=segment.id,
        char_start=segment.start,
        char_end=segment.start + len(segment.text),
        text=segment.text,
        kind="target" if ahead or cell.is_goal else "measured",
        value=cell.quantity.value,
        value_high=cell.quantity.value_high,
        unit=cell.quantity.unit,
        comparator=cell.quantity.comparator,
        subject=cell.subject,
        organisation=setting(article, cast_of(article)),
        period=cell.year,
        value_as_written=cell.written,
        sentence=segment.text,
        rule="kpi.table",
        confidence=0.85,
    )


def _quantities(sentence: Sentence) -> list[tuple[Quantity, list[tuple[int, int]]]]:
    if not any(char.isdigit() for char in sentence.text) and len(sentence.text) < 8:
        return []
    found = [in_published_unit(sentence.text, item) for item in quantities(sentence.text)]
    places = [(item.start, item.end) for item in found]
    return [(item, places) for item in found]


def _row(
    article: Article, sentence: Sentence, quantity: Quantity, others: list[tuple[int, int]], before: str
) -> Row | None:
    what = counted(sentence.text, quantity)
    if not is_figure(sentence.text, quantity, what.subject):
        return None
    published = article.document["published"]
    cast = cast_of(article)
    whose = owner(sentence, quantity.start, cast)
    place = setting(article, cast)
    start, end = sentence.start + what.start, sentence.start + what.end
    return KPIS.row(
        document_id=article.id,
        segment_id=sentence.segment.id,
        char_start=start,
        char_end=end,
        text=article.clean_text[start:end],
        kind=kind_of(sentence.text, quantity, published.year if published else None, before),
        value=quantity.value,
        value_high=quantity.value_high,
        unit=quantity.unit,
        comparator=quantity.comparator,
        subject=what.subject,
        organisation=whose.name if whose else place,
        period=period(sentence.text, what.start, max(what.end, quantity.end), others),
        value_as_written=sentence.text[quantity.start : quantity.end],
        sentence=sentence.text,
        rule=f"kpi.{quantity.form}",
        confidence=_CONFIDENCE.get(quantity.unit, 0.75),
    )
