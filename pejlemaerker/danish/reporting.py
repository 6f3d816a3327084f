"""Words that report speech: which verbs do, and where a clause with one of them stands.

Who speaks belongs to `extraction.quotes`. The verbs stand in `lexicons/speech_verbs.tsv`.
"""

import re
from dataclasses import dataclass

from .alternatives import alternatives
from .lexicon import rows, words
from .scanning import first_words


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A form of a reporting verb: `kind` say, think, show, ask or deny; what it takes is in `flags`."""

    form: str
    tense: str
    kind: str
    flags: frozenset[str]

    @property
    def particle(self) -> str:
        """The words of the form after the verb itself; empty for most."""
        return next((flag.removeprefix("particle=") for flag in self.flags if flag.startswith("particle=")), "")


VERBS = {row[0]: ReportingVerb(row[0], row[2], row[3], frozenset(row[4].split("|"))) for row in rows("speech_verbs")}


# Finite forms by which a stretch of words is told to be a clause: the most common verbs, and those that report.
FINITE_VERBS = words("finite_verbs") | {
    form for form, verb in VERBS.items() if verb.tense != "participle" and " " not in form
}


_DIRECT = [verb for verb in VERBS.values() if "direct" in verb.flags and verb.tense != "participle"]
_SINGLE = alternatives([verb.form for verb in _DIRECT if " " not in verb.form])
# Of a form in several words the rest may stand behind the subject: `peger direktøren på`.
_PARTED = "|".join(
    rf"{re.escape(head)}(?=\s+(?:[\w().-]+\s+){{0,6}}?{re.escape(rest)}\b)"
    for head, _, rest in (verb.form.partition(" ") for verb in _DIRECT)
    if rest
)
DIRECT_VERB = rf"(?:{_SINGLE}|{_PARTED})\b"
DIRECT_FIRST_WORDS = first_words(verb.form for verb in _DIRECT)
# Verbs that only people and bodies can be the subject of: capitals beside one of them are somebody's name.
_ALSO_OTHERWISE = words("other_subjects")
SAYING = (
    "(?:"
    + alternatives(
        [
            verb.form
            for verb in _DIRECT
            if verb.kind in ("say", "think") and " " not in verb.form and verb.form not in _ALSO_OTHERWISE
        ]
    )
    + r")\b"
)
AFTER_QUOTE = re.compile(rf"(?:[,!?.…]|[”“»«\"’']) *[,–-]? *({DIRECT_VERB})\s+(?=[\w(])")


def has_reporting_clause(text: str) -> bool:
    """Whether `text` holds words followed by a reporting clause: `…, siger X`, `… ?” spørger hun`."""
    return AFTER_QUOTE.search(text) is not None
