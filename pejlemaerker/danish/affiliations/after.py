"""Roles and organisations that stand behind a name: `, der er borgmester i X Kommune`, `fra tænketanken Y`, ` er leder af Z`."""

import re

from ..capitals import UPPER
from ..lexicon import words
from ..names import is_first_name
from ..organisations import organisations
from ..reporting import FINITE_VERBS
from ..roles import ROLES
from .before import TO_ROLE
from .bodies import body_end, is_body, is_owned_body
from .complements import chain, linked
from .model import Affiliation
from .owners import owner_here
from .scene import CLAUSE_WORDS, Scene

_ADVERB = r"(?:i\s+dag|nu|også|til\s+daglig|selv|både|samtidig|tidligere|stadig|fortsat|siden|ligeledes|blandt\s+andet|desuden|ellers)\s+"
_IS = (
    rf"(?:(?:er\s+(?:\d+|[a-zæøå]+)\s+år\s+(?:gammel\s+)?og\s+)?(?:er|var|blev|bliver|arbejder\s+som|virker\s+som|fungerer\s+som)\s+(?:{_ADVERB}){{0,2}}"
    rf"|(?:har|havde)\s+(?:(?:i|siden|gennem)\s+\w+\s+(?:år\s+)?|{_ADVERB}){{0,2}}(?:været|arbejdet\s+som)\s+|er\s+ansat\s+som\s+)"
)
_OPENING = re.compile(
    rf",\s+(?:der|som)\s+(?:{_ADVERB}){{0,2}}{_IS}|\s+{_IS}|,\s+(?:[\wæøå]+\s){{1,4}}som\s+|,\s+|\s+\(|\s+som\s+(?=\w)"
)
_ARTICLE = re.compile(
    r"(?:[a-zæøå]{4,}s\s+|(?:(?:en|et|den|ny|nye|valgt|ansat\s+som|uddannet|lokal|lokale|dansk|danske|norsk|svensk)\s+){1,2})"
)
# Verbs that are the role at once: `der forsker i X ved Y`, `der leder Z`, `, der sidder i udvalget`.
_DOES = re.compile(
    rf",\s+(?:der|som)\s+(?:{_ADVERB})?(?P<role>forsker|underviser|rådgiver|leder)\s|\s(?P<main>forsker|underviser|leder)\s(?=i\s|på\s|ved\s|[{UPPER}]|[a-zæøå]+(?:en|et)\s)"
)
# Where somebody works, owns or leads, with no word for what they are.
_SITS = re.compile(
    rf",\s+(?:der|som)\s+(?:{_ADVERB})?(?:(?:sidder|arbejder|er\s+ansat)\s+(?:i|hos|ved|på|for)|driver|ejer|står\s+bag|står\s+i\s+spidsen\s+for|stod\s+i\s+spidsen\s+for)\s+"
    rf"|\s+(?:(?:har|havde)\s+(?:{_ADVERB})?stået|står|stod)\s+(?:{_ADVERB})?i\s+spidsen\s+for\s+"
)
# `Da X kom til Y Kommune som direktør`.
_MOVED = re.compile(
    r"\s+(?:kom|kommer|kom\s+ind|skiftede|vendte\s+tilbage|blev\s+ansat|begyndte|startede|tiltrådte)\s+(?:til|i|hos|ved|på)\s+"
)
# The verb of a sentence that opens with something else: its subject is followed by what they are.
_VERB_BEFORE = re.compile(r"\b(er|var|blev|bliver|har|havde)\s+$")
_SPACE = re.compile(r"\s+(?:(?:ny|nye|selv|nu)\s+)?")
_BEEN = re.compile(rf"\s+(?:{_ADVERB})?(?:i\s+\w+\s+år\s+)?været\s+(?:{_ADVERB})?")
_AS = re.compile(r"\s+som\s+(?:(?:ny|nyudnævnt|øverste)\s+)?")
_FROM = re.compile(
    rf"\s+(?:fra|i|hos|ved|på)\s+(?=[{UPPER}]|[\w-]+\s[{UPPER}]|[a-zæøå-]{{5,}}(?:en|et)\b|[a-zæøå]{{3,}}s\s[\w-]{{4,}})"
)
_RIGHT_END = re.compile(r"[,.;:!?”“»«\"()\n]|\s[–-]\s|$")
_CLOSED = re.compile(r"\s*(?:[,.)]|og\b|samt\b|$)")
_NAMED = re.compile(rf"(?:[a-zæøå-]+\s)?[{UPPER}][\w&/-]*(?:\s(?:(?:for|af|og|&|i|på)\s)?[{UPPER}][\w&/-]*)*")
# Openings of place names in two words: `fra Nørre Snede` says where somebody lives.
_PLACE_OPENING = words("place_openings")
_THEN = re.compile(r"\s(\w+)")
_ALL_CAPITALS = re.compile(rf"[{UPPER}][\w&/-]*(?:\s(?:&\s)?[{UPPER}][\w&/-]*)+")
_HERE = re.compile(r"her\s(?:i|på|hos|ved)\s")  # `leder her i kommunen` goes on with where
# A body with where it is, capitalised by the sentence or as a name: `Universitetscentret i Holme`.
_BODY_SOMEWHERE = re.compile(rf"(?P<noun>[{UPPER}][\wæøå-]+(?:en|et))\s(?:i|på|ved)\s[{UPPER}][\w-]+")
_REACH = 90


