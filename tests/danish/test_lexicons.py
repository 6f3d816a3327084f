"""The word lists themselves: header, columns, keys, order and facts.

What code does with the words is tested beside that code.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pejlemaerker.danish import lexicon

FOLDER = Path(lexicon.__file__).parent / "lexicons"


def one_of(words: str) -> frozenset[str]:
    """The closed set of the words in `words`."""
    return frozenset(words.split())


ORGANISATION_KINDS = one_of(
    "association union ministry agency state_body parliament party university think_tank company media foundation institution"
)
SUFFIX_KINDS = ORGANISATION_KINDS | one_of(
    "municipality region municipal_council board school hospital court research museum church"
)
ROLE_KINDS = one_of("political executive manager professional expert member other")
COLLECTIVE_KINDS = one_of(
    "government local politicians leaders staff employers unions institutions citizens business experts"
)
INITIATIVE_KINDS = one_of(
    "reform agreement commission model strategy plan programme project proposal package trial fund"
)
FURNITURE_KINDS = one_of("navigation advert teaser share cookie newsletter contact comment form copyright caption")
COMPLEMENTS = r"(at|NP|til|om|på|for)(\|(at|NP|til|om|på|for))*"
FLAGS = r"(at|direct|study|det|particle=[^|]+)?(\|(at|direct|study|det|particle=[^|]+))*"
DATE = r"\d{4}-\d{2}-\d{2}"
LOWER = r"[^A-ZÆØÅ]+"


@dataclass(frozen=True)
class Spec:
    """What a lexicon promises: a pattern or a closed set for each column, the fewest rows, the columns of its key.

    `unique_words`: columns whose names, separated by `|`, may stand only once in the file.
    """

    columns: tuple[str | frozenset[str], ...]
    least: int
    key: int = 1
    ordered: bool = True
    unique_words: tuple[int, ...] = field(default=())


SPECS = {
    "capacities": Spec((LOWER, one_of("public at_work private")), 30),
    "municipalities": Spec((r"\d{4}", r"\S+", r"\S+( Regions)?", r"108\d", DATE, f"({DATE})?"), 98),
    "regions": Spec((r"(\d{4})?", r"Region \S+", DATE, f"({DATE})?"), 6, ordered=False),
    "organisations": Spec((r"[a-z0-9]+(-[a-z0-9]+)*", r".+", ORGANISATION_KINDS, r".*"), 200, unique_words=(1, 3)),
    "roles": Spec((LOWER, ROLE_KINDS), 250),
    "role_suffixes": Spec((r"-[a-zæøå]+\.?", ROLE_KINDS), 60),
    "role_modifiers": Spec((LOWER, one_of("acting rank former future current field")), 60),
    "speech_verbs": Spec(
        (
            r"[a-zæøå ]+",
            r"[a-zæøå ]+",
            one_of("present past participle"),
            one_of("say think show ask deny"),
            FLAGS,
        ),
        400,
    ),
    "organisation_suffixes": Spec((r"-?\S+", SUFFIX_KINDS), 100),
    "first_names": Spec((r"[A-ZÆØÅÖÜÓ]\S+", frozenset("fmu")), 700),
    "name_particles": Spec((r"\S+",), 15),
    "performatives": Spec((LOWER, LOWER, one_of("should call must"), COMPLEMENTS), 60),
    "modals": Spec((LOWER, LOWER, one_of("must should need")), 25),
    "collectives": Spec((r".+", r".+", COLLECTIVE_KINDS), 150),
    "list_announcers": Spec((LOWER, r"[^|]+(\|[^|]+)+", one_of("yes maybe")), 40),
    "initiative_heads": Spec((LOWER, LOWER, INITIATIVE_KINDS), 30),
    "row_rules": Spec((r"[a-z_]+", r"[a-z_.]+", r"[a-z_]+", r"\d+", r"\d+"), 60, key=3),
    "surnames": Spec((r"[^\W\d_]\S+", frozenset(["common", ""])), 1000),
    "public_stems": Spec((r"[a-zæøå-]+",), 100),
    "said_nouns": Spec((r"[a-zæøå]+",), 10),
    "municipal_offices": Spec((r"[a-zæøå]+",), 10),
    "imperatives": Spec((r"[a-zæøåé]+",), 100),
    "named_things": Spec((r"[a-zæøåé]+",), 20),
    "no_subjects": Spec((r"[a-zæøå]+",), 20),
    "peers": Spec((r"[a-zæøå ]+",), 10),
    "bodies": Spec((r"[a-zæøå-]+(en|et|ne)",), 40),
    "field_nouns": Spec((r"[a-zæøå]+",), 3),
    "countries": Spec((r"[A-ZÆØÅ]\w+",), 60),
    "place_openings": Spec((r"[A-ZÆØÅ]\w+\.?",), 10),
    "role_bodies": Spec((r"[a-zæøå]+", r"[a-z_]+(\|[a-z_]+)*"), 25),
    "organisation_nouns": Spec((r"[a-zæøå]+(en|et)", r"[a-zæøå/]+", r"([a-z_]+(\|[a-z_]+)*)?"), 20),
    "themes": Spec((r"[a-z]+(_[a-z]+)*", r"\S.+", r"\S.+", r"[A-ZÆØÅ].+\."), 17, ordered=False),
    "theme_words": Spec(
        (
            frozenset([*(row[0] for row in lexicon.rows("themes")), "-"]),
            r"[a-zæøåéü0-9./* -]+",
            one_of("form word first last tail part phrase"),
            one_of("strong weak never"),
        ),
        1000,
        key=2,
    ),
    "furniture": Spec((r".+", one_of("line start heading section"), FURNITURE_KINDS), 200, key=2),
}


def parse(text: str) -> list[tuple[str, ...]]:
    """Rows of a lexicon's text, cells untouched."""
    return [tuple(line.split("\t")) for line in text.splitlines() if not line.startswith("#")]


