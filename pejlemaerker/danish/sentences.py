"""Where sentences end inside one block of Danish text. Only boundaries belong here; splitting into blocks does not.

The text is searched once for marks that may end a sentence; each is then judged by what stands on either side of it.
"""

import re
from enum import Enum, auto

from pejlemaerker.danish.lexicon import rows

_NEAR, _REACH = 12, 300  # how far back a rule looks for a sentence's first word or a bracket: keeps hostile text linear

# Words that, with a capital, open a sentence rather than name something: enough to end one at `H. C.` or `Ph.d.`
_OPENER = re.compile(
    "Af|Alle|At|Både|Da|De|Den|Denne|Der|Derefter|Derfor|Deres|Derimod|Dermed|Derudover|Desuden|Det|Dette|Disse|Du|En|Er|"
    "Efter|Eller|Endelig|Endvidere|Et|For|Fordi|Fra|Før|Han|Hans|Har|Hendes|Her|Herefter|Hun|Hvad|Hvem|Hver|Hvilke|Hvis|"
    "Hvor|Hvordan|Hvorfor|I|Ifølge|Ikke|Ingen|Jeg|Man|Med|Men|Mens|Nogle|Nu|Når|Og|Også|Om|På|Selv|Selvom|Siden|Som|Så|"
    "Til|Ud|Under|Ved|Vi|Vores"
)
_MONTH = re.compile(
    "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|jan|feb|okt|nov|dec",
    re.IGNORECASE,
)
_DOMAINS = (".dk", ".eu", ".nu", ".no", ".se", ".de")
_QUOTES = "\"”“„»«’'‘([–—-* "

# Marks, the quotes and brackets that close on them (group 1), then white space (group 2) or at once the next word; or a blank line.
# Each run is entered only at its first mark and never given back, so a million dots cost a million steps. What stands before is looked at
# behind the first character, which `re` so finds at once.
_CANDIDATE = re.compile(
    r"""[.!?…\n](?:(?<=\n)[^\S\n]*+\n\s*+|(?<!\n)(?<![.!?…].)[.!?…]*+((?:["”“»«’'\])]|[ ]["”»](?=\s))*+)(\s++|(?=[A-ZÆØÅ])))"""
)
_NEXT = re.compile(r"""["”“„»«’'‘(\[*–—\-\s]*+(?:([^\W\d_]++)(?!\.)|(\d)|([^\W\d_])|([,;:.…)])|\Z)?""")
_INITIALS = re.compile(r"(?:[A-ZÆØÅ][a-zæøå]?\.-?){0,4}[A-ZÆØÅ]")
_DOTTED = re.compile(r"(?:[a-zæøå]{1,2}\.){1,4}[a-zæøå]{1,2}")
_VOWELLESS = re.compile(r"[b-df-hj-np-tv-xz]{2,4}")
_LABEL = re.compile(r"(?:§+|stk\.|kap\.|kapitel|artikel|punkt|pkt\.|trin)?", re.IGNORECASE)
_CREDIT = re.compile(r"\([^\s().!?]++(?:\s[^\s().!?]++){1,30}+\)(\s++)(?=[A-ZÆØÅ])")


class _Ends(Enum):
    """Whether a full stop after a word may end the sentence."""

    NEVER = auto()
    BEFORE_OPENER = auto()
    BEFORE_CAPITAL = auto()
    BEFORE_ANY = auto()


