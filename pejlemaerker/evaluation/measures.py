"""Precision, recall, F1 and the accuracy of fields, for a table as a whole, by kind of row and by kind of document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schemas import DOCUMENTS, TABLES

from .comparing import Compared, Item
from .fields import Field
from .gold_shape import KINDS
from .intervals import Estimate, Share, f1_of_documents, share


@dataclass(frozen=True)
class Measure:
    """A table's figures; `kind` and `document_kind` say what they are of, None for all.

    Hits and misses are of gold's kind, false rows of their own. Fields are shares of the hits.
    """

    table: str
    kind: str | None
    document_kind: str | None
    hit: int
    missed: int
    false: int
    precision: Share
    recall: Share
    f1: Estimate
    fields: dict[str, Share]


@dataclass(frozen=True)
class Metadata:
    """How often title, date, kind and authors are right, for documents of one kind or (None) for all."""

    document_kind: str | None
    documents: int
    fields: dict[str, Share]


@dataclass(frozen=True)
class Attribution:
    """Quotes whose speaker was found in one way (None: no speaker): `rows` in all, of these `false`, and speakers right of the hits."""

    attribution: str | None
    rows: int
    false: int
    speaker: Share


def measures(documents: Sequence[Compared]) -> list[Measure]:
    """Every table as a whole, then by kind, then by kind of document; kinds that occur neither in gold nor in rows are left out."""
    found = []
    for table, kinds in KINDS.items():
        found.append(_measure(table, documents))
        parts = [_measure(table, documents, kind=kind) for kind in kinds]
        parts += [_measure(table, documents, document_kind=kind) for kind in DOCUMENTS.column("kind").enum]
        found += [part for part in parts if part.hit or part.missed or part.false]
    return found


def _measure(
    table: str, documents: Sequence[Compared], *, kind: str | None = None, document_kind: str | None = None
) -> Measure:
    chosen = [
        [item for item in document.items if item.table == table and kind in (None, item.kind)]
        for document in documents
        if document_kind in (None, document.kind)
    ]
    counts = [_count(items) for items in chosen]
    hit, missed, false = (sum(count[i] for count in counts) for i in range(3))
    return Measure(
        table,
        kind,
        document_kind,
        hit,
        missed,
        false,
        precision=share(hit, hit + false),
        recall=share(hit, hit + missed),
        f1=f1_of_documents([(right, lost + wrong) for right, lost, wrong in counts]),
        fields=_shares(field for items in chosen for item in items for field in item.fields),
    )


def _count(items: Iterable[Item]) -> tuple[int, int, int]:
    verdicts = [item.verdict for item in items]
    return verdicts.count("hit"), verdicts.count("missed"), verdicts.count("false")


def _shares(fields: Iterable[Field]) -> dict[str, Share]:
    by_name: dict[str, list[bool]] = {}
    for field in fields:
        by_name.setdefault(field.name, []).append(field.right)
    return {name: share(sum(right), len(right)) for name, right in by_name.items()}


def metadata(documents: Sequence[Compared]) -> list[Metadata]:
    """The documents' own fields, for all of them and then by kind."""
    found = []
    for kind in (None, *DOCUMENTS.column("kind").enum):
        chosen = [document for document in documents if kind in (None, document.kind)]
        if chosen:
            found.append(Metadata(kind, len(chosen), _shares(field for item in chosen for field in item.fields)))
    return found


def attributions(documents: Sequence[Compared]) -> list[Attribution]:
    """Quotes by how their speaker was found, in the order of the schema, those without a speaker last."""
    rows = [(item, item.row) for document in documents for item in document.items if item.table == "quotes"]
    found = []
    for how in (*TABLES["quotes"].column("attribution").enum, None):
        items = [item for item, row in rows if row is not None and row["attribution"] == how]
        speakers = _shares(field for item in items for field in item.fields if field.name == "speaker")
        false = sum(item.verdict == "false" for item in items)
        if items:
            found.append(Attribution(how, len(items), false, speakers.get("speaker", share(0, 0))))
    return found
