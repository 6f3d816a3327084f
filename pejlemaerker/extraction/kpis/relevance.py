"""Whether an article, or a sentence of it, is about the public sector or society at all, so that its figures may measure them.

Most texts on games, markets and private matters hold figures as well; what tells them is that words for the public sector are rare there.
"""

import re

from pejlemaerker.corpus.article import Article
from pejlemaerker.danish.lexicon import words
from pejlemaerker.danish.quantities import Quantity

_STEMS = sorted(words("public_stems"))
_LETTERS = min(map(len, _STEMS))
_BY_START = {stem[:_LETTERS]: tuple(other for other in _STEMS if other.startswith(stem[:_LETTERS])) for stem in _STEMS}
_JOINED = [stem for stem in _STEMS if not stem.isalpha()]  # `it-system`
_WORD = re.compile(r"\w+")
# Stems for every hundred words: texts about the public sector have four and more, others one or two.
_FEW, _HARDLY_ANY = 2.2, 1.0
_SHORT = 60  # words: of so few nobody can say what they are about
# A length, a weight or a temperature is as a rule that of a thing.
_PHYSICAL = frozenset({"m", "cm", "mm", "kg", "litres", "degrees", "kW", "km_per_hour"})


def needed(article: Article) -> int:
    """How many words for the public sector a sentence of `article` must hold for its figures to count: 0, 1 or 2."""
    if "public_words" not in article.cache:
        text = "\n".join(segment.text for segment in article.body).lower()
        size = len(text.split())
        density = 100 * _public_words(text) / max(1, size)
        article.cache["public_words"] = 0 if size < _SHORT or density >= _FEW else 1 if density >= _HARDLY_ANY else 2
    count: int = article.cache["public_words"]
    return count


def measures_society(article: Article, sentence: str, quantity: Quantity) -> bool:
    """Whether `quantity` in `sentence` may measure the public sector or society."""
    wanted = max(needed(article), 1 if quantity.unit in _PHYSICAL else 0)
    return wanted == 0 or _public_words(sentence.lower()) >= wanted


def _public_words(text: str) -> int:
    """How many words of a text in lower case begin with one of the stems."""
    likely = [word for word in _WORD.findall(text) if word[:_LETTERS] in _BY_START]
    return sum(1 for word in likely if word.startswith(_BY_START[word[:_LETTERS]])) + sum(map(text.count, _JOINED))
