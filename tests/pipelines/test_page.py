"""What the Dagster page shows: the graph as it is listed in `page.txt`, what a real run tells, and what it leaves to others.

`PEJLEMAERKER_WRITE=1 pytest tests/pipelines/test_page.py` writes `page.txt` anew; look at what differs before it is committed.
"""

import base64
import os
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import dagster as dg
import pytest
from house import N_ARTICLES, NEW, ROOT, House

from assets.describing import EXTRACT, TEAM, owners
from assets.shown.tables import listed
from assets.workspace import UNCHANGED, Workspace
from pejlemaerker.publication.policy.about import read_about
from pejlemaerker.stages import STAGES
from pipelines.definitions import definitions
from pipelines.jobs import BUILD
from schemas import KPIS, QUOTES, RECOMMENDATIONS

LISTED = Path(__file__).with_name("page.txt")
Metadata = dict[str, dg.MetadataValue]


def graph() -> Iterator[str]:
    """The page in lines: what each asset, check, job, sensor and schedule is called and said to be."""
    assets = definitions.resolve_asset_graph()
    for node in sorted(assets.asset_nodes, key=lambda node: (str(node.group_name), node.key)):
        above = ", ".join(sorted(key.to_user_string() for key in node.parent_keys)) or "nothing"
        yield f"asset {node.group_name} / {node.key.to_user_string()} ({', '.join(sorted(node.kinds))}) after {above}"
        yield f"    {(node.description or '').splitlines()[0]}"
        tags = ", ".join(
            f"{name}={value}" for name, value in sorted(node.tags.items()) if not name.startswith("dagster/")
        )
        yield f"    owned by {', '.join(sorted(node.owners))}; {tags}"
        if shown := sorted(name for name in node.metadata if name.startswith(("columns_", "dagster/column"))):
            yield f"    {', '.join(shown)}"
    for key in sorted(assets.asset_check_keys):
        spec = assets.get_check_spec(key)
        yield f"check {key.asset_key.to_user_string()}:{key.name} ({'stops the release' if spec.blocking else 'warns'})"
        yield f"    {spec.description}"
    for job in definitions.jobs or ():
        yield f"job {job.name}"
        yield f"    {job.description}"
    for kind, found in (("sensor", definitions.sensors), ("schedule", definitions.schedules)):
        for item in found or ():
            yield f"{kind} {item.name} ({item.default_status.value.lower()})"
            yield f"    {item.description}"


def test_the_page_is_as_it_is_listed():
    dg.Definitions.validate_loadable(definitions)
    now = "\n".join(graph()) + "\n"
    if os.environ.get("PEJLEMAERKER_WRITE"):
        LISTED.write_text(now, encoding="utf-8")
    assert now == LISTED.read_text(encoding="utf-8")


def test_whoever_runs_it_reads_of_every_check_group_asset_and_start_in_the_docs():
    words = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    assets = definitions.resolve_asset_graph()
    groups = {str(node.group_name) for node in assets.asset_nodes}
    extracted = {node.key.to_user_string() for node in assets.asset_nodes if node.group_name == EXTRACT}
    named = {node.key.to_user_string() for node in assets.asset_nodes} - extracted
    starts = {item.name for item in (*(definitions.sensors or ()), *(definitions.schedules or ()))}
    checks = {key.name for key in assets.asset_check_keys}
    assert sorted(name for name in groups | named | starts | checks if f"`{name}`" not in words) == []


def test_columns_of_what_a_stage_makes_are_those_of_the_schema():
    assets = definitions.resolve_asset_graph()
    for name, stage in STAGES.items():
        if name != "raw" and len(stage.tables) == 1:
            shown = assets.get(dg.AssetKey(name)).metadata["dagster/column_schema"]
            assert [column.name for column in shown.columns] == stage.tables[0].names
    kpis = assets.get(dg.AssetKey("kpis")).metadata["dagster/column_schema"]
    kind = next(column for column in kpis.columns if column.name == "kind")
    assert kind.description == KPIS.column("kind").description and not kind.constraints.nullable
    assert kind.constraints.other == [f"one of: {', '.join(KPIS.column('kind').enum)}"]


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ('[contact]\nname = "Sundby Kommune"\nemail = "data@sundby.example"\n', "data@sundby.example"),
        ('[contact]\nname = "Sundby Kommune"\n', TEAM),
        ("", TEAM),
    ],
)
def test_the_contact_of_the_dataset_owns_the_assets(tmp_path: Path, said: str, owner: str):
    (tmp_path / "dataset.toml").write_text(said)
    assert owners(read_about(tmp_path / "dataset.toml")) == [owner]


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dg.DagsterInstance]:
    """A Dagster that keeps what runs tell."""
    with dg.DagsterInstance.local_temp(str(tmp_path_factory.mktemp("dagster"))) as found:
        yield found


