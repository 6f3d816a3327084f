"""Licences as people state them: which SPDX identifier `CC BY 4.0` or an address stands for, and whether it lets a text be reprinted.

What the dataset does with a licence is for `rights`.
"""

import re

_CREATIVE = re.compile(
    r"(?:https?://)?(?:www\.)?creativecommons\.org/licenses/(?P<url>by(?:-(?:nc|nd|sa))*)/(?P<url_version>\d\.\d)"
    r"|(?:cc|creative commons)[ -]*(?P<kind>(?:by|navngivelse|kreditering|attribution)(?:[ -]+[^\W\d]+)*?)"
    r"[ -]*(?P<version>\d\.\d)?(?:[ -]+(?:international|unported|dk|danmark|deed))*",
    re.IGNORECASE,
)
_DEDICATED = re.compile(
    r"(?:https?://)?(?:www\.)?creativecommons\.org/publicdomain/(?P<url>zero|mark)/1\.0|(?P<name>cc[ -]?0|pdm)(?:[ -]*1\.0)?",
    re.IGNORECASE,
)
# The longer forms in Danish and English for what the letters stand for.
_LETTERS = {
    **dict.fromkeys(("nc", "ikkekommerciel", "noncommercial"), "NC"),
    **dict.fromkeys(("nd", "ingenbearbejdelse", "ingenbearbejdelser", "noderivatives", "noderivs"), "ND"),
    **dict.fromkeys(("sa", "delpåsammevilkår", "sharealike"), "SA"),
    **dict.fromkeys(("by", "navngivelse", "kreditering", "attribution"), "BY"),
}
_OPEN = ("CC0-1.0", "CC-PDM-1.0", "MIT", "Apache-2.0", "BSD-3-Clause", "ODC-By-1.0", "ODbL-1.0", "PDDL-1.0")
_SPDX = {identifier.casefold(): identifier for identifier in _OPEN}
_LONGEST = 120  # characters of a name or an address
_REPRINTABLE = re.compile(r"CC-BY(?:-SA)?-\d\.\d")


def identifier(stated: str) -> str | None:
    """The SPDX identifier of a licence as `stated`; None when it is not one that is known, or has no version."""
    words = " ".join(stated.split()).strip(" .")[:_LONGEST]
    path = re.sub(r"(?:/deed\.\w+|/legalcode(?:\.\w+)?|/)+$", "", words)
    if match := _DEDICATED.fullmatch(path):
        mark = (match["url"] or match["name"]).casefold() in ("mark", "pdm")
        return "CC-PDM-1.0" if mark else "CC0-1.0"
    if match := _CREATIVE.fullmatch(path):
        version = match["url_version"] or match["version"]
        letters = _letters(match["url"] or match["kind"])
        return f"CC-{letters}-{version}" if letters and version else None
    return _SPDX.get(words.casefold())


def may_be_reprinted(licence: str) -> bool:
    """Whether a licence, by its identifier, lets anybody reprint the whole text, also where money is earned and words are masked."""
    return licence in _OPEN or _REPRINTABLE.fullmatch(licence) is not None


def _letters(kind: str) -> str | None:
    """`BY-NC-SA` in the order of the identifiers; None where a word is none of them."""
    said = [_LETTERS.get(word) for word in re.split(r"[ -]+", kind.casefold()) if word]
    if None in said or not said or said[0] != "BY":
        return None
    return "-".join(letters for letters in ("BY", "NC", "ND", "SA") if letters in said)
