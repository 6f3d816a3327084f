"""How sure a row is: how often such rows were right on the annotated articles.

The counts stand in `lexicons/row_rules.tsv`: for each table, rule and way, how many rows were seen and how many of them were right.
The way is how the speaker of a quote was found, and the kind of any other row. A pair that was seen a few times leans on its rule
and its way at large; nothing is set by hand.
"""

from collections import Counter
from functools import cache

from pejlemaerker.danish.lexicon import rows

_Key = tuple[str, str, str]
_SEEN: Counter[_Key] = Counter()
_RIGHT: Counter[_Key] = Counter()
for _table, _rule, _way, _n, _right in rows("row_rules"):
    for _key in ((_table, _rule, _way), (_table, _rule, ""), (_table, "", _way), (_table, "", "")):
        _SEEN[_key] += int(_n)
        _RIGHT[_key] += int(_right)
NO_SPEAKER = "none"
_WEIGHT = 4  # how many rows what is known more broadly counts for
_UNKNOWN = 0.8  # of a table that was never counted


@cache
def confidence(table: str, rule: str, way: str | None) -> float:
    """The share of rows of `table` by `rule` that is right, in 0..1; `way` is the kind of row, of a quote its attribution."""
    way = way or NO_SPEAKER
    whole = _share((table, "", ""), _UNKNOWN)
    broad = (_share((table, rule, ""), whole) + _share((table, "", way), whole)) / 2
    return round(_share((table, rule, way), broad), 3)


def _share(key: _Key, prior: float) -> float:
    return (_RIGHT[key] + _WEIGHT * prior) / (_SEEN[key] + _WEIGHT)
