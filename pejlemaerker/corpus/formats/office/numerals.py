"""How list numbers are written: digits, letters, Roman numerals."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MAX_ROMAN = 4999
_MAX_LETTERS = 26 * 30


def written(number: int, form: str) -> str:
    """`number` in the form that `form` shows for 1: a, A, i, I, 01; digits for any other."""
    if form in ("a", "A"):
        shown = _letters(number)
    elif form in ("i", "I"):
        shown = _roman(number)
    else:
        return f"{number:02}" if form == "01" else str(number)
    return shown.upper() if form.isupper() else shown


def _letters(number: int) -> str:
    # 27 is aa, 28 bb: word processors repeat the letter.
    if not 1 <= number <= _MAX_LETTERS:
        return str(number)
    return _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    if not 1 <= number <= _MAX_ROMAN:
        return str(number)
    written = ""
    for value, numeral in _ROMAN:
        count, number = divmod(number, value)
        written += numeral * count
    return written
