"""How sure a quote is: how often such quotes were right on the annotated articles.

The counts stand in `lexicons/quote_rules.tsv`: for each rule and way of finding the speaker, how many quotes were seen, and how many of
them were right, words and speaker both. A pair that was seen a few times leans on its rule and its way at large; nothing is set by hand.
"""

from collections import Counter
from functools import cache

from pejlemaerker.danish.lexicon import rows

_SEEN: Counter[tuple[str, str]] = Counter()
_RIGHT: Counter[tuple[str, str]] = Counter()
for _rule, _way, _n, _right in rows("quote_rules"):
    for _key in ((_rule, _way), (_rule, ""), ("", _way), ("", "")):
        _SEEN[_key] += int(_n)
        _RIGHT[_key] += int(_right)
NO_SPEAKER = "none"
_WEIGHT = 4  # how many quotes what is known more broadly counts for


@cache
def confidence(rule: str, attribution: str | None) -> float:
    """The share of quotes by `rule` with the speaker found by `attribution` (None for no speaker) that is right, in 0..1."""
    way = attribution or NO_SPEAKER
    broad = (_share((rule, ""), 0.8) + _share(("", way), 0.8)) / 2
    return round(_share((rule, way), broad), 3)


def _share(key: tuple[str, str], prior: float) -> float:
    return (_RIGHT[key] + _WEIGHT * prior) / (_SEEN[key] + _WEIGHT)
