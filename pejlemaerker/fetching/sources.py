"""The kinds of sources that a person can name in `sources.toml`."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FolderSource:
    """All articles below a folder."""

    name: str
    folder: Path


@dataclass(frozen=True, slots=True)
class GlobSource:
    """The files below `root` whose path matches `pattern`."""

    name: str
    root: Path
    pattern: str


@dataclass(frozen=True, slots=True)
class PrefixSource:
    """All articles below an address that fsspec knows: a bucket, an object store."""

    name: str
    prefix: str


@dataclass(frozen=True, slots=True)
class FeedSource:
    """The newest articles that a feed lists."""

    name: str
    feed: str
    publisher: str | None
    licence: str | None
    limit: int

    @property
    def address(self) -> str:
        """Where the list of articles lies."""
        return self.feed


@dataclass(frozen=True, slots=True)
class SitemapSource:
    """The newest pages that a sitemap lists below the paths `include`; all of them when it is empty."""

    name: str
    sitemap: str
    include: tuple[str, ...]
    publisher: str | None
    licence: str | None
    limit: int

    @property
    def address(self) -> str:
        """Where the list of articles lies."""
        return self.sitemap


WebSource = FeedSource | SitemapSource
Source = FolderSource | GlobSource | PrefixSource | WebSource


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources in the order of the file, and who asks the sites."""

    sources: tuple[Source, ...]
    user_agent: str | None = None

    @property
    def web(self) -> list[WebSource]:
        """Those that are fetched from the web."""
        return [source for source in self.sources if isinstance(source, FeedSource | SitemapSource)]
