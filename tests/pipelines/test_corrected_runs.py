"""The main job with corrections, from looking a row over to the release that shows it: nothing is lost, and nothing stays unseen."""

import shutil
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result
from house import NEW, ROOT, House, Run, parquet, state

from pejlemaerker.publication.policy.corrections import read_corrections
from pipelines.command_line import main

LIVING = ROOT / "policy" / "corrections"
SAID = "Vi vil gerne kunne læse avisen, før vi tager på arbejde"


def build(house: House, policy: Path) -> Run:
    """Run the main job with a folder of corrections."""
    policy.mkdir(exist_ok=True)
    return house.build(policy=policy)


def review(house: House, policy: Path, *arguments: str, typed: str = "") -> Result:
    options = ["--outputs", str(house.outputs), "--policy", str(policy)]
    return CliRunner().invoke(main, ["review", *arguments, *options], input=typed, catch_exceptions=False)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> House:
    """One article, built. Only looked at."""
    folder = tmp_path_factory.mktemp("small")
    house = House(folder / "articles", folder / "outputs")
    house.put("a.txt")
    house.put("b.txt", NEW.replace("Biblioteket", "Svømmehallen").replace("Ditte Lyngholm", "Gerda Vestbro"))
    assert house.build().code == 0, house.runs[0].err
    return house


@pytest.fixture
def own(small: House, tmp_path: Path) -> House:
    """The same, to go on from."""
    shutil.copytree(small.articles, tmp_path / "articles")
    shutil.copytree(small.outputs, tmp_path / "outputs", symlinks=True)
    return House(tmp_path / "articles", tmp_path / "outputs")


def quote(house: House, path: str = "a.txt") -> dict:
    document = house.table("documents").filter(source_path=path)["document_id"][0]
    return house.table("quotes").filter(document_id=document).row(0, named=True)


# the release


def test_a_correction_is_shown_in_the_release_and_taking_it_away_brings_the_row_back(own: House, tmp_path: Path):
    policy, before = tmp_path / "policy", parquet(own.latest)
    row = quote(own)
    done = review(
        own, policy, row["quote_id"], "--set", "speaker=Ida Holm", "--unknown", "speaker_role", "--why", "Hørt."
    )
    assert done.exit_code == 0 and "The next `pejl build` applies it" in done.stdout
    assert build(own, policy).code == 0
    now = quote(own)
    assert now["speaker"] == "Ida Holm" and now["speaker_organisation"] is None and now["speaker_id"] is None
    assert now["rule"].endswith(".correction") and now["attribution"] == "correction" and now["confidence"] == 1.0
    listed = own.table("corrections")
    assert {"speaker"} <= set(listed["column_name"]) and set(listed["row_id"]) == {row["quote_id"]}
    assert listed["file_name"][0] == f"{row['document_id']}.toml"
    once = parquet(own.latest)
    assert build(own, policy).code == 0 and parquet(own.latest) == once
    shutil.rmtree(policy)
    assert build(own, policy).code == 0
    about_release = {"releases.parquet", "changes.parquet"}
    assert {name: data for name, data in parquet(own.latest).items() if name not in about_release} == {
        name: data for name, data in before.items() if name not in about_release
    }


def test_the_same_input_gives_the_same_bytes_from_an_empty_store(own: House, tmp_path: Path):
    policy = tmp_path / "policy"
    review(own, policy, quote(own)["quote_id"], "--remove", "--why", "Ingen siger det.")
    found = []
    for name in ("one", "two"):
        house = House(own.articles, tmp_path / name)
        assert build(house, policy).code == 0
        found.append(parquet(house.latest))
    assert found[0] == found[1]


def test_a_correction_whose_text_has_changed_stops_the_run_and_the_last_release_stays(own: House, tmp_path: Path):
    policy = tmp_path / "policy"
    row = quote(own)["quote_id"]
    review(own, policy, row, "--set", "speaker=Ida Holm", "--why", "Hørt.")
    assert build(own, policy).code == 0
    before = state(own.outputs)
    own.put("a.txt", NEW.replace("siger Ditte", "siger onsdag Ditte"))
    run = build(own, policy)
    assert run.code == 1 and state(own.outputs) == before
    assert "The run stopped, and the last release is as it was." in run.err
    assert f"{row[:17]}.toml, correction 1: the text around {row} has changed" in run.err
    assert f"pejl review {row}" in run.err and "Traceback" not in run.err and "Error" not in run.err


def test_a_correction_of_an_article_that_is_gone_sleeps_and_wakes_with_it(own: House, tmp_path: Path):
    policy = tmp_path / "policy"
    review(own, policy, quote(own)["quote_id"], "--set", "speaker=Ida Holm", "--why", "Hørt.")
    text = (own.articles / "a.txt").read_bytes()
    (own.articles / "a.txt").unlink()
    assert build(own, policy).code == 0 and own.table("corrections").is_empty()
    own.put("a.txt", text)
    assert build(own, policy).code == 0 and quote(own)["speaker"] == "Ida Holm"


def test_two_people_who_are_one_are_one_in_every_table(own: House, tmp_path: Path):
    policy = tmp_path / "policy"
    ids = own.table("people")["person_id"].to_list()
    assert len(ids) == 2
    assert review(own, policy, "--same", *ids, "--why", "Hun skiftede navn.").exit_code == 0
    assert build(own, policy).code == 0, own.runs[-1].err
    assert own.table("people").height == 1
    assert own.table("quotes")["speaker_id"].drop_nulls().n_unique() == 1
    assert sorted(own.table("corrections")["row_id"]) == sorted(ids)


