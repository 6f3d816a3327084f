"""What can go wrong with a source. Every message says what happened and, where somebody can act, what to do."""


class SourcesFileError(ValueError):
    """The file `sources.toml` is not as it should be; the message names the source and what to do."""


class UnreachableSourceError(OSError):
    """A source could not be listed. It is not an empty one: its articles must not be taken for removed."""


class ArchiveError(ValueError):
    """What an archive says of itself cannot be read; the message says what to do."""


class ListingError(ValueError):
    """Bytes that are no feed and no sitemap, or one that is refused."""


class WebError(Exception):
    """A page was not fetched; `outcome` is `refused` where it was not to be, `failed` where it could not be.

    `status` is that of the answer, where there was one.
    """

    outcome = "failed"

    def __init__(self, reason: str, status: int | None = None) -> None:
        super().__init__(reason)
        self.status = status


class NoAnswerError(WebError):
    """The site could not be reached, broke off, took too long, or answered with something that is no page."""


class PageGoneError(WebError):
    """The site has said that the page is gone, or for a day that there is no such page."""

    outcome = "gone"


class HostLeftAloneError(WebError):
    """The host asked for quiet, or did not answer several times: it is not asked again in this run."""


class AddressRefusedError(WebError):
    """An address that is never asked: no web address, with a password in it, or inside a private network."""

    outcome = "refused"


class RobotsRefusedError(WebError):
    """The site's robots.txt does not want the page fetched."""

    outcome = "refused"


class NoArticleError(WebError):
    """The answer is something that holds no article: a picture, a program."""

    outcome = "refused"


class TooLargeError(WebError):
    """The answer is larger than is read."""

    outcome = "refused"
