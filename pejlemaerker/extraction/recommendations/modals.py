"""Sentences that say what ought to be done: `skal`, `må`, `bør`, `er nødt til`, `har brug for`, `det kræver` …

Most sentences with `skal` are none: they tell a plan, a duty, a condition, a purpose or hearsay. Each way of being none is
a pattern of its own below.
"""

import re
from dataclasses import dataclass

from pejlemaerker.danish.dates import dates
from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.reporting import alternation

_FORMS = {row[0]: row[2] for row in rows("modals")}
_WEAK = frozenset(
    {"mangler", "savner", "savnes", "behøver", "behøves", "trænger til", "kan ikke undgå", "er en forudsætning"}
)
_PARTS = "|".join(
    rf"{re.escape(head)}\s+(?:(?!(?:at|som|der|og)\b)[\w-]+\s+){{0,4}}?{re.escape(rest)}"
    for head, _, rest in (form.partition(" ") for form in _FORMS if form not in ("er ansvar at", "er opgave at"))
    if rest
)
_MODAL = re.compile(rf"\b(?:{_PARTS}|{alternation([form for form in _FORMS if ' ' not in form])})\b", re.IGNORECASE)
_DUTY = re.compile(
    r"\b(?:er|bliver)\s+(?:[\w-]+\s+){0,3}?[\w-]+s\s+(?:[\w-]+\s+){0,4}?(?:ansvar|opgave|pligt)\s+at\b"
    r"|\bhar\s+(?:et\s+|et\s+stort\s+)?ansvar(?:et)?\s+for\s+at\b"
)
_CONDITION = re.compile(
    r"(?i:\b(?:hvis|når|hvornår|hvad|hvordan|hvorfor|hvem|hvilke[nt]?|hvor|om(?!\s+at\b)|for at|inden|før|end|selvom|mens|fordi)\b)"
    r"[^.;:!?,]*$"
)
_RELATIVE = re.compile(r"(?:,|\w)\s+(?:som|der)\s+(?:\w+\s+){0,2}$")
_EXPLETIVE = re.compile(r"(?i:(?:^|\bat|\bog|\bmen|\bhvor|\bderfor|\bher|[.;:–-])\s*der\s+(?:\w+\s+)?$)")
# A clause without `som` that says which: `den bro, vi skal bygge`.
_CONTACT_CLAUSE = re.compile(r"\b(?:[Dd]en|[Dd]et|[Dd]e)\s+[\w-]+(?:\s[\w-]+)?,\s+(?:vi|man|I|de|kommunerne)\s+$")
_OPENS_CONDITION = re.compile(r"\s*(?:hvis|når|at\s+når|at\s+hvis|hvordan|hvad|hvor)\b")
_CARRIED_ON = re.compile(r"\s*og\b")
_THING = re.compile(r"(?i:\b(?:det|dette|der|her|situationen|udviklingen|opgaven|\w+en|\w+et)\s+(?:\w+\s+)?$)")
_PERMISSION = re.compile(
    r"\s+(?:\w+\s+)?(?:gerne|godt|sige|siges|konstatere|indrømme|erkende|formodes|antages|"
    r"have\s+(?:været|gjort|fået|haft|sagt)|være\s+(?:sådan|klart))\b"
)
_HEARSAY = re.compile(r"\s+(?:efter sigende|angiveligt|have\s+(?:sagt|udtalt|gjort|været|fået|haft|modtaget)|nok)\b")
_PLAN = re.compile(
    r"\b(?:evalueres|holdes|afholdes|indvies|præsenteres|forelægges|behandles|offentliggøres|åbnes|begynde|begynder|starte|mødes|"
    r"stå i spidsen|træde i kraft|løbe|vare|godkendes|drøftes|ligge klar|være færdig|være klar|overtage|tiltræde|afløse|flytte ind)\b"
)
_LAW = re.compile(r"(?i:§|\bloven\b|\blovens\b|\bbekendtgørelse|\bifølge reglerne\b|\bretten til\b)")
_NEGATED_NEED = re.compile(r"\b(?:ikke|aldrig|intet|ingen)\s+(?:\w+\s+)?(?:behov|brug|nødvendig)")
_FORM = re.compile(r"(?i:felter|udfyld|skal udfyldes|cookies|tilmeld)")


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal expression at text[start:end] that says what ought to be done."""

    start: int
    end: int
    form: str
    strength: str


def modal(text: str, *, narrated: bool) -> Modal | None:
    """The first modal expression of the sentence `text` that asks for something; None without one.

    `narrated`: the sentence is a journalist's, so that what it says shall happen is rather a plan.
    """
    if (text.rstrip("”“»\"' ").endswith("?") and ": " not in text) or _FORM.search(text) or _LAW.search(text):
        return None
    for match in _MODAL.finditer(text):
        if _asks(text, match, narrated):
            return Modal(match.start(), match.end(), match[0].lower(), _strength(match[0].lower()))
    duty = _DUTY.search(text)
    return Modal(duty.start(), duty.end(), "ansvar", "must") if duty else None


def _strength(words: str) -> str:
    if words in _FORMS:
        return _FORMS[words]
    parts = words.split()
    return next(
        (
            strength
            for form, strength in _FORMS.items()
            if " " in form and form.split()[0] == parts[0] and words.endswith(form.split(" ", 1)[1])
        ),
        "must",
    )


def _asks(text: str, match: re.Match[str], narrated: bool) -> bool:
    before, after, form = text[: match.start()], text[match.end() :], match[0].lower()
    clause = re.split(r"[.;:!?]|,\s", before)[-1]
    if form in _WEAK or _conditional(before) or _CONTACT_CLAUSE.search(before):
        return False
    if form == "kalder på" and not _THING.search(before):
        return False
    if _RELATIVE.search(before) and not _EXPLETIVE.search(before):
        return False
    if form in ("skal", "må", "bør", "burde"):
        if not _after_modal(before, after, form, narrated, text):
            return False
        return not (match.start() == 0 and form in ("skal", "må"))  # `Skal vi lykkes, må vi …` opens with a condition
    if _NEGATED_NEED.search(text[match.start() : match.end() + 25]) or re.match(r"\s+ikke\b", after):
        return False
    return len(after.split()) >= 1 and not (
        form in ("kræver", "kalder på", "fordrer") and re.search(r"\b(?:jeg|vi|han|hun|de)\s*$", clause)
    )


def _conditional(before: str) -> bool:
    """Whether the clause that ends in `before` is a condition, a time, a purpose or an embedded question, or goes on with one."""
    parts = before.split(", ")
    if _CONDITION.search(parts[-1]):
        return True
    return len(parts) > 1 and _CARRIED_ON.match(parts[-1]) is not None and _OPENS_CONDITION.match(parts[-2]) is not None


def _after_modal(before: str, after: str, form: str, narrated: bool, text: str) -> bool:
    if _HEARSAY.match(after) or (form == "må" and _PERMISSION.match(after)):
        return False
    if len(after.split()) < 2 and len(before.split()) < 3:
        return False
    planned = _PLAN.search(after[:80]) or (narrated and any(date.precision == "day" for date in dates(text)))
    return not (form == "skal" and planned)
