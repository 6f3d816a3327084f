"""Whether an article, or a sentence of it, is about the public sector or society at all, so that its figures may measure them.

Most texts on games, markets and private matters hold figures as well; what tells them is that words for the public sector are rare there.
"""

from pejlemaerker.corpus.article import Article
from pejlemaerker.danish.lexicon import words
from pejlemaerker.danish.quantities import Quantity
from pejlemaerker.danish.scanning import Beginnings

_STEMS = Beginnings(stem for stem in words("public_stems") if stem.isalpha())
_JOINED = sorted(stem for stem in words("public_stems") if not stem.isalpha())  # `it-system`
# Stems for every hundred words: texts about the public sector have four and more, others one or two.
_FEW, _HARDLY_ANY = 2.2, 1.0
_SHORT = 60  # words: of so few nobody can say what they are about
# A length, a weight or a temperature is as a rule that of a thing.
_PHYSICAL = frozenset({"m", "cm", "mm", "kg", "litres", "degrees", "kW", "km_per_hour"})


def needed(article: Article) -> int:
    """How many words for the public sector a sentence of `article` must hold for its figures to count: 0, 1 or 2."""
    if "public_words" not in article.cache:
        size = sum(len(segment.text.split()) for segment in article.body)
        found = sum(_public_words(sentence.text) for segment in article.body for sentence in segment.sentences)
        density = 100 * found / max(1, size)
        article.cache["public_words"] = 0 if size < _SHORT or density >= _FEW else 1 if density >= _HARDLY_ANY else 2
    count: int = article.cache["public_words"]
    return count


def measures_society(article: Article, sentence: str, quantity: Quantity) -> bool:
    """Whether `quantity` in `sentence` may measure the public sector or society."""
    wanted = max(needed(article), 1 if quantity.unit in _PHYSICAL else 0)
    return wanted == 0 or _public_words(sentence) >= wanted


def _public_words(sentence: str) -> int:
    """How many words of a sentence begin with one of the stems."""
    joined = sum(map(sentence.lower().count, _JOINED)) if "-" in sentence else 0
    return len(_STEMS.places(sentence)) + joined