def right(scene: Scene, position: int, *, start: int = 0, has_role: bool = False) -> tuple[list[Affiliation], int]:
    """Roles that stand behind a name at text[start:position], and where they end; `has_role`: a role stands before the name."""
    text = scene.text
    verb = _VERB_BEFORE.search(text, max(0, start - 12), start)
    if verb is not None and (inverted := _inverted(scene, position, perfect=verb[1] in ("har", "havde"))) is not None:
        return inverted
    for reader in (_origin, _doing, _seat, _move):
        found = reader(scene, position, has_role)
        if found is not None:
            return found
    opening = _OPENING.match(text, position)
    return _apposition(scene, opening, position, has_role) if opening is not None else ([], position)


Found = tuple[list[Affiliation], int] | None


def _inverted(scene: Scene, position: int, *, perfect: bool) -> Found:
    """`I 2019 blev X chef for Y`, `her har X været formand i otte år`."""
    match = (_BEEN if perfect else _SPACE).match(scene.text, position)
    role = ROLES.match(scene.text, match.end()) if match else None
    if role is None:
        return None
    end = _right_end(scene.text, role.end())
    return chain(
        scene.text, linked(scene.text, scene.roles_between(role.start(), end) or [role.span()], TO_ROLE), end
    ), end


def _origin(scene: Scene, position: int, has_role: bool) -> Found:
    """`X fra Y Kommune`; behind a role also `fra tænketanken Y` and `fra Y Z`, which nobody registers."""
    match = _FROM.match(scene.text, position)
    if match is None:
        return None
    place = organisation_at(scene.text, match.end(), loose=has_role and match[0].split()[0] in ("fra", "hos"))
    return ([Affiliation(None, place[0])], place[1]) if place else ([], position)


def _doing(scene: Scene, position: int, _: bool) -> Found:
    match = _DOES.match(scene.text, position)
    if match is None:
        return None
    verb = "role" if match["role"] else "main"
    end = _right_end(scene.text, match.end(verb))
    (found,) = chain(scene.text, [match.span(verb)], end)
    leads = match[verb] != "leder" or found.organisation is not None
    if not leads and is_body(scene.text[match.end() : end]):
        end = match.end() + body_end(scene.text[match.end() : end])
        return [Affiliation("leder", scene.text[match.end() : end])], end
    return ([found], end) if leads else ([], position)


def _seat(scene: Scene, position: int, _: bool) -> Found:
    match = _SITS.match(scene.text, position)
    place = organisation_at(scene.text, match.end(), loose=True) if match else None
    return ([Affiliation(None, place[0])], place[1]) if place else None


