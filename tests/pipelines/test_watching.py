"""`pejl watch` and the sensor: a run for each change that has come to rest, and never two for one."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import dagster as dg
import pytest
from click.testing import CliRunner
from house import House
from rich.console import Console

from pejlemaerker.storage.fingerprint import fingerprint
from pipelines import automation
from pipelines.command_line import main
from pipelines.watching import Watcher, seen_now, watch


class Builds:
    """Counts the builds; the next exit codes are `codes`, then 0."""

    def __init__(self, *codes: int) -> None:
        self.codes = list(codes)
        self.count = 0

    def __call__(self) -> int:
        self.count += 1
        return self.codes.pop(0) if self.codes else 0


def watcher(house: House, builds: Builds, sources: Path | None = None) -> Watcher:
    return Watcher(house.articles, house.outputs, builds, sources)


def looks(found: Watcher, times: int) -> list[int | None]:
    return [found.look() for _ in range(times)]


def test_a_folder_is_read_once_it_has_come_to_rest(house):
    builds = Builds()
    found = watcher(house, builds)
    assert looks(found, 4) == [None, 0, None, None]
    house.put("a.txt")
    assert looks(found, 4) == [None, 0, None, None]
    assert builds.count == 2


def test_a_folder_that_changes_at_each_look_is_not_read(house):
    found = watcher(house, Builds())
    for number in range(4):
        house.put(f"{number}.txt")
        assert found.look() is None


def test_a_folder_put_back_as_it_was_is_read_again(house):
    house.put("a.txt")
    found = watcher(house, Builds())
    looks(found, 2)
    before = (house.articles / "a.txt").stat()
    (house.articles / "a.txt").rename(house.articles / "b.txt")
    assert looks(found, 2) == [None, 0]
    (house.articles / "b.txt").rename(house.articles / "a.txt")
    assert (house.articles / "a.txt").stat() == before
    assert looks(found, 2) == [None, 0]


def test_a_run_that_fails_is_tried_three_times_and_then_waits_for_a_change(house):
    builds = Builds(1, 75, 1)
    found = watcher(house, builds)
    assert [code for code in looks(found, 12) if code is not None] == [1, 75, 1]
    house.put("a.txt")
    assert [code for code in looks(found, 3) if code is not None] == [0]


# A file with a source of each kind.
SOURCES = """
[[source]]
name = "noter"
folder = "noter"

[[source]]
name = "arkiv"
glob = "gamle/**/*.txt"

[[source]]
name = "nyheder"
feed = "https://www.strandby.example/rss.xml"

