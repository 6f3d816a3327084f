"""The Dagster assets, one file a step: each says what it reads, what it makes and what it reports, and does so in few lines.

What a stage does belongs to `pejlemaerker`; jobs, schedules and resources belong to `pipelines`.
"""

from . import actors, checks, clean, extract, notices, publish, segment, sources

ASSETS = (
    sources.sources,
    clean.clean,
    segment.segment,
    extract.extract,
    actors.actors,
    publish.parquet,
    publish.duckdb,
    publish.site,
    publish.descriptions,
    publish.release,
)
CHECKS = (checks.integrity, checks.gate, notices.files_read, notices.shares_kept, notices.rules_measured)

__all__ = ["ASSETS", "CHECKS"]
