"""Units as the table publishes them, where they differ from those of the grammar of quantities."""

import re
from dataclasses import replace

from pejlemaerker.corpus.article import Article
from pejlemaerker.danish.quantities import Quantity

_KRONER = re.compile(r"\s(?:[a-zæøå]+\s)?(?:[a-zæøå]*kroner\b|kr\b\.?)")
_MONEY = re.compile(r"(?i:\bkr\.|kroner\b)")
_POSTS = re.compile(r"[^\W\d_][\w-]*$")


def in_published_unit(text: str, quantity: Quantity) -> Quantity:
    """`quantity` of `text` with the unit that the table publishes.

    Full-time posts are counted (`40 årsværk` is 40 of them); `21 millioner skattekroner` are kroner.
    """
    if quantity.unit == "full_time_equivalents":
        word = _POSTS.search(text, quantity.number_end, quantity.end)
        end = len(text[: word.start()].rstrip()) if word else quantity.end
        return replace(quantity, unit="count", end=max(end, quantity.number_end))
    if quantity.unit == "count" and (kroner := _KRONER.match(text, quantity.end)):
        return replace(quantity, unit="DKK", end=kroner.end())
    return quantity


def speaks_of_kroner(article: Article) -> bool:
    """Whether an article names sums of money, so that `30 millioner til en kaj` is one as well."""
    if "kroner" not in article.cache:
        article.cache["kroner"] = any(
            _MONEY.search(segment.text) for segment in article.body if _may_speak_of_kroner(segment.text.lower())
        )
    said: bool = article.cache["kroner"]
    return said


def _may_speak_of_kroner(low: str) -> bool:
    return "kr" in low and ("kr." in low or "kroner" in low)
