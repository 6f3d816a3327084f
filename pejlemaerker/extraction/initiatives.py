"""Named programmes, reforms, models, commissions, agreements and projects. `initiatives(article)` gives rows of that table.

A name is a compound with a head such as -reformen that is written as a name, a head noun followed by a name (`projektet X`), or a
phrase that says what something is called.
"""

import re
from dataclasses import dataclass

from pejlemaerker.corpus.article import Article, Row, Sentence
from pejlemaerker.corpus.identifiers import RowIdentifiers, normalised
from pejlemaerker.danish.capitals import UPPER, WORD, without_genitive
from pejlemaerker.danish.lexicon import rows, words
from schemas import INITIATIVES

from .cast import Cast, OrganisationMention, cast_of

_HEADS = {form: row[2] for row in rows("initiative_heads") for form in (row[0], row[1])}
_DEFINITE = {row[1]: row[2] for row in rows("initiative_heads")}
_OFFERS = frozenset({"tilbuddet", "konferencen", "indsatsen", "konceptet"})
_OPENERS = words("sentence_openers")
# Compounds with these heads name one thing in the whole country, so that they are names in lower case too.
_UNIQUE = frozenset({"reformen", "kommissionen"})
_heads = "|".join(sorted(map(re.escape, _HEADS), key=lambda head: (-len(head), head)))
_definite = "|".join(sorted(map(re.escape, _DEFINITE), key=lambda head: (-len(head), head)))
_COMPOUND = re.compile(
    rf"(?<![\w-])(?P<name>(?P<first>[\w-]{{3,}}?)(?P<head>{_definite}))(?P<case>s?)(?![\w-])", re.IGNORECASE
)
_PHRASE = re.compile(
    rf"(?<![\w-])(?P<name>(?:Den|Det|De)\s(?:(?:{WORD})\s){{1,3}}?[{UPPER}]?[\w-]*?(?P<head>{_heads}))s?(?![\w-])"
)
# A name in capitals, small words between them: `Tid til Ledelse`.
_NAME = rf"(?:{WORD})(?:\s(?:til|for|og|af|med)\s(?:{WORD})|\s(?:{WORD}))*"
_CALLED = re.compile(
    rf"(?<![\w-])(?P<head>(?:[\w-]*?)(?i:{_heads}|tilbuddet|tilbud|konferencen|indsatsen|konceptet))"
    r"(?:,?\s(?:kaldet|med navnet|med titlen|ved navn|der hedder|som hedder|under navnet|under overskriften))?,?\s"
    rf"(?P<name>[”“»\"’'][^”“»«\"’']{{3,60}}[”“«»\"’']|{_NAME})"
)
_NAMED = re.compile(rf"(?:fået navnet|døbt|med navnet|går under navnet|har navnet)\s(?P<name>[”“»\"’']?{_NAME})")
_MARKS = "”“»«\"’' "
_BODY = re.compile(r"\b([Rr]egeringen)\b")


@dataclass(frozen=True, slots=True)
class _Named:
    start: int
    end: int
    name: str
    kind: str
    rule: str
    confidence: float


def initiatives(article: Article) -> list[Row]:
    """Rows of the table `initiatives` for `article`: each name once, where it first stands."""
    identifiers = RowIdentifiers(article.id, "i")
    cast = cast_of(article)
    seen: dict[str, Row] = {}
    for segment in article.content:
        for sentence in segment.sentences:
            for named in _in_sentence(sentence, cast):
                key = _key(named.name)
                owner = _owner(sentence, named, cast)
                if key in seen:
                    seen[key]["organisation"] = seen[key]["organisation"] or owner
                    continue
                seen[key] = _row(article, sentence, named, owner, identifiers)
    return sorted(seen.values(), key=lambda row: (row["char_start"], row["initiative_id"]))


def _key(name: str) -> str:
    key = normalised(name)
    return key.removesuffix("en").removesuffix("et").removesuffix("n")


