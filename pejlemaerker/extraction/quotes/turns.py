"""Conversations: whose turn a paragraph is, by a label in front (`Navn:`, initials, `Svar:`) or as the answer to a question."""

import re
from dataclasses import dataclass

from pejlemaerker.corpus.article import Article, Segment
from pejlemaerker.danish.reporting import SAYING
from pejlemaerker.extraction.cast import Actor, Cast, cast_of

from .judging import finite
from .mind import answerer

_LABEL = re.compile(r"(?:[-–—]\s)?(?P<label>[A-ZÆØÅ][^:!?\n”“»«\"]{0,90}?):\s+(?=[\w–-])")
_ASKS = frozenset(["spørgsmål", "spm", "spm.", "q", "interviewer", "journalist", "journalisten", "ordstyrer"])
_ANSWERS = frozenset(["svar", "a"])
_SAYS = re.compile(SAYING)
_ADDRESSED = re.compile(r"\b(?:du|dig|din|dit|dine|I|jer|jeres)\b")
_IN_PERSON = re.compile(r"\b(?:jeg|mig|min|mit|mine|vi|os|vores|man|du)\b", re.IGNORECASE)
_MARKED = re.compile(r"[-–—”“„»«\"]")
_TELLS = re.compile(r"(?:Hun|Han)\s")
_MOST_WORDS_ASKED = 60


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says in a conversation: the segment's text from `start` on; `actor` is None where nobody can say whose it is."""

    start: int
    actor: Actor | None
    how: str


def turns(article: Article) -> dict[int, Turn]:
    """The turns of the body of `article`, by the place of the segment in it; questions are none."""
    cast = cast_of(article)
    found = _labelled(article, cast)
    return found or _answers(article, cast)


def _labelled(article: Article, cast: Cast) -> dict[int, Turn]:
    """Turns with a label in front. One alone is a heading or a caption, and gives nothing."""
    labels = {place: label for place, item in enumerate(article.body) if (label := _label(item, cast)) is not None}
    if len(labels) < 2:
        return {}
    found: dict[int, Turn] = {}
    answering = _announced_answerer(article, cast, labels) or answerer(article, cast)
    inside, last = len(labels) * 2 > max(labels) - min(labels), None
    for place in range(min(labels), len(article.body)):
        label = labels.get(place)
        if label is not None:
            start, who = label
            actor = answering if who == "answer" else (who if isinstance(who, Actor) else None)
            last = Turn(start, actor, "turn") if who != "question" else None
            if last is not None:
                found[place] = last
        elif last is not None and inside and place < max(labels) and _goes_on(article.body[place], cast):
            found[place] = Turn(0, last.actor, "turn")
        elif article.body[place].kind == "heading":
            last = None
    return found


def _goes_on(segment: Segment, cast: Cast) -> bool:
    """Whether a paragraph without a label is still said by whoever has the turn."""
    told = cast.between(segment.start, segment.start + len(segment.text)) or _MARKED.match(segment.text)
    return segment.kind == "paragraph" and not told and _IN_PERSON.search(segment.text) is not None


def _announced_answerer(article: Article, cast: Cast, labels: dict[int, tuple[int, Actor | str]]) -> Actor | None:
    """Whoever is said to answer right before the first `Spørgsmål:`: `X, formand for Y, svarer.`"""
    first = next((place for place in sorted(labels) if labels[place][1] in ("question", "answer")), None)
    if not first:
        return None
    lead = article.body[first - 1]
    named = {item.actor.name: item.actor for item in cast.between(lead.start, lead.start + len(lead.text))}
    return next(iter(named.values())) if len(named) == 1 else None


def _label(segment: Segment, cast: Cast) -> tuple[int, Actor | str] | None:
    """Where the words behind the label of a segment begin, and whose label it is: a person, `question` or `answer`."""
    labelled = ":" in segment.text and segment.kind in ("paragraph", "list_item", "heading")
    match = _LABEL.match(segment.text) if labelled else None
    if match is None or _SAYS.search(match["label"]) or len(segment.text) - match.end() < 2:
        return None
    label = match["label"].strip(" .")
    if label.lower() in _ASKS:
        return match.end(), "question"
    if label.lower() in _ANSWERS:
        return match.end(), "answer"
    actor = _of_label(label, segment.start + match.start("label"), cast)
    spoken = finite(segment.text[match.end() :]) or segment.text.rstrip()[-1] in ".!?…"
    return (match.end(), actor) if actor is not None and spoken else None


def _of_label(label: str, start: int, cast: Cast) -> Actor | None:
    named = {item.actor.name: item.actor for item in cast.between(start, start + len(label))}
    if len(named) == 1:
        return next(iter(named.values()))
    if not 2 <= len(label) <= 4 or not label.isupper():
        return None
    meant = [actor for actor in cast.actors.values() if _initials(actor.name) == label]
    return meant[0] if len(meant) == 1 else None


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split("[ -]", name) if word)


def _answers(article: Article, cast: Cast) -> dict[int, Turn]:
    """Answers that stand as plain paragraphs behind questions that stand alone."""
    asked = [place for place, item in enumerate(article.body) if is_question(item)]
    if not asks(article):
        return {}
    if article.document["kind"] == "opinion" or (article.document["kind"] != "interview" and len(asked) < 3):
        return {}
    actor = answerer(article, cast)
    found: dict[int, Turn] = {}
    for place in asked:
        for following in range(place + 1, len(article.body)):
            segment = article.body[following]
            if (
                following in asked
                or segment.kind not in ("paragraph", "list_item")
                or not _is_answer(segment, actor, first=following == place + 1)
            ):
                break
            found[following] = Turn(0, actor, "answer")
    return found


def asks(article: Article) -> bool:
    """Whether questions that address somebody stand alone in the body of `article`, twice at least."""
    questions = [item for item in article.body if is_question(item)]
    return article.document["kind"] != "opinion" and sum(1 for item in questions if _ADDRESSED.search(item.text)) > 1


def is_question(segment: Segment) -> bool:
    """Whether a segment is nothing but a question that somebody asks."""
    text = segment.text.strip()
    return (
        segment.kind in ("heading", "paragraph")
        and text.rstrip('*_ ”“»«"').endswith("?")
        and len(text.split()) <= _MOST_WORDS_ASKED
        and not _MARKED.match(text)
    )


def _is_answer(segment: Segment, actor: Actor | None, *, first: bool) -> bool:
    """Whether a paragraph behind a question is said in answer: not marked as speech already, and not told of who answers."""
    text = segment.text
    if _MARKED.match(text) or _LABEL.match(text):
        return False
    told = actor is not None and (actor.name in text or _TELLS.match(text) is not None)
    return not told and (first or _IN_PERSON.search(text) is not None)
