"""How often rows are right on the annotated articles, by table, rule and way; writes the counts into the lexicon.

`python tests/rule_counts.py` counts anew over all sets of gold but `set_aside`, on which what comes out is checked.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from pejlemaerker.evaluation.reliability import outcomes
from pejlemaerker.evaluation.running import run
from pejlemaerker.evaluation.sets import Document, own_sets, paired
from pejlemaerker.reading import read

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "pejlemaerker" / "danish" / "lexicons" / "row_rules.tsv"
SET_ASIDE = "set_aside"
HEADER = """# How often rows are right, by what they were found by: of quotes the words and the speaker both, of words of a theme that the
# document is about it.
# Columns: table, rule, way (of a quote how the speaker was found, `none` without one; of a word of a theme its weight, of a document's
# theme its name; else the kind of row), rows seen, rows right.
# Source: counted on the annotated articles of this project that are not set aside, by tests/rule_counts.py.
"""

Key = tuple[str, str, str]


def counts() -> dict[Key, tuple[int, int]]:
    """Rows seen and rows right for each table, rule and way."""
    sets = [paired(item) for item in own_sets(ROOT) if item.name != SET_ASIDE]
    seen: Counter[Key] = Counter()
    right: Counter[Key] = Counter()
    for documents in run(sets, lambda done, of: None):
        for item in outcomes(documents):
            if item.right is not None:
                way = (item.attribution or "none") if item.table == "quotes" else item.kind
                seen[item.table, item.rule, way] += 1
                right[item.table, item.rule, way] += item.right
    for key, is_right in theme_words(document for item in sets for document in item.documents):
        seen[key] += 1
        right[key] += is_right
    return {key: (seen[key], right[key]) for key in sorted(seen)}


def theme_words(documents: Iterable[Document]) -> Iterator[tuple[Key, bool]]:
    """Each word of a theme in documents whose themes are annotated; those of themes in doubt are left out."""
    for document in documents:
        gold = document.gold
        for row in read(document.path).theme_words if gold.themes is not None else ():
            if row["theme"] not in gold.themes_in_doubt:
                yield ("theme_words", row["rule"], row["weight"]), row["theme"] in gold.themes


def main() -> None:
    """Count, and write the lexicon."""
    lines = ["\t".join([*key, str(n), str(good)]) + "\n" for key, (n, good) in counts().items()]
    RULES.write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
