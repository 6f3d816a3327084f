"""Who recommends, and who should act."""

import re

from pejlemaerker.danish.alternatives import alternatives
from pejlemaerker.danish.lexicon import rows, words
from pejlemaerker.danish.organisations import lookup
from pejlemaerker.danish.reporting import FINITE_VERBS
from pejlemaerker.danish.roles import indefinite, is_role
from pejlemaerker.danish.scanning import WordAnchored

_STOPS = {row[0]: row[1] for row in rows("phrase_stops")}
_GROUPS = frozenset(row[0].lower() for row in rows("collectives")) | frozenset(
    {"byråd", "kommune", "ministerier", "alle"}
)
_GROUP_ENDINGS = tuple(sorted({form for form in _GROUPS if " " not in form and len(form) >= 6}))
_PLURAL = WordAnchored(
    rf"[\w-]*{alternatives(form for form in _GROUP_ENDINGS if form.endswith('ne'))}(?![\w-])",
    re.IGNORECASE,
    endings=(form for form in _GROUP_ENDINGS if form.endswith("ne")),
)
_ACTIVE = frozenset({"findes", "lykkes", "deres", "mødes", "trives", "synes", "omgås", "færdes", "længes", "skændes"})
_BEFORE_PLACES = frozenset({"indenfor", "udenfor", "derfor", "samtidig", "ifølge", "hertil", "desuden"})
_PRONOUNS = frozenset({"vi", "i", "de", "man", "du", "jeg"})
_NOT_ACTORS = frozenset({"det", "der", "dette", "her", "den", "dem", "hvilket", "derfor", "så", "nu", "og", "men"})
# What stands before the verb and is no subject: a purpose, a capacity, a source.
_LEADING = re.compile(r"(?:(?:Men|Og)\s)?(?:[Ff]or\sat|[Ss]om|[Ii]følge|[Ee]fter)\s")
_CLAUSE_START = re.compile(r"(?:[.;:!?”“»«\"(]\s*|,\s+|\s(?:at|(?<!erne\s)og|men|hvor|derfor|så)\s+)")
_FOR_WHOM = re.compile(r"\s*((?:[\w-]+\s+){1,6}?)(?:til|om)\b")
_TO_DO = re.compile(r"\s*((?:[\w-]+\s+){1,4}?)at\b")
_ADVERBS = words("clause_adverbs")


def addressee_of_modal(text: str, start: int, end: int, form: str) -> str | None:
    """The words for who should act, in a sentence whose modal stands at text[start:end]; None for passives and things."""
    if form == "ansvar":
        owner = re.search(r"\b([\w-]+?)s\s+(?:[\w-]+\s+){0,4}?(?:ansvar|opgave|pligt)\s+at", text[start:end])
        return owner[1] if owner else _active_subject(text, start, start + len("har"))
    if " " in form or form in ("kræver", "forudsætter", "fordrer", "kræves"):
        return _of_need(text, start, end, form)
    if _is_passive(text, end):
        return None
    return _active_subject(text, start, end)


def addressee_of_performative(text: str, end: int) -> str | None:
    """Who is asked, behind a recommending verb: `opfordrer regeringen til`, `foreslår, at kommunerne …`."""
    asked = _FOR_WHOM.match(text, end)
    if asked and not asked[1].split()[0].lower().startswith(("til", "at", "om", "også", "derfor")):
        phrase = asked[1].strip()
        if not any(word.lower() in FINITE_VERBS or word.lower() == "at" for word in phrase.split()):
            return phrase
    told = _TO_DO.match(text, end)  # `anbefaler kommunerne at vente`
    if told is not None and is_actor(told[1].strip()):
        return told[1].strip()
    that = re.compile(r"[^.;:!?]{0,40}?\bat\s+").match(text, end)
    return _subject_of_clause(text, that.end()) if that else None


def _is_passive(text: str, end: int) -> bool:
    for word in re.findall(r"[\w-]+|[,.;:!?–]", text[end:])[:5]:
        low = word.lower()
        if word in ",.;:!?–":
            return False
        if low.endswith("es") and len(low) > 4 and not low.endswith(("ernes", "enes")) and low not in _ACTIVE:
            return True
    return False


def opens_adverbially(phrase: list[str]) -> bool:
    """Whether words before a verb are no subject but a time, a place or a purpose, so that the subject stands behind it."""
    first = phrase[0].lower()
    return (
        first in _ADVERBS
        or (first in _STOPS and first not in ("de", "den", "det", "vi", "man"))
        or first in _BEFORE_PLACES
    )


def _active_subject(text: str, start: int, end: int) -> str | None:
    """Who acts: in front of the modal, or behind it where an adverb or an object stands in front."""
    before = _clause_before(text, start)
    if before and _LEADING.match(text) and len(before) == len(text[:start].split()):
        return _subject_behind(text, end)
    subject = _without_adverbs(before)
    for phrase in (subject, _without_places(subject)):
        if phrase and is_actor(" ".join(phrase)):
            return " ".join(phrase)
    if (
        not subject
        or len(before) == 1
        or subject[0].lower() in _STOPS
        or before[0].lower() in _ADVERBS
        or _is_object(subject)
    ):
        return _subject_behind(text, end)
    return None


