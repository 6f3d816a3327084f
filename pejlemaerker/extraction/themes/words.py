"""Rows of the table `theme_words`: each word of the content that tells of a theme, at its place."""

from pejlemaerker.corpus.article import Article, Row, Segment
from pejlemaerker.corpus.identifiers import RowIdentifiers
from pejlemaerker.danish.theme_words import Hit, theme_words
from pejlemaerker.extraction.counted import confidence
from schemas import THEME_WORDS


def theme_word_rows(article: Article) -> list[Row]:
    """Rows of the table `theme_words` for `article`, in reading order."""
    identifiers = RowIdentifiers(article.id, "t")
    return [
        _row(article.id, segment, identifiers, hit) for segment in article.content for hit in theme_words(segment.text)
    ]


def _row(document: str, segment: Segment, identifiers: RowIdentifiers, hit: Hit) -> Row:
    start, end, (theme, entry, weight) = hit
    text = segment.text[start:end]
    rule = "theme_word.phrase" if " " in entry else "theme_word.word"
    return THEME_WORDS.row(
        theme_word_id=identifiers.next(text),
        document_id=document,
        segment_id=segment.id,
        char_start=segment.start + start,
        char_end=segment.start + end,
        text=text,
        theme=theme,
        entry=entry,
        weight=weight,
        rule=rule,
        confidence=confidence(THEME_WORDS.name, rule, weight),
    )
