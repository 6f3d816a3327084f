"""Recommendations: who asks whom to do what. `recommendations(article, quotes)` gives rows of the table `recommendations`.

`lists` reads items of lists that are announced as advice, `performatives` sentences that recommend in so many words, `modals` sentences
that say what ought to be done, `advice` imperatives; `voices` tells whose own sentences count, `issuing` who recommends and who should act.
"""

from .reading import recommendations

__all__ = ["recommendations"]
