"""In what capacity a role lets somebody be seen: in an office, at work, or as a private person.

Only the words of a role are judged here; whose it is, and whether that makes a person public, is for `publication.editions`.
The words stand in `lexicons/roles.tsv`, `role_suffixes.tsv` and, where a word says otherwise than its kind, `capacities.tsv`.
"""

import re
from functools import cache

from .lexicon import rows
from .roles import indefinite

PUBLIC, AT_WORK, PRIVATE = "public", "at_work", "private"
_BY_KIND = {
    **dict.fromkeys(("political", "executive", "manager", "expert"), PUBLIC),
    **dict.fromkeys(("professional", "member"), AT_WORK),
    "other": PRIVATE,
}
_OWN = {row[0].casefold(): row[1] for row in rows("capacities")}
_ROLES = {row[0].casefold(): _BY_KIND[row[1]] for row in rows("roles")} | _OWN
_ENDINGS = sorted(((row[0][1:], _BY_KIND[row[1]]) for row in rows("role_suffixes")), key=lambda item: -len(item[0]))
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\.?")
# Who somebody is to somebody else: no role, but it says that the person is seen as one of the family.
_FAMILY = re.compile(
    r"(?i)\b(?:mor|far|moder|fader|mormor|morfar|farmor|farfar|søn|datter|barn|bror|broder|søster|ægtefælle|hustru|kone|mand|samlever)"
    r" (?:til|af)\b|\b(?:mor|far|søn|datter|enke|enkemand|kone|hustru|hjemmeboende|nabo|barnebarn|søskende)\b"
)


@cache
def capacity(role: str) -> str | None:
    """The capacity that a role as written gives: private where any of its words does, else the most public; None when none is known."""
    found = {told for word in _WORD.findall(role) if (told := _of_word(word))}
    if PRIVATE in found or _FAMILY.search(role):
        return PRIVATE
    several = {_OWN[own] for own in _OWN if " " in own and own in role.casefold()}
    return next((told for told in (PUBLIC, AT_WORK) if told in found | several), None)


def _of_word(word: str) -> str | None:
    low = word.casefold()
    for form in (low, low.rstrip("."), indefinite(low) or "", low.rpartition("-")[2]):
        if form in _ROLES:
            return _ROLES[form]
    low = indefinite(low) or low
    return next((told for ending, told in _ENDINGS if low.endswith(ending)), None)
