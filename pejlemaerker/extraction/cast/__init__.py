"""The cast of one article: who is named in it, in what capacity, and whom a surname, a title or a pronoun stands for.

`model` holds what is known of each; `building` puts the cast together from names in full, `short_forms`, what sentences say of somebody
(`telling`), whose somebody is by offices named elsewhere (`offices`), and whose somebody is by what stands around (`bridging`).
"""

from .building import cast_of
from .cast import Cast
from .model import Actor, OrganisationMention, PersonMention, Told

__all__ = ["Actor", "Cast", "OrganisationMention", "PersonMention", "Told", "cast_of"]
