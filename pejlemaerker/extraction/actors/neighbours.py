"""Finding names that may be misspelt for another among very many, without comparing each with each.

Names are put in groups that agree in all but one word and in the outer letters of that (`matching.blocks`); in a large
group only such are compared as share most letters of that word.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .matching import Block, Words, blocks, likeness

_FEW = 24  # names in a group of which each is compared with each
_LONG = 12  # letters from which on two may be missing
Named = tuple[Words, str]


class Names:
    """Names, each with what it is the name of, that can be asked for those like another."""

    def __init__(self, names: Iterable[Named]) -> None:
        self._groups: dict[Block, list[Named]] = defaultdict(list)
        self._words: dict[tuple[int, Words], list[tuple[str, str]]] = defaultdict(list)
        self._traces: dict[Block, dict[str, list[Named]]] = {}
        for words, owner in names:
            for block in blocks(words):
                self._groups[block].append((words, owner))
                self._words[block[:2]].append((words[block[0]], owner))

    def like(self, words: Words) -> dict[str, float]:
        """The owners of names that `words` may be misspelt for, with the best likeness of each.

        None where another name is as near by any letters (`Vejlen Kommune` between Vejen and Vejle).
        """
        found: dict[str, float] = {}
        for block in blocks(words):
            for other, owner in self._near(block, words[block[0]]):
                score = likeness(words, other)
                if score is not None and not self._has_rival(words, other, block, owner):
                    found[owner] = max(score, found.get(owner, 0))
        return found

    def _near(self, block: Block, word: str) -> list[Named]:
        group = self._groups.get(block, [])
        if len(group) <= _FEW:
            return group
        if block not in self._traces:
            traces: dict[str, list[Named]] = defaultdict(list)
            for words, owner in group:
                for trace in _traces(words[block[0]]):
                    traces[trace].append((words, owner))
            self._traces[block] = traces
        found = {item for trace in _traces(word) for item in self._traces[block].get(trace, ())}
        return sorted(found)

    def _has_rival(self, words: Words, other: Words, block: Block, owner: str) -> bool:
        word, near = words[block[0]], self._words[block[:2]]
        distance = OSA.distance(word, other[block[0]])
        alike = process.extract(
            word, [rival for rival, _ in near], scorer=OSA.distance, score_cutoff=distance, limit=None
        )
        return any(near[place][1] != owner for rival, _, place in alike if rival != word)


def _traces(word: str) -> Iterator[str]:
    """What is left of the letters of `word`, in order of the alphabet, when none, one or, of a long word, two are missing."""
    letters = "".join(sorted(word))
    found = {letters} | {letters[:i] + letters[i + 1 :] for i in range(len(letters))}
    if len(letters) >= _LONG:
        found |= {letters[:i] + letters[i + 1 : j] + letters[j + 1 :] for i, j in combinations(range(len(letters)), 2)}
    return iter(found)
