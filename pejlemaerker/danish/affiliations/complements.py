"""What stands behind a role: the organisation, or the field of work, or both (`direktør for ældre og sundhed i X Kommune`)."""

import re
from itertools import pairwise

from ..capitals import UPPER, without_genitive
from ..organisations import ends_organisation, lookup, organisations
from ..roles import indefinite
from .bodies import ARTICLE, body_end, is_body
from .model import Affiliation
from .owners import governs, owner_before
from .scene import PREPOSITION, names_organisation

_PREFIX = re.compile(r"([A-ZÆØÅ][\w]{1,12})-(?=[a-zæøå])")
# A field of work written with a capital, before the organisation itself: `rådmand for Børn og Unge i X Kommune`.
_FIELD = re.compile(rf"([{UPPER}][^,]*?)\s(?:i|hos|ved)\s([{UPPER}][\w -]*(?:Kommune|Kommuner|Region [{UPPER}]\w+))$")
_COMPLEMENT = re.compile(rf"\s+(?:her\s|dér\s)?{PREPOSITION}\s+(.+)|\s+([{UPPER}].*)", re.DOTALL)
_INNER = re.compile(rf"\s(?:i|hos|ved|fra|for|på|af)\s+(?=(?:[\w-]+\s+)?[{UPPER}])")
_LOOSE_END = re.compile(r"(?:\s|,|\bog|\bsamt)+$")
# How long, and since when, somebody has held a role is no part of where.
_TIME = re.compile(
    r"^(?:\d+|\w+)\.?\s(?:år|måneder|måned)\b.*$|(?:^|\s)(?:siden|gennem|igennem)\s.*$|(?:^|\s)(?:i|på)\s(?:\d+|\w+)\.?\s(?:år|måneder|måned)\b.*$|(?:^|\s)(?:fra|i|til)\s(?:19|20)\d\d\b.*$"
)


def chain(text: str, roles: list[tuple[int, int]], end: int) -> list[Affiliation]:
    """The affiliations that `roles` (places in `text`, in order) and the words behind each make; the last ends at `end`."""
    if not roles:
        return []
    stops = [start for start, _ in roles[1:]] + [end]
    return [
        _affiliation(text, start, stop, text[stop:limit]) for (start, stop), limit in zip(roles, stops, strict=True)
    ]


def _affiliation(text: str, start: int, stop: int, gap: str) -> Affiliation:
    role = indefinite(text[start:stop]) or text[start:stop]
    parts = _COMPLEMENT.match(gap.rstrip(" ,"))
    rest = _LOOSE_END.sub("", _TIME.sub("", (parts[1] or parts[2]) if parts else ""))
    preposition = gap.split()[0] if rest else ""
    role, organisation = _divided(role, preposition, rest) if rest else (role, None)
    bare = indefinite(text[start:stop]) or text[start:stop]
    if organisation is None and (owner := owner_before(text, start, role=bare)) is not None:
        organisation = owner[1]
    prefix = _PREFIX.match(role)
    if prefix is not None and (
        lookup(prefix[1]) is not None or sum(map(str.isupper, prefix[1])) > 1 or governs(prefix[1], bare)
    ):
        organisation, role = organisation or prefix[1], role[prefix.end() :]
    return Affiliation(role, organisation)


def _divided(role: str, preposition: str, rest: str) -> tuple[str, str | None]:
    """Role and organisation of the words `rest` behind a role: a field of work stays with the role."""
    field = _FIELD.match(rest)
    if field is not None and not any(map(ends_organisation, field[1].split())) and lookup(field[1]) is None:
        return f"{role} {preposition} {field[1]}", field[2]
    if rest[0].isupper():
        return role, without_genitive(_without_municipality(rest))
    article = ARTICLE.match(rest)
    if article is not None and rest[article.end() : article.end() + 1].isupper():
        return role, rest[article.end() :]
    body = is_body(rest)
    inner = _INNER.search(" " + rest)
    organisation = rest[inner.end() - 1 :] if inner else ""
    if body and not any(item.start == 0 for item in organisations(organisation)):
        return role, rest[article.end() if article else 0 : body_end(rest)]
    if inner is None:
        return f"{role} {preposition} {rest}", None
    kept = rest[: max(0, inner.start())].rstrip()
    if organisation[0].islower() and not is_body(organisation):
        organisation = organisation.partition(" ")[2]
    return (f"{role} {preposition} {kept}" if kept else role), organisation


def _without_municipality(name: str) -> str:
    """`Plejecenter X i Y Kommune` -> `Plejecenter X`: where an institution lies is no part of its name."""
    field = _FIELD.match(name)
    return field[1] if field is not None and ends_organisation(field[1].split()[0]) else name


def linked(text: str, spans: list[tuple[int, int]], hang: re.Pattern[str]) -> list[tuple[int, int]]:
    """Those of `spans` that hang together from the first on: a role, its organisation, `og`, the next role."""
    kept = spans[:1]
    for before, span in pairwise(spans):
        gap = hang.match(text[before[1] : span[0]])
        if kept[-1] == before and gap is not None and names_organisation(gap["of"] or gap["bare"]):
            kept.append(span)
    return kept
