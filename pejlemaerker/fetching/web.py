"""The polite client: one request at a time, by the rules of the site, within limits, and to the open internet only."""

from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType

import httpcore
import httpx

from .addresses import checked, is_public
from .answers import Answer, read_answer
from .clock import Clock, SystemClock
from .connections import Deadline, Guard, GuardedTransport
from .errors import AddressRefusedError, HostLeftAloneError, NoAnswerError, TooLargeError, WebError
from .pace import Limits, Pace
from .robots import RobotRules, read_robots, robot_name, unread

USER_AGENT = "pejlemaerker (an open dataset of Danish texts on public-sector leadership)"
_BUSY = (429, 503)
_FAILURES = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, ValueError)
_CORE_FAILURES = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol)


class PoliteClient:
    """Asks sites for pages. `allowed` says which numbers of the network may be connected to; a test lets in its own."""

    def __init__(
        self,
        user_agent: str | None = None,
        *,
        limits: Limits | None = None,
        clock: Clock | None = None,
        allowed: Guard = is_public,
    ) -> None:
        self.clock: Clock = clock or SystemClock()
        self._limits = limits or Limits()
        self._pace = Pace(self.clock, self._limits)
        self._deadline = Deadline(self.clock)
        self._name = robot_name(user_agent or USER_AGENT)
        self._robots: dict[str, RobotRules] = {}
        self._client = httpx.Client(
            transport=GuardedTransport(allowed, self._deadline, self._limits.look_up),
            headers={"User-Agent": user_agent or USER_AGENT, "Accept": "*/*", "Accept-Encoding": "gzip"},
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            timeout=self._limits.seconds,
            trust_env=False,
        )

    def __enter__(self) -> "PoliteClient":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close what is still open."""
        self._client.close()

    def get(self, address: str, *, etag: str | None = None, last_modified: str | None = None) -> Answer:
        """The page at `address`, or status 304 if it is still the one of `etag` and `last_modified`; WebError if there is none."""
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        return self._follow(checked(address), {name: value for name, value in conditions.items() if value})

    def _follow(self, url: httpx.URL, headers: dict[str, str], *, by_rules: bool = True) -> Answer:
        for _ in range(self._limits.redirects + 1):
            if by_rules:
                self._rules(url).check(str(url))
            answer = self._ask(url, headers)
            if answer.location is None:
                return answer
            try:
                url = checked(str(url.join(answer.location)))
            except httpx.InvalidURL:
                raise AddressRefusedError("The site sends on to something that is no address.") from None
        raise NoAnswerError(
            f"The site sends on more than {self._limits.redirects} times. Look at the address in a browser."
        )

    def _rules(self, url: httpx.URL) -> RobotRules:
        """The robots.txt of the site, asked once in a run."""
        site = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if site not in self._robots:
            self._robots[site] = rules = self._read_rules(httpx.URL(f"{site}/robots.txt"))
            if rules.interval:
                self._pace.slow_down(url.host, rules.interval)
        return self._robots[site]

    def _read_rules(self, url: httpx.URL) -> RobotRules:
        try:
            answer = self._follow(url, {}, by_rules=False)
        except (NoAnswerError, HostLeftAloneError, TooLargeError) as error:
            return unread(self._name, str(error).rstrip("."))
        if 400 <= answer.status < 500:
            return RobotRules(self._name)
        if answer.status != 200:
            return unread(self._name, f"status {answer.status}")
        return read_robots(self._name, answer.content, self._limits.longest_interval)

    def _ask(self, url: httpx.URL, headers: dict[str, str]) -> Answer:
        """The answer to a request, after a pause for a busy host; WebError."""
        for tries in range(1, self._limits.tries + 1):
            self._pace.wait(url.host)
            answer = self._ask_once(url, headers)
            if answer.status not in _BUSY:
                return answer
            self._pace.back_off(url.host, tries, answer.retry_after)
        self._pace.wait(url.host)
        raise NoAnswerError(f"The site is busy (status {answer.status}). Try again later.")

    def _ask_once(self, url: httpx.URL, headers: dict[str, str]) -> Answer:
        answered = False
        self._deadline.start(self._limits.seconds)
        try:
            with self._client.stream("GET", url, headers=headers, follow_redirects=False) as response:
                answered = True
                return read_answer(response, self._limits.body)
        except AddressRefusedError:
            answered = True  # the host was not asked, so it was not silent either
            raise
        except (httpcore.TimeoutException, httpx.TimeoutException):
            answered = False
            raise NoAnswerError(f"It took longer than {self._limits.seconds:g} seconds. Try again later.") from None
        except WebError:
            raise
        except (*_CORE_FAILURES, *_FAILURES) as error:
            raise NoAnswerError(f"There was no whole answer ({str(error)[:200] or type(error).__name__}).") from None
        finally:
            self._pace.asked(url.host, answered=answered)
