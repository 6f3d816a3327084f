"""Where Danish words, numbers and marks begin and end. What a token means belongs to the modules that use it."""

import re
from itertools import groupby

from pejlemaerker.danish.lexicon import rows


def _alternation(names: list[str]) -> str:
    """Lower-case names as a pattern, grouped by first letter (of either case) so that few are tried on each word."""
    groups = groupby(sorted(names, key=lambda name: (name[0], -len(name))), key=lambda name: name[0])
    return "|".join(
        f"[{first}{first.upper()}](?:{'|'.join(re.escape(name[1:]) for name in group)})" for first, group in groups
    )


_ROWS = rows("abbreviations")
_SURE = _alternation([row[0] for row in _ROWS if row[2] == "no"])
_WORDLIKE = _alternation([row[0] for row in _ROWS if row[2] == "yes"])

# Tried in this order; bounded or possessive throughout, so every text takes linear time.
_TOKEN = re.compile(
    rf"""
      [^\W\d_]++(?=[\s,])                                             # a plain word, four tokens in five
    | (?:https?://|www\.)[^\s<>"”»)]*[^\s<>"”»).,;:!?]                # web addresses
    | (?<![\w.+-])[\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,4}}
    | (?:[\w-]{{1,63}}\.){{1,4}}(?:dk|com|org|net|eu)\b(?:/[\w/.-]*[\w/])?
    | (?:[^\W\d_]{{1,2}}\.){{2,}}                                     # B.T., o.s.v.
    | (?=\w{{1,7}}\.)(?:(?:{_SURE})\.(?!\w)|(?:{_WORDLIKE})\.(?=\s[a-zæøå\d]))
    | [A-ZÆØÅ]\.(?=\s[A-ZÆØÅ]) | [a-zæøå]\.(?=\s[a-zæøå])            # initials; the halves of `bl. a.`
    | \d{{1,3}}\.(?=\s[a-zæøå]|[-–]\d)                                # ordinals
    | (?:(?<=[.!?:]\s)|(?<![\s\S])|(?<=\n))\d{{1,2}}\.(?=\s)          # enumerators
    | (?:[Kk]a|[Hh]a|[Ss]ku|[Ss]gu|[Tt]a|[Gg]i|[Bb]li|[Kk]u)['’](?!\w)
    | \w++(?:(?:[-'’/&]|(?<=\d)[.,:–](?=\d))\w++)*+(?:-(?![\w-])|(?<=s)['’](?=\s\w))?
    | \.{{2,}}|!+|\?+|-+|\S
    """,
    re.VERBOSE,
)


def tokens(text: str) -> list[tuple[int, int]]:
    """Spans (start, end) of the tokens of `text`, in order and not overlapping; every non-space character is in one.

    Abbreviations, ordinals and initials keep their full stop (`bl.a.`, `31.`, `H.`), compounds their hyphens
    (`34-årige`, `majs-`), numbers their separators (`1.234,5`), genitives their apostrophe (`KL's`).
    """
    return [match.span() for match in _TOKEN.finditer(text)]
