"""Who recommends, and who should act."""

import re

from pejlemaerker.danish.lexicon import rows, words
from pejlemaerker.danish.reporting import VERBS

_FINITE = words("finite_verbs") | {
    form for form, verb in VERBS.items() if verb.tense != "participle" and " " not in form
}
_STOPS = {row[0]: row[1] for row in rows("phrase_stops")}
_PRONOUNS = frozenset({"vi", "i", "de", "man", "du", "jeg"})
_NOT_ACTORS = frozenset({"det", "der", "dette", "her", "den", "dem", "hvilket", "derfor", "så", "nu", "og", "men"})
_CLAUSE_START = re.compile(r"(?:[.;:!?”“»«\"(]\s*|,\s+|\s(?:at|og|men|hvor|derfor|så)\s+)")
_PASSIVE = re.compile(r"\s+(?:[\w-]+\s+){0,4}?\w{3,}s\b(?!\s+\w+s\b)")
_PHRASE = re.compile(
    r"\s*((?:alle|de|den|det|vores|deres|en|et|enhver|hver|flere|vi|landets|også|både)?\s?(?:[\w-]+)(?:\s(?:og\s)?[\w-]+){0,5})"
)
_THAT = re.compile(r"\s*(?:til\s*)?,?\s*(?:at)\s+")
_FOR_WHOM = re.compile(r"\s*((?:[\w-]+\s+){1,6}?)(?:til|om)\b")
_ADVERBS = words("clause_adverbs")


def addressee_of_modal(text: str, start: int, end: int, form: str) -> str | None:
    """The words for who should act, in a sentence whose modal stands at text[start:end]; None for passives and things."""
    if form == "ansvar":
        owner = re.search(r"\b([\w-]+?)s\s+(?:[\w-]+\s+){0,4}?(?:ansvar|opgave|pligt)\s+at", text[start:end])
        return owner[1] if owner else None
    if " " in form or form in ("kræver", "forudsætter", "fordrer", "kræves"):
        return _of_need(text, start, end, form)
    if _is_passive(text, end):
        return None
    return _subject_before(text, start) or _subject_behind(text, end)


def addressee_of_performative(text: str, end: int) -> str | None:
    """Who is asked, behind a recommending verb: `opfordrer regeringen til`, `foreslår, at kommunerne …`."""
    asked = _FOR_WHOM.match(text, end)
    if asked and not asked[1].split()[0].lower().startswith(("til", "at", "om", "også", "derfor")):
        phrase = asked[1].strip()
        if not any(word.lower() in _FINITE or word.lower() == "at" for word in phrase.split()):
            return phrase
    that = re.compile(r"[^.;:!?]{0,40}?\bat\s+").match(text, end)
    return _subject_of_clause(text, that.end()) if that else None


def _is_passive(text: str, end: int) -> bool:
    words_behind = re.findall(r"[\w-]+|[,.;:!?–]", text[end:])[:9]
    for word in words_behind:
        if word in ",.;:!?–":
            return False
        low = word.lower()
        if low.endswith("es") and len(low) > 4 and low not in ("findes", "lykkes", "deres", "mødes", "trives", "synes"):
            return True
    return False


def _subject_before(text: str, start: int) -> str | None:
    """`Vi offentlige ledere skal …`: the words between the start of the clause and the modal."""
    begin = 0
    for match in _CLAUSE_START.finditer(text, 0, start):
        begin = match.end()
    phrase = text[begin:start].split()
    while phrase and phrase[-1].lower() in _ADVERBS:
        phrase.pop()
    while phrase and (phrase[0].lower() in _ADVERBS or phrase[0].lower() in ("men", "og", "at", "så")):
        phrase.pop(0)
    if (
        not phrase
        or len(phrase) > 7
        or phrase[0].lower() in _NOT_ACTORS
        or (phrase[0].lower() in _STOPS and phrase[0].lower() not in _PRONOUNS | {"de", "den", "det"})
    ):
        return None
    if any(word.lower() in _FINITE for word in phrase):
        return None
    return " ".join(phrase)


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
            (low in _STOPS and low not in ("de", "den", "det")) or low in ("være", "have", "blive", "der", "det")
        ):
            return None
        found.append(word)
        if _is_group(low):
            return " ".join(found)
        if len(found) >= 5:
            break
    return None


def _is_group(word: str) -> bool:
    """Whether a noun is in the definite form, as who should act mostly is: `kommunerne`, `ledelsen`, `staten`."""
    return (len(word) > 4 and word.endswith(("erne", "ene", "en", "et", "ne"))) or word.isupper()


def _of_need(text: str, start: int, end: int, form: str) -> str | None:
    if form.endswith("nødt til") or form.startswith(("er nødsaget", "er forplig", "er tvung")):
        return _subject_before(text, start) or _subject_behind(text, start + 2)
    that = re.compile(r"[^.;:!?]{0,25}?\bat\s+").match(text, end)
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
            low in _FINITE
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
