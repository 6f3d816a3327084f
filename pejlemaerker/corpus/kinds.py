"""What kind of text an article is, from wording and layout."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from pejlemaerker.danish.reporting import AFTER_QUOTE

from .blocks import Block

_TOP_BLOCKS = 10
_ABOVE = 5  # lines above the headline; what is farther up is the menu of the site
_PRESS = re.compile(r"(?i:pressemeddelelse|presse(?:\s|$)|nyhed fra (?:ministeriet|styrelsen|regionen|kommunen))")
_OPINION = re.compile(
    r"(?i:\b(?:debat|debatindlæg|kronik|klumme|leder|lederen|læserbrev|synspunkt|kommentar|opinion|indlæg|replik|åbent brev)\b\s*(?::|$|\|)"
    r"|dette er et debatindlæg|udtryk for skribentens)"
)
_DISCLAIMER = re.compile(r"(?i:dette er et debatindlæg|udtryk for (?:skribentens|forfatterens) (?:egen )?holdning)")
_BLOG = re.compile(r"(?i:\bblog(?:gen|indlæg|ger)?\b|\b\w{1,40}bloggen\b)")
_BLOG_SITE = re.compile(
    r"(?i:blog|bloggen|blogarkiv|om bloggen|abonnér på bloggen|abonner på bloggen|blogs,? jeg følger)\b"
)
_INTERVIEW = re.compile(r"(?i:\binterview\b)")
_REPORT = re.compile(
    r"(?i:\b(?:rapport(?:en)?|indholdsfortegnelse|resumé|sammenfatning|hovedkonklusioner|bilag|undersøgelse|analyse|evaluering|notat|strategi)\b)"
)
_OTHER = re.compile(
    r"(?i:(?:åbnings|fest|nytårs|grundlovs)?tale\b(?: (?:af|ved|til)\b|:|$)|"
    r"(?:møde|beslutnings)?referat\b|(?:fredags|mandags|uge|chef|leder|medarbejder)brev\b|dagsorden\b|høringssvar\b)"
)
_FOLDERS = {
    "blog": {"blog", "blogs", "bloggen"},
    "press_release": {"pressemeddelelse", "pressemeddelelser"},
    "opinion": {
        "debat",
        "debatindlaeg",
        "indlaeg",
        "kronik",
        "kronikker",
        "leder",
        "klumme",
        "klummer",
        "opinion",
        "synspunkt",
    },
}
_REPORT_LABEL = re.compile(
    r"(?i:(?:\w{1,30})?rapport|notat|evaluering|redegørelse|hvidbog|undersøgelse|publikation|policy brief)\W*(?i:nr\.?\s*)?(?:\d.*)?"
)
_SLIDES = re.compile(r"(?i:\b(?:agenda|dagsorden|program|oplæg (?:ved|af)|tak for i dag|spørgsmål\?|slide)\b)")
_PRESS_CONTACT = re.compile(r"(?i:presse|for (?:yderligere|mere)|yderligere)")
_WE = re.compile(r"\b(?:vi|vores|os)\b", re.IGNORECASE)
_ASKING = re.compile(r"\b(?:skal|bør|må|kræver|nødvendig\w*|behov|vil)\b", re.IGNORECASE)
# Reports and news hold about two such words for every hundred, pleas twice as many.
_OPINIONATED = 3.5
# `I`, `we` and `our` for every hundred words outside quotes: a reporter has none, and who speaks of an own matter two and more.
_OWN_VOICE = 2.4
_I_ALONE = 4.0
_SAYS_ENOUGH = 100  # words
_WORDS_A_REPORT = 150  # fewer words for each report of what others say are a reporter's
_FIRST_PERSON = re.compile(r"\b(?:jeg|min|mit|mine|mig)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[”“»\"][^”“»«\"]{0,2000}[”“«»\"]|^[-–] .*$", re.MULTILINE)


def kind_of(blocks: list[Block], kinds: list[str], address: str | None = None) -> str:
    """The kind of the article that `blocks` make up, `kinds` being their segment kinds and `address` that of its page."""
    title = kinds.index("title") if "title" in kinds else 0
    near = blocks[max(0, title - _ABOVE) :]
    top = [block.text for block in near if len(block.text.split()) <= 60 and not _is_menu(block.text)][:_TOP_BLOCKS]
    content = [
        block
        for block, kind in zip(blocks, kinds, strict=True)
        if kind in ("paragraph", "lead", "heading", "list_item")
    ]
    if _is_slides(blocks, content):
        return "slides"
    return _labelled(top) or _by_address(address) or _by_voice(blocks, kinds, content, "\n".join(top))


def _is_menu(text: str) -> bool:
    """Whether a block lists the parts of a site, of which the article stands in one at most."""
    return text.count(" | ") >= 2 or text.count("\n") >= 3


def _labelled(top: list[str]) -> str | None:
    """The kind that a line of its own near the top gives."""
    labels = [text for text in top if len(text.split()) <= 8]
    if any(_PRESS.match(text) for text in labels):
        return "press_release"
    if any(_REPORT_LABEL.fullmatch(text) for text in labels):
        return "report"
    if any(_INTERVIEW.match(text) for text in labels):
        return "interview"
    if any(_OTHER.match(text) for text in top if len(text.split()) <= 20 and not text.endswith(".")):
        return "other"
    return None


def _by_address(address: str | None) -> str | None:
    """The kind that the part of its site gives, where the site keeps that kind apart."""
    folders = set(urlsplit(address or "").path.lower().split("/")[:-1])
    return next((kind for kind, names in _FOLDERS.items() if names & folders), None)


def _by_voice(blocks: list[Block], kinds: list[str], content: list[Block], head: str) -> str:
    """The kind that the voice of the text gives: who says I or we, who is quoted, how much is asked for."""
    voice = _voice(content)
    if _is_interview(content):
        return "interview"
    said = bool(_OPINION.search(head)) or any(_DISCLAIMER.search(block.text) for block in blocks)
    of_a_blog = bool(_BLOG.search(head)) or _is_of_a_blog(blocks)
    if ("byline" in kinds and (voice.own >= 2 or said)) or said:
        return "blog" if of_a_blog else "opinion"
    if of_a_blog and voice.own + voice.ours >= 1:
        return "blog"
    if "contact" in kinds and any(_PRESS_CONTACT.match(block.text) for block in blocks[-14:]):
        return "press_release"
    headings = sum(1 for block in content if block.shape == "heading" or len(block.text.split()) <= 8)
    if voice.reported == 0 and voice.own + voice.ours + voice.asking >= _OPINIONATED and voice.words >= _SAYS_ENOUGH:
        return "opinion" if not (_REPORT.search(head) and voice.ours < voice.asking) else "report"
    if voice.reported <= 1 and headings >= 3 and _REPORT.search(head):
        return "report"
    mine = voice.own + voice.ours >= _OWN_VOICE and voice.reported * _WORDS_A_REPORT <= voice.words
    if voice.words >= _SAYS_ENOUGH and (mine or voice.own >= _I_ALONE):
        return "blog" if of_a_blog else "opinion"
    return "report" if voice.reported == 0 and headings >= 3 else "news"


@dataclass(frozen=True, slots=True)
class _Voice:
    """Words for every hundred outside quotes: I, we, and what ought to be done; `reported` counts quotes and reports."""

    words: int
    own: float
    ours: float
    asking: float
    reported: int


def _is_of_a_blog(blocks: list[Block]) -> bool:
    """Whether the site calls itself a blog, on a short line around the article."""
    around = [line for block in blocks if block.zone is not None for line in block.text.split("\n")]
    return any(len(line.split()) <= 4 and _BLOG_SITE.match(line) for line in around)


def _voice(content: list[Block]) -> _Voice:
    whole = "\n".join(block.text for block in content)
    text = _QUOTED.sub(" ", whole)
    words = max(1, len(text.split()))
    return _Voice(
        words,
        100 * len(_FIRST_PERSON.findall(text)) / words,
        100 * len(_WE.findall(text)) / words,
        100 * len(_ASKING.findall(text)) / words,
        len(AFTER_QUOTE.findall(whole)),
    )


def _is_slides(blocks: list[Block], content: list[Block]) -> bool:
    items = sum(1 for block in content if block.shape == "list_item")
    headings = sum(1 for block in blocks if block.shape == "heading" or block.text.isupper())
    prose = sum(1 for block in content if len(block.text.split()) >= 30)
    said = any(_SLIDES.search(block.text) for block in blocks if len(block.text.split()) <= 8)
    if len(content) < 6 or headings < 3 or prose > len(content) * 0.1:
        return False
    short = sum(1 for block in content if len(block.text.split()) <= 20)
    keywords = headings >= 5 and items >= len(content) * 0.25 and short >= len(content) * 0.85
    return keywords or items >= len(content) * (0.4 if said else 0.55)


def _is_interview(content: list[Block]) -> bool:
    questions = [
        i for i, block in enumerate(content) if block.text.endswith("?") and 3 <= len(block.text.split()) <= 40
    ]
    answered = [i for i in questions if i + 1 < len(content) and not content[i + 1].text.endswith("?")]
    return len(answered) >= 3 and len(answered) >= len(content) * 0.15
