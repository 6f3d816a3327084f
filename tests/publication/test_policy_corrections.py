"""Files of corrections: what is written strictly comes to what was meant, and each mistake is told with its place and the way out."""

from datetime import date
from pathlib import Path

import pytest

from pejlemaerker.publication.policy.corrections import NONE, read_corrections
from pejlemaerker.publication.policy.errors import PolicyError

DOCUMENT = "d" + "1" * 16
QUOTE = f"{DOCUMENT}-q{'2' * 12}"
KPI = f"{DOCUMENT}-k{'3' * 12}"
HASH = "a" * 64
PEOPLE = ["p" + "4" * 12, "p" + "5" * 12]


def entry(row: str = QUOTE, action: str = "set", **more: str) -> str:
    """An entry about a row; `more` holds lines by key, empty to leave one out."""
    lines = {"action": f'"{action}"', "document": f'"{DOCUMENT}"', "row": f'"{row}"', "words": '"Vi sejler"'}
    lines |= {"context_sha256": f'"{HASH}"', "is": '{ speaker = "Ida Holm" }', "why": '"Hun siger det."'}
    if action == "remove":
        del lines["is"]
    kept = {key: value for key, value in (lines | more).items() if value}
    return "\n".join(["[[correction]]", *(f"{key} = {value}" for key, value in kept.items()), ""])


def same(**more: str) -> str:
    lines = {"action": '"same"', "people": f'["{PEOPLE[0]}", "{PEOPLE[1]}"]', "words": '["Ida Holm", "Ida Bro Holm"]'}
    lines |= {"documents": f'["{DOCUMENT}", "{DOCUMENT}"]', "why": '"Hun blev gift."'}
    kept = {key: value for key, value in (lines | more).items() if value}
    return "\n".join(["[[correction]]", *(f"{key} = {value}" for key, value in kept.items()), ""])


def document(**more: str) -> str:
    """An entry about the document itself."""
    return entry(row=DOCUMENT, **({"words": ""} | more))


def refusal(tmp_path: Path, *texts: str) -> str:
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PolicyError) as caught:
        read_corrections(tmp_path)
    return str(caught.value)


def test_no_folder_and_an_empty_one_correct_nothing(tmp_path: Path):
    assert read_corrections(tmp_path / "none") == NONE
    assert read_corrections(tmp_path) == NONE


