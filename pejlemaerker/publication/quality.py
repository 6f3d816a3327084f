"""Measured figures about a release."""

import polars as pl

from schemas import QUALITY

from .dataset import Dataset

_READ = {
    "documents": ("title", "published"),
    "quotes": ("kind", "speaker"),
    "recommendations": ("issuer",),
    "kpis": ("subject",),
    "skipped": ("code",),
}


def quality(dataset: Dataset) -> pl.DataFrame:
    """Rows of the table `quality`: shares of this release's rows, each with the number of rows it was measured on."""
    tables = {name: dataset.whole(name, *columns) for name, columns in _READ.items()}
    documents, quotes, skipped = tables["documents"], tables["quotes"], tables["skipped"]
    files = documents.height + skipped.height
    direct = quotes.filter(pl.col("kind") == "direct")
    measures = [
        ("files.read", documents.height, files, "Files that were read as articles."),
        ("documents.with_title", documents["title"].drop_nulls().len(), documents.height, "Documents with a title."),
        ("documents.with_date", documents["published"].drop_nulls().len(), documents.height, "Documents with a date."),
        ("quotes.with_speaker", quotes["speaker"].drop_nulls().len(), quotes.height, "Quotes whose speaker is known."),
        (
            "quotes.direct.with_speaker",
            direct["speaker"].drop_nulls().len(),
            direct.height,
            "Direct quotes whose speaker is known.",
        ),
        (
            "recommendations.with_issuer",
            tables["recommendations"]["issuer"].drop_nulls().len(),
            tables["recommendations"].height,
            "Recommendations whose issuer is known.",
        ),
        (
            "kpis.with_subject",
            tables["kpis"]["subject"].drop_nulls().len(),
            tables["kpis"].height,
            "Figures that say what they count.",
        ),
    ]
    return QUALITY.frame(
        QUALITY.row(
            measured_on="release",
            measure=name,
            value=round(part / whole, 4) if whole else None,
            n=whole,
            description=text,
        )
        for name, part, whole, text in measures
    )
