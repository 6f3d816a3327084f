"""`pejl watch` and the sensor: a run for each change that has come to rest, and never two for one."""

import json
from collections.abc import Iterator

import dagster as dg
import pytest
from click.testing import CliRunner
from house import House
from rich.console import Console

from pejlemaerker.storage.fingerprint import fingerprint
from pipelines import automation
from pipelines.command_line import main
from pipelines.watching import Watcher, watch


class Builds:
    """Counts the builds; the next exit codes are `codes`, then 0."""

    def __init__(self, *codes: int) -> None:
        self.codes = list(codes)
        self.count = 0

    def __call__(self) -> int:
        self.count += 1
        return self.codes.pop(0) if self.codes else 0


def watcher(house: House, builds: Builds) -> Watcher:
    return Watcher(house.articles, house.outputs, builds)


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


def tick(house: House, instance: dg.DagsterInstance, cursor: str | None) -> tuple[list[str], str]:
    """Run keys that one look of the sensor asks for, and its new cursor."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARTICLES", str(house.articles))
        patch.setenv("OUTPUTS", str(house.outputs))
        found = automation.new_articles.evaluate_tick(dg.build_sensor_context(instance=instance, cursor=cursor))
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
    assert automation.new_articles.default_status is dg.DefaultSensorStatus.STOPPED
    assert automation.every_night.default_status is dg.DefaultScheduleStatus.STOPPED


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
