"""Names of organisations: known ones, and those that their last or first word gives away.

The facts stand in `lexicons/organisations.tsv`, `municipalities.tsv`, `regions.tsv` and `organisation_suffixes.tsv`. Which organisation a
name stands for across documents is for `extraction.actors`.
"""

import re
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from .alternatives import alternatives
from .capitals import REST, UPPER, WORD, without_genitive
from .lexicon import rows, words
from .scanning import Endings


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """An organisation of the reference data: its `id` is an official code or a registered short name."""

    id: str
    name: str
    kind: str
    municipality_code: str | None = None
    region_code: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """A name at text[start:end] (0-based, half-open, code points), without its genitive; `known` where it is registered."""

    start: int
    end: int
    name: str
    kind: str
    known: KnownOrganisation | None


def _register() -> dict[str, KnownOrganisation]:
    known: dict[str, KnownOrganisation] = {}
    for code, name, form, region, start, end in rows("municipalities"):
        full = form if "Kommune" in form else f"{form} Kommune"
        municipality = KnownOrganisation(f"m{code}", full, "municipality", code, region, start or None, end or None)
        for alias in {full, f"{name} Kommune", f"{name}s Kommune"}:
            known[alias] = municipality
    for code, name, start, end in rows("regions"):
        short = f"r{code}" if code else name.lower().replace(" ", "-").replace("ø", "oe")
        known[name] = KnownOrganisation(short, name, "region", None, code or None, start or None, end or None)
    for short, name, kind, *aliases in rows("organisations"):
        organisation = KnownOrganisation(short, name, kind)
        for alias in (name, *filter(None, "|".join(aliases).split("|"))):
            known.setdefault(alias, organisation)
    return known


KNOWN = _register()
# Of each first word of a registered name, how many words the longest such name has.
_WORDS_OF: dict[str, int] = {}
for _name in KNOWN:
    _first, _, _rest = _name.partition(" ")
    _WORDS_OF[_first] = max(_WORDS_OF.get(_first, 0), len(_name.split()))
_ENDINGS = {row[0].removeprefix("-"): row[1] for row in rows("organisation_suffixes") if row[0].startswith("-")}
_LAST_WORDS = {row[0]: row[1] for row in rows("organisation_suffixes") if not row[0].startswith("-")}
_CLOSING, _STEM = Endings(_ENDINGS), 2  # letters that stand at least before an ending
_KINDS = {"municipal_council": "municipality", "board": "state_body", "court": "state_body", "research": "institution"}
_PUBLIC = {"school": "institution", "hospital": "institution", "museum": "institution", "church": "institution"}

_HEADS = sorted({row[0] for row in rows("organisation_heads") if row[1] == "head"})
_HEAD_ALONE = re.compile(rf"(?:{'|'.join(_HEADS)})$")
_LINK = r"(?:for|af|i|og|på|til|mod|om|&|de|den|det|under|ved|samt)"
_CAPITALISED = rf"(?:{WORD})"
# Heads behind their capital, as with `REST`.
_HEAD_RESTS = "|".join(
    rf"(?<={capital}){alternatives(head[1:] for head in heads)}" for capital, heads in groupby(_HEADS, itemgetter(0))
)
_HEADED = (
    rf"(?:{_HEAD_RESTS})[ ](?:for|af|mod|til|under|om)[ ]{_CAPITALISED}(?:(?:,[ ]|[ ]{_LINK}[ ]|[ ]){_CAPITALISED})*"
)
_CANDIDATE = re.compile(rf"[{UPPER}](?<![\w@#-].)(?:{_HEADED}|{REST}(?:[ ](?:(?:{_LINK})[ ]){{0,2}}{_CAPITALISED})*)")
_WORDS = re.compile(r"\S+")
_OPENERS = words("sentence_openers")
# `Dansk Industri`, `Region X`: openers of sentences that also open names.
_ENDING_OPENERS = frozenset(
    {"Dansk", "Danske", "Danmarks", "Nordisk", "Nordiske", "Europæiske", "Region", "Institut", "Center", "Det", "Den"}
)
_FIRST_NAMES = words("first_names")
_MOST_WORDS = 12
_GROUPS = frozenset(row[0].lower() for row in rows("collectives"))
_JOINTS = ("og", "&", "samt")
_COMMON = frozenset(row[0] for row in rows("organisation_heads") if row[1] == "common")
_LOWER_LAST = frozenset(word for word in _LAST_WORDS if word[0].islower())
_FOLLOWING = re.compile(r"[ ]([a-zæøå]+)\b")


