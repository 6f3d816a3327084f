"""Names of initiatives in a sentence.

A name is a compound with a head such as -reformen that is written as a name (`Nærhedsreformen`), a phrase with such a head, a head noun
followed by a name (`projektet X`), or words that say what something is called (`Ordningen hedder X`, `X er et projekt`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pejlemaerker.danish.alternatives import alternatives
from pejlemaerker.danish.capitals import UPPER, WORD, without_genitive
from pejlemaerker.danish.lexicon import rows, words
from pejlemaerker.danish.reporting import FINITE_VERBS
from pejlemaerker.danish.scanning import Gated, WordAnchored

_HEADS = {form: row[2] for row in rows("initiative_heads") for form in (row[0], row[1])}
DEFINITE = {row[1]: row[2] for row in rows("initiative_heads")}
# Nouns that are no name's own head, but are said to have a name.
_NAMED_NOUNS = words("named_things")
_OPENERS = words("sentence_openers")
# Compounds with these heads name one thing in the whole country, so that they are names in lower case too.
_UNIQUE = frozenset({"reformen", "kommissionen"})
_THINGS = frozenset(_HEADS) | _NAMED_NOUNS
_heads, _definite, _things = (alternatives(forms, " ") for forms in (_HEADS, DEFINITE, _THINGS))
COMPOUND = WordAnchored(
    rf"(?<![\w-])(?P<name>(?P<first>[\w-]{{2,40}}?)(?P<head>{_definite})(?:\s(?:19|20)\d\d)?)(?P<case>s?)(?![\w-])",
    re.IGNORECASE,
    endings={*DEFINITE, *(f"{form}s" for form in DEFINITE)},
)
_PHRASE = re.compile(
    rf"(?<![\w-])(?P<name>(?:Den|Det|De)\s(?:(?:{WORD})\s){{1,3}}?[{UPPER}]?[\w-]{{0,40}}?(?P<head>{_heads}))s?(?![\w-])"
)
# A name in capitals, small words between them: `Tid til Ledelse`, `To om Posten`, `Frirum 2020`.
_LINK = r"(?:til|for|og|af|med|om|efter|mod|før|uden)"
_NAME = rf"(?:{WORD}|Én|Ét)(?:\s{_LINK}\s(?:{WORD})|\s(?:{WORD})|\s(?:19|20)\d\d(?!\w))*"
_MARKED = r"[”“»«\"’'‘][^”“»«\"’'‘\n]{3,60}[”“«»\"’'‘]"
_GIVEN = r"(?:kaldet|med navnet|med titlen|ved navn|der hedder|som hedder|der hed|som kaldes|der kaldes|under navnet|under overskriften)"
# A noun behind which a name may follow; most are told to be none by that alone.
_NAME_FOLLOWS = rf"(?=[\w-]++(?::|,?\s(?:[{UPPER}”“»«\"’'‘]|kaldet|med|ved|der|som|under)))"
CALLED = WordAnchored(
    rf"(?<![\w-]){_NAME_FOLLOWS}(?P<head>(?:[\w-]{{0,40}}?)(?i:{_things}))(?:,?\s{_GIVEN}|(?P<colon>:))?,?\s(?P<name>{_MARKED}|{_NAME})",
    endings=_THINGS,
)
# `Ordningen hedder X`, `enheden, som får navnet X`, `det, der hedder X`, `vi kalder det X`.
_VERB = (
    r"(?:hedder|hed|kaldes|døbt|går under navnet|(?:får|fik|fået|har|bærer)\s(?:(?:det|sit|de)\s)?(?:[\w-]+\s){0,3}?navn(?:et)?|"
    r"(?:[Vv]i|[Dd]e|[Mm]an)\s(?:har\s)?(?:kalder|kaldt)\s(?:det|den|dem)?|under overskriften|under navnet)"
)
_NAMED = Gated(
    rf"\b{_VERB}\s*:?\s?(?P<name>{_MARKED}|{_NAME})",
    ("hedder", "hed", "kaldes", "døbt", "navnet", "navn", "kalder", "kaldt", "overskriften"),
)
_SAID_OF = re.compile(
    rf"(?i:(?<![\w-])[\w-]*(?:{_things})(?![\w-])|\bdet,?\s(?:der|som|vi)\b|\bvi kalder\b|\bunder (?:overskriften|navnet)\b)"
)
# `Fælles Spor er et ledelsesprojekt, hvor …`
_IS_ONE = re.compile(
    rf"^(?P<name>{_NAME})\s(?:er|var|bliver)\s(?:et|en)\s(?:[\w-]+\s){{0,2}}?[\w-]{{0,40}}?(?P<head>{_things})(?![\w-])"
)
_SOMEWHERE = re.compile(rf"\s(?:i|på)\s(?P<place>{WORD})")
_PLACES = frozenset(row[1] for row in rows("municipalities")) | words("countries")
_MARKS = "”“»«\"’'‘ "
_TITLE_WORDS, _FEW = 9, 5


@dataclass(frozen=True, slots=True)
class Named:
    """A name at text[start:end] of a sentence."""

    start: int
    end: int
    name: str
    kind: str
    rule: str


def names_in(text: str) -> list[Named]:
    """The names of initiatives in the sentence `text`; they may overlap, and may be names of people or organisations."""
    return list(_found(text))


def _found(text: str) -> Iterator[Named]:
    for match in CALLED.finditer(text):
        if _may_be_name(match):
            yield _clean(match, match["head"], "initiative.called")
    for match in _NAMED.finditer(text):
        thing = _SAID_OF.search(text[: match.start("name")])
        if thing is not None and _is_title(match["name"]):
            yield _clean(match, thing[0], "initiative.named")
    for match in _PHRASE.finditer(text) if "De" in text else ():
        yield _clean(match, match["head"], "initiative.phrase")
    one = _IS_ONE.match(text) if CALLED.may_match(text) else None  # both need the noun
    if one is not None and len(one["name"].split()) > 1 and one["name"].split()[0] not in _OPENERS:
        yield _clean(one, one["head"], "initiative.is_one")
    for match in COMPOUND.finditer(text):
        item = _compound(text, match)
        if item is not None:
            yield item


def _is_title(name: str) -> bool:
    """Whether words may be a name: few, and none that say something."""
    bare = name.strip(_MARKS).split()
    says = len(bare) > _FEW and any(word.lower() in FINITE_VERBS for word in bare)
    return len(bare) <= _TITLE_WORDS and not says and not bare[-1].endswith((".", "!", ","))


def _may_be_name(match: re.Match[str]) -> bool:
    name, head = match["name"], match["head"].lower()
    definite = head.endswith(tuple(DEFINITE)) or (head in _NAMED_NOUNS and head.endswith(("en", "et")))
    called = match.start("name") - match.end("head") >= 2
    marked = name[0] in _MARKS
    if match["colon"] and _goes_on(match):
        return False  # what follows is a sentence that merely opens with a capital
    return (definite or called) and _is_title(name) and (marked or name.split()[0] not in _OPENERS)


def _goes_on(match: re.Match[str]) -> bool:
    """Whether anything but a mark stands behind a name."""
    return match.string[match.end() :].strip(' .”“»«"') != ""


def _clean(match: re.Match[str], head: str, rule: str) -> Named:
    start, end = match.span("name")
    text = match.string
    goes_on = _SOMEWHERE.match(text, end)
    if goes_on is not None and goes_on["place"] not in _PLACES and text[end - 1] not in _MARKS:
        end = goes_on.end()  # `Hørt i Tide`, but `Platform i Vejen`
    if head[0].isupper() and match.start() > 0 and text[start].isupper() and rule == "initiative.called":
        start = match.start("head")  # `Lederskolen Vesterhav`: the noun is a part of the name
    while text[start] in _MARKS:
        start += 1
    while text[end - 1] in _MARKS:
        end -= 1
    return Named(start, end, without_genitive(text[start:end]), _kind(head), rule)


def _kind(head: str) -> str:
    low = head.lower()
    return next(
        (kind for form, kind in sorted(_HEADS.items(), key=lambda pair: -len(pair[0])) if low.endswith(form)), "other"
    )


def _compound(text: str, match: re.Match[str]) -> Named | None:
    """A compound: with a capital inside a sentence, or with a head that names one thing only."""
    name, head = match["name"], match["head"].lower()
    inside = (
        match.start() > 0 and text[match.start() - 1] == " " and text[: match.start()].rstrip()[-1:] not in '.!?:”»"'
    )
    if name.lower() in _HEADS or (name[0].islower() and head not in _UNIQUE) or name.isupper():
        return None
    if name[0].isupper() and not inside and head not in _UNIQUE:
        return None
    named = name[0].upper() + name[1:]
    return Named(
        *match.span("name"), named, DEFINITE[head], "initiative.compound" if name[0].isupper() else "initiative.lower"
    )
