"""`DATASHEET.md`: what somebody has to know before using a release, by the seven questions of Datasheets for Datasets.

Figures are those of this release. What the program cannot do, and what an edition leaves out, is said as plainly as what is there.
"""

from itertools import chain

from pejlemaerker.publication.csv_files import PROTECTED
from pejlemaerker.publication.policy.about import About

from .facts import Facts
from .licences import grounds, licence_url
from .measured import error_rates, shares
from .tabulated import listed, markdown

_WHO = {
    "full": "This is the full edition, for use by those who collected the documents. It may hold whole texts that belong to others and the "
    "names of private persons. It must not be passed on; the edition in `open/` is made for that.",
    "open": "This is the open edition, made for publication. It has the tables and columns of the full one. Words stand in it only where a "
    "ground allows it, private persons are left out or masked, and so are the rows and cells that would name them.",
}
_LEFT_OUT = {
    "full": "Comments by readers, contact details, adverts, menus and teasers are known as stretches of a document (`segments.kind`) but "
    "their words are in no table. Telephone numbers and e-mail addresses are masked before anything else reads a text.",
    "open": "Beside what the full edition leaves out (comments by readers, contact details, adverts, menus, teasers, telephone numbers, "
    "e-mail addresses), words without a ground for publication are null, as are those beyond what may be quoted of one document, all "
    "tables taken together. Private persons are left out or masked.",
}


def datasheet(facts: Facts, about: About) -> str:
    """The text of `DATASHEET.md`, in English."""
    sections = {
        "Motivation": _motivation(about),
        "Composition": _composition(facts),
        "Collection process": _collection(facts),
        "Preprocessing, cleaning and labelling": _preprocessing(facts),
        "Uses": _uses(),
        "Distribution": _distribution(facts, about),
        "Maintenance": _maintenance(facts, about),
    }
    head = [
        f"# Datasheet: {about.title.en}",
        f"Version {facts.version}, edition {facts.edition}. {_WHO[facts.edition]}",
    ]
    body = chain.from_iterable((f"## {name}", *paragraphs) for name, paragraphs in sections.items())
    return "\n\n".join(paragraph.strip("\n") for paragraph in [*head, *body]) + "\n"


def _motivation(about: About) -> list[str]:
    return [
        about.description.en,
        "It was made so that statements on public-sector leadership can be found, counted and compared across documents, each with "
        "the place it was read from. "
        f"It is published by {about.publisher.name}; made by {', '.join(agent.name for agent in about.creators)}.",
    ]


def _composition(facts: Facts) -> list[str]:
    span = f"dated {facts.first} to {facts.last}" if facts.first else "none of them dated"
    rows = [(f"`{table.name}`", facts.rows[table.name], table.description) for table in facts.tables]
    return [
        f"{facts.rows['documents']} documents, {span}. A row of the other tables stands on characters of a document, or on several rows.",
        markdown(("table", "rows", "a row is"), rows),
        "Documents by kind: " + listed(facts.kinds) + ".",
        f"What is not in it: {_LEFT_OUT[facts.edition]}",
        f"{facts.rows['skipped']} files were not read ({listed(facts.skipped)}); `skipped` says why of each. What the program is not "
        "sure of is null. The documents are no sample of any whole: they are those that somebody collected, and nothing follows from "
        "them about how often something is said elsewhere.",
        "It names people: those who speak in public, sign, or hold an office that a document tells of. What somebody thinks of public "
        "matters can be read from quotes, and with it, at times, a political view.",
    ]


def _collection(facts: Facts) -> list[str]:
    return [
        "Documents are files that the operator put in a folder, or pages fetched from addresses that the operator listed, as far as each "
        "site allows it. `documents` gives source, publisher, date and licence of each, as stated in or beside the file; what is not "
        "stated is null.",
        "Nobody was asked, observed or paid for this dataset. People named in it can ask the contact below to be left out: "
        "what is erased comes back in no later release.",
        f"This release was read by version {facts.release['code_version']} of the program.",
    ]


def _preprocessing(facts: Facts) -> list[str]:
    return [
        "Text is taken out of each file, cut into segments, and read by rules for Danish; no language model has a part in it, and no row "
        "is written by hand. People and organisations are joined across documents by name, office and context. `rule` and `confidence` "
        "say how a row was found. Where a person corrected rows, `changes` gives that reason.",
        "Known error rates, measured on annotated documents:",
        error_rates(facts.quality),
        "Shares of the rows of this release:",
        shares(facts.quality),
        "Known limits: irony and rhetorical questions are not told apart; a word wrongly recognised in a scanned text stays wrong; two "
        "people of one name may be taken for one, and one under two names for two; what stands in pictures is not read.",
    ]


def _uses() -> list[str]:
    return [
        "Meant for research, journalism and planning on public-sector leadership: who says what, who asks whom to do what, which figures "
        "are claimed, aimed at or planned. Read the place a row stands on before you rely on it: `document_id`, `char_start` and "
        "`char_end` give it.",
        "Not meant for judging or ranking single persons, for decisions about them, for contacting them, or for telling what somebody "
        "holds from what is missing here. `positions` is no record of tenure.",
    ]


def _distribution(facts: Facts, about: About) -> list[str]:
    ground = grounds(facts)
    licences = {name: count for name, count in facts.licences.items() if name}
    held = f" Licences of documents: {listed(licences)}." if licences else ""
    return [
        f"The data made by the program: {about.licence} (<{licence_url(about.licence)}>). Words quoted from documents remain their "
        f"authors'; the ground on which words of a document stand in the open edition:",
        "\n".join(ground) or "There are no documents in this release.",
        f"The most that stands in this edition of any one document: {facts.largest_share:.0%} of its text.{held} `LICENSES/` says more.",
        "Files: Parquet (with types and descriptions), CSV and DuckDB hold the same tables. `datapackage.json`, `croissant.json`, "
        "`dcat.ttl` and `schema.json` describe them for machines; `sha256sum -c SHA256SUMS` checks them. In CSV, UTF-8 with commas, null "
        f"is an empty field. {PROTECTED}",
    ]


def _maintenance(facts: Facts, about: About) -> list[str]:
    where = [place for place in (about.contact.email, about.contact.homepage) if place]
    before = facts.release["previous_version"]
    return [
        f"Contact: {', '.join([about.contact.name, *where])}."
        + (
            ""
            if where
            else " No address is stated: whoever publishes this release should state one in `policy/dataset.toml`."
        ),
        (
            f"It follows version {before}; `changes` says what is different and why."
            if before
            else "It is the first release."
        )
        + f" The schema has version {facts.release['schema_version']}. The same documents and rules give the same release.",
        "Errors are mended by a correction or a better rule, both of which show in `changes` of the next release.",
    ]
