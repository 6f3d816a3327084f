"""Example queries: questions that a reader of the dataset has, with what each is good for. The tests run every one on a real build.

Each ends in an order that leaves nothing to chance, so that the same release always gives the same answer.
"""

from . import figures, people, releases, texts, themes
from ._example import Example

EXAMPLES: tuple[Example, ...] = (
    *people.EXAMPLES,
    *figures.EXAMPLES,
    *texts.EXAMPLES,
    *themes.EXAMPLES,
    *releases.EXAMPLES,
)
__all__ = ["EXAMPLES", "Example"]