def _without_places(phrase: list[str]) -> list[str]:
    """`skolerne på øerne` -> `skolerne`."""
    end = next((i for i, word in enumerate(phrase) if i and _STOPS.get(word.lower()) == "preposition"), len(phrase))
    return phrase[:end]


def _is_object(phrase: list[str]) -> bool:
    """`Det skal vi …`, `Vores egen uro skal vi …`: what stands in front may be what is acted on."""
    return phrase[0].lower() in ("det", "dette", "den", "vores", "denne")


def plural_group(text: str) -> str | None:
    """The first group in the definite plural that `text` names (`kommunerne`, `skolelederne`); None when it names none."""
    match = _PLURAL.search(text)
    return match[0] if match else None


def is_actor(phrase: str) -> bool:
    """Whether a noun phrase names somebody who can act: a pronoun, a group, a body, a role."""
    parts = phrase.split()
    last = parts[-1].lower()
    if phrase.lower() in _PRONOUNS or parts[0].lower() == "vi":
        return True
    return (
        last in _GROUPS
        or last.endswith(_GROUP_ENDINGS)
        or is_role(last)
        or indefinite(last) is not None
        or lookup(parts[-1]) is not None
    )


def _clause_before(text: str, start: int) -> list[str]:
    """The words between the start of the clause and the modal."""
    begin = 0
    for match in _CLAUSE_START.finditer(text, 0, start):
        begin = match.end()
    return text[begin:start].split()


def _without_adverbs(words_before: list[str]) -> list[str]:
    phrase = list(words_before)
    while phrase and phrase[-1].lower() in _ADVERBS:
        phrase.pop()
    while phrase and (phrase[0].lower() in _ADVERBS or phrase[0].lower() in ("men", "og", "at", "så")):
        phrase.pop(0)
    if len(phrase) > 7 or any(word.lower() in FINITE_VERBS for word in phrase):
        return []
    return phrase


def _subject_behind(text: str, end: int) -> str | None:
    """`Derfor skal kommunerne …`: the words behind the modal, up to the infinitive."""
    found: list[str] = []
    for match in re.finditer(r"[\w-]+|[^\w\s]", text[end:]):
        word = match[0]
        low = word.lower()
        if not word[0].isalnum() or low in _ADVERBS or (found and (low in _STOPS or low == "at")):
            break
        if not found and low in _PRONOUNS:
            return word
        if not found and (
            (low in _STOPS and low not in ("de", "den", "det")) or low in ("være", "have", "blive", "der", "det", "og")
        ):
            return None
        found.append(word)
        if is_actor(low):
            return " ".join(found)
        if len(found) >= 5:
            break
    return None


def _of_need(text: str, start: int, end: int, form: str) -> str | None:
    if form.endswith("nødt til") or form.startswith(("er nødsaget", "er forplig", "er tvung")):
        return _active_subject(text, start, start + 2)
    that = re.compile(r"[^.;:!?]{0,25}?\bat\s+").match(text, end)
    own = _without_adverbs(_clause_before(text, start))
    if form.startswith("har") and own and own[0].lower() == "vi":
        return " ".join(own)
    if that is not None:
        return _subject_of_clause(text, that.end())
    leaders = re.compile(r"\s+((?:[\w-]+\s)?[\w-]+?(?:ere|erne|ne)),?\s+(?:som|der)\b").match(text, end)
    return leaders[1] if leaders else None


def _subject_of_clause(text: str, position: int) -> str | None:
    """The subject of the clause that begins at `position`: the words before its finite verb; None before an infinitive."""
    found: list[str] = []
    for match in re.finditer(r"[\w-]+|[^\w\s]", text[position:]):
        low = match[0].lower()
        if (
            low in FINITE_VERBS
            or low in ("skal", "må", "bør")
            or (
                found
                and re.fullmatch(r"\w{3,}(?:er|r)", low)
                and not low.endswith(("ere", "tioner"))
                and len(found) >= 1
                and _may_close(found)
            )
        ):
            phrase = [word for word in found if word.lower() not in _ADVERBS]
            return " ".join(phrase) if phrase and phrase[0].lower() not in _NOT_ACTORS else None
        if (
            not match[0][0].isalnum()
            or len(found) >= 6
            or (low in _STOPS and low not in ("de", "den", "det", "vi", "man", "de", "ikke", "også", "nu"))
        ):
            return None
        found.append(match[0])
    return None


def _may_close(found: list[str]) -> bool:
    last = found[-1].lower()
    return last in _PRONOUNS or last in _ADVERBS or last.endswith(("ne", "en", "et", "ere"))
