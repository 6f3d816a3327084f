"""From the sentences of an article to rows of the table `initiatives`."""

from pejlemaerker.corpus.article import Article, Row, Sentence
from pejlemaerker.corpus.identifiers import RowIdentifiers
from pejlemaerker.extraction.cast import Cast, OrganisationMention, cast_of
from pejlemaerker.extraction.counted import confidence
from schemas import INITIATIVES

from .joining import key_of
from .naming import COMPOUND, DEFINITE, Named, names_in
from .owning import owner


def initiatives(article: Article) -> list[Row]:
    """Rows of the table `initiatives` for `article`: each name once, where it first stands."""
    identifiers = RowIdentifiers(article.id, "i")
    cast = cast_of(article)
    seen: dict[str, Row] = {}
    for segment in article.content:
        for sentence in segment.passages:
            for named in _in_sentence(sentence, cast):
                key = key_of(named.name)
                whose = owner(article, sentence, named, cast)
                if key in seen:
                    seen[key]["organisation"] = seen[key]["organisation"] or whose
                    continue
                seen[key] = _row(article, sentence, named, whose, identifiers)
    return sorted(seen.values(), key=lambda row: (row["char_start"], row["initiative_id"]))


def _in_sentence(sentence: Sentence, cast: Cast) -> list[Named]:
    """The names in a sentence that are none of a person or an organisation, the longest of those that overlap."""
    found = names_in(sentence.text)
    if not found:
        return []
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
    match = COMPOUND.fullmatch(item.name)
    return match is not None and (item.known is None or DEFINITE[match["head"].lower()] == "commission")


def _row(article: Article, sentence: Sentence, named: Named, whose: str | None, identifiers: RowIdentifiers) -> Row:
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
        organisation=whose,
        rule=named.rule,
        confidence=confidence("initiatives", named.rule, named.kind),
    )