def ends_organisation(word: str) -> bool:
    """Whether a capitalised `word` closes the name of an organisation (`Kommune`, `Kommunaldirektørforeningen`)."""
    return organisation_kind(word) is not None


def organisation_kind(word: str) -> str | None:
    """The kind of organisation whose name a capitalised `word` closes; None if it closes none."""
    word = without_genitive(word)
    for form in (word, word[:-1]) if word.endswith("s") else (word,):
        if form in _LAST_WORDS:
            return _kind(_LAST_WORDS[form])
        ending = _CLOSING.of(form, spare=_STEM)
        if ending is not None:
            return _kind(_ENDINGS[ending])
    return None


def organisations(text: str) -> list[Organisation]:
    """Organisations named in `text`, in order, not overlapping."""
    found: list[Organisation] = []
    for match in _CANDIDATE.finditer(text):
        found += _in_candidate(text, match)
    return found


def lookup(name: str) -> KnownOrganisation | None:
    """The registered organisation called `name`, also in the genitive; None if there is none."""
    name = without_genitive(name)
    return KNOWN.get(name) or (KNOWN.get(name[:-1]) if name.endswith("s") else None)


def _kind(kind: str) -> str:
    return _KINDS.get(kind) or _PUBLIC.get(kind) or kind


def _in_candidate(text: str, match: re.Match[str]) -> list[Organisation]:
    if " " not in match[0]:
        organisation, _ = _longest(text, [(*match.span(), match[0])], 0)
        return [organisation] if organisation is not None else []
    parts = [(*part.span(), part[0]) for part in _WORDS.finditer(text, *match.span())]
    found = []
    i = 0
    while i < len(parts):
        organisation, used = _longest(text, parts, i)
        if organisation is not None:
            found.append(organisation)
        i += max(1, used)
    return found


def _longest(text: str, parts: list[tuple[int, int, str]], i: int) -> tuple[Organisation | None, int]:
    """The longest organisation that begins with word `i`, and the number of words it takes."""
    start = parts[i][0]
    opener = parts[i][2]
    if not opener[0].isupper() or (
        opener in _OPENERS
        and not _HEAD_ALONE.match(opener)
        and len(parts) > i + 1
        and opener not in _ENDING_OPENERS
        and lookup(opener) is None
    ):
        return None, 1
    for size in range(min(_longest_known(opener), len(parts) - i), 0, -1):
        name = text[start : parts[i + size - 1][1]].rstrip(".,")
        known = lookup(name)
        if known is not None and not (size == 1 and name.lower() in _GROUPS and _opens_sentence(text, start)):
            return _with_unit(text, parts, i, size) or (
                Organisation(start, start + len(name), _base(name), known.kind, known),
                size,
            )
    return _by_shape(text, parts, i)


def _longest_known(first: str) -> int:
    """How many words the longest registered name has that begins with `first`, which may be a whole name in the genitive; 0 without one."""
    bare = without_genitive(first.rstrip(".,"))
    return max(_WORDS_OF.get(first, 0), _WORDS_OF.get(bare, 0), _WORDS_OF.get(bare.removesuffix("s"), 0))


def _opens_sentence(text: str, start: int) -> bool:
    """Whether a capital at `start` may be only that of a sentence."""
    return text[:start].rstrip()[-1:] in ("", ".", "!", "?", ":", "–", "-", "”", "“", "»", "«", '"')


def _with_unit(text: str, parts: list[tuple[int, int, str]], i: int, size: int) -> tuple[Organisation, int] | None:
    """A unit of a known organisation in the genitive: `X Kommunes Økonomiforvaltning`."""
    if len(parts) <= i + size or not parts[i + size - 1][2].endswith("s") or not parts[i + size][2][0].isupper():
        return None
    kind = organisation_kind(parts[i + size][2].rstrip(".,"))
    if kind is None or lookup(text[parts[i][0] : parts[i + size - 1][1]].rstrip("s.,")) is None:
        return None
    start, end = parts[i][0], parts[i + size][1]
    return Organisation(start, end, _base(text[start:end]), kind, None), size + 1


