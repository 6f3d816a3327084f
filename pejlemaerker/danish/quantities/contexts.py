"""Words beside a number that tell what it is: the roles of the lexicon `number_contexts`, and words that are counted."""

import re
from collections import defaultdict

from pejlemaerker.danish.lexicon import rows

_ROLES: dict[str, set[str]] = defaultdict(set)
for _word, _role in rows("number_contexts"):
    _ROLES[_role].add(_word)
ROLES = {role: frozenset(words) for role, words in _ROLES.items()}
_COUNTED = re.compile(r"[^\W\d_]{2,}(?:r|e|børn|folk|mænd|dyr|hold|job|sager|point|hjem)$")


def counted(word: str) -> bool:
    """Whether `word`, which follows a number, may be the plural or the adjective of what is counted."""
    plain = word.rstrip(".")
    return bool(_COUNTED.match(plain)) and plain not in ROLES["verb"]