[[source]]
name = "spand"
prefix = "s3://findes-ikke/artikler/"
"""
PAGE = "outputs/archive/nyheder/0123456789abcdef"
GONE = {"address": "x", "asked": "2024-03-12T12:00:00+00:00", "file": "0123456789abcdef.html", "gone": True}


@pytest.fixture
def sourced(house: House) -> House:
    """A house with a file sources.toml, and an article in each of its places."""
    for name in ("noter/a.txt", "gamle/2019/b.txt", f"{PAGE}.html", f"{PAGE}.meta.toml", "andet/c.txt"):
        house.put(f"../{name}", "Der stod et træ.")
    house.put("../outputs/archive/nyheder/fetched.json", "[]")
    house.put("../sources.toml", SOURCES)
    return house


def put(name: str, text: str = "Der stod to træer.") -> Callable[[House], None]:
    return lambda house: house.put(f"../{name}", text)


def is_read(change: Callable[[House], None], house: House) -> bool:
    """Whether `change` leads to one build, and not to a second."""
    builds = Builds()
    found = watcher(house, builds, house.articles.parent / "sources.toml")
    assert looks(found, 3) == [None, 0, None]
    change(house)
    assert looks(found, 4) in ([None, 0, None, None], [None] * 4)
    return builds.count == 2


@pytest.mark.parametrize(
    "change",
    [
        put("noter/ny.txt"),
        put("noter/a.meta.toml", 'title = "A"'),
        put("gamle/2019/b.txt"),
        put("gamle/2019/b.meta.toml", 'title = "B"'),
        put("gamle/2020/ny.txt"),
        put(f"{PAGE}.html"),
        put(f"{PAGE}.meta.toml", 'title = "Ny"'),
        put("outputs/archive/nyheder/fetched.json", json.dumps([GONE])),
        put("sources.toml", SOURCES.replace("gamle/**", "**")),
        put("sources.toml", SOURCES.replace("rss.xml", "nyheder.xml")),
        put("sources.toml", "[[source]\n"),
        lambda house: (house.articles.parent / "gamle" / "2019" / "b.txt").unlink(),
        lambda house: shutil.rmtree(house.articles.parent / "noter"),
    ],
)
def test_a_change_in_a_place_that_the_file_names_is_read_once(sourced: House, change: Callable[[House], None]):
    assert is_read(change, sourced)


@pytest.mark.parametrize(
    "change",
    [
        lambda house: None,
        put("articles/ny.txt"),
        put("andet/c.txt"),
        put("gamle/2019/ny.pdf"),
        put("noter/ny.txt.part"),
        put("outputs/releases/0123/a.txt"),
        put("outputs/archive/nyheder/fetched.json", "[ ]"),
        put("outputs/archive/nyheder/.lists/0123456789abcdef.xml"),
        put("outputs/archive/andet/0123456789abcdef.html"),
    ],
)
def test_what_no_run_would_read_leads_to_none(sourced: House, change: Callable[[House], None]):
    assert not is_read(change, sourced)


def test_a_file_that_is_not_there_yet_is_looked_for(sourced: House):
    file = sourced.articles.parent / "sources.toml"
    away = file.rename(file.with_name("away.toml"))
    before = seen_now(sourced.articles, sourced.outputs, file)
    assert seen_now(sourced.articles, sourced.outputs, file) == before
    away.rename(file)
    assert seen_now(sourced.articles, sourced.outputs, file) != before


def test_a_file_that_is_swapped_behind_a_link_is_seen(sourced: House):
    """So do clusters mount their settings."""
    (link := sourced.articles.parent / "linked.toml").symlink_to("sources.toml")
    before = seen_now(sourced.articles, sourced.outputs, link)
    sourced.put("../sources.toml", SOURCES.replace("rss.xml", "nyheder.xml"))
    assert seen_now(sourced.articles, sourced.outputs, link) != before


def test_the_command_watches_and_builds_what_the_file_names(sourced: House, monkeypatch: pytest.MonkeyPatch):
    built: list[Path | None] = []

    def build(*_: object, sources: Path | None, **__: object) -> int:
        built.append(sources)
        return 0

    def look_around(found: Watcher, *_: object) -> None:
        assert looks(found, 2) == [None, 0]
        sourced.put("../noter/ny.txt")
        assert looks(found, 2) == [None, 0]

    monkeypatch.setattr("pipelines.building.build_release", build)
    monkeypatch.setattr("pipelines.watching.watch", look_around)
    file = sourced.articles.parent / "sources.toml"
    done = CliRunner().invoke(main, ["watch", "--outputs", str(sourced.outputs)], env={"SOURCES": str(file)})
    assert (done.exit_code, built) == (0, [file, file]), done.output


def test_the_page_is_told_where_the_file_is_wherever_it_runs(sourced: House, monkeypatch: pytest.MonkeyPatch):
    for name in ("ARTICLES", "OUTPUTS", "POLICY", "SOURCES", "DAGSTER_HOME"):
        monkeypatch.setenv(name, "")  # what the command sets is undone after the test
    monkeypatch.chdir(sourced.articles.parent)
    monkeypatch.setattr(os, "execv", lambda *_: None)
    assert CliRunner().invoke(main, ["dev", "--sources", "sources.toml"]).exit_code == 0
    assert os.environ["SOURCES"] == str(sourced.articles.parent / "sources.toml")


def test_watching_ends_with_ctrl_c(house, capsys):
    def stop(_seconds: float) -> None:
        raise KeyboardInterrupt

    watch(watcher(house, Builds()), Console(), 5, sleep=stop)
    assert "every 5 s" in (said := capsys.readouterr().out) and "Stopped" in said


def test_the_command_tells_what_is_wrong():
    assert CliRunner().invoke(main, ["watch", "--every", "0"]).exit_code == 2


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as found:
        yield found


def tick(house: House, instance: dg.DagsterInstance, cursor: str | None, sources: str = "") -> tuple[list[str], str]:
    """Run keys that one look of the sensor asks for, and its new cursor."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCES", sources)
        patch.setenv("ARTICLES", str(house.articles))
        patch.setenv("OUTPUTS", str(house.outputs))
        found = automation.build_when_articles_change.evaluate_tick(
            dg.build_sensor_context(instance=instance, cursor=cursor)
        )
    return [str(request.run_key) for request in found.run_requests or []], str(found.cursor)


