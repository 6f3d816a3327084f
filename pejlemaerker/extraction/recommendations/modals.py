"""Sentences that say what ought to be done: `skal`, `må`, `bør`, `er nødt til`, `har brug for`, `det kræver` …

Most sentences with `skal` are none: they tell a plan, a duty, a condition, a purpose or hearsay. Each way of being none is
a pattern of its own below.
"""

import re
from dataclasses import dataclass

from pejlemaerker.danish.alternatives import alternatives
from pejlemaerker.danish.dates import dates
from pejlemaerker.danish.lexicon import rows
from pejlemaerker.danish.scanning import Gated, first_words, opened_by

_FORMS = {row[0]: row[2] for row in rows("modals")}
_WEAK = frozenset(
    {"mangler", "savner", "savnes", "behøver", "behøves", "trænger til", "kan ikke undgå", "er en forudsætning"}
)
_PARTS = "|".join(
    rf"{re.escape(head)}\s+(?:der\s+)?(?:(?!(?:at|som|der|og)\b)[\w-]+\s+){{0,4}}?{re.escape(rest)}"
    for head, _, rest in (form.partition(" ") for form in _FORMS if form not in ("er ansvar at", "er opgave at"))
    if rest
)
_MODAL = opened_by(
    rf"\b(?:{_PARTS}|{alternatives([form for form in _FORMS if ' ' not in form])})\b",
    [form for form in _FORMS if " " not in form],
    re.IGNORECASE,
    phrases=[form for form in _FORMS if " " in form],
)
_DUTY = Gated(
    r"\b(?:er|bliver)\s+(?:[\w-]+\s+){0,3}?[\w-]+s\s+(?:[\w-]+\s+){0,4}?(?:ansvar|opgave|pligt)\s+at\b"
    r"|\bhar\s+(?:et\s+|et\s+stort\s+)?ansvar(?:et)?\s+for\s+at\b",
    ("ansvar", "ansvaret", "opgave", "pligt"),
)
_CONDITION = re.compile(
    r"(?i:\b(?:hvis|når|hvornår|hvad|hvordan|hvorfor|hvem|hvilke[nt]?|hvor|om(?!\s+at\b)|for at|inden|før|end|selvom|mens|fordi|uden at)\b)"
    r"[^.;:!?,]*$"
)
_RELATIVE = re.compile(r"(?:,|\w)\s+(?:som(?!\s(?:udgangspunkt|minimum|hovedregel)\b)|der)\s+(?:\w+\s+){0,2}$")
_EXPLETIVE = re.compile(r"(?i:(?:^|\bat|\bog|\bmen|\bhvor|\bderfor|\bher|[.;:–-])\s*der\s+(?:\w+\s+)?$)")
# A clause without `som` that says which: `den bro, vi skal bygge`.
_CONTACT_CLAUSE = re.compile(
    r"\b(?:[Dd]en|[Dd]et|[Dd]e)\s+(?!er\b|var\b)[\w-]+(?:\s[\w-]+)?,\s+(?:vi|man|I|de|kommunerne)\s+$"
)
# `For at nå målet skal vi …`: the purpose stands in front, and the main clause follows without a comma.
_PURPOSE = re.compile(
    r"(?:(?:Men|Og)\s+f|F)or\s+at\s(?!(?:vi|de|man|I|du|det|den|der|alle)\s|[A-ZÆØÅ]|(?:[\w-]+\s)?[\w-]{3,}(?:erne|ene|nerne)\s(?:\w+\s)?$)"
)
_OPENS_CONDITION = re.compile(r"\s*(?:hvis|når|at\s+når|at\s+hvis|hvordan|hvad|hvor)\b")
_CARRIED_ON = re.compile(r"\s*og\b")
_THING = re.compile(r"(?i:\b(?:det|dette|der|her|situationen|udviklingen|opgaven|\w+en|\w+et)\s+(?:\w+\s+)?$)")
# `skal` and `må` rule as often as they ask; of `der skal` and `vi skal` the latter.
_RULING = frozenset({"skal", "må"})
_IMPERSONAL = re.compile(r"(?i:\b(?:der|vi)\s+(?:\w+\s+)?$)")
_PERMISSION = re.compile(
    r"\s+(?:\w+\s+){0,4}?(?:håbe|vente|konstatere|indrømme|erkende|nøjes|undvære|leve med|finde sig i)\b|"
    r"\s+(?:\w+\s+)?(?:gerne|godt|sige|siges|formodes|antages|"
    r"have\s+(?:været|gjort|fået|haft|sagt)|være\s+(?:sådan|klart))\b"
)
_HEARSAY = re.compile(r"\s+(?:efter sigende|angiveligt|have\s+(?:sagt|udtalt|gjort|været|fået|haft|modtaget)|nok)\b")
# What is planned, not asked for: `skal holdes`, `skal ligge klar`.
_PLANS = (
    *(
        "evalueres",
        "holdes",
        "afholdes",
        "indvies",
        "præsenteres",
        "forelægges",
        "behandles",
        "offentliggøres",
        "åbnes",
    ),
    *("begynder", "starte", "mødes", "stå i spidsen", "træde i kraft", "løbe", "vare", "godkendes", "drøftes"),
    *("ligge klar", "være færdig", "være klar", "tiltræde", "afløse", "flytte ind"),
)
_PLAN = Gated(
    rf"\b(?:{'|'.join(_PLANS)}|begynde(?!\s(?:med\s)?at))\b|\befter planen\b",
    {*(plan.split()[-1] for plan in _PLANS), "begynde", "planen"},
)
_LAW = re.compile(
    r"(?i:§|\bloven\b|\blovens\b|\blov om\b|\bbekendtgørelse|"
    r"^(?:ifølge|jf\.|efter)\s(?:\w+\s){0,3}?(?:regler\w*|lov\w*|udkast\w*|aftale\w*|plan\w*|vedtægt\w*)\b)"
)
_OF_LAW, _BY_LAW = ("§", "lov", "bekendtgørelse"), ("ifølge", "jf.", "efter")  # one of them stands in each match
# What somebody has not said, and what no law says, is asked for by nobody.
_NOT_SAID = re.compile(
    r"\b(?:ingen|aldrig|ikke)\s+(?:\w+\s+)?(?:sagt|siger|påstår|påstået|mener|lov|regel|krav)\b[^.;:!?]*$",
    re.IGNORECASE,
)
# What I shall do myself, and what one person or thing does day by day, is told, not asked for.
_MYSELF = re.compile(r"\b[Jj]eg\s+(?:\w+\s+)?$")
_MYSELF_BEHIND = re.compile(r"\s+jeg\b")
_HIM = re.compile(r"(?:^|[.,;:!?]\s+|\b(?:og|men|så|at)\s+)(?:han|hun)\s+(?:\w+\s+)?$", re.IGNORECASE)
_PERSON_BEFORE = re.compile(r"\b(?:jeg|vi|han|hun|de)\s*$")
_FEELING = re.compile(
    r"\s+(?!at\b)|\s+at\s+(?:være|tro|glæde|frygte|fejre|antage|mene|håbe|bekymre|formode|rose|takke|juble|smile|vente)\b"
)
# What is told of a decision or a feeling, not asked for: `byrådet har besluttet, at …`, `hun frygter, at …`.
_DECIDED = (
    *(
        "besluttet",
        "vedtaget",
        "aftalt",
        "bestemt",
        "fastsat",
        "enige om",
        "går ud på",
        "frygter",
        "frygtede",
        "bange for",
    ),
    *("glad for", "glæder sig over", "beklager", "bekymret for", "kritiserer", "kritiserede", "undrer sig over"),
    *("tvivler på", "ærgerlig over", "sådan"),
)
_TOLD = Gated(rf"(?i:\b(?:{'|'.join(_DECIDED)}),?\sat\b)[^.;:!?]*$", first_words(_DECIDED))
_EACH_YEAR = re.compile(
    r"\s+(?:\w+\s+)?(?:hvert\s(?:år|kvartal|halvår)|hver\s(?:måned|uge|dag)|årligt|månedligt|ugentligt|dagligt)\b"
)
_MENTIONED = re.compile(r"\s+(?:\w+\s+){0,2}?(?:siges|nævnes|bemærkes|tilføjes|erkendes|indrømmes)\b")
_PERHAPS = re.compile(r"\s+(?:\w+\s+)?(?:måske|muligvis|formentlig|sandsynligvis|afsted|af sted)\b")
_TODAY = re.compile(r"^(?:I dag|I øjeblikket|For tiden|Allerede nu)\s+$")
_NEGATED_NEED = re.compile(r"\b(?:ikke|aldrig|intet|ingen)\s+(?:\w+\s+)?(?:behov|brug|nødvendig)")
_DIGIT = re.compile(r"\d")
_FORM = ("felter", "udfyld", "cookies", "tilmeld")


