"""What a check says: what was found, with examples, and what to do about it. The same words reach the page and the command line."""

from collections.abc import Sequence

import dagster as dg

from .tables import Shown, listed

_REPORT = "If the same comes again, it is an error of the program: please report it with this message."
# By check what to do. A name that is not here gets the general advice.
NEXT_STEPS = {
    "schema": (
        "If a correction in policy/corrections sets such a value, put it right there (docs/corrections.md). Else "
        "the rules are at fault: take the article of the example out of the articles folder and build again, to "
        "publish the rest, and report this message."
    ),
    "keys": (
        "Build again with a new outputs folder (pejl build --outputs DIR), which reads all articles anew. " + _REPORT
    ),
    "spans": (
        "Build again with a new outputs folder (pejl build --outputs DIR), which reads all articles anew: a file "
        "of the store may be damaged. " + _REPORT
    ),
    "privacy": (
        "Look at the document that is named. To publish the rest, take it out of the articles folder, or put it on "
        "the list of erasures: pejl erase --document ID. Then build again, and report the form of the contact "
        "detail (not the detail)."
    ),
    "counts": (
        "Look at what is named. If it is as it should be, accept it by name: pejl build --accept NAME; on the "
        "page, in the launchpad of the job build: ops: {gate: {config: {accepted: [NAME]}}}. If it is not, put "
        "the articles back and build again."
    ),
    "schema_version": (
        "You have changed a table, and programs that read the last release would break without being told. Take "
        "the change back, or note the schema as docs/versions.md says: python -m schemas."
    ),
    "whole": (
        "Build again: what was half made is thrown away and made anew. If it comes again, look whether the disk is "
        "full or failing. " + _REPORT
    ),
    "files_read": (
        "Look at the table skipped, which says for each file what to do. Files that are only half copied are read "
        "by the next build."
    ),
    "shares_kept": (
        "Look at a few of the rows: pejl review --table NAME lists the least certain first. Other articles than "
        "before, or new rules, may be the reason; the table changes says which."
    ),
    "rules_measured": "Run pejl evaluate --write, and build again.",
}
_GENERAL = "Look at the examples, put right what they name, and build again. " + _REPORT
ALL_IS_WELL = "All is well."
NOT_LOOKED = "Nothing has changed since the last release, which was looked at when it was made."


def verdict(
    name: str, asset: str, faults: Sequence[str], *, stops: bool = True, well: str = ALL_IS_WELL
) -> dg.AssetCheckResult:
    """The result of the check `name`. `stops` says whether a fault keeps the release back; `well` is said where there is none."""
    step = NEXT_STEPS.get(name, _GENERAL)
    kept = "The last release stays as it was." if stops else "The release is published all the same."
    metadata: Shown = {"faults": len(faults)}
    if faults:
        examples = listed([{"fault": fault} for fault in faults], ("fault",))
        metadata |= {"examples": examples, "what_to_do": step, "what_happens": kept}
    return dg.AssetCheckResult(
        check_name=name,
        asset_key=asset,
        passed=not faults,
        severity=dg.AssetCheckSeverity.ERROR if stops else dg.AssetCheckSeverity.WARN,
        description="\n".join([*faults, "", f"What to do: {step}"]) if faults else well,
        metadata=metadata,
    )
