"""Comparing words that should be the same, where some characters may be masked: the vocabulary of `spans`, `rights` and `sources`.

A masked character stands for any one: behind it lies a name that may not be published, so that places stay as they were.
"""

import polars as pl

MASK = "█"
_ROW, _LEFT, _RIGHT = "_row", "_left", "_right"


def differing(frame: pl.DataFrame, left: pl.Expr, right: pl.Expr) -> pl.DataFrame:
    """The rows of `frame` in which two texts are not the same, masked characters aside; a null on either side is let be."""
    pair = frame.with_columns(left.alias(_LEFT), right.alias(_RIGHT))
    unlike = pair.filter(pl.col(_LEFT) != pl.col(_RIGHT))
    if unlike.height:
        numbered = unlike.with_row_index(_ROW)
        unlike = numbered.join(_masked_alike(numbered), on=_ROW, how="anti", maintain_order="left").drop(_ROW)
    return unlike.drop(_LEFT, _RIGHT)


def _masked_alike(pair: pl.DataFrame) -> pl.DataFrame:
    """Numbers of the rows whose texts are the same but for masked characters."""
    masked = pl.any_horizontal(pl.col(name).str.contains(MASK, literal=True) for name in (_LEFT, _RIGHT))
    candidates = pair.filter(masked, pl.col(_LEFT).str.len_chars() == pl.col(_RIGHT).str.len_chars())
    characters = candidates.select(_ROW, pl.col(_LEFT, _RIGHT).str.split("")).explode(_LEFT, _RIGHT)
    open_to_all = (pl.col(_LEFT) == MASK) | (pl.col(_RIGHT) == MASK)
    wrong = characters.filter((pl.col(_LEFT) != pl.col(_RIGHT)) & ~open_to_all)
    return candidates.join(wrong, on=_ROW, how="anti").select(_ROW)


def shown(text: object) -> str:
    """A text as an example in a message."""
    return repr(str(text)[:60])
