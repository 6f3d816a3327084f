"""Scores a DuckDB file against gold and fails below the floors in `floors.toml`.

usage: score_floors.py SCORE.py FILE.duckdb GOLD_FOLDER SECTION
SCORE.py prints one line a measure; SECTION is the table of `floors.toml` with the floors that hold for this gold.
"""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

LINE = re.compile(r"^(?P<name>[a-z]+(?:[._ ][a-z]+)*)\s{2,}(?:.*F1 )?(?P<value>\d+(?:\.\d+)?)")


def measures(printed: str) -> dict[str, float]:
    """Value of each measure that the scorer printed; F1 where it printed precision, recall and F1."""
    found = (LINE.match(line) for line in printed.splitlines())
    return {match["name"]: float(match["value"]) for match in found if match}


def below(measured: dict[str, float], floors: dict[str, float]) -> list[str]:
    """What is below its floor, or was not measured; `noise published` has a ceiling instead."""
    faults = []
    for name, floor in floors.items():
        value = measured.get(name)
        if value is None:
            faults.append(f"{name}: not measured, floor {floor}")
        elif (value > floor) if name == "noise published" else (value < floor):
            faults.append(f"{name}: {value}, floor {floor}")
    return faults


def main(script: str, database: str, gold: str, section: str) -> int:
    """Exit code: 0 when everything is at its floor or above."""
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text())[section]
    run = subprocess.run([sys.executable, script, database, gold], capture_output=True, text=True, check=False)
    print(run.stdout, run.stderr)
    faults = below(measures(run.stdout), floors)
    if run.returncode:
        faults.append("the scorer failed or a document is missing")
    print(*(f"BELOW THE FLOOR {fault}" for fault in faults), sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
