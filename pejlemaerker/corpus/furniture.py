"""Wordings and shapes of what stands around an article: one block at a time, without its neighbours.

What a block is among its neighbours is for `zones`. The wordings stand in `danish/lexicons/furniture.tsv`.
"""

import re
from functools import cache

from pejlemaerker.danish.dates import dates
from pejlemaerker.danish.lexicon import rows

# The kinds of the lexicon, as kinds of the table `segments`.
_KINDS = {"share": "navigation", "cookie": "form", "newsletter": "form", "copyright": "navigation"}

_COUNTS = re.compile(
    r"(?:^|[•·|(]\s?)(?:\d[\d.]*\s(?:likes?|visninger|slides|delinger|kommentarer|stemmer|læsere|afstemninger)(?=\s*(?:$|[•·|,)]))|\d{1,3}\smin\.?(?:\s(?:læsetid|læsning))?$)"
    r"|\(\d[\d.]*\s(?:stemmer|kommentarer)\)$|^\d[\d.]*\s(?:\w+\s)?synes (?:godt )?om|^(?:#\w+\s?)+$"
)
_CREDIT = re.compile(
    r"^(?:Foto|Fotograf)\s(?=[A-ZÆØÅ])|"
    r"(?:\(|\b)(?i:foto|fotos|arkivfoto|pressefoto|portrætfoto|modelfoto|genrefoto|privatfoto|illustration|grafik|tegning)\s*[:/©]\s*\S"
)
_CREDIT_MARKS = frozenset(":/©")
_CALL = re.compile(
    r"(?:Læs|Hent|Se|Download|Find|Åbn|Klik)\s(?:(?!\.\s).){1,80}?\s?(?:her|som pdf|\((?:pdf|nyt vindue)[^)]*\))[.!]?$",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"(?i:\b(?:prøveabonnement|abonnement|abonnér|abonner|bliv abonnent|bliv medlem|opret (?:en )?(?:bruger|profil|konto)|"
    r"køb adgang|prøv (?:gratis|nu|en|to|fire|\d+)\b|få (?:adgang|avisen)|gratis nyhedsbrev|tilmeld dig|læs hele artiklen|log ind)\b)"
)
_INVITES = re.compile(
    r"(?:Prøv|Køb|Få|Bestil|Bliv|Opret|Tilmeld|Log ind|Læs|Abonn\w+|Vil du|Allerede|Er du|Som abonnent|Kun|Spar|Gratis)\b",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:…|\.{4,}|(?: \.){4,}) ?\d{1,3}(?!\S)")
_NUMBERED_PICTURE = re.compile(r"(?:Tabel|Figur|Diagram|Billede|Kort) \d{1,3}(?:\.\d{1,2})?[.:]\s")
_QUOTED = re.compile(r"[”“»«\"]|^[-–—]\s")
_LONG = 15  # words: so long a line is furniture only where its wording leaves no doubt
_SURE = frozenset({"cookie", "copyright", "form", "comment", "caption"})
_COMMENTS = re.compile(r"\(?\d+\)? (?:kommentar(?:er)?|svar)$", re.IGNORECASE)
_THREAD = re.compile(
    r"^(?:svar|besvar|anmeld(?: kommentar)?|rapportér|synes godt om|like|del)$|\bskriver:$|anmeld kommentar|^af:?\s?\S+ \S+ - ",
    re.IGNORECASE,
)
_MASKED = re.compile(r"··|·@")
_CONTACT_LINE = re.compile(r"(?i:(?:tlf|telefon|telefonnr|mobil|tel|e-?mail|mail)\s*[.:]|www\.)")
_ADDRESS = re.compile(
    r"[A-ZÆØÅ][\w.]*(?: [A-ZÆØÅ]?[\w.]+){0,3} \d{1,4}[A-Z]?(?:, [^,|]{1,30})?\s*[,|]\s*\d{4} [A-ZÆØÅ]"
)
_SEASON = re.compile(r"(?i:(?:forår|foråret|sommer|sommeren|efterår|efteråret|vinter|vinteren)\s+)?(?:19|20)\d\d")
_PAGE = re.compile(r"(?:(?:side|slide|s\.)\s*\d{1,4}|\d{1,3}\.?)(?:\s*(?:/|af|of)\s*\d{1,4})?$", re.IGNORECASE)
_PAGE_LINE = re.compile(r"[·|–—-]?\s(?:side|s\.)\s*\d{1,4}\s*(?:/|af)\s*\d{1,4}$", re.IGNORECASE)
_DATE_WORDS = re.compile(
    r"(?i:\b(?:publiceret|offentliggjort|udgivet|opdateret|sidst|senest|oprettet|dato|skrevet|d|den|kl|klokken|man|tirs|ons|tors|fre|lør|søn|"
    r"mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|af|og)\b\.?)|\d{1,2}[.:]\d\d|[|•·,:()\-–/]"
)
_END_MARKS = " .:!»›>→…"


