"""The command line `pejl`: what can be asked for, and the words around it. The work is done elsewhere."""

import os
import sys
from pathlib import Path

import click

EXIT_FAILED = 1
EXIT_INTERRUPTED = 130  # as shells tell of Ctrl-C
EXIT_BUSY = 75  # sysexits' EX_TEMPFAIL: a scheduler may try again

_FOLDER = click.Path(file_okay=False, path_type=Path)
_articles = click.option(
    "--articles",
    type=_FOLDER,
    default=Path("articles"),
    envvar="ARTICLES",
    show_default=True,
    help="Folder with the articles.",
)
_outputs = click.option(
    "--outputs",
    type=_FOLDER,
    default=Path("outputs"),
    envvar="OUTPUTS",
    show_default=True,
    help="Folder for store and releases.",
)


_policy = click.option(
    "--policy",
    type=_FOLDER,
    default=Path("policy"),
    envvar="POLICY",
    show_default=True,
    help="Folder with what people decide: rights.toml, erasures.toml, dataset.toml, corrections/ (docs/rights.md, docs/corrections.md).",
)
_sources = click.option(
    "--sources",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="SOURCES",
    help="A file sources.toml that names folders, buckets, feeds and sitemaps, read in place of --articles (docs/sources.md).",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="pejlemaerker", prog_name="pejl")
def main() -> None:
    """Read Danish texts on public-sector leadership into an open dataset.

    \b
    pejl build                                    read articles/ into outputs/
    pejl build --articles DIR --outputs DIR       read and write elsewhere
    pejl watch                                    build whenever articles arrive
    pejl fetch --sources sources.toml             bring in what feeds and sitemaps list
    pejl build --sources sources.toml             read all that the file names
    pejl review                                   look at the least certain rows, and put them right
    pejl erase --person "Navn Navnesen"           leave a person out of every later release
    pejl evaluate                                 how well it reads, against gold
    pejl verify outputs/latest                    whether a release is whole and true
    pejl dev                                      the Dagster page, on this machine only
    """


@main.command()
@_articles
@_outputs
@_sources
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    envvar="ENGINE",
    show_default=True,
    help="Read on the cores of this machine, or on the Ray cluster at RAY_ADDRESS (docs/scale.md).",
)
@_policy
@click.option(
    "--accept",
    multiple=True,
    metavar="NAME",
    help="Publish although the counts of this table jump (or `all`); a run that is stopped by a jump says its name.",
)
@click.option("--quiet", "-q", is_flag=True, help="Say nothing unless something goes wrong.")
@click.option(
    "--wait", type=click.FloatRange(min=0), default=0, show_default=True, help="Seconds to wait for another run to end."
)
def build(
    articles: Path,
    outputs: Path,
    sources: Path | None,
    policy: Path,
    *,
    engine: str,
    accept: tuple[str, ...],
    quiet: bool,
    wait: float,
) -> None:
    """Read the articles and publish a release.

    Only new and changed articles are read. Files that hold no article are listed with the reason; the others are published.
    Exit codes: 0 published or nothing new, 1 failed (the last release is as it was), 75 another run is at work, 130 stopped with
    Ctrl-C.
    """
    from .building import build_release  # Dagster takes a second to load; help texts need not wait for it

    sys.exit(
        build_release(
            articles,
            outputs,
            sources=sources,
            policy=policy,
            accepted=accept,
            engine=engine,
            quiet=quiet,
            wait=wait,
        )
    )


@main.command()
@_outputs
@_sources
@click.option("--quiet", "-q", is_flag=True, help="Say nothing unless something goes wrong.")
def fetch(outputs: Path, sources: Path | None, *, quiet: bool) -> None:
    """Bring the pages that feeds and sitemaps list into the archive, OUTPUTS/archive, asking politely.

    Only new and changed pages are sent for; bytes are kept as they came. `pejl build --sources` reads them from there.
    Exit codes: 0 fetched, also where some pages could not be (they are named), 1 failed, 75 another fetch is at work.
    """
    if sources is None:
        raise click.UsageError("Name a file with --sources; docs/sources.md says what stands in it.")
    from .fetching import fetch_sources

    sys.exit(fetch_sources(sources, outputs, quiet=quiet))


