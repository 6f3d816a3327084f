"""Advice in the imperative: `Mit råd er enkelt: Begynd selv`, `Brug pengene på folk, lyder rådet`."""

import re

from pejlemaerker.danish.imperatives import opens_imperatively

from .performatives import Performative

_ADVICE = r"(?:(?P<call>opfordring|ønske|bøn|appel|forslag)(?:en|et|er)?|(?P<advice>råd|anbefaling|formel|opskrift)(?:et|en)?)"
_ADVISED = re.compile(rf"(?i:\b{_ADVICE})\b[^.:!?]{{0,90}}:\s+[”“»«\"]?(?=[A-ZÆØÅ])")
_SO_ADVISED = re.compile(rf"(?i:\b(?:lyder|lød|er|var)\s(?:hans|hendes|det|den|vores)?\s?{_ADVICE})\b")
_LET_US = re.compile(r"(?i:(?:så\s|og\s|men\s)?(?:lad|giv)\s(?:nu\s|dog\s)?os\b)")


def advice(text: str, around: str) -> Performative | None:
    """The imperative in the sentence `text` that advises; `around` is the sentence with the words that report it.

    Advice is named as such (`Mit råd: Giv dem tid`, `…, lyder rådet`, `…, foreslår hun`); None where the sentence holds no imperative.
    """
    named = _ADVISED.search(text) if ":" in text else None
    start = named.end() if named else 0
    if not opens_imperatively(text[start:]) or text.rstrip("”“»\"' ").endswith("?"):
        return None
    said = named or _SO_ADVISED.search(around)
    asks = (said is not None and said["call"] is not None) or _LET_US.match(text[start:]) is not None
    return Performative(start, start, "bydemåde", "call" if asks else "should")
