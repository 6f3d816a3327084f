"""People and organisations that a person says are one, beyond what the names tell.

What is said is keyed to the text: each of them is named by a document and the name that stands there, so that an identifier which
has come to mean somebody else joins nobody. It is told after the machine has made its own of the names.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from pejlemaerker.corpus.identifiers import normalised

from .register import is_registered
from .same_name import components


@dataclass(frozen=True, slots=True)
class SaidSame:
    """Two or more actors of a kind (`people`, `organisations`): of each its id, a name, and a document where it bears that name."""

    kind: str
    ids: tuple[str, ...]
    names: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass
class Said:
    """All that is said to be `same`; filled in by `replacements`: what was `applied`, and what no longer holds with the reason.

    Only what is said of `documents` that are all there counts.
    """

    same: Sequence[SaidSame] = ()
    documents: frozenset[str] = frozenset()
    applied: list[SaidSame] = field(default_factory=list)
    stale: list[tuple[SaidSame, str]] = field(default_factory=list)

    def awake(self, kind: str | None = None) -> list[SaidSame]:
        """What is said of actors of a kind, or of both, in documents that are all there."""
        return [item for item in self.same if kind in (None, item.kind) and self.documents.issuperset(item.documents)]

    def replacements(self, kind: str, known: pl.DataFrame) -> dict[str, str]:
        """For each actor that is said to be one with others, the id of the one of them that stays.

        `known` holds document_id, name, actor_id (null when unsure) and the document's rank. A registered organisation stays, else
        the actor that is named first.
        """
        said = self.awake(kind)
        if not said:
            return {}
        there = _there(said, known)
        waiting, groups = list(said), dict[str, int]()
        while True:
            accepted = [item for item in waiting if _holds(item, there, groups)]
            if not accepted:
                break
            waiting = [item for item in waiting if item not in accepted]
            self.applied += [item for item in accepted if len({*_found(item, there)}) > 1]
            groups = _groups(self.applied, kind)
        self.stale += [(item, _changed(item, there)) for item in waiting]
        return self._replaced(groups, _ranks(groups, known))

    def _replaced(self, groups: Mapping[str, int], ranks: Mapping[str, int]) -> dict[str, str]:
        members: dict[int, list[str]] = {}
        for key, group in groups.items():
            members.setdefault(group, []).append(key)
        found: dict[str, str] = {}
        for keys in members.values():
            registered = [key for key in keys if is_registered(key)]
            if len(registered) > 1:
                about = [item for item in self.applied if set(item.ids) & set(keys)]
                self.stale += [(item, f"{' and '.join(sorted(registered))} are both registered") for item in about]
            stays = min(registered or keys, key=lambda key: (ranks.get(key, len(ranks)), key))
            found |= {key: stays for key in keys if key != stays}
        return found


Place = tuple[str, str]


def _there(said: Iterable[SaidSame], known: pl.DataFrame) -> dict[Place, str | None]:
    """Whom each name that is spoken of stands for, by document and normalised name."""
    spoken = {normalised(name) for item in said for name in item.names}
    names = [name for name in known["name"].unique() if normalised(name) in spoken]
    rows = known.filter(pl.col("name").is_in(names)).select(pl.col("document_id").cast(pl.String), "name", "actor_id")
    return {(document, normalised(name)): actor for document, name, actor in rows.sort(rows.columns).iter_rows()}


def _found(item: SaidSame, there: Mapping[Place, str | None]) -> list[str | None]:
    return [there.get((document, normalised(name))) for document, name in zip(item.documents, item.names, strict=True)]


def _holds(item: SaidSame, there: Mapping[Place, str | None], groups: Mapping[str, int]) -> bool:
    """Whether the names stand for the actors that are stated, or for ones that are one with them, or already for one."""
    found = _found(item, there)
    if None in found:
        return False
    pairs = zip(found, item.ids, strict=True)
    as_stated = all(now == then or (now in groups and groups[now] == groups.get(then)) for now, then in pairs if now)
    return as_stated or len(set(found)) == 1


def _changed(item: SaidSame, there: Mapping[Place, str | None]) -> str:
    """Why what is said does not hold any more."""
    for now, then, name, document in zip(_found(item, there), item.ids, item.names, item.documents, strict=True):
        if now is None:
            return f"{name} stands for nobody for sure in {document}"
        if now != then:
            return f"{name} in {document} is now {now}, no longer {then}"
    return "the names stand for others now"


def _groups(said: Iterable[SaidSame], kind: str) -> dict[str, int]:
    """The number of the group that each actor falls into."""
    own = [item for item in said if item.kind == kind]
    ids = sorted({key for item in own for key in item.ids})
    place = {key: i for i, key in enumerate(ids)}
    pairs = [(place[item.ids[0]], place[key]) for item in own for key in item.ids[1:]]
    return {ids[i]: number for number, group in enumerate(components(len(ids), pairs)) for i in group}


def _ranks(groups: Mapping[str, int], known: pl.DataFrame) -> dict[str, int]:
    near = known.filter(pl.col("actor_id").is_in(list(groups)))
    return dict(near.group_by("actor_id").agg(pl.col("rank").min()).iter_rows())
