"""Danish numbers: number words and figures to values, and values to number words.

Only numbers standing alone belong here. What a number counts, and how it stands in a sentence, belongs to `quantities`.
"""

import re

from pejlemaerker.danish.lexicon import rows

VALUES: dict[str, float] = {word: float(value) for word, value, kind in rows("numbers") if kind != "ordinal"}
ORDINALS: dict[str, int] = {word: int(value) for word, value, kind in rows("numbers") if kind == "ordinal"}
_SCALES = {word for word, _, kind in rows("numbers") if kind == "scale"}
_HUNDREDS = {word for word, _, kind in rows("numbers") if kind == "hundred"}
_LONGEST = 240  # characters; the longest standard phrase below 10**12 has about 190


def alternatives(words: list[str] | tuple[str, ...] | set[str]) -> str:
    """A regular expression for any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _kind(*kinds: str) -> str:
    return f"(?:{alternatives([word for word, _, kind in rows('numbers') if kind in kinds])})"


def grammar(gap: str, joined: bool) -> str:
    """A regular expression for a number phrase whose parts may be parted by `gap`.

    With `joined`, what could be two numbers side by side is not read as one: `fem og tyve` (only `femogtyve`), and
    `hundrede en` (only `hundrede og en`). The language it describes is finite, so matching takes bounded time.
    """
    one, hundred, scale = _kind("one"), _kind("hundred"), _kind("scale")
    tens = f"{_kind('one', 'unit')}{'og' if joined else f'{gap}og{gap}'}{_kind('ten')}"
    many = f"{tens}|{_kind('ten', 'teen')}|{_kind('unit')}"
    last = f"(?:{gap}(?:og{gap})?(?:{many})|{gap}og{gap}{one}{'' if joined else f'|{gap}{one}'})"
    half = f"{_kind('half')}|(?:(?:{many}){gap}(?:og{gap})?)?(?:{one}){gap}halvt?"
    hundreds = f"(?:(?:{half}|{one}|{_kind('unit', 'teen')}){gap})?{hundred}{last}?"
    rest = f"(?:{gap}(?:og{gap})?(?:{hundreds}|{one}(?={gap}tusind))|{last})"
    group = f"(?:{hundreds}|{half}|{many}|{one}|{_kind('zero')}|(?=tusind))"
    return f"{group}(?:{gap}{scale}{rest}?){{0,3}}"


_PHRASE = re.compile(grammar(r"\s{0,2}", joined=False))
_MORPHEME = re.compile(rf"{_kind('one')}\s*halvt?|{alternatives(set(VALUES))}")
_THOUSANDS = r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,4}|[1-9][0-9]{0,2}(?:[ \xa0\u2009\u202f][0-9]{3}){1,4}"
FIGURES = rf"(?:(?:{_THOUSANDS}|[0-9]{{1,15}})(?:,[0-9]{{1,6}})?[½¼¾]?|[½¼¾])"
_FIGURES = re.compile(FIGURES)
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def cardinal(words: str) -> float | None:
    """The value of a Danish number phrase (`to hundrede og femogtyve`, `halvanden million`), None if it is none.

    Parts may stand together or apart, with or without `og`; upper and lower case are the same.
    """
    phrase = words.strip().lower()
    if len(phrase) > _LONGEST or not phrase or not _PHRASE.fullmatch(phrase):
        return None
    total, group, ceiling = 0.0, 0.0, float("inf")
    for morpheme in _MORPHEME.findall(phrase):
        value = 0.5 if morpheme.endswith(("halv", "halvt")) else VALUES[morpheme]
        if morpheme in _SCALES:
            if value >= ceiling:
                return None
            total, group, ceiling = total + (group or 1) * value, 0.0, value
        else:
            group = (group or 1) * value if morpheme in _HUNDREDS else group + value
    return total + group


def figures(digits: str) -> float | None:
    """The value of figures in Danish style (`400.000`, `12 000`, `1.234,5`, `2½`), None if they are not so written."""
    text = digits.strip()
    if not _FIGURES.fullmatch(text):
        return None
    glyph = _GLYPHS.get(text[-1], 0.0)
    plain = re.sub(r"[.\s½¼¾]", "", text).replace(",", ".")
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