def _by_shape(text: str, parts: list[tuple[int, int, str]], i: int) -> tuple[Organisation | None, int]:
    start, _, first = parts[i]
    if first == "Region" and len(parts) > i + 1 and parts[i + 1][2][0].isupper():
        end = parts[i + 1][1]
        return Organisation(start, end, _base(text[start:end]), "region", None), 2
    own_name = len(parts) == i + 2 and parts[i + 1][2][0].isupper() and parts[i + 1][2] not in _FIRST_NAMES
    if own_name and _HEAD_ALONE.match(first) and first.endswith(("en", "et")):
        kind = organisation_kind(f"Al{first.lower()}") or "other"
        return Organisation(start, parts[i + 1][1], _base(text[start : parts[i + 1][1]]), kind, None), 2
    linked = len(parts) > i + 2 and parts[i + 1][2] in ("for", "af", "mod", "til", "under")
    if linked and (_HEAD_ALONE.match(first) or organisation_kind(first) is not None):
        end = parts[-1][1]
        kind = organisation_kind(first) or "other"
        return Organisation(start, end, _base(text[start:end]), kind, None), len(parts) - i
    for j in range(i, min(len(parts), i + _MOST_WORDS)):
        word = parts[j][2]
        closing = organisation_kind(word.rstrip(".,")) if word[0].isupper() else None
        if closing is None:
            continue
        begin = _first_word(parts, i, j)
        alone = (
            j == begin and (word.removesuffix("s") in _LAST_WORDS or _is_common(word)) and _with_own_name(parts, j) == j
        )
        if not alone:
            j = _with_own_name(parts, j)
            start, end = parts[begin][0], parts[j][1]
            return Organisation(start, end, _base(text[start:end]), closing, None), j - i + 1
    if len(parts) - i > 3 or (len(parts) - i == 1 and _opens_sentence(text, start)):
        return None, 1  # `Ny skole åbner`: a capital and a common noun
    following = _FOLLOWING.match(text, parts[-1][1])
    if following and following[1].removesuffix("s") in _LOWER_LAST:
        end = following.end()
        return Organisation(
            start, end, _base(text[start:end]), _kind(_LAST_WORDS[following[1].removesuffix("s")]), None
        ), len(parts) - i
    return None, 1


def _first_word(parts: list[tuple[int, int, str]], i: int, last: int) -> int:
    """Where the name that word `last` closes begins: capitals without a gap, and `Børne- og` before a compound."""
    begin = last
    while begin > i:
        before = parts[begin - 1][2]
        joint = before in _JOINTS and begin - 2 >= i and parts[begin - 2][2].endswith("-")
        opener = begin - 1 == i and before in _OPENERS and before not in _ENDING_OPENERS
        if opener or not (before[0].isupper() or joint):
            break
        begin -= 1
    return begin


def _with_own_name(parts: list[tuple[int, int, str]], j: int) -> int:
    """The last word of a name behind a noun in the definite form: `Patientforeningen Solsikken`.

    Of two or more capitals behind it nobody can say whether they are its name or a person's.
    """
    alone = len(parts) == j + 2 and parts[j + 1][2][0].isupper() and parts[j + 1][2] not in _FIRST_NAMES
    return j + 1 if alone and parts[j][2].endswith(("en", "et")) else j


def _is_common(word: str) -> bool:
    """Whether a word is a common noun that merely opens a sentence."""
    return without_genitive(word).removesuffix("s") in _COMMON


def _base(name: str) -> str:
    """`name` without a genitive: by its apostrophe, or by an -s that a registered name or a known ending does not have."""
    bare = without_genitive(name)
    if bare == name and name.endswith("s") and name not in KNOWN:
        last = name.split(" ")[-1][:-1]
        if name[:-1] in KNOWN or last in _LAST_WORDS or _CLOSING.of(last, spare=1) is not None:
            return name[:-1]
    return bare
