"""What Dagster sees: the graph of assets, the checks, the job; and that the job runs under Dagster itself."""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import dagster as dg
import polars as pl
import pytest
from house import N_ARTICLES, ROOT, House, parquet, run

from assets import ASSETS, CHECKS
from assets.shown.verdicts import NEXT_STEPS
from assets.workspace import Workspace
from pejlemaerker.stages import STAGES
from pipelines.definitions import definitions
from pipelines.jobs import BUILD


def test_the_graph_of_assets_is_as_designed():
    graph = {
        key.to_user_string(): (asset.group_names_by_key[key], sorted(k.to_user_string() for k in asset.asset_deps[key]))
        for asset in ASSETS
        for key in asset.keys
    }
    assert graph == {
        "sources": ("1_collect", []),
        "clean": ("2_read", ["sources"]),
        "segment": ("2_read", ["clean"]),
        "mentions": ("3_extract", ["segment"]),
        "themes": ("3_extract", ["segment"]),
        "affiliations": ("3_extract", ["segment"]),
        "quotes": ("3_extract", ["segment"]),
        "recommendations": ("3_extract", ["quotes"]),
        "kpis": ("3_extract", ["quotes"]),
        "initiatives": ("3_extract", ["segment"]),
        "actors": (
            "4_combine",
            ["affiliations", "initiatives", "kpis", "mentions", "quotes", "recommendations", "themes"],
        ),
        "parquet": ("5_publish", ["actors"]),
        "duckdb": ("5_publish", ["parquet"]),
        "site": ("5_publish", ["duckdb"]),
        "descriptions": ("5_publish", ["site"]),
        "release": ("5_publish", ["descriptions"]),
    }


def test_assets_are_described_and_stages_carry_the_version_of_their_code():
    for asset in ASSETS:
        for spec in asset.specs:
            name = spec.key.to_user_string()
            assert spec.description and spec.description.endswith(".")
            assert spec.code_version == (STAGES[name].version if name in STAGES else None)


def test_every_stage_is_an_asset_that_waits_for_what_the_stage_reads():
    deps = {
        spec.key.to_user_string(): {d.asset_key.to_user_string() for d in spec.deps} for a in ASSETS for spec in a.specs
    }

    def above(name: str) -> set[str]:
        return deps[name].union(*(above(item) for item in deps[name]))

    for name, stage in STAGES.items():
        if name != "raw":  # its rows are filed by `sources`
            assert {"sources" if item == "raw" else item for item in stage.upstream} <= above(name)


def test_checks_of_what_must_not_be_published_stop_the_release_and_the_others_only_warn():
    specs = {spec.name: spec for check in CHECKS for spec in check.check_specs}
    stopping = {name for name, spec in specs.items() if spec.blocking}
    assert stopping == {"schema", "keys", "spans", "privacy", "counts", "schema_version", "whole"}
    assert set(specs) - stopping == {"files_read", "shares_kept", "rules_measured"}
    assert all(spec.description for spec in specs.values()) and set(NEXT_STEPS) == set(specs)


def test_one_job_runs_everything_in_one_process():
    jobs = {job.name for job in definitions.resolve_all_job_defs() if not job.name.startswith("__")}
    assert jobs == {BUILD}
    assert definitions.resolve_job_def(BUILD).executor_def is dg.in_process_executor
    dg.Definitions.validate_loadable(definitions)


def test_many_batches_in_processes_of_their_own_give_what_one_batch_gives(
    built: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    shutil.copytree(built.outputs / "store", tmp_path / "store")
    shutil.rmtree(tmp_path / "store" / "clean")
    monkeypatch.setitem(STAGES, "clean", replace(STAGES["clean"], batch=4))
    told = Workspace(articles=str(built.articles), outputs=str(tmp_path), policy_folder="").advance("clean")["clean"]
    assert (told["documents"], told["read_now"], told["failed"]) == (N_ARTICLES, N_ARTICLES, 0)
    one, many = (
        pl.concat(pl.read_parquet(path) for path in (outputs / "store" / "clean").glob("*.texts.parquet")).sort("_key")
        for outputs in (built.outputs, tmp_path)
    )
    assert len(list((tmp_path / "store" / "clean").glob("*.texts.parquet"))) > 1 and many.equals(one)


def test_the_job_runs_under_dagster_itself(built: House, tmp_path: Path):
    outputs, dagster = tmp_path / "ud", Path(sys.executable).parent / "dagster"
    command = (dagster, "job", "execute", "-m", "pipelines.definitions", "-j", BUILD)
    (tmp_path / "dagster.yaml").write_text("telemetry:\n  enabled: false\n")
    done = run(
        *command, cwd=ROOT, ARTICLES=str(built.articles), OUTPUTS=str(outputs), DAGSTER_HOME=str(tmp_path), SITE="no"
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert parquet((outputs / "latest").resolve()) == parquet(built.latest)
