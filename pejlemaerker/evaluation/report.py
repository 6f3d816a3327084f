"""What there is to say of a set of gold: its figures, and the list of what is missed, false, wrong or noise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from .comparing import Compared, Item
from .measures import Attribution, Measure, Metadata, attributions, measures, metadata

What = Literal["miss", "false", "wrong", "noise"]


@dataclass(frozen=True)
class Finding:
    """One thing that differs from gold: `what`, and where it stands (code points of the clean text, null for metadata).

    A wrong field has its name and both values; a miss and a false row have the words, a row also the rule that made it.
    """

    what: What
    table: str
    kind: str | None
    article: str
    char_start: int | None
    char_end: int | None
    text: str | None = None
    rule: str | None = None
    field: str | None = None
    gold: str | None = None
    got: str | None = None


@dataclass(frozen=True)
class Report:
    """The figures of one set of gold, or of several together; `noise` counts rows that gold calls noise."""

    name: str
    documents: int
    unread: dict[str, str]
    metadata: list[Metadata]
    measures: list[Measure]
    attributions: list[Attribution]
    noise: int


def report(name: str, documents: Sequence[Compared]) -> Report:
    """The figures of `documents` under `name`; `unread` has the reason by article."""
    return Report(
        name,
        len(documents),
        {document.article: document.unread for document in documents if document.unread},
        metadata(documents),
        measures(documents),
        attributions(documents),
        sum(len(document.noise) for document in documents),
    )


def findings(documents: Sequence[Compared]) -> list[Finding]:
    """Everything that differs from gold, by document and table."""
    return [finding for document in documents for finding in _of(document)]


def _of(document: Compared) -> Iterator[Finding]:
    for field in document.fields:
        if not field.right:
            where = ("documents", document.kind, document.article, None, None)
            yield Finding("wrong", *where, field=field.name, gold=field.gold, got=field.got)
    for item in document.items:
        if item.verdict == "missed":
            yield _finding("miss", document, item, gold=item.text)
        elif item.verdict == "false":
            yield _finding("false", document, item, got=item.text)
        for field in item.fields:
            if not field.right:
                yield _finding("wrong", document, item, field=field.name, gold=field.gold, got=field.got)
    yield from (_finding("noise", document, item, got=item.text) for item in document.noise)


def _finding(
    what: What,
    document: Compared,
    item: Item,
    *,
    field: str | None = None,
    gold: str | None = None,
    got: str | None = None,
) -> Finding:
    start, end = item.place or (None, None)
    rule = item.row["rule"] if item.row else None
    return Finding(what, item.table, item.kind, document.article, start, end, item.text, rule, field, gold, got)
