"""The tables that stay in the store between stages and are never published: `sources`, `raw`, `texts` and `blocks`."""

from ._model import Column, Table

SOURCES = Table(
    "sources",
    "The files to read, by content: two files with the same bytes are one source.",
    ("raw_sha256",),
    (
        Column("raw_sha256", "text", "SHA-256 of the file's bytes.", pattern="[0-9a-f]{64}"),
        Column(
            "source_path",
            "text",
            "The file, relative to the articles folder; of several with the same bytes the first.",
        ),
        Column("n_bytes", "integer", "Size of the file.", minimum=1, unit="bytes"),
    ),
    published=False,
)

RAW = Table(
    "raw",
    "The bytes of each source, kept so that a rerun needs no file a second time.",
    ("raw_sha256",),
    (
        Column("raw_sha256", "text", "SHA-256 of the bytes.", pattern="[0-9a-f]{64}"),
        Column("content", "bytes", "The bytes."),
    ),
    published=False,
)

TEXTS = Table(
    "texts",
    "The clean text of each source, or why there is none.",
    ("raw_sha256",),
    (
        Column("raw_sha256", "text", "The source.", pattern="[0-9a-f]{64}"),
        Column("clean_text", "text", "Unicode NFC, marks of layout taken away, contact details masked.", optional=True),
        Column("encoding", "text", "The encoding the bytes were read in.", optional=True),
        Column("skip_code", "text", "The kind of reason why there is no text.", optional=True),
        Column("skip_reason", "text", "Why there is no text.", optional=True),
    ),
    published=False,
)

BLOCKS = Table(
    "blocks",
    "The stretches a reader of formats found in each text, before anything is said about what they mean.",
    ("raw_sha256", "ordinal"),
    (
        Column("raw_sha256", "text", "The source.", pattern="[0-9a-f]{64}"),
        Column("ordinal", "integer", "Place in the text, from 1.", minimum=1),
        Column("char_start", "integer", "First character in the clean text.", minimum=0, unit="Unicode code points"),
        Column("char_end", "integer", "The character after the last.", minimum=1, unit="Unicode code points"),
        Column("shape", "text", "What the layout says it is.", enum=("line", "heading", "list_item")),
        Column("level", "integer", "Level of a heading or depth of a list item, from 1.", optional=True, minimum=1),
        Column("marker", "text", "The number or letter of a list item; null for a bullet.", optional=True),
        Column("gap", "flag", "Whether blank space stands before it."),
    ),
    published=False,
)
