"""Texts that a spreadsheet would take for a formula, and what is put in front of them."""

import re

PATTERN = r"(?s)^(?:['\t\r\n]|[=+\-@].)"  # the last also keeps a lone comparator, which is no formula, as it is
GUARD = "'"
_FORMULA = re.compile(PATTERN)


def guarded_cell(text: str) -> str:
    """`text` as no spreadsheet takes it for a formula."""
    return GUARD + text if _FORMULA.match(text) else text
