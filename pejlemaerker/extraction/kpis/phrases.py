"""The words for what a number counts: behind it (`700 ansatte`, `12 pct. af de ældre`), or before it (`fraværet faldt til 5 pct.`)."""

import re
from dataclasses import dataclass

from pejlemaerker.danish.imperatives import is_present
from pejlemaerker.danish.lexicon import rows, words
from pejlemaerker.danish.quantities import Quantity
from pejlemaerker.danish.reporting import FINITE_VERBS

_STOPS = {row[0]: row[1] for row in rows("phrase_stops")}
_WORD = re.compile(r"[\w.’'-]*\w[-]?")
_OF = re.compile(r"\s+(?:af|ud af)\s+")
# How often, which belongs to the figure: `11 timer om ugen på møder`.
_OFTEN = re.compile(
    r"\s+(?:om\s(?:ugen|dagen|året|måneden)|pr\.\s(?:uge|dag|år|måned)|årligt|ugentligt|dagligt|månedligt)\b"
)
_TO = re.compile(r"\s+(?:til|på)\s+(?=(?:et|en|at|de|den|det|flere|nye|bedre)?\s?[a-zæøå]{3,})")
_RESTRICTION = re.compile(r",?\s+(?:som|der)\s+[^.,;:!?”“»«\"()]{3,80}")
_HOLDER = re.compile(r"(?:^|[\s(])((?:[\w’'-]+\s+){0,3}[\w’'-]+)\s+(?:på|til|er|var|:)\s+$")
_CLAUSE = re.compile(
    r"(?:(?<!\bpr)(?<!\bca)(?<!\bkr)(?<!\bpct)(?<!\bmio)(?<!\bmia)(?<!\bgns)[.;:!?,]\s+|[(”“»«\"|]\s*)(?:(?:og|men|mens|at|så)\s+)?|\s(?:og|men|mens|at)\s+"
)
# `at reducere udledningen med 70 pct.`: what is changed stands between the verb and the figure.
_CHANGED = re.compile(
    r"\b(?:reducere|nedbringe|øge|hæve|sænke|mindske|begrænse|halvere|forbedre|løfte|skåret|sænket|hævet|øget|reduceret|nedbragt)\s+"
    r"((?:[\w-]+\s+){0,7}?[\w-]+?)\s+(?:med|til|fra)\s+(?:[\w,.-]+\s+til\s+)?(?:[\w-]+\s+){0,2}$"
)
# A part of a whole that somebody owns: `14 af kommunens 18 institutioner` is 14 of them.
_PART_OF = re.compile(r"\s+af\s+[\w-]+s\s+\d+\s+([\w-]+)")
# Words before a noun that a noun phrase does not open with elsewhere: `105 for tidlige dødsfald`.
_COMPARING = re.compile(
    r"\s+(?:for\s(?=(?:tidlige|sene|mange|få|store|små|høje|lave)\s)|(?:færre|flere)\b(?=\s(?:være|blive|komme|end|i|på)\b))"
)
# `Anlæg: 131 mio. kr.`, `Antallet af klager er steget til 12`
_LABEL = re.compile(r"(?:[-•–]\s)?(?P<label>[^:.!?”“»«\"]{3,70}):\s(?:[+–-]\s|(?:[a-zæøå]+\s){0,3})$")
_NUMBER_OF = re.compile(
    r"\b(?P<label>[Aa]ntal(?:let)?\s+af\s+(?:[a-zæøå-]+\s){0,3}?[a-zæøå-]+)\s(?:er|var|blev|steg|stiger|faldt|falder|lå|ligger|kom|nåede)\b"
    r"[^.;:!?,\d]{0,60}$"
)
_NO_SUBJECTS = words("no_subjects") | words("clause_adverbs")
_EXPLETIVES = frozenset({"der", "det", "her"})
# `24 af nattens koordinatorer`
_OF_OWNED = re.compile(r"\s+af\s+[\w-]+s\s+([a-zæøå][\w-]+)")
_MAX_WORDS = 7
# `hver femte i den arbejdsdygtige alder`
_AMONG = re.compile(r"\s+(?:i|på|blandt|over|under)\s+(?=[a-zæøå])")
_NEAR = 20  # characters between the subject and the figure
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the words, and the stretch text[start:end] that holds figure and words."""

    subject: str | None
    start: int
    end: int


def counted(text: str, quantity: Quantity) -> Counted:
    """What `quantity` counts in the sentence `text`; a null subject when the text does not say."""
    share = quantity.unit in ("percent", "percentage_points")
    if share or quantity.form == "fraction":
        return _of(text, quantity) or _before(text, quantity) or Counted(None, quantity.start, quantity.end)
    if quantity.unit == "count":
        part = _PART_OF.match(text, quantity.end)
        if part is not None:
            return Counted(part[1], quantity.start, part.end())
        owned = _OF_OWNED.match(text, quantity.end)
        if owned is not None and owned[1].lower() not in FINITE_VERBS:
            return Counted(owned[1], quantity.start, owned.end())
        end = _phrase_end(text, quantity.end)
        if end == quantity.end and quantity.form in ("change_from", "change_to"):
            return _before(text, quantity) or Counted(None, quantity.start, end)
        return Counted(text[quantity.end : end].strip() or None, quantity.start, end)
    return _for(text, quantity) or _before(text, quantity) or Counted(None, quantity.start, quantity.end)


def _of(text: str, quantity: Quantity) -> Counted | None:
    """`… af de ansatte, som har svaret`; for a ratio also the noun right behind it (`hver tredje leder`)."""
    match = _OF.match(text, quantity.end)
    if match is not None:
        end = _phrase_end(text, match.end(), over_prepositions=1)
        clause = _RESTRICTION.match(text, end)
        if clause is not None and re.match(r"(?:de|den|det|alle)\s", text[match.end() :]):
            end = clause.end()
        return Counted(text[match.end() : end].strip(), quantity.start, end) if end > match.end() else None
    end = _phrase_end(text, quantity.end)
    if end == quantity.end and quantity.form in ("every_nth", "ratio") and (group := _AMONG.match(text, quantity.end)):
        end = _phrase_end(text, group.end())
        end = quantity.end if end == group.end() else end
    subject = text[quantity.end : end].strip()
    return Counted(subject, quantity.start, end) if subject else None


def _for(text: str, quantity: Quantity) -> Counted | None:
    often = _OFTEN.match(text, quantity.end)
    match = _TO.match(text, often.end() if often else quantity.end)
    if match is None:
        return None
    end = _phrase_end(text, match.end(), over_prepositions=1)
    return Counted(text[match.end() : end].strip(), quantity.start, end) if end > match.end() else None


def _phrase_end(text: str, position: int, over_prepositions: int = 0) -> int:
    """Where the noun phrase that begins at `position` ends."""
    end, linked = position, False
    comparing = _COMPARING.match(text, position)
    if comparing is not None:
        position = end = comparing.end()
    for taken, match in enumerate(_WORD.finditer(text, position)):
        word = match[0].lower()
        if text[end : match.start()].strip() or taken >= _MAX_WORDS:
            break
        if word in ("og", "af"):
            following = _WORD.match(text, match.end() + 1)
            if (
                taken == 0
                or following is None
                or following[0].lower() in _STOPS
                or following[0].lower() in FINITE_VERBS
                or is_present(following[0].lower())
            ):
                break
            if following[0][0].isdigit():
                break
        elif taken and _STOPS.get(word) == "preposition" and over_prepositions and not linked:
            linked, over_prepositions = True, over_prepositions - 1
            following = _WORD.match(text, match.end() + 1)
            if following is None or following[0][0].isdigit():
                break
        elif (
            (word in _STOPS and not (taken == 0 and word in ("de", "den", "det", "flere")))
            or word in FINITE_VERBS
            or match[0][0].isdigit()
            # behind a noun in the definite plural comes no other: `12 pct. af børnene flyttet`
            or (taken and text[position:end].endswith(("erne", "ene")))
            or word in ("være", "blive", "komme", "have", "pr")
        ):
            break
        else:
            linked = False
        end = match.end()
    return _without_dangling(text, position, end)


def _without_dangling(text: str, start: int, end: int) -> int:
    """`end` without a preposition or conjunction that nothing follows."""
    while end > start:
        last = text[start:end].split()[-1].lower()
        if last not in _STOPS and last not in ("og", "af"):
            return end
        end = start + len(text[start:end].rstrip()[: -len(last)].rstrip())
    return end


def _before(text: str, quantity: Quantity) -> Counted | None:
    """The subject of the clause that ends in the figure (`andelen af tilfredse steg med 11 procentpoint`).

    The span holds the subject only where it stands near the figure.
    """
    place = _subject_before(text, quantity)
    if place is None:
        return None
    start, end = place
    often = _OFTEN.match(text, quantity.end)
    stop = often.end() if often else quantity.end
    near = quantity.start - end <= _NEAR and stop - start <= _LONGEST
    return Counted(text[start:end], start if near else quantity.start, stop)


def _opens_otherwise(word: str) -> bool:
    """Whether a phrase that begins with `word` is no noun phrase: a time, a place, a participle."""
    return word in _EXPLETIVES or word in _STOPS or word in _NO_SUBJECTS or is_present(word)


def _subject_before(text: str, quantity: Quantity) -> tuple[int, int] | None:
    """Where the words for what is measured stand in front of a figure."""
    changed = _CHANGED.search(text, 0, quantity.start)
    if changed is not None:
        return changed.span(1)
    label = _LABEL.match(text, 0, quantity.start) or _NUMBER_OF.search(text, 0, quantity.start)
    if label is not None:
        return label.span("label")
    start = 0
    for match in _CLAUSE.finditer(text, 0, quantity.start):
        start = match.end()
    holder = _HOLDER.search(text[start : quantity.start])
    clause = text[start : quantity.start]
    parts = list(_WORD.finditer(clause))
    verb = next((i for i, part in enumerate(parts) if part[0].lower() in FINITE_VERBS), None)
    if verb is not None and verb > 0 and not _opens_otherwise(parts[0][0].lower()):
        return start + parts[0].start(), start + parts[verb - 1].end()
    if verb is not None and verb + 1 < len(parts) and parts[verb + 1][0].lower() not in _NO_SUBJECTS:
        first = start + parts[verb + 1].start()
        end = _phrase_end(text[: quantity.start].rstrip(), first)
        if end > first and text[first:end].split()[-1].lower() not in _NO_SUBJECTS:
            return first, end
    if holder is not None and not _opens_otherwise(holder[1].split()[0].lower()):
        return start + holder.start(1), start + holder.end(1)
    return None
