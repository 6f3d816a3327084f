"""Roles and organisations beside a name: `formand for X og direktør i Y Kommune`, `KL’s direktør`, `, der er borgmester i Y Kommune`.

Where a name is belongs to `people`; here is what stands before and behind it.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from .capitals import UPPER, without_genitive
from .lexicon import words
from .organisations import ends_organisation, lookup, organisation_kind, organisations
from .roles import ROLE, indefinite


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A role in an organisation, as written; either may be missing."""

    role: str | None
    organisation: str | None


_ROLE = re.compile(ROLE)
_DEFINITE = re.compile(
    r"(?<![\w-])[\w-]{4,}(?:en|n|et)(?=(?:\s(?:i|for|hos|fra|ved|på|af)\s[^.,;:!?()]{2,80})?,\s[A-ZÆØÅ]|\s[A-ZÆØÅ])(?![\w-])"
)
_PREPOSITION = r"(?:i|for|hos|fra|ved|på|af|under|inden\sfor|med\sansvar\sfor)"
_STOP = words("clause_words")
_GAP_TO_NAME = re.compile(
    rf"(?:\s+{_PREPOSITION}\s+(?P<of>[^.;:!?”“»«\"()]+?)|\s+(?P<bare>[{UPPER}][^.,;:!?”“»«\"()]*?))?,?\s*$"
)
_GAP_TO_ROLE = re.compile(
    rf"(?:\s+{_PREPOSITION}\s+(?P<of>[^.;:!?”“»«\"()]+?)|\s+(?P<bare>[{UPPER}][^.,;:!?”“»«\"()]*?))?(?:,?\s+(?:og|samt)|,)\s+(?P<owner>\S+['’]?s\s+)?$"
)
LINKS = frozenset(["for", "af", "i", "på", "til", "mod", "om", "under", "ved", "og", "hos", "fra", "den", "det", "de"])
_RELATIVE = re.compile(
    r",\s+(?:der|som)\s+(?:i\s+dag\s+|nu\s+|også\s+|til\s+daglig\s+)?(?:er|var|har\s+været)\s+|\s+er\s+(?=\w)|,\s+|\s+\("
)
_RIGHT_END = re.compile(r"[,.;:!?”“»«\"()\n]|\s[–-]\s|$")
_FROM = re.compile(rf"\s+(?:fra|i|hos|ved)\s+(?=[{UPPER}])")
_OWNER = re.compile(
    rf"((?:[{UPPER}][\w&/-]*\s+(?:og\s+|for\s+|af\s+)?){{0,5}}[{UPPER}][\w&/-]*?)(?:['’]s|['’]|s)\s+(?:\w+\s+)?$"
)
_PREFIX = re.compile(r"([A-ZÆØÅ]{1,8})-(?=[a-zæøå])")
# A field of work written with a capital, before the organisation itself: `rådmand for Børn og Unge i X Kommune`.
_FIELD = re.compile(rf"([{UPPER}][^,]*?)\s(?:i|hos|ved)\s([{UPPER}][\w -]*(?:Kommune|Kommuner|Region [{UPPER}]\w+))$")
_LEFT_REACH = 220


