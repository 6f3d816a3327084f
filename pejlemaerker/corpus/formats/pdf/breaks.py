"""Where one paragraph ends and the next one begins, told by white, indents, short lines and changes of type."""

from .body import Type
from .line import Line

_END = tuple(".!?:…\"”»’')")


def is_line_break(above: Line, line: Line, kind: Type) -> bool:
    """Whether only a line break parts two lines: same type, no more room between them, and no end of a sentence."""
    alike = abs(above.size - line.size) < 0.3 and above.bold == line.bold
    near = line.y - above.y < kind.step(line.size) * 1.2
    return alike and near and not above.is_row and not line.is_row and not above.text.endswith(_END)


def breaks(above: Line, line: Line, first: Line, right: float, kind: Type) -> bool:
    """Whether a paragraph that begins with `first` ends with `above`, and `line` opens the next one; `right`: of the column."""
    if line.mark is not None or above.is_row or line.is_row or abs(line.size - above.size) > 0.07 * above.size:
        return True
    step = line.y - above.y
    if step > 1.3 * kind.step(line.size) + 0.5 or step < -2:
        return True
    if above.bold != line.bold and _changes_weight(above, line, right):
        return True
    if first.mark is not None:
        return line.x0 < first.text_x - 0.8 * line.size and not line.text[0].islower()
    return _indented(above, line, first) or _ends_short(above, line, right) or _is_centred(above, line, kind)


def _changes_weight(above: Line, line: Line, right: float) -> bool:
    """A bold line above others is a heading when it ends before the edge; a bold lead-in fills its line."""
    short = right - above.x1 > 0.3 * (right - above.x0)
    return line.bold or short or _room(above, line, right) > 0


def _room(above: Line, line: Line, right: float) -> float:
    """How much room the first word of `line` would have left at the end of `above`; below 0 when it did not fit."""
    word = line.text.split(" ", 1)[0]
    width = (line.x1 - line.text_x) * (len(word) + 1) / max(len(line.text), 1)
    return right - above.x1 - width


def _indented(above: Line, line: Line, first: Line) -> bool:
    """Whether the first line of a paragraph is set in."""
    shift = line.x0 - above.x0
    if not 0.7 * line.size < shift < 5 * line.size:
        return False
    return above is not first or above.text.endswith(_END)


def _ends_short(above: Line, line: Line, right: float) -> bool:
    """Whether `above` ends before the edge although the next word would have fitted."""
    room = _room(above, line, right)
    if room <= 0.5 * line.size or line.text[0].islower() or above.text.endswith(("-", ",")):
        return False
    width = right - above.x0
    return room > (0.08 if above.text.endswith(_END) else 0.35) * width


def _is_centred(above: Line, line: Line, kind: Type) -> bool:
    """Whether two short lines stand under each other on one axis, each with words of its own (a name, a date)."""
    middles = abs((above.x0 + above.x1) - (line.x0 + line.x1)) < 6 and abs(above.x0 - line.x0) > line.size
    short = max(len(above.text), len(line.text)) < 50 and line.size < kind.body * 1.3
    return middles and short and not line.text[0].islower() and not above.text.endswith((",", "-"))
