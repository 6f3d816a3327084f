"""What an example query is made of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """A query, with what it is good for in English and in Danish.

    `may_be_empty` says why it may find nothing in a good dataset.
    """

    name: str
    good_for: str
    god_til: str
    sql: str
    may_be_empty: str | None = None
