"""Direct quotes of a paragraph: its marked utterances with the reporting clauses beside and inside them, or those led by dashes."""

import re

from pejlemaerker.danish.alternatives import alternatives
from pejlemaerker.danish.reporting import AFTER_QUOTE, DIRECT_VERB, VERBS

from .dashes import dashed, is_dash_led, runs_in
from .judging import utterance_confidence
from .marks import Marked, marked
from .utterance import Utterance, trimmed

_HAS_SAID = r"(?:har|havde)(?=\s+(?:[\w.-]+\s+){1,8}?(?:sagt|udtalt|fortalt|forklaret|skrevet|understreget)\b)"
_CLAUSE = re.compile(rf"[\s,.–-]*(?P<verb>{_HAS_SAID}|{DIRECT_VERB})(?=\s)")
# `”…,” som viceskoleleder X siger`
_AS_SAYS = re.compile(rf"[\s,]*som\s+(?=(?:[\w.-]+\s){{1,10}}(?P<verb>{DIRECT_VERB}))")
_CALLED = re.compile(r"\b(?:hedder|hed|titlen|navnet|kaldet|overskriften|kaldes)\s*$")
_LATER = re.compile(rf"[\s.]*(?:Det|Sådan|Således|Ordene|Citatet|Meldingen)\s+(?P<verb>{DIRECT_VERB}|kommer)(?=\s)")
_AT_VERB = alternatives(
    [verb.form for verb in VERBS.values() if " " not in verb.form and verb.kind in ("say", "think", "ask", "deny")]
)
_ANNOUNCED = re.compile(
    rf"(?::\s*|\b(?:{_AT_VERB})\b[^.:!?]{{0,80}},?\s+at\s+|\b(?:{_AT_VERB})\b(?:(?!\sat\s)[^.:!?]){{0,60}}\s)$"
)
# What follows `lyder` when it reports: `lyder det fra X`, `lyder svaret`.
_SOUNDS = re.compile(
    r"\s+(?:det|fra|hos|budskabet|meldingen|svaret|beskeden|opfordringen|kravet|vurderingen|dommen|konklusionen)\b"
)
_LONG = 7  # words: so many between marks are rarely a name or a term
_SENTENCE_BREAK = re.compile(r"[.!?]\s")


def utterances(text: str) -> list[Utterance]:
    """Direct quotes in the `text` of a segment, in order."""
    outer = [item for item in marked(text) if item.depth == 0]
    led = is_dash_led(text)
    if (led and (AFTER_QUOTE.search(text) or not outer or outer[0].start > 6)) or (runs_in(text) and not outer):
        return dashed(text)
    found: list[Utterance] = []
    for item in outer:
        utterance = _judged(text, item, alone=len(outer) == 1) or _continued(text, item, found)
        if utterance is not None:
            found.append(utterance)
    return found or (dashed(text) if runs_in(text) else [])


def _continued(text: str, item: Marked, found: list[Utterance]) -> Utterance | None:
    """A few words in marks that go on behind a reporting clause: `”…,” siger X, ”og det mærkes.”`."""
    if not found or found[-1].clause is None:
        return None
    between = text[found[-1].clause : max(0, item.start - 1)]
    if not between.rstrip().endswith(",") or re.search(r"[.!?:]\s", between) or len(between) > 200:
        return None
    start, end = trimmed(text, item.start, item.end)
    return Utterance(start, end, "quote.continued") if end > start else None


def _judged(text: str, item: Marked, *, alone: bool) -> Utterance | None:
    start, end = trimmed(text, item.start, item.end)
    if start >= end:
        return None
    clause = _reporting(text, item)
    later = None if clause else _LATER.match(text, item.after)
    lead = _SENTENCE_BREAK.split(text[max(0, item.start - 160) : max(0, item.start - 1)])[-1]
    if clause is None and _CALLED.search(lead):
        return None
    announced = lead.rstrip().endswith(":") or (len(lead.split()) > 1 and _ANNOUNCED.search(lead) is not None)
    whole = alone and len(text) - (item.end - item.start) <= 6
    likely = utterance_confidence(text[start:end], reported=clause is not None, announced=announced, alone=whole)
    if likely <= 0 or (clause is None and _is_inside_sentence(text, item) and likely < 0.95 and not announced):
        return None
    found = clause or later
    return Utterance(
        start,
        end,
        _rule(text[start:end], item, reported=found is not None, announced=announced),
        found.end() if found else None,
        found["verb"] if found else None,
        announced and clause is None,
        later is not None,
    )


def _rule(words: str, item: Marked, *, reported: bool, announced: bool) -> str:
    """What the words were believed for: the counts of how often that is right are kept by it."""
    if not item.closed:
        return "quote.unclosed"
    if reported or announced:
        return "quote.reported" if reported else "quote.announced"
    return "quote.marked" if len(words.split()) > _LONG else "quote.short"


def _reporting(text: str, item: Marked) -> re.Match[str] | None:
    """The reporting clause right behind the marks. Behind a few words without a comma a verb is rather that of the sentence
    around them (`at ”effektivitet” lyder flot`).
    """
    clause = _CLAUSE.match(text, item.after) or _AS_SAYS.match(text, item.after)
    if clause is None:
        return None
    parted = text[item.start : item.end].rstrip()[-1:] in tuple(",.!?…") or "," in clause[0]
    size = len(text[item.start : item.end].split())
    before = text[max(0, item.start - 2) : item.start - 1]
    if size < 8 and text[item.start].islower() and before.isspace() and text[: item.start - 2][-1:].isalpha():
        return None  # the clause reports the whole sentence, of which these words are the end
    few = size < 4
    sounding = clause["verb"] in ("lyder", "lød") and not _SOUNDS.match(text, clause.end())
    return None if (few and not parted) or sounding else clause


def _is_inside_sentence(text: str, item: Marked) -> bool:
    """Whether marked words are a part of the sentence around them (`frisættelse er ”mere end et ord”`) and a short one."""
    before = text[max(0, item.start - 12) : max(0, item.start - 1)].rstrip()
    after = text[item.after : item.after + 12].lstrip()
    joined = bool(before) and before[-1] not in ".!?:" and after[:1] not in ("", ".", "!", "?")
    return joined and len(text[item.start : item.end].split()) < 12