def test_what_is_written_is_what_is_meant(tmp_path: Path):
    text = (
        entry(unknown='["speaker_role"]', was='{ speaker = "Bo Lund" }', by='"Redaktionen"') + "\n# et ord\n" + same()
    )
    (tmp_path / "b.toml").write_text(text + "\n" + entry(row=KPI, action="remove"), encoding="utf-8")
    dated = document(**{"is": '{ published = 2024-05-01, kind = "report" }'})
    (tmp_path / "a.toml").write_bytes(b"\xef\xbb\xbf" + dated.replace("\n", "\r\n").encode())
    (tmp_path / ".tmp-x.toml").write_text("half written")
    (tmp_path / "README.md").write_text("Read me")
    found = read_corrections(tmp_path)
    assert [(str(item.place), item.table, item.removes) for item in found.rows] == [
        ("a.toml, correction 1", "documents", False),
        ("b.toml, correction 1", "quotes", False),
        ("b.toml, correction 3", "kpis", True),
    ]
    assert found.rows[0].values == {"published": date(2024, 5, 1), "kind": "report"}
    assert found.rows[1].values == {"speaker": "Ida Holm", "speaker_role": None}
    assert found.rows[1].words == "Vi sejler" and found.rows[0].words is None
    assert found.same[0].said.ids == tuple(PEOPLE) and found.same[0].said.kind == "people"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("correction = 3", "Write each under a line [[correction]]"),
        ("[[correction]\n", "is no TOML"),
        ('title = "x"\n', "holds more than corrections"),
        (entry(action="change"), 'Write action = "set", "remove" or "same"'),
        (entry(why=""), 'has no why. Write why = "…"'),
        (entry(why='"  "'), "has no why"),
        (entry(words=""), "has no words"),
        (entry(colour='"red"'), "has colour, but with action set only"),
        (entry(action="remove", unknown='["speaker"]'), "with action remove only"),
        (entry(document='"x"'), "document is no document_id"),
        (entry(row="q1"), "is no row that can be corrected"),
        (entry(row=f"d{'9' * 16}-q{'2' * 12}"), "is no row of document"),
        (entry(row=f"{DOCUMENT}-s{'2' * 12}"), "is no row that can be corrected"),
        (entry(context_sha256='"abc"'), "context_sha256 is no SHA-256"),
        (entry(**{"is": '{ quote_id = "x" }'}), "quote_id is no column of quotes that can be corrected"),
        (entry(**{"is": '{ text = "x" }'}), "text is no column"),
        (entry(**{"is": "{ char_start = 3 }"}), "char_start is no column"),
        (entry(**{"is": '{ rule = "x" }'}), "rule is no column"),
        (entry(**{"is": '{ speaker = "" }'}), "speaker cannot be ''"),
        (entry(**{"is": "{ speaker = 3 }"}), "It is a text in one line"),
        (entry(**{"is": '{ kind = "said" }'}), "It is one of direct, unmarked, indirect"),
        (entry(**{"is": '{ speaker_party = "radikale" }'}), "It is a text like"),
        (entry(**{"is": "", "unknown": '["kind"]'}), "kind cannot be unknown"),
        (entry(**{"is": ""}), "sets nothing"),
        (entry(unknown='["speaker"]'), "speaker stands in both is and unknown"),
        (entry(unknown='"speaker"'), "unknown is a list of columns"),
        (entry(was="{ speaker = 4 }"), "speaker cannot be '4'"),
        (entry(row=KPI, **{"is": "{ value = nan }"}), "It is a number"),
        (entry(row=KPI, **{"is": "{ value = true }"}), "It is a number"),
        (document(**{"is": '{ published = "i maj" }'}), "It is a date, as in 2024-05-01"),
        (document(**{"is": "{ published = 2024-05-01T10:00:00 }"}), "It is a date"),
        (entry(row=DOCUMENT, action="remove", words=""), "a document is not removed by a correction"),
        (document(words='"Titel"', **{"is": '{ title = "x" }'}), "Leave words out"),
        (same(people=""), "has to name either people or organisations"),
        (same(people=f'["{PEOPLE[0]}", "{PEOPLE[0]}"]'), "two or more different ids"),
        (same(people='["Ida", "Bo"]'), "Ida in"),
        (same(words='["Ida Holm"]'), "two or more different ids"),
        (same(documents='["x", "y"]'), "is no id"),
    ],
)
def test_each_mistake_is_told_with_its_place_and_the_way_out(tmp_path: Path, text: str, said: str):
    told = refusal(tmp_path, text)
    assert said in told and told.startswith("0.toml")


def test_entries_that_speak_against_each_other_are_both_named(tmp_path: Path):
    told = refusal(tmp_path, entry(), entry(**{"is": '{ speaker = "Bo Lund" }'}))
    assert "0.toml, correction 1 and 1.toml, correction 1 say different things of speaker" in told


def test_a_row_that_one_entry_removes_and_another_sets_is_told(tmp_path: Path):
    assert "removes" in refusal(tmp_path, entry() + entry(action="remove"))


def test_entries_of_other_columns_and_those_that_say_the_same_stand_beside_each_other(tmp_path: Path):
    more = entry() + entry() + entry(**{"is": '{ speaker_role = "formand" }'}) + entry(row=KPI, action="remove") * 2
    (tmp_path / "a.toml").write_text(more, encoding="utf-8")
    assert len(read_corrections(tmp_path).rows) == 5


def test_a_folder_that_cannot_be_read_is_no_empty_one(tmp_path: Path):
    (tmp_path / "corrections").write_text("a file")
    with pytest.raises(PolicyError, match="Make it a folder"):
        read_corrections(tmp_path / "corrections")