def test_the_sensor_asks_for_one_run_for_each_change(house, instance):
    keys, cursor = [], None
    for step in range(9):
        if step == 3:
            house.put("a.txt")
        if step == 6:
            (house.articles / "a.txt").unlink()
        asked, cursor = tick(house, instance, cursor)
        keys.append(asked)
    assert [len(asked) for asked in keys] == [0, 1, 0, 0, 1, 0, 0, 1, 0]
    assert (
        len({key for asked in keys for key in asked}) == 3
    )  # the folder is as it was at first, but the run is another


def said(house: House, instance: dg.DagsterInstance, cursor: str | None, sources: str = "") -> str:
    """What one look of the sensor says where it starts nothing."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("SOURCES", sources), ("ARTICLES", str(house.articles)), ("OUTPUTS", str(house.outputs))):
            patch.setenv(name, value)
        found = automation.build_when_articles_change.evaluate_tick(
            dg.build_sensor_context(instance=instance, cursor=cursor)
        )
    assert not found.run_requests
    return str(found.skip_message)


def test_the_sensor_says_why_nothing_starts_and_what_to_do(house, instance, tmp_path):
    assert f"changed in the folder {house.articles}" in said(house, instance, None)
    _, cursor = tick(house, instance, None)
    _, cursor = tick(house, instance, cursor)
    assert f"Nothing to do: the folder {house.articles} is as it was" in said(house, instance, cursor)
    gone = House(tmp_path / "mangler", house.outputs)
    missing = said(gone, instance, cursor)
    assert f"no folder {gone.articles}" in missing and "ARTICLES" in missing
    assert "no file nowhere.toml" in (missing := said(house, instance, cursor, "nowhere.toml")) and "SOURCES" in missing


def test_the_sensor_looks_at_what_the_file_names(sourced, instance):
    file, keys, cursor = str(sourced.articles.parent / "sources.toml"), [], None
    for step in range(8):
        if step == 3:
            sourced.put("ulæst.txt")
        if step == 5:
            sourced.put(f"../{PAGE}.html", "Der stod to træer.")
        asked, cursor = tick(sourced, instance, cursor, file)
        keys.append(asked)
    assert [len(asked) for asked in keys] == [0, 1, 0, 0, 0, 0, 1, 0]
    assert len({key for asked in keys for key in asked}) == 2


def test_a_look_that_is_taken_twice_asks_for_the_same_run(house, instance):
    _, cursor = tick(house, instance, None)
    assert tick(house, instance, cursor) == tick(house, instance, cursor)
    assert json.loads(cursor)["read"] == ""


def test_the_sensor_waits_while_a_run_is_at_work(house, instance):
    _, cursor = tick(house, instance, None)
    run = dg.DagsterRun(
        job_name="build", status=dg.DagsterRunStatus.STARTED, run_id="11111111-1111-4111-8111-111111111111"
    )
    instance.add_run(run)
    keys, cursor = tick(house, instance, cursor)
    assert keys == []
    instance.delete_run(run.run_id)
    assert len(tick(house, instance, cursor)[0]) == 1


def test_nothing_starts_by_itself_until_it_is_switched_on():
    assert automation.build_when_articles_change.default_status is dg.DefaultSensorStatus.STOPPED
    assert automation.build_every_night.default_status is dg.DefaultScheduleStatus.STOPPED


def test_a_fingerprint_knows_names_sizes_and_times_but_no_outputs(house):
    first = fingerprint(house.articles)
    house.put("a.txt", "en")
    second = fingerprint(house.articles)
    house.put("a.txt", "to!")
    third = fingerprint(house.articles)
    assert len({first, second, third}) == 3
    outputs = house.articles / "outputs"
    outputs.mkdir()
    (outputs / "release").write_text("x")
    assert fingerprint(house.articles, leave_out=outputs) == third != fingerprint(house.articles)
    assert fingerprint(house.articles / "nowhere") == first
