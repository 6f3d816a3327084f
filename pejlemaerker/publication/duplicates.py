"""Which documents repeat another: the same release on two sites, the same article in two files.

Candidates share a band of their signatures; whether they are alike is then told from their words.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

import polars as pl

from pejlemaerker.corpus.likeness import SIGNATURE, contained, shingles
from pejlemaerker.storage.packs import SOURCE
from schemas.segments import CONTENT_KINDS

_NUMBER = 4  # bytes of one number of a signature
_BAND = 3 * _NUMBER
_MOST = 50  # documents in one band of which each is compared with each
MIN_CONTAINED = 0.8
MIN_LENGTH = 0.6


def with_duplicates(
    documents: pl.DataFrame, fingerprints: pl.DataFrame, segments: Iterable[pl.DataFrame]
) -> pl.DataFrame:
    """`documents` with `duplicate_of`: the source of the document that each repeats, null where it repeats none.

    `segments` may come in several pieces, those of a document in one. The original is the one that was published first, or
    else the one whose identifier comes first; it repeats no other.
    """
    order = documents.sort("published", "document_id", "source_path", nulls_last=True)[SOURCE].to_list()
    same = dict(documents.select(SOURCE, "text_sha256").iter_rows())
    pairs = _alike(_candidates(fingerprints, order), segments) | _equal(same, order)
    original = _originals(order, pairs)
    found = pl.DataFrame(
        {SOURCE: list(original), "duplicate_of": list(original.values())},
        schema={SOURCE: pl.String(), "duplicate_of": pl.String()},
    )
    return documents.drop("duplicate_of").join(found, on=SOURCE, how="left", maintain_order="left")


def _originals(order: list[str], pairs: set[frozenset[str]]) -> dict[str, str]:
    """For each document that repeats one before it in `order`, the first such that repeats none itself."""
    rank = {raw: i for i, raw in enumerate(order)}
    alike: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        earlier, later = sorted(pair, key=rank.__getitem__)
        alike[later].append(earlier)
    original: dict[str, str] = {}
    for raw in sorted(alike, key=rank.__getitem__):
        firsts = [other for other in alike[raw] if other not in original]
        if firsts:
            original[raw] = min(firsts, key=rank.__getitem__)
    return original


def _candidates(fingerprints: pl.DataFrame, order: list[str]) -> set[frozenset[str]]:
    """Pairs of documents that share a band of their signatures; where very many do, each with the first of them."""
    found: set[frozenset[str]] = set()
    placed = pl.DataFrame({SOURCE: order}, schema={SOURCE: pl.String()}).join(
        fingerprints.select(SOURCE, "signature"), on=SOURCE, maintain_order="left"
    )
    signatures = placed.filter(pl.col("signature").is_not_null())
    for start in range(0, SIGNATURE * _NUMBER, _BAND):
        band = pl.col("signature").bin.slice(start, _BAND)
        groups = signatures.group_by(band, maintain_order=True).agg(SOURCE).filter(pl.col(SOURCE).list.len() > 1)
        for members in groups[SOURCE].to_list():
            few = len(members) <= _MOST
            pairs = combinations(members, 2) if few else ((members[0], other) for other in members[1:])
            found.update(frozenset(pair) for pair in pairs)
    return found


def _equal(texts: dict[str, str], order: list[str]) -> set[frozenset[str]]:
    """Pairs of documents with the same text, each with the first of them."""
    first: dict[str, str] = {}
    for raw in order:
        first.setdefault(texts[raw], raw)
    return {frozenset((raw, first[texts[raw]])) for raw in order if first[texts[raw]] != raw}


def _alike(candidates: set[frozenset[str]], segments: Iterable[pl.DataFrame]) -> set[frozenset[str]]:
    """Those of the candidates of which one holds most of the other's words, neither being much longer."""
    wanted = {raw for pair in candidates for raw in pair}
    # Shingles as numbers: texts of very many candidates are held at once.
    words = {raw: array("q", map(hash, shingles(text))) for raw, text in _texts(segments, wanted)}
    found = set()
    for pair in candidates:
        a, b = (words.get(raw, ()) for raw in pair)
        alike_long = min(len(a), len(b)) >= MIN_LENGTH * max(len(a), len(b))
        if alike_long and contained(set(a), set(b)) >= MIN_CONTAINED:
            found.add(pair)
    return found


def _texts(segments: Iterable[pl.DataFrame], wanted: set[str]) -> Iterator[tuple[str, str]]:
    """Source and words of the content of each document `wanted`."""
    named = pl.Series(sorted(wanted), dtype=pl.String())
    for piece in segments if wanted else ():
        content = piece.filter(pl.col(SOURCE).is_in(named.implode()) & pl.col("kind").is_in(CONTENT_KINDS))
        for (raw,), rows in content.sort(SOURCE, "ordinal").group_by(SOURCE, maintain_order=True):
            yield str(raw), "\n".join(rows["text"].drop_nulls())
