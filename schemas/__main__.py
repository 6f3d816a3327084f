"""`python -m schemas`: what has changed since the schema published last; with `--release` that is noted as published."""

import argparse
import sys

from . import PUBLISHED, SCHEMA_VERSION
from .snapshot import RELEASED, Snapshot, description, released
from .versioning import difference


def main(arguments: list[str]) -> str:
    """What there is to say; with `--release` the snapshot is written."""
    parser = argparse.ArgumentParser(prog="python -m schemas", description=__doc__)
    parser.add_argument("--release", action="store_true", help=f"note the tables as published, in {RELEASED.name}")
    wanted = parser.parse_args(arguments)
    last, now = released(), Snapshot(SCHEMA_VERSION, description(PUBLISHED))
    lines = [f"{change.level}: {change.words}" for change in difference(last.tables, now.tables)]
    lines.append(f"published last: {last.version}; now: {now.version}")
    if wanted.release and now != last:
        RELEASED.write_bytes(now.to_json().encode("utf-8"))
        lines.append(f"{RELEASED.name} holds {now.version} now; commit it with the release.")
    return "\n".join(lines)


if __name__ == "__main__":
    print(main(sys.argv[1:]))
