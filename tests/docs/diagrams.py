"""The diagrams of docs/architecture.md, drawn from the assets and from the imports. `python tests/docs/diagrams.py` writes them anew.

What belongs here: what is drawn, as text that Mermaid draws and that can be read as it is. Which imports are allowed is kept by
`test_floors`, of which the floors are taken.
"""

import re
import runpy
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import dagster as dg

from pipelines.definitions import definitions

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "architecture.md"
Edge = tuple[str, str]
_TITLES = {
    0: "0 · the language, the tables",
    1: "1 · one file: text, zones, packs",
    2: "2 · one article: statements",
    3: "3 · all documents, releases",
    4: "4 · Dagster assets",
    5: "5 · Dagster and pejl",
}
# Modules of the package itself that have no folder of their own.
_LOOSE = "pejlemaerker/*.py"


def asset_specs() -> list[dg.AssetSpec]:
    """All assets in the order in which they run, those of one step by name."""
    graph = definitions.resolve_asset_graph()
    specs = {spec.key: spec for spec in definitions.resolve_all_asset_specs()}
    return [specs[key] for level in graph.toposorted_asset_keys_by_level for key in sorted(level) if key in specs]


def _name(key: dg.AssetKey) -> str:
    return key.to_user_string()


def assets_drawn(specs: Iterable[dg.AssetSpec]) -> str:
    """The graph of assets, a box a group; and what each of them makes, as a table."""
    specs = list(specs)
    lines, rows = ["```mermaid", "flowchart LR"], ["| asset | made from | what it is |", "|---|---|---|"]
    for group in dict.fromkeys(spec.group_name or "" for spec in specs):
        members = [_name(spec.key) for spec in specs if spec.group_name == group]
        lines += [
            f'  subgraph {re.sub(r"[^a-z]", "_", group)}["{group}"]',
            *(f"    {member}" for member in members),
            "  end",
        ]
    for spec in specs:
        above = [_name(dep.asset_key) for dep in spec.deps]
        lines += [f"  {name} --> {_name(spec.key)}" for name in sorted(above)]
        what = next(iter((spec.description or "").strip().splitlines()), "")
        rows.append(
            f"| `{_name(spec.key)}` | {', '.join(f'`{name}`' for name in sorted(above)) or 'the articles'} | {what} |"
        )
    return "\n".join([*lines, "```", "", *rows])


def imports() -> tuple[dict[str, int], set[Edge]]:
    """The packages with the floor of each, and which of them imports which."""
    floors: dict[str, Any] = runpy.run_path(str(ROOT / "tests" / "test_floors.py"))

    def package(module: str) -> str | None:
        known = [name for name in floors["FLOORS"] if module == name or module.startswith(f"{name}.")]
        if not known:
            return None
        folder = max(known, key=len).replace(".", "/")
        return folder if folder != "pejlemaerker" and (ROOT / folder).is_dir() else _LOOSE

    nodes: dict[str, int] = {}
    edges: set[Edge] = set()
    for path in floors["FILES"]:
        own = package(floors["module_name"](path))
        nodes[str(own)] = floors["floor"](floors["module_name"](path))
        for name in floors["imported"](path.read_text(encoding="utf-8"), floors["package_of"](path)):
            there = package(name)
            if own and there and own != there:
                edges.add((own, there))
    return nodes, edges


def reduced(edges: set[Edge]) -> set[Edge]:
    """`edges` without those that say no more than a longer way along the others."""
    kept = set(edges)
    for edge in sorted(edges):
        if _reaches(*edge, kept - {edge}):
            kept.remove(edge)
    return kept


def _reaches(start: str, end: str, edges: set[Edge]) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        beyond = {there for before, there in edges if before == here} - seen
        seen |= beyond
        waiting.extend(beyond)
    return end in seen


def floors_drawn(nodes: dict[str, int], edges: set[Edge]) -> str:
    """The packages floor by floor, the highest first, with an arrow to each that is imported."""
    label = {name: re.sub(r"\W+", "_", name).strip("_") for name in nodes}
    lines = ["```mermaid", "flowchart TB"]
    for floor in sorted(set(nodes.values()), reverse=True):
        members = sorted(name for name in nodes if nodes[name] == floor)
        lines += [f'  subgraph floor_{floor}["{_TITLES[floor]}"]']
        lines += [*(f'    {label[name]}["{name}"]' for name in members), "  end"]
    lines += [f"  {label[above]} --> {label[below]}" for above, below in sorted(reduced(edges))]
    return "\n".join([*lines, "```"])


def drawings() -> dict[str, str]:
    """What stands in the page under each name."""
    return {"assets": assets_drawn(asset_specs()), "floors": floors_drawn(*imports())}


def standing(page: str, name: str) -> str:
    """What stands in the text of a page between the marks of a drawing; ValueError where there are none."""
    found = re.search(rf"<!-- drawn: {name} -->\n(.*?)\n<!-- end -->", page, re.DOTALL)
    if found is None:
        raise ValueError(f"No drawing called {name}.")
    return found[1]


def main() -> None:
    """Write the drawings into the page."""
    page = PAGE.read_text(encoding="utf-8")
    for name, drawing in drawings().items():
        page = page.replace(f"{name} -->\n{standing(page, name)}\n<!--", f"{name} -->\n{drawing}\n<!--")
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
