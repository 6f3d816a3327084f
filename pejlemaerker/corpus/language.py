"""The language of a text."""

from functools import cache
from typing import Any

from pejlemaerker.danish.recognition import plainly_danish

LANGUAGES = ["da", "no", "sv", "en", "de"]
MIN_WORDS = 8
_SAMPLE = 6000


def language(text: str) -> str:
    """ISO 639-1 code of `text`, one of `LANGUAGES`; `und` when it holds too few words to tell."""
    sample = text[:_SAMPLE]
    if len(sample.split()) < MIN_WORDS:
        return "und"
    if plainly_danish(sample):
        return "da"
    return str(_identifier().classify(sample)[0])


@cache
def _identifier() -> Any:  # noqa: ANN401 - py3langid has no type hints
    from py3langid import langid  # its model takes a second to load, and most texts are plainly Danish

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    identifier.set_languages(LANGUAGES)
    return identifier