@cache
def _wordings(match: str) -> dict[str, str]:
    """Kind by wording, in lower case; at the start of a line the colon is a part of the wording."""
    marks = _END_MARKS if match in ("line", "heading") else " "
    return {row[0].lower().strip(marks): row[2] for row in rows("furniture") if row[1] == match}


@cache
def _openings(match: str = "start") -> re.Pattern[str]:
    wordings = sorted(_wordings(match), key=lambda wording: (-len(wording), wording))
    whole = (re.escape(wording) + (r"(?!\w)" if wording[-1].isalnum() else "") for wording in wordings)
    return re.compile("|".join(whole), re.IGNORECASE)


def line_kind(text: str) -> str | None:
    """The kind of furniture that the whole of `text` is, by its wording; None when it is none."""
    return _published(_wordings("line").get(text.lower().strip(_END_MARKS)))


def opening_kind(text: str) -> str | None:
    """The kind of furniture whose wording `text` starts with (`Læs også: …`); None when there is none."""
    if _CALL.match(text):
        return "navigation"
    words = len(text.split())
    match = _openings().match(text)
    if match is not None:
        kind = _wordings("start")[match[0].lower()]
        sure = kind in _SURE or (kind == "teaser" and match[0].endswith(":"))
        return _published(kind) if words < _LONG or sure else None
    offers = words < _LONG and not _QUOTED.search(text) and _OFFER.search(text) is not None
    return "advert" if offers and (words <= 6 or _INVITES.match(text)) else None


def heading_kind(text: str) -> str | None:
    """The kind of a section of furniture that `text` is the heading of; None when it is none."""
    if _COMMENTS.match(text):
        return "comment"
    kind = _wordings("heading").get(text.lower().strip(_END_MARKS))
    section = _openings("section").match(text) if kind is None else None
    return _published(_wordings("section")[section[0].lower()] if section else kind)


def _published(kind: str | None) -> str | None:
    """A kind of the lexicon as a kind of the table `segments`."""
    return _KINDS.get(kind, kind) if kind else None


def is_thread(lines: list[str]) -> bool:
    """Whether `lines` read as a thread of comments: who wrote when, and buttons to answer or to report."""
    return sum(1 for line in lines if _THREAD.search(line) or is_dateline(line)) >= 2


def is_count(text: str) -> bool:
    """Whether `text` counts what others did with the page (views, votes, minutes to read), or lists tags."""
    return len(text.split()) <= 10 and _COUNTS.search(text) is not None


def is_contents(text: str) -> bool:
    """Whether `text` is a line of a table of contents: a heading, leaders and the number of a page."""
    return _CONTENTS.search(text) is not None and len(text.split()) <= 60


def is_caption(text: str) -> bool:
    """Whether `text` is the words under a picture or over a table: a number opens it, or a credit opens or closes it."""
    if _NUMBERED_PICTURE.match(text) and len(text.split()) <= 40:
        return True
    found = list(_CREDIT.finditer(text)) if not _CREDIT_MARKS.isdisjoint(text) or text.startswith("Foto") else []
    if not found or len(text.split()) > 100:
        return False
    last = found[-1].start()
    return last == 0 or len(text[last:].split()) <= 8


def is_contact(text: str) -> bool:
    """Whether `text` gives a telephone number, an address for mail or a postal address, and little else."""
    words = len(text.split())
    addressed = words <= 20 and not text.endswith((".", "!", "?")) and _ADDRESS.search(text) is not None
    return addressed or (words <= 25 and bool(_MASKED.search(text) or _CONTACT_LINE.match(text)))


def is_page_number(text: str) -> bool:
    """Whether `text` is the number of a page, alone or at the end of the line that runs over the pages."""
    return bool(_PAGE.match(text)) or (len(text.split()) <= 20 and _PAGE_LINE.search(text) is not None)


def is_dateline(text: str, spare_words: int = 3) -> bool:
    """Whether `text` is a date, with a clock time or at most `spare_words` words (a place, an occasion) beside it."""
    if len(text.split()) > 14:
        return False
    if _SEASON.fullmatch(text.strip()):
        return True
    found = dates(text)
    if not any(date.precision in ("day", "month") for date in found):
        return len(found) == 1 and found[0].start == 0 and found[0].end == len(text.rstrip())
    rest = text
    for date in reversed(found):
        rest = rest[: date.start] + " " + rest[date.end :]
    return len(_DATE_WORDS.sub(" ", rest).split()) <= spare_words
