"""Named programmes, reforms, models, commissions, agreements and projects. `initiatives(article)` gives rows of that table.

`naming` finds the names in a sentence, `owning` says whose they are, `reading` makes the rows of a document, and `joining` tells which
documents name the same one.
"""

from .joining import joined
from .reading import initiatives

__all__ = ["initiatives", "joined"]
