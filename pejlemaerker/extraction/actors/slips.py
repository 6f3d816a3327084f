"""Names of organisations that are misspelt for a registered name, or for another name of the same dataset.

A registered organisation is found by its name alone. Of two that are not registered the later is taken for the earlier only
if a document or a person links them, or if the names are of so many words that chance neighbours are rare.
"""

from collections.abc import Mapping
from functools import cache, cached_property

from .ids import unregistered_id
from .matching import Words
from .neighbours import Names
from .register import forms

_MANY = 4  # words
Near = dict[str, dict[str, float]]


class Slips:
    """The names of organisations that are not registered, in the order in which they were first published: form and words."""

    def __init__(self, names: Mapping[str, Words]) -> None:
        self._names = names
        self._registered = {form: found for form, words in names.items() if (found := _known().like(words))}
        self._own = {form: words for form, words in names.items() if form not in self._registered}

    @cached_property
    def _near(self) -> Near:
        """For each form those that it may be misspelt for."""
        all_of_them = Names((words, form) for form, words in self._own.items())
        found = {form: all_of_them.like(words) for form, words in self._own.items()}
        others = {
            form: {other: score for other, score in near.items() if other != form} for form, near in found.items()
        }
        return {form: near for form, near in others.items() if near}

    @property
    def near(self) -> set[str]:
        """The forms of which it counts in what company they are found."""
        return set(self._near).union(*self._near.values())

    def told(self, company: Mapping[str, set[str]]) -> dict[str, tuple[str, float]]:
        """The organisation that each misspelt form stands for, and how alike the names are.

        `company` holds the documents and people that each of `near` is found with.
        """
        found = {form: best for form, owners in self._registered.items() if (best := _best(owners)) is not None}
        order = {form: i for i, form in enumerate(self._own)}
        for form in self._own:
            earlier = {
                other: score
                for other, score in self._near.get(form, {}).items()
                if order[other] < order[form] and other not in found and self._linked(form, other, company)
            }
            if (best := _best(earlier)) is not None:
                found[form] = (unregistered_id(best[0]), best[1])
        return found

    def _linked(self, form: str, other: str, company: Mapping[str, set[str]]) -> bool:
        return len(self._own[form]) >= _MANY or not company[form].isdisjoint(company[other])


@cache
def _known() -> Names:
    return Names((words, known.id) for words, known in forms())


def _best(owners: Mapping[str, float]) -> tuple[str, float] | None:
    """The owner most alike; None where two are equally so."""
    top = max(owners.values(), default=0.0)
    best = [owner for owner, score in owners.items() if score == top]
    return (best[0], top) if len(best) == 1 else None
