"""One article: whether it is asked for at all, and what becomes of the answer."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from .answers import Answer
from .archive import Record, SourceArchive, ending, timestamp
from .entries import Entry
from .errors import NoAnswerError, NoArticleError, PageGoneError, WebError
from .sidecars import sidecar
from .sources import WebSource
from .web import PoliteClient

_NOT_FOUND, _GONE = 404, 410
# 410 is said on purpose. 404 is also what a site answers that is being moved or mended, so it has to say so for a day.
_SAID_FOR = timedelta(days=1)
_KEPT = "What was fetched is kept, but is no longer read."
# A list that says when its pages changed is believed, but for a day (dates without a time, other time zones) and not for ever.
_MARGIN = timedelta(days=1)
_BELIEVED = timedelta(days=30)
_MOST_UNLISTED = 50  # in one run; the next goes on with those that were asked for longest ago

Metadata = Callable[[str], str]  # from the address after redirects to what is laid beside the article


def visit(source: WebSource, archive: SourceArchive, client: PoliteClient, address: str, entry: Entry) -> str:
    """Bring one article of `archive` up to date, under its canonical `address`: `new`, `changed` or `unchanged`; else WebError."""
    record = archive.find(address)

    def metadata(final_address: str) -> str:
        return sidecar(source, entry, final_address)

    if record and archive.holds(record) and _is_current(record, entry, client.clock.now()):
        _describe(archive, record, metadata)
        return "unchanged"
    return _asked(archive, client, address, entry.address, metadata, is_listed=True)


def revisit(source: WebSource, archive: SourceArchive, client: PoliteClient, record: Record) -> str:
    """Ask for a page that no list names any more, as `visit` does. What a list once said of it stays."""
    stated = archive.description(record.file) if record.file else None

    def metadata(final_address: str) -> str:
        return stated or sidecar(source, Entry(record.address), final_address)

    return _asked(archive, client, record.address, record.address, metadata, is_listed=False)


def due(archive: SourceArchive, listed: Collection[str], now: datetime) -> list[Record]:
    """The pages that are to be asked for though they are not among those `listed`: else nobody would learn that they are gone."""
    return [record for record in archive.unlisted(listed) if _is_due(record, now)][:_MOST_UNLISTED]


def _is_due(record: Record, now: datetime) -> bool:
    """After a month; after a day, where the last time it was asked for decided nothing."""
    is_settled = record.gone or record.status in (200, 304)
    return now - datetime.fromisoformat(record.asked) >= (_BELIEVED if is_settled else _SAID_FOR)


def _asked(
    archive: SourceArchive, client: PoliteClient, address: str, asked_for: str, metadata: Metadata, *, is_listed: bool
) -> str:
    """Ask for the article of `archive` that is kept under `address`, at `asked_for`; WebError."""
    record = archive.find(address)
    held = record if archive.holds(record) else None
    try:
        answer = client.get(
            asked_for,
            etag=held.etag if held else None,
            last_modified=held.last_modified if held else None,
        )
        if answer.status == 304 and held:
            archive.note(_confirmed(held, client.clock.now()))
            _describe(archive, held, metadata)
            return "unchanged"
        _check(answer, record, client.clock.now())
        if held and not is_listed:
            _check_place(answer, held)
        return archive.keep(address, answer, client.clock.now(), metadata=metadata(answer.address))
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


def _describe(archive: SourceArchive, held: Record, metadata: Metadata) -> None:
    if held.file is not None:
        archive.describe(held.file, metadata(held.final_address or held.address))


def _check(answer: Answer, record: Record | None, now: datetime) -> None:
    """WebError for an answer that is no article."""
    status = answer.status
    if status == _GONE:
        raise PageGoneError(f"The site says that the page is gone for good (410). {_KEPT}", status)
    if status == _NOT_FOUND:
        if record is not None and _was_missing_before(record, now):
            raise PageGoneError(
                f"The site says again, a day or more later, that there is no such page. {_KEPT}", status
            )
        raise NoAnswerError(
            "The site says that there is no such page. It counts as gone if it says so again, a day later or more.",
            status,
        )
    if status != 200:
        raise NoAnswerError(f"The site answers with status {status}. Open the address in a browser to see why.", status)
    if ending(answer.content_type) is None:
        raise NoArticleError(f"It is {answer.content_type}, which is no article.", status)
    if not answer.content.strip():
        raise NoAnswerError("The page is empty. Try again later.", status)


def _check_place(answer: Answer, held: Record) -> None:
    """NoAnswerError when the page leads elsewhere than it did: sites do that with what they took away, mostly to their front page.

    What answers there must not take the place of the article. Another host or scheme is no other place.
    """
    if urlsplit(answer.address)[2:4] != urlsplit(held.final_address or held.address)[2:4]:
        to = answer.address[:200]
        raise NoAnswerError(
            f"No list names it, and the site sends on to {to}. What was fetched is kept.", answer.status
        )


def _confirmed(held: Record, now: datetime) -> Record:
    present = replace(held, missing=0, missing_since=None, gone=False, gone_since=None)
    return replace(present, asked=timestamp(now), status=304, error=None)


def _after(record: Record, error: WebError, asked: str) -> Record:
    """The record of a page that was not fetched. Silence is no answer: it neither says that the page is gone nor that it is there."""
    after = replace(record, asked=asked, status=error.status, error=str(error))
    if error.status in (_NOT_FOUND, _GONE):
        since = _missing_since(record) or asked
        after = replace(after, missing=record.missing + 1, missing_since=since)
    elif error.status is not None:
        after = replace(after, missing=0, missing_since=None)
    if isinstance(error, PageGoneError):
        after = replace(after, gone=True, gone_since=record.gone_since or asked)
    return after


def _was_missing_before(record: Record, now: datetime) -> bool:
    """Whether the site has said for long enough that there is no such page, or the page is known to be gone."""
    since = _missing_since(record)
    return record.gone or (since is not None and now - datetime.fromisoformat(since) >= _SAID_FOR)


def _missing_since(record: Record) -> str | None:
    """When the site first said, of the times in a row, that there is no such page; older records do not state it."""
    return record.missing_since or (record.asked if record.missing else None)
