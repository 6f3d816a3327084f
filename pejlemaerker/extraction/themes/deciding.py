"""Which themes a document has, told from the words of each theme that stand in it. Nothing is asked but how many, which and where.

Each word counts by how strongly it tells of its theme and by where it stands; the sum, for each thousand words of content, is the
theme's score. A document has the themes with enough words and a score that is neither small nor far below that of the first.
The rule says where the most telling of the words stand. `docs/themes.md` explains the numbers, which were tried out on annotated articles.
"""

from collections.abc import Mapping, Sequence

from pejlemaerker.corpus.article import Article, Row
from pejlemaerker.danish.theme_list import STRONG
from pejlemaerker.extraction.counted import confidence
from schemas import DOCUMENT_THEMES

_STRONG, _WEAK = 3, 1
_PLACES = {"title": 3, "lead": 2, "heading": 2}  # how much more a word counts there than in the text
_LEAST_WORDS = 4  # so many weak words of a theme do without a strong one
_LEAST_SCORE = 8.0
_LEAST_SHARE = 0.25  # of the first theme's score
_MOST = 5
_SHORT = 300  # words; a shorter text is taken for one so long, or a single word would be much of it


def document_themes(article: Article, words: Sequence[Row]) -> list[Row]:
    """Rows of `document_themes` for `article`, whose rows of `theme_words` are `words`; the most prominent theme first."""
    kinds = {segment.id: segment.kind for segment in article.content}
    length = max(_SHORT, sum(segment.text.count(" ") + 1 for segment in article.content))
    by_theme: dict[str, list[Row]] = {}
    for row in words:
        by_theme.setdefault(row["theme"], []).append(row)
    told = {theme: found for theme, found in by_theme.items() if _are_enough(found, kinds)}
    scores = {theme: _score(found, kinds) * 1000 / length for theme, found in told.items()}
    ranked = sorted(scores, key=lambda theme: (-scores[theme], theme))[:_MOST]
    least = max([_LEAST_SCORE, *(_LEAST_SHARE * scores[theme] for theme in ranked[:1])])
    return [
        _row(article.id, rank, theme, told[theme], scores[theme], kinds)
        for rank, theme in enumerate(ranked, 1)
        if scores[theme] >= least
    ]


def _are_enough(words: Sequence[Row], kinds: Mapping[str, str]) -> bool:
    """Four words, or two of which one is strong, or a strong one in the title, the lead or a heading: a word in passing is no theme."""
    if len(words) >= _LEAST_WORDS:
        return True
    places = [kinds[row["segment_id"]] for row in words if row["weight"] == STRONG]
    return bool(places) and (len(words) > 1 or places[0] in _PLACES)


def _score(words: Sequence[Row], kinds: Mapping[str, str]) -> int:
    return sum(
        (_STRONG if row["weight"] == STRONG else _WEAK) * _PLACES.get(kinds[row["segment_id"]], 1) for row in words
    )


def _row(document: str, rank: int, theme: str, words: Sequence[Row], score: float, kinds: Mapping[str, str]) -> Row:
    segments = {row["segment_id"] for row in words}
    places = {kinds[segment] for segment in segments}
    rule = f"theme.{'title' if 'title' in places else 'heading' if places & _PLACES.keys() else 'text'}"
    return DOCUMENT_THEMES.row(
        document_id=document,
        theme=theme,
        rank=rank,
        words=len(words),
        entries=len({row["entry"] for row in words}),
        segments=len(segments),
        in_title="title" in places,
        score=round(score, 2),
        rule=rule,
        confidence=confidence(DOCUMENT_THEMES.name, rule, theme),
    )