def _in_sentence(sentence: Sentence, cast: Cast) -> list[_Named]:
    text = sentence.text
    found = [
        _clean(match, match["head"], "initiative.called", 0.8)
        for match in _CALLED.finditer(text)
        if _may_be_name(match)
    ]
    found += [_clean(match, "projekt", "initiative.named", 0.85) for match in _NAMED.finditer(text)]
    found += [_clean(match, match["head"], "initiative.phrase", 0.85) for match in _PHRASE.finditer(text)]
    found += [item for match in _COMPOUND.finditer(text) if (item := _compound(text, match)) is not None]
    organisations = [
        (item.start - sentence.start, item.end - sentence.start)
        for item in cast.organisations_between(sentence.start, sentence.end)
        if not _set_up(item)
    ]
    people = [
        (item.phrase_start - sentence.start, item.end - sentence.start)
        for item in cast.between(sentence.start, sentence.end)
    ]
    taken: list[tuple[int, int]] = [*organisations, *people]
    kept = []
    for item in sorted(found, key=lambda item: (item.start, -item.end)):
        if not any(a < item.end and item.start < b for a, b in taken):
            kept.append(item)
            taken.append((item.start, item.end))
    return kept


def _set_up(item: OrganisationMention) -> bool:
    """Whether an organisation is by its name a body that somebody set up for a task."""
    match = _COMPOUND.fullmatch(item.name)
    return match is not None and (item.known is None or _DEFINITE[match["head"].lower()] == "commission")


def _may_be_name(match: re.Match[str]) -> bool:
    name = match["name"]
    definite = match["head"].lower().endswith(tuple(_DEFINITE)) or match["head"].lower() in _OFFERS
    called = match.start("name") - match.end("head") >= 2
    return (definite or called) and (name[0] in _MARKS or name.split()[0] not in _OPENERS)


def _clean(match: re.Match[str], head: str, rule: str, confidence: float) -> _Named:
    start, end = match.span("name")
    text = match.string
    while text[start] in _MARKS:
        start += 1
    while text[end - 1] in _MARKS:
        end -= 1
    return _Named(start, end, without_genitive(text[start:end]), _kind(head), rule, confidence)


def _kind(head: str) -> str:
    low = head.lower()
    return next(
        (kind for form, kind in sorted(_HEADS.items(), key=lambda pair: -len(pair[0])) if low.endswith(form)), "other"
    )


def _compound(text: str, match: re.Match[str]) -> _Named | None:
    """A compound: with a capital inside a sentence, or with a head that names one thing only."""
    name, head = match["name"], match["head"].lower()
    inside = (
        match.start() > 0 and text[match.start() - 1] == " " and text[: match.start()].rstrip()[-1:] not in '.!?:”»"'
    )
    if name.lower() in _HEADS or (name[0].islower() and head not in _UNIQUE) or name.isupper():
        return None
    if name[0].isupper() and not inside and head not in _UNIQUE:
        return None
    named = name[0].upper() + name[1:]
    return _Named(
        *match.span("name"), named, _DEFINITE[head], "initiative.compound", 0.8 if name[0].isupper() else 0.65
    )


def _owner(sentence: Sentence, named: _Named, cast: Cast) -> str | None:
    """The organisation that the sentence names beside the initiative; the government where only it stands there."""
    items = cast.organisations_between(sentence.start, sentence.end)
    if len({item.name for item in items}) == 1:
        return items[0].name
    body = _BODY.search(sentence.text)
    if body and not items:
        return body[1]
    earlier = cast.organisations_between(sentence.segment.start, sentence.start)
    if not items and len({item.name for item in earlier}) == 1 and named.rule != "initiative.compound":
        return earlier[0].name
    return None


def _row(article: Article, sentence: Sentence, named: _Named, owner: str | None, identifiers: RowIdentifiers) -> Row:
    start, end = sentence.start + named.start, sentence.start + named.end
    text = article.clean_text[start:end]
    return INITIATIVES.row(
        initiative_id=identifiers.next(text),
        document_id=article.id,
        segment_id=sentence.segment.id,
        char_start=start,
        char_end=end,
        text=text,
        name=named.name,
        kind=named.kind,
        organisation=owner,
        rule=named.rule,
        confidence=named.confidence,
    )
