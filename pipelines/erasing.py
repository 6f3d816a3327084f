"""`pejl erase`: a person or a document put on the list of erasures, and what a person sees of it.

No name is written anywhere, and none is printed.
"""

from pathlib import Path

from pejlemaerker.publication.policy.erasures import (
    KEY_FILE,
    KEY_VARIABLE,
    read_erasures,
    writable_erasures,
    write_erasures,
)
from pejlemaerker.publication.policy.errors import PolicyError
from pejlemaerker.publication.releases import latest
from pejlemaerker.publication.requests import RequestError, identifiers_of, names_of, rows_of

from .answers import answer, refuse
from .consoles import out
from .exits import EXIT_FAILED

LIST_FILE = "erasures.toml"


def erase(policy: Path, outputs: Path, person: str | None, document: str | None) -> int:
    """Put somebody, or a document, on the list in the folder `policy`; the exit code for the shell."""
    console = out(wrapped=False)
    path, release = policy / LIST_FILE, latest(outputs)
    released = release.dataset() if release else None
    try:
        names = names_of(person, released) if person else []
        identifiers, documents = identifiers_of(document, released) if document else ([], 0)
        erasures, is_new = writable_erasures(path)
        for name in names:
            erasures = erasures.with_person(name)
        write_erasures(path, erasures.with_document(identifiers))
    except (PolicyError, RequestError) as error:
        return refuse(f"Not erased: {error}")
    console.print(f"On the list {path}. The next build leaves it out of every release from then on.", markup=False)
    if released and person:
        counts = rows_of(released, erasures)
        told = ", ".join(f"{count} {table}" for table, count in counts.items())
        console.print(
            f"Rows of the last release that name somebody on the list: {told}; {len(names)} ways of writing the name."
        )
    if released and document:
        console.print(f"Documents of the last release that go, with those that repeat it: {documents}.")
    if is_new:
        console.print(
            f"A key was made: {path.with_name(KEY_FILE)}. Keep it, and keep it apart from the list and out of git: without it no build "
            f"can honour the list, and stops. It may also stand in the variable {KEY_VARIABLE}.",
            markup=False,
        )
    console.print(
        "Releases made before keep what they hold until they are thrown away; so do the article and the store."
    )
    return 0


def check(policy: Path, name: str, *, as_json: bool = False) -> int:
    """Tell whether a name is on the list; 0 when it is, 1 when it is not or the list cannot be read."""
    try:
        listed = read_erasures(policy / LIST_FILE).has_person(name)
    except PolicyError as error:
        return refuse(f"Not looked up: {error}", as_json=as_json)
    if as_json:
        answer({"ok": True, "listed": listed})
    else:
        out().print("That name is on the list." if listed else "That name is not on the list.")
    return 0 if listed else EXIT_FAILED
