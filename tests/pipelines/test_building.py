"""The main job from end to end: a folder of articles in, a release out; and the next run, which reads only what is new.

What belongs here: what a person sees of runs that go well. How well a text is read belongs to the tests of corpus and
extraction.
"""

import re
import shlex
import shutil
from pathlib import Path

import duckdb
import polars as pl
import pytest
from click.testing import CliRunner
from house import N_ARTICLES, READING, SPANNED, House, parquet, pejl, state

from pejlemaerker import ingest, read
from pejlemaerker.publication import dataset, releases, spreading
from pejlemaerker.publication.releases import DATABASE
from pejlemaerker.storage import fingerprint
from pipelines.command_line import main
from schemas import PUBLISHED, TABLES
from schemas.validation import validate

# a first run


def test_the_articles_of_the_project_become_a_release(built: House):
    assert built.table("documents").height == N_ARTICLES and built.skipped() == {}
    assert all(built.table(name).height for name in ("segments", "quotes", "recommendations", "kpis", "people"))
    assert built.table("changes").is_empty()
    run = built.runs[0]
    assert run.read_now == dict.fromkeys(READING, N_ARTICLES) and run.err == ""
    assert f"{N_ARTICLES} documents read" in run.out and DATABASE in run.out and "SELECT" in run.out


def test_every_published_table_keeps_its_schema(built: House):
    for table in PUBLISHED:
        validate(table, built.table(table.name))
        assert built.table(table.name).equals(table.sort(built.table(table.name)))


def test_the_line_that_a_run_offers_to_try_works(built: House):
    line = next(line for line in built.runs[0].out.splitlines() if "SELECT" in line)
    program, *arguments = shlex.split(line)
    result = CliRunner().invoke(main, arguments)
    assert program == "pejl" and result.exit_code == 0 and len(result.stdout.splitlines()) == 6


def test_every_row_stands_in_its_segment_where_it_says(built: House):
    with duckdb.connect(built.latest / DATABASE, read_only=True) as connection:
        for table in SPANNED:
            counted = connection.execute(
                f"""SELECT count(*), count(*) FILTER (
                    s.is_content AND s.document_id = r.document_id
                    AND r.text = substring(s.text, r.char_start - s.char_start + 1, r.char_end - r.char_start))
                FROM {table} r LEFT JOIN segments s USING (segment_id)"""
            ).fetchone()
            assert counted and counted[0] == counted[1] == built.table(table).height


def test_actors_that_rows_point_to_are_there(built: House):
    actors = set(built.table("people")["person_id"]) | set(built.table("organisations")["organisation_id"])
    assert set(built.table("mentions")["actor_id"].drop_nulls()) <= actors
    assert set(built.table("aliases")["actor_id"]) <= actors


def test_a_run_reads_as_the_notebook_does(built: House):
    """But for the ids of actors, which take all documents to tell."""
    for path in built.files():
        reading = read(path)
        assert reading.document is not None
        mine = pl.col("document_id") == reading.document["document_id"]
        for name in ("documents", "segments", "document_themes", *SPANNED):
            ids = [column.name for column in TABLES[name].columns if "people." in str(column.references)]
            ids += [column.name for column in TABLES[name].columns if "organisations." in str(column.references)]
            ids += {"mentions": ["actor_id"], "initiatives": ["common_id"]}.get(name, [])
            found = built.table(name).filter(mine).drop(*ids)
            rows = [reading.document] if name == "documents" else getattr(reading, name)
            if name == "documents":
                # Repeats take all documents to tell, rights a policy.
                found = found.drop("duplicate_of", "licence", "rights_basis", "excerpt_share")
            assert found.rows() == TABLES[name].frame(rows).select(found.columns).rows(), name


def test_no_table_holds_an_address_or_a_phone_number(built: House, mess: House):
    phone = re.compile(r"(?<![\w.,-])(?!(?:19|20)\d\d )(?:\+45 ?)?(?:\d\d ?){4}(?![\w.,-])")
    for house in (built, mess):
        for table in PUBLISHED:
            for column in (column for column in table.columns if column.type == "text"):
                for text in house.table(table.name)[column.name].drop_nulls():
                    assert "@" not in text and not phone.search(text), f"{table.name}.{column.name}: {text}"
        assert house.table("segments").filter(~pl.col("is_content"), pl.col("text").is_not_null()).is_empty()
    assert not any(b"55 55 43 21" in content or b"ditte@" in content for content in parquet(mess.latest).values())


# a run after a run


def test_a_run_with_nothing_new_reads_nothing_and_leaves_the_release(copied: House):
    before = state(copied.outputs)
    run = copied.build()
    assert run.code == 0 and "Nothing has changed" in run.out
    assert set(run.read_now.values()) == {0}
    assert state(copied.outputs) == before


