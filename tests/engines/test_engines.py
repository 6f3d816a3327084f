"""Where batches are read: on one core, on several, or on a Ray cluster of two machines, the rows are the same.

What belongs here: the engines and what travels between them. The batches are those of a small made-up folder of articles.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pejlemaerker.batches import Batch, Done, Found, filed_rows, load_batch, plan, read_batch
from pejlemaerker.engines import Engine, EngineError, on_ray, packing
from pejlemaerker.engines.local import Local
from pejlemaerker.engines.on_ray import OnRay, read_packed
from pejlemaerker.ingest import ingest
from pejlemaerker.stages import STAGES
from schemas import QUOTES, TEXTS

EXTRACTING = ("mentions", "quotes", "kpis")
ARTICLE = """Havnen i {place} får nyt tag

5. maj 2024

{place} Kommune lægger nyt tag på havnens pakhus. Det koster {n} mio. kr.

- Vi har ventet længe på det tag, siger havnefoged Villy Strandgaard.
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store into which six articles and a file without words were filed."""
    (tmp_path / "articles").mkdir()
    for n, place in enumerate(("Strandby", "Sundby", "Havneby", "Lyngby", "Åby", "Østerby")):
        (tmp_path / "articles" / f"{n}.txt").write_text(ARTICLE.format(place=place, n=n + 2), encoding="utf-8")
    (tmp_path / "articles" / "tom.md").write_text("---\n\n***\n")
    ingest(tmp_path / "articles", tmp_path / "outputs" / "store")
    return tmp_path / "outputs" / "store"


def sources(store: Path) -> list[str]:
    return sorted(ingest(store.parent.parent / "articles", store)[0]["source_id"])


def small(store: Path, stages: tuple[str, ...], size: int = 2) -> list[Batch]:
    """The batches that `stages` have to read, cut into smaller ones."""
    patch = pytest.MonkeyPatch()
    for stage in stages:
        patch.setitem(STAGES, stage, STAGES[stage].__class__(**{**vars(STAGES[stage]), "batch": size}))
    try:
        return list(plan(store, stages, sources(store)))
    finally:
        patch.undo()


def read_all(engine: Engine, store: Path) -> tuple[list[Done], pl.DataFrame]:
    done = [one for stages in (("clean",), ("segment",), EXTRACTING) for one in engine.run(store, small(store, stages))]
    engine.rest()
    return done, pl.concat(filed_rows(store, QUOTES, sources(store))).sort("quote_id")


@pytest.fixture
def expected(tmp_path: Path, store: Path) -> pl.DataFrame:
    """The quotes that one core finds, in a store of its own."""
    found = read_all(Local(1), store)[1]
    for folder in store.iterdir():
        if folder.name in STAGES and folder.name != "raw":
            folder.rename(tmp_path / f"read-{folder.name}")
    assert found.height == 6 and set(found["speaker"]) == {"Villy Strandgaard"}
    return found


def test_several_cores_find_what_one_finds(store: Path, expected: pl.DataFrame):
    done, found = read_all(Local(2), store)
    assert found.equals(expected)
    assert sum(one.documents for one in done if "clean" in one.seconds) == 7
    assert not any(sum(one.failed.values()) for one in done)


def test_a_batch_says_all_that_its_reader_needs_to_know(store: Path):
    list(Local(1).run(store, small(store, ("clean",), 3)))
    (batch, *_) = small(store, ("segment",), 4)
    tables = load_batch(store, batch)
    assert set(tables) == {"texts", "blocks", "house_lines"} and set(tables["texts"]["_raw"]) == set(batch.raws)
    found = read_batch(batch, tables)
    assert set(found.tables["segment"]["documents"]["_key"]) <= set(batch.keys["segment"].values())


def test_stages_that_some_sources_lack_are_read_for_those_alone(store: Path):
    for stages in (("clean",), ("segment",)):
        list(Local(1).run(store, small(store, stages)))
    first, *_ = small(store, ("quotes",), 3)
    list(Local(1).run(store, [first]))
    batches = small(store, EXTRACTING, 400)
    assert {batch.stages: len(batch.raws) for batch in batches} == {("mentions", "kpis"): 3, EXTRACTING: 4}
    assert all(set(batch.inputs) >= {"clean", "segment"} for batch in batches)
    assert ["quotes" in batch.inputs for batch in batches if "quotes" not in batch.stages] == [True]
    list(Local(1).run(store, batches))
    assert small(store, EXTRACTING) == []


def test_a_stage_whose_inputs_were_never_read_says_so(store: Path):
    with pytest.raises(KeyError):
        small(store, ("segment",))


names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)


@given(number=st.integers(0, 10_000), raws=st.lists(names, max_size=4, unique=True), words=st.lists(names | st.none()))
@settings(max_examples=50)
def test_what_travels_arrives_as_it_was_sent(number: int, raws: list[str], words: list[str | None]):
    batch = Batch(("a", "b"), tuple(raws), {"a": dict.fromkeys(raws, "k")}, {"c": {"pack": list(raws)}})
    frame = pl.DataFrame({"words": words, "n": range(len(words))}, schema={"words": pl.String(), "n": pl.Int64()})
    told, back, tables = packing.unpacked_batch(packing.packed_batch(number, batch, {"t": frame}))
    assert (told, back) == (number, batch) and tables["t"].equals(frame)
    found = Found({"a": {"t": frame}, "b": {}}, {"a": {"k": "gik galt 🚢"}, "b": {}}, {"a": 0.5, "b": 0.0})
    told, result = packing.unpacked_found(packing.packed_found(number, found))
    assert (told, result.failures, result.seconds) == (number, found.failures, found.seconds)
    assert result.tables["a"]["t"].equals(frame) and result.tables["b"] == {}


# on Ray


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    """A Ray cluster of two machines with a core each, on this one, named by the environment."""
    pytest.importorskip("ray")
    from ray.cluster_utils import Cluster

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        two = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
        two.add_node(num_cpus=1)
        patch.setenv("RAY_ADDRESS", two.address)
        yield
        two.shutdown()


def test_a_cluster_finds_what_one_core_finds(store: Path, expected: pl.DataFrame, cluster: None):
    done, found = read_all(OnRay(), store)
    assert found.equals(expected)
    assert sum(one.documents for one in done if "clean" in one.seconds) == 7
    texts = pl.concat(filed_rows(store, TEXTS, sources(store)))
    assert texts["skip_code"].drop_nulls().to_list() == ["empty"]


def test_a_worker_with_other_libraries_reads_nothing(store: Path):
    (batch, *_) = small(store, ("clean",))
    with pytest.raises(EngineError, match="other libraries"):
        read_packed(packing.packed_batch(0, batch, load_batch(store, batch)), "polars=0.1")


def test_without_ray_the_next_step_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(on_ray, "find_spec", lambda name: None)
    with pytest.raises(EngineError, match=r"setup\.sh"):
        OnRay()


def test_a_cluster_that_does_not_answer_is_named(store: Path, monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("ray")
    monkeypatch.setenv("RAY_ADDRESS", "127.0.0.1:1")
    assert os.environ["RAY_ADDRESS"]
    with pytest.raises(EngineError, match=r"127\.0\.0\.1:1"):
        list(OnRay().run(store, small(store, ("clean",))))
