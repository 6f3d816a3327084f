"""What a document is about: the words that tell of a theme, and the themes told from them.

`words` finds the words, `deciding` says which themes a document has, by rules that only count. Both give rows.
"""

from pejlemaerker.corpus.article import Article, Row
from schemas import DOCUMENT_THEMES, THEME_WORDS

from .deciding import document_themes
from .words import theme_word_rows


def themes(article: Article) -> dict[str, list[Row]]:
    """Rows of `theme_words` and of `document_themes` for `article`, by table."""
    found = theme_word_rows(article)
    return {THEME_WORDS.name: found, DOCUMENT_THEMES.name: document_themes(article, found)}
