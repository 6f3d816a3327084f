"""The tables about a release itself: `skipped`, `releases`, `quality` and `changes`."""

from ._model import EDITIONS, Column, Table

SKIP_CODES = (
    "empty",
    "binary",
    "encoding",
    "unreadable",
    "unsupported",
    "encrypted",
    "broken",
    "no_text",
    "limit",
    "metadata",
    "too_large",
    "same_bytes",
    "same_text",
    "failed",
    "erased",
)

REASONS = (
    "new_article",
    "removed_article",
    "changed_article",
    "new_extractor",
    "new_context",
    "correction",
    "erasure",
)

SKIPPED = Table(
    "skipped",
    "Files that were not read, and why.",
    ("source_path",),
    (
        Column("source_path", "text", "The file, relative to the articles folder."),
        Column("code", "text", "The kind of reason.", enum=SKIP_CODES),
        Column("reason", "text", "Why, in words that say what to do."),
    ),
)

RELEASES = Table(
    "releases",
    "What this release is.",
    ("version",),
    (
        Column(
            "version",
            "text",
            "Version of the data: a hash of the rows of both editions, of what is said of them, and of the release before.",
            pattern="[0-9a-f]{12}",
        ),
        Column(
            "previous_version",
            "text",
            "The release it follows; null for the first.",
            optional=True,
            pattern="[0-9a-f]{12}",
        ),
        Column(
            "content_sha256", "text", "Hash of all rows of the data tables of this edition.", pattern="[0-9a-f]{64}"
        ),
        Column(
            "about_sha256",
            "text",
            "Hash of what its operator says of it, of the figures measured for its rules, and of the program that makes its site.",
            pattern="[0-9a-f]{64}",
        ),
        Column(
            "edition",
            "text",
            "full: for in-house use; open: for publication, with short excerpts and without private persons.",
            enum=EDITIONS,
        ),
        Column("schema_version", "text", "Semantic version of the tables' schema.", pattern=r"\d+\.\d+\.\d+"),
        Column("code_version", "text", "Version of the program."),
        Column("reading_version", "text", "Hash of all rules that read the documents.", pattern="[0-9a-f]{16}"),
    ),
)

QUALITY = Table(
    "quality",
    "Measured figures: shares of this release's rows, and how well the rules that made it read annotated documents.",
    ("measured_on", "measure"),
    (
        Column(
            "measured_on",
            "text",
            "release: the rows of this release; else the set of annotated documents.",
            pattern="[a-z][a-z0-9_]*",
        ),
        Column("measure", "text", "What is measured.", pattern="[a-z0-9_.]+"),
        Column("value", "number", "The figure: a share between 0 and 1.", optional=True, minimum=0, maximum=1),
        Column("low", "number", "Lower end of its 95 % interval.", optional=True, minimum=0, maximum=1),
        Column("high", "number", "Upper end of its 95 % interval.", optional=True, minimum=0, maximum=1),
        Column("n", "integer", "The number of rows it was measured on.", minimum=0, unit="rows"),
        Column("description", "text", "How to read it."),
    ),
)

CHANGES = Table(
    "changes",
    "Rows added, removed or changed since the release before; empty in the first release.",
    ("table_name", "row_id"),
    (
        Column("table_name", "text", "The table."),
        Column("row_id", "text", "The row's identifier."),
        Column("change", "text", "What happened.", enum=("added", "removed", "changed")),
        Column(
            "reason",
            "text",
            "Why. new_extractor: the rules have changed; new_context: other documents, or the policy of rights, say otherwise; "
            "correction: a person corrected it; erasure: it, or what it stood on, was erased.",
            enum=REASONS,
        ),
    ),
)
