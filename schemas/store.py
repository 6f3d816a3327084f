"""The tables that stay in the store between stages and are never published: `sources`, `raw`, `texts` and `blocks`."""

from ._model import Column, Table
from .documents import FORMATS

_SOURCE_ID = Column(
    "source_id",
    "text",
    "The source: SHA-256 of the file's bytes, or of these and of the metadata beside it.",
    pattern="[0-9a-f]{64}",
)

SOURCES = Table(
    "sources",
    "The files to read, by content: two files with the same bytes and the same metadata beside them are one source.",
    ("source_id",),
    (
        _SOURCE_ID,
        Column(
            "source_path",
            "text",
            "The file, relative to the articles folder; of several that are the same source the first.",
        ),
        Column("n_bytes", "integer", "Size of the file.", minimum=1, unit="bytes"),
    ),
    published=False,
)

RAW = Table(
    "raw",
    "The bytes of each source, kept so that a rerun needs no file a second time.",
    ("source_id",),
    (
        _SOURCE_ID,
        Column("content", "bytes", "The bytes of the file."),
        Column(
            "sidecar", "bytes", "The bytes of the file with metadata beside it; null when there is none.", optional=True
        ),
    ),
    published=False,
)

TEXTS = Table(
    "texts",
    "The clean text of each source, or why there is none.",
    ("source_id",),
    (
        _SOURCE_ID,
        Column("raw_sha256", "text", "SHA-256 of the file's bytes.", pattern="[0-9a-f]{64}"),
        Column(
            "format", "text", "The format the file is in; null when it was not opened.", optional=True, enum=FORMATS
        ),
        Column("clean_text", "text", "Unicode NFC, marks of layout taken away, contact details masked.", optional=True),
        Column("encoding", "text", "The encoding the bytes were read in.", optional=True),
        Column("stated", "text", "Metadata that a person wrote down, trusted over the text, as JSON.", optional=True),
        Column("claims", "text", "Metadata that a program put in the file, as JSON.", optional=True),
        Column("skip_code", "text", "The kind of reason why there is no text.", optional=True),
        Column("skip_reason", "text", "Why there is no text.", optional=True),
    ),
    published=False,
)

FINGERPRINTS = Table(
    "fingerprints",
    "What each document's likeness to others is told from.",
    ("source_id",),
    (
        _SOURCE_ID,
        Column(
            "signature",
            "bytes",
            "MinHash of its content: 126 numbers of four bytes; null when it is too short.",
            optional=True,
        ),
    ),
    published=False,
)

HOUSE_LINES = Table(
    "house_lines",
    "Lines of a document that stand in several documents of the same publisher.",
    ("source_id", "line"),
    (_SOURCE_ID, Column("line", "text", "The line as it stands in the clean text.")),
    published=False,
)

BLOCKS = Table(
    "blocks",
    "The stretches a reader of formats found in each text, before anything is said about what they mean.",
    ("source_id", "ordinal"),
    (
        _SOURCE_ID,
        Column("ordinal", "integer", "Place in the text, from 1.", minimum=1),
        Column("char_start", "integer", "First character in the clean text.", minimum=0, unit="Unicode code points"),
        Column("char_end", "integer", "The character after the last.", minimum=1, unit="Unicode code points"),
        Column("shape", "text", "What the layout says it is.", enum=("line", "heading", "list_item")),
        Column("level", "integer", "Level of a heading or depth of a list item, from 1.", optional=True, minimum=1),
        Column("marker", "text", "The number or letter of a list item; null for a bullet.", optional=True),
        Column("gap", "flag", "Whether blank space stands before it."),
        Column(
            "zone",
            "text",
            "The segment kind that the format gives it; null where only its words can tell.",
            optional=True,
        ),
    ),
    published=False,
)