def test_a_folder_that_was_at_rest_is_not_read_again(copied: House, monkeypatch: pytest.MonkeyPatch):
    before = state(copied.outputs)
    monkeypatch.setattr(fingerprint, "_ROUGH", -1.0)  # as if the files had been copied a while ago
    assert copied.build().code == 0  # it reads the files, and notes what it found
    monkeypatch.setattr(ingest, "found_files", lambda *folder, **options: pytest.fail("the folder was read"))
    run = copied.build()
    assert run.code == 0 and "Nothing has changed" in run.out and set(run.read_now.values()) == {0}
    assert state(copied.outputs) == before


@pytest.mark.parametrize("change", ["words", "new", "gone", "renamed", "sidecar", "store"])
def test_a_change_is_seen_after_a_run_that_noted_what_lay_there(
    copied: House, monkeypatch: pytest.MonkeyPatch, change: str
):
    monkeypatch.setattr(fingerprint, "_ROUGH", -1.0)
    assert copied.build().code == 0
    path = copied.files()[0]
    if change == "words":
        path.write_bytes(path.read_bytes() + b"\n")
    elif change == "new":
        copied.put("nyt.txt")
    elif change == "gone":
        path.unlink()
    elif change == "renamed":
        path.rename(path.with_name("andet-navn" + path.suffix))
    elif change == "sidecar":
        copied.put(f"{path.name}.meta.toml", 'publisher = "Strandby Avis"\n')
    else:
        shutil.rmtree(copied.outputs / "store")
    run = copied.build()
    assert run.code == 0, run.err
    assert ("Nothing has changed" in run.out) is (change == "store")
    assert (copied.outputs / "store" / "raw").is_dir()


def test_parts_of_any_size_give_the_same_bytes(built: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dataset, "PART", 3)
    monkeypatch.setattr(spreading, "_BUNDLE", 10)
    house = House(built.articles, tmp_path / "ud")
    assert house.build().code == 0, house.runs[0].err
    assert parquet(house.latest) == parquet(built.latest)


def test_the_same_articles_give_the_same_bytes_in_another_process(built: House, tmp_path: Path):
    """Through the command, with another seed of Python's hashes and from another folder."""
    done = pejl(
        "build", "--articles", str(built.articles), "--outputs", "ud", "--no-site", cwd=tmp_path, PYTHONHASHSEED="7"
    )
    assert done.returncode == 0, done.stderr
    assert f"{N_ARTICLES} documents read" in done.stdout and done.stderr == ""
    assert parquet((tmp_path / "ud" / "latest").resolve()) == parquet(built.latest)


def test_only_what_is_new_or_changed_is_read_and_what_is_gone_falls_out(copied: House):
    gone, changed = [path for path in copied.files() if path.suffix == ".txt" and "sygehuse" not in path.name][:2]
    titles = {path: read(path).document["document_id"] for path in (gone, changed)}
    gone.unlink()
    copied.put(changed.name, changed.read_bytes() + b"\nDet skriver vi mere om i morgen.\n")
    copied.put("2023/nyt.txt")
    before = copied.latest
    run = copied.build()
    assert run.code == 0 and run.read_now == dict.fromkeys(READING, 2)
    assert "2 documents read" in run.out and "Nothing has changed" not in run.out
    documents = copied.table("documents")
    assert documents.height == N_ARTICLES and "2023/nyt.txt" in documents["source_path"]
    assert gone.name not in documents["source_path"]
    for table in ("segments", "quotes", "mentions", "authors"):
        assert titles[gone] not in copied.table(table)["document_id"]
    found = copied.table("changes").filter(table_name="documents")
    new = documents.filter(source_path="2023/nyt.txt")["document_id"][0]
    assert set(found.select("row_id", "change", "reason").iter_rows()) == {
        (titles[gone], "removed", "removed_article"),
        (titles[changed], "changed", "changed_article"),
        (new, "added", "new_article"),
    }
    quotes = copied.table("changes").filter(pl.col("row_id").str.starts_with(new), table_name="quotes")
    assert set(quotes["reason"]) == {"new_article"}
    for table in PUBLISHED:
        validate(table, copied.table(table.name))
    assert copied.table("releases")["previous_version"][0] == before.name and before.is_dir()


def test_a_run_that_was_stopped_is_ended_by_the_next_as_a_clean_run(
    house: House, built: House, monkeypatch: pytest.MonkeyPatch
):
    def stopped(folder: Path, edition: str) -> None:
        (folder / DATABASE).write_bytes(b"half a database")
        raise OSError(28, "No space left on device")

    shutil.copytree(built.articles, house.articles, dirs_exist_ok=True)
    with monkeypatch.context() as full_disk:
        full_disk.setattr(releases, "build_database", stopped)
        run = house.build()
    assert run.code == 1 and "No space left on device" in run.err
    assert not (house.outputs / "latest").exists()
    run = house.build()
    assert run.code == 0 and set(run.read_now.values()) == {0}
    assert parquet(house.latest) == parquet(built.latest)
