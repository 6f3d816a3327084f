"""Which themes a document has, told from the words of each theme that stand in it. Nothing is asked but how many, which and where."""

from collections.abc import Mapping

from pejlemaerker.corpus.article import Article, Row
from pejlemaerker.danish.theme_words import STRONG
from pejlemaerker.extraction.counted import confidence
from schemas import DOCUMENT_THEMES

_STRONG, _WEAK = 2.0, 1.0
_PLACES = {"title": 3.0, "lead": 2.0, "heading": 2.0}  # a word there counts as so many in the text
_SHORT = 200  # words; a shorter text is taken for one so long
_LEAST = 8.0  # of the score


def document_themes(article: Article, words: list[Row]) -> list[Row]:
    """Rows of `document_themes` for `article`, whose rows of `theme_words` are `words`; the most prominent theme first."""
    kinds = {segment.id: segment.kind for segment in article.content}
    length = max(_SHORT, sum(segment.text.count(" ") + 1 for segment in article.content))
    by_theme: dict[str, list[Row]] = {}
    for row in words:
        by_theme.setdefault(row["theme"], []).append(row)
    scores = {theme: _score(found, kinds) * 1000 / length for theme, found in by_theme.items()}
    ranked = sorted((theme for theme in by_theme if scores[theme] >= _LEAST), key=lambda name: (-scores[name], name))
    return [
        _row(article.id, rank, theme, by_theme[theme], scores[theme], kinds) for rank, theme in enumerate(ranked, 1)
    ]


def _score(words: list[Row], kinds: Mapping[str, str]) -> float:
    return sum(
        (_STRONG if row["weight"] == STRONG else _WEAK) * _PLACES.get(kinds[row["segment_id"]], 1.0) for row in words
    )


def _row(document: str, rank: int, theme: str, words: list[Row], score: float, kinds: Mapping[str, str]) -> Row:
    places = {row["segment_id"] for row in words}
    in_title = any(kinds[place] == "title" for place in places)
    rule = "theme.title" if in_title else "theme.text"
    return DOCUMENT_THEMES.row(
        document_id=document,
        theme=theme,
        rank=rank,
        words=len(words),
        entries=len({row["entry"] for row in words}),
        segments=len(places),
        in_title=in_title,
        score=round(score, 2),
        rule=rule,
        confidence=confidence(DOCUMENT_THEMES.name, rule, None),
    )
