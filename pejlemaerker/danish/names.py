"""Full names of people: which capitalised words are one, and where it begins.

A first name that is known begins a name. One that is not known is a name only where a title, a party letter or a
reporting verb stands beside it; that is for `people` and `extraction` to ask with `unlisted=True`.
"""

from .capitals import Word, is_initials, without_genitive
from .lexicon import words
from .organisations import ends_organisation
from .roles import is_role

_FIRST = words("first_names")
_PLACES = frozenset(word for word in words("place_words") if word[0] != "-")
_PLACE_ENDINGS = tuple(word[1:] for word in words("place_words") if word[0] == "-")
_SURNAMES = words("surnames")
_PARTICLES = words("name_particles")
_COUNTRIES = words("countries")
_NO_NAMES = words("sentence_openers") - _FIRST


def is_first_name(word: str) -> bool:
    """Whether `word` is a known first name, alone or as the parts of a double one (`Anne-Grethe`)."""
    return word in _FIRST or ("-" in word and all(part in _FIRST for part in word.split("-")))


def name_in(run: list[Word], *, unlisted: bool = False) -> tuple[int, int] | None:
    """First and last place in `run` (half-open) of the words that are a full name; None when there is none.

    With `unlisted` a run that holds no known first name may be a name too, if nothing speaks against it.
    """
    for i, word in enumerate(run[:-1]):
        if _may_begin(word.text) and (is_first_name(word.text) or (is_initials(word.text) and i == 0)):
            end = _name_end(run, i)
            place = _is_place(run[end - 1].text) and not _is_surname(run[i:end])
            if end - i >= 2 and not place and not _is_owner(run, end):
                return i, end
    return _unlisted(run) if unlisted else None


def _unlisted(run: list[Word]) -> tuple[int, int] | None:
    closed = max((i + 1 for i, word in enumerate(run) if ends_organisation(word.text)), default=0)
    closed = max([closed, *(i + 2 for i, word in enumerate(run) if word.text == "Region")])
    closed = max([closed, *(i + 1 for i, word in enumerate(run) if _is_acronym(word.text) or word.text in _COUNTRIES)])
    first = next((i for i in range(closed, len(run)) if not _is_leading(run[i].text)), len(run))
    end = _name_end(run, first)
    if (
        2 <= end - first <= 4
        and end == len(run)
        and not _is_place(run[end - 1].text)
        and not any(word.text.isupper() for word in run[first:end])
    ):
        return first, end
    return None


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1 and not is_initials(word)


def name_text(run: list[Word], place: tuple[int, int]) -> str:
    """The name that stands at `place` in `run`, without an apostrophe genitive."""
    return without_genitive(" ".join(word.text for word in run[place[0] : place[1]]))


def _may_begin(word: str) -> bool:
    return word not in _NO_NAMES and (is_initials(word) or not word.isupper())


def _is_leading(word: str) -> bool:
    return word in _NO_NAMES or is_role(word) or word in _PARTICLES


def _is_owner(run: list[Word], end: int) -> bool:
    """Whether the name that ends at `end` only owns what follows: `Karen Holms Skole`."""
    follows = end < len(run) and (_is_place(run[end].text) or ends_organisation(run[end].text))
    return follows and run[end - 1].text.endswith("s")


def _is_place(word: str) -> bool:
    """Whether a name that ends in `word` is that of a street, a place or a building."""
    return word in _PLACES or word.endswith(_PLACE_ENDINGS)


def _is_surname(name: list[Word]) -> bool:
    """Whether the noun for a place that closes `name` is a surname here: `Sten Bro`, but `Jens Holms Bro`, `Niels Juels Gade`."""
    return len(name) == 2 and name[1].text in _SURNAMES and not name[0].text.endswith("s")


def _name_end(run: list[Word], start: int) -> int:
    """Where a name that begins at `start` ends: before a particle at the end, an organisation or a word in capitals."""
    end = start
    while end < len(run) and end - start < 6:
        text = run[end].text
        if end > start and (ends_organisation(text) or (text.isupper() and len(text) > 1 and not is_initials(text))):
            break
        end += 1
        if text.endswith(("’s", "'s")):
            break
    while end > start and run[end - 1].text in _PARTICLES:
        end -= 1
    return end
