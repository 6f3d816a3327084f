"""How often quotes are right on the annotated articles, by rule and by how the speaker was found; writes the counts into the lexicon.

`python tests/quote_counts.py` counts anew over all sets of gold but `set_aside`, on which what comes out is checked.
"""

from collections import Counter
from pathlib import Path

from pejlemaerker.evaluation.reliability import outcomes
from pejlemaerker.evaluation.running import run
from pejlemaerker.evaluation.sets import own_sets, paired

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "pejlemaerker" / "danish" / "lexicons" / "quote_rules.tsv"
SET_ASIDE = "set_aside"
HEADER = """# How often quotes are right, words and speaker both, by what they were believed for and by how the speaker was found.
# Columns: rule, attribution (`none` for a quote without a speaker), quotes seen, quotes right.
# Source: counted on the annotated articles of this project that are not set aside, by tests/quote_counts.py.
"""

Pair = tuple[str, str]


def counts() -> dict[Pair, tuple[int, int]]:
    """Quotes seen and quotes right for each rule and attribution."""
    sets = [paired(item) for item in own_sets(ROOT) if item.name != SET_ASIDE]
    seen: Counter[Pair] = Counter()
    right: Counter[Pair] = Counter()
    for documents in run(sets, lambda done, of: None):
        for item in outcomes(documents):
            if item.table == "quotes" and item.right is not None:
                seen[item.rule, item.attribution or "none"] += 1
                right[item.rule, item.attribution or "none"] += item.right
    return {pair: (seen[pair], right[pair]) for pair in sorted(seen)}


def main() -> None:
    """Count, and write the lexicon."""
    lines = [f"{rule}\t{way}\t{n}\t{good}\n" for (rule, way), (n, good) in counts().items()]
    RULES.write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
