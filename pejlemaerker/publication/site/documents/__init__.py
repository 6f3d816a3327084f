"""The pages of documents: the text with what was found in it marked, and a card for each quote, recommendation, figure and initiative.

`reading` brings the rows of a document together, `marking` cuts its text where rows begin and end, `citing` says how a row is cited,
`pages` puts all of it on pages of bounded weight. What stands on a card is for `templates/_card.html.jinja`.
"""

from .pages import write_documents

__all__ = ["write_documents"]
