"""Faults in what stands where: spans, sentences, what the edition for publication may hold, contact details.

What belongs here: the list. How a fault is planted stands in `planting`.
"""

from collections.abc import Iterator
from functools import partial

import polars as pl
from planting import PREFIXES, SPANNED, Fault, file_of, first, in_file, in_rows
from release_copy import Copy

from schemas import TABLES

START, END = pl.col("char_start"), pl.col("char_end")


def places() -> Iterator[Fault]:
    for table in SPANNED:
        beside = first("char_end", END + 1)
        late = lambda data: first("char_start", START + 1)(first("char_end", END + 1)(data))  # noqa: E731
        yield in_rows("a span one too late", "spans", table, "do not stand at their span", late)
        yield in_rows("a span one too long", "spans", table, "do not stand at their span", beside)
        yield in_rows("a span one too long", "spans", table, "", beside, "open/")
        letter = first("text", pl.col("text").str.replace("e", "a", literal=True))
        yield in_rows("a letter changed", "spans", table, "do not stand at their span", letter)
        other = first("text", pl.lit("x") + pl.col("text").str.slice(1))
        yield in_rows("another letter", "rights", table, "are not those of the full edition", other, "open/")
        far = lambda data: first("char_start", START + 5000)(first("char_end", END + 5000)(data))  # noqa: E731
        yield in_rows("a span outside its segment", "spans", table, "outside their segment", far)
    content, comment = pl.col("is_content"), pl.col("kind") == "comment"
    for name, says, change in (
        ("a span over the one above", "begin before", first("char_start", START - 3, content)),
        ("a span after the end", "end after their document", lambda data: first("char_end", END + 5000, comment)(data)),
        ("a span turned round", "end before they begin", first("char_end", START - 1, comment)),
        ("a number left out", "by number", first("ordinal", 99, comment)),
        ("words of a comment", "show their words", first("text", "x" * 29, comment)),
        ("no words", "hold no words", first("text", None, content)),
        ("a letter more", "more or fewer words", first("text", pl.col("text") + "x", content)),
        ("a row in the middle left out", "by number", lambda data: pl.concat([data.head(1), data.tail(-2)])),
    ):
        yield in_rows(name, "spans", "segments", says, change)
    yield in_rows(
        "a document that ends too early",
        "spans",
        "documents",
        "end after their document",
        first("n_chars", 20),
        place=file_of("segments"),
    )
    yield in_rows(
        "a sentence without the figure", "spans", "kpis", "words of the figure", first("sentence", "Der er mange.")
    )
    yield in_rows(
        "a sentence that is not there",
        "spans",
        "kpis",
        "in their segment",
        first("sentence", pl.col("sentence") + " x"),
    )
    yield in_rows("another number", "spans", "kpis", "number of the figure", first("value_as_written", "13"))
    inside = first("parent_quote_id", pl.col("quote_id").first(), pl.col("parent_quote_id").is_not_null())
    yield in_rows(
        "a quote around another",
        "spans",
        "quotes",
        "parent_quote_id",
        lambda data: inside(data).with_columns(
            pl.when(pl.int_range(pl.len()) == 0)
            .then(pl.col("quote_id").get(1))
            .otherwise("parent_quote_id")
            .alias("parent_quote_id")
        ),
    )
    swapped = lambda data: data.with_columns(text=pl.when(content).then(pl.col("text").str.reverse()).otherwise("text"))  # noqa: E731
    yield in_rows(
        "another document's words", "spans", "segments", "do not stand at their span", swapped, place=file_of("quotes")
    )


def rights() -> Iterator[Fault]:
    for prefix in PREFIXES:
        for share in (0.001, 0.9999):
            name = f"a wrong share, {share}"
            yield in_rows(name, "rights", "documents", "excerpt_share", first("excerpt_share", share), prefix)
    for table in ("people", "quotes", "mentions"):
        name = TABLES[table].key[-1]
        if table != "people":
            renamed = first(name, pl.col(name).str.slice(0, 19) + "0" * 12)
            yield in_rows("a row of its own", "rights", table, "are not in the full edition", renamed, "open/")
    for table, column, value in (
        ("documents", "title", "En anden titel"),
        ("kpis", "value", 13.0),
        ("affiliations", "role", "direktør"),
        ("mentions", "surface", "Anne"),
    ):
        says = f"{column}: 1 values are not those"
        yield in_rows(f"another {column}", "rights", table, says, first(column, value), "open/")


def leaks() -> Iterator[Fault]:
    details = {"mail": "ditte@sundby.example.dk", "phone": "tlf. 55 55 43 21", "CPR": "CPR 010190-1234"}
    for table, column in (
        ("documents", "title"),
        ("documents", "source_path"),
        ("documents", "publisher"),
        ("quotes", "speaker"),
        ("quotes", "cue"),
        ("recommendations", "addressee"),
        ("recommendations", "heading"),
        ("kpis", "subject"),
        ("kpis", "sentence"),
        ("mentions", "surface"),
        ("affiliations", "role"),
        ("authors", "name"),
        ("segments", "section"),
        ("segments", "text"),
        ("people", "name"),
        ("organisations", "name"),
        ("aliases", "alias"),
        ("skipped", "reason"),
        ("releases", "code_version"),
        ("quality", "description"),
        ("changes", "row_id"),
    ):
        for i, (what, words) in enumerate(details.items()):
            where = pl.col("is_content") if table == "segments" else None
            prefix = PREFIXES[i % 2] if table != "segments" else ""
            yield in_rows(
                f"{what} in {column}", "privacy", table, f"{table}.{column}", first(column, words, where), prefix
            )
    for name in ("DATASHEET.md", "CITATION.cff", "dcat.ttl"):
        said = partial(Copy.text, name=name, changed=lambda text: f"{text}\n# {details['mail']}\n")
        yield in_file("a mail address", "privacy", name, "an e-mail address", said, "description")
