"""The words of the frame, Danish and English, from `texts.toml`. What comes from documents is never translated.

Pages are written in Danish; `data-t` names the text, so that the browser can put the English in its place (`static/site.js`).
"""

import json
import tomllib
from functools import cache
from pathlib import Path

from markupsafe import Markup, escape

LANGUAGES = ("da", "en")
_FILES = Path(__file__).parent / "texts"
Text = dict[str, str]


@cache
def texts() -> dict[str, Text]:
    """By key the text in each language, and where it has one its form for a count of one (`da_one`, `en_one`)."""
    found: dict[str, Text] = {}
    for path in sorted(_FILES.glob("*.toml")):
        for key, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if key in found:
                raise ValueError(f"{path.name}: the text {key} stands in another file too")
            found[key] = value
    return found


def danish(key: str, **values: object) -> str:
    """The Danish text `key` with `values` in it. KeyError for a text that does not exist."""
    text = texts()[key]
    one = values.get("n") == 1 and "da_one" in text
    return text["da_one" if one else "da"].format(**{name: _number(value) for name, value in values.items()})


def marked(key: str, **values: object) -> Markup:
    """The Danish text as markup that the browser can put the English in."""
    if not values:
        return _plain(key)
    # A page has hundreds of these: put together by hand they take a third of the time that a format of markup takes.
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in values.items())
    return Markup(f'<span data-t="{key}"{data}>{escape(danish(key, **values))}</span>')


@cache
def _plain(key: str) -> Markup:
    return Markup(f'<span data-t="{key}">{escape(danish(key))}</span>')


@cache
def attribute(name: str, key: str) -> Markup:
    """An attribute of an element with the Danish text, and the note that lets the browser put the English in."""
    return Markup(f'{name}="{escape(danish(key))}" data-t-{name}="{key}"')


def _number(value: object) -> object:
    """A number as it is written in Danish, with a point between thousands."""
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else value


def script() -> str:
    """`texts.js`: all texts for the browser."""
    return f"window.pejlTexts = {json.dumps(texts(), ensure_ascii=False, sort_keys=True)};\n"


__all__ = ["attribute", "danish", "marked", "script", "texts"]
