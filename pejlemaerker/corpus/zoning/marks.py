"""What a rule says of a block: its kind, and how often the rule is right."""

from dataclasses import dataclass
from functools import cache

from pejlemaerker.danish.lexicon import rows


@dataclass(frozen=True, slots=True)
class Zone:
    """The segment kind of a block, and the rule that told it."""

    kind: str
    rule: str

    @property
    def confidence(self) -> float:
        """How often the rule was right on annotated articles, 0 to 1."""
        return _confidence()[self.rule]


@cache
def _confidence() -> dict[str, float]:
    """By rule the share of its judgements that were right, as if it had been right once and wrong once more."""
    return {rule: round((int(right) + 1) / (int(n) + 2), 2) for rule, n, right, _ in rows("zone_rules")}


class Marks:
    """The kinds given so far and the rules that gave them; None where no rule has spoken."""

    def __init__(self, size: int) -> None:
        self.kinds: list[str | None] = [None] * size
        self.rules: list[str] = [""] * size

    def put(self, i: int, kind: str | None, rule: str) -> None:
        """Give block `i` a kind."""
        self.kinds[i], self.rules[i] = kind, rule