class Scene:
    """A text with its roles and organisations; `behind` is where the person before ends, whose roles are not the next one's."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.roles = sorted([match.span() for match in _ROLE.finditer(text)] + _definite_roles(text))
        self.behind = 0
        self._starts = [start for start, _ in self.roles]

    @cached_property
    def organisations(self) -> list[tuple[int, int]]:
        """Places of the organisations named."""
        return [(item.start, item.end) for item in organisations(self.text)]

    def roles_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Roles that stand wholly in text[start:end]."""
        near = self.roles[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [role for role in near if role[1] <= end]

    def inside_organisation(self, start: int, end: int) -> bool:
        """Whether text[start:end] is a part of the name of an organisation."""
        at = bisect_right(self.organisations, (start, len(self.text))) - 1
        return at >= 0 and self.organisations[at][0] <= start and end <= self.organisations[at][1]


def _definite_roles(text: str) -> list[tuple[int, int]]:
    """Roles in the definite form that a name explains: `formanden for X, Navn Navnesen`, `KL-formanden, Navn Navnesen`."""
    return [match.span() for match in _DEFINITE.finditer(text) if indefinite(match[0])]


def roles_in(text: str) -> list[Affiliation]:
    """Roles and organisations of a phrase that holds nothing else: `formand for X og direktør i Y Kommune`."""
    matches = [(match.start(), match.end()) for match in _ROLE.finditer(text)]
    return _chain(text, [span for span in matches if span[0] >= 0], len(text)) if matches else []


def merged(found: list[Affiliation]) -> list[Affiliation]:
    """A role without an organisation takes the one that stands alone (`professor X fra Y Universitet`)."""
    alone = [item for item in found if item.role is None]
    roles = [item for item in found if item.role is not None]
    if alone and len(roles) == 1 and roles[0].organisation is None:
        return [Affiliation(roles[0].role, alone[0].organisation)]
    return roles + [item for item in alone if item.organisation not in {role.organisation for role in roles}]


def left(scene: Scene, name_start: int) -> tuple[int, list[Affiliation]]:
    """Where the roles before the name begin, and those roles in reading order."""
    text = scene.text
    chain: list[tuple[int, int]] = []
    anchor, pattern = name_start, _GAP_TO_NAME
    reach = max(scene.behind, name_start - _LEFT_REACH)
    for start, end in reversed(scene.roles_between(reach, name_start)):
        gap = pattern.match(text[end:anchor])
        if gap is None or not _is_name_of_organisation(gap["of"] or gap["bare"]):
            break
        chain.insert(0, (start, end))
        anchor, pattern = start, _GAP_TO_ROLE
    if not chain:
        return name_start, []
    owner = _OWNER.search(text, max(scene.behind, chain[0][0] - 90), chain[0][0])
    return (owner.start() if owner else chain[0][0]), _chain(text, chain, name_start)


def right(scene: Scene, position: int) -> list[Affiliation]:
    """Roles that stand after the name."""
    text = scene.text
    if (origin := _FROM.match(text, position)) is not None:
        named = [item for item in organisations(text[origin.end() : origin.end() + 90]) if item.start == 0]
        return [Affiliation(None, named[0].name)] if named else []
    opening = _RELATIVE.match(text, position)
    if opening is None:
        return []
    begin = opening.end()
    owner = _owned(text, begin)
    first = owner[1] if owner else begin
    match = _ROLE.match(text, first) or re.compile(r"(?:en|et|den|ny)\s+").match(text, first)
    if match is not None and not _ROLE.match(text, first):
        first, match = match.end(), _ROLE.match(text, match.end())
    if match is None:
        named = [item for item in organisations(text[begin : begin + 90]) if item.start == 0]
        closed = named and re.match(r"\s*(?:[,.)]|$)", text[begin + named[0].end :])
        return [Affiliation(None, named[0].name)] if named and closed and opening[0].startswith(",") else []
    end = _right_end(text, match.end())
    spans = scene.roles_between(first, end) or [(match.start(), match.end())]
    return _chain(text, _linked(text, spans), end)


def _right_end(text: str, position: int) -> int:
    """Where the roles behind a name end: at a mark or at a word that opens another clause."""
    end = _RIGHT_END.search(text, position)
    stop = end.start() if end else len(text)
    for word in re.finditer(r"[^\s,.;:]+", text[position:stop]):
        if word[0] in _STOP:
            return position + word.start()
    return stop


def _linked(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of `spans` that hang together from the first on: a role, its organisation, `og`, the next role."""
    kept = spans[:1]
    for span in spans[1:]:
        gap = _GAP_TO_ROLE.match(text[kept[-1][1] : span[0]])
        if gap is not None and _is_name_of_organisation(gap["of"] or gap["bare"]):
            kept.append(span)
    return kept


def _chain(text: str, chain: list[tuple[int, int]], end: int) -> list[Affiliation]:
    if not chain:
        return []
    found = []
    for (start, stop), following in zip(chain, [*(span[0] for span in chain[1:]), end], strict=True):
        gap = text[stop:following]
        parts = re.match(rf"\s+{_PREPOSITION}\s+(.+)|\s+([{UPPER}].*)", gap.rstrip(" ,"), re.DOTALL)
        rest = re.sub(r"(?:\s|,|\bog|\bsamt)+$", "", (parts[1] or parts[2]) if parts else "")
        found.append(_affiliation(text, start, stop, gap, rest))
    return found


def _affiliation(text: str, start: int, stop: int, gap: str, rest: str) -> Affiliation:
    role, organisation = indefinite(text[start:stop]) or text[start:stop], None
    owner = _OWNER.search(text, max(0, start - 90), start)
    prefix = _PREFIX.match(role)
    field = _FIELD.match(rest) if rest else None
    if field is not None and not ends_organisation(field[1].split()[-1]) and lookup(field[1]) is None:
        role, organisation = f"{role} {gap.split()[0]} {field[1]}", field[2]
    elif rest and rest[0].isupper():
        organisation = without_genitive(rest)
    elif rest and _is_place(rest):
        organisation = rest
    elif rest:
        inner = re.search(rf"\s(?:i|hos|ved|fra|for|på)\s+(?=[{UPPER}])", " " + rest)
        organisation = rest[inner.end() - 1 :] if inner else None
        kept = rest[: max(0, inner.start() - 1 + 1)].rstrip() if inner else rest
        role = f"{role} {gap.split()[0]} {kept}".rstrip() if kept else role
    elif owner is not None and _is_owner(owner[1]):
        organisation = owner[1]
    if prefix is not None and lookup(prefix[1]) is not None:
        organisation, role = organisation or prefix[1], role[prefix.end() :]
    return Affiliation(role, organisation)


def _is_place(rest: str) -> bool:
    """Whether lower-case words name an organisation by its kind and its name: `fakultetet Arts`, `afdelingen for X`."""
    first, _, name = rest.partition(" ")
    return name[:1].isupper() and organisation_kind(first.capitalize()) is not None


def _is_owner(name: str) -> bool:
    return lookup(name) is not None or ends_organisation(name.split()[-1]) or (name.isupper() and len(name) > 1)


def _owned(text: str, begin: int) -> tuple[str, int] | None:
    """An owner in the genitive at `begin` (`KL’s direktør`): its name and where the role begins."""
    match = re.compile(rf"((?:[{UPPER}][\w&/-]*\s+){{0,4}}[{UPPER}][\w&/-]*?)(?:['’]s|['’]|s)\s+").match(text, begin)
    return (match[1], match.end()) if match and _is_owner(match[1]) else None


def _is_name_of_organisation(words_between: str | None) -> bool:
    """Whether the words between a role and what follows can be where the role is held: no clause, no other speaker."""
    if words_between is None:
        return True
    parts = words_between.replace(",", " ").split()
    linked = bool(parts) and parts[-1] in LINKS
    return len(parts) <= 12 and not linked and not any(part in _STOP for part in parts)
