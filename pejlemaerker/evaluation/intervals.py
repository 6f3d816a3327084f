"""How sure a measured figure is: 95 % intervals for shares and for F1.

Shares have Wilson's interval. F1 is no share, and the records of one document are alike, so whole documents are drawn
anew, and the interval holds the middle 95 % of what they give. The draws are the same in every run.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

Z = 1.959963984540054  # 97.5 % quantile of the normal distribution
ROUNDS = 1000
SEED = 20_240_229


@dataclass(frozen=True)
class Share:
    """`right` of `of`, as a `value` from 0 to 1 between `low` and `high`; these are None where there is nothing to share."""

    right: int
    of: int
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Estimate:
    """A figure from 0 to 1, None where there is nothing to measure; no bounds where it stands on one document alone."""

    value: float | None
    low: float | None
    high: float | None


def share(right: int, of: int) -> Share:
    """`right` of `of` with Wilson's interval; ValueError unless 0 <= right <= of."""
    if not 0 <= right <= of:
        raise ValueError(f"{right} of {of} is no share")
    if not of:
        return Share(0, 0, None, None, None)
    value, squared = right / of, Z * Z
    middle = (value + squared / (2 * of)) / (1 + squared / of)
    reach = Z * math.sqrt(value * (1 - value) / of + squared / (4 * of * of)) / (1 + squared / of)
    # At the ends of the scale the bound is the end itself, which rounding may miss by a hair.
    low = 0.0 if right == 0 else max(0.0, middle - reach)
    high = 1.0 if right == of else min(1.0, middle + reach)
    return Share(right, of, value, low, high)


def f1(hits: int, wrong: int) -> float | None:
    """F1 of `hits` and of what is missed or false; None where there is neither."""
    return 2 * hits / (2 * hits + wrong) if hits or wrong else None


def f1_of_documents(counts: Sequence[tuple[int, int]]) -> Estimate:
    """F1 over documents, each with its hits and its number of missed and false; percentile bootstrap over the documents."""
    hits, wrong = [hit for hit, _ in counts], [bad for _, bad in counts]
    value = f1(sum(hits), sum(wrong))
    if value is None or sum(1 for count in counts if any(count)) < 2:
        return Estimate(value, None, None)
    drawn = (f1(sum(hits[i] for i in draw), sum(wrong[i] for i in draw)) for draw in _draws(len(counts)))
    values = sorted(figure for figure in drawn if figure is not None)
    cut = len(values) * 25 // 1000
    return Estimate(value, values[cut], values[-1 - cut])


@lru_cache(maxsize=16)
def _draws(documents: int) -> tuple[tuple[int, ...], ...]:
    """Which documents are drawn in each round."""
    chance = random.Random(SEED)
    return tuple(tuple(chance.choices(range(documents), k=documents)) for _ in range(ROUNDS))
