"""The type a document is set in: the size of its body, and the step from line to line."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from .line import Line


@dataclass(frozen=True, slots=True)
class Type:
    """The type of a document: the size of its body, and the usual step from line to line for each size."""

    body: float
    steps: dict[float, float] = field(default_factory=dict)

    def step(self, size: float) -> float:
        """The usual step from baseline to baseline in type of `size`."""
        return self.steps.get(round(size, 1), size * 1.25)


def type_of(columns: list[list[Line]]) -> Type:
    """The type that the lines of a document are set in."""
    letters: Counter[float] = Counter()
    steps: dict[float, Counter[float]] = {}
    for lines in columns:
        for line in lines:
            letters[round(line.size, 1)] += len(line.text)
        for a, b in pairwise(lines):
            if abs(a.size - b.size) < 0.2 and 0.9 * a.size < b.y - a.y < 2.2 * a.size and not b.is_row:
                steps.setdefault(round(a.size, 1), Counter())[round((b.y - a.y) * 2) / 2] += 1
    body = max(letters.items(), key=lambda item: (item[1], -item[0]))[0] if letters else 10.0
    return Type(body, {size: _smallest(counts) for size, counts in steps.items() if counts.total() >= 4})


def _smallest(steps: Counter[float]) -> float:
    """The smallest step that is met often; where paragraphs are short, the step between them may be met as often."""
    often = 0.4 * max(_near(steps, step) for step in steps)
    return min(step for step in steps if _near(steps, step) >= often and steps[step] >= steps[step + 0.5])


def _near(steps: Counter[float], step: float) -> int:
    return steps[step - 0.5] + steps[step] + steps[step + 0.5]
