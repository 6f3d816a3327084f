"""The diagrams of docs/architecture.md are those of the assets and imports there are; what differs is seen."""

import dagster as dg
import pytest
from diagrams import PAGE, asset_specs, assets_drawn, drawings, floors_drawn, imports, reduced, standing


@pytest.mark.parametrize("name", ["assets", "floors"])
def test_a_drawing_is_what_there_is(name: str):
    there = standing(PAGE.read_text(encoding="utf-8"), name)
    assert there == drawings()[name], "Run: .venv/bin/python tests/docs/diagrams.py"


def test_a_new_asset_and_another_source_of_one_are_seen():
    specs = asset_specs()
    drawn = assets_drawn(specs)
    assert assets_drawn([*specs, dg.AssetSpec("venues", deps=["clean"], group_name="extract")]) != drawn
    *others, last = specs
    assert f"  {next(iter(last.deps)).asset_key.to_user_string()} --> {last.key.to_user_string()}\n" in drawn
    assert assets_drawn([*others, last.replace_attributes(deps=["clean"])]) != drawn


def test_an_import_that_no_way_led_to_before_is_seen():
    nodes, edges = imports()
    assert floors_drawn(nodes, edges | {("schemas", "pipelines")}) != floors_drawn(nodes, edges)
    assert ("assets", "pejlemaerker/publication") in edges


def test_an_arrow_that_a_longer_way_makes_superfluous_is_left_out():
    assert reduced({("a", "b"), ("b", "c"), ("a", "c")}) == {("a", "b"), ("b", "c")}
    both = {("a", "b"), ("b", "a")}
    assert reduced(both) == both


def test_a_page_without_a_drawing_is_an_error():
    with pytest.raises(ValueError, match="floors"):
        standing("# Architecture\n", "floors")
