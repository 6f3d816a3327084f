"""What a site's robots.txt says: which pages may be fetched, and how often (RFC 9309, and Crawl-delay beside it)."""

import re
from dataclasses import dataclass

from protego import Protego

from .errors import NoAnswerError, RobotsRefusedError

_LARGEST = 512_000  # bytes; the standard asks for 500 kB at least
_TOKEN = re.compile(r"[A-Za-z_-]+")


@dataclass(frozen=True, slots=True)
class RobotRules:
    """The rules of one site for one name; without `rules` all is allowed, with `closed` nothing, for that reason.

    `unread` rules close a site because nobody knows them, not because they say so.
    """

    name: str
    rules: Protego | None = None
    closed: str | None = None
    unread: bool = False

    def check(self, address: str) -> None:
        """RobotsRefusedError when `address` is not to be fetched, NoAnswerError when nobody knows."""
        if self.closed is not None:
            raise NoAnswerError(self.closed) if self.unread else RobotsRefusedError(self.closed)
        if self.rules is not None and not self.rules.can_fetch(address, self.name):
            raise RobotsRefusedError("The site's robots.txt asks not to fetch it. Ask the site, or leave it out.")

    @property
    def interval(self) -> float:
        """Seconds that the site wants between two requests; 0 when it says nothing of it."""
        if self.rules is None:
            return 0.0
        rate = self.rules.request_rate(self.name)
        by_rate = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(0.0, self.rules.crawl_delay(self.name) or 0.0, by_rate)


def robot_name(user_agent: str) -> str:
    """The name that a robots.txt knows the user agent by: its first word."""
    match = _TOKEN.match(user_agent)
    return match[0] if match else "pejlemaerker"


def read_robots(name: str, content: bytes, longest_interval: float) -> RobotRules:
    """The rules that a robots.txt holds for `name`; whatever is no rule is passed over."""
    rules = RobotRules(name, Protego.parse(content[:_LARGEST].decode("utf-8-sig", errors="replace")))
    if rules.interval > longest_interval:
        why = f"asks for {rules.interval:.0f} seconds between two requests, too long for one run"
        return RobotRules(name, closed=f"Nothing is fetched from the site: its robots.txt {why}.")
    return rules


def unread(name: str, why: str) -> RobotRules:
    """Rules that could not be read, and therefore allow nothing this time."""
    return RobotRules(
        name, None, f"Nothing is fetched from the site this time: its robots.txt could not be read ({why}).", True
    )
