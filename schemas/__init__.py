"""The one source of truth for every table: columns, types, units, enums, keys and descriptions, one file a table or a family.

Nothing else in the project may list a table's columns again. `TABLES` holds them all by name, `PUBLISHED` those that a
release holds, in the order in which a reader meets them, `DATABASE_ONLY` those of the search, which only its DuckDB file holds.
"""

from ._model import EDITIONS, Column, Table
from .actors import AFFILIATIONS, ALIASES, ORGANISATIONS, PEOPLE, POSITIONS
from .authors import AUTHORS
from .corrections import CORRECTIONS
from .documents import DOCUMENTS
from .initiatives import INITIATIVES
from .kpis import KPIS
from .mentions import MENTIONS
from .quotes import QUOTES
from .recommendations import RECOMMENDATIONS
from .release import CHANGES, QUALITY, RELEASES, SKIPPED
from .search import DATABASE_ONLY, SEARCH_POSTINGS, SEARCH_SEGMENTS, SEARCH_TERMS, SEARCH_WORDS
from .segments import SEGMENTS
from .store import BLOCKS, FINGERPRINTS, HOUSE_LINES, RAW, SOURCES, TEXTS
from .themes import DOCUMENT_THEMES, THEME_WORDS, THEMES
from .versioning import schema_version

PUBLISHED = (
    DOCUMENTS,
    AUTHORS,
    SEGMENTS,
    QUOTES,
    RECOMMENDATIONS,
    KPIS,
    INITIATIVES,
    MENTIONS,
    DOCUMENT_THEMES,
    THEME_WORDS,
    THEMES,
    PEOPLE,
    ORGANISATIONS,
    ALIASES,
    AFFILIATIONS,
    POSITIONS,
    CORRECTIONS,
    SKIPPED,
    RELEASES,
    QUALITY,
    CHANGES,
)
TABLES = {table.name: table for table in (*PUBLISHED, SOURCES, RAW, TEXTS, BLOCKS, FINGERPRINTS, HOUSE_LINES)}


# Told from what differs from the schema published last; nobody types it.
SCHEMA_VERSION = schema_version(PUBLISHED)


def published(edition: str) -> tuple[Table, ...]:
    """The tables of a release, as they are in an edition."""
    return tuple(table.of_edition(edition) for table in PUBLISHED)


__all__ = [
    "AFFILIATIONS",
    "ALIASES",
    "AUTHORS",
    "BLOCKS",
    "CHANGES",
    "CORRECTIONS",
    "DATABASE_ONLY",
    "DOCUMENTS",
    "DOCUMENT_THEMES",
    "EDITIONS",
    "FINGERPRINTS",
    "HOUSE_LINES",
    "INITIATIVES",
    "KPIS",
    "MENTIONS",
    "ORGANISATIONS",
    "PEOPLE",
    "POSITIONS",
    "PUBLISHED",
    "QUALITY",
    "QUOTES",
    "RAW",
    "RECOMMENDATIONS",
    "RELEASES",
    "SCHEMA_VERSION",
    "SEARCH_POSTINGS",
    "SEARCH_SEGMENTS",
    "SEARCH_TERMS",
    "SEARCH_WORDS",
    "SEGMENTS",
    "SKIPPED",
    "SOURCES",
    "TABLES",
    "TEXTS",
    "THEMES",
    "THEME_WORDS",
    "Column",
    "Table",
    "published",
]
