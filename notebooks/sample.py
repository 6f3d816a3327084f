"""A notebook over the release in outputs/latest: questions asked in SQL, answers as tables and pictures.

`.venv/bin/marimo edit notebooks/sample.py` opens it, `.venv/bin/python notebooks/sample.py` runs it as a script. OUTPUTS names
another outputs folder.
"""
# ruff: noqa: ANN001, ANN202, N803 - marimo writes the cells' heads

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="medium", app_title="Pejlemærker: a first look")


@app.cell
def _():
    import os
    from pathlib import Path

    import altair as alt
    import duckdb
    import marimo as mo
    import polars as pl

    return Path, alt, duckdb, mo, os, pl


@app.cell
def _(mo):
    mo.md("""
    # A first look at the dataset

    The sample articles are invented, and so is everybody in them. With your own articles the cells are the same:
    read them with `OUTPUTS=my/outputs make run`, and start this notebook with the same `OUTPUTS`.
    """)
    return


@app.cell
def _(Path, duckdb, os, pl):
    project = Path(__file__).resolve().parent.parent
    outputs = project / os.environ.get("OUTPUTS", "outputs")
    database = outputs / "latest" / "pejlemaerker.duckdb"
    if not database.is_file():
        raise SystemExit(f"There is no release in {outputs}. Run `make run` first, or name another folder in OUTPUTS.")
    dataset = duckdb.connect(database, read_only=True)

    def ask(sql: str) -> pl.DataFrame:
        """The answer to a question in SQL."""
        return dataset.sql(sql).pl()

    return (ask,)


@app.cell
def _(ask, mo):
    counted = ask(
        """
        SELECT (SELECT count(*) FROM documents WHERE duplicate_of IS NULL) AS documents, (SELECT count(*) FROM quotes_full) AS quotes,
               (SELECT count(*) FROM recommendations_full) AS recommendations, (SELECT count(*) FROM kpis_full) AS figures
        """
    ).row(0, named=True)
    told = ", ".join(f"**{count:,}** {name}" for name, count in counted.items())
    mo.md(f"## What is here\n\n{told}. Articles that repeat another are left out, here and in all views.")
    return


@app.cell
def _(alt, ask, mo):
    speakers = ask(
        """
        SELECT name, n_quotes, n_documents, organisations FROM speaker_activity
        WHERE kind = 'person' ORDER BY n_quotes DESC, name LIMIT 12
        """
    )
    who = (
        alt.Chart(speakers, title="Quotes by person")
        .mark_bar()
        .encode(
            x=alt.X("n_quotes:Q", title="quotes"),
            y=alt.Y("name:N", sort="-x", title=None),
            tooltip=["name", "organisations", "n_documents"],
        )
    )
    mo.vstack(
        [
            mo.md("## Who speaks?\n\nOnly quotes whose speaker the text tells; the rest have no speaker and say why."),
            who,
        ]
    )
    return


@app.cell
def _(ask, mo):
    demands = ask(
        """
        SELECT coalesce(person_name, organisation_name, issuer) AS who, addressee AS whom, strength, text AS what, title AS article
        FROM recommendations_full
        WHERE addressee IS NOT NULL AND length(addressee) > 3
        ORDER BY strength = 'must' DESC, published DESC, document_id, char_start LIMIT 10
        """
    )
    mo.vstack(
        [
            mo.md("## Who asks whom for what?\n\nThe strongest first. The addressee is written as the text writes it."),
            mo.ui.table(demands, selection=None),
        ]
    )
    return


@app.cell
def _(alt, ask, mo, pl):
    pairs = ask(
        """
        SELECT organisation_name || ': ' || subject AS what, target, target_period, measured, measured_period
        FROM kpi_targets_vs_measured WHERE unit = 'percent' ORDER BY what, measured_period, target_period
        """
    )
    points = pl.concat(
        [
            pairs.select("what", value="measured", period="measured_period", kind=pl.lit("measured")),
            pairs.select("what", value="target", period="target_period", kind=pl.lit("target")),
        ]
    ).unique(maintain_order=True)
    distances = (
        alt.Chart(points, title="Percent: measured, and aimed at")
        .mark_point(filled=True, size=90)
        .encode(
            x=alt.X("value:Q", title="percent", scale=alt.Scale(domain=[0, 100])),
            y=alt.Y("what:N", title=None, axis=alt.Axis(labelLimit=320)),
            shape="kind:N",
            color="kind:N",
            tooltip=["what", "kind", "value", "period"],
        )
    )
    mo.vstack(
        [
            mo.md(
                "## How far from their targets?\n\nOnly what the texts name in the same words, of the same organisation."
            ),
            distances,
        ]
    )
    return


@app.cell
def _(alt, ask, mo):
    themes = ask("SELECT year, name AS theme, n_documents, share FROM themes_by_year ORDER BY year, theme")
    by_year = (
        alt.Chart(themes, title="Documents with a theme, by year")
        .mark_rect()
        .encode(
            x="year:O",
            y=alt.Y("theme:N", title=None),
            color=alt.Color("n_documents:Q", title="documents"),
            tooltip=["year", "theme", "n_documents", "share"],
        )
    )
    mo.vstack(
        [
            mo.md(
                "## What is it about, and when?\n\nA document may have several themes; few documents a year say little."
            ),
            by_year,
        ]
    )
    return


@app.cell
def _(ask, mo):
    traced = ask(
        """
        SELECT quotes.speaker, quotes.text,
               substring(segments.text, quotes.char_start - segments.char_start + 1, quotes.char_end - quotes.char_start) AS in_the_article,
               quotes.source_path, quotes.char_start, quotes.char_end
        FROM quotes_full AS quotes JOIN segments USING (segment_id) ORDER BY quotes.quote_id
        """
    )
    kept = traced.filter(traced["text"] == traced["in_the_article"]).height
    mo.vstack(
        [
            mo.md(
                f"## Where does it stand?\n\nOf {traced.height} quotes {kept} stand word for word at their place in one passage."
            ),
            mo.ui.table(traced.drop("in_the_article").head(5), selection=None),
        ]
    )
    return


@app.cell
def _(alt, ask, mo):
    sure = ask(
        """
        SELECT kind, round(confidence, 1) AS confidence, count(*) AS n FROM (
            SELECT 'quotes' AS kind, confidence FROM quotes UNION ALL SELECT 'recommendations', confidence FROM recommendations
            UNION ALL SELECT 'figures', confidence FROM kpis)
        GROUP BY ALL ORDER BY ALL
        """
    )
    steps = (
        alt.Chart(sure, title="Rows by confidence")
        .mark_bar()
        .encode(x="confidence:O", y=alt.Y("n:Q", title="rows"), column=alt.Column("kind:N", title=None))
    )
    mo.vstack(
        [
            mo.md("## How sure?\n\n`confidence` is how often the rule was right on annotated documents."),
            steps,
        ]
    )
    return


if __name__ == "__main__":
    app.run()
