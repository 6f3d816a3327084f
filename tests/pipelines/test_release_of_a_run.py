"""The release of a run as a whole: two editions, the same bytes each time, and what keeps a release from being switched in.

What belongs here: what the main job makes of editions, gate and policy. What each of them looks for belongs to the tests of publication.
"""

from pathlib import Path

import polars as pl
import pytest
from house import NEW, House, state

from assets import publish
from pejlemaerker.publication.database import table_hashes
from pejlemaerker.publication.releases import DATABASE, FaultyReleaseError, latest
from pejlemaerker.publication.verifying import verify

DECIDED = 'issued = 2026-05-01\n\n[publisher]\nname = "Sundby Kommune"\n'


def files(release: Path) -> dict[str, bytes]:
    """All files of a release, but for the DuckDB files and the sums that tell of them."""
    told = {path.relative_to(release): path for path in release.rglob("*") if path.is_file()}
    return {str(name): path.read_bytes() for name, path in told.items() if path.name not in (DATABASE, "SHA256SUMS")}


def put_many(house: House, number: int) -> None:
    for i in range(number):
        house.put(
            f"{i}.txt", NEW.replace("Biblioteket", f"Bibliotek {i}").replace("klokken syv", f"klokken {i} og tyve")
        )


def test_the_same_articles_give_the_same_bytes_of_every_file_and_the_same_tables(built: House, house: House):
    for path in built.articles.iterdir():
        house.put(path.name, path.read_bytes())
    assert house.build(gate=True).code == 0, house.runs[0].err
    one, other = built.latest, house.latest
    assert one.name == other.name and files(one) == files(other) and len(files(one)) > 80
    for inner in (Path(), Path("open")):
        assert table_hashes(one / inner / DATABASE) == table_hashes(other / inner / DATABASE)


def test_both_editions_of_the_sample_articles_are_whole_and_the_open_one_stands_alone(built: House):
    assert verify(built.latest) == verify(built.latest / "open") == []
    full, openly = (pl.read_parquet(built.latest / inner / "parquet" / "documents.parquet") for inner in ("", "open"))
    assert full["document_id"].to_list() == openly["document_id"].to_list()
    shares = openly.filter(pl.col("rights_basis") == "quotation")["excerpt_share"]
    assert shares.len() and shares.max() <= 0.15 < full["excerpt_share"].min()


def test_a_release_in_which_a_byte_is_wrong_is_not_switched_in(house: House, monkeypatch: pytest.MonkeyPatch):
    house.put("a.txt")
    assert house.build().code == 0
    before, write_sums = state(house.outputs), publish.write_sums

    def spoils(folder: Path) -> None:
        write_sums(folder)
        (folder / "csv" / "quotes.csv").write_text("nothing\n")

    house.put("b.txt", NEW.replace("Biblioteket", "Svømmehallen"))
    with monkeypatch.context() as patch:
        patch.setattr(publish, "write_sums", spoils)
        stopped = house.build(gate=True)
    assert (
        stopped.code == 1 and "csv/quotes.csv: Its bytes" in stopped.err and FaultyReleaseError.__name__ in stopped.err
    )
    assert state(house.outputs) == before
    assert house.build(gate=True).code == 0 and house.table("documents").height == 2


def test_documents_that_are_gone_all_at_once_stop_the_release_until_that_is_accepted(house: House):
    put_many(house, 15)
    assert house.build().code == 0
    before = house.latest
    for path in house.files()[1:]:
        path.unlink()
    stopped = house.build()
    assert stopped.code == 1 and "14 of the 15 documents" in stopped.err and "--accept documents" in stopped.err
    assert house.latest == before
    unknown = house.build(accepted=("everything",))
    assert unknown.code == 1 and "no everything to accept" in unknown.err and "documents" in unknown.err
    assert house.build(accepted=("documents",)).code == 0
    assert house.table("documents").height == 1 and house.latest != before


def test_what_the_operator_says_is_in_the_release_and_makes_it_another(house: House, tmp_path: Path):
    house.put("a.txt")
    assert house.build().code == 0
    first, policy = house.latest, tmp_path / "policy"
    policy.mkdir()
    (policy / "dataset.toml").write_text(DECIDED)
    assert house.build(policy=policy).code == 0
    assert house.latest != first and "Sundby Kommune" in (house.latest / "open" / "CITATION.cff").read_text()
    again = house.build(policy=policy)
    assert again.code == 0 and "Nothing has changed" in again.out
    released = latest(house.outputs)
    assert released is not None and released.table("changes").is_empty()


def test_a_policy_that_cannot_be_used_stops_the_run_before_anything_is_read(house: House, tmp_path: Path):
    house.put("a.txt")
    (tmp_path / "rights.toml").write_text('[default]\nbasis = "quote"\n')
    stopped = house.build(policy=tmp_path)
    assert stopped.code == 1 and "Not started: rights.toml" in stopped.err and not stopped.read_now
    missing = house.build(policy=tmp_path / "mangler")
    assert missing.code == 1 and "There is no folder" in missing.err
