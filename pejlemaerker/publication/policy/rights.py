"""The file `policy/rights.toml`: on what ground words of a document are published, and how many. It is read strictly.

Rules are asked in their order and the first that fits a document decides; docs/rights.md says how to write them. Which words
are chosen is for `publication.editions`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from schemas.documents import KINDS, RIGHTS_BASES

from .errors import PolicyError
from .stated_licences import identifier, may_be_reprinted
from .toml_files import stated_in

_WHEN = ("publisher", "kind", "licence", "host")
_GRANT = ("basis", "licence", "full_text", "share", "characters", "longest")
_WHOLE = ("licence", "official")  # the grounds on which a whole text may be published


@dataclass(frozen=True, slots=True)
class Grant:
    """What may be published of a document: all of it, or excerpts.

    All excerpts together are at most `share` of the clean text and at most so many `characters`; one is at most `longest`.
    """

    basis: str = "quotation"
    licence: str | None = None
    full_text: bool = False
    share: float = 0.15
    characters: int = 1_500
    longest: int = 400


@dataclass(frozen=True, slots=True)
class Rule:
    """A `grant` for the documents that fit every list of patterns in `when`."""

    grant: Grant
    when: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Rights:
    """The policy: `rules` in order, else the licence a document states where those count, else the `default`."""

    rules: tuple[Rule, ...] = ()
    default: Grant = field(default_factory=Grant)
    stated_licences: bool = True

    def of(self, publisher: str | None, kind: str, licence: str | None, url: str | None) -> Grant:
        """What may be published of a document that says this of itself; its `licence` is by the policy, else as stated."""
        known = identifier(licence) if licence else None
        host = (urlsplit(url).hostname or "") if url else ""
        said: dict[str, list[str | None]] = {
            "publisher": [publisher],
            "kind": [kind],
            "licence": [known, licence],
            "host": [host],
        }
        for rule in self.rules:
            if all(_fits(patterns, said[name]) for name, patterns in rule.when.items()):
                return replace(rule.grant, licence=rule.grant.licence or known or licence)
        if self.stated_licences and known and may_be_reprinted(known):
            return replace(self.default, basis="licence", licence=known, full_text=True)
        return replace(self.default, licence=self.default.licence or known or licence)


def read_rights(path: Path) -> Rights:
    """The policy in the file `path`; where there is no file, short excerpts of everything. PolicyError says what is wrong."""
    if not path.exists():
        return Rights()
    stated = stated_in(path)
    where = path.name
    _known(stated, ("stated_licences", "default", "rule"), where)
    trusted = stated.get("stated_licences", True)
    if not isinstance(trusted, bool):
        raise PolicyError(f"{where}: stated_licences is true or false, without quote marks.")
    default = _grant(_table(stated.get("default", {}), f"{where}: default"), f"{where}: default", Grant())
    rules = stated.get("rule", [])
    if not isinstance(rules, list):
        raise PolicyError(f"{where}: a rule opens with a line [[rule]], in double brackets.")
    found = tuple(_rule(item, f"{where}: rule number {number}", default) for number, item in enumerate(rules, 1))
    return Rights(found, default, trusted)


def _rule(stated: object, where: str, default: Grant) -> Rule:
    rule = _table(stated, where)
    _known(rule, ("when", *_GRANT), where)
    when = _table(rule.get("when", {}), f"{where}: when")
    _known(when, _WHEN, f"{where}: when")
    if not when:
        raise PolicyError(f'{where} does not say for what. Give it a line such as when.publisher = ["Strandby *"].')
    if "basis" not in rule:
        raise PolicyError(f"{where} gives no basis. Write basis = with one of {', '.join(RIGHTS_BASES)}.")
    patterns = {name: _patterns(when[name], name, where) for name in when}
    own = {name: value for name, value in rule.items() if name != "when"}
    # A licence of the default is not that of every rule.
    return Rule(_grant(own, where, replace(default, licence=None, full_text=False)), patterns)


def _patterns(stated: object, name: str, where: str) -> tuple[str, ...]:
    listed = stated if isinstance(stated, list) else [stated]
    texts = [text for text in listed if isinstance(text, str) and text.strip()]
    if not texts or len(texts) < len(listed):
        raise PolicyError(f'{where}: when.{name} is a list of texts, as in when.{name} = ["Strandby *"].')
    if name == "kind" and (wrong := sorted(set(texts) - set(KINDS))):
        raise PolicyError(f"{where}: when.kind has {', '.join(wrong)[:100]}. Choose among {', '.join(KINDS)}.")
    return tuple(_plain(text) for text in texts)


def _grant(stated: Mapping[str, Any], where: str, beside: Grant) -> Grant:
    """What is `stated`, and of what is not, the grant `beside` it."""
    _known(stated, _GRANT, where)
    if stated.get("basis", beside.basis) not in RIGHTS_BASES:
        raise PolicyError(f"{where}: basis is one of {', '.join(RIGHTS_BASES)}.")
    licence = stated.get("licence")
    if licence is not None and not (isinstance(licence, str) and licence.strip()):
        raise PolicyError(f'{where}: licence is a text, as in licence = "CC-BY-4.0".')
    share = stated.get("share", beside.share)
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 1:
        raise PolicyError(f"{where}: share is a number from 0 to 1, as in share = 0.15.")
    for name in ("characters", "longest"):
        number = stated.get(name, 0)
        if isinstance(number, bool) or not isinstance(number, int) or number < 0:
            raise PolicyError(f"{where}: {name} is a whole number, as in {name} = {getattr(Grant(), name)}.")
    if not isinstance(stated.get("full_text", False), bool):
        raise PolicyError(f"{where}: full_text is true or false, without quote marks.")
    if licence is not None:
        stated = {**stated, "licence": identifier(licence) or licence.strip()}
    grant = replace(beside, **stated)
    if grant.full_text and grant.basis not in _WHOLE:
        raise PolicyError(
            f"{where}: full_text goes with basis licence or official only. Write that, or full_text = false."
        )
    if grant.full_text and grant.basis == "licence" and not grant.licence:
        raise PolicyError(
            f'{where}: a whole text by licence needs its name. Write licence = "CC-BY-4.0", or its terms.'
        )
    return grant


def _fits(patterns: tuple[str, ...], values: list[str | None]) -> bool:
    return any(fnmatchcase(_plain(value), pattern) for value in values if value for pattern in patterns)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.strip()).casefold()


def _known(stated: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    if unknown := sorted(set(stated) - set(known)):
        raise PolicyError(f"{where} has {', '.join(unknown)[:200]}, but only {', '.join(known)} may stand there.")


def _table(stated: object, where: str) -> Mapping[str, Any]:
    if not isinstance(stated, dict):
        raise PolicyError(f"{where} is no table. Write it under a line in brackets, with lines name = value.")
    return stated