@main.command()
@_articles
@_outputs
@_sources
@_policy
@click.option(
    "--every",
    type=click.FloatRange(min=1),
    default=30,
    show_default=True,
    help="Seconds between two looks at the articles; a change is read once two looks find the same.",
)
def watch(articles: Path, outputs: Path, sources: Path | None, policy: Path, every: float) -> None:
    """Build now, and again whenever articles arrive, change or go. Ctrl-C stops it.

    With --sources that is the file itself, its folders and patterns, and the pages that `pejl fetch` brings in; buckets are read
    in each build, but not looked at between two.
    """
    from rich.console import Console

    from .building import build_release
    from .watching import Watcher
    from .watching import watch as keep_watching

    def build() -> int:
        return build_release(articles, outputs, sources=sources, policy=policy, quiet=False, wait=every)

    keep_watching(Watcher(articles, outputs, build, sources), Console(highlight=False), every)


@main.command()
@click.argument("row", required=False)
@_outputs
@_policy
@click.option("--table", help="Only rows of this table, as in --table kpis.")
@click.option("--document", metavar="ID", help="Only rows of this document.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="At most so many rows.")
@click.option(
    "--set", "given", multiple=True, metavar="COLUMN=VALUE", help="What a column should hold; repeat it for more."
)
@click.option(
    "--unknown", multiple=True, metavar="COLUMN", help="A column that the text does not tell; repeat it for more."
)
@click.option("--remove", is_flag=True, help="The row is none of its table's: no quote, no figure.")
@click.option("--same", nargs=2, metavar="ID ID", help="Two people, or two organisations, that are one.")
@click.option("--why", help="The reason, which is published with the correction.")
@click.option("--by", help="Who says so; stays in the file.")
@click.option("--interactive", "-i", is_flag=True, help="Ask for each row what is right.")
def review(
    row: str | None,
    outputs: Path,
    policy: Path,
    table: str | None,
    document: str | None,
    limit: int,
    given: tuple[str, ...],
    unknown: tuple[str, ...],
    *,
    remove: bool,
    same: tuple[str, str] | None,
    why: str | None,
    by: str | None,
    interactive: bool,
) -> None:
    """Look over the latest release, the least certain rows first, and write corrections (docs/corrections.md).

    \b
    pejl review --table quotes                    what to look at first
    pejl review ROW                               one row with its context
    pejl review ROW --set speaker="Ida Holm" --unknown speaker_role --why "…"
    pejl review ROW --remove --why "…"
    pejl review --same ID ID --why "…"

    Exit codes: 0 shown or written, 1 not, with the reason.
    """
    writes = bool(given or unknown or remove or same)
    if sum(map(bool, (given or unknown, remove, same))) > 1 or (same and row):
        raise click.UsageError("Name one of --set with --unknown, --remove, and --same; --same stands without a ROW.")
    if writes and not (row or same):
        raise click.UsageError("Name the row: pejl review ROW. `pejl review` lists rows.")
    if writes and not (why and why.strip()):
        raise click.UsageError('Say why with --why "…": the reason is published with the correction.')
    cells = [cell.partition("=") for cell in given]
    if wrong := [name for name, mark, value in cells if not mark or not value]:
        raise click.UsageError(f'--set takes a column and its value, as in --set {wrong[0]}="…"; else --unknown.')
    from .reviewing import Asked, review_release

    values = {name: value for name, _, value in cells} | dict.fromkeys(unknown)
    asked = Asked(row, same or (), values, remove, why, by, table, document, limit, interactive)
    sys.exit(review_release(outputs, policy, asked))


@main.command()
@click.option("--gold", type=_FOLDER, help="Folder with gold files (NAME.json); with --articles.")
@click.option("--articles", type=_FOLDER, help="Folder with their articles (NAME.txt, NAME.html …); with --gold.")
@click.option(
    "--misses/--no-misses",
    default=None,
    help="List what differs from gold, and where; listed unless all sets are measured.",
)
@click.option("--reliability", is_flag=True, help="Also show whether confidences mean what they say.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of tables.")
@click.option(
    "--write",
    is_flag=True,
    help="Note the figures on the project's own gold as those that releases publish in the table quality.",
)
def evaluate(
    gold: Path | None, articles: Path | None, *, misses: bool | None, reliability: bool, as_json: bool, write: bool
) -> None:
    """Read articles and compare what was found with gold: precision, recall, F1 and fields, with 95 % intervals.

    Without --gold and --articles all sets of the project's own gold are measured, each and together.
    Exit codes: 0 measured, whatever the figures; 1 not measured, with the reason.
    """
    if (gold is None) != (articles is None):
        raise click.UsageError(
            "--gold and --articles belong together: name both, or neither for the project's own gold."
        )
    if write and gold is not None:
        raise click.UsageError("--write notes the figures on the project's own gold: name no --gold and no --articles.")
    from .evaluating import evaluate_gold

    folders = (articles, gold) if articles and gold else None
    listed = (folders is not None and not as_json) if misses is None else misses
    sys.exit(evaluate_gold(folders, misses=listed, calibration=reliability, as_json=as_json, noted=write))


@main.command()
@_outputs
@click.option(
    "--policy",
    type=_FOLDER,
    default=Path("policy"),
    envvar="POLICY",
    show_default=True,
    help="Folder with the list of erasures and its key.",
)
@click.option(
    "--person", help="Full name of the person to erase; - reads it from standard input, so that no shell keeps it."
)
@click.option("--document", help="Document to erase: its identifier, its address, a hash of it, or its file.")
@click.option("--check", "asked", help="Full name to look up in the list; - reads it from standard input.")
def erase(outputs: Path, policy: Path, person: str | None, document: str | None, asked: str | None) -> None:
    """Put a person or a document on the list of erasures, which every later build honours.

    The list holds hashes under a key; no name is written anywhere. Everybody who bears the name is erased (docs/rights.md).
    Exit codes: 0 on the list, 1 not.
    """
    if sum(value is not None for value in (person, document, asked)) != 1:
        raise click.UsageError("Name one of --person, --document and --check.")
    from .erasing import check
    from .erasing import erase as put_on_list

    person, asked = (sys.stdin.readline().strip() if value == "-" else value for value in (person, asked))
    sys.exit(check(policy, asked) if asked is not None else put_on_list(policy, outputs, person, document))


@main.command()
@click.argument("release", type=click.Path(path_type=Path), metavar="RELEASE")
@click.option("--articles", type=_FOLDER, help="Also look up every row in the raw articles, in this folder.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object with all faults.")
def verify(release: Path, articles: Path | None, *, as_json: bool) -> None:
    """Look at a whole release: files and checksums, schema, keys, places of words, counts, copies, descriptions, contact details.

    \b
    pejl verify outputs/latest                          the release that `latest` points to
    pejl verify outputs/latest/open                     the edition for publication alone
    pejl verify outputs --articles articles             also that each row stands in its source
    pejl verify outputs/releases/0123456789ab --json    all faults, for a script

    RELEASE is the folder of a release, the folder `open` in it, or an outputs folder, of which the latest is looked at.
    Nothing is written. Exit codes: 0 all is well, 1 faults (listed, at most 20 of each check), 2 there is no such release.
    """
    from .verifying import verify_release

    sys.exit(verify_release(release, articles, as_json=as_json))


@main.command()
@_articles
@_outputs
@_sources
@_policy
@click.option("--port", type=click.IntRange(1, 65535), default=3000, show_default=True, help="Port of the page.")
def dev(articles: Path, outputs: Path, sources: Path | None, policy: Path, port: int) -> None:
    """Open the Dagster page on this machine: the graph, its runs, and what they found. Stop it with Ctrl-C."""
    project = Path(__file__).resolve().parent.parent
    home = (outputs / "dagster").resolve()
    home.mkdir(parents=True, exist_ok=True)
    (home / "dagster.yaml").write_text("telemetry:\n  enabled: false\nrun_retries:\n  enabled: true\n")
    os.environ |= {
        "ARTICLES": str(articles.resolve()),
        "OUTPUTS": str(outputs.resolve()),
        "DAGSTER_HOME": str(home),
        "SOURCES": str(sources.resolve()) if sources else "",
        "POLICY": str(policy.resolve()),
    }
    os.chdir(project)
    click.echo(f"The Dagster page opens at http://127.0.0.1:{port} (Ctrl-C stops it).")
    executable = Path(sys.executable).parent / "dagster"
    os.execv(executable, [str(executable), "dev", "-w", "workspace.yaml", "-h", "127.0.0.1", "-p", str(port)])
