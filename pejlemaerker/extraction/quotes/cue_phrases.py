"""Indirect speech by a noun or a preposition: `Hendes råd er, at …`, `Budskabet fra X er, at …`, `ifølge X`, `efter X’ mening`."""

import re

from pejlemaerker.danish.lexicon import words
from pejlemaerker.danish.scanning import Gated

from .report_model import QUESTION, Report, stripped

_SAID = sorted(words("said_nouns"))
_NOUN_CUE = Gated(
    r"\b(?P<owner>Hans|Hendes|hans|hendes|[A-ZÆØÅ][\w’' -]{1,60}?(?:s|’s|'s|’|'))\s+(?:\w+\s+)?"
    rf"(?P<verb>{'|'.join(_SAID)})"
    r"(?:\s(?:til|på|om)\s[^,.;:]{2,60}?)?\s+(?:er|var|lyder|lød)(?:\s+klart?|\s+også|\s+derfor)?,?\s+at\s+",
    _SAID,
)
# `Budskabet fra X er, at …`
_NOUN_FROM = re.compile(
    r"(?:Budskabet|Meldingen|Vurderingen|Svaret|Rådet|Beskeden|Konklusionen|Forklaringen|Opfordringen|budskabet|meldingen|vurderingen|svaret|"
    r"beskeden)\s(?P<verb>fra|hos)\s(?=\w)(?P<owner>[^,.;:]{2,80}?)\s+(?:er|var|lyder|lød)(?:\s+klart?|\s+også|\s+derfor)?,?\s+at\s+"
)
_NOUN_COLON = re.compile(
    r"(?:(?P<owner>Hans|Hendes|[A-ZÆØÅ][\w’' -]{1,60}?(?:s|’s|'s|’|'))\s(?:\w+\s)?"
    r"(?P<verb>budskab|pointe|vurdering|konklusion|råd|svar|melding|opfordring|forklaring))"
    r"(?:\s(?:til|på|om)\s[^,.;:]{2,60}?)?\s(?:er|var|lyder|lød)(?:\s[\w ]{2,30})?:\s+(?=[A-ZÆØÅ])"
)
_ACCORDING = Gated(r"\b(?P<verb>[Ii]\s?følge)\s+", ("ifølge", "følge"))
_CLAUSE_START = re.compile(r"(?:^|[;:]\s|,\s(?:og|men|for)\s|\b(?:Og|Men|For|Også|Men også|Alligevel)\s)$")
_IN_THE_VIEW = Gated(
    r"(?:^|(?<=,\sog\s)|(?<=,\smen\s))[Ee]fter\s+(?:(?=[A-ZÆØÅ])(?P<owner>[^,.:]{3,80}?)(?:s|’|')|(?P<pronoun>hans|hendes)|(?P<title>[a-zæøå-]{4,}(?:en|et))s)\s+"
    r"(?P<verb>mening|opfattelse|vurdering|overbevisning)\s+",
    ("mening", "opfattelse", "vurdering", "overbevisning"),
)


def noun_report(text: str) -> Report | None:
    """What a sentence reports by a noun for what is said (`Hendes råd er, at …`); None when it reports nothing."""
    made = _by_noun(text)
    return made if made is not None and QUESTION.search(text) is None else None


def _by_noun(text: str) -> Report | None:
    if (match := _NOUN_FROM.match(text)) is not None:
        end = stripped(text, len(text))
        return Report(match.end(), end, "indirect", "indirect.noun_from", "budskabet", 0, match.start("owner"))
    if ":" in text and (match := _NOUN_COLON.match(text)) is not None:
        return Report(
            match.end(),
            len(text),
            "unmarked",
            "unmarked.noun",
            match["verb"],
            match.end("owner"),
            match.start("owner"),
            True,
        )
    match = _NOUN_CUE.search(text)
    if match is None:
        return None
    end = stripped(text, len(text))
    return Report(
        match.end(), end, "indirect", "indirect.noun", match["verb"], match.end("owner"), match.start("owner"), True
    )


def according_report(text: str) -> Report | None:
    """What a sentence reports by `ifølge X` or `efter X’ mening`; None when it reports nothing."""
    view = _IN_THE_VIEW.search(text)
    if view is not None:
        end = stripped(text, len(text))
        owner = next(view.start(name) for name in ("owner", "pronoun", "title") if view[name])
        return Report(view.end(), end, "indirect", "indirect.view", view["verb"], view.start("verb"), owner)
    match = _ACCORDING.search(text)
    if match is None or QUESTION.search(text):
        return None
    at, end = match.start(), stripped(text, len(text))
    if _CLAUSE_START.search(text[:at]):
        other = text.find(", men ", at)
        end = stripped(text, other) if other > 0 else end
        return Report(-1, end, "indirect", "indirect.according", "ifølge", at, match.end())
    if len(text[:at].split()) >= 4 and text[:at].rstrip().endswith(","):
        return Report(0, stripped(text, at), "indirect", "indirect.according", "ifølge", at, match.end())
    if len(text[:at].split()) >= 2 and not text[:at].rstrip().endswith((",", "(")):
        return Report(0, end, "indirect", "indirect.according_inside", "ifølge", at, match.end())
    return None
