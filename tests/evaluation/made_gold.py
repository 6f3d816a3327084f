"""What the tests of this folder share: gold records, the rows that would be right, and readings and folders made of them."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from pejlemaerker.evaluation.gold import Gold
from pejlemaerker.reading import Reading
from schemas import AUTHORS, DOCUMENTS, INITIATIVES, KPIS, QUOTES, RECOMMENDATIONS

Record = dict[str, Any]

ARTICLE = """Biblioteket åbner tidligere

Af Ditte Lyngholm

4. maj 2023

Sundby Kommune åbner biblioteket klokken syv fra næste uge.

- Vi vil gerne kunne læse avisen, før vi tager på arbejde, siger Ditte Lyngholm, der er formand for lånerne.

Kommunen bør åbne alle filialer lige så tidligt, mener hun.
"""
SPOKEN = "Vi vil gerne kunne læse avisen, før vi tager på arbejde"


def quote(text: str = SPOKEN, **changed: Any) -> Record:
    return {"text": text, "kind": "direct", "speaker": "Ditte Lyngholm", "affiliations": [], **changed}


def recommendation(text: str, **changed: Any) -> Record:
    return {"text": text, "kind": "modal", "issuer": None, "addressee": None, "strength": "should", **changed}


def kpi(text: str, value: float, **changed: Any) -> Record:
    named = {"unit": "count", "comparator": "=", "kind": "measured", "subject": "ord", "organisation": None}
    return {"text": text, "value": value, **named, "period": None, **changed}


def content(**changed: Any) -> Record:
    """What a gold file about `ARTICLE` may hold."""
    document = {"title": "Biblioteket åbner tidligere", "published": "2023-05-04", "kind": "news", "authors": []}
    tables = {"quotes": [quote()], "recommendations": [], "kpis": [], "initiatives": []}
    return {"document": document, "noise": [], **tables, **changed}


def gold(**changed: Any) -> Gold:
    value = content(**changed)
    tables = {name: value[name] for name in ("quotes", "recommendations", "kpis", "initiatives")}
    themes = (value.get("themes"), value.get("themes_in_doubt", []))
    return Gold(Path("gold/artikel.json"), value["document"], value["noise"], tables, *themes)


def quote_row(text: str = SPOKEN, start: int = 0, **changed: Any) -> Record:
    named = {"kind": "direct", "speaker": "Ditte Lyngholm", "attribution": "same_sentence"}
    span = {"text": text, "char_start": start, "char_end": start + len(text)}
    return QUOTES.row(**span, rule="quote.made", confidence=0.9, **(named | changed))


def row(table: str, record: Record, **changed: Any) -> Record:
    """The row that a gold record without affiliations asks for."""
    schema = {t.name: t for t in (QUOTES, RECOMMENDATIONS, KPIS, INITIATIVES)}[table]
    text = record.get("text") or record["name"]
    values = {name: value for name, value in record.items() if name in schema.names}
    span = {"text": text, "char_start": 0, "char_end": len(text), "rule": "made.up", "confidence": 0.8}
    return schema.row(**(values | span | changed))


def reading(text: str = ARTICLE, document: Record | None = None, **rows: list[Record]) -> Reading:
    """A reading of `text` with these rows; its metadata are those of `content` unless `document` changes them."""
    known = {"title": "Biblioteket åbner tidligere", "published": "2023-05-04", "kind": "news"} | (document or {})
    authors = [AUTHORS.row(name=name) for name in known.pop("authors", [])]
    taken = ("document", "clean_text", "authors")
    tables = {field.name: [] for field in fields(Reading) if field.name not in taken} | rows
    return Reading(DOCUMENTS.row(**known), text, authors, **tables)


def write_set(folder: Path, articles: dict[str, str], golds: dict[str, Any]) -> tuple[Path, Path]:
    """Folders of articles and gold; a gold that is a text is written as it is."""
    paths = (folder / "articles", folder / "gold")
    for path, files in zip(paths, (articles, golds), strict=True):
        path.mkdir(parents=True)
        for name, value in files.items():
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            (path / name).write_text(text, encoding="utf-8")
    return paths
