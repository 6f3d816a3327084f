"""The words of the frame: both languages say the same of the same, and every value that a page may show has words."""

import re
from pathlib import Path
from string import Formatter

import pytest

from pejlemaerker.publication.site import texts
from schemas import ALIASES, CHANGES, DOCUMENTS, INITIATIVES, KPIS, ORGANISATIONS, QUOTES, RECOMMENDATIONS

FOLDER = Path(texts.__file__).parent
SHOWN = (
    (ALIASES, "how"),
    (CHANGES, "change"),
    (CHANGES, "reason"),
    (DOCUMENTS, "kind"),
    (INITIATIVES, "kind"),
    (KPIS, "kind"),
    (ORGANISATIONS, "kind"),
    (QUOTES, "attribution"),
    (QUOTES, "kind"),
    (RECOMMENDATIONS, "kind"),
    (RECOMMENDATIONS, "strength"),
)


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_are_there_and_take_the_same_values() -> None:
    for key, text in texts.texts().items():
        assert {"da", "en"} <= text.keys() <= {"da", "en", "da_one", "en_one"}, key
        assert len({frozenset(names(form)) for form in text.values()}) == 1, key


@pytest.mark.parametrize(("table", "column"), SHOWN, ids=[f"{table.name}.{column}" for table, column in SHOWN])
def test_every_value_that_is_shown_has_words(table: object, column: str) -> None:
    assert not [value for value in table.column(column).enum if f"{table.name}_{column}_{value}" not in texts.texts()]


def test_no_text_is_without_use() -> None:
    files = [path for ending in ("*.jinja", "*.js", "*.py") for path in FOLDER.rglob(ending)]
    used = "\n".join(path.read_text(encoding="utf-8") for path in files)
    values = {f"{table.name}_{column}_{value}" for table, column in SHOWN for value in table.column(column).enum}
    composed = re.compile(r"n_\w+|chart_\w+|theme_(auto|light|dark)|footer_(full|open)|list_\w+|nav_\w+|search_\w+")
    idle = [
        key
        for key in texts.texts()
        if key not in values
        and not composed.fullmatch(key)
        and f'"{key}"' not in used
        and f"'{key}'" not in used
        and f".{key}" not in used
    ]
    assert not idle


def test_one_is_told_from_many_and_thousands_have_a_point() -> None:
    assert texts.danish("n_quotes", n=1) == "1 citat"
    assert texts.danish("n_quotes", n=12_345) == "12.345 citater"


def test_a_text_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        texts.danish("no_such_text")


def test_values_are_escaped() -> None:
    assert "<b>" not in texts.marked("to_whom", name='"><b>x</b>')
