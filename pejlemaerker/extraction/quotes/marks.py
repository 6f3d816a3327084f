"""Quote marks and dashes: which stretches of a paragraph are marked off, before anything is said of what they are.

Danish writes ”…” with one and the same mark, »…«, «…», “…”, „…“ and "…", puts marks inside marks, forgets them, and opens each
paragraph of a long utterance without closing it. So each mark is judged by its neighbours first, and by its shape only
where they leave a doubt. Time is linear in the length of the text.
"""

import re
from dataclasses import dataclass

from pejlemaerker.danish.reporting import AFTER_QUOTE, DIRECT_VERB

MARKS = '”“„»«"‟'
_MARK = re.compile(f"[{MARKS}]")
_VERB_HERE = re.compile(rf"\s*{DIRECT_VERB}\s")
# Single marks are apostrophes far more often; with a reporting clause behind them they mark speech.
_SINGLE = re.compile(rf"(?<!\w)[‘’']([A-ZÆØÅ][^‘’']{{6,2000}}[,.!?])[’'](?=\s+{DIRECT_VERB}\s)")
_BEFORE_OPENING = set(" \t\n([{–—-:/") | {""}
_AFTER_CLOSING = set(" \t\n.,;:!?)]}–—-…/’'") | {""}
_DASH = re.compile(r"[-–—]\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words at text[start:end] between marks; `closed` is false when the closing mark is missing.

    `after` is where the text goes on behind the mark; `depth` is 0 for the outermost; `dash` for an utterance led by a dash.
    """

    start: int
    end: int
    after: int
    closed: bool = True
    depth: int = 0
    dash: bool = False


def marked(text: str) -> list[Marked]:
    """Stretches of `text` between quote marks, the outermost before what stands inside them."""
    stack: list[int] = []
    found: list[Marked] = []
    for match in _MARK.finditer(text):
        position = match.start()
        if (
            not stack
            and not found
            and _VERB_HERE.match(text, position + 1)
            and text[position - 1 : position] not in ("", " ")
        ):
            found.append(Marked(0, position, position + 1, closed=False))  # the opening mark was forgotten
        elif stack and _closes(text, position):
            opened = stack.pop()
            found.append(Marked(opened + 1, position, position + 1, depth=len(stack)))
        else:
            stack.append(position)
    if stack:
        found.append(_unclosed(text, stack[0]))
        found = [item for item in found if item is found[-1] or item.depth == 0 or item.start > stack[0]]
    if not found and (single := _SINGLE.search(text)) is not None:
        found.append(Marked(single.start(1), single.end(1), single.end()))
    return sorted((item for item in found if item.end > item.start), key=lambda item: (item.start, -item.end))


def dash_led(text: str) -> Marked | None:
    """The words behind a dash that opens `text`; None when there is no dash."""
    match = _DASH.match(text)
    return Marked(match.end(), len(text), len(text), dash=True) if match else None


def _closes(text: str, position: int) -> bool:
    before = text[position - 1] if position else ""
    after = text[position + 1] if position + 1 < len(text) else ""
    may_open = before in _BEFORE_OPENING and not after.isspace() and after != ""
    may_close = (after in _AFTER_CLOSING or after in MARKS) and not before.isspace() and before != ""
    if may_open != may_close:
        # A stray space before the mark: `… nu, "siger hun`.
        return may_close or (before == " " and bool(_VERB_HERE.match(text, position + 1)))
    return text[position] not in "„"


def _unclosed(text: str, opened: int) -> Marked:
    """From an opening mark without a partner: to a reporting clause if there is one, else to the end."""
    clause = AFTER_QUOTE.search(text, opened + 1)
    if clause is not None:
        end = clause.start() + (text[clause.start()] in "!?.…")
        return Marked(opened + 1, end, clause.start(), closed=False)
    return Marked(opened + 1, len(text), len(text), closed=False)
