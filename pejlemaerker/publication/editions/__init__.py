"""The two editions of a release: `full` for in-house use, `open` for publication.

Each module says one thing: how names and words are masked in a text (`masking`) and in all tables (`hiding`), who is a private person
(`persons`), which excerpts may be published (`allowance`), and what an edition then holds (`edition`).
"""

from .edition import Edition

__all__ = ["Edition"]
