"""From the sentences of an article to rows of the table `kpis`."""

import re

from pejlemaerker.corpus.article import Article, Row, Segment, Sentence
from pejlemaerker.corpus.identifiers import RowIdentifiers
from pejlemaerker.danish.quantities import Quantity, quantities
from pejlemaerker.extraction.cast import cast_of
from pejlemaerker.extraction.counted import confidence
from pejlemaerker.extraction.spans import QuoteIndex
from schemas import KPIS

from .context import owner, period, setting
from .ellipsis import Named, completed
from .judging import TIME, is_figure, is_line_of, is_of_it
from .kinds import kind_of, of_time_to_come
from .phrases import Counted, counted
from .relevance import measures_society
from .tables import Cell, tables
from .units import in_published_unit, speaks_of_kroner

_THEM = frozenset({"dem", "jer", "os", "disse"})
_SHORT = 15  # words
_SHORTEST = 8  # characters of a sentence with a figure in words
_DIGIT = re.compile(r"\d")
_DASHES = "-–—"
_REPLY_DASH = re.compile(rf"[{_DASHES}](?=[^\W\d_])")
_REPEATING = frozenset({"news", "press_release", "interview"})


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
        reader = _Segment(article)
        for row in reader.rows(segment):
            quote = index.at(row["char_start"], row["char_end"])
            found.append(
                {**row, "kpi_id": identifiers.next(row["text"]), "quote_id": quote["quote_id"] if quote else None}
            )
    return found


class _Segment:
    """Reads the sentences of one segment; keeps the figure named last, for those that leave out what it says."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.money = speaks_of_kroner(article)
        self.named: Named | None = None

    def rows(self, segment: Segment) -> list[Row]:
        """The figures of `segment`, their ids still open."""
        found, before = [], _above(segment)
        for sentence in segment.passages:
            for quantity, others in _quantities(sentence):
                row = self._row(sentence, quantity, others, before)
                if row is not None:
                    found.append(row)
            if self.named is not None and not _holds_digit(sentence.text) and before and not _holds_digit(before):
                self.named = None
            before = sentence.text
        return found

    def _row(self, sentence: Sentence, quantity: Quantity, others: list[tuple[int, int]], before: str) -> Row | None:
        what = _without_dash(sentence.text, counted(sentence.text, quantity))
        ends = [end for start, end in others if end <= quantity.start]
        if ends and what.start < max(ends):
            what = Counted(
                what.subject, quantity.start, max(what.end, quantity.end)
            )  # that figure has a row of its own
        if self.named is not None and what.subject in _THEM:
            what = Counted(self.named.subject, what.start, what.end)
        whole = completed(sentence.text, quantity, self.named, money=self.money) if what.subject is None else None
        if whole is not None:
            quantity, what = whole
        elif not (is_figure(sentence.text, quantity, what.subject) or self._goes_on(sentence, quantity)):
            return None
        if not measures_society(self.article, sentence.text, quantity):
            return None
        self.named = Named(quantity, what.subject)
        return _kpi(self.article, sentence, quantity, what, others, before)

    def _goes_on(self, sentence: Sentence, quantity: Quantity) -> bool:
        """Whether a stretch of time is measured because the one before is (`I 2022 var det 14 timer`), or a line says of what it is."""
        if quantity.unit not in TIME:
            return False
        same = self.named is not None and self.named.quantity.unit == quantity.unit
        return (same and is_of_it(sentence.text, quantity)) or is_line_of(sentence.text, quantity)


def _without_dash(sentence: str, what: Counted) -> Counted:
    """`what` without the dash of a reply that stands right before its first word: `-Det tog et halvt år`."""
    if not _REPLY_DASH.match(sentence, what.start):
        return what
    subject = what.subject.lstrip(_DASHES) if what.subject else what.subject
    return Counted(subject, what.start + 1, what.end)


def _above(segment: Segment) -> str:
    """The heading that an item or a short line stands under, which says what its figures are: `Mål for 2026`."""
    section = segment.row["section"]
    if not section or (segment.kind != "list_item" and len(segment.text.split(None, _SHORT)) > _SHORT):
        return ""
    return str(section.rsplit(" > ", 1)[-1])


def _holds_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None


def _cell_row(article: Article, segment: Segment, cell: Cell) -> Row:
    """The row for a figure in a table; it stands on the whole row of the table, which says what it is."""
    published = article.document["published"]
    ahead = cell.year is not None and published is not None and int(cell.year) > published.year
    kind = "target" if ahead or cell.is_goal else "measured"
    return KPIS.row(
        document_id=article.id,
        segment_id=segment.id,
        char_start=segment.start,
        char_end=segment.start + len(segment.text),
        text=segment.text,
        kind=kind,
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
        confidence=confidence("kpis", "kpi.table", kind),
    )


def _quantities(sentence: Sentence) -> list[tuple[Quantity, list[tuple[int, int]]]]:
    if len(sentence.text) < _SHORTEST and not _holds_digit(sentence.text):
        return []
    found = [in_published_unit(sentence.text, item) for item in quantities(sentence.text)]
    places = [(item.start, item.end) for item in found]
    return [(item, places) for item in found]


def _kpi(
    article: Article,
    sentence: Sentence,
    quantity: Quantity,
    what: Counted,
    others: list[tuple[int, int]],
    before: str,
) -> Row:
    published = article.document["published"]
    year = published.year if published else None
    cast = cast_of(article)
    whose = owner(sentence, quantity.start, cast)
    place = setting(article, cast)
    when = period(sentence.text, quantity.start, max(what.end, quantity.end), others, year)
    kind = kind_of(sentence.text, quantity, year, before)
    if kind == "measured" and when is not None and year is not None and int(when[:4]) > year:
        kind = of_time_to_come(quantity)
    start, end = sentence.start + what.start, sentence.start + what.end
    return KPIS.row(
        document_id=article.id,
        segment_id=sentence.segment.id,
        char_start=start,
        char_end=end,
        text=article.clean_text[start:end],
        kind=kind,
        value=quantity.value,
        value_high=quantity.value_high,
        unit=quantity.unit,
        comparator=quantity.comparator,
        subject=what.subject,
        organisation=whose.name if whose else place,
        period=when,
        value_as_written=sentence.text[quantity.start : quantity.end],
        sentence=sentence.text,
        rule=f"kpi.{quantity.form}",
        confidence=confidence("kpis", f"kpi.{quantity.form}", kind),
    )
