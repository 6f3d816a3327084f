"""What commands print with --json: the members of the object, by command. docs/commands.md is written from this, and the tests hold it
against what is printed."""

from collections.abc import Mapping

_RELEASE = {"release": "folder of the release or edition", "edition": "`full` or `open`"}
REFUSED = {
    "ok": "`false`",
    "error": "why not, as on standard error",
    "exit_code": "the exit code of the command",
}
SHAPES: Mapping[str, Mapping[str, str]] = {
    "build": {
        "version": "version of the release that `latest` points to",
        "release": "its folder",
        "unchanged": "whether the run found nothing new, so that the last release stays",
        "read_now": "how many documents were read in this run",
        "seconds": "how long it took",
        "rows": "number of rows by table",
        "skipped": "the rows of the table `skipped`",
    },
    "fetch": {
        "counts": "by source the number of articles by outcome",
        "problems": "what was not fetched: source, address and reason",
        "gone": "by source how many articles are kept whose pages are gone",
    },
    "query": {
        **_RELEASE,
        "columns": "name and DuckDB type of each column; a name that comes again has a number behind it",
        "rows": "an object for each row: dates are ISO 8601, bytes hexadecimal, NaN and null are null",
        "n_rows": "how many rows there are here",
        "more": "whether `--limit` kept more away",
    },
    "show": {
        **_RELEASE,
        "row_id": "the row or segment that was asked for, else null",
        "document": "the row of `documents`",
        "authors": "its rows of `authors`",
        "document_themes": "its rows of `document_themes`, the most prominent theme first",
        "segments": "its rows of `segments`, in the order of the text",
        "quotes": "its rows of `quotes`, each with its `sign` in the text",
        "recommendations": "the same of `recommendations`",
        "kpis": "the same of `kpis`",
        "initiatives": "the same of `initiatives`",
    },
    "verify": {
        "release": "what was looked at: version, editions, numbers of files, tables and rows",
        "articles": "the folder of `--articles`, else null",
        "checks": "number of faults by check",
        "faults": "every fault: check, place and message",
    },
    "evaluate": {
        "interval": "how the intervals were made",
        "sets": "the figures of each set of gold",
        "total": "those of all sets together",
        "reliability": "with `--reliability`: what confidences are worth",
        "findings": "with `--misses`: what differs from gold, and where",
    },
    "review": {
        "version": "version of the release",
        "rows": "each row with its table, id, document, segment, the words before it, and whether a correction stands",
    },
    "erase": {"listed": "with `--check`: whether the name is on the list"},
}