def fits(cell: str, wanted: str | frozenset[str]) -> bool:
    """Whether a cell belongs to the closed set, or matches the pattern, of its column."""
    return cell in wanted if isinstance(wanted, frozenset) else re.fullmatch(wanted, cell) is not None


def repeated(cells: list[tuple[str, ...]] | list[str]) -> list[str]:
    """What occurs more than once."""
    return sorted(str(cell) for cell, times in Counter(cells).items() if times > 1)


def problems(text: str, spec: Spec) -> list[str]:
    """Everything in a lexicon's text that breaks its promise, in words; empty when it keeps it."""
    header = [line for line in text.splitlines() if line.startswith("#")]
    found = [f"no {word} line" for word in ("# Columns:", "# Source:") if not any(h.startswith(word) for h in header)]
    if text.startswith("\ufeff") or "\r" in text or not text.endswith("\n"):
        found.append("byte order mark, carriage return or no end of line")
    table = parse(text)
    uneven = [row for row in table if len(row) != len(spec.columns)]
    found += [f"columns: {row}" for row in uneven]
    sound = [row for row in table if row not in uneven]
    found += [f"space: {row}" for row in sound if any(cell != cell.strip() for cell in row)]
    for number, wanted in enumerate(spec.columns):
        found += [f"column {number + 1}: {row[number]!r}" for row in sound if not fits(row[number], wanted)]
    keys = [row[: spec.key] for row in sound]
    found += [f"repeated: {key}" for key in repeated(keys)]
    if spec.ordered and keys != sorted(keys):
        found.append("not sorted")
    words = [word for row in sound for number in spec.unique_words for word in row[number].split("|") if word]
    found += [f"repeated name: {word}" for word in repeated(words)]
    if len(table) < spec.least:
        found.append(f"{len(table)} rows, fewer than {spec.least}")
    return found


