"""What kind of text an article is, from wording and layout."""

import re

from .blocks import Block

_TOP_BLOCKS = 10
_PRESS = re.compile(r"(?i:pressemeddelelse|presse(?:\s|$)|nyhed fra (?:ministeriet|styrelsen|regionen|kommunen))")
_OPINION = re.compile(
    r"(?i:\b(?:debat|debatindlæg|kronik|klumme|leder|lederen|læserbrev|synspunkt|kommentar|opinion|indlæg|replik)\b\s*(?::|$|\|)"
    r"|dette er et debatindlæg|udtryk for skribentens)"
)
_BLOG = re.compile(r"(?i:\bblog(?:gen|indlæg|ger)?\b|\w+bloggen\b)")
_INTERVIEW = re.compile(r"(?i:\binterview\b)")
_REPORT = re.compile(
    r"(?i:\b(?:rapport(?:en)?|indholdsfortegnelse|resumé|sammenfatning|hovedkonklusioner|bilag|undersøgelse|analyse|evaluering|notat|strategi)\b)"
)
_SLIDES = re.compile(r"(?i:\b(?:agenda|dagsorden|program|oplæg (?:ved|af)|tak for i dag|spørgsmål\?|slide)\b)")
_FIRST_PERSON = re.compile(r"\b(?:jeg|min|mit|mine|mig)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[”“»\"][^”“»«\"]{0,2000}[”“«»\"]|^[-–] .*$", re.MULTILINE)


def kind_of(blocks: list[Block], kinds: list[str]) -> str:
    """The kind of the article that `blocks` make up, `kinds` being their segment kinds."""
    top = [block.text for block, kind in zip(blocks, kinds, strict=True) if len(block.text.split()) <= 60][:_TOP_BLOCKS]
    head = "\n".join(top)
    content = [
        block
        for block, kind in zip(blocks, kinds, strict=True)
        if kind in ("paragraph", "lead", "heading", "list_item")
    ]
    if _is_slides(blocks, content):
        return "slides"
    labels = [text for text in top if len(text.split()) <= 8]
    if any(_PRESS.match(text) for text in labels):
        return "press_release"
    if _is_interview(content) or any(_INTERVIEW.match(text) for text in labels):
        return "interview"
    own = _own_voice(content)
    if "byline" in kinds and (own >= 2 or _OPINION.search(head)):
        return "blog" if _BLOG.search(head) else "opinion"
    if _OPINION.search(head):
        return "opinion"
    if _BLOG.search(head) and own >= 1:
        return "blog"
    if "contact" in kinds and any(
        re.match(r"(?i:presse|for (?:yderligere|mere)|yderligere)", block.text) for block in blocks[-14:]
    ):
        return "press_release"
    return "report" if _is_report(head, content) else "news"


def _is_slides(blocks: list[Block], content: list[Block]) -> bool:
    items = sum(1 for block in content if block.shape == "list_item")
    headings = sum(1 for block in blocks if block.shape == "heading" or block.text.isupper())
    prose = sum(1 for block in content if len(block.text.split()) >= 30)
    said = any(_SLIDES.search(block.text) for block in blocks if len(block.text.split()) <= 8)
    return (
        len(content) >= 6
        and items >= len(content) * (0.4 if said else 0.55)
        and headings >= 3
        and prose <= len(content) * 0.1
    )


def _is_interview(content: list[Block]) -> bool:
    questions = [
        i for i, block in enumerate(content) if block.text.endswith("?") and 3 <= len(block.text.split()) <= 40
    ]
    answered = [i for i in questions if i + 1 < len(content) and not content[i + 1].text.endswith("?")]
    return len(answered) >= 3 and len(answered) >= len(content) * 0.15


def _own_voice(content: list[Block]) -> float:
    """Words in the first person singular outside quotes, for every hundred words."""
    text = _QUOTED.sub(" ", "\n".join(block.text for block in content))
    return 200 * len(_FIRST_PERSON.findall(text)) / max(1, len(text.split()))


def _is_report(head: str, content: list[Block]) -> bool:
    text = "\n".join(block.text for block in content)
    quotes = len(_QUOTED.findall(text))
    headings = sum(1 for block in content if block.shape == "heading" or len(block.text.split()) <= 8)
    return bool(_REPORT.search(head)) and quotes <= 1 and headings >= 3
