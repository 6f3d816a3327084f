"""The plain text of a mail without what mail programs and people put around it: signatures, answered mails, headers of forwarded ones."""

import re

_FORWARDED = re.compile(
    r"-{2,} ?(?:Videresendt|Forwarded)\b.*|(?:Begin forwarded message|Videresendt besked):", re.IGNORECASE
)
_ANSWERED = re.compile(
    r"-{2,} ?(?:Oprindelig|Original)\b.*|(?:Den|På) .{5,90} skrev .{2,90}:|On .{5,90} wrote:", re.IGNORECASE
)
_RULE = re.compile(r"[_\-=]{8,}")
_HEADER = re.compile(r"\*?(?:Fra|From|Sendt|Sent|Til|To|Cc|Kopi|Dato|Date|Emne|Subject)\*?:(?:\s|$)", re.IGNORECASE)
_SIGNATURES = ("--", "-- ")


def own_text(text: str) -> str:
    """What the sender of a mail with the plain `text` wrote or forwarded."""
    lines = text.split("\n")
    kept: list[str] = []
    i = 0
    while i < len(lines):
        line = lines[i]
        if line in _SIGNATURES or _ANSWERED.fullmatch(line.strip()):
            break
        if _RULE.fullmatch(line.strip()) and _is_header_block(lines[i + 1 :]):
            break
        if _FORWARDED.fullmatch(line.strip()):
            i = _behind_headers(lines, i + 1)
            continue
        if not line.startswith(">"):
            kept.append(line)
        i += 1
    return "\n".join(kept)


def unflowed(text: str, *, delete_space: bool) -> str:
    """`text` sent as `format=flowed` (RFC 3676) with its lines joined."""
    kept: list[str] = []
    for line in text.split("\n"):
        if (
            kept
            and kept[-1].endswith(" ")
            and kept[-1] not in _SIGNATURES
            and line.strip()
            and not line.startswith(">")
        ):
            kept[-1] = (kept[-1][:-1] if delete_space else kept[-1]) + line
        else:
            kept.append(line)
    return "\n".join(kept)


def _is_header_block(lines: list[str]) -> bool:
    following = [line.strip() for line in lines[:6] if line.strip()]
    return sum(1 for line in following[:4] if _HEADER.match(line)) >= 2


def _behind_headers(lines: list[str], i: int) -> int:
    """The first line behind the headers of a forwarded mail."""
    while i < len(lines) and (not lines[i].strip() or _HEADER.match(lines[i].strip())):
        i += 1
    return i
