"""Made-up articles read in a folder of their own, for the tests of editions and of erasure."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pejlemaerker.batches import filed_rows, plan, run_batch
from pejlemaerker.houses import tell_houses, write_houses
from pejlemaerker.ingest import ingest
from pejlemaerker.publication.assembly import assemble
from pejlemaerker.publication.dataset import Dataset
from pejlemaerker.publication.policy.erasures import NONE, Erasures
from pejlemaerker.stages import STAGES
from schemas import BLOCKS, TEXTS

Read = Callable[..., Dataset]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """A function: the dataset of articles, by file name, without what is on a list of erasures."""

    def run(articles: dict[str, str], erasures: Erasures = NONE) -> Dataset:
        folder, store = tmp_path / "articles", tmp_path / "outputs" / "store"
        folder.mkdir(exist_ok=True)
        for name, text in articles.items():
            (folder / name).write_text(text, encoding="utf-8")
        sources, skipped, _ = ingest(folder, store)
        raws = sources["source_id"].to_list()
        for stage in (name for name in STAGES if name != "raw"):
            if stage == "segment":
                claimed = filed_rows(store, TEXTS, raws, ("claims", "stated"))
                texts = filed_rows(store, TEXTS, raws, ("clean_text",))
                blocks = filed_rows(store, BLOCKS, raws, ("zone", "char_start", "char_end"))
                write_houses(store, tell_houses(claimed, lambda t=texts, b=blocks: zip(t, b, strict=True)))
            for batch in plan(store, (stage,), raws):
                run_batch(store, batch)
        return assemble(store, sources, skipped, store / "current", erasures=erasures)

    return run
