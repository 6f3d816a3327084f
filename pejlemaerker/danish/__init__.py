"""The lowest floor: the Danish language and nothing else. Every function takes `str` and returns code-point offsets."""

from pejlemaerker.danish.quantities import quantities
from pejlemaerker.danish.sentences import sentences
from pejlemaerker.danish.tokens import tokens

__all__ = ["quantities", "sentences", "tokens"]
