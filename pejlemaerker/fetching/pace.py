"""How often a host is asked: never sooner than it likes, ever more slowly when it is busy, and then not at all."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from .clock import Clock
from .errors import HostLeftAloneError


@dataclass(frozen=True, slots=True)
class Limits:
    """What one run allows itself, in seconds, bytes and times."""

    seconds: float = 30.0  # one request in all
    look_up: float = 10.0  # of these, for the name of the host
    body: int = 20_000_000
    redirects: int = 5
    interval: float = 1.0  # between two requests to a host
    longest_interval: float = 60.0  # a host that asks for more is not asked
    back_off: float = 5.0  # before the second try, doubled before the third
    longest_wait: float = 120.0  # a host that asks for more is left alone
    tries: int = 3
    silences: int = 3  # requests in a row without an answer, after which a host is left alone


class Pace:
    """When each host was last asked, and what it said of being asked. Hosts are told apart by name, not by port."""

    def __init__(self, clock: Clock, limits: Limits) -> None:
        self._clock = clock
        self._limits = limits
        self._next: dict[str, float] = {}
        self._interval: dict[str, float] = {}
        self._silent: dict[str, int] = {}
        self._left_alone: dict[str, str] = {}

    def wait(self, host: str) -> None:
        """Wait until `host` may be asked; HostLeftAloneError when it may not in this run."""
        if host in self._left_alone:
            raise HostLeftAloneError(self._left_alone[host])
        seconds = self._next.get(host, 0.0) - self._clock.monotonic()
        if host in self._next and seconds > 0:
            self._clock.sleep(seconds)

    def asked(self, host: str, *, answered: bool) -> None:
        """Take note of a request that is over."""
        self._next[host] = self._clock.monotonic() + self._interval.get(host, self._limits.interval)
        self._silent[host] = 0 if answered else self._silent.get(host, 0) + 1
        if self._silent[host] >= self._limits.silences:
            self._left_alone[host] = (
                f"{host} did not answer {self._silent[host]} times in a row and is left alone for this run. Try again later."
            )

    def slow_down(self, host: str, seconds: float) -> None:
        """Keep at least `seconds` between two requests to `host`."""
        self._interval[host] = max(self._limits.interval, seconds)
        self._next[host] = max(self._next.get(host, 0.0), self._clock.monotonic() + self._interval[host])

    def back_off(self, host: str, tries: int, retry_after: str | None) -> None:
        """The host said, for the `tries`th time, that it is busy: ask again later, or leave it alone."""
        asked_for = self._seconds(retry_after)
        seconds = self._limits.back_off * 2 ** (tries - 1) if asked_for is None else asked_for
        if tries >= self._limits.tries or seconds > self._limits.longest_wait:
            until = f" It asks to wait {seconds:.0f} seconds." if asked_for is not None else ""
            self._left_alone[host] = f"{host} is busy and is left alone for this run.{until} Try again later."
        self._next[host] = max(self._next.get(host, 0.0), self._clock.monotonic() + seconds)

    def _seconds(self, retry_after: str | None) -> float | None:
        """What the header Retry-After asks for, a number of seconds or a date; None when it says neither."""
        stated = (retry_after or "").strip()
        if stated.isascii() and stated.isdecimal():
            return float(stated[:9])
        try:
            moment = parsedate_to_datetime(stated)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (aware - _utc(self._clock.now())).total_seconds())


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
