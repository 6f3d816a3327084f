"""Words that the end of a line had parted, put together again."""

import re

_PARTED = re.compile(r"([^\W\d_]+)-$")
_NEXT = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W_]+-[^\W_]+")
_SHARED = frozenset(("og", "eller", "samt", "til", "såvel", "men", "som"))
_KEPT = frozenset(("ikke", "eks", "ex", "non"))  # prefixes that are written with a hyphen


def compounds(texts: list[str]) -> frozenset[str]:
    """Words with a hyphen that stand whole on a line somewhere in `texts`, in lower case."""
    return frozenset(word.lower() for text in texts for word in _COMPOUND.findall(text) if "-" in text)


def joined(left: str, right: str, known: frozenset[str] = frozenset()) -> str:
    """Two lines as one. A hyphen at the end of `left` goes, unless the word is spelt with it (`KL-formand`, `covid-19`).

    `known` are words with a hyphen that the document has elsewhere.
    """
    if not left.endswith("-") or left.endswith((" -", "--")) or len(left) < 2:
        return f"{left} {right}"
    part = _PARTED.search(left)
    following = _NEXT.match(right)
    if following is None or part is None:
        return left + right if right[:1].isalnum() else f"{left} {right}"
    if following[0] in _SHARED:
        return f"{left} {right}"
    if _is_spelt(part[1], following[0], known):
        return left + right
    return left[:-1] + right


def _is_spelt(part: str, following: str, known: frozenset[str]) -> bool:
    """Whether the hyphen between `part` and `following` is part of the spelling."""
    if following[0].isupper() or len(part) == 1 or part[-1].isupper() or part.lower() in _KEPT:
        return True
    return f"{part}-{following}".lower() in known
