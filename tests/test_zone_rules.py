"""Zones against the annotated articles: what is content is kept, what is not is not published, and confidence is what was counted."""

import json
from pathlib import Path

import pytest
import zone_judgement
from zone_judgement import GOLD, Gold, article_of, counts, judged, plain

from pejlemaerker.danish.lexicon import rows

ANNOTATED = [path for path in sorted(GOLD.glob("*.json")) if "content" in json.loads(path.read_text(encoding="utf-8"))]
# What is still wrong, by article: how many blocks of content are missing, and how many that are none are taken for content.
KNOWN = {"referat-udvalget-for-naerdemokrati": (0, 1)}
each = pytest.mark.parametrize("gold", ANNOTATED, ids=lambda path: path.stem)


@each
def test_every_block_of_content_is_kept(gold: Path):
    rows = [(item.row["list_number"] or "", item.text) for item in article_of(gold).segments if item.row["is_content"]]
    kept = "\n".join(plain(f"{number} {text}") for number, text in rows)
    missing = [text for text in Gold(gold).content if text not in kept]
    assert len(missing) <= KNOWN.get(gold.stem, (0, 0))[0], missing


@each
def test_what_is_no_content_is_not_taken_for_it(gold: Path):
    wrong = [item.text for item, right in judged(gold) if not right and item.row["is_content"]]
    assert len(wrong) <= KNOWN.get(gold.stem, (0, 0))[1], wrong


def test_the_confidence_of_a_rule_is_what_was_counted():
    written = {rule: (int(n), int(right)) for rule, n, right, _ in rows("zone_rules")}
    found = counts()
    assert set(found) <= set(written)
    for rule, (n, right) in written.items():
        now, now_right = found.get(rule, (0, 0))
        assert abs((right + 1) / (n + 2) - (now_right + 1) / (now + 2)) <= 0.1, (
            f"{rule}: run python {Path(zone_judgement.__file__).name}"
        )


def test_the_judgement_finds_what_is_wrong(tmp_path: Path):
    gold = tmp_path / "nyt.json"
    title, text = (
        "Ny leder i Strandby",
        "Kommunen har fundet en ny leder til plejen, og hun begynder efter sommerferien.",
    )
    gold.write_text(json.dumps({"content": [title], "noise": [text]}), encoding="utf-8")
    (tmp_path / "nyt.txt").write_text(f"{title}\n\n{text}\n", encoding="utf-8")
    assert [(item.kind, right) for item, right in judged(gold, tmp_path)] == [("title", True), ("paragraph", False)]
