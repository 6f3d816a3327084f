"""The Dagster assets, one file a stage: each says what it reads, what it makes and what it reports, and does so in few lines.

What a stage does belongs to `pejlemaerker`; jobs, schedules and resources belong to `pipelines`.
"""

from . import (
    actors,
    affiliations,
    checks,
    clean,
    initiatives,
    kpis,
    mentions,
    publish,
    quotes,
    recommendations,
    segment,
    sources,
)

ASSETS = (
    sources.sources,
    clean.clean,
    segment.segment,
    mentions.mentions,
    affiliations.affiliations,
    quotes.quotes,
    recommendations.recommendations,
    kpis.kpis,
    initiatives.initiatives,
    actors.actors,
    publish.parquet,
    publish.duckdb,
    publish.release,
)
CHECKS = (checks.integrity,)

__all__ = ["ASSETS", "CHECKS"]
