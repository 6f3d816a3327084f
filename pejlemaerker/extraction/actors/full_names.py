"""The written forms of one person's full name: with and without middle names, with initials, misspelt.

Names are normalised and cut into words; an initial is a word of one letter.
"""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from .common import is_surname

Words = tuple[str, ...]
_SHORTEST_SURNAME = 5


def same_but_initials(a: Words, b: Words) -> bool:
    """Whether each middle name of the one is that of the other, or its initial: `Jens P. Hansen`, `Jens Peter Hansen`."""
    alike = all(one == other or _is_initial(one, other) for one, other in zip(a, b, strict=False))
    return a != b and _same_ends(a, b) and len(a) == len(b) and alike


def same_but_fewer(a: Words, b: Words) -> bool:
    """Whether one of the names is the other without some of its middle names: `Jens Hansen`, `Jens Peter Hansen`."""
    short, long = sorted((a, b), key=len)
    if len(short) == len(long) or not _same_ends(a, b):
        return False
    rest = iter(long[1:-1])
    return all(any(one == other or _is_initial(one, other) for other in rest) for one in short[1:-1])


def misspelt(a: Words, b: Words) -> bool:
    """Whether only the surname differs, by one letter or two swapped, and not both are surnames in use."""
    if len(a) < 2 or a[:-1] != b[:-1] or a[-1] == b[-1] or min(len(a[-1]), len(b[-1])) < _SHORTEST_SURNAME:
        return False
    return OSA.distance(a[-1], b[-1], score_cutoff=1) == 1 and not (is_surname(a[-1]) and is_surname(b[-1]))


def is_variant(a: Words, b: Words) -> bool:
    """Whether one is the other with fewer or shorter middle names."""
    return same_but_initials(a, b) or same_but_fewer(a, b)


def likeness(a: Words, b: Words) -> float:
    """How alike two names are, 0 to 1."""
    return round(OSA.normalized_similarity(" ".join(a), " ".join(b)), 4)


def fit(names: Sequence[Words]) -> bool:
    """Whether all of `names` may be forms of one."""
    distinct = sorted(set(names))
    return all(is_variant(a, b) or misspelt(a, b) for i, a in enumerate(distinct) for b in distinct[i + 1 :])


def _same_ends(a: Words, b: Words) -> bool:
    return min(len(a), len(b)) > 1 and a[0] == b[0] and a[-1] == b[-1]


def _is_initial(a: str, b: str) -> bool:
    return a[0] == b[0] and 1 in (len(a), len(b))
