"""Names made unreadable in a text, its length kept: in full, by any of their words, and as they stand in file names and addresses.

Whose names these are is for `persons` (private persons in the open edition) and `publication.erasing` (erased persons).
"""

import re
from collections.abc import Iterable

from pejlemaerker.danish.name_forms import slug_forms

BLOCK = "█"
_WORD = re.compile(r"[^\W\d_]+")
_SLUG_WORD = re.compile(r"[^\W_]+")
_LEAST = 2  # letters of a word of a name that is masked where it stands alone; an initial is not
_LEAST_OF_SLUG = 3


def blocked(text: str) -> str:
    """`text` with a block for every character that is no white space."""
    return re.sub(r"\S", BLOCK, text)


class Mask:
    """Masks the names of some persons in the texts of one document.

    `names` are full names and other forms in which the document points to these persons. A word of one is masked wherever it
    stands with a capital, but not inside a name of `kept`, which is somebody else's: `Holm Kommune`, `Peter Holm`.
    """

    def __init__(self, names: Iterable[str], kept: Iterable[str] = ()) -> None:
        self.names = frozenset(names)
        words = {word for name in self.names for word in _WORD.findall(name)}
        parts = {word for word in words if len(word) >= _LEAST and word[0].isupper()}
        self._parts = {form for part in parts for form in _written(part)}
        self._whole = sorted({form for name in self.names if " " in name for form in (name, name.upper())})
        hidden = [name.casefold() for name in self.names if " " in name]
        self._kept = sorted(
            {
                name
                for name in kept
                if self._parts & set(_WORD.findall(name)) and not any(each in name.casefold() for each in hidden)
            }
        )
        self._slugs = {form for name in self.names if " " in name for form in slug_forms(name)}
        self._slug_parts = {form for part in parts for form in slug_forms(part) if len(form) >= _LEAST_OF_SLUG}

    def __call__(self, text: str) -> str:
        """`text` with these names masked, as long as before."""
        if self._parts and self._parts.isdisjoint(_WORD.findall(text)):
            return text  # as most are
        places = [match.span() for match in _WORD.finditer(text) if match[0] in self._parts]
        places += [place for name in self._whole for place in _places(name, text)]
        if not places:
            return text
        keep = {at for name in self._kept for start, end in _places(name, text) for at in range(start, end)}
        chars = list(text)
        for start, end in places:
            for at in range(start, end):
                if at not in keep and not chars[at].isspace():
                    chars[at] = BLOCK
        return "".join(chars)

    def path(self, text: str) -> str:
        """A file name or an address with these names masked; all of it where they stand in it without a mark between the words."""
        glued = {form.replace(" ", "") for form in slug_forms(text)}
        if any(name.replace(" ", "") in form for name in self._slugs for form in glued):
            parts = [
                match.span()
                for match in _SLUG_WORD.finditer(text)
                if self._slug_parts.intersection(slug_forms(match[0]))
            ]
            return _at(text, parts) if parts else re.sub(r"[^\W_]", BLOCK, text)
        return _at(text, [match.span() for match in _SLUG_WORD.finditer(text) if match[0] in self._parts])


def _written(word: str) -> tuple[str, ...]:
    """The ways in which one word of a name is written: with a genitive, and in capitals."""
    return (word, f"{word}s", word.upper(), f"{word.upper()}S")


def _places(name: str, text: str) -> list[tuple[int, int]]:
    """Where `name` stands in `text` as whole words."""
    found, start = [], text.find(name)
    while start >= 0:
        end = start + len(name)
        if not (text[start - 1 : start].isalnum() or (text[end : end + 1].isalnum() and text[end : end + 1] != "s")):
            found.append((start, end))
        start = text.find(name, start + 1)
    return found


def _at(text: str, places: Iterable[tuple[int, int]]) -> str:
    for start, end in places:
        text = text[:start] + BLOCK * (end - start) + text[end:]
    return text