# By its ending an expression, and what follows it where it states a fact.
_TELLING = (
    ("ansvar for", re.compile(r"\s+(?!at\b)")),
    ("ansvaret for", re.compile(r"\s+(?!at\b)")),
    ("grund til", _FEELING),
    ("skylder", re.compile(r"(?!.*\bat\b)")),
    ("tvunget til", re.compile(r"\s+det\b")),
    ("kræver", re.compile(r"\s+(?:noget|meget|en del|sit|sin)\b")),
)


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal expression at text[start:end] that says what ought to be done."""

    start: int
    end: int
    form: str
    strength: str


def modal(text: str, *, narrated: bool, described: bool = False) -> Modal | None:
    """The first modal expression of the sentence `text` that asks for something; None without one.

    `narrated`: the sentence is a journalist's, so that what it says shall happen is rather a plan.
    `described`: it stands in a text that tells how things are arranged, so that `skal` and `må` tell a rule.
    """
    found = _first(text, narrated, described)
    if found is None or (text.rstrip("”“»\"' ").endswith("?") and ": " not in text):
        return None
    low = text.lower()
    ruled = (any(word in low for word in _OF_LAW) or low.startswith(_BY_LAW)) and _LAW.search(text) is not None
    return None if ruled or any(word in low for word in _FORM) else found


def _first(text: str, narrated: bool, described: bool) -> Modal | None:
    """The first that asks, wherever the sentence stands."""
    for match in _MODAL.finditer(text):
        ruled = match[0].lower() in _RULING and _IMPERSONAL.search(text, 0, match.start()) is None
        if described and (ruled or _EACH_YEAR.match(text, match.end())):
            continue
        if _asks(text, match, narrated):
            return Modal(match.start(), match.end(), match[0].lower(), _strength(match[0].lower()))
    duty = None if _DIGIT.search(text) else _DUTY.search(text)
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
    if form in _WEAK or _conditional(before) or _CONTACT_CLAUSE.search(before):
        return False
    if _NOT_SAID.search(before) or (_TOLD.may_match(text) and _TOLD.pattern.search(before)):
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
    return bool(after.strip()) and not _tells(before, after, form)


def _tells(before: str, after: str, form: str) -> bool:
    """Whether an expression of need or duty tells a fact here: `jeg har ansvaret for borgerservice`, `det kræver meget`."""
    follows = next((pattern for ending, pattern in _TELLING if form.endswith(ending)), None)
    if follows is not None and follows.match(after):
        return True
    return form in ("kræver", "kalder på", "fordrer") and _PERSON_BEFORE.search(before) is not None


def _conditional(before: str) -> bool:
    """Whether the clause that ends in `before` is a condition, a time, a purpose or an embedded question, or goes on with one."""
    parts = before.split(", ")
    if _CONDITION.search(parts[-1]) and not (len(parts) == 1 and _PURPOSE.match(before)):
        return True
    return len(parts) > 1 and _CARRIED_ON.match(parts[-1]) is not None and _OPENS_CONDITION.match(parts[-2]) is not None


def _after_modal(before: str, after: str, form: str, narrated: bool, text: str) -> bool:
    if _HEARSAY.match(after) or (form == "må" and _PERMISSION.match(after)):
        return False
    if form in ("skal", "må") and (_MYSELF.search(before) or _MYSELF_BEHIND.match(after)):
        return False
    if _PERHAPS.match(after) or _MENTIONED.match(after):
        return False
    if form == "skal" and (_HIM.search(before) or _TODAY.match(before)):
        return False
    if len(after.split()) < 2 and len(before.split()) < 3:
        return False
    return form != "skal" or not _is_planned(after, narrated, text)


def _is_planned(after: str, narrated: bool, text: str) -> bool:
    """Whether what shall happen is told as a plan."""
    if _PLAN.may_match(text) and _PLAN.pattern.search(" ".join(after.split()[:6])):
        return True
    return narrated and any(date.precision == "day" for date in dates(text))