@pytest.mark.parametrize("name", sorted(SPECS))
def test_lexicon_keeps_its_promise(name: str) -> None:
    assert problems((FOLDER / f"{name}.tsv").read_text(encoding="utf-8"), SPECS[name]) == []


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.tsv")), ids=lambda path: path.stem)
def test_every_lexicon_opens_with_a_header(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")


HEADER = "# Words.\n# Columns: word, kind.\n# Source: ours.\n"
SMALL = Spec((r"[a-zæøå|]+", frozenset({"a", "b"})), 2, unique_words=(0,))


def test_a_sound_lexicon_has_no_problems() -> None:
    assert problems(HEADER + "bi\ta\nko\tb\n", SMALL) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("bi\ta\nko\tb\n", "no # Columns: line"),
        ("# Columns: x\nbi\ta\nko\tb\n", "no # Source: line"),
        (HEADER + "bi\ta\nko\n", "columns: ('ko',)"),
        (HEADER + "bi\ta\nko\tb\tc\n", "columns: ('ko', 'b', 'c')"),
        (HEADER + "bi\ta\nko\t b\n", "space: ('ko', ' b')"),
        (HEADER + "bi\ta\nko\tc\n", "column 2: 'c'"),
        (HEADER + "bi\ta\nKo\tb\n", "column 1: 'Ko'"),
        (HEADER + "bi\ta\nbi\tb\n", "repeated: ('bi',)"),
        (HEADER + "ko\ta\nbi\tb\n", "not sorted"),
        (HEADER + "bi\ta\nko|bi\tb\n", "repeated name: bi"),
        (HEADER + "bi\ta\n", "1 rows, fewer than 2"),
        (HEADER + "bi\ta\r\nko\tb\r\n", "byte order mark, carriage return or no end of line"),
        (HEADER + "bi\ta\nko\tb", "byte order mark, carriage return or no end of line"),
    ],
)
def test_a_broken_lexicon_is_reported(text: str, said: str) -> None:
    assert said in problems(text, SMALL)


def unknown_regions(municipalities: list[tuple[str, ...]], regions: list[tuple[str, ...]]) -> list[str]:
    """Names of municipalities whose region code no region has."""
    codes = {row[0] for row in regions}
    return [row[1] for row in municipalities if row[3] not in codes]


def test_the_98_municipalities_stand_in_known_regions() -> None:
    municipalities, regions = list(lexicon.rows("municipalities")), list(lexicon.rows("regions"))
    assert len(municipalities) == 98
    assert unknown_regions(municipalities, regions) == []
    assert Counter(row[3] for row in municipalities) == {"1081": 11, "1082": 19, "1083": 22, "1084": 29, "1085": 17}


def test_an_unknown_region_is_reported() -> None:
    row = ("0999", "Andeby", "Andeby", "1099", "2007-01-01", "")
    assert unknown_regions([row], list(lexicon.rows("regions"))) == ["Andeby"]


def test_municipality_names_before_kommune() -> None:
    differing = {row[1]: row[2] for row in lexicon.rows("municipalities") if row[1] != row[2]}
    assert differing == {
        "København": "Københavns",
        "Nordfyn": "Nordfyns",
        "Vesthimmerland": "Vesthimmerlands",
        "Bornholm": "Bornholms Regions",
    }


def test_region_periods_meet_without_gap() -> None:
    periods = {row[1]: row[2:] for row in lexicon.rows("regions")}
    assert periods["Region Østdanmark"] == ("2027-01-01", "")
    assert periods["Region Hovedstaden"][1] == periods["Region Sjælland"][1] == "2026-12-31"
    assert all(not last or first < last for first, last in periods.values())


def misplaced_particles(verbs: list[tuple[str, ...]]) -> list[str]:
    """Forms of several words whose last words are not the particle they name, or that name none."""
    wrong = []
    for form, _, _, _, flags in verbs:
        particle = next((flag[9:] for flag in flags.split("|") if flag.startswith("particle=")), "")
        if not form.endswith(particle) or (" " in form) != bool(particle):
            wrong.append(form)
    return wrong


def test_verbs_of_several_words_name_their_particle() -> None:
    assert misplaced_particles(list(lexicon.rows("speech_verbs"))) == []


@pytest.mark.parametrize(("form", "flags"), [("peger på", "at"), ("peger", "particle=på"), ("peger på", "particle=ud")])
def test_a_misplaced_particle_is_reported(form: str, flags: str) -> None:
    assert misplaced_particles([(form, "pege på", "present", "say", flags)]) == [form]


@pytest.mark.parametrize("tense", ["present", "past"])
def test_every_reporting_verb_has_present_and_past(tense: str) -> None:
    verbs = lexicon.rows("speech_verbs")
    assert {row[1] for row in verbs} == {row[1] for row in verbs if row[2] == tense}


def test_fact_boxes_are_no_furniture() -> None:
    assert not any(row[0].lower().startswith("fakta") for row in lexicon.rows("furniture"))