_KINDS = {"never": _Ends.NEVER, "sometimes": _Ends.BEFORE_OPENER, "often": _Ends.BEFORE_CAPITAL}
_ABBREVIATIONS = {row[0]: _KINDS[row[1]] for row in rows("abbreviations")}


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans (start, end) of the sentences of one block, in order and without white space at either end.

    Together they cover every character that is not white space. A blank line always ends a sentence, a single line
    break never does by itself. A quote stays with the reporting clause that follows it (`”Det går.” siger hun.`).
    """
    spans: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for match in _CANDIDATE.finditer(text):
        if match.start() < start or not _ends_here(text, start, match):
            continue
        end = match.end(1) if match[1] is not None else len(text[start : match.start()].rstrip()) + start
        start = _after_credit(text, start, end, spans)
        spans.append((start, end))
        start = match.end()
    end = len(text.rstrip())
    if start < end:
        spans.append((_after_credit(text, start, end, spans), end))
    return spans


def _after_credit(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> int:
    """Split off a bracketed line that opens the sentence, `(Foto: Ib Holm) Det ...`; the start of what follows it."""
    credit = _CREDIT.match(text, start, end) if text[start] == "(" else None
    if credit is None:
        return start
    spans.append((start, credit.start(1)))
    return credit.end()


def _ends_here(text: str, start: int, match: re.Match[str]) -> bool:
    closers, space = match[1], match[2]
    if closers is None or space.count("\n") > 1:
        return True
    following = _NEXT.match(text, match.end())
    word, digit, letter, mark = following.groups() if following else (None, None, None, None)
    if mark or (word or letter or "").islower():
        return False
    opener = _OPENER.fullmatch(word or "") is not None
    if ")" in closers or "]" in closers:
        return _bracket_ends(text, start, match.start(), opener)
    if closers or text[match.start() : match.start(1)] != ".":
        return bool(space) or _runs_on(text, match, opener or bool(closers))
    if not space:
        return _runs_on(text, match, opener)
    kind = _kind(text, start, match.start(), word or "")
    if kind is _Ends.BEFORE_CAPITAL:
        return not digit
    return kind is _Ends.BEFORE_ANY or (kind is _Ends.BEFORE_OPENER and opener)


def _runs_on(text: str, match: re.Match[str], likely: bool) -> bool:
    """Whether a sentence ends although the space after its mark was forgotten: `slut.Derefter`, but no web address."""
    before = text[max(0, match.start() - _NEAR) : match.start()].rsplit(None, 1)[-1:]
    return likely and bool(before) and len(before[0]) > 2 and before[0].isalpha() and before[0][1:].islower()


def _bracket_ends(text: str, start: int, mark: int, opener: bool) -> bool:
    """A mark inside a bracket ends the sentence if the bracket is all of it; in mid-sentence only before an opener."""
    reach = max(start, mark - _REACH)
    opening = max(text.rfind("(", reach, mark), text.rfind("[", reach, mark))
    if opening < 0 or not text[start : min(opening, start + _NEAR)].strip(_QUOTES):
        return True
    inside = text[opening + 1 : mark].rsplit(None, 1)
    return opener and bool(inside) and inside[-1].lower() not in _ABBREVIATIONS


def _kind(text: str, start: int, stop: int, following: str) -> _Ends:
    """What the full stop at `stop` may end, judged by the word it stands on."""
    before = text[max(start, stop - 40) : stop].rsplit(None, 1)
    if not before or text[stop - 1].isspace():
        return _Ends.BEFORE_ANY
    word = before[-1].lstrip(_QUOTES)
    begin = stop - len(word)
    ahead = text[start:begin].strip(_QUOTES) if begin - start < _NEAR else "far"
    if word.isdigit():
        return _number_kind(text, begin, word, following, _LABEL.fullmatch(ahead) is not None)
    part = word.replace("–", "/").rpartition("/")[2]
    known = _ABBREVIATIONS.get(part) or (_ABBREVIATIONS.get(part.lower()) if part[1:].islower() else None)
    if known:
        return known
    if len(part) == 1 and not ahead:
        return _Ends.NEVER
    shortened = _INITIALS.fullmatch(part) or _VOWELLESS.fullmatch(part) or _DOTTED.fullmatch(part)
    return _Ends.BEFORE_OPENER if shortened and not part.endswith(_DOMAINS) else _Ends.BEFORE_ANY


def _number_kind(text: str, begin: int, number: str, following: str, first: bool) -> _Ends:
    """Enumerators (`1. Først`) and dates never end a sentence; `Christian 4.` and `den 3.` only before an opener."""
    if len(number) > 2:
        return _Ends.BEFORE_ANY
    before = text[max(0, begin - 30) : begin].rstrip(_QUOTES)
    if first or before.endswith((":", ";")) or _MONTH.fullmatch(following):
        return _Ends.NEVER
    last = before.split()[-1:]
    if last and (last[0][0].isupper() or last[0] in ("den", "d.")):
        return _Ends.BEFORE_OPENER
    return _Ends.BEFORE_CAPITAL
