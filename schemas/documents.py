"""The table `documents`: one row for each article read."""

from ._model import DOCUMENT_ID, Column, Table

KINDS = ("news", "press_release", "opinion", "blog", "slides", "report", "interview", "other")

RIGHTS_BASES = ("licence", "official", "quotation", "none")

FORMATS = ("text", "html", "mhtml", "eml", "pdf", "docx", "pptx", "odt")

DOCUMENTS = Table(
    "documents",
    "One row for each article that was read.",
    ("document_id",),
    (
        Column(
            "document_id",
            "text",
            "Stable identifier, made from the canonical address, else from publisher, title and date.",
            pattern=DOCUMENT_ID,
        ),
        Column("source_path", "text", "The file, relative to the articles folder."),
        Column("raw_sha256", "text", "SHA-256 of the file's bytes.", pattern="[0-9a-f]{64}"),
        Column("text_sha256", "text", "SHA-256 of the clean text in UTF-8.", pattern="[0-9a-f]{64}"),
        Column("format", "text", "The format the file is in.", enum=FORMATS),
        Column("url", "text", "The canonical address, without trackers; null when it is not known.", optional=True),
        Column("title", "text", "The title as written; null when none was found.", optional=True, correctable=True),
        Column("kind", "text", "What kind of text it is.", enum=KINDS, correctable=True),
        Column(
            "publisher",
            "text",
            "Who published it, as written; null when the text does not say.",
            optional=True,
            correctable=True,
        ),
        Column(
            "licence",
            "text",
            "The licence of the text, as stated in or beside it or by the policy of rights; null when none is known.",
            optional=True,
        ),
        Column(
            "rights_basis",
            "text",
            "On what ground words of it are published in the open edition. licence: it allows that; official: a document that no copyright "
            "holds for; quotation: short excerpts with attribution and source; none: no words are published.",
            enum=RIGHTS_BASES,
        ),
        Column(
            "excerpt_share",
            "number",
            "The share of its clean text that stands in this edition, in any table, each character counted once.",
            minimum=0,
            maximum=1,
        ),
        Column(
            "published",
            "date",
            "Date of publication; null when the text does not say.",
            optional=True,
            correctable=True,
        ),
        Column(
            "published_precision",
            "text",
            "How much of `published` the text gives: a year, month or quarter is dated its first day.",
            optional=True,
            enum=("day", "month", "quarter", "year"),
            correctable=True,
        ),
        Column("language", "text", "ISO 639-1 code; nothing is extracted unless it is da.", pattern="[a-z]{2}|und"),
        Column("n_chars", "integer", "Length of the clean text.", minimum=1, unit="Unicode code points"),
        Column("n_words", "integer", "Words in the segments that are content.", minimum=0, unit="words"),
        Column(
            "duplicate_of",
            "text",
            "The document this one repeats; null when none.",
            optional=True,
            references="documents.document_id",
        ),
    ),
)