def told(house: House, instance: dg.DagsterInstance) -> dict[str, Metadata]:
    """What a run over the house tells of each asset."""
    job = definitions.resolve_job_def(BUILD)
    workspace = Workspace(articles=str(house.articles), outputs=str(house.outputs), policy_folder="", site=False)
    quiet = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
    done = job.execute_in_process(resources={"workspace": workspace}, instance=instance, run_config=quiet)
    events = [event.step_materialization_data.materialization for event in done.get_asset_materialization_events()]
    return {event.asset_key.to_user_string(): dict(event.metadata) for event in events}


@pytest.fixture(scope="module")
def runs(
    built: House, tmp_path_factory: pytest.TempPathFactory, instance: dg.DagsterInstance
) -> list[dict[str, Metadata]]:
    """What three runs told: the first, one with an article and an empty file more, and one in which nothing had changed."""
    folder = tmp_path_factory.mktemp("page")
    house = House(folder / "articles", folder / "outputs")
    for path in built.articles.iterdir():
        house.put(path.name, path.read_bytes())
    first = told(house, instance)
    house.put("ny.txt")
    house.put("tom|fil.txt", b"")
    return [first, told(house, instance), told(house, instance)]


def records(value: dg.MetadataValue) -> list[dict[str, object]]:
    assert isinstance(value, dg.TableMetadataValue)
    return [dict(record.data) for record in value.records]


def test_a_stage_tells_what_it_read_and_what_it_found_of_each_kind(runs):
    first, second, _ = runs
    assert (first["quotes"]["read_now"].value, first["quotes"]["reused"].value) == (N_ARTICLES, 0)
    assert (second["quotes"]["read_now"].value, second["quotes"]["reused"].value) == (1, N_ARTICLES)
    for table in (QUOTES, RECOMMENDATIONS, KPIS):
        counts = [first[table.name][f"{table.name}_{kind}"].value for kind in table.column("kind").enum]
        assert (
            sum(counts) == first[table.name]["dagster/row_count"].value == first[table.name][f"rows_{table.name}"].value
        )
        assert all(counts)


def test_files_that_are_skipped_are_listed_with_the_reason(runs):
    _, second, _ = runs
    assert second["sources"]["skipped"].value == 1
    assert [row["source_path"] for row in records(second["sources"]["skipped_files"])] == ["tom|fil.txt"]
    assert records(second["sources"]["skipped_by_reason"])[0]["code"] == "empty"


def test_pictures_are_whole_drawings_that_ask_nobody_for_anything(runs):
    _, second, _ = runs
    for asset, name in (("actors", "rows_by_kind"), ("release", "shares"), ("release", "rows_over_releases")):
        said, _, data = str(second[asset][name].value).rpartition("](data:image/svg+xml;base64,")
        drawn = base64.b64decode(data.removesuffix(")")).decode()
        assert said.startswith("![") and ElementTree.fromstring(drawn).tag.endswith("svg")
        assert "href" not in drawn and "<image" not in drawn and "<text" in drawn


def test_a_release_tells_what_changed_and_how_good_it_is(runs):
    first, second, _ = runs
    assert first["release"]["rows_changed"].value == 0
    changes = {
        (row["table_name"], row["change"], row["reason"]): row["rows"] for row in records(second["release"]["changes"])
    }
    assert changes["documents", "added", "new_article"] == 1
    assert sum(changes.values()) == second["release"]["rows_changed"].value
    assert 0 < second["release"]["share_quotes.with_speaker"].value <= 1
    assert second["release"]["previous_version"] == first["release"]["version"]
    assert second["release"]["releases_on_disk"].value == 2 and second["release"]["bytes_free"].value > 0


def test_where_nothing_changed_the_page_shows_the_last_release(runs):
    _, second, third = runs
    assert third["release"]["release"].value == UNCHANGED
    same = ("version", "rows_changed", "share_quotes.with_speaker", "dagster/row_count")
    assert all(third["release"][name] == second["release"][name] for name in same)
    for asset in ("parquet", "duckdb", "descriptions"):
        assert {**second[asset], "release": dg.MetadataValue.text(UNCHANGED)} == third[asset]


def test_words_of_a_file_name_are_shown_as_text_and_long_ones_are_cut():
    shown = listed(
        [{"file": "a|b\n<b>c</b>", "n": 1}, {"file": "x" * 300, "n": None}, {"file": "c", "n": 2}],
        ("file", "n"),
        most=2,
    )
    assert [row["file"] for row in records(shown)][::2] == ["a|b <b>c</b>", "and 1 more"]
    assert len(str(shown.records[1].data["file"])) == 120 and shown.records[1].data["n"] == ""


def test_the_command_line_draws_nothing(house: House, monkeypatch: pytest.MonkeyPatch):
    def drawn(*_: object) -> None:
        raise AssertionError("nobody would see it")

    house.put("a.txt", NEW)
    for name in ("assets.publish.release_shown", "assets.actors.dataset_shown", "assets.workspace.stage_shown"):
        monkeypatch.setattr(name, drawn)
    assert house.build().code == 0, house.runs[0].err
