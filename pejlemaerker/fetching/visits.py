"""One article: whether it is asked for at all, and what becomes of the answer."""

from dataclasses import replace
from datetime import datetime, timedelta

from .answers import Answer
from .archive import Record, SourceArchive, ending, timestamp
from .entries import Entry
from .errors import NoAnswerError, NoArticleError, PageGoneError, WebError
from .sidecars import sidecar
from .sources import WebSource
from .web import PoliteClient

_NO_SUCH_PAGE = (404, 410)
# A list that says when its pages changed is believed, but for a day (dates without a time, other time zones) and not for ever.
_MARGIN = timedelta(days=1)
_BELIEVED = timedelta(days=30)


def visit(source: WebSource, archive: SourceArchive, client: PoliteClient, address: str, entry: Entry) -> str:
    """Bring one article of `archive` up to date, under its canonical `address`: `new`, `changed` or `unchanged`; else WebError."""
    record = archive.find(address)
    held = record if archive.holds(record) else None
    if held and _is_current(held, entry, client.clock.now()):
        _describe(source, archive, held, entry)
        return "unchanged"
    try:
        answer = client.get(
            entry.address,
            etag=held.etag if held else None,
            last_modified=held.last_modified if held else None,
        )
        if answer.status == 304 and held:
            archive.note(_confirmed(held, client.clock.now()))
            _describe(source, archive, held, entry)
            return "unchanged"
        _check(answer, record)
        metadata = sidecar(source, entry, answer.address)
        return archive.keep(address, answer, client.clock.now(), metadata=metadata)
    except WebError as error:
        asked = timestamp(client.clock.now())
        archive.note(_after(record or Record(address, asked), error, asked))
        raise


def _is_current(held: Record, entry: Entry, now: datetime) -> bool:
    """Whether the list itself says that the page has not changed since it was last asked for."""
    asked = datetime.fromisoformat(held.asked)
    if entry.changed is None or held.error is not None:
        return False
    return entry.changed + _MARGIN < asked <= now < asked + _BELIEVED


def _describe(source: WebSource, archive: SourceArchive, held: Record, entry: Entry) -> None:
    if held.file is not None:
        archive.describe(held.file, sidecar(source, entry, held.final_address or entry.address))


def _check(answer: Answer, record: Record | None) -> None:
    """WebError for an answer that is no article."""
    status = answer.status
    if status in _NO_SUCH_PAGE:
        if record is not None and record.missing:
            raise PageGoneError(
                "The site has said twice in a row that there is no such page. What was fetched is kept.", status
            )
        raise NoAnswerError(
            "The site says that there is no such page. It counts as gone if it says so next time.", status
        )
    if status != 200:
        raise NoAnswerError(f"The site answers with status {status}. Open the address in a browser to see why.", status)
    if ending(answer.content_type) is None:
        raise NoArticleError(f"It is {answer.content_type}, which is no article.", status)
    if not answer.content.strip():
        raise NoAnswerError("The page is empty. Try again later.", status)


def _confirmed(held: Record, now: datetime) -> Record:
    return replace(held, asked=timestamp(now), status=304, missing=0, gone=False, error=None)


def _after(record: Record, error: WebError, asked: str) -> Record:
    """The record of a page that was not fetched. Silence is no answer: it neither says that the page is gone nor that it is there."""
    missing = record.missing
    if error.status is not None:
        missing = missing + 1 if error.status in _NO_SUCH_PAGE else 0
    gone = record.gone or missing >= 2
    return replace(record, asked=asked, status=error.status, missing=missing, gone=gone, error=str(error))