def test_the_living_example_fits_the_sample_corpus(copied: House):
    assert build(copied, LIVING.parent).code == 0, copied.runs[-1].err
    listed = copied.table("corrections")
    assert set(listed["action"]) == {"set", "remove", "followed"}
    assert listed["document_id"].n_unique() == len(read_corrections(LIVING).rows)
    removed = listed.filter(action="remove")["row_id"][0]
    assert removed not in copied.table("recommendations")["recommendation_id"].to_list()
    followed = listed.filter(action="followed")["row_id"][0]
    quoted = copied.table("recommendations").filter(recommendation_id=followed)
    speaker = copied.table("quotes").filter(quote_id=quoted["quote_id"][0])
    assert speaker["speaker_id"][0] is not None and quoted["issuer"][0] == speaker["speaker"][0]


# the command


def test_the_least_certain_rows_come_first_with_their_context(built: House, tmp_path: Path):
    shown = review(built, tmp_path, "--table", "quotes", "--limit", "200")
    assert shown.exit_code == 0
    ids = [line.split()[1] for line in shown.stdout.splitlines() if line.startswith("quotes  ")]
    quotes = built.table("quotes").filter(pl.col("quote_id").is_in(ids))
    direct = quotes.filter((pl.col("kind") == "direct") & pl.col("speaker").is_null())
    missing = direct["quote_id"].to_list()
    assert missing and set(ids[: len(missing)]) == set(missing)
    rest = quotes.filter(~pl.col("quote_id").is_in(missing))
    order = dict(rest.select("quote_id", "confidence").iter_rows())
    assert [order[key] for key in ids[len(missing) :]] == sorted(order.values())
    assert "⟦" in shown.stdout and "before" in shown.stdout and "confidence" in shown.stdout
    assert review(built, tmp_path, "--table", "quotes", "--limit", "200").stdout == shown.stdout


def test_one_row_is_shown_with_its_words_marked_and_where_they_stand(small: House, tmp_path: Path):
    shown = review(small, tmp_path, quote(small)["quote_id"]).stdout
    assert f"⟦{SAID}⟧" in shown and "a.txt" in shown and "speaker: Ditte Lyngholm" in shown


def test_rows_for_which_a_correction_is_written_are_not_listed_again(small: House, tmp_path: Path):
    row = quote(small)
    document = row["document_id"]
    assert row["quote_id"] in review(small, tmp_path, "--document", document).stdout
    review(small, tmp_path, row["quote_id"], "--remove", "--why", "Nej.")
    assert row["quote_id"] not in review(small, tmp_path, "--document", document).stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["d1-q1"], 1, "There is no row d1-q1"),
        (["ROW", "--set", "speker=x", "--why", "x"], 1, "speker is no column of quotes"),
        (["ROW", "--set", "kind=said", "--why", "x"], 1, "It is one of direct"),
        (["ROW", "--set", "quote_id=x", "--why", "x"], 1, "quote_id is no column"),
        (["ROW", "--unknown", "kind", "--why", "x"], 1, "cannot be unknown"),
        (["ROW", "--set", "speaker=x"], 2, "Say why"),
        (["ROW", "--set", "speaker", "--why", "x"], 2, "a column and its value"),
        (["--remove", "--why", "x"], 2, "Name the row"),
        (["ROW", "--remove", "--set", "speaker=x", "--why", "x"], 2, "Name one of"),
        (["--same", "p1", "p2", "--why", "x"], 1, "are not all people"),
        (["--table", "colours"], 1, "no table that can be corrected"),
        (["--document", "d1"], 1, "There is no document d1"),
    ],
)
def test_what_cannot_be_done_is_told(small: House, tmp_path: Path, arguments: list[str], code: int, said: str):
    row = quote(small)["quote_id"]
    done = review(small, tmp_path / "policy", *(row if item == "ROW" else item for item in arguments))
    assert done.exit_code == code and said in done.output
    assert not (tmp_path / "policy").exists()


def test_without_a_release_it_says_what_to_do(tmp_path: Path):
    done = review(House(tmp_path, tmp_path / "nothing"), tmp_path)
    assert done.exit_code == 1 and "pejl build" in done.output


def test_it_may_ask_row_by_row(small: House, tmp_path: Path):
    typed = ["keep", "remove", "Det er ikke sagt.", "quit"]
    done = review(small, tmp_path, "--table", "quotes", "-i", typed="\n".join(typed) + "\n")
    assert done.exit_code == 0 and done.output.count("Written") == 2
    kept, removed = sorted(read_corrections(tmp_path / "corrections").rows, key=lambda item: item.removes)
    assert set(kept.values) == {"kind"} and "right as it is" in kept.why
    assert removed.why == "Det er ikke sagt."


def test_it_asks_again_for_what_cannot_stand_there(small: House, tmp_path: Path):
    typed = ["set", "kind", "nonsense", "kind", "indirect", "speaker", "", "", "Han refererer.", "quit"]
    done = review(small, tmp_path, "--table", "quotes", "-i", typed="\n".join(typed) + "\n")
    assert "It is one of direct" in done.output
    (entry,) = read_corrections(tmp_path / "corrections").rows
    assert entry.values == {"kind": "indirect", "speaker": None} and entry.why == "Han refererer."
