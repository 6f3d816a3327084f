"""Danish numbers: number words and figures to values, and values to number words.

Only numbers standing alone belong here. What a number counts, and how it stands in a sentence, belongs to `quantities`.
"""

import re

from pejlemaerker.danish.number_grammar import HALF, ORDINALS, VALUES, alternatives, any_of, decimals, grammar, words_of

_SCALES = frozenset(words_of("scale"))
_FACTORS = frozenset(words_of("hundred", "lot"))
_LONGEST = 240  # characters; the longest standard phrase below 10**12 has about 190
_GAP = r"\s{0,2}"
_PHRASE = re.compile(grammar(_GAP, apart=True, loose=True))
# `hundredenogtres` is `hundred` and `enogtres`; the longest word first would be `hundrede`.
_MORPHEME = re.compile(rf"{HALF}|(?:hundred|tusind)(?=en\s*og|elleve)|{alternatives(VALUES)}")
_DECIMALS = re.compile(rf"\s*(?P<digits>{decimals(_GAP, apart=True)})\s*(?P<scale>{any_of('scale')})?")
_DIGITS = re.compile(rf"{any_of('one', 'unit')}\s*og\s*{any_of('ten')}|{alternatives(VALUES)}")
_NTH = re.compile(rf"(?:({any_of('one', 'unit')})og)?({alternatives(ORDINALS)})")
_THOUSANDS = r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}|[1-9][0-9]{0,2}(?:[ \xa0\u2009\u202f][0-9]{3}){1,4}"
GLYPHS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8}
_GLYPH = f"[{''.join(GLYPHS)}]"
FIGURES = rf"(?:(?:{_THOUSANDS}|[0-9]{{1,15}})(?:,[0-9]{{1,6}})?{_GLYPH}?|{_GLYPH})"
_FIGURES = re.compile(FIGURES)


def cardinal(words: str) -> float | None:
    """The value of a Danish number phrase (`to hundrede og femogtyve`, `halvanden million`), None if it is none.

    Parts may stand together or apart, with or without `og`; upper and lower case are the same.
    """
    phrase = words.strip().lower()
    if len(phrase) > _LONGEST or not phrase or not _PHRASE.fullmatch(phrase):
        return None
    whole, comma, tail = phrase.partition("komma")
    if comma:
        return _with_decimals(_sum(whole), tail)
    return _sum(phrase)


def _sum(phrase: str) -> float | None:
    total, group, ceiling = 0.0, 0.0, float("inf")
    for morpheme in _MORPHEME.findall(phrase):
        value = _value(morpheme)
        if morpheme in _SCALES:
            if value >= ceiling:
                return None
            total, group, ceiling = total + (group or 1) * value, 0.0, value
        else:
            group = (group or 1) * value if morpheme in _FACTORS else group + value
    return total + group


def _value(morpheme: str) -> float:
    if morpheme.endswith("kvart"):
        return 0.75 if morpheme.startswith("tre") else 0.25
    return 0.5 if morpheme.endswith(("halv", "halvt")) else VALUES[morpheme]


def _with_decimals(whole: float | None, tail: str) -> float | None:
    parts = _DECIMALS.fullmatch(tail)
    if whole is None or whole % 1 or not parts:
        return None
    digits = "".join(f"{_sum(part):.0f}" for part in _DIGITS.findall(parts["digits"]))
    scale = VALUES[parts["scale"]] if parts["scale"] else 1.0
    return round(float(f"{whole:.0f}.{digits}") * scale, 6)


def ordinal(word: str) -> int | None:
    """The place that an ordinal names (`tredje`, `femogtyvende`), None if `word` is none. Lower case."""
    parts = _NTH.fullmatch(word)
    if not parts:
        return None
    unit, nth = parts[1], ORDINALS[parts[2]]
    if unit:
        return nth + int(VALUES[unit]) if 20 <= nth < 100 else None
    return nth


def figures(digits: str) -> float | None:
    """The value of figures in Danish style (`400.000`, `12 000`, `1.234,5`, `2½`), None if they are not so written."""
    text = digits.strip()
    if not _FIGURES.fullmatch(text):
        return None
    glyph = GLYPHS.get(text[-1], 0.0)
    plain = re.sub(rf"[.\s]|{_GLYPH}", "", text).replace(",", ".")
    return float(plain or 0) + glyph


def number(text: str) -> float | None:
    """The value of `text` as figures or as words, None if it is neither."""
    value = figures(text)
    return cardinal(text) if value is None else value


_ONES = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten",
         "fjorten", "femten", "seksten", "sytten", "atten", "nitten")  # fmt: skip
_TENS = ("", "", "tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems")
_STEPS = ((10**9, "en milliard", "milliarder"), (10**6, "en million", "millioner"), (1000, "et tusind", "tusind"))


def write_cardinal(value: int) -> str:
    """The number phrase for `value`, 0 to 999,999,999,999: `to hundrede og femogtyve`. ValueError outside that."""
    if not 0 <= value < 10**12:
        raise ValueError(f"no number words for {value}: give a whole number from 0 to 999,999,999,999")
    parts: list[str] = []
    for size, single, plural in _STEPS:
        count, value = divmod(value, size)
        if count:
            parts.append(single if count == 1 else f"{_below_thousand(count)} {plural}")
    if value or not parts:
        linked = ["og"] if parts and value < 100 else []
        parts += [*linked, _below_thousand(value)]
    return " ".join(parts)


def _below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    head = f"{'et' if hundreds == 1 else _ONES[hundreds]} hundrede" if hundreds else ""
    if head and not rest:
        return head
    tail = (
        _ONES[rest]
        if rest < 20
        else "og".join(filter(None, (_ONES[rest % 10] if rest % 10 else "", _TENS[rest // 10])))
    )
    return f"{head} og {tail}" if head else tail
