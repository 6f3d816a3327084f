"""The tables of themes: which themes there are, the words that tell of one, and what each document is about."""

from ._model import Column, Table, document_id, evidence, identifier, segment_id, span

WEIGHTS = ("strong", "weak")


def _theme(description: str) -> Column:
    """A column that names a theme."""
    return Column("theme", "text", description, pattern="[a-z]+(_[a-z]+)*", references="themes.theme")


THEMES = Table(
    "themes",
    "The themes of the debate on how municipalities, regions and the state ought to be run.",
    ("theme",),
    (
        Column("theme", "text", "Short stable name.", pattern="[a-z]+(_[a-z]+)*"),
        Column("ordinal", "integer", "The order in which a reader meets them, from 1.", minimum=1),
        Column("name", "text", "The name in Danish."),
        Column("name_english", "text", "The name in English."),
        Column("description", "text", "What it is about, in Danish."),
    ),
)

THEME_WORDS = Table(
    "theme_words",
    "Words of the content that tell of a theme; a document's themes are told from them.",
    ("document_id", "char_start", "theme_word_id"),
    (
        identifier("theme_word_id", "t", "Stable identifier."),
        document_id(),
        segment_id(),
        *span(),
        _theme("The theme that the word tells of."),
        Column(
            "entry",
            "text",
            "The entry of the list of theme words that it matches; its forms are parted by /, and * stands for any letters.",
            pattern="[a-zæøåéü0-9./* -]+",
        ),
        Column(
            "weight",
            "text",
            "strong: the word alone tells of the theme; weak: it counts only beside others of the theme.",
            enum=WEIGHTS,
        ),
        *evidence(),
    ),
)

DOCUMENT_THEMES = Table(
    "document_themes",
    "The themes that each document is about; counts are those of the whole text, also in the edition for publication.",
    ("document_id", "theme"),
    (
        document_id(),
        _theme("The theme."),
        Column("rank", "integer", "Its place among the document's themes, 1 being the most prominent.", minimum=1),
        Column("words", "integer", "How often words of the theme stand in the content.", minimum=1, unit="words"),
        Column("entries", "integer", "How many different entries of the list they match.", minimum=1, unit="entries"),
        Column("segments", "integer", "How many segments they stand in.", minimum=1, unit="segments"),
        Column("in_title", "flag", "Whether one of them stands in the title."),
        Column(
            "score",
            "number",
            "What the rank is told from: the words, weighted by how strongly they tell of the theme and by where they stand, for each "
            "thousand words of content.",
            minimum=0,
        ),
        *evidence(),
    ),
)
