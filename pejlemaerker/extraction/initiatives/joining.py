"""Which documents name the same initiative: the same name, and no two owners."""

import hashlib

import polars as pl

from pejlemaerker.corpus.identifiers import normalised


def key_of(name: str) -> str:
    """What the written forms of a name share: case, marks and the definite ending do not tell two names apart."""
    key = normalised(name)
    return key.removesuffix("en").removesuffix("et").removesuffix("n")


def joined(initiatives: pl.DataFrame) -> pl.DataFrame:
    """`initiatives` with the column `common_id`, which all rows of one initiative share, in any document.

    Rows of one name are one initiative, unless their owners are known and differ (`Tid til Ledelse` of two municipalities). A row without
    an owner is that of the only owner there is; of several it stays for itself.
    """
    keyed = initiatives.with_columns(_key=pl.col("name").map_elements(key_of, return_dtype=pl.String))
    owners = keyed.group_by("_key").agg(_owners=pl.col("organisation_id").drop_nulls().unique().sort())
    whole = keyed.join(owners, on="_key", how="left", maintain_order="left")
    rows = whole.select("_key", "organisation_id", "_owners", "initiative_id").iter_rows()
    return initiatives.with_columns(common_id=pl.Series([_common(*row) for row in rows], dtype=pl.String))


def _common(key: str, owner: str | None, owners: list[str], row: str) -> str:
    """The identifier of an initiative: of its name where it has one owner or none, else of name and owner."""
    if len(owners) > 1:
        key = f"{key}\n{owner or row}"
    return "n" + hashlib.sha256(key.encode()).hexdigest()[:12]