def _move(scene: Scene, position: int, _: bool) -> Found:
    match = _MOVED.match(scene.text, position)
    place = organisation_at(scene.text, match.end(), loose=False) if match else None
    as_what = _AS.match(scene.text, place[1]) if place else None
    role = ROLES.match(scene.text, as_what.end()) if as_what else None
    return ([Affiliation(role[0], place[0])], role.end()) if place and role else None


def organisation_at(text: str, position: int, *, loose: bool) -> tuple[str, int] | None:
    """The organisation that text[position:] opens with, and where it ends; `loose`: also any two capitalised words."""
    near = text[position : position + _REACH]
    somewhere = _BODY_SOMEWHERE.match(text, position)
    if somewhere is not None and is_body(somewhere["noun"][0].lower() + somewhere["noun"][1:]):
        return somewhere[0], somewhere.end()
    named = [item for item in organisations(near) if item.start == 0]
    if named:
        return named[0].name, position + named[0].end
    end = _right_end(text, position)
    if is_body(text[position:end]) and (match := _NAMED.match(text, position, end)) is not None:
        return match[0], match.end()
    if is_body(text[position:end]) and not near[:1].isupper():
        end = position + body_end(text[position:end])
        return text[position:end], end
    if is_owned_body(text[position:end]) and (owned := re.compile(r"\S+\s\S+").match(text, position, end)) is not None:
        return owned[0], owned.end()
    match = _NAMED.match(text, position, end)
    if not loose or match is None or not match[0][0].isupper():
        return None
    parts = match[0].split()
    if len(parts) < 2 or parts[0] in _PLACE_OPENING or is_first_name(parts[0]):
        return None
    return match[0], match.end()


def _apposition(scene: Scene, opening: re.Match[str], position: int, has_role: bool) -> tuple[list[Affiliation], int]:
    text, begin = scene.text, opening.end()
    owner = owner_here(text, begin)
    first = owner[1] if owner else begin
    role = ROLES.match(text, first)
    if role is None and (article := _ARTICLE.match(text, first)) is not None:
        first, role = article.end(), ROLES.match(text, article.end())
    if role is None:
        return _bare(text, opening, position, has_role)
    end = _right_end(text, role.end())
    spans = scene.roles_between(first, end) or [role.span()]
    found = chain(text, linked(text, spans, TO_ROLE), end)
    if found and found[-1].organisation is None and text[end : end + 2] == ", ":
        place = organisation_at(text, end + 2, loose=False)
        if place is not None and _CLOSED.match(text, place[1]):
            return [*found[:-1], Affiliation(found[-1].role, place[0])], place[1]
    return found, end


def _bare(text: str, opening: re.Match[str], position: int, has_role: bool) -> tuple[list[Affiliation], int]:
    """An organisation alone between commas: `Navn Navnesen, X Kommune,`; behind a role also one that nobody registers."""
    if opening[0].strip() != "," or not text[opening.end() : opening.end() + 1].isupper():
        return [], position
    place = organisation_at(text, opening.end(), loose=False)
    if place is None and has_role:
        place = organisation_at(text, opening.end(), loose=True)
        if place is not None and (not _ALL_CAPITALS.fullmatch(place[0]) or not text.startswith(",", place[1])):
            return [], position  # the words for an occasion, or the end of a line
    return ([Affiliation(None, place[0])], place[1]) if place and _CLOSED.match(text, place[1]) else ([], position)


def _right_end(text: str, position: int) -> int:
    """Where the roles behind a name end: at a mark or at a word that opens another clause."""
    end = _RIGHT_END.search(text, position)
    stop = end.start() if end else len(text)
    for word in re.finditer(r"[^\s,.;:]+", text[position:stop]):
        if word[0] in CLAUSE_WORDS and not _HERE.match(text, position + word.start()):
            return position + word.start()
        if (
            word[0] == "og"
            and (then := _THEN.match(text, position + word.end())) is not None
            and (
                then[1] in FINITE_VERBS
                or (is_first_name(then[1]) and text[then.end() : then.end() + 2].strip().isupper())
            )
        ):
            return position + word.start()
    return stop
