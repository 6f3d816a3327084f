"""How well the readings agree with gold, measured from the command line: what a person sees of it, or one JSON object."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from pejlemaerker.evaluation.gold import GoldError
from pejlemaerker.evaluation.intervals import ROUNDS, SEED
from pejlemaerker.evaluation.reliability import Reliability, outcomes, reliability
from pejlemaerker.evaluation.report import Finding, Report, findings, report
from pejlemaerker.evaluation.running import run
from pejlemaerker.evaluation.sets import GoldSet, NoGoldError, Paired, own_sets, paired
from pejlemaerker.evaluation.tables import line, reliability_table, tables
from pejlemaerker.publication.measured import MEASURED, write_measured
from pejlemaerker.storage.sources import NoArticlesError

from .answers import answer, refuse
from .consoles import err, out
from .plain_text import visible
from .progress import Progress

_WIDTH = 160  # tables take what they need, which is less; in a pipe nothing is cut
_PROJECT = Path(__file__).resolve().parent.parent


def evaluate_gold(
    folders: tuple[Path, Path] | None, *, misses: bool, calibration: bool, as_json: bool, noted: bool = False
) -> int:
    """Measure the folders (articles, gold), or the project's own sets; the exit code for the shell.

    With `noted` the figures become those that releases publish.
    """
    try:
        chosen = [GoldSet(folders[1].name or "gold", *folders)] if folders else own_sets(_PROJECT)
        sets = [paired(item) for item in chosen]
        with Progress() as progress:
            compared = run(sets, lambda done, whole: progress.report("reading", done, whole))
    except (NoArticlesError, NoGoldError, GoldError) as error:
        title = "The gold cannot be used:\n" if isinstance(error, GoldError) else "Not measured: "
        return refuse(f"{title}{error}", as_json=as_json)
    for item in sets:
        for name in item.alone:
            err().print(f"{item.name}: no article for the gold file {name}; it is not counted.", markup=False)
    everything = [document for documents in compared for document in documents]
    reports = [report(item.name, documents) for item, documents in zip(sets, compared, strict=True)]
    total = report("total", everything)
    if noted:
        write_measured(MEASURED, chosen, reports)
    listed = findings(everything) if misses else None
    calibrated = reliability(outcomes(everything)) if calibration else None
    if as_json:
        answer(_object(sets, reports, total, listed, calibrated))
    else:
        _print(reports if len(reports) > 1 else [], total, listed, calibrated)
    return 0


def _object(
    sets: Sequence[Paired],
    reports: Sequence[Report],
    total: Report,
    listed: list[Finding] | None,
    calibrated: list[Reliability] | None,
) -> dict[str, Any]:
    """What `--json` prints; lists that were not asked for are left out."""
    found: dict[str, Any] = {
        "ok": True,
        "interval": {
            "level": 0.95,
            "shares": "Wilson",
            "f1": "bootstrap over documents",
            "rounds": ROUNDS,
            "seed": SEED,
        },
        "sets": [asdict(item) | {"without_article": pair.alone} for item, pair in zip(reports, sets, strict=True)],
        "total": asdict(total),
    }
    if calibrated is not None:
        found["reliability"] = [asdict(item) for item in calibrated]
    if listed is not None:
        found["findings"] = [asdict(item) for item in listed]
    return found


def _print(
    reports: Sequence[Report], total: Report, listed: list[Finding] | None, calibrated: list[Reliability] | None
) -> None:
    console = out()
    if not console.is_terminal:
        console = out(width=_WIDTH)
    for item in [*reports, total]:
        console.print(f"== {item.name}: {item.documents} documents\n", markup=False)
        for table in tables(item, by_document_kind=item is total):
            console.print(table, "")
        console.print(f"noise published: {item.noise} rows\n")
        for article, reason in item.unread.items():
            console.print(visible(f"not read: {article}: {reason}"), markup=False, soft_wrap=True)
    if calibrated is not None:
        console.print(reliability_table(calibrated), "")
    for finding in listed or ():
        console.print(visible(line(finding)), markup=False, soft_wrap=True)
