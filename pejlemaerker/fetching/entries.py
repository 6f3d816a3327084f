"""What a feed or a sitemap lists: addresses, and what it says of the pages behind them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from .errors import ListingError

_DENMARK = ZoneInfo("Europe/Copenhagen")
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that is listed. `changed`, in UTC, is when the list says that the page was last changed."""

    address: str
    title: str | None = None
    published: date | None = None
    changed: datetime | None = None


def newest(entries: Iterable[Entry], limit: int) -> list[Entry]:
    """The `limit` newest entries; those without a date come last, in the order of the list."""
    return sorted(entries, key=_age)[:limit]


def _age(entry: Entry) -> float:
    if entry.changed is not None:
        return -entry.changed.timestamp()
    if entry.published is not None:
        return -datetime(entry.published.year, entry.published.month, entry.published.day, tzinfo=UTC).timestamp()
    return float("inf")


def danish_day(moment: datetime) -> date:
    """The day in Denmark at `moment`: midnight in Copenhagen is still the day before in UTC."""
    return moment.astimezone(_DENMARK).date()


def refuse_declarations(content: bytes, *names: str) -> None:
    """ListingError when the XML in `content` declares what a list has no use for, such as `ENTITY`, with which bombs are built."""
    for name in names:
        if any(f"<!{name}".encode(encoding) in content for encoding in _ENCODINGS):
            raise ListingError(f"It declares {name}, which lists have no use for, and is not read.")
