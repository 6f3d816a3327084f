"""Figures: quantities that measure the public sector or society. `kpis(article, quotes)` gives rows of the table `kpis`.

`judging` says which quantities are figures and of what kind, `phrases` what they count, `context` whose and when.
"""

from .reading import kpis

__all__ = ["kpis"]
