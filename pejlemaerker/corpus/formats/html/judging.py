"""What of a web page is the article: its main text, what stands among it and at its head, and what is around it.

Each piece of the page gets the segment kind that markup and place give it, or None where its words have to tell.
"""

from collections import Counter

from lxml.html import HtmlElement

from ...byline import is_byline
from ...furniture import is_contact, is_dateline, line_kind, opening_kind
from ...identifiers import normalised
from .elements import OF_WORDS
from .hints import Hints, up
from .main_text import main_text
from .pieces import Piece

_MAIN_SHARE = 0.9
_LINKED = 0.85
_PROSE_WORDS = 12
_HEADLINE_LEVEL = 1


def kinds(root: HtmlElement, pieces: list[Piece], title: str | None = None) -> list[str | None]:
    """The segment kind of each piece of the page `root`, None where only its words can tell. `title` is what it claims."""
    main, comments = main_text(root)
    prose = [_is_prose(piece) and main.hold(piece.text) for piece in pieces]
    if not any(prose):
        prose = [_is_prose(piece) for piece in pieces]
    if not any(prose):
        return [None] * len(pieces)
    shares = _shares(root, pieces, prose)
    container = _container(root, shares)
    hints = Hints(shares)
    found: list[str | None] = []
    first = prose.index(True)
    places = _places(pieces, prose, container, title)
    for i, (piece, where, is_main) in enumerate(zip(pieces, places, prose, strict=True)):
        hint = hints.of(piece.element)
        lead = hint == "teaser" and (i == first or (where == "head" and not _is_link(piece)))
        if hint == "content" or lead:
            found.append(None)
            continue
        if hint is None and not is_main and where != "head" and comments.hold(piece.text):
            hint = "comment"
        found.append(hint or (None if is_main else _beside(piece, where)))
    return found


def _is_prose(piece: Piece) -> bool:
    """Whether a piece is long enough to be running text, and no link."""
    return len(piece.text.split()) >= _PROSE_WORDS and not _is_link(piece)


def _is_link(piece: Piece) -> bool:
    return piece.linked >= _LINKED * len(piece.text)


def _beside(piece: Piece, where: str) -> str | None:
    """What a piece is that is no running text of the article, by where it stands; None where its words have to tell."""
    headline = piece.shape == "heading" and piece.level == _HEADLINE_LEVEL
    if _is_link(piece) and not (headline and where in ("head", "among")):
        return "teaser" if where != "above" and len(piece.text.split()) > 4 else "navigation"
    if where in ("head", "among"):
        return None
    worded = line_kind(piece.text) or opening_kind(piece.text) or ("contact" if is_contact(piece.text) else None)
    if worded is None and where == "above" and (is_byline(piece.text) or is_dateline(piece.text)):
        return None
    return worded or ("navigation" if where == "above" else "teaser")


def _container(root: HtmlElement, shares: dict[HtmlElement, float]) -> HtmlElement:
    """The innermost element that holds the main text and more than one stretch of words."""
    holding = [element for element, share in shares.items() if share >= _MAIN_SHARE]
    inner = max(holding, key=lambda element: sum(1 for _ in up(element)), default=root)
    return next((element for element in up(inner) if element.tag not in OF_WORDS), root)


def _places(pieces: list[Piece], prose: list[bool], container: HtmlElement, title: str | None) -> list[str]:
    """Where each piece stands: `above` the article, at its `head`, `among` its text, or `below` it."""
    first = prose.index(True)
    headlines = [i for i, piece in enumerate(pieces[: first + 1]) if _is_headline(piece, title)]
    found, within = [], _inside(container)
    for i, piece in enumerate(pieces):
        inside = piece.element in within
        if i < first:
            found.append("head" if inside or (headlines and i >= headlines[-1]) else "above")
        else:
            found.append("among" if inside else "below")
    return found


def _inside(container: HtmlElement) -> set[HtmlElement]:
    """All elements of the article: those in `container`, and in what stands beside it under the same class."""
    named = set((container.get("class") or "").split())
    parent = container.getparent()
    alike = [other for other in parent if named & set((other.get("class") or "").split())] if parent is not None else []
    return {element for part in [container, *alike] for element in part.iter()}


def _is_headline(piece: Piece, title: str | None) -> bool:
    """Whether a piece is a headline by its markup, or says what the page claims as its title."""
    if piece.shape == "heading" and piece.level == _HEADLINE_LEVEL:
        return True
    words = normalised(piece.text)
    return title is not None and len(words.split()) >= 3 and words in normalised(title) and not _is_link(piece)


def _shares(root: HtmlElement, pieces: list[Piece], prose: list[bool]) -> dict[HtmlElement, float]:
    """Of the characters of the main text, the share that stands inside each element that holds any."""
    inside: Counter[HtmlElement] = Counter()
    for piece, is_main in zip(pieces, prose, strict=True):
        if is_main:
            inside[piece.element] += len(piece.text)
    whole = inside.total()
    for element in reversed(list(root.iter())):  # children come before what they stand in
        if inside[element] and (parent := element.getparent()) is not None:
            inside[parent] += inside[element]
    return {element: size / whole for element, size in inside.items() if size}
