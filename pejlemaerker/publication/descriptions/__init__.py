"""A release described for others, all of it made from `schemas/`, the files of the release, and what the operator says of the dataset.

One file a format. Nothing here writes data or decides what may be published, and nothing is taken from the clock: the same release
gives the same bytes.
"""

from .sums import write_sums
from .writing import write_descriptions

__all__ = ["write_descriptions", "write_sums"]
