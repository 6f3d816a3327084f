"""The steps of a run in words, as they begin. Those that count what they read say more of themselves; these take long as well."""

from collections.abc import Callable

import dagster as dg

WORDS = {
    "sources": "looking for articles",
    "actors": "telling people and organisations apart",
    "integrity": "checking the tables",
    "parquet": "writing the Parquet files",
    "duckdb": "writing the DuckDB files",
    "site": "writing the site",
    "descriptions": "writing CSV files, descriptions and checksums",
    "gate": "verifying the whole release",
    "release": "switching the release in",
}


def tell_steps(instance: dg.DagsterInstance, run_id: str, tell: Callable[[str], None]) -> None:
    """Let `tell` hear in words which step of the run begins; nothing when it is one that counts."""

    def heard(entry: dg.EventLogEntry) -> None:
        event = entry.dagster_event
        if event is not None and event.event_type == dg.DagsterEventType.STEP_START:
            tell(WORDS.get(event.step_key or "", ""))

    instance.add_event_listener(run_id, heard)
