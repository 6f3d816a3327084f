"""How alike two texts are: their shingles (runs of five words), and a short signature from which likeness can be told.

MinHash by rensa: of two texts the share of equal numbers in the signatures is about the share of shingles they have in common.
"""

import re
from collections.abc import Hashable, Set

from rensa import RMinHash

SHINGLE = 5
SIGNATURE = 126  # numbers in a signature: 42 bands of three
MIN_WORDS = 60  # a shorter text says too little to be told from others by its words
_SEED = 42
_WORD = re.compile(r"\w+")


def shingles(text: str) -> set[str]:
    """The runs of five words in `text`, letters in lower case."""
    words = _WORD.findall(text.casefold())
    return {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def signature(text: str) -> bytes | None:
    """Signature of `text`: 126 numbers of four bytes; None when it holds too few words."""
    found = shingles(text)
    if len(found) < MIN_WORDS:
        return None
    hashed = RMinHash(num_perm=SIGNATURE, seed=_SEED)
    hashed.update(sorted(found))
    return b"".join(number.to_bytes(4, "big") for number in hashed.digest())


def contained(a: Set[Hashable], b: Set[Hashable]) -> float:
    """Share of the shingles of the smaller text that stand in the other too, 0 to 1."""
    return len(a & b) / (min(len(a), len(b)) or 1)
